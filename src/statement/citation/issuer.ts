/**
 * Cơ quan ban hành of a cited document: `… của Ban Thường vụ Tỉnh ủy về …`.
 */

import { fromCapitals } from '#statement/header/words.ts';

/** Words that end the name of a body: what the document is about, or the sentence going on. */
const STOP_WORDS = new Set(
  `về phê ban_hành quy_định sửa giao trong tại theo để do cho năm ngày nhằm hướng triển thực với đã được tiếp khoảng đối
  từ như là gắn trên trình thông cũng bảo đảm đạt có đến tới gồm bao kèm quyết tổng đề phân công đồng_thời nêu khi sẽ cần
  thì mà này nói và_các hiện kể căn xem hoặc ban_bố chỉ sau vào việc bằng tăng đẩy nâng phát xây số một những`
    .split(/\s+/)
    .map((w) => w.replace('_', ' ')),
);
/** Bodies that begin a name; after `và` they begin another one. */
const BODY =
  /^(?:Ban|Bộ|Ủy|Uỷ|UBND|HĐND|Hội|Chính|Thủ|Quốc|Tỉnh|Thành|Huyện|Sở|Thanh|Văn|Ngân|Chủ|Tổng|Trung|Tòa|Toà|Viện|Kiểm|Liên|Mặt|Cục|Chi|Đảng|Công|UBTVQH|MTTQ|Tập|Bí|Thường)$/;
const DOCUMENT =
  /^(?:Nghị|Quyết|Chỉ|Kết|Thông|Chương|Kế|Công|Văn|Tờ|Báo|Hướng|Quy|Luật|Pháp|Điều|Lệnh|Đề|Chiến|Các|Bộ luật)$/;
/** Not from one cell of a table into the next. */
const OF = /(?:(?!\t)[\s,]){1,3}của(?:(?!\t)\s){1,3}/iy;
const WORD = /(\s{0,3})([^\s,;:.()[\]"“”…/]+)([,;:.()[\]"“”…/]?)/uy;
const WORDS_MAX = 18;

export interface Issuer {
  readonly name: string;
  readonly end: number;
}

const isUpper = (w: string): boolean => /^\p{Lu}/u.test(w);
const isCapitals = (w: string): boolean => w === w.toUpperCase() && w !== w.toLowerCase();

/**
 * The body named after `của` at `at`.
 * Matches `của Bộ Kế hoạch và Đầu tư về việc giao …`, `của Ban Chấp hành Trung ương Đảng khóa XIII`.
 * Not `của tỉnh`, `của các ngành`, and not beyond `và Nghị quyết số …`.
 */
export function issuerAfter(text: string, at: number): Issuer | null {
  OF.lastIndex = at;
  const of = OF.exec(text);
  if (of === null) return null;
  return readBody(text, at + of[0].length);
}

function readBody(text: string, from: number): Issuer | null {
  const words: string[] = [];
  let end = from;
  let at = from;
  while (words.length < WORDS_MAX) {
    WORD.lastIndex = at;
    const m = WORD.exec(text);
    if (m === null || (m[1] as string).includes('\n') || (m[1] as string).includes('\t')) break;
    const word = m[2] as string;
    const lower = word.toLowerCase();
    if (words.length === 0 ? !isUpper(word) : !goesOn(text, words, word, lower, at + m[0].length)) break;
    words.push(word);
    end = at + (m[1] as string).length + word.length;
    const punctuation = m[3] as string;
    at += m[0].length;
    if (punctuation === '' || punctuation === undefined) continue;
    // `Sở Văn hóa, Thể thao và Du lịch`, `Bộ Lao động - Thương binh và Xã hội`: the comma is inside the name.
    if (punctuation === ',' && commaInside(words, text.slice(at, at + 40))) continue;
    break;
  }
  while (words.length > 0 && /^(?:và|-|–|của|tỉnh,)$/.test(words.at(-1) as string)) {
    end -= (words.pop() as string).length;
    while (/\s/.test(text[end - 1] ?? '')) end--;
  }
  if (words.length === 0) return null;
  const name = words.join(' ').replace(/,$/, '');
  return { name: words.length > 1 && words.every(isCapitals) ? fromCapitals(name) : name, end };
}

/** Does the name of the body go on with this word? */
function goesOn(text: string, words: readonly string[], word: string, lower: string, after: number): boolean {
  const two = `${lower} ${/^\s{0,3}([^\s,;:.()]+)/u.exec(text.slice(after, after + 20))?.[1]?.toLowerCase() ?? ''}`;
  if (lower === 'và') {
    const next = /^\s{0,3}([^\s,;:.()]+)/u.exec(text.slice(after, after + 24))?.[1] ?? '';
    if (!isUpper(next) || DOCUMENT.test(next)) return false;
    return !BODY.test(next) || next === (words[0] as string);
  }
  if (word === '-' || word === '–')
    return isUpper((/^\s{0,3}(\S+)/u.exec(text.slice(after, after + 20)) ?? [])[1] ?? '');
  if (isCapitals(word) && words.every(isCapitals)) return !STOP_WORDS.has(lower);
  if (/^(?:Sửa|Về|Phê|Triển|Thực|Ban hành|Quy định)$/.test(word) && words.length > 1) return false;
  if (isUpper(word)) return !(DOCUMENT.test(word) && words.length > 2 && !/^(?:Kế|Thông|Công|Pháp|Văn)$/.test(word));
  return !STOP_WORDS.has(lower) && !STOP_WORDS.has(two);
}

const SERIES = /^(?:Sở|Bộ|Ban|Phòng)$/;

function commaInside(words: readonly string[], rest: string): boolean {
  if (!SERIES.test(words[0] as string) || words.length > 4) return false;
  const m = /^\s{0,2}(\p{Lu}[\p{L}]+(?: \p{Ll}+){0,3}) và \p{Lu}/u.exec(rest);
  return m !== null && !BODY.test((m[1] as string).split(' ')[0] as string);
}

/**
 * Who brought the document forth, when that stands before it.
 * Matches `Theo đề nghị của Sở Khoa học và Công nghệ tại Tờ trình số …`, `Thủ tướng Chính phủ phê duyệt tại Quyết định số …`.
 * Not `quy định tại Nghị định số …`.
 */
export function proposerBefore(text: string, at: number): string | null {
  const window = text.slice(Math.max(0, at - 220), at);
  const sentence = window.slice(
    Math.max(window.lastIndexOf(';'), window.lastIndexOf('\n'), window.lastIndexOf('. ')) + 1,
  );
  const proposal =
    /(?:đề nghị|đề xuất) của ((?:(?!(?:đề nghị|đề xuất) của ).){3,200}?) tại (?:(?:các )?\p{L}+ \p{L}+ số \S{1,40}(?: ngày [\d/ \p{L}]{6,30})? và )?$/iu.exec(
      sentence,
    );
  if (proposal !== null) return (proposal[1] as string).trim();
  const order = /(?:chỉ đạo|yêu cầu|ý kiến|kết luận) của (\p{Lu}[\p{L} ]{2,60})(?:, [\p{L} ]{3,60}){0,2} tại $/u.exec(
    sentence,
  );
  if (order !== null) return (order[1] as string).trim();
  const approval =
    /được (\p{Lu}[\p{L} ]{3,60}?) (?:phê duyệt|ban hành|quy định|thông qua|giao|chấp thuận)(?: kèm theo)? (?:tại )?$/u.exec(
      sentence,
    );
  return approval === null ? null : (approval[1] as string).trim();
}
