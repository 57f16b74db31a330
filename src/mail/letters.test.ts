import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writeInstant } from './letter-form.ts';
import { documentDistributed, invitation, newSignIn, passwordReset } from './letters.ts';

const BETWEEN = { name: 'Nguyễn Văn Hùng', login: 'nv.hung', office: 'Văn phòng Ủy ban nhân dân tỉnh Hà Tĩnh' };
const AT = new Date('2026-11-20T01:05:00Z');
const LINK = 'https://bamsat.hatinh.example/dat-lai?ma=a-b_c&x=1';

const RESET = passwordReset(BETWEEN, { link: LINK, askedAt: AT });
const INVITATION = invitation(BETWEEN, {
  link: LINK,
  post: 'Chuyên viên',
  organisation: 'Sở Tài chính',
  expiresAt: new Date('2026-11-26T17:00:00Z'),
});
const SIGN_IN = newSignIn(BETWEEN, {
  at: AT,
  device: 'Chrome trên Windows',
  address: '203.0.113.7',
  sessionsLink: LINK,
});
const DISTRIBUTED = documentDistributed('Sở Tài chính', BETWEEN.office, {
  document: 'Nghị quyết số 18-NQ/TU ngày 05/02/2021',
  about: 'về phát triển kinh tế số',
  from: 'Văn phòng Tỉnh ủy',
  link: LINK,
  acknowledgeBy: AT,
  note: null,
});
const ALL = [RESET, INVITATION, SIGN_IN, DISTRIBUTED];

test('the letter for a new password, word for word', () => {
  assert.equal(RESET.subject, 'Đặt lại mật khẩu hệ thống Bám Sát');
  assert.equal(
    RESET.text,
    `Kính gửi: Ông/Bà Nguyễn Văn Hùng

Hệ thống Bám Sát nhận được yêu cầu đặt lại mật khẩu của tài khoản nv.hung lúc 08 giờ 05 phút, ngày 20/11/2026.

Để đặt mật khẩu mới, đề nghị Ông/Bà mở liên kết sau:
${LINK}

Liên kết có hiệu lực trong 30 phút và chỉ dùng được một lần. Đề nghị không chuyển tiếp thư này.

Nếu không gửi yêu cầu trên, Ông/Bà không cần làm gì: mật khẩu hiện tại vẫn giữ nguyên. Nếu nhận được thư này nhiều lần, đề nghị báo quản trị hệ thống.

Trân trọng.
Văn phòng Ủy ban nhân dân tỉnh Hà Tĩnh

--
Thư này do hệ thống Bám Sát gửi tự động; đề nghị không trả lời thư.
`,
  );
});

test('the other letters say what they are about', () => {
  for (const part of ['- Tên đăng nhập: nv.hung', '- Chức danh: Chuyên viên', '- Cơ quan, đơn vị: Sở Tài chính']) {
    assert.ok(INVITATION.text.includes(part), part);
  }
  assert.ok(INVITATION.text.includes('có hiệu lực đến 00 giờ 00 phút, ngày 27/11/2026'));
  for (const part of [
    '08 giờ 05 phút, ngày 20/11/2026',
    'Thiết bị: Chrome trên Windows',
    'Địa chỉ mạng: 203.0.113.7',
  ]) {
    assert.ok(SIGN_IN.text.includes(part), part);
  }
  assert.equal(DISTRIBUTED.subject, 'Văn bản mới: Nghị quyết số 18-NQ/TU ngày 05/02/2021');
  assert.ok(DISTRIBUTED.text.startsWith('Kính gửi: Sở Tài chính\n\nVăn phòng Tỉnh ủy gửi văn bản'));
  assert.ok(DISTRIBUTED.text.includes('- Trích yếu: về phát triển kinh tế số'));
  assert.ok(
    DISTRIBUTED.text.includes('xác nhận đã nhận văn bản trước 08 giờ 05 phút, ngày 20/11/2026 tại liên kết sau'),
  );
  assert.ok(!DISTRIBUTED.text.includes('Ý kiến kèm theo'));
});

test('text and HTML say the same words, the link can be pressed and read', () => {
  for (const { subject, text, html } of ALL) {
    const words = (value: string) =>
      value
        .replace(/^- |^--$/gm, '')
        .replace(/\s+/g, ' ')
        .trim();
    const shown = (html.split('<body')[1] as string)
      .replace(/^[^>]*>/, '')
      .replace(/<[^>]+>/g, ' ')
      .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
    assert.equal(words(shown), words(text), subject);
    assert.ok(html.includes(`<a href="${LINK.replaceAll('&', '&#38;')}">`));
    assert.equal(text, text.normalize('NFC'));
  }
});

test('what people typed stays text: no tags, no lines of their own, composed letters', () => {
  const name = '<img src=x onerror="alert(1)">\r\nBcc: a@b.example\u2028Hòa'.normalize('NFD');
  const { text, html } = passwordReset({ ...BETWEEN, name }, { link: LINK, askedAt: AT });
  assert.ok(html.includes('&#60;img src=x onerror=&#34;alert(1)&#34;&#62; Bcc: a@b.example Hòa'));
  assert.ok(!html.includes('<img'));
  assert.ok(text.startsWith('Kính gửi: Ông/Bà <img src=x onerror="alert(1)"> Bcc: a@b.example Hòa\n\n'));
  const subject = documentDistributed('Sở Tài chính\nBcc: x', 'A', {
    document: 'Số 1\r\nBcc: x@y.example',
    about: '</p><script>',
    from: 'B',
    link: LINK,
    acknowledgeBy: null,
    note: 'a\n\nb',
  });
  assert.equal(subject.subject, 'Văn bản mới: Số 1 Bcc: x@y.example');
  assert.ok(!subject.html.includes('<script') && subject.text.includes('- Ý kiến kèm theo: a b'));
});

test('a letter links nowhere but to web addresses', () => {
  for (const link of ['javascript:alert(1)', 'data:text/html,x', '/dat-lai', 'https://a.example/ b', '']) {
    assert.throws(() => passwordReset(BETWEEN, { link, askedAt: AT }), TypeError, link);
  }
});

test('instants are told in the time of Viet Nam', () => {
  assert.equal(writeInstant(new Date('2026-12-31T17:00:00Z')), '00 giờ 00 phút, ngày 01/01/2027');
});
