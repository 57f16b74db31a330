import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Daily, dailyLetter, noticeLetter } from './daily-letters.ts';

const AT = 'https://bamsat.hatinh.example';
const DAILY: Daily = {
  name: 'Nguyễn Văn Hùng',
  post: 'Giám đốc',
  organisation: 'Sở Tài chính',
  office: 'Ủy ban nhân dân tỉnh Hà Tĩnh',
  day: '05/07/2021',
  lists: [
    {
      words: 'Nhiệm vụ quá hạn',
      short: 'quá hạn',
      count: 7,
      items: [
        {
          text: 'Xây dựng Đề án tái cơ cấu ngân sách',
          note: 'Quá hạn 5 ngày (hạn 30/06/2021)',
          url: `${AT}/nhiem-vu/1`,
        },
      ],
      url: `${AT}/nhiem-vu?co_quan=1&tinh_trang=overdue`,
    },
    {
      words: 'Nhiệm vụ sắp đến hạn (trong 7 ngày tới)',
      short: 'sắp đến hạn',
      count: 1,
      items: [{ text: 'Rà soát <tài sản> công', note: 'Còn 2 ngày đến hạn (07/07/2021)', url: `${AT}/nhiem-vu/2` }],
      url: `${AT}/nhiem-vu?tinh_trang=due-soon`,
    },
    { words: 'Nhiệm vụ chờ tiếp nhận', short: 'chờ tiếp nhận', count: 0, items: [], url: `${AT}/nhiem-vu` },
  ],
  news: [{ title: 'Đồng ý gia hạn đến 31/07/2021', text: 'Rà soát tài sản công', url: `${AT}/nhiem-vu/2` }],
  work: `${AT}/viec-cua-toi`,
  settings: `${AT}/tai-khoan#thong-bao`,
};

test('the daily letter, word for word', () => {
  const { subject, text } = dailyLetter(DAILY);
  assert.equal(subject, 'Việc cần thực hiện ngày 05/07/2021: 7 quá hạn, 1 sắp đến hạn');
  assert.equal(
    text,
    `Kính gửi: Ông/Bà Nguyễn Văn Hùng – Giám đốc, Sở Tài chính

Hệ thống Bám Sát tổng hợp các việc cần thực hiện của Giám đốc, Sở Tài chính, tính đến ngày 05/07/2021, kính gửi Ông/Bà theo dõi, xử lý.

Nhiệm vụ quá hạn: 7
1. Xây dựng Đề án tái cơ cấu ngân sách
   Quá hạn 5 ngày (hạn 30/06/2021)
   ${AT}/nhiem-vu/1
Xem đủ 7 nhiệm vụ tại liên kết sau:
${AT}/nhiem-vu?co_quan=1&tinh_trang=overdue

Nhiệm vụ sắp đến hạn (trong 7 ngày tới): 1
1. Rà soát <tài sản> công
   Còn 2 ngày đến hạn (07/07/2021)
   ${AT}/nhiem-vu/2

Thông báo mới: 1
1. Đồng ý gia hạn đến 31/07/2021
   Rà soát tài sản công
   ${AT}/nhiem-vu/2

Để cập nhật tiến độ, báo cáo kết quả, đề nghị Ông/Bà mở liên kết sau:
${AT}/viec-cua-toi

Giờ nhận thư, ngày nhận thư, tạm ngừng khi nghỉ phép hoặc thôi nhận thư này được đặt tại liên kết sau:
${AT}/tai-khoan#thong-bao

Trân trọng.
Ủy ban nhân dân tỉnh Hà Tĩnh

--
Thư này do hệ thống Bám Sát gửi tự động; đề nghị không trả lời thư.
`,
  );
});

test('its HTML says the same, every task can be pressed, what people typed stays text', () => {
  const { html } = dailyLetter(DAILY);
  assert.ok(html.includes(`<a href="${AT}/nhiem-vu/2">Rà soát &#60;tài sản&#62; công</a><br>Còn 2 ngày`));
  assert.ok(html.includes('<p><strong>Nhiệm vụ quá hạn: 7</strong></p>'));
  assert.ok(html.includes(`<a href="${AT}/nhiem-vu?co_quan=1&#38;tinh_trang=overdue">`));
  assert.ok(!html.includes('chờ tiếp nhận'));
  assert.throws(() => dailyLetter({ ...DAILY, work: 'javascript:alert(1)' }), TypeError);
  const [list] = DAILY.lists;
  const item = { text: 'a', note: '', url: 'data:text/html,x' };
  assert.throws(
    () => dailyLetter({ ...DAILY, lists: [{ ...list, items: [item] } as Daily['lists'][number]] }),
    TypeError,
  );
});

test('news alone make a letter that says so', () => {
  assert.equal(dailyLetter({ ...DAILY, lists: [] }).subject, 'Việc cần thực hiện ngày 05/07/2021: 1 thông báo mới');
});

test('a return that somebody wants to know of at once', () => {
  const letter = noticeLetter(DAILY, {
    title: 'Báo cáo hoàn thành bị trả lại',
    text: 'Rà soát tài sản công. Lý do: thiếu biên bản',
    url: `${AT}/nhiem-vu/2`,
  });
  assert.equal(letter.subject, 'Báo cáo hoàn thành bị trả lại');
  assert.ok(letter.text.includes(`Để xem và xử lý, đề nghị Ông/Bà mở liên kết sau:\n${AT}/nhiem-vu/2\n`));
});
