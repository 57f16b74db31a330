/**
 * Who concluded (người kết luận), as a notice of conclusions (Thông báo kết luận) names them: `Kết luận của đồng chí Võ
 * Trọng Hải, Chủ tịch UBND tỉnh tại cuộc họp …`; the name from `đồng chí … chủ trì cuộc họp` where the head has none.
 */

export interface Concluder {
  /** `Võ Trọng Hải`; null when only the office is named. */
  readonly person: string | null;
  /** `Chủ tịch UBND tỉnh`. */
  readonly title: string | null;
  /** As a register writes it: `Chủ tịch UBND tỉnh Võ Trọng Hải`. */
  readonly words: string;
}

const OF =
  /(?:kết luận|chỉ đạo)(?:,? (?:và )?(?:kết luận|chỉ đạo))* của ([^\n]{4,200}?)(?= (?:tại|về|sau|khi|trong|qua|đối với|liên quan)(?!\p{L})|[.;\n]|$)/iu;
const ADDRESS = /^(?:các )?(?:đồng chí|đ\/c|ông|bà)\s+/i;
const OFFICE =
  /^(?:quyền )?(?:phó )?(?:chủ tịch|bí thư|thường trực|giám đốc|chánh|trưởng|ủy viên|uỷ viên|tổng bí thư|thủ tướng|bộ trưởng)/i;
const NAME = /^(?:\p{Lu}\p{L}*\s){1,4}\p{Lu}\p{L}*$/u;
/** A name right behind the body of an office; two words there are the name of a province rather than of a person. */
const BEHIND = /^(.*(?:tỉnh|thành phố|(?:ủy|uỷ)|huyện|xã|phường|chính phủ))\s((?:\p{Lu}\p{L}*\s){2,4}\p{Lu}\p{L}*)$/u;
const PROVINCES = /^(?:Thừa Thiên Huế|Hồ Chí Minh|Bà Rịa)/;
const CHAIRED =
  /(?:đồng chí|ông|bà)\s((?:\p{Lu}\p{L}*\s){1,4}\p{Lu}\p{L}*)\s?[,–-]\s?([^.;\n]{5,160}?)\s(?:đã\s)?(?:chủ trì|chủ tọa|kết luận)/u;
/** Long enough for the head and the first paragraph. */
const OPENING = 4000;

/** `title` is the abstract (trích yếu) of the document. */
export function findConcluder(title: string | null, text: string): Concluder | null {
  const named = OF.exec((title ?? '').replace(/\s+/g, ' '))?.[1];
  const head = named === undefined ? { person: null, office: null } : partsOf(named.replace(ADDRESS, ''));
  const chaired = CHAIRED.exec(text.slice(0, OPENING).replace(/\s+/g, ' '));
  const person = head.person ?? chaired?.[1] ?? null;
  const office = head.office ?? (chaired?.[2] ? partsOf(chaired[2]).office : null);
  return person === null && office === null
    ? null
    : { person, title: office, words: [office, person].filter(Boolean).join(' ') };
}

/** Of several offices the last is the one that it was done in. */
function partsOf(words: string): { person: string | null; office: string | null } {
  let person: string | null = null;
  let office: string | null = null;
  for (const part of words.split(/\s*(?:,|–|\s-\s)\s*/)) {
    const behind = BEHIND.exec(part);
    if (OFFICE.test(part) && behind && !PROVINCES.test(behind[2] as string)) {
      office = behind[1] as string;
      person = behind[2] as string;
    } else if (OFFICE.test(part)) office = part;
    else if (NAME.test(part.replace(ADDRESS, ''))) person ??= part.replace(ADDRESS, '');
  }
  return { person, office };
}

/** A document whose orders are directives: `Thông báo` (of conclusions), `Kết luận`. */
export function isConclusion(type: string | null): boolean {
  return type !== null && /^(?:thông báo|kết luận|thông báo kết luận)$/i.test(type.trim());
}
