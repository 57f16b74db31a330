/** What a part of the document does, told from its heading. */

/** See `Zone` of the reading's model. */
export type Zone = 'header' | 'preamble' | 'results' | 'targets' | 'tasks' | 'context' | 'closing';

interface Keyword {
  readonly zone: Zone;
  readonly words: RegExp;
}

/**
 * Heading words by zone, the earliest in the heading wins: `Tình hình thực hiện nhiệm vụ …` is about the past,
 * `Mục tiêu, nhiệm vụ và giải pháp` opens with goals, `Tổ chức thực hiện` orders.
 */
const KEYWORDS: readonly Keyword[] = [
  {
    zone: 'results',
    words:
      /tình hình|kết quả (?:thực hiện|đạt được|lãnh đạo|chỉ đạo|ưu điểm|chủ yếu|nổi bật|công tác|phát triển|triển khai)|^kết quả|đánh giá (?:chung|tình hình|kết quả|việc)|^đánh giá|hạn chế|tồn tại|nguyên nhân|thực trạng|ưu điểm|khuyết điểm|kiểm điểm|thành tựu|bài học/,
  },
  { zone: 'targets', words: /mục tiêu|chỉ tiêu/ },
  {
    zone: 'tasks',
    words:
      /nhiệm vụ|giải pháp|định hướng (?:và )?phát triển|tổ chức thực hiện|tổ chức triển khai|phân công|trách nhiệm|biện pháp|kiến nghị|đề xuất|nội dung (?:thực hiện|công việc|triển khai)|công việc|tiến độ/,
  },
  {
    zone: 'context',
    words:
      /quan điểm|mục đích|yêu cầu|phạm vi|đối tượng|bối cảnh|dự báo|nguyên tắc|căn cứ|định hướng|tầm nhìn|sự cần thiết|kinh phí|nguồn vốn|khái quát/,
  },
];

export interface ZoneHint {
  readonly zone: Zone;
  /** Where in the heading the word stands. */
  readonly at: number;
}

/** The zone that a heading's words name, or null for a topic (`Về phát triển kinh tế`). */
export function zoneOfHeading(heading: string): ZoneHint | null {
  const text = heading.toLowerCase();
  let best: ZoneHint | null = null;
  for (const { zone, words } of KEYWORDS) {
    const at = text.search(words);
    if (at >= 0 && (best === null || at < best.at)) best = { zone, at };
  }
  return best;
}

/** Units at the end of a lead-in that say what follows: `…, tập trung thực hiện các nhiệm vụ, giải pháp sau:`. */
const LEAD_IN_TAIL = 110;

/** The zone that the last words before the colon name; a sentence may speak of much else before. */
export function zoneOfLeadIn(sentence: string): Zone | null {
  const tail = sentence.slice(-LEAD_IN_TAIL).toLowerCase();
  let best: { zone: Zone; at: number } | null = null;
  for (const { zone, words } of KEYWORDS) {
    for (const found of tail.matchAll(new RegExp(words, 'g'))) {
      if (best === null || found.index >= best.at) best = { zone, at: found.index };
    }
  }
  if (best?.zone === 'context') return /yêu cầu|nội dung/.test(tail) ? 'tasks' : null;
  return best?.zone ?? null;
}
