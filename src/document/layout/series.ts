/** Labels as places in a series, and where a series breaks: pure arithmetic, without a look at the page. */

/** The head of a paragraph or of a row. */
export interface Entry<W> {
  /** Its first word. */
  readonly text: string;
  /** Labels of different families never follow one another: `Điều 1.`, `1.` */
  readonly family: string;
  /** It stands alone in a cell: a bare number is a label. */
  readonly alone: boolean;
  /** What is doubted when the label, or the lack of one, is out of place. */
  readonly head: W | null;
}

export interface Broken<W> {
  /** With the label that must have been there, or null. */
  readonly broken: ReadonlyMap<W, string | null>;
  /** Labels between the one before and the one after: whatever recognition thinks of them, they are right. */
  readonly sure: ReadonlySet<W>;
}

interface Ordinal {
  readonly series: string;
  readonly at: number;
}

/** The family of numbers that may be amounts as well as serials: only what both neighbours say counts. */
export const BARE = 'bare';

const LETTERS = [...'abcdđeghiklmnopqrstuvxy'];
/** A gap wider than this is another list. */
const WIDEST_GAP = 4;
/** More lines between two labels than this don't tell which of them lost the label between. */
const MOST_LINES = 6;
/** What may be left of a label: a sign or two and a full stop. */
const REMAINS = /^[\p{L}\d|!¡'"]{1,3}[.,:;)]$/u;
const BULLET = /^[-–—+•▪●○·*◦]/u;

interface Placed<W> extends Entry<W> {
  readonly ordinal: Ordinal | null;
}

/**
 * The heads that are out of order, or that lack a label that should be there; with what the label must have been where
 * both neighbours say so and what was read looks like it.
 */
export function findBroken<W>(entries: readonly Entry<W>[]): Broken<W> {
  const placed = entries.map((entry): Placed<W> => ({ ...entry, ordinal: ordinalOf(entry) }));
  const broken = new Map<W, string | null>();
  const sure = new Set<W>();
  const add = (entry: Placed<W> | undefined, label: string | null = null): void => {
    if (entry?.head && !broken.get(entry.head)) broken.set(entry.head, label);
  };
  const bySeries = new Map<string, number[]>();
  for (const [i, { ordinal }] of placed.entries()) {
    if (ordinal) bySeries.set(ordinal.series, [...(bySeries.get(ordinal.series) ?? []), i]);
  }
  for (const [series, places] of bySeries) {
    const value = (k: number): number => placed[places[k] as number]?.ordinal?.at ?? Number.NaN;
    // Where each list of this series stands that may still go on: its last number and the entry that has it.
    const open = new Map<number, number>();
    for (const [k, i] of places.entries()) {
      const at = value(k);
      const { head } = placed[i] as Placed<W>;
      if (head && value(k - 1) === at - 1 && value(k + 1) === at + 1) sure.add(head);
      const strange = k > 0 && value(k + 1) === value(k - 1) + 2 && at !== value(k - 1) + 1;
      const label = strange ? labelAfter(placed[places[k - 1] as number], placed[i] as Placed<W>) : null;
      if (strange && (label !== null || !series.startsWith(BARE))) {
        add(placed[i], label);
        open.set(value(k - 1) + 1, i);
        continue;
      }
      if (at !== 1 && !open.has(at - 1) && !series.startsWith(BARE)) {
        const repeated = k > 0 && value(k - 1) === at;
        if (repeated) add(placed[places[k - 1] as number]);
        const from = repeated ? null : lastBefore(open, at);
        const headLost = from === null && at <= WIDEST_GAP + 1 && value(k + 1) === at + 1;
        if (repeated || (from === null && !headLost)) {
          if (repeated || series.endsWith('.')) add(placed[i]);
        } else {
          const start = from ?? headBefore(placed, i);
          const lines = candidates(placed.slice(start + 1, i));
          const one =
            from !== null && at === (placed[from]?.ordinal?.at ?? 0) + 2 && lines.sure && lines.found.length === 1;
          for (const line of lines.found) add(line, one ? labelAfter(placed[from], line) : null);
          if (!lines.sure) add(placed[i]);
        }
      }
      open.delete(at - 1);
      open.set(at, i);
    }
  }
  return { broken, sure };
}

/** The entry with the nearest smaller number. */
function lastBefore(open: ReadonlyMap<number, number>, at: number): number | null {
  for (let n = at - 1; n >= Math.max(1, at - 1 - WIDEST_GAP); n--) {
    const entry = open.get(n);
    if (entry !== undefined) return entry;
  }
  return null;
}

/** The label of another series under which a list begins. */
function headBefore<W>(placed: readonly Placed<W>[], before: number): number {
  for (let i = before - 1; i >= 0; i--) if (placed[i]?.ordinal) return i;
  return -1;
}

/** Which of the lines between two labels may have lost theirs; sure when one of them shows what is left of it. */
function candidates<W>(between: readonly Placed<W>[]): { found: readonly Placed<W>[]; sure: boolean } {
  const single = (entry: Placed<W>): boolean =>
    entry.ordinal !== null &&
    (entry.alone || /^\p{Lu}/u.test(entry.text)) &&
    between.filter((other) => other.ordinal?.series === entry.ordinal?.series).length === 1;
  const left = between.filter(
    (entry) =>
      single(entry) || (!entry.ordinal && (REMAINS.test(entry.text) || (entry.alone && /^\S{1,3}$/.test(entry.text)))),
  );
  if (left.length > 0) return { found: left, sure: true };
  const bare = between.filter((entry) => !entry.ordinal && !BULLET.test(entry.text));
  return { found: bare.length <= MOST_LINES ? bare : [], sure: false };
}

const LABEL = /^(\(?)((?:\d{1,2}\.)*\d{1,3}|[IVX]{1,6}|[a-zđ]|[A-ZĐ])([.)/:-]?)(?:-|\p{Lu}\p{Ll}*)?$/u;

/** `3.10.` is the tenth of the series `3.`, `đ)` the fifth letter, `IV.` the fourth of the Roman ones. */
function ordinalOf<W>({ text, family, alone }: Entry<W>): Ordinal | null {
  const found = LABEL.exec(text);
  if (!found) return null;
  const [, bracket = '', label = '', sign = ''] = found;
  // No list comes to a bare `l`.
  if (label === 'l' && sign === '') return null;
  if (sign === '' && !alone && !/^\d{1,2}(?:\.\d{1,2})+$/.test(label) && family === '') return null;
  const style = `${family} ${bracket}${sign === ')' ? sign : ''}`;
  if (/^[IVX]+$/.test(label)) return { series: `${style}I`, at: romanValue(label) };
  const number = /^((?:\d+\.)*)(\d+)$/.exec(label);
  if (number) {
    const at = Number(number[2]);
    // Several levels are told from a single one, whatever sign stands behind.
    if (number[1] !== '') return at === 0 ? null : { series: `${number[1]}`, at };
    return at === 0 || at > 200 ? null : { series: `${style}1`, at };
  }
  const small = LETTERS.indexOf(label);
  if (small >= 0) return { series: `${style}a`, at: small + 1 };
  return { series: `${style}A`, at: label.charCodeAt(0) - 64 };
}

/** The label that follows another one, when what was read in its place may be that. */
function labelAfter<W>(before: Placed<W> | undefined, read: Placed<W>): string | null {
  const parts = before?.ordinal ? LABEL.exec(before.text) : null;
  if (!before?.ordinal || !parts) return null;
  const [, bracket = '', label = '', sign = ''] = parts;
  const kind = before.ordinal.series.at(-1);
  const at = before.ordinal.at + 1;
  const name =
    kind === 'a'
      ? LETTERS[at - 1]
      : kind === 'A'
        ? String.fromCharCode(64 + at)
        : kind === 'I'
          ? ROMANS[at]
          : `${/^(?:\d+\.)*(?=\d+$)/.exec(label)?.[0] ?? ''}${at}`;
  const bare = read.text.replace(/^\(|[.,:;)/-]+$/g, '');
  return name && looksLike(bare, name) ? `${bracket}${name}${sign}` : null;
}

/** Signs that recognition takes for each other in labels. */
const ALIKE = ['1IlTi|!¡í', '0OoQ', '4AÁ', '5Ss', '6Gb', '8B', 'gøq9', '2Zz', 'hn'];

/** The same but for signs that are alike, or one sign less. */
function looksLike(read: string, label: string): boolean {
  const [a, b] = [plainSigns(read), plainSigns(label)];
  if (a === b) return true;
  if (a.length + 1 !== b.length || a === '') return false;
  return [...b].some((_, i) => b.slice(0, i) + b.slice(i + 1) === a);
}

function plainSigns(text: string): string {
  return [...text].map((sign) => ALIKE.find((group) => group.includes(sign))?.[0] ?? sign).join('');
}

const ROMANS = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV', 'XV'];

function romanValue(label: string): number {
  const worth = (letter: string | undefined) => (letter === 'X' ? 10 : letter === 'V' ? 5 : letter === 'I' ? 1 : 0);
  let value = 0;
  for (let i = 0; i < label.length; i++)
    value += worth(label[i]) < worth(label[i + 1]) ? -worth(label[i]) : worth(label[i]);
  return value;
}
