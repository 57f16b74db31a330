/**
 * Turns an indicator's name into a set of weighted tokens: concepts (`POOR`, `GROWTH` …, phrases of one meaning) and
 * the words that are left. Concepts marked `!` make the signature, which must be equal for two names to match.
 */

import { fold, isWordCode } from '#base/fold.ts';
import { INDICATOR_CONCEPTS, INDICATOR_LIGHT, INDICATOR_NEUTRAL } from './data/indicators-words.ts';

/** Tokens of a name with their weights. */
export interface TokenSet {
  readonly weights: ReadonlyMap<number, number>;
  /** Sum of the weights. */
  readonly weight: number;
  /** The distinguishing concepts, sorted and joined. */
  readonly signature: string;
}

/** A word, and where it leads in the tree of phrases. */
interface Node {
  next: Map<string, Node> | null;
  /** Tokens of the phrase that ends here. */
  tokens: readonly Token[] | null;
}

interface Token {
  readonly id: number;
  readonly weight: number;
  readonly distinguishing: boolean;
}

const CONCEPT_WEIGHT = 1;
const WORD_WEIGHT = 0.7;
/** A word in brackets explains more often than it distinguishes. */
const IN_BRACKETS = 0.25;

/** i and y, which both occur in print. */
const SPELLINGS: ReadonlyMap<string, string> = new Map([
  ['sỹ', 'sĩ'],
  ['tỉ', 'tỷ'],
  ['kĩ', 'kỹ'],
  ['kì', 'kỳ'],
  ['lí', 'lý'],
  ['hằng', 'hàng'],
]);

const neutral = new Set(fold(INDICATOR_NEUTRAL).split(' '));
const words = new Map<string, Token>();
const concepts = new Map<string, Token>();
let tokenCount = 0;
const root = buildTree();
const NO_TOKENS: readonly Token[] = [];

function buildTree(): Node {
  const tree: Node = { next: null, tokens: null };
  for (const line of INDICATOR_CONCEPTS.split('\n')) {
    const cut = line.indexOf(' = ');
    if (cut < 0) continue;
    const tokens = line.slice(0, cut).split(' ').map(conceptOf);
    for (const phrase of line.slice(cut + 3).split(';')) plant(tree, wordsOf(fold(phrase.trim())), tokens);
  }
  return tree;
}

function conceptOf(printed: string): Token {
  const name = printed.replace('!', '');
  let token = concepts.get(name);
  if (!token) {
    const weight = INDICATOR_LIGHT[name] ?? CONCEPT_WEIGHT;
    token = { id: tokenCount++, weight, distinguishing: printed.endsWith('!') };
    concepts.set(name, token);
  }
  return token;
}

function plant(tree: Node, phrase: readonly string[], tokens: readonly Token[]): void {
  let node = tree;
  for (const word of phrase) {
    node.next ??= new Map();
    let child = node.next.get(word);
    if (!child) {
      child = { next: null, tokens: null };
      node.next.set(word, child);
    }
    node = child;
  }
  node.tokens = tokens;
}

function wordsOf(folded: string): string[] {
  const found: string[] = [];
  let start = -1;
  for (let i = 0; i <= folded.length; i++) {
    const inWord = i < folded.length && isWordCode(folded.charCodeAt(i));
    if (inWord && start < 0) start = i;
    else if (!inWord && start >= 0) {
      const word = folded.slice(start, i);
      found.push(SPELLINGS.get(word) ?? word);
      start = -1;
    }
  }
  return found;
}

/**
 * The tokens of a printed name. `learn` keeps new words, as for the names of the catalogue; a word that no name of the
 * catalogue holds only adds to the weight, so that `… của doanh nghiệp A` is less like `… của doanh nghiệp`.
 */
export function nameTokens(name: string, learn: boolean, more: readonly Token[] | null = null): TokenSet {
  const folded = fold(name);
  const weights = new Map<number, number>();
  const marks: number[] = [];
  let weight = 0;
  const take = (token: Token, factor: number) => {
    if (weights.has(token.id)) return;
    weights.set(token.id, token.weight * factor);
    weight += token.weight * factor;
    if (token.distinguishing) marks.push(token.id);
  };
  const close = folded.indexOf('(');
  const list = close < 0 ? wordsOf(folded) : wordsOf(folded.slice(0, close));
  for (const part of close < 0 ? [list] : [list, wordsOf(folded.slice(close))]) {
    const factor = part === list ? 1 : IN_BRACKETS;
    let i = 0;
    while (i < part.length) {
      const length = phraseAt(part, i);
      if (length > 0) {
        for (const token of phraseTokens) take(token, token.distinguishing ? 1 : factor);
        i += length;
        continue;
      }
      const word = part[i++] as string;
      if (neutral.has(word) || isNumber(word)) continue;
      let token = words.get(word);
      if (!token && learn) {
        token = { id: tokenCount++, weight: WORD_WEIGHT, distinguishing: false };
        words.set(word, token);
      }
      if (token) take(token, factor);
      else weight += WORD_WEIGHT * factor;
    }
  }
  if (more) for (const token of more) take(token, 1);
  marks.sort((a, b) => a - b);
  return { weights, weight, signature: marks.join(',') };
}

/** Length of the longest phrase at `at`, its tokens in `phraseTokens`; 0 when none begins there. */
let phraseTokens: readonly Token[] = NO_TOKENS;
function phraseAt(list: readonly string[], at: number): number {
  let node: Node | undefined = root;
  let length = 0;
  for (let i = at; i < list.length; i++) {
    node = node?.next?.get(list[i] as string);
    if (!node) break;
    if (node.tokens) {
      phraseTokens = node.tokens;
      length = i - at + 1;
    }
  }
  return length;
}

function isNumber(word: string): boolean {
  const code = word.charCodeAt(0);
  return code >= 48 && code <= 57;
}

/** What the part of a unit after `/` adds to a name: `giường bệnh/1 vạn dân` → per ten thousand people. */
export function unitTokens(unit: string): readonly Token[] | null {
  const slash = unit.indexOf('/');
  if (slash < 0) return null;
  const found: Token[] = [];
  const list = wordsOf(fold(unit.slice(slash + 1)));
  for (let i = 0; i < list.length; i++) {
    const length = phraseAt(list, i);
    if (length === 0) continue;
    const marks = phraseTokens.filter((token) => token === per10000 || token === per1000);
    found.push(...marks);
    i += length - 1;
  }
  return found.length > 0 ? found : null;
}

const per10000 = concepts.get('PER10000');
const per1000 = concepts.get('PER1000');
