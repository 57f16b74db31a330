/** How numbers are written in Vietnamese documents, and what only looks like one: a sign that recognition went wrong. */

const AROUND = /^[([{"'“”‘’«<*–—-]+|[)\]}"'“”‘’»>*.,;:!?–—-]+$/gu;

/** 1.234.567,8 – 12,5 – 2021 – 0,05 */
const NUMBER = /^[+±-]?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?$/;
/** 8/12/2020, 30-11-2020, 12/2020, 2021-2025, 4/7, 3-5 – and the same of whole numbers */
const PARTS = /^(?:\d{1,3}(?:\.\d{3})+|\d{1,4})(?:,\d+)?%?(?:[/–-](?:\d{1,3}(?:\.\d{3})+|\d{1,4})(?:,\d+)?){1,2}$/;
/** 2.1. – 1.1.1 */
const LABEL = /^\d{1,2}(?:\.\d{1,2}){1,4}$/;
/** 310. – no list counts so far: it was 3.10. */
const FAR_LABEL = /^\d{3,4}[.)]$/;
/** Letters that are taken for digits and the other way round. */
const MIXED = /\d[lIOoSBZ|!]|[lIOo|!]\d|\d[àáảãạâăêôơưđ]/;
/** What a lost number leaves behind: no word of Vietnamese consists of these alone. */
const REMAINS = /^(?:[lOoSBZU|!"'°º?ñ]{1,3}|[A-Z]?["'°|!][A-Z]?)$/;

/** At the head of a line or alone in a cell: a roman one has a full stop behind it, and no list comes to `L.` */
const LIKE_A_SERIAL = /^(?:[lIL|]|[lL|!][.)])$/;
/** No label has a tone mark: `Á.` was `4.`, `ø)` is no letter of Vietnamese. */
const TONED_LABEL = /^\p{L}\p{M}+[.,:)]$/u;
const NO_LETTER = /^[øØñÿ¡¿ıŠšŽž][.,:)]$/;
/** `≤ 3` that was read as a raised one. */
const RAISED = /[<>≤≥=][⁰¹²³⁴-⁹]/;

/** Whether the word has a digit and is written as nobody would write it, or has none and looks like what is left of one. */
export function isOddNumber(text: string, startsLine: boolean): boolean {
  if (RAISED.test(text) || (startsLine && isOddLabel(text))) return true;
  if (!/\d/.test(text)) return REMAINS.test(text) || REMAINS.test(text.replace(AROUND, ''));
  // A bracket that nothing opened was a 1.
  if (/\d[\]}]/.test(text) && !/[[{]/.test(text)) return true;
  if (startsLine && FAR_LABEL.test(text)) return true;
  const bare = text.replace(AROUND, '').replace(/%$/, '');
  if (MIXED.test(bare)) return true;
  if (/[^\p{L}\p{N}.,/%()[\]\-–—:;+*&×x°"'“”…<>≥≤=±]/u.test(bare)) return true;
  // Letters make a symbol, a unit, a road: 258/2020/NQ-HĐND, 2.000ha, ĐT.379.
  if (/\p{L}/u.test(bare)) return /^\d{3,}%?\d*\p{L}$/u.test(bare) && !/[a-zđ]$/u.test(bare);
  if (/[()[\]:;+*&×x°"'“”…<>≥≤=%]/.test(bare)) return /%./.test(bare);
  if (LABEL.test(bare)) return !startsLine && /^\d{1,2}\.\d{1,2}$/.test(bare) && !/\.$/.test(text);
  return !NUMBER.test(bare) && !PARTS.test(bare);
}

function isOddLabel(text: string): boolean {
  return LIKE_A_SERIAL.test(text) || TONED_LABEL.test(tonesOf(text)) || NO_LETTER.test(text);
}

/** With its tone marks apart; those that make another letter (ă, â, ê, ô, ơ, ư) stay. */
function tonesOf(text: string): string {
  return text.normalize('NFD').replace(/[\u0302\u0306\u031b]/g, '');
}

/** Whether a number stands there by itself, as in a column of a table. */
export function isPlainNumber(text: string): boolean {
  const bare = text.replace(/^[([]|[)\]]$/g, '').replace(/%$/, '');
  return NUMBER.test(bare) || PARTS.test(bare) || /^\d{1,3}\.$/.test(text);
}

/** What two readings of a number must agree on: its digits and the signs between them. */
export function figureOf(text: string): string {
  return text
    .replace(/[–—]/g, '-')
    .replace(/[^\d.,/%-]/g, '')
    .replace(/^[^\d]+|[^\d%]+$/g, '');
}

/** `92%` that was read as `929%`, the first ring of the sign for a digit too: without it; null where that can't be. */
export function withoutRing(text: string): string | null {
  return /\d[0689]%/.test(text) ? text.replace(/(\d)[0689]%/, '$1%') : null;
}
