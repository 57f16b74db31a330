/** Cursors of lists (con trỏ trang): where a page ended, as text that clients hand back unread. Made and read here only. */
import { isDate } from '#base/date.ts';
import { err, ok, type Result } from '#base/result.ts';
import { isUuid } from '#base/uuid.ts';
import { type Problem, problem } from '#contract/problem.ts';

/** What a field of a cursor holds: it goes into a query, so it must be what the column takes. */
export type CursorField = 'text' | 'number' | 'date' | 'instant';

type Value<F extends CursorField> = F extends 'number' ? number : string;

export type Cursor<S extends Readonly<Record<string, CursorField>>> = {
  readonly [K in keyof S]: Value<S[K]> | null;
} & {
  readonly id: string;
};

export function writeCursor(at: Readonly<Record<string, string | number | null>> & { readonly id: string }): string {
  return Buffer.from(JSON.stringify(at), 'utf8').toString('base64url');
}

export const BAD_CURSOR = problem(400, 'bad-cursor', 'Trang tiếp theo không còn hợp lệ.', 'The cursor is not valid.');

/** Null for the first page. What is no cursor of this list is refused: a list that began anew would repeat itself. */
export function readCursor<const S extends Readonly<Record<string, CursorField>>>(
  text: string | undefined,
  shape: S,
): Result<Cursor<S> | null, Problem> {
  if (text === undefined) return ok(null);
  let at: unknown;
  try {
    at = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return err(BAD_CURSOR);
  }
  if (typeof at !== 'object' || at === null) return err(BAD_CURSOR);
  const fields = at as Record<string, unknown>;
  const fits = Object.entries(shape).every(([name, field]) => holds(fields[name], field));
  if (!fits || typeof fields.id !== 'string' || !isUuid(fields.id)) return err(BAD_CURSOR);
  return ok(at as Cursor<S>);
}

function holds(value: unknown, field: CursorField): boolean {
  if (value === null) return true;
  if (field === 'number') return typeof value === 'number' && Number.isFinite(value);
  if (typeof value !== 'string' || value.includes('\0')) return false;
  if (field === 'date') return isDate(value);
  return field === 'text' || (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value) && !Number.isNaN(Date.parse(value)));
}
