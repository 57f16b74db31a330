/**
 * A small resolution and the reading of it made by hand, for tests of what stands after the reading. It has one of each
 * thing that is hard to show: ranges, parents, orders with and without agencies, doubts, issues, unread places.
 */
import type { Span } from '#base/span.ts';
import type { AgencyMention, Citation, Measurement, Reading, ReportingDuty, Task, Unread } from '#reading/model.ts';
import type { Origin, PagePlace } from '#render/origin.ts';

export const SAMPLE_TEXT = `TỈNH ỦY NAM SƠN
Số 07-NQ/TU
Nam Sơn, ngày 05 tháng 12 năm 2020
NGHỊ QUYẾT
Về nhiệm vụ phát triển kinh tế - xã hội năm 2021
Căn cứ Nghị quyết số 01/NQ-CP ngày 01/01/2020 của Chính phủ; Chỉ thị số 05-CT/TW của Bộ Chính trị;
I. TÌNH HÌNH NĂM 2020
Tổng thu ngân sách ước đạt 13.593,9 tỷ đồng, lũy kế 3 năm đạt 38.000 tỷ đồng.
II. CHỈ TIÊU NĂM 2021
(1) Tốc độ tăng trưởng kinh tế trên 9%.
(2) Tổng thu ngân sách đạt ít nhất 12.000 tỷ đồng, trong đó: thu nội địa trên 7.000 tỷ đồng.
(3) Tỷ lệ hộ nghèo giảm 0,5-0,6%.
(4) Thành lập mới khoảng 1.200 doanh nghiệp.
(5) Tỷ lệ che phủ rừng 52,50%.
III. NHIỆM VỤ
1. Sở Kế hoạch và Đầu tư chủ trì, phối hợp với Sở Tài chính, UBND các huyện xây dựng Đề án thu hút đầu tư
vào các khu công nghiệp của tỉnh; hoàn thành trong quý I năm 2021.
2. Tăng cường kỷ luật, kỷ cương hành chính trong các cơ quan nhà nước, nâng cao trách nhiệm của người đứng đầu trong thực thi công vụ và phục vụ nhân dân.
- Ban Tổ chức Tỉnh ủy tham mưu Quy chế làm việc trước ngày 30/6/2021.
IV. TỔ CHỨC THỰC HIỆN
Các sở, ban, ngành báo cáo Văn phòng Tỉnh ủy trước ngày 20 hàng tháng; báo cáo năm trước ngày 10/12/2021.
Nghị quyết này phổ biến đến chi bộ. Dự kiến 15 đoàn kiểm tra.
T/M BAN CHẤP HÀNH
BÍ THƯ
Nguyễn Văn An
`;

/** Where the quote stands, the `nth` time. */
export function spanOf(quote: string, nth = 1): Span {
  let start = -1;
  for (let i = 0; i < nth; i++) start = SAMPLE_TEXT.indexOf(quote, start + 1);
  if (start < 0) throw new Error(`not in the sample: ${quote}`);
  return { start, end: start + quote.length };
}

function measurement(quote: string, value: string, more: Partial<Measurement> & { indicator: string }): Measurement {
  const span = spanOf(quote);
  const start = span.start + quote.indexOf(value);
  const [low = '', high] = value.split('-').map((part) => part.replaceAll('.', '').replace(',', '.'));
  return {
    span,
    valueSpan: { start, end: start + value.length },
    quote,
    value,
    number: Number(low),
    ...(high === undefined ? {} : { numberMax: Number(high) }),
    decimal: low,
    ...(high === undefined ? {} : { decimalMax: high }),
    unit: '%',
    measure: 'level',
    comparator: '=',
    year: 2021,
    parent: null,
    lead: [],
    section: 'II',
    match: null,
    notes: [],
    confidence: {},
    ...more,
  };
}

function agency(name: string, more: Partial<AgencyMention> = {}): AgencyMention {
  return { name, span: spanOf(name), code: null, successor: null, inherited: false, confidence: 'high', ...more };
}

function task(quote: string, more: Partial<Task>): Task {
  return {
    span: spanOf(quote),
    quote,
    section: 'III',
    label: null,
    lead: [],
    support: [],
    deadlines: [],
    products: [],
    notes: [],
    confidence: {},
    ...more,
  };
}

function citation(quote: string, more: Pick<Citation, 'type' | 'symbol' | 'date' | 'issuer'>): Citation {
  return { span: spanOf(quote), quote, confidence: {}, ...more };
}

