/** Random texts made of what Vietnamese resolutions are made of, for properties that must hold on any input. */
import fc from 'fast-check';

const AGENCIES = [
  'Sở Tài chính',
  'Sở Kế hoạch và Đầu tư',
  'Các Sở: Ngoại vụ, Kế hoạch và Đầu tư',
  'UBND tỉnh',
  'Ủy ban nhân dân các huyện, thành phố, thị xã',
  'HĐND tỉnh',
  'Văn phòng Tỉnh ủy',
  'các sở, ban, ngành, địa phương',
  'Ban Thường vụ Tỉnh uỷ',
  'Công an tỉnh',
];
const VERBS = [
  'chủ trì, phối hợp với',
  'chủ trì',
  'phối hợp',
  'giao',
  'hoàn thành',
  'trình',
  'tham mưu',
  'xây dựng Đề án',
  'ban hành Nghị quyết',
  'báo cáo',
  'đạt',
  'tăng',
  'giảm còn',
  'phấn đấu',
  'trong đó',
  'lũy kế',
  'Đề nghị',
  'chịu trách nhiệm',
];
const NUMBERS = [
  '9%',
  '7,5%',
  '0,5-0,6%',
  '31.000 tỷ đồng',
  '1.2.3.4',
  '26/28 chỉ tiêu',
  '69 triệu đồng/người',
  'trên 8,2 bác sĩ/vạn dân',
  '12,',
  '000.000.000',
  '6 - 6,5%',
  'từ 500 đến 600 ha',
  '1.000.000.000.000.000.000.000',
  '½',
  '٣',
];
const DATES = [
  'trước ngày 31/01/2021',
  'quý I năm 2021',
  'ngày 31 tháng 02 năm 2021',
  'tháng 13/2020',
  'trước ngày 20 hàng tháng',
  'đến năm 2025',
  'giai đoạn 2021-2025',
  'năm 0000',
  'ngày 99/99/9999',
  'trong 6 tháng đầu năm 2021',
];
const CITATIONS = [
  'Nghị quyết số 01-NQ/TU ngày 26/11/2020',
  'Quyết định số 05/2023/QĐ-TTg',
  'số      /TTr-UBND, ngày     tháng 12 năm 2020',
  'Kế hoạch 144/KH-UBND',
  'Luật Đầu tư ngày 17/6/2020',
];
const MARKERS = [
  'I.',
  'II-',
  '1.',
  '1.1.',
  '3.10-',
  'a)',
  'đ)',
  '-',
  '+',
  '•',
  '*',
  '(1)',
  '(28)',
  'Điều 2.',
  'Phần thứ nhất',
  'Mục 1',
  'PHỤ LỤC',
  '[1]',
  '¹',
];
const MARKS = [
  '**',
  '__',
  '#',
  '##',
  '|',
  '| --- | --- |',
  '||||',
  '[bookmark: _GoBack]',
  '```',
  '---',
  '\\',
  '<b>',
  '&nbsp;',
];
const HEADINGS = [
  'NGHỊ QUYẾT',
  'QUYẾT NGHỊ:',
  'NHIỆM VỤ, GIẢI PHÁP',
  'CHỈ TIÊU CHỦ YẾU',
  'TỔ CHỨC THỰC HIỆN',
  'KẾT QUẢ ĐẠT ĐƯỢC',
  'Nơi nhận:',
  'T/M BAN CHẤP HÀNH',
  'SAO LỤC',
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
];
const ODD = [
  '\u0301',
  '\u0323\u0302',
  '\u200b',
  '\ufeff',
  '\u00ad',
  '\0',
  '\u0007',
  '\f',
  '\ud83d',
  '\udc00',
  '𝟗%',
  '\u202e',
  '"',
  '“',
  '(',
  ')))',
  '[',
  '{',
];
const GLUE = [
  ' ',
  ' ',
  ' ',
  ' ',
  ', ',
  '; ',
  '. ',
  '.\n',
  '\n',
  '\n\n',
  '\r\n',
  '\t',
  '',
  ': ',
  ' – ',
  '\u00a0',
  '\u2028',
  '/',
];

const word = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...AGENCIES) },
  { weight: 8, arbitrary: fc.constantFrom(...VERBS) },
  { weight: 6, arbitrary: fc.constantFrom(...NUMBERS) },
  { weight: 4, arbitrary: fc.constantFrom(...DATES) },
  { weight: 2, arbitrary: fc.constantFrom(...CITATIONS) },
  { weight: 6, arbitrary: fc.constantFrom(...MARKERS) },
  { weight: 3, arbitrary: fc.constantFrom(...MARKS) },
  { weight: 3, arbitrary: fc.constantFrom(...HEADINGS) },
  { weight: 2, arbitrary: fc.constantFrom(...ODD) },
  { weight: 1, arbitrary: fc.integer().map(String) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
);

/** Keywords, numbers, dates, marks and odd characters in any order, some of it half-decomposed. */
export const soup: fc.Arbitrary<string> = fc
  .array(fc.tuple(word, fc.constantFrom(...GLUE), fc.integer({ min: 0, max: 9 })), { maxLength: 120 })
  .map((parts) => parts.map(([text, glue, kind]) => (kind === 0 ? text.normalize('NFD') : text) + glue).join(''));

/** Stretches of real texts put together at random, with lines broken or joined at random. */
export function shreds(texts: readonly string[]): fc.Arbitrary<string> {
  const stretch = fc
    .tuple(fc.constantFrom(...texts), fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 900 }))
    .map(([text, from, length]) => text.slice(Math.floor(from * text.length)).slice(0, length));
  const change = fc.constantFrom<(text: string) => string>(
    (text) => text,
    (text) => text,
    (text) => text.normalize('NFD'),
    (text) => text.replaceAll('\n', ' '),
    (text) => text.replaceAll(' ', '\n'),
    (text) => text.replace(/(.{60}\S*) /g, '$1\n'),
    (text) => text.replaceAll('\n', '\r\n'),
    (text) => text.toUpperCase(),
    (text) => text.replace(/[.;]/g, ''),
  );
  return fc
    .array(fc.tuple(stretch, change), { minLength: 1, maxLength: 8 })
    .map((parts) => parts.map(([text, f]) => f(text)).join('\n'));
}
