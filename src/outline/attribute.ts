/**
 * Lines that say who, when and what of the tasks above them, as plans of a People's Committee print them:
 * `- Cơ quan chủ trì: Sở Tư pháp.` `- Cơ quan phối hợp: …` `- Thời gian thực hiện: Quý III/2021.` `- Kết quả: Đề án …`
 */

export type AttributeKind = 'lead' | 'support' | 'time' | 'product';

/** One attribute line; `valueStart` is where its value begins in the line's text. */
export interface TaskAttribute {
  readonly kind: AttributeKind;
  readonly valueStart: number;
}

const LABELS: readonly (readonly [AttributeKind, RegExp])[] = [
  [
    'support',
    /^(?:(?:các )?(?:cơ quan|đơn vị|cơ quan, đơn vị|sở|sở, ngành|tổ chức)\s)?(?:tham gia\s)?phối hợp(?:\sthực hiện|\stham mưu)?\s*:\s*/iu,
  ],
  [
    'lead',
    /^(?:(?:các )?(?:cơ quan|đơn vị|cơ quan, đơn vị|sở|sở, ngành|cấp)\s)(?:được giao\s)?(?:chủ trì|thực hiện|chịu trách nhiệm|tham mưu|đầu mối|thường trực)(?:[\s,]+(?:chủ trì|thực hiện|tham mưu|trình|triển khai))*\s*:\s*|^(?:chủ trì|phân công|trách nhiệm|đầu mối)(?:\s(?:thực hiện|tham mưu))?\s*:\s*/iu,
  ],
  [
    'time',
    /^(?:thời gian|thời hạn|tiến độ|hạn|lộ trình|thời điểm)(?:\s(?:thực hiện|hoàn thành|trình|triển khai|ban hành|báo cáo))*\s*:\s*/iu,
  ],
  ['product', /^(?:sản phẩm|kết quả|hình thức)(?:\s(?:đầu ra|dự kiến|hoàn thành|cần đạt|văn bản|thực hiện))*\s*:\s*/iu],
];

/** Longest line that is an attribute; a longer one tells a story. */
const LONGEST = 400;

/** Reads an attribute line, or null. `Phối hợp với Sở Y tế …` is none: no label stands before a colon. */
export function readAttribute(text: string): TaskAttribute | null {
  if (text.length > LONGEST) return null;
  for (const [kind, label] of LABELS) {
    const found = label.exec(text);
    if (found && found[0].length < text.length) return { kind, valueStart: found[0].length };
  }
  return null;
}
