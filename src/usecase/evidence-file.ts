/**
 * Which files are taken as evidence: what the name says and what the content is must agree, and both be of a kind that
 * can do no harm to who opens it. Programs, web pages, drawings with scripts, archives and files with macros are refused.
 */
import { err, ok, type Result } from '#base/result.ts';
import { type Problem, problem } from '#contract/problem.ts';
import { openArchive } from '#document/archive.ts';
import { CompoundFile } from '#document/doc/compound-file.ts';
import { endingOf, kindOfContent } from '#document/kind.ts';
import { KINDS, type Kind, kindsOfEnding } from '#document/kind-table.ts';
import type { FileRefusal } from '#document/model.ts';
import { fileWorksOf } from './file-works.ts';
import type { Services } from './services.ts';

interface Taken {
  readonly kind: Kind;
  readonly mediaType: string;
  /** Whether its text is looked at for the mark of a state secret. */
  readonly looked: boolean;
  /** False: its first bytes say all that is asked. */
  readonly whole: boolean;
}

const take = (kind: Kind, mediaType: string, looked = false): Taken => ({
  kind,
  mediaType,
  looked,
  whole: !mediaType.startsWith('image/'),
});
const OFFICE = 'application/vnd.openxmlformats-officedocument';

/** By the ending of the name. */
const TAKEN: Readonly<Record<string, Taken>> = {
  docx: take(KINDS.docx, `${OFFICE}.wordprocessingml.document`, true),
  doc: take(KINDS.doc, 'application/msword', true),
  odt: take(KINDS.odt, 'application/vnd.oasis.opendocument.text', true),
  pdf: take(KINDS.pdf, 'application/pdf', true),
  txt: take(KINDS.text, 'text/plain', true),
  csv: take(KINDS.text, 'text/csv', true),
  xlsx: take(KINDS.xlsx, `${OFFICE}.spreadsheetml.sheet`),
  xls: take(KINDS.xls, 'application/vnd.ms-excel'),
  jpg: take(KINDS.jpeg, 'image/jpeg'),
  jpeg: take(KINDS.jpeg, 'image/jpeg'),
  png: take(KINDS.png, 'image/png'),
  tif: take(KINDS.tiff, 'image/tiff'),
  tiff: take(KINDS.tiff, 'image/tiff'),
};

export const TAKEN_ENDINGS: readonly string[] = Object.keys(TAKEN);

/** The name alone, without folders, without what breaks a line or turns its direction, without what systems refuse. */
export function evidenceName(name: string): string {
  const last = name.normalize('NFC').split(/[\\/]/).at(-1) as string;
  const clean = last
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^\.+/, '')
    .slice(0, 255);
  return clean;
}

/** What the ending alone refuses, so that nobody waits for the upload of a file that is not taken. */
export function takenByName(name: string): Result<Taken, Problem> {
  const ending = endingOf(name);
  const taken = TAKEN[ending];
  if (taken) return ok(taken);
  const said = ending === '' ? 'Tên tệp không có đuôi.' : `Không nhận tệp .${ending} làm minh chứng.`;
  const unpack = ARCHIVES.has(ending) ? ' Hãy giải nén rồi đính kèm từng tệp.' : '';
  return err(
    notTaken(
      `${said}${unpack} ${USE}`,
      `${ending === '' ? 'The name has no ending.' : `Files ending in .${ending} are not taken.`} ${USE_EN}`,
    ),
  );
}

const ARCHIVES = new Set(['zip', 'rar', '7z', 'gz', 'tgz', 'bz2', 'xz', 'tar']);
const USE = 'Hãy dùng Word, Excel, PDF, ODT, CSV, văn bản thuần (.txt) hoặc ảnh JPG, PNG, TIFF.';
const USE_EN = 'Use Word, Excel, PDF, ODT, CSV, plain text or JPG, PNG and TIFF pictures.';

/** Whether the content is what the name says, and does no harm. Gives the media type. */
export function checkEvidence(bytes: Uint8Array, name: string): Result<Taken, Problem> {
  const byName = takenByName(name);
  if (!byName.ok) return byName;
  const taken = byName.value;
  const ending = endingOf(name);
  const found = kindOfContent(bytes, kindsOfEnding(ending));
  if (!found.ok) return err(refusedFile(found.error));
  if (found.value === null) return err(notAsNamed(taken, ending));
  if (found.value !== taken.kind) return err(otherKind(found.value, ending));
  if (taken.kind === KINDS.text && holdsMarkup(bytes)) return err(MARKUP);
  if (taken.kind === KINDS.pdf && !/^\s*%PDF-/.test(latin(bytes.subarray(0, 64))))
    return err(notAsNamed(taken, ending));
  if (taken.kind === KINDS.png && latin(bytes.subarray(12, 16)) !== 'IHDR') return err(notAsNamed(taken, ending));
  return hasMacros(bytes, taken.kind) ? err(MACROS) : ok(taken);
}

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

