/**
 * Filters in the address (bộ lọc trên đường dẫn): small readers from which each page builds its own, so that a link
 * shows another person the same view and a hand-made address cannot break a page. Unknown values are left out.
 */

export type Raw = Readonly<Record<string, unknown>>;

/** A text; numbers that the router read from the address are turned back. */
export function text(raw: Raw, name: string, most = 200): string | undefined {
  const value = raw[name];
  const read = typeof value === 'number' ? String(value) : value;
  return typeof read === 'string' && read.trim() !== '' ? read.slice(0, most) : undefined;
}

export function oneOf<const T extends string>(raw: Raw, name: string, allowed: readonly T[]): T | undefined {
  return allowed.find((one) => one === raw[name]);
}

/** Several, as a list or as one value. */
export function someOf<const T extends string>(raw: Raw, name: string, allowed: readonly T[]): T[] | undefined {
  const given = Array.isArray(raw[name]) ? raw[name] : [raw[name]];
  const found = allowed.filter((one) => given.includes(one));
  return found.length > 0 ? found : undefined;
}

/** A whole number from `least` to `most`. */
export function whole(raw: Raw, name: string, least: number, most: number): number | undefined {
  const value = typeof raw[name] === 'string' ? Number(raw[name]) : raw[name];
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most ? value : undefined;
}

/** `yyyy-MM-dd`. */
export function day(raw: Raw, name: string): string | undefined {
  const value = raw[name];
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined;
}

/** A place of our own to go back to; never another site's address. */
export function ownAddress(raw: Raw, name: string): string | undefined {
  const value = text(raw, name, 2000);
  return value?.startsWith('/') && !/^\/[/\\]/.test(value) ? value : undefined;
}

/** The search of a sign-in that leads back to `address`; the first page needs no mention. */
export function backTo(address: string): { readonly ve?: string } {
  return address === '/' ? {} : { ve: address };
}

/** Leaves out what is undefined, so that it does not stand in the address. */
export function kept<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;
}
