/** Registers from and to Excel (nhập, xuất sổ theo dõi): what the registers share. */
import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { err, ok, type Result } from '#base/result.ts';
import { type Problem, problem } from '#contract/problem.ts';
import { type ReadLine, type RegisterColumn, readRegisterSheet } from '#render/register-sheet.ts';
import type { UseCase } from './usecase.ts';
import { NO_WORKBOOK, readWorkbookBytes } from './workbook-bytes.ts';

export interface Workbook {
  /** ASCII only. */
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** A route that takes bytes gives them beside its query. */
export type WithBytes<U> = U extends UseCase<infer I, infer O> ? UseCase<I & { readonly bytes: Readable }, O> : never;

export const NOTHING = problem(422, 'nothing-to-do', 'Tệp này không có dòng nào mới.', 'The workbook adds nothing.');

export function wrongRows(count: number): Problem {
  return problem(
    422,
    'wrong-rows',
    `Còn ${count} dòng sai. Hãy sửa trong tệp rồi chọn lại.`,
    `${count} rows are wrong. Put them right first.`,
  );
}

export function previewChanged(current: unknown): Problem {
  return problem(
    409,
    'preview-changed',
    'Danh sách hoặc tệp đã thay đổi sau khi xem trước. Hãy xem trước lại.',
    'The register or the file changed since the preview. Look at it again.',
    { current },
  );
}

export function tokenOf(said: unknown): string {
  return createHash('sha256').update(JSON.stringify(said)).digest('base64url');
}

/** The rows of a workbook from outside; refused when no sheet has the column that is needed. */
export async function readRegisterRows<Key extends string>(
  bytes: Readable,
  columns: readonly RegisterColumn<Key>[],
  needed: Key,
): Promise<Result<ReadLine<Key>[], Problem>> {
  const file = await readWorkbookBytes(bytes);
  if (!file.ok) return file;
  const title = columns.find((column) => column.key === needed)?.title ?? '';
  try {
    const rows = await readRegisterSheet(file.value, columns, needed);
    if (rows) return ok(rows);
  } catch {
    return err(NO_WORKBOOK);
  }
  return err(
    problem(
      422,
      'no-table',
      `Không thấy bảng nào có cột “${title}”. Hãy dùng biểu mẫu.`,
      `There is no table with a column “${title}”. Use the form.`,
    ),
  );
}
