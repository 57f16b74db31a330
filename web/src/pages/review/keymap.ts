/** The keys of the review (phím tắt), in the order of the sheet. Which act a key does, also where two keys do the same. */

export const ACTS = [
  'next',
  'previous',
  'accept',
  'reject',
  'edit',
  'undo',
  'reopen',
  'find',
  'pick',
  'merge',
  'split',
  'new',
  'up',
  'down',
  'in',
  'out',
  'search',
  'check',
  'leave',
] as const;
export type Act = (typeof ACTS)[number];

export interface KeyOf {
  readonly act: Act;
  /** As `KeyboardEvent.key`; the first is listed. */
  readonly keys: readonly string[];
  /** As the sheet shows it, when the key's own name would not do. */
  readonly shown?: string;
  readonly words: string;
  /** Changes something: not for those who only read. */
  readonly writes?: boolean;
  /** The same key works on the button or the link that has the focus, which goes first. */
  readonly yields?: boolean;
}

export const KEYS: readonly KeyOf[] = [
  { act: 'next', keys: ['j', 'ArrowDown'], words: 'Mục sau' },
  { act: 'previous', keys: ['k', 'ArrowUp'], words: 'Mục trước' },
  { act: 'accept', keys: ['a'], words: 'Chấp nhận (chữ đúng được đề nghị cũng vậy)', writes: true },
  { act: 'reject', keys: ['x'], words: 'Bỏ', writes: true },
  { act: 'edit', keys: ['e'], words: 'Sửa', writes: true },
  { act: 'undo', keys: ['u'], words: 'Hoàn tác', writes: true },
  { act: 'reopen', keys: ['o'], words: 'Mở lại mục đã quyết định', writes: true },
  { act: 'new', keys: ['n'], words: 'Thêm mục từ đoạn được chọn', writes: true },
  { act: 'pick', keys: [' '], shown: 'Phím cách', words: 'Chọn thêm mục này', yields: true },
  { act: 'merge', keys: ['m'], words: 'Gộp các mục được chọn', writes: true },
  { act: 'split', keys: ['s'], words: 'Tách mục tại con trỏ', writes: true },
  { act: 'up', keys: ['K'], shown: 'Shift + k', words: 'Chuyển lên', writes: true },
  { act: 'down', keys: ['J'], shown: 'Shift + j', words: 'Chuyển xuống', writes: true },
  { act: 'in', keys: ['>', '.'], shown: '.', words: 'Thụt vào: thành mục con', writes: true },
  { act: 'out', keys: ['<', ','], shown: ',', words: 'Đưa ra ngoài một cấp', writes: true },
  { act: 'find', keys: ['Enter'], shown: 'Enter', words: 'Đến câu văn trong văn bản', yields: true },
  { act: 'check', keys: ['c'], words: 'Chỉ xem mục cần kiểm tra' },
  { act: 'search', keys: ['/'], words: 'Tìm trong các mục' },
  { act: 'leave', keys: ['Escape'], shown: 'Esc', words: 'Thôi sửa, bỏ chọn' },
];

/** Null when the key is none of ours, or this person may not do it, or what has the focus takes it. */
export function actOf(key: string, may: { readonly write: boolean; readonly onControl: boolean }): Act | null {
  const found = KEYS.find((one) => one.keys.includes(key));
  if (!found || (found.writes && !may.write) || (found.yields && may.onControl)) return null;
  return found.act;
}
