/** Finds with whom a body is to work: what stands behind `phối hợp (với)`. */
import { readList } from '#statement/agency/list.ts';
import type { Part } from './clause.ts';
import { Phrases, type Word } from './phrase.ts';
import { COORDINATION_NOUNS, MANNERS } from './vocabulary.ts';

const manners = new Phrases(MANNERS);

/**
 * The bodies behind each `phối hợp` of the sentence.
 *
 * - `Chủ trì, phối hợp với Sở Tài chính, Sở Xây dựng và các đơn vị liên quan triển khai` → three
 * - `Phối hợp Sở Y tế cùng các địa phương`, `phối hợp chặt chẽ lực lượng Công an` → too
 * - not `Quy chế phối hợp giữa A với B`, `phối hợp đẩy nhanh tiến độ`, `sự phối hợp của các ngành`
 */
export function readCoordination(words: readonly Word[]): Part[] {
  const parts: Part[] = [];
  let encouraged = false;
  for (let i = 0; i + 1 < words.length; i++) {
    // `Khuyến khích các trường phối hợp với doanh nghiệp`: others are wished to work together, nobody is told to.
    if (words[i]?.low === ';') encouraged = false;
    else if (words[i]?.low === 'khuyến' && words[i + 1]?.low === 'khích') encouraged = true;
    const start = isChairingWith(words, i) ? i + (words[i + 3]?.low === 'với' ? 4 : 3) : partnerAt(words, i);
    if (start === 0 || encouraged) continue;
    const list = readList(words, start);
    if (list === null) continue;
    for (const body of list.bodies)
      parts.push({ body, role: 'support', source: 'coordination', at: i, until: list.to });
    i = list.to - 1;
  }
  return parts;
}

/** `chủ trì cùng (với) | Sở Y tế` */
function isChairingWith(words: readonly Word[], at: number): boolean {
  return words[at]?.low === 'chủ' && words[at + 1]?.low === 'trì' && words[at + 2]?.low === 'cùng';
}

/** Where the partner's name begins for the `phối hợp` at `at`; 0 when it is no such verb. */
function partnerAt(words: readonly Word[], at: number): number {
  if (words[at]?.low !== 'phối' || words[at + 1]?.low !== 'hợp') return 0;
  const before = words[at - 1];
  const noun = before !== undefined && !before.mark && COORDINATION_NOUNS.has(before.low);
  let i = at + 2;
  let joined = false;
  for (let n = mannerAt(words, i); n > 0; n = mannerAt(words, i)) {
    joined ||= manners.match(words, i) === 0;
    i += n;
  }
  const link = words[i]?.low;
  // `phối hợp chặt chẽ, đồng bộ các lực lượng`: behind several manners what is put in concert is no partner.
  if (joined && link !== 'với' && link !== 'cùng' && link !== 'giữa') return 0;
  // As a noun it only counts when the sentence asks for more of it: `Tăng cường công tác phối hợp với X`.
  if (noun && !(link === 'với' && isStrengthened(words, at))) return 0;
  if (link === 'giữa') return isStrengthened(words, at) ? behindBetween(words, i + 1) : 0;
  if (link === 'với' || link === 'cùng') i += words[i + 1]?.low === 'với' ? 2 : 1;
  return i;
}

/** How many words one manner takes, with the comma or `và` before it: `chặt chẽ` | `, quyết liệt` | `và hiệu quả`. */
function mannerAt(words: readonly Word[], at: number): number {
  const count = manners.match(words, at);
  const low = words[at]?.low;
  if (count > 0 || (low !== ',' && low !== 'và')) return count;
  const next = manners.match(words, at + 1);
  return next > 0 ? next + 1 : 0;
}

/** `Tăng cường (công tác) phối hợp …`. */
function isStrengthened(words: readonly Word[], at: number): boolean {
  for (let i = at - 1; i >= 0 && at - i < 7; i--) {
    if (words[i]?.mark === true) return false;
    if (words[i]?.low === 'tăng' && words[i + 1]?.low === 'cường') return true;
    if (words[i]?.low === 'chế') return false;
  }
  return false;
}

/** `giữa ngành thuế với | các cơ quan chức năng`; 0 for `giữa A và B`, where none is the other's helper. */
function behindBetween(words: readonly Word[], at: number): number {
  const list = readList(words, at);
  if (list === null) return 0;
  return words[list.to]?.low === 'với' ? list.to + 1 : 0;
}
