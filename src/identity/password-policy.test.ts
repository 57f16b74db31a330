import assert from 'node:assert/strict';
import { test } from 'node:test';
import { COMMON_PASSWORDS } from './data/common-passwords.ts';
import { checkPassword } from './password-policy.ts';

const OWNER = { login: 'nv.hung@hatinh.gov.vn', name: 'Nguyễn Văn Hùng' };
const codes = (text: string, owner = OWNER) => checkPassword(text, owner).map(({ code }) => code);

test('good passwords pass, with spaces, tone marks or without', () => {
  for (const text of [
    'mưa rào trên phố cũ',
    'cầu tre lắc lẻo gập ghềnh',
    'correct horse battery staple',
    'T7#kq9!Lw2pX',
    'chiếc xe đạp màu xanh 1987',
    'lạc rang húng lìu',
  ]) {
    assert.deepEqual(codes(text), [], text);
  }
});

test('too short is counted in characters, whatever their form', () => {
  assert.deepEqual(codes('mưa rào phố'), ['too-short']);
  assert.deepEqual(codes('mưa rào phố'.normalize('NFD')), ['too-short']);
  assert.deepEqual(codes('mưa rào phố cũ'.normalize('NFD')), []);
  assert.deepEqual(
    checkPassword('mưa rào phố', OWNER, { shortest: 16 }).map(({ vi, en }) => [vi, en]),
    [
      [
        'Mật khẩu phải có ít nhất 16 ký tự; mật khẩu này có 11.',
        'A password needs at least 16 characters; this one has 11.',
      ],
    ],
  );
  assert.deepEqual(codes('mưa rào '.repeat(20)), ['too-long']);
});

test('what everybody tries first is refused, in every dress', () => {
  for (const text of [
    'matkhau123456',
    'Mật khẩu 2026!!',
    'M@tkhau@12345',
    'P@ssw0rd2026!',
    'iloveyou!!!!!!',
    'anh yêu em nhiều lắm',
    '2026vietnam2026',
    'Ubndtinh@2026',
    'Administrator1',
    'Hà Tĩnh 2025-2030',
    'qwertyuiop123',
    'đổi mật khẩu 123',
  ]) {
    assert.deepEqual(codes(text), ['common'], text);
  }
});

test('repetitions and runs are refused', () => {
  for (const text of ['aaaaaaaaaaaa', '123123123123', 'ab!1ab!1ab!1', 'á á á á á á á á']) {
    assert.deepEqual(codes(text), ['repetition'], text);
  }
  for (const text of [
    '123456789012',
    '098765432109',
    'abcdefghijklm',
    'asdfghj12345',
    '1234567890qwe',
    'zxc456asd!@#',
  ]) {
    assert.deepEqual(codes(text), ['run'], text);
  }
});

test('the name and the sign-in name of the owner are refused, with tone marks or without', () => {
  assert.deepEqual(codes('hoa cúc nguyễn văn hùng'), ['name']);
  assert.deepEqual(codes('VanHung-tre-xanh'), ['name']);
  assert.deepEqual(codes('nv.hung tre xanh'), ['login']);
  assert.deepEqual(codes('nvhung tre xanh'), ['login']);
  assert.deepEqual(codes('một hai ba an', { login: 'an', name: 'An' }), []);
  assert.deepEqual(codes('clean water bottle', { login: 'an', name: 'Lê An' }), []);
});

test('a control character is refused, every reason is told', () => {
  assert.deepEqual(codes('mưa rào\tphố cũ'), ['control']);
  assert.deepEqual(codes('nv.hung'), ['too-short', 'login']);
});

test('the list is in the form in which it is looked up', () => {
  assert.ok(COMMON_PASSWORDS.size > 500);
  for (const word of COMMON_PASSWORDS) assert.match(word, /^[a-z]{3,}$/);
});
