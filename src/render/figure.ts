/** Numbers and dates as a Vietnamese office prints them: `13.593,9`, `30/06/2021`. */

/** A plain decimal with its printed precision: `13593.9` → `13.593,9`, `7.50` → `7,50`. */
export function formatDecimal(decimal: string): string {
  const match = /^([-+]?)0*(\d+)(?:\.(\d+))?$/.exec(decimal);
  if (!match) return decimal;
  const [, sign = '', whole = '', fraction] = match;
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  return `${sign === '-' ? '−' : ''}${grouped}${fraction === undefined ? '' : `,${fraction}`}`;
}

/** A count: `1234` → `1.234`. */
export function formatCount(count: number): string {
  return formatDecimal(String(count));
}

/** How many digits stand after the decimal mark: `7.50` → 2. */
export function countDecimals(decimal: string): number {
  return /\.(\d+)$/.exec(decimal)?.[1]?.length ?? 0;
}

/** An ISO date: `2021-06-30` → `30/06/2021`. Anything else is given back as it is. */
export function formatDate(iso: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  return match ? `${match[3]}/${match[2]}/${match[1]}` : iso;
}
