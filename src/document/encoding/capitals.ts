/** Capitals that an encoding has not (chữ hoa có dấu): told by what stands around them. */

import { isSyllable } from './syllable.ts';

/**
 * TCVN3 has no capitals with a tone, so `NGHỊ QUYẾT` comes as `NGHị QUYếT`: among capitals a marked letter is one too.
 */
export function mendCapitals(line: string): string {
  const mended = line.replace(/\p{L}+(?: \p{L}+)*/gu, (words) => {
    const parts = words.split(' ');
    // `Bộ` between capitals is `BỘ`; beside an abbreviation (`UBND Xã`) it is what it says.
    const capitals = !/[a-z]/.test(words) && parts.some((word) => inCapitals(word) && isSyllable(word.toLowerCase()));
    if (capitals) return words.toUpperCase();
    return parts.map((word) => (inCapitals(word) ? word.toUpperCase() : word)).join(' ');
  });
  return mended.replace(LOST_CAPITAL, (found) => found.slice(0, -1) + found.slice(-1).toUpperCase());
}

/** Where a capital must have stood: at the beginning of a sentence or behind a label, and in `Ủy ban`, a name. */
const LOST_CAPITAL =
  /(?:[.!?] |^[-+*•] ?|^[\dIVXa-zđ.]{1,8}[.)] )[áàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ](?=\p{L})|(?<!\p{L})ủ(?=y ban(?!\p{L}))/gu;

function inCapitals(word: string): boolean {
  return !/[a-z]/.test(word) && /[A-Z][^A-Z]*[A-Z]/.test(word);
}
