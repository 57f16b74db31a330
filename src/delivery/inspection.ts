/** Kinds and states of inspections (thanh tra, kiểm tra, kiểm toán, giám sát) in the words of every page and workbook. */

export const INSPECTION_KINDS = ['inspection', 'check', 'audit', 'supervision'] as const;
export type InspectionKind = (typeof INSPECTION_KINDS)[number];
export const INSPECTION_KIND_WORDS: Readonly<Record<InspectionKind, string>> = {
  inspection: 'Thanh tra',
  check: 'Kiểm tra',
  audit: 'Kiểm toán',
  supervision: 'Giám sát',
};

export const INSPECTION_STATES = ['planned', 'under-way', 'done', 'cancelled'] as const;
export type InspectionState = (typeof INSPECTION_STATES)[number];
export const INSPECTION_STATE_WORDS: Readonly<Record<InspectionState, string>> = {
  planned: 'Theo kế hoạch',
  'under-way': 'Đang tiến hành',
  done: 'Đã kết thúc',
  cancelled: 'Đã hủy',
};
