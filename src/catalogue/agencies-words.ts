/** Words of a text as numbers, and a trie over them: what the finders of agencies and provinces share. */
import { bareCode, fold, isWordCode } from '#base/fold.ts';

/** Stands for `và`, `&`, `,`, `-`, `/` between the words of one name. */
export const JOINT = 1;

const AMPERSAND = 38;
const COMMA = 44;
const HYPHEN = 45;
const DOT = 46;
const SLASH = 47;
const NEWLINE = 10;

/** A number for a word without case and diacritics. */
export function hashOf(word: string): number {
  let hash = 7;
  for (let i = 0; i < word.length; i++) hash = (Math.imul(hash, 31) + bareCode(word.charCodeAt(i))) | 0;
  return hash;
}

/** Abbreviations that always mean the same words. */
const ABBREVIATIONS: Readonly<Record<string, string>> = {
  UBND: 'ủy ban nhân dân',
  HĐND: 'hội đồng nhân dân',
  MTTQ: 'mặt trận tổ quốc',
  MTTQVN: 'mặt trận tổ quốc việt nam',
  UBMTTQ: 'ủy ban mặt trận tổ quốc',
  UBMTTQVN: 'ủy ban mặt trận tổ quốc việt nam',
  UBKT: 'ủy ban kiểm tra',
  ĐBQH: 'đại biểu quốc hội',
  BCH: 'ban chấp hành',
  BTV: 'ban thường vụ',
  BCSĐ: 'ban cán sự đảng',
  BCĐ: 'ban chỉ đạo',
  BQL: 'ban quản lý',
  QLDA: 'quản lý dự án',
  ĐTXD: 'đầu tư xây dựng',
  PVHCC: 'phục vụ hành chính công',
  TTXTĐT: 'trung tâm xúc tiến đầu tư',
  VP: 'văn phòng',
  KKT: 'khu kinh tế',
  KCN: 'khu công nghiệp',
  NTM: 'nông thôn mới',
  PTNT: 'phát triển nông thôn',
  CHQS: 'chỉ huy quân sự',
  BCHQS: 'bộ chỉ huy quân sự',
  BĐBP: 'bộ đội biên phòng',
  TAND: 'tòa án nhân dân',
  VKSND: 'viện kiểm sát nhân dân',
  KSND: 'kiểm sát nhân dân',
  THADS: 'thi hành án dân sự',
  NHNN: 'ngân hàng nhà nước',
  NHCSXH: 'ngân hàng chính sách xã hội',
  BHXH: 'bảo hiểm xã hội',
  KBNN: 'kho bạc nhà nước',
  KTNN: 'kiểm toán nhà nước',
  LĐLĐ: 'liên đoàn lao động',
  LHPN: 'liên hiệp phụ nữ',
  CCB: 'cựu chiến binh',
  TNCS: 'thanh niên cộng sản',
  HTX: 'hợp tác xã',
  XTĐT: 'xúc tiến đầu tư',
  QLTT: 'quản lý thị trường',
  ATGT: 'an toàn giao thông',
  PCCC: 'phòng cháy chữa cháy',
  TP: 'thành phố',
  TW: 'trung ương',
  VN: 'việt nam',
  HCM: 'hồ chí minh',
  TPHCM: 'thành phố hồ chí minh',
};

const EXPANSIONS = new Map<number, readonly { hash: number; word: string }[]>(
  Object.entries(ABBREVIATIONS).map(([short, words]) => [
    hashOf(short),
    words.split(' ').map((word) => ({ hash: hashOf(word), word: fold(word) })),
  ]),
);

/** A node of the trie; an edge is a word without diacritics, `folds` are the words that led here, with them. */
export interface WordNode<T> {
  readonly next: Map<number, WordNode<T>>;
  readonly folds: string[];
  readonly hits: T[];
}

function newNode<T>(): WordNode<T> {
  return { next: new Map(), folds: [], hits: [] };
}

/** Trie of names; a joint of a name may be written in any way or left out. */
export class WordTrie<T> {
  readonly root: WordNode<T> = newNode();
  /** Hashes of the words, and abbreviations of words, that a name starts with. */
  readonly starts = new Set<number>();

  add(name: string, hit: T): void {
    const words = wordsOf(name);
    const first = words[0];
    if (first === undefined || first === null) return;
    this.starts.add(hashOf(first));
    for (const [short, expanded] of EXPANSIONS) if (expanded[0]?.hash === hashOf(first)) this.starts.add(short);
    this.insert(this.root, words, 0, hit);
  }

  private insert(node: WordNode<T>, words: readonly (string | null)[], at: number, hit: T): void {
    if (at === words.length) {
      if (!node.hits.includes(hit)) node.hits.push(hit);
      return;
    }
    const word = words[at] as string | null;
    if (word === null) this.insert(node, words, at + 1, hit);
    const key = word === null ? JOINT : hashOf(word);
    let child = node.next.get(key);
    if (child === undefined) {
      child = newNode();
      node.next.set(key, child);
    }
    if (word !== null && !child.folds.includes(word)) child.folds.push(word);
    this.insert(child, words, at + 1, hit);
  }
}

