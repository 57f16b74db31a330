/** Cursors of lists (con trỏ trang): where a page ended, as text that clients hand back unread. */

export function writeCursor(at: Readonly<Record<string, string | number>>): string {
  return Buffer.from(JSON.stringify(at), 'utf8').toString('base64url');
}

const UUID = /^[0-9a-f-]{36}$/;

/** Null for none and for what is no cursor of this list: the list then begins anew. */
export function readCursor<T extends { id: string }>(
  text: string | undefined,
  fields: readonly (keyof T & string)[],
): T | null {
  if (text === undefined) return null;
  try {
    const at = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as T | null;
    if (typeof at !== 'object' || at === null || !UUID.test(at.id)) return null;
    const plain = fields.every((field) => typeof at[field] === 'string' && !(at[field] as string).includes('\0'));
    return plain ? at : null;
  } catch {
    return null;
  }
}
