/**
 * How Vietnamese a text looks: the share of its words with marks that are possible Vietnamese syllables (âm tiết). The
 * grammar of the syllable – onset, rhyme, tone – is small and closed, so a wrong encoding betrays itself within a line.
 */

/** Onsets (âm đầu); `qu` and `gi` are looked at by themselves. */
const ONSETS = new Set(' b c ch d đ g gh h k kh l m n ng ngh nh p ph r s t th tr v x'.split(' '));

/** Rhymes (vần) without tone. */
const RHYMES = new Set(
  (
    'a ai ao au ay ac ach am an ang anh ap at ă ăc ăm ăn ăng ăp ăt âu ây âc âm ân âng âp ât e eo ec em en eng ep et ' +
    'ê êu êch êm ên ênh êp êt i ia iu ich im in inh ip it iêc iêm iên iêng iêp iêt iêu y ' +
    'yêm yên yêng yêt yêu o oi oc om on ong op ot oong ooc oa oai oay oao oac oach oam oan oang oanh oap oat ' +
    'oăc oăm oăn oăng oăt oe oeo oen oet ô ôi ôc ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt ' +
    'u ua ui uc um un ung up ut uê uêch uênh uên uơ uân uâng uât uây uy uya uych uyn uynh uyt uyp uyên uyêt uyu ' +
    'uôi uôc uôm uôn uông uôt ư ưa ưi ưu ưc ưm ưn ưng ưt ươi ươu ươc ươm ươn ương ươp ươt'
  ).split(' '),
);

/** Rhymes that stand behind `qu` only. */
const AFTER_QU = new Set('i it in eng et en eo ăp âng ơn ơt'.split(' '));

/** Tones as combining marks in their order in NFD, behind circumflex, breve and horn. */
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** True for a possible syllable, small letters, NFC. `isSyllable('nguyễn')`, not `isSyllable('quyõt')`. */
export function isSyllable(word: string): boolean {
  if (word.length > 8) return false;
  const decomposed = word.normalize('NFD');
  const tones = decomposed.match(TONE);
  if (tones && tones.length > 1) return false;
  const plain = tones ? decomposed.replace(TONE, '').normalize('NFC') : word;
  // A rhyme that is stopped bears sắc or nặng, in writing without marks none.
  if (tones && /(?:c|ch|p|t)$/.test(plain) && tones[0] !== '\u0301' && tones[0] !== '\u0323') return false;
  if (plain.startsWith('qu')) {
    const rest = plain.slice(2);
    return AFTER_QU.has(rest) || RHYMES.has(`o${rest}`) || RHYMES.has(`u${rest}`) || RHYMES.has(rest);
  }
  if (plain.startsWith('gi')) {
    const rest = plain.slice(2);
    return RHYMES.has(rest) || RHYMES.has(`i${rest}`);
  }
  for (let length = Math.min(3, plain.length - 1); length >= 0; length--) {
    if (ONSETS.has(plain.slice(0, length)) && RHYMES.has(plain.slice(length))) return true;
  }
  return false;
}

export interface Plausibility {
  /** Words with a letter outside ASCII, and symbols that no Vietnamese text has inside words. */
  readonly marked: number;
  /** How many of them are possible syllables in an ordinary mixture of cases. */
  readonly markedValid: number;
  /** Words in ASCII letters only. */
  readonly plain: number;
  readonly plainValid: number;
}

/** Letters with their marks, also decomposed; a symbol of the Latin-1 block counts as a word that is none. */
const WORD = /\p{L}[\p{L}\p{M}]*|\p{M}|[\u00a1-\u00bf\u00d7\u00f7\u0080-\u009f\ufffd]/gu;
/** Symbols that ordinary text has: quotes, degrees, squares, a hyphen that may be hidden, copyright, paragraph … */
const ORDINARY = /^[«»°²³·©®§±½¼¾]$/;
const CASES = /^(?:\p{L}\p{Ll}*|\p{Lu}+)$/u;

/** Judges a text by its words; linear. */
export function judge(text: string): Plausibility {
  let marked = 0;
  let markedValid = 0;
  let plain = 0;
  let plainValid = 0;
  for (const [found] of text.normalize('NFC').matchAll(WORD)) {
    if (found.length === 1 && ORDINARY.test(found)) continue;
    const ascii = /^[A-Za-z]+$/.test(found);
    if (ascii && found.length === 1) continue;
    const valid = CASES.test(found) && isSyllable(found.toLowerCase());
    if (ascii) {
      plain++;
      if (valid) plainValid++;
    } else {
      marked++;
      if (valid) markedValid++;
    }
  }
  return { marked, markedValid, plain, plainValid };
}

/** Share of the words with marks that are possible, 0 where there are none. */
export function shareOf({ marked, markedValid }: Plausibility): number {
  return marked === 0 ? 0 : markedValid / marked;
}
