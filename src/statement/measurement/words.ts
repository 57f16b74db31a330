/** Words around a measured number: which verbs count things, what belongs to the number before, what a part keeps of the whole's name. */
import { uncapitalise } from './indicator.ts';

export const NAME_OF_COUNT =
  /^(?:số|tổng số|số lượng|tổng|quy mô|sản lượng|diện tích|dân số|lượng|tổng lượt|lượt|khách|đàn|tổng đàn)(?![\p{L}])/iu;
export const EACH = /^(?:(?:bình quân|trung bình)\s)?mỗi\s/iu;
/** Verbs that count things right before a number. */
export const VERB_AT_END =
  /(?:^|\s)(xảy ra|làm(?: chết| bị thương| hư hỏng)?|bị thương|phát hiện(?:, xử lý)?|bắt giữ|bắt|khởi tố|xét xử|kiểm tra|phát sinh|ghi nhận|vận động(?: được)?|trao(?: tặng)?|tặng|thẩm định|giám sát|thi hành kỷ luật|kỷ luật|khám chữa bệnh cho|cải tạo|khôi phục|phục hồi|bảo tồn|củng cố|chuyển đổi|đón(?:,? (?:và )?(?:phục vụ|tiếp))?|phục vụ|chấp thuận chủ trương đầu tư|cấp (?:mới )?giấy chứng nhận(?: đầu tư| đăng ký đầu tư)?(?: cho)?|cấp phép(?: cho)?|thu hút(?: được)?|thành lập|xây dựng(?: và nhân rộng)?|xây mới|hoàn thành(?: xây dựng| đưa vào sử dụng)?|công nhận|giải quyết(?: việc làm(?: mới)? cho)?|tạo(?: việc làm(?: mới)? cho)?|đào tạo(?: nghề)?(?: cho)?|tuyển(?: sinh| dụng| mới)?|phát triển|phát triển được|triển khai|tổ chức(?: đấu giá)?|khởi công|giữ nguyên|nâng cấp|(?:cải tạo, )?nâng cấp, mở rộng|mở rộng|giải to[aả]|giải tỏa|di dời(?: và bố trí vị trí mới)?|bố trí|bố trí vị trí mới|quy hoạch|quy hoạch phát triển|trồng(?: được)?|hỗ trợ|kết nạp|phấn đấu|công bố|ban hành|hình thành|đưa vào(?: hoạt động| vận hành| khai thác(?:,? sử dụng)?| sử dụng)|khai thác(?: sử dụng)?|phê duyệt|tiếp nhận|xúc tiến(?: xã hội hóa đầu tư)?|xóa|xoá|sửa chữa|mua|lắp đặt|trang bị|cung cấp|duy trì|nhân rộng|đầu tư(?: xây dựng)?|xử lý|tinh giản|giảm|bổ sung|sáp nhập|cấp|cho)$/iu;
export const COMMIT_VERB =
  /phấn đấu|thành lập|hoàn thành|thu hút|giải quyết|tạo|đào tạo|kết nạp|tuyển|công nhận|xúc tiến|khởi công|xây dựng|giữ nguyên|nâng cấp|quy hoạch|phát triển|di dời|giải to|bố trí/i;

/** `Doanh nghiệp thành lập mới`: the verb stays where nothing else tells which ones are meant. */
export function keepsVerb(verb: string, adverb: string, phrase: string): boolean {
  const low = verb.toLowerCase();
  if (
    /^(?:phấn đấu|cho|phát triển|có|duy trì|công bố|hình thành|tổ chức|triển khai|ban hành|phát triển được)$/.test(low)
  )
    return false;
  if (phrase !== '' && !/^thành lập$/.test(low)) return false;
  if (/^thành lập$/.test(low) && adverb === 'thêm') return false;
  return true;
}

export function verbAdverb(words: string): string {
  const found = /(thêm|mới|thêm mới)\s*(?:trên|ít nhất|tối thiểu|khoảng|gần|hơn|từ|được)?\s*$/i.exec(words.trimEnd());
  return found ? (found[1] as string).toLowerCase() : '';
}

export function runPart(indicator: string): boolean {
  return indicator.split(' ').length > 2;
}

/** `Dự án thu hút` → `thu hút`: what a part keeps of the whole's name. */
export function partName(indicator: string, unit: string): string {
  const low = indicator.toLowerCase();
  if (low.startsWith(unit.toLowerCase())) {
    const tail = indicator.slice(unit.length).trim();
    return tail.split(' ').length <= 3 ? tail : '';
  }
  return '';
}

export function stripHeadWords(indicator: string): string {
  return uncapitalise(indicator.replace(/^(?:tỷ lệ|tỉ lệ|số|tổng số)\s/i, '').replace(/\/.*$/, ''));
}

export function stripAtLeast(text: string): string {
  return text.replace(/\s*trở lên\s*$|^\s*trở lên\s+/gi, '');
}