/** The folded words of a name, abbreviations written out, null for a joint. */
export function wordsOf(name: string): (string | null)[] {
  const words: (string | null)[] = [];
  for (const token of fold(name).match(/[\p{L}\p{N}]+|[&,/-]/gu) ?? []) {
    if (token === 'và' || /^[&,/-]$/.test(token)) {
      if (words.length > 0 && words.at(-1) !== null) words.push(null);
    } else {
      const expansion = EXPANSIONS.get(hashOf(token));
      if (expansion === undefined) words.push(token);
      else words.push(...expansion.map(({ word }) => word));
    }
  }
  if (words.at(-1) === null) words.pop();
  return words;
}

/** Reads the words of one text; the last word read is in `hash` and `end`. */
export class WordReader {
  readonly text: string;
  hash = 0;
  end = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** Reads the word that starts at `start`. */
  read(start: number): void {
    const { text } = this;
    let hash = 7;
    let i = start;
    for (; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (!isWordCode(code)) break;
      hash = (Math.imul(hash, 31) + bareCode(code)) | 0;
    }
    this.hash = hash;
    this.end = i;
  }

  /**
   * Start of the next word of the same name after `from`: past spaces, at most one line end and the marks that join
   * words. −1 when something else stands between; `joined` says whether a mark was passed.
   */
  nextStart(from: number): number {
    const { text } = this;
    let lines = 0;
    this.joined = false;
    for (let i = from; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (isWordCode(code)) return i;
      if (code === NEWLINE) {
        if (++lines > 1) return -1;
      } else if (code === AMPERSAND || code === COMMA || code === HYPHEN || code === SLASH) this.joined = true;
      else if (code >= 0x2010 && code <= 0x2015) this.joined = true;
      else if (code === DOT) {
        // Only after an abbreviation: "TP. Hồ Chí Minh".
        if (i !== from || !isAbbreviationBefore(text, i)) return -1;
      } else if (bareCode(code) !== 32) return -1;
    }
    return -1;
  }
  /** Did the last {@link nextStart} pass a mark that joins? */
  joined = false;

  /** Is the word at `at` the word "và"? */
  isAnd(at: number): boolean {
    const { text } = this;
    const first = text.charCodeAt(at);
    if (first !== 118 && first !== 86) return false;
    const second = text.charCodeAt(at + 1);
    return (second === 0xe0 || second === 0xc0) && !isWordCode(text.charCodeAt(at + 2));
  }
}

function isAbbreviationBefore(text: string, dot: number): boolean {
  return /(?:^|[^\p{L}])TP$/iu.test(text.slice(Math.max(0, dot - 3), dot));
}

/** Called for each node with hits; `end` is the end of the last word, `wrong` the words whose diacritics differ. */
export type Visit<T> = (hits: readonly T[], end: number, words: number, wrong: number) => void;

/**
 * Walks the trie along the text from the word at `start`, calling `visit` wherever a name ends. Words are compared
 * without diacritics; only where a name ends are the diacritics looked at.
 */
export function walk<T>(trie: WordTrie<T>, text: string, start: number, visit: Visit<T>, from?: WordNode<T>): void {
  new Walker(text, visit).step(from ?? trie.root, start, 0);
}

class Walker<T> {
  private readonly reader: WordReader;
  private readonly visit: Visit<T>;
  /** The words walked so far that stand in the text as such: node, start, end. */
  private readonly nodes: WordNode<T>[] = [];
  private readonly bounds: number[] = [];

  constructor(text: string, visit: Visit<T>) {
    this.reader = new WordReader(text);
    this.visit = visit;
  }

  step(node: WordNode<T>, at: number, words: number): void {
    const { reader } = this;
    reader.read(at);
    const { hash, end } = reader;
    const expansion = EXPANSIONS.get(hash);
    if (expansion !== undefined) {
      let target: WordNode<T> | undefined = node;
      for (const { hash: next, word } of expansion) {
        target = target?.next.get(next);
        if (target !== undefined && !target.folds.includes(word)) target = undefined;
      }
      if (target !== undefined) this.arrive(target, end, words + expansion.length);
    }
    const target = node.next.get(hash);
    if (target === undefined) return;
    this.nodes.push(target);
    this.bounds.push(at, end);
    this.arrive(target, end, words + 1);
    this.nodes.pop();
    this.bounds.length -= 2;
  }

  private arrive(node: WordNode<T>, end: number, words: number): void {
    if (node.hits.length > 0) this.visit(node.hits, end, words, this.wrongWords());
    if (node.next.size === 0) return;
    const { reader } = this;
    let next = reader.nextStart(end);
    if (next < 0) return;
    let { joined } = reader;
    if (reader.isAnd(next)) {
      next = reader.nextStart(next + 2);
      if (next < 0) return;
      joined = true;
    }
    const target = joined ? node.next.get(JOINT) : node;
    if (target !== undefined) this.step(target, next, words);
  }

  /** How many of the words walked differ from the name's in their diacritics. */
  private wrongWords(): number {
    let wrong = 0;
    for (let i = 0; i < this.nodes.length; i++) {
      const word = this.reader.text.slice(this.bounds[2 * i], this.bounds[2 * i + 1]);
      if (!(this.nodes[i] as WordNode<T>).folds.includes(fold(word))) wrong++;
    }
    return wrong;
  }
}

/** True for an upper-case letter or a digit. */
export function isUpperAt(text: string, at: number): boolean {
  const char = text.charAt(at);
  return char !== '' && char !== char.toLowerCase();
}
