/** Numbers on screen: exact decimals arrive as plain strings (`13593.9`) and are shown as `13.593,9`. */
import { formatVietnamese, parsePlain, parseVietnamese, round, toPlain } from '#base/decimal.ts';

/** What stands for a missing value; never 0. */
export const MISSING = '—';

/** `13593.9` → `13.593,9`; null → `—`; a text that is no number comes back as it is. */
export function formatNumber(plain: string | null | undefined, places?: number): string {
  if (plain === null || plain === undefined || plain === '') return MISSING;
  const value = parsePlain(plain);
  if (!value) return plain;
  return formatVietnamese(places === undefined ? value : round(value, places));
}

/** `7.3` → `7,3%`. */
export function formatPercent(plain: string | null | undefined, places?: number): string {
  const text = formatNumber(plain, places);
  return text === MISSING ? text : `${text}%`;
}

/** `0.8` → `▲ 0,8 điểm %`, `-1.2` → `▼ 1,2 điểm %`, `0` → `= 0`. */
export function formatChange(plain: string | null | undefined, unit = 'điểm %'): string {
  if (plain === null || plain === undefined) return MISSING;
  const value = parsePlain(plain);
  if (!value) return plain;
  if (value.digits === 0n) return '= 0';
  const size = formatVietnamese(value.digits < 0n ? { ...value, digits: -value.digits } : value);
  return `${value.digits > 0n ? '▲' : '▼'} ${size} ${unit}`;
}

/** A count: `1.204`. */
export function formatCount(count: number): string {
  return formatVietnamese({ digits: BigInt(Math.trunc(count)), scale: 0 });
}

/** A share of 0…1 as whole per cent: `43%`. */
export function formatShare(share: number): string {
  return `${Math.round(Math.min(1, Math.max(0, share)) * 100)}%`;
}

/**
 * What a person typed as a number → the plain string, or null. Vietnamese writing first (`1.234,5`); a lone point
 * that cannot be a thousands mark is read as a decimal point (`7.5`), because keypads have no comma.
 */
export function parseTypedNumber(text: string): string | null {
  const clean = text.trim().replace(/\u2212/g, '-');
  const value = parseVietnamese(clean) ?? parsePlain(clean);
  return value ? toPlain(value) : null;
}

/** `1.2 MB` in Vietnamese: `1,2 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const units = ['KB', 'MB', 'GB'];
  let size = bytes / 1024;
  let unit = 0;
  while (size >= 1024 && unit < units.length - 1) {
    size /= 1024;
    unit += 1;
  }
  return `${size.toFixed(size < 10 ? 1 : 0).replace('.', ',')} ${units[unit]}`;
}