/** Text that a browser could take for a page or a drawing. */
function holdsMarkup(bytes: Uint8Array): boolean {
  const start = latin(bytes.subarray(0, 1 << 16)).replaceAll('\0', '');
  return /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*<[!?a-z]/i.test(start) || MARKS.test(start);
}
const MARKS = /<(?:script|html|svg|iframe|object|embed|body|meta)\b/i;

/** Content types alone say it of some files; names of parts of the others. */
const TYPES_BYTES = 4 * 1024 * 1024;

function hasMacros(bytes: Uint8Array, kind: Kind): boolean {
  if (kind === KINDS.docx || kind === KINDS.xlsx) {
    const archive = openArchive(bytes, { part: TYPES_BYTES });
    if (!archive.ok) return true;
    if (archive.value.names.some((name) => /(?:vba[^/]*\.bin|\/activeX\/)/i.test(name))) return true;
    const types = archive.value.read('[Content_Types].xml');
    return !types.ok || types.value === null || /macroEnabled|vbaProject/i.test(latin(types.value));
  }
  if (kind === KINDS.odt) {
    const archive = openArchive(bytes);
    return !archive.ok || archive.value.names.some((name) => /^(?:Basic|Scripts)\//.test(name));
  }
  if (kind === KINDS.doc || kind === KINDS.xls) {
    return new CompoundFile(bytes).names.some((name) => /^(?:Macros|VBA|_VBA_PROJECT(?:_CUR)?)$/i.test(name));
  }
  return false;
}

/** Pages that can carry the mark of a state secret at their head. */
const LOOKED_PAGES = { from: 1, to: 2 };
const LOOK_SECONDS = 30;
/** What is wrong with the file, and not with our looking. */
const FAULTS = new Set(['secret', 'encrypted', 'damaged', 'bomb', 'unsafe-xml', 'unsafe-path']);

/**
 * Opens the beginning of a text or document where the mark of a state secret would stand. The bytes are handed over: they
 * are gone from here afterwards. Scans are not recognised.
 */
export async function lookForSecret(
  services: Services,
  bytes: Uint8Array,
  name: string,
): Promise<Result<undefined, Problem>> {
  const opened = await fileWorksOf(services).look(bytes, endingOf(name) === 'csv' ? 'bang.txt' : name, {
    consume: true,
    ocr: 'never',
    ...(endingOf(name) === 'pdf' ? { pages: LOOKED_PAGES } : {}),
    limits: { bytes: Math.max(services.settings.uploadBytes, bytes.length), seconds: LOOK_SECONDS },
  });
  if (opened.ok || !FAULTS.has(opened.error.code)) return ok(undefined);
  return err(opened.error.code === 'secret' ? SECRET : refusedFile(opened.error));
}

function notTaken(vi: string, en: string): Problem {
  return problem(422, 'file-not-taken', vi, en);
}

function refusedFile({ vi, en }: FileRefusal): Problem {
  const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  return notTaken(sentence(vi), sentence(en));
}

function notAsNamed({ kind }: Taken, ending: string): Problem {
  return notTaken(
    `Tên tệp có đuôi .${ending} nhưng nội dung không phải ${kind.vi}. Hãy kiểm tra lại tệp.`,
    `The name ends in .${ending} but the content is not ${kind.en}.`,
  );
}

function otherKind(kind: Kind, ending: string): Problem {
  const way = Object.entries(TAKEN).find(([, taken]) => taken.kind === kind)?.[0];
  return notTaken(
    `Tên tệp có đuôi .${ending} nhưng nội dung là ${kind.vi}. ${way ? `Hãy đổi đuôi thành .${way} rồi thử lại.` : USE}`,
    `The name ends in .${ending} but the content is ${kind.en}. ${way ? `Rename it to .${way}.` : USE_EN}`,
  );
}

const MACROS = notTaken(
  'Tệp có chứa macro (chương trình chạy bên trong tệp) nên không được nhận. Hãy lưu lại ở dạng không có macro.',
  'The file holds macros and is not taken. Save it in a form without macros.',
);
const MARKUP = notTaken(
  'Tệp văn bản có chứa mã trang web (HTML, SVG) nên không được nhận. Hãy lưu nội dung ở dạng Word hoặc PDF.',
  'The text holds HTML or SVG and is not taken. Save it as Word or PDF.',
);
const SECRET = problem(
  422,
  'secret',
  'Tài liệu có dấu chỉ độ mật nên không được nhận và không lưu lại. Hãy gỡ tệp khỏi máy này và xử lý theo quy định về bảo vệ bí mật nhà nước.',
  'The document is marked as a state secret: it was not taken and nothing of it was kept.',
);
