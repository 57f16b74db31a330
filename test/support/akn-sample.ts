/**
 * A small Council resolution and its reading made by hand, with one of everything that Akoma Ntoso has a place for:
 * articles, points, counted targets, rows, footnotes, marks, signature, recipients, a certified copy, an annex.
 */
import type { Span } from '#base/span.ts';
import type { DocumentHeader, Measurement, OutlineNode, Reading, Task, Zone } from '#reading/model.ts';

/** One block of a document to be: its depth, kind, printed marker, text, zone. `text` in no node has kind `gap`. */
export interface Piece {
  readonly depth: number;
  readonly kind: OutlineNode['kind'] | 'gap';
  readonly marker: string;
  readonly text: string;
  readonly zone: Zone;
}

interface Growing extends Omit<OutlineNode, 'children'> {
  readonly children: Growing[];
}

/** Puts pieces together into a source, a line each, and its outline. */
export function compose(pieces: readonly Piece[]): { source: string; outline: readonly OutlineNode[] } {
  const roots: Growing[] = [];
  const open: { depth: number; node: Growing }[] = [];
  let source = '';
  for (const { depth, kind, marker, text, zone } of pieces) {
    const start = source.length;
    source += `${marker}${text}\n`;
    if (kind === 'gap') continue;
    while (open.length > 0 && (open.at(-1)?.depth ?? 0) >= depth) open.pop();
    const span = { start, end: source.length - 1 };
    const label = marker.replace(/[().:[\]\s]+$/g, '').replace(/^[([]+/, '') || null;
    const textSpan = { start: start + marker.length, end: span.end };
    const node: Growing = { kind, label, path: label ?? '', span, textSpan, zone, children: [] };
    (open.at(-1)?.node.children ?? roots).push(node);
    open.push({ depth, node });
  }
  return { source, outline: roots };
}

function piece(depth: number, kind: Piece['kind'], marker: string, text: string, zone: Zone = 'tasks'): Piece {
  return { depth, kind, marker, text, zone };
}

const PIECES: readonly Piece[] = [
  piece(0, 'paragraph', '', '**HỘI ĐỒNG NHÂN DÂN**\n**TỈNH NAM SƠN**', 'header'),
  piece(0, 'gap', '', 'Số: 07/NQ-HĐND', 'header'),
  piece(0, 'paragraph', '', '*Nam Sơn, ngày 05 tháng 12 năm 2020*', 'header'),
  piece(0, 'heading', '', '# NGHỊ QUYẾT', 'header'),
  piece(0, 'paragraph', '', 'Về nhiệm vụ năm 2021\ncủa tỉnh Nam Sơn', 'header'),
  piece(
    0,
    'paragraph',
    '',
    '[bookmark: _GoBack]Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015;',
    'preamble',
  ),
  piece(0, 'paragraph', '', 'Căn cứ Nghị quyết số 01/NQ-CP ngày 01/01/2020 của Chính phủ;', 'preamble'),
  piece(
    0,
    'paragraph',
    '',
    'Sau khi xem xét Tờ trình của Ủy ban nhân dân tỉnh & ý kiến đại biểu <tại kỳ họp>.',
    'preamble',
  ),
  piece(0, 'paragraph', '', '**QUYẾT NGHỊ:**', 'preamble'),
  piece(0, 'article', 'Điều 1. ', 'Thông qua nhiệm vụ năm 2021', 'targets'),
  piece(1, 'section', '1. ', 'Chỉ tiêu chủ yếu', 'targets'),
  piece(2, 'bullet', 'a) ', 'Về kinh tế:', 'targets'),
  piece(3, 'bullet', '(1) ', 'Tốc độ tăng trưởng trên 9%;', 'targets'),
  piece(3, 'bullet', '(2) ', 'Thu ngân sách 12.000 tỷ đồng, trong đó: nội địa 7.000 tỷ đồng.', 'targets'),
  piece(2, 'bullet', 'đ) ', 'Về xã hội: hộ nghèo giảm 0,5-0,6%.', 'targets'),
  piece(2, 'gap', '', 'Dòng không nằm trong mục nào, dù có 3 số.', 'targets'),
  piece(1, 'section', '2. ', 'Nhiệm vụ'),
  piece(2, 'section', '2.1. ', 'Tập trung khắc phục hậu quả thiên tai'),
  piece(
    3,
    'paragraph',
    '',
    'Triển khai Nghị quyết số 01-NQ/TU[footnoteRef:1] kịp thời. [1:  về khắc phục hậu quả thiên tai] Sở Tài chính chủ trì; hoàn thành trước ngày 30/6/2021.',
  ),
  piece(3, 'bullet', '- ', 'Sở Y tế xây dựng đề án, hoàn thành trong\n\nquý I năm 2021. Sở Nội vụ ban hành quy chế.'),
  piece(3, 'row', '', '| TT | Nhiệm vụ | Chủ trì |'),
  piece(3, 'gap', '', '| --- | :---: | --- |'),
  piece(3, 'row', '', '| 1 | Xây dựng đề án | Sở Tài chính |'),
  piece(0, 'article', 'Điều 2. ', 'Tổ chức thực hiện'),
  piece(1, 'section', '1. ', 'Ủy ban nhân dân tỉnh tổ chức thực hiện Nghị quyết.'),
  piece(1, 'paragraph', '', 'Nghị quyết này có hiệu lực từ ngày 01 tháng 01 năm 2021./.'),
  piece(1, 'footnote', '(*) ', 'Kể cả ¹ các huyện \u0000\u000b.'),
  piece(0, 'paragraph', '', 'Nơi nhận:', 'closing'),
  piece(0, 'bullet', '- ', 'Ủy ban Thường vụ Quốc hội,\nChính phủ;', 'closing'),
  piece(0, 'bullet', '- ', 'Lưu: VT.', 'closing'),
  piece(0, 'gap', '', '', 'closing'),
  piece(0, 'paragraph', '', '**CHỦ TỊCH**', 'closing'),
  piece(0, 'gap', '', '\n\n', 'closing'),
  piece(0, 'paragraph', '', 'Nguyễn Văn An', 'closing'),
  piece(0, 'paragraph', '', 'SAO LỤC\nSố 26-BS/VPHU', 'closing'),
  piece(0, 'heading', '', 'PHỤ LỤC', 'targets'),
  piece(1, 'row', '', 'Chỉ tiêu\tĐơn vị\tSố'),
  piece(1, 'row', '', 'Diện tích trồng rừng\tha\t2.000'),
];

const FOOTNOTE = '[1:  về khắc phục hậu quả thiên tai]';

/** The source and the reading of the sample. */
export function aknSample(): { source: string; reading: Reading } {
  const { source, outline } = compose(PIECES);
  const at = (quote: string, nth = 1): Span => {
    let start = -1;
    for (let i = 0; i < nth; i++) start = source.indexOf(quote, start + 1);
    if (start < 0) throw new Error(`not in the sample: ${quote}`);
    return { start, end: start + quote.length };
  };
  const note: OutlineNode = {
    kind: 'footnote',
    label: '1',
    path: '1',
    span: { start: at(FOOTNOTE).start + 4, end: at(FOOTNOTE).end - 1 },
    textSpan: { start: at(FOOTNOTE).start + 4, end: at(FOOTNOTE).end - 1 },
    zone: 'tasks',
    children: [],
  };
  const target = (quote: string, value: string, indicator: string, more: Partial<Measurement> = {}): Measurement => {
    const span = at(quote);
    const start = span.start + quote.indexOf(value);
    return { ...MEASUREMENT, span, quote, value, indicator, valueSpan: { start, end: start + value.length }, ...more };
  };
  const task = (quote: string, more: Partial<Task>): Task => ({ ...TASK, span: at(quote), quote, ...more });
  const agency = (name: string, nth = 1, code: string | null = null) => ({
    name,
    span: at(name, nth),
    code,
    successor: null,
    inherited: false,
    confidence: 'high' as const,
  });
  const deadline = (quote: string, due: string) => ({ span: at(quote), quote, due, confidence: 'high' as const });
  const document: DocumentHeader = {
    type: 'Nghị quyết',
    symbol: '07/NQ-HĐND',
    issuer: 'Hội đồng nhân dân tỉnh Nam Sơn',
    province: 'Nam Sơn',
    place: 'Nam Sơn',
    date: '2020-12-05',
    title: 'Về nhiệm vụ năm 2021 của tỉnh Nam Sơn',
    planYear: 2021,
    signer: 'Nguyễn Văn An',
    signerTitle: 'Chủ tịch',
    certifiedCopy: {
      span: at('SAO LỤC\nSố 26-BS/VPHU'),
      kind: 'Sao lục',
      symbol: '26-BS/VPHU',
      issuer: null,
      place: null,
      date: null,
      signer: null,
    },
    spans: {
      issuer: at('HỘI ĐỒNG NHÂN DÂN**\n**TỈNH NAM SƠN'),
      symbol: at('07/NQ-HĐND'),
      place: at('Nam Sơn, ngày'.slice(0, 7)),
      date: at('ngày 05 tháng 12 năm 2020'),
      type: at('NGHỊ QUYẾT'),
      title: at('Về nhiệm vụ năm 2021\ncủa tỉnh Nam Sơn'),
      signerTitle: at('CHỦ TỊCH'),
      signer: at('Nguyễn Văn An'),
    },
    confidence: {},
  };
  const reading: Reading = {
    reader: 'sample',
    document,
    outline: [...outline, note],
    targets: [
      target('Tốc độ tăng trưởng trên 9%', '9', 'Tốc độ tăng trưởng', {
        match: { code: 'GRDP_GROWTH', name: 'Tốc độ tăng GRDP', officialCode: 'T0503', confidence: 'high' },
      }),
      target('Thu ngân sách 12.000 tỷ đồng', '12.000', 'Thu ngân sách', { unit: 'tỷ đồng', decimal: '12000' }),
      target('nội địa 7.000 tỷ đồng', '7.000', 'Thu nội địa', { unit: 'tỷ đồng', decimal: '7000' }),
      target('hộ nghèo giảm 0,5-0,6%', '0,5-0,6', 'Tỷ lệ hộ nghèo', { decimal: '0.5', decimalMax: '0.6' }),
      target('\tha\t2.000', '2.000', 'Diện tích trồng rừng', { unit: 'ha', decimal: '2000' }),
    ],
    results: [target('có 3 số', '3', 'Số')],
    tasks: [
      task('Triển khai Nghị quyết số 01-NQ/TU', {
        lead: [agency('Sở Tài chính', 1, 'so-tai-chinh')],
        deadlines: [deadline('trước ngày 30/6/2021', '2021-06-29')],
      }),
      task('Sở Y tế xây dựng đề án, hoàn thành trong\n\nquý I năm 2021.', {
        lead: [agency('Sở Y tế')],
        deadlines: [deadline('trong\n\nquý I năm 2021', '2021-03-31')],
      }),
      task('Sở Nội vụ ban hành quy chế.', { lead: [agency('Sở Nội vụ')] }),
      task('1 | Xây dựng đề án | Sở Tài chính', { lead: [agency('Sở Tài chính', 2, 'so-tai-chinh')] }),
      task('Ủy ban nhân dân tỉnh tổ chức', { deadlines: [deadline('tổ chức', '2021-02-30')] }),
    ],
    citations: [
      {
        span: at('Nghị quyết số 01/NQ-CP ngày 01/01/2020 của Chính phủ'),
        quote: 'Nghị quyết số 01/NQ-CP ngày 01/01/2020 của Chính phủ',
        type: 'Nghị quyết',
        symbol: '01/NQ-CP',
        date: '2020-01-01',
        issuer: 'Chính phủ',
        confidence: {},
      },
    ],
    reporting: [],
    sentences: [],
    unread: [],
    issues: [],
  };
  return { source, reading };
}

/** A target to be changed by tests. */
export const MEASUREMENT: Measurement = {
  span: { start: 0, end: 0 },
  valueSpan: { start: 0, end: 0 },
  quote: '',
  value: '9',
  number: 9,
  decimal: '9',
  unit: '%',
  indicator: 'Tốc độ tăng',
  measure: 'level',
  comparator: '=',
  year: 2021,
  parent: null,
  lead: [],
  section: '1.1',
  match: null,
  notes: [],
  confidence: {},
};

/** A task to be changed by tests. */
export const TASK: Task = {
  span: { start: 0, end: 0 },
  quote: '',
  section: '',
  label: null,
  lead: [],
  support: [],
  deadlines: [],
  products: [],
  notes: [],
  confidence: {},
};

/** The words that must come out again: the source without white space, marks and what XML can't hold. */
export function wordsOf(source: string): string {
  return source
    .replace(/\[bookmark:[^\]\n]*\]/g, '')
    .replace(/\[footnoteRef:\d+\]/g, '')
    .replace(/\[\d{1,3}:\s/g, '')
    .replace(/:?-{3,}:?/g, '')
    .replace(/(?![\t\n\r\u007F-\u009F])\p{Cc}|[\p{Cs}\uFFFE\uFFFF]/gu, '')
    .replace(/[\s*#|[\]]+/g, '');
}