/** A long aside is no part of a name: `151 chợ (kể cả di dời chợ cũ …) tại các huyện`; `khu công nghiệp (KCN)` stays. */
export function countedPhrase(right: string): string {
  const text = right
    .replace(/\([^()]{16,}\)?/g, ' ')
    .replace(/^\s*\([^()]*%\)/, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return text
    .replace(/^(?:,|so với|so cùng).*$/s, '')
    .replace(/(?:^|\s)tại các (?:huyện|xã|địa phương|thành)[^,;]*(?:,.*)?$/s, '');
}

export function cleanWords(words: string): string {
  return words.trim().replace(/\s+(?:trên|gần|khoảng|ít nhất|tối thiểu|hơn|được)$/i, '');
}

/** A lone `cho`, `tại`, or an order that needs what follows the number: `trợ giúp pháp lý cho`. */
export function isPreposition(left: string): boolean {
  return /(?:^|\s)(?:cho|tại|ở|với|của|trên|trong|có|từ)$/i.test(left);
}

export function isTopic(head: string): boolean {
  return /^\s*(?:về|trong đó|cụ thể|như sau|bao gồm|gồm|kết quả|trọng tâm|mục tiêu|chỉ tiêu|đến năm|giai đoạn)/i.test(
    head,
  );
}

/** `Giá trị sản xuất: công nghiệp và xây dựng` → head and item; colons in brackets don't count. */
export function splitHead(rest: string): { head: string; item: string } | null {
  let depth = 0;
  for (let i = rest.length - 1; i > 0; i--) {
    const c = rest[i];
    if (c === ')') depth++;
    else if (c === '(') depth--;
    else if (c === ':' && depth <= 0) return { head: rest.slice(0, i), item: rest.slice(i + 1) };
  }
  return null;
}

/** After a measurement, what is left of its own phrase up to the comma belongs to it. */
export function afterFormerPhrase(phrase: string): string {
  const words = phrase.replace(FORMER_PERIOD, '');
  const cut = /,(?!\d)|;|(?<!so|đối|cùng|gắn|hợp|cho)\s(?:và|với|trong đó|có tổng|-|–)\s/gu;
  let depth = 0;
  let seen = 0;
  let best = -1;
  for (let found = cut.exec(words); found !== null; found = cut.exec(words)) {
    for (; seen < found.index; seen++) {
      if (words[seen] === '(') depth++;
      else if (words[seen] === ')') depth--;
    }
    if (depth > 0) continue;
    const rest = words.slice(found.index + (found[0] === ',' || found[0] === ';' ? 1 : 0), found.index + 60);
    best = found.index + (/^[,;]$/.test(found[0]) ? 1 : found[0].startsWith(' có') ? 1 : 0);
    // What follows this comma opens a new statement: stop here; else it may still be an enumeration.
    if (OPENS_STATEMENT.test(rest.replace(/^[\s,]*(?:và|với|-|–)?\s*/u, ''))) break;
    if (/^\s*(?:và|với|-|–)\s/.test(found[0])) break;
  }
  if (best < 0) {
    // Nothing but a closing bracket or a phrase of the former number.
    return /^[\s)\]”".]*$/.test(words) || words.trim().length < 3 ? '' : words.replace(/^[^\s]*\)\s*/, '');
  }
  return words.slice(best);
}

/** The period that the former number holds for: `16,5%/năm giai đoạn 2011 - 2015 và 17%`. */
const FORMER_PERIOD = /^\s*(?:trong |cho |vào )?(?:giai đoạn|thời kỳ|năm)\s\d{4}(?:\s?[-–]\s?\d{4})?/i;

const OPENS_STATEMENT =
  /^(?:trong đó|có|thu|chi|tỷ|tỉ|tổng|số|mức|tốc|giá|kim|tăng|giảm|đạt|bằng|chiếm|thành lập|vượt|ước|lũy|luỹ|diện|sản|năng|doanh|công|nông|thương|dịch|xuất|nhập|giải|đào|phấn|hoàn|xây|nâng|cải|di|giữ|quy|cao|thấp|đứng|xếp|tương|vốn|bình|khởi|tạo|dư|nợ|lợi|trên|dưới|khoảng|gần|ít|tối|từ|còn|duy trì|\d)/iu;

export function leadingSpace(words: string): number {
  return words.length - words.replace(/^[\s,;:.\-–(]*(?:\d{1,2}\)\s*(?=\p{L})|\d{1,2}\s(?=\p{Lu}))?/u, '').length;
}

/** `GDP bình quân đầu người năm 2015 là 41`: the year stands in the name. */
export function yearWithin(words: string): number | null {
  const found = /(?:^|\s)(?:đến|vào|trong|cả)?\s?(?:hết )?năm ((?:19|20)\d{2})(?!\s?[-–]\s?\d)/iu.exec(words);
  if (!found) return null;
  if (/so với|so cùng|kế hoạch|dự toán/i.test(words.slice(0, found.index))) return null;
  return Number(found[1]);
}

/** `tốc độ tăng trưởng GRDP giai đoạn 2026 - 2030 khoảng`: the period right before the number ends with the year it holds for. */
export function periodBefore(words: string): number | null {
  const found =
    /(?:giai đoạn|thời kỳ)\s(?:19|20)\d{2}\s?[-–]\s?((?:19|20)\d{2})\s*(?:(?:đạt|tăng|khoảng|từ|trên|bình quân|ước|hằng năm|hàng năm|là|mỗi năm)\s*)*$/iu.exec(
      words.slice(-70),
    );
  return found ? Number(found[1]) : null;
}
