/**
 * Who reports and to whom, as printed.
 */

const BODY =
  '(?:các\\s)?(?:Ủy ban|Uỷ ban|UBND|HĐND|Hội đồng|Văn phòng|Sở|Ban|Bộ|Chính phủ|Thủ tướng|Tỉnh ủy|Tỉnh uỷ|Thành ủy|Thường trực|Chủ tịch|Quốc hội|Công an|Thanh tra|Trung ương|cấp có thẩm quyền|Cục|Chi cục|Kho bạc|Ngân hàng|Phòng|Đảng ủy|Trung tâm)';
const STOP =
  '(?=\\s+(?:để|trước|chậm nhất|muộn nhất|theo|về (?:tình hình|kết quả|việc|tiến độ)|trong|xem xét|vào|tình hình|kết quả|những|định kỳ|hàng|hằng|quá trình|chỉ đạo|tại|đồng thời|làm|tổng hợp|quyết định|đề xuất|phương án|và báo cáo)(?!\\p{L})|[.;()]|$|,\\s+(?!\\p{Lu}))';
const AFTER_VERB = new RegExp(
  `(?<!\\p{L})(?:báo cáo|gửi)(?:\\s[^.;()]{0,160}?)?\\s(?:về|đến|tới|cho|lên)\\s(${BODY}[^.;()]{0,160}?)${STOP}(\\s?\\((?:qua|thông qua) [^()]{3,80}\\))?`,
  'iu',
);
const DIRECT = new RegExp(
  `(?<!\\p{L})(?:báo cáo|gửi)(?:, (?:đề xuất|kiến nghị|tham mưu|trình|xin ý kiến))?(?: về|(?: kết quả(?: thực hiện)?)? với)?\\s(${BODY}[^.;()]{0,160}?)${STOP}(\\s?\\((?:qua|thông qua) [^()]{3,80}\\))?`,
  'iu',
);
const SUBJECT =
  /^[\s\d.)(a-zđ+-]{0,8}((?:Giao |Đề nghị |Yêu cầu )?(?:Các|các|\p{Lu})[^.;:]{2,200}?)\s(?:có trách nhiệm|định kỳ|chịu trách nhiệm|theo dõi|tổng hợp|chủ động|báo cáo|gửi|căn cứ|chủ trì|tổ chức)(?!\p{L})/u;

const SUBJECT_HEAD = new RegExp(
  `^(?:${BODY}|Giám đốc|Thủ trưởng|Thành viên|các thành viên|Các|Đảng đoàn|Mặt trận|Chủ đầu tư|Cấp ủy|Bộ trưởng)`,
  'iu',
);
/** A verb inside means that the words are more than a subject. */
const DOING =
  /(?<!\p{L})(?:xây dựng|nâng cao|thực hiện|nghiên cứu|tăng cường|tiếp tục|khẩn trương|rà soát|hướng dẫn|đồng thời|đôn đốc|triển khai)(?!\p{L})/u;

/** `gửi Văn phòng UBND tỉnh và Sở Kế hoạch và Đầu tư trước ngày 20` → the two bodies as printed. */
export function readRecipient(sentence: string): string | null {
  const direct = DIRECT.exec(sentence);
  const after = AFTER_VERB.exec(sentence);
  const m = direct !== null && (after === null || direct.index <= after.index) ? direct : after;
  if (m === null) return null;
  const name = (m[1] as string).replace(/\s+/g, ' ').replace(/,$/, '').trim();
  const through = m[2] === undefined ? '' : ` ${m[2].replace(/\s+/g, ' ').trim()}`;
  return `${name}${through}`;
}

/** The subject of the sentence: `Các Sở, ngành, địa phương định kỳ …`. */
export function readReporter(sentence: string): string | null {
  const m = SUBJECT.exec(sentence);
  if (m === null) return null;
  const name = (m[1] as string)
    .replace(/^(?:Giao|Đề nghị|Yêu cầu)\s/, '')
    .replace(/\s(?:theo chức năng|căn cứ|trong phạm vi).*$/u, '')
    .replace(/\s+/g, ' ')
    .trim();
  return SUBJECT_HEAD.test(name) && !DOING.test(name) ? name : null;
}