function duty(quote: string, more: Pick<ReportingDuty, 'cadence' | 'due'>): ReportingDuty {
  return { span: spanOf(quote), quote, from: 'Các sở, ban, ngành', to: 'Văn phòng Tỉnh ủy', confidence: {}, ...more };
}

function unread(text: string, kind: Unread['kind'], reason: string | null): Unread {
  return { span: spanOf(text), text, kind, reason };
}

const targets: readonly Measurement[] = [
  measurement('Tốc độ tăng trưởng kinh tế trên 9%', '9', {
    indicator: 'Tốc độ tăng trưởng kinh tế',
    comparator: '>',
    match: { code: 'grdp-growth', name: 'Tốc độ tăng GRDP', officialCode: '0502', confidence: 'check' },
  }),
  measurement('Tổng thu ngân sách đạt ít nhất 12.000 tỷ đồng', '12.000', {
    indicator: 'Tổng thu ngân sách',
    comparator: '>=',
    unit: 'tỷ đồng',
  }),
  measurement('thu nội địa trên 7.000 tỷ đồng', '7.000', {
    indicator: 'Thu nội địa',
    comparator: '>',
    unit: 'tỷ đồng',
    parent: 1,
  }),
  measurement('Tỷ lệ hộ nghèo giảm 0,5-0,6%', '0,5-0,6', {
    indicator: 'Tỷ lệ hộ nghèo',
    measure: 'decrease',
    comparator: 'range',
  }),
  measurement('Thành lập mới khoảng 1.200 doanh nghiệp', '1.200', {
    indicator: 'Doanh nghiệp thành lập mới',
    measure: 'increase',
    comparator: '~',
    unit: 'doanh nghiệp',
    confidence: { measure: 'check' },
  }),
  measurement('Tỷ lệ che phủ rừng 52,50%', '52,50', { indicator: 'Tỷ lệ che phủ rừng', confidence: { year: 'guess' } }),
];

const results: readonly Measurement[] = [
  measurement('Tổng thu ngân sách ước đạt 13.593,9 tỷ đồng', '13.593,9', {
    indicator: 'Tổng thu ngân sách',
    unit: 'tỷ đồng',
    year: 2020,
    section: 'I',
  }),
  measurement('lũy kế 3 năm đạt 38.000 tỷ đồng', '38.000', {
    indicator: 'Tổng thu ngân sách',
    unit: 'tỷ đồng',
    year: null,
    section: 'I',
    cumulative: true,
  }),
];

const tasks: readonly Task[] = [
  task(
    'Sở Kế hoạch và Đầu tư chủ trì, phối hợp với Sở Tài chính, UBND các huyện xây dựng Đề án thu hút đầu tư\nvào các khu công nghiệp của tỉnh; hoàn thành trong quý I năm 2021.',
    {
      label: '1',
      section: 'III.1',
      lead: [
        agency('Sở Kế hoạch và Đầu tư', {
          code: 'so-ke-hoach-va-dau-tu',
          successor: { code: 'so-tai-chinh', name: 'Sở Tài chính', since: '2025-03-01', basis: 'NĐ 45/2025/NĐ-CP' },
        }),
      ],
      support: [agency('Sở Tài chính', { code: 'so-tai-chinh' }), agency('UBND các huyện')],
      deadlines: [
        {
          span: spanOf('hoàn thành trong quý I năm 2021'),
          quote: 'hoàn thành trong quý I năm 2021',
          due: '2021-03-31',
          confidence: 'high',
        },
      ],
      products: [{ span: spanOf('Đề án thu hút đầu tư'), quote: 'Đề án thu hút đầu tư', kind: 'scheme' }],
    },
  ),
  task(
    'Tăng cường kỷ luật, kỷ cương hành chính trong các cơ quan nhà nước, nâng cao trách nhiệm của người đứng đầu trong thực thi công vụ và phục vụ nhân dân.',
    { label: '2', section: 'III.2' },
  ),
  task('Ban Tổ chức Tỉnh ủy tham mưu Quy chế làm việc trước ngày 30/6/2021.', {
    label: '-',
    section: 'III.2',
    lead: [agency('Ban Tổ chức Tỉnh ủy', { confidence: 'guess' })],
    deadlines: [
      {
        span: spanOf('trước ngày 30/6/2021'),
        quote: 'trước ngày 30/6/2021',
        due: '2021-06-29',
        confidence: 'check',
      },
    ],
    products: [{ span: spanOf('Quy chế làm việc'), quote: 'Quy chế làm việc', kind: 'regulation' }],
    confidence: { lead: 'guess' },
  }),
];

