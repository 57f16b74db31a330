import assert from 'node:assert/strict';
import { test } from 'node:test';
import { beginSession, deviceLabel, SESSION_RULES, sessionState } from './session.ts';

const START = Date.UTC(2026, 10, 20, 1, 0);
const at = (minutes: number) => new Date(START + minutes * 60_000);

test('a session ends after half an hour without use', () => {
  const times = beginSession(at(0));
  assert.deepEqual(sessionState(times, at(0.5)), { live: true, endsAt: at(30), touch: false });
  assert.deepEqual(sessionState(times, at(29)), { live: true, endsAt: at(59), touch: true });
  const ended = sessionState(times, at(30));
  assert.ok(!ended.live && ended.reason === 'idle');
  assert.equal(ended.refusal.vi, 'Phiên đăng nhập đã kết thúc sau 30 phút không thao tác. Hãy đăng nhập lại.');
});

test('used all the time, a session still ends after twelve hours', () => {
  let times = beginSession(at(0));
  let minute = 0;
  for (; minute < 24 * 60; minute += 10) {
    const state = sessionState(times, at(minute));
    if (!state.live) {
      assert.equal(state.reason, 'absolute');
      break;
    }
    assert.ok(state.endsAt <= at(720));
    if (state.touch) times = { ...times, lastSeenAt: at(minute) };
  }
  assert.equal(minute, 720);
});

test('the rules can be set', () => {
  const rules = { ...SESSION_RULES, idle: 5, absolute: 60 };
  assert.equal(sessionState(beginSession(at(0)), at(4), rules).live, true);
  const ended = sessionState(beginSession(at(0)), at(5), rules);
  assert.ok(!ended.live && ended.refusal.vi.includes('5 phút'));
});

const AGENTS: readonly (readonly [string | undefined, string])[] = [
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
    'Chrome trên Windows',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0',
    'Edge trên Windows',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) coc_coc_browser/130.0.0 Chrome/124.0.0.0 Safari/537.36',
    'Cốc Cốc trên Windows',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1',
    'Safari trên iPhone',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/142.0 Mobile/15E148 Safari/604.1',
    'Chrome trên iPhone',
  ],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15',
    'Safari trên macOS',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0', 'Firefox trên Linux'],
  [
    'Mozilla/5.0 (Linux; Android 14; SM-A556E) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/27.0 Chrome/125.0.0.0 Mobile Safari/537.36',
    'Samsung Internet trên Android',
  ],
  ['curl/8.5.0', 'curl'],
  ['Mozilla/5.0 (Windows NT 6.1; somebody)', 'Trình duyệt trên Windows'],
  ['', 'Thiết bị không rõ'],
  [undefined, 'Thiết bị không rõ'],
  ['<script>alert(1)</script>', 'Thiết bị không rõ'],
];

test('a device is called as people call it', () => {
  for (const [agent, label] of AGENTS) assert.equal(deviceLabel(agent), label);
});
