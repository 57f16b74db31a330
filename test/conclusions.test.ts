/** Notices of conclusions (Thông báo kết luận), annotated by hand: who has to do what, with whom, until when, to bring what. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findConcluder } from '#delivery/conclusion.ts';
import { read } from '#reading/read.ts';
import { readText } from '#test/support/files.ts';
import { checkSpans } from '#test/support/spans.ts';

interface Expected {
  readonly begins: string;
  readonly lead: readonly string[];
  readonly support?: readonly string[];
  readonly due?: string;
  /** Kinds. */
  readonly products?: readonly string[];
}

interface Notice {
  readonly file: string;
  readonly leader: string;
  readonly symbol: string;
  readonly date: string;
  readonly tasks: readonly Expected[];
}

const NOTICES: readonly Notice[] = [
  {
    file: 'public-investment.txt',
    leader: 'Chủ tịch UBND tỉnh Võ Trọng Hải',
    symbol: '287/TB-VP',
    date: '2021-05-18',
    tasks: [
      {
        begins: 'Giao Sở Kế hoạch và Đầu tư chủ trì',
        lead: ['Sở Kế hoạch và Đầu tư'],
        support: ['Sở Tài chính', 'các đơn vị liên quan'],
        due: '2021-06-14',
        products: ['plan'],
      },
      { begins: 'Yêu cầu Sở Tài nguyên', lead: ['Sở Tài nguyên và Môi trường'], due: '2021-06-30' },
      {
        begins: 'Sở Giao thông Vận tải khẩn trương',
        lead: ['Sở Giao thông Vận tải'],
        due: '2021-07-30',
        products: ['project'],
      },
      { begins: 'Đề nghị UBND các huyện', lead: ['UBND các huyện, thành phố, thị xã'] },
      { begins: 'Giao Văn phòng UBND tỉnh theo dõi', lead: ['Văn phòng UBND tỉnh'] },
    ],
  },
  {
    file: 'administrative-reform.txt',
    leader: 'Phó Chủ tịch Thường trực UBND tỉnh Trần Báu Hà',
    symbol: '412/TB-VP',
    date: '2025-08-05',
    tasks: [
      {
        begins: 'Chủ trì, phối hợp với Sở Tài chính',
        lead: ['Sở Nội vụ'],
        support: ['Sở Tài chính', 'Sở Khoa học và Công nghệ'],
        due: '2025-08-24',
        products: ['plan'],
      },
      { begins: 'Tham mưu tổ chức kiểm tra công vụ', lead: ['Sở Nội vụ'], due: '2025-09-30' },
      {
        begins: 'Rà soát hạ tầng số',
        lead: ['Sở Khoa học và Công nghệ'],
        due: '2025-09-14',
        products: ['plan'],
      },
      {
        begins: 'Phối hợp với Văn phòng UBND tỉnh xử lý',
        lead: ['Sở Khoa học và Công nghệ'],
        support: ['Văn phòng UBND tỉnh'],
      },
      { begins: 'UBND các xã, phường bố trí', lead: ['UBND các xã, phường'], due: '2025-12-30' },
      {
        begins: 'Giao Sở Tư pháp chủ trì',
        lead: ['Sở Tư pháp'],
        support: ['các sở, ngành liên quan'],
        due: '2025-09-30',
        products: ['decision'],
      },
      { begins: 'Văn phòng UBND tỉnh theo dõi', lead: ['Văn phòng UBND tỉnh'] },
    ],
  },
  {
    file: 'monthly-meeting.txt',
    leader: 'Chủ tịch Ủy ban nhân dân tỉnh Trần Quốc Văn',
    symbol: '156/TB-UBND',
    date: '2021-04-06',
    tasks: [
      {
        begins: 'Sở Kế hoạch và Đầu tư chủ trì',
        lead: ['Sở Kế hoạch và Đầu tư'],
        support: ['các sở, ngành liên quan'],
        due: '2021-04-19',
        products: ['plan'],
      },
      { begins: 'Cục Thuế tỉnh phối hợp', lead: ['Cục Thuế tỉnh'], support: ['Sở Tài chính'] },
      {
        begins: 'Thống nhất chủ trương xây dựng Đề án',
        lead: ['Sở Nông nghiệp và Phát triển nông thôn'],
        due: '2021-05-31',
        products: ['scheme', 'scheme'],
      },
      { begins: 'Sở Y tế tham mưu phương án', lead: ['Sở Y tế'], due: '2021-04-14' },
      {
        begins: 'Yêu cầu Công an tỉnh',
        lead: ['Công an tỉnh', 'Bộ Chỉ huy Quân sự tỉnh'],
        support: ['ngành Y tế'],
      },
      { begins: 'Giao Văn phòng Ủy ban nhân dân tỉnh', lead: ['Văn phòng Ủy ban nhân dân tỉnh'] },
    ],
  },
];

describe('notices of conclusions', () => {
  for (const { file, leader, symbol, date, tasks } of NOTICES) {
    it(`are read: ${file}`, () => {
      const text = readText(`test/fixtures/conclusions/${file}`);
      const reading = read(text);
      checkSpans(text, reading);
      assert.deepEqual(
        [reading.document.type, reading.document.symbol, reading.document.date],
        ['Thông báo', symbol, date],
      );
      assert.equal(findConcluder(reading.document.title, text)?.words, leader);
      assert.deepEqual(
        reading.tasks.map((task, i) => ({
          begins: task.quote.replace(/\s+/g, ' ').slice(0, tasks[i]?.begins.length ?? 40),
          lead: task.lead.map((one) => one.name),
          support: task.support.map((one) => one.name),
          due: task.deadlines[0]?.due ?? null,
          products: task.products.map((one) => one.kind),
        })),
        tasks.map(({ begins, lead, support = [], due = null, products = [] }) => ({
          begins,
          lead,
          support,
          due,
          products,
        })),
      );
    });
  }

  it('agree without ordering, unless an order follows in the same sentence', () => {
    const head = readText('test/fixtures/conclusions/monthly-meeting.txt').split('1. Về phát triển')[0] as string;
    const text = `${head}1. Thống nhất với đề xuất của Sở Xây dựng tại Văn bản số 1234/SXD-QHKT ngày 01/3/2021.
2. Đồng ý đề xuất của Sở Xây dựng; giao Sở Tài chính bố trí kinh phí trước ngày 30/4/2021.
3. Yêu cầu Sở Y tế báo cáo kết quả thực hiện.
`;
    assert.deepEqual(
      read(text).tasks.map((task) => [task.quote.slice(0, 8), task.lead.map((one) => one.name)]),
      [
        ['Đồng ý đ', ['Sở Tài chính']],
        ['Yêu cầu ', ['Sở Y tế']],
      ],
    );
  });
});
