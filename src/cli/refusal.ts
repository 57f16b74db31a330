/** Refusals and warnings as the person at the terminal sees them: one line, Vietnamese first, then English. */
import type { Issue } from '#base/issue.ts';
import { type Refusal, refusal } from '#base/refusal.ts';
import type { FileRefusal } from '#document/model.ts';

/** `bamsat: a.txt: không có tệp này / no such file`, without a line break and without control characters. */
export function refusalLine({ vi, en }: Refusal, subject?: string): string {
  const about = subject === undefined ? '' : `${subject}: `;
  return `bamsat: ${about}${vi} / ${en}`.replace(/\p{Cc}+/gu, ' ');
}

/** `bamsat: a.docx: cảnh báo: có thay đổi chưa duyệt … / tracked changes …`. */
export function warningLine(warning: Issue, file: string): string {
  return refusalLine(refusal(`cảnh báo: ${warning.message}`, warning.messageEn), file);
}

/** The same refusal with the option that raises the limit, where one was reached. */
export function withOption({ code, vi, en }: FileRefusal): Refusal {
  const option = OPTIONS[code];
  return option === undefined ? refusal(vi, en) : refusal(`${vi} (${option})`, `${en} (${option})`);
}

const OPTIONS: Partial<Record<FileRefusal['code'], string>> = {
  'too-many-pages': '--pages, --max-pages',
  'too-long': '--pages, --timeout',
  'too-much-memory': '--max-memory',
};

/** Our own mistake, still as one line; BAMSAT_DEBUG shows where it came from. */
export function ownMistake(error: unknown): Refusal {
  if (process.env.BAMSAT_DEBUG && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  const what = error instanceof Error ? error.message : String(error);
  return refusal(`lỗi của chương trình: ${what}`, 'a mistake of the program, BAMSAT_DEBUG=1 shows where');
}

export const STOPPED = refusal('đã dừng theo yêu cầu', 'stopped as asked');
export const DIRECTORY = refusal('là thư mục, hãy nêu tên tệp bên trong', 'a folder, name the files in it');

/** What the file system refused, in words. */
export function systemRefusal(error: unknown): Refusal {
  if (error instanceof Error && error.name === 'AbortError') return STOPPED;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return refusal('không có tệp này', 'no such file');
    case 'EISDIR':
      return DIRECTORY;
    case 'EACCES':
    case 'EPERM':
      return refusal('không có quyền', 'permission denied');
    case 'ENOSPC':
      return refusal('hết chỗ trên đĩa', 'no space left on the disk');
    case 'EROFS':
      return refusal('đĩa chỉ cho đọc', 'the disk is read-only');
    case 'EEXIST':
      return refusal('đã có một tệp mang tên này, không phải thư mục', 'a file of this name exists, not a folder');
    case 'ENAMETOOLONG':
      return refusal('tên quá dài', 'the name is too long');
    case 'ELOOP':
      return refusal('liên kết vòng', 'links that lead in a circle');
    default:
      return refusal(
        `không đọc hoặc ghi được (${code || 'lỗi lạ'})`,
        `cannot be read or written (${code || 'unknown'})`,
      );
  }
}
