/** Reads what stands behind a name: level, place, territory, description. */

import type { Word } from '#statement/role/phrase.ts';
import { AMBIGUOUS_TERRITORY, TERRITORY } from './vocabulary.ts';
import {
  authorityNouns,
  bodies,
  descriptions,
  determiners,
  FIRST_WORDS,
  fieldHeads,
  levels,
  offices,
  orderVerbs,
} from './word.ts';

/** Level, place and description behind a name: `tỉnh Lào Cai`, `các huyện, thành phố, thị xã`, `liên quan`. */
export function readTail(words: readonly Word[], at: number): number {
  let end = at;
  for (let round = 0; round < 6; round++) {
    const level = levelAt(words, end);
    if (level > 0) {
      end = readMoreTerritory(words, readPlaceName(words, end + level), true);
      continue;
    }
    const territory = territoryAt(words, end);
    if (territory > 0) {
      const plural = determiners.match(words, end) > 0;
      const named = end + territory;
      end = readPlaceName(words, named);
      if (plural && end > named) end = readMoreNames(words, end);
      end = readMoreTerritory(words, end);
      continue;
    }
    const description = descriptions.match(words, end) || placesAt(words, end);
    if (description > 0) {
      end += description;
      continue;
    }
    const place = round === 0 ? readPlaceName(words, end) : end;
    if (place === end) break;
    end = place;
  }
  return end;
}

export function levelAt(words: readonly Word[], at: number): number {
  const count = levels.match(words, at);
  if (count === 0) return 0;
  const next = words[at + count]?.low;
  if (words[at]?.low === 'xã' && next === 'hội') return 0;
  if (words[at]?.low === 'nhà' && words[at + 1]?.low === 'nước' && words[at]?.capital !== true)
    return next === 'khu' ? count : 0;
  if (words[at]?.low === 'cơ' && next === 'dữ') return 0;
  return count;
}

/** `các huyện`, `xã` … at `at`; 0 for none. */
export function territoryAt(words: readonly Word[], at: number): number {
  const plural = determiners.match(words, at);
  const count = authorityNouns.match(words, at + plural);
  if (count === 0 || !TERRITORY.has(authorityNouns.text(words, at + plural, count))) return 0;
  const first = words[at + plural]?.low;
  const next = words[at + plural + count]?.low;
  if ((first === 'xã' && next === 'hội') || (count === 1 && next === 'ủy')) return 0;
  // `các huyện, thị, | thành`: beside its like the short form is plain.
  if (plural === 0 && SHORT.has(first ?? '') && words[at - 1]?.low === ',' && SHORT.has(words[at - 2]?.low ?? ''))
    return count;
  if (first === 'thành' && next !== ',' && next !== 'và' && next !== undefined && count === 1) return 0;
  if (count === 1 && AMBIGUOUS_TERRITORY.has(first ?? '') && plural === 0 && next !== ',' && next !== 'và') return 0;
  return plural + count;
}

/** `các địa phương` straight behind a body: `UBND | các địa phương`. */
function placesAt(words: readonly Word[], at: number): number {
  return words[at]?.low === 'các' && words[at + 1]?.low === 'địa' && words[at + 2]?.low === 'phương' ? 3 : 0;
}

const SHORT = new Set(['huyện', 'thị', 'thành']);

/** `, thành phố, thị xã`, `và các khu vực`; behind a name also more names: `các huyện Kỳ Anh, | Cẩm Xuyên`. */
function readMoreTerritory(words: readonly Word[], at: number, single = false): number {
  let end = at;
  for (;;) {
    const mark = words[end]?.low;
    if (mark !== ',' && mark !== 'và') return end;
    const start = mark === ',' && words[end + 1]?.low === 'và' ? end + 2 : end + 1;
    // `UBND xã, | các thôn` are two.
    if (single && mark === ',' && words[start]?.low === 'các') return end;
    const territory = territoryAt(words, start);
    if (territory > 0 && words[start]?.capital !== true) {
      end = readPlaceName(words, start + territory);
      end += descriptions.match(words, end);
      continue;
    }
    const level = words[start]?.low === 'cấp' ? levelAt(words, start) : 0;
    if (level < 2) return end;
    end = start + level;
  }
}

/** More names behind the first of `các địa phương Bắc Ninh, | Bình Dương`; not `UBND tỉnh Lào Cai, | Sở Y tế`. */
export function readMoreNames(words: readonly Word[], at: number): number {
  let end = at;
  for (;;) {
    const mark = words[end]?.low;
    if (mark !== ',' && mark !== 'và') return end;
    const next = readPlaceName(words, end + 1);
    if (next === end + 1 || words[end + 1]?.upper === true || readLater(words, next)) return end;
    end = next;
  }
}

/** The capital words go on as a name of another kind: `Kỳ Anh, Ban Quản lý …`. */
function readLater(words: readonly Word[], at: number): boolean {
  const word = words[at];
  return word !== undefined && !word.mark && word.capital;
}

/** Numerals that names end in: `Thanh Ba`, `Đông Hai`. */
const NUMERALS = new Set(['hai', 'ba']);

const REGIONS = new Set(['bắc', 'trung', 'nam']);

/** A run of capital words that is no body: `Tân An`, `XIX`, `Hồ Chí Minh`. */
export function readPlaceName(words: readonly Word[], at: number): number {
  let end = at;
  while (end - at < 4) {
    const word = words[end];
    if (word === undefined || !word.capital || word.mark) break;
    // `khu vực Bắc Trung Bộ`, `Đông Nam Bộ`: no ministry.
    const region = end > at && word.low === 'bộ' && REGIONS.has(words[end - 1]?.low ?? '');
    if (
      !region &&
      FIRST_WORDS.has(word.low) &&
      (bodies.match(words, end) > 0 ||
        offices.match(words, end) > 0 ||
        fieldHeads.match(words, end) > 0 ||
        (determiners.match(words, end) > 0 && !(end > at && NUMERALS.has(word.low))))
    )
      break;
    if (isOrder(words, end)) break;
    end++;
  }
  return end;
}

/** A verb whose capital begins a sentence that lost its stop: `Công an tỉnh | Chỉ đạo lực lượng …`; not `huyện Thanh Ba`. */
function isOrder(words: readonly Word[], at: number): boolean {
  return words[at + 1]?.capital === false && orderVerbs.match(words, at) > 1;
}