/** The reading of {@link SAMPLE_TEXT}. */
export const SAMPLE_READING: Reading = {
  reader: '0.1.0',
  document: {
    type: 'Nghị quyết',
    symbol: '07-NQ/TU',
    issuer: 'Ban Chấp hành Đảng bộ tỉnh Nam Sơn',
    province: 'Nam Sơn',
    place: 'Nam Sơn',
    date: '2020-12-05',
    title: 'Về nhiệm vụ phát triển kinh tế - xã hội năm 2021',
    planYear: 2021,
    signer: 'Nguyễn Văn An',
    signerTitle: 'Bí thư',
    certifiedCopy: null,
    spans: { symbol: spanOf('07-NQ/TU'), signer: spanOf('Nguyễn Văn An') },
    confidence: { issuer: 'check' },
  },
  outline: [
    {
      kind: 'section',
      label: 'II',
      path: 'II',
      span: spanOf('II. CHỈ TIÊU NĂM 2021'),
      textSpan: spanOf('CHỈ TIÊU NĂM 2021'),
      zone: 'targets',
      children: [
        {
          kind: 'bullet',
          label: '1',
          path: 'II',
          span: spanOf('(1) Tốc độ tăng trưởng kinh tế trên 9%.'),
          textSpan: spanOf('Tốc độ tăng trưởng kinh tế trên 9%.'),
          zone: 'targets',
          children: [],
        },
      ],
    },
  ],
  targets,
  results,
  tasks,
  citations: [
    citation('Nghị quyết số 01/NQ-CP ngày 01/01/2020 của Chính phủ', {
      type: 'Nghị quyết',
      symbol: '01/NQ-CP',
      date: '2020-01-01',
      issuer: 'Chính phủ',
    }),
    citation('Chỉ thị số 05-CT/TW của Bộ Chính trị', {
      type: 'Chỉ thị',
      symbol: '05-CT/TW',
      date: null,
      issuer: 'Bộ Chính trị',
    }),
  ],
  reporting: [
    duty('báo cáo Văn phòng Tỉnh ủy trước ngày 20 hàng tháng', { cadence: 'monthly', due: 'day 20' }),
    duty('báo cáo năm trước ngày 10/12/2021', { cadence: 'yearly', due: '2021-12-09' }),
  ],
  sentences: SAMPLE_TEXT.split('\n')
    .filter(Boolean)
    .map((line) => ({
      span: spanOf(line),
      label: /^\(/.test(line) ? 'target' : 'context',
    })),
  unread: [unread('3 năm', 'number', 'period'), unread('15', 'number', null)],
  issues: [
    {
      severity: 'warning',
      code: 'stated-count',
      span: spanOf('Dự kiến 15 đoàn kiểm tra'),
      message: 'Văn bản nói 15 đoàn kiểm tra nhưng không nêu tên đoàn nào.',
      messageEn: 'The text speaks of 15 inspection teams and names none.',
    },
    {
      severity: 'info',
      code: 'suspected-typo',
      span: spanOf('hàng tháng'),
      message: 'Nghi lỗi chính tả: “hàng tháng”.',
      messageEn: 'Suspected text error.',
      suggestion: 'hằng tháng',
    },
  ],
};

/** {@link SAMPLE_TEXT} as if it had been recognised from two pictures of pages: a line of the text is a printed line. */
export const SAMPLE_SCAN: Origin = {
  format: 'pdf',
  pages: [1, 2].map((number) => ({ number, width: 595.3, height: 841.9, source: 'ocr', confidence: 0.9456 })),
  warnings: [
    {
      severity: 'warning',
      code: 'embedded-files',
      span: null,
      message: 'Tệp có tệp khác đính kèm, không được mở.',
      messageEn: 'Other files are attached to it; they were not opened.',
    },
  ],
  placesOf(span) {
    const places: PagePlace[] = [];
    let start = 0;
    for (const [i, line] of SAMPLE_TEXT.split('\n').entries()) {
      const [from, to] = [Math.max(span.start, start), Math.min(span.end, start + line.length)];
      const box = { x: 72.04 + 6 * (from - start), y: 60 + 40 * (i % 15), width: 6 * (to - from), height: 14 };
      if (from < to) places.push({ page: i < 15 ? 1 : 2, box });
      start += line.length + 1;
    }
    return places;
  },
};
