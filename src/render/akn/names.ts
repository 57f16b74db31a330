/** Names inside an Akoma Ntoso document: slugs, IRIs and eIds (OASIS Akoma Ntoso Naming Convention 1.0, §4 and §5). */
import type { DocumentHeader } from '#reading/model.ts';

/** ASCII words joined by `-`; đ becomes d, all other marks fall away. Empty when nothing is left. */
export function slug(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[đĐ]/g, (c) => (c === 'đ' ? 'd' : 'D'))
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** `Nghị quyết` → `nghiQuyet`. */
export function camel(text: string): string {
  const words = slug(text).toLowerCase().split('-');
  return words.map((word, i) => (i === 0 ? word : word.slice(0, 1).toUpperCase() + word.slice(1))).join('');
}

/** A short slug for an id: whole words up to 60 letters. */
export function shortSlug(text: string): string {
  const all = slug(text).toLowerCase();
  if (all.length <= 60) return all;
  const cut = all.lastIndexOf('-', 60);
  return all.slice(0, cut > 20 ? cut : 60);
}

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** True for a day that the calendar has, as `YYYY-MM-DD`: `xsd:date` refuses any other. */
export function isDay(date: string | null): date is string {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date ?? '');
  if (!found) return false;
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > (DAYS[month - 1] ?? 0)) return false;
  return month !== 2 || day < 29 || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
}

/**
 * The date that stands where the schema requires one and the document has none. No Vietnamese document bears it, it
 * sorts before all, and `name="unknown"` beside it says what it is.
 */
export const UNKNOWN_DATE = '0001-01-01';

/** The parts of an IRI that name a work: `/akn/vn/doc/nghi-quyet/<issuer>/<date>/<number>`. */
export interface WorkName {
  readonly root: 'act' | 'doc';
  readonly type: string | null;
  readonly issuer: string | null;
  readonly date: string | null;
  readonly symbol: string | null;
}

/**
 * IRI of a work. What is unknown stays visibly unknown: `van-ban` (no type), `unknown` (no issuer), `undated`,
 * and `nn` for no number, as the naming convention has it.
 */
export function workIri(work: WorkName): string {
  const type = slug(work.type ?? '').toLowerCase() || 'van-ban';
  const issuer = shortSlug(work.issuer ?? '') || 'unknown';
  const date = isDay(work.date) ? work.date : 'undated';
  return `/akn/vn/${work.root}/${type}/${issuer}/${date}/${slug(work.symbol ?? '') || 'nn'}`;
}

/** IRI of the document itself. */
export function documentIri(header: DocumentHeader, root: 'act' | 'doc'): string {
  return workIri({ root, type: header.type, issuer: header.issuer, date: header.date, symbol: header.symbol });
}

/** Abbreviations of the naming convention, §5.3; an element that isn't here stands under its own name. */
const ABBREVIATIONS: Readonly<Record<string, string>> = {
  alinea: 'al',
  article: 'art',
  attachment: 'att',
  chapter: 'chp',
  citation: 'cit',
  citations: 'cits',
  paragraph: 'para',
  recital: 'rec',
  recitals: 'recs',
  section: 'sec',
  subparagraph: 'subpara',
  subsection: 'subsec',
};

const ORDINALS: Readonly<Record<string, string>> = { nhat: '1', mot: '1', hai: '2', ba: '3', tu: '4', nam: '5' };

/** The number part of an eId from a printed label: `Điều 2` → `2`, `3.10` → `3-10`, `đ` → `dd`; null for `-`. */
export function labelNumber(label: string | null): string | null {
  if (label === null) return null;
  const short = label.trim();
  if (short === 'đ' || short === 'Đ') return 'dd';
  const word = slug((/(?:điều|chương|mục|phần)\s+(?:thứ\s+)?(.+)$/iu.exec(short)?.[1] ?? short).slice(0, 40));
  return word === '' ? null : (ORDINALS[word.toLowerCase()] ?? word);
}

/** Gives out eIds: `<parent>__<element>_<number>`, each once. */
export class Ids {
  readonly #used = new Map<string, number>();

  /** The wanted id, or the id with `-2`, `-3` … when it is taken. */
  unique(wanted: string): string {
    let id = wanted;
    let n = this.#used.get(wanted) ?? 0;
    while (this.#used.has(id)) {
      n++;
      id = `${wanted}-${n + 1}`;
    }
    this.#used.set(id, this.#used.get(id) ?? 0);
    if (n > 0) this.#used.set(wanted, n);
    return id;
  }

  /** The id of an element under a parent. */
  child(parent: string, element: string, number: string | number): string {
    const own = `${ABBREVIATIONS[element] ?? element}_${number}`;
    return this.unique(parent === '' ? own : `${parent}__${own}`);
  }
}

/** Counts elements by name, for those without a label. */
export class Counter {
  readonly #counts = new Map<string, number>();

  next(name: string): number {
    const n = (this.#counts.get(name) ?? 0) + 1;
    this.#counts.set(name, n);
    return n;
  }
}
