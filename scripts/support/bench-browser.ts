/** What a person in front of a slow machine waits for: first page, scrolling of the longest review, search while typing. */
import type { CDPSession, Page } from 'playwright-core';
import { startBrowser } from '#test/support/web.ts';

export interface Felt {
  /** Milliseconds from the address to a sign-in field that takes what is typed, processor four times slower. */
  readonly interactive: number;
  /** The same for the list of documents, signed in, nothing cached. */
  readonly listed: number;
  readonly scroll: {
    readonly frames: number;
    readonly p50: number;
    readonly p95: number;
    readonly late: number;
  } | null;
  /** Milliseconds from the key to results on the screen. */
  readonly search: { readonly p50: number; readonly p95: number } | null;
}

export interface Visit {
  readonly address: string;
  readonly cookies: readonly { readonly name: string; readonly value: string }[];
  /** Address of the longest review. */
  readonly review: string;
}

/** In the page: scrolls the longest box that scrolls for three seconds; gives the times between frames, milliseconds. */
const SCROLL = `(async () => {
  const tall = (one) => one.scrollHeight > one.clientHeight * 2 && /auto|scroll/.test(getComputedStyle(one).overflowY);
  const boxes = [...document.querySelectorAll('*')].filter(tall).sort((a, b) => b.scrollHeight - a.scrollHeight);
  const box = boxes[0] ?? document.scrollingElement;
  if (box.scrollHeight <= box.clientHeight) return null;
  const found = [];
  const began = performance.now();
  let last = began;
  await new Promise((done) => {
    const frame = (now) => {
      found.push(now - last);
      last = now;
      box.scrollTop += 40;
      if (now - began > 3000) done();
      else requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  return found.slice(2);
})()`;

/** In the page: notes in `window.took` when the list last changed after the next letter. Letters with marks come without a key. */
const WATCH = `(() => {
  const list = document.querySelector('[role=listbox]');
  window.took = null;
  window.watch?.disconnect();
  addEventListener('input', (event) => {
    window.watch = new MutationObserver(() => { window.took = performance.now() - event.timeStamp; });
    window.watch.observe(list, { childList: true, subtree: true, characterData: true });
  }, { once: true, capture: true });
})()`;

const SLOWER = 4;
const TRIES = 3;

export async function feel({ address, cookies, review }: Visit): Promise<Felt> {
  const { browser, close } = await startBrowser();
  try {
    const fresh = async (signedIn: boolean) => {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
      if (signedIn) await context.addCookies(cookies.map((cookie) => ({ ...cookie, url: address })));
      const page = await context.newPage();
      return { page, session: await context.newCDPSession(page), end: () => context.close() };
    };
    const times = async (signedIn: boolean, path: string, ready: (page: Page) => Promise<unknown>) => {
      const all: number[] = [];
      for (let i = 0; i < TRIES; i++) {
        const { page, session, end } = await fresh(signedIn);
        await slow(session, SLOWER);
        const began = performance.now();
        await page.goto(address + path, { waitUntil: 'commit' });
        await ready(page);
        all.push(performance.now() - began);
        await end();
      }
      return middle(all);
    };
    const interactive = await times(false, '/dang-nhap', async (page) => {
      const field = page.locator('input[autocomplete~="username"], input[name="login"]').first();
      await field.fill('van-phong');
    });
    const listed = await times(true, '/van-ban', (page) => page.locator('a[href*="/van-ban/"]').nth(2).waitFor());
    const { page, end } = await fresh(true);
    const scroll = await scrollFrames(page, address + review);
    const search = await searchTimes(page, address);
    await end();
    return { interactive, listed, scroll, search };
  } finally {
    await close();
  }
}

async function slow(session: CDPSession, rate: number): Promise<void> {
  await session.send('Emulation.setCPUThrottlingRate', { rate });
}

/** Times between frames while the text of the review is scrolled from its beginning, three seconds. */
async function scrollFrames(page: Page, url: string): Promise<Felt['scroll']> {
  await page.goto(url, { waitUntil: 'load' });
  // Not by waitForFunction, which the content policy of the pages forbids.
  const shown = "[...document.querySelectorAll('*')].some((one) => one.scrollHeight > 6000)";
  for (let i = 0; i < 150 && !(await page.evaluate(shown)); i++) await page.waitForTimeout(100);
  // What loads after the text is not what is measured here.
  await page.waitForTimeout(1500);
  const gaps = (await page.evaluate(SCROLL)) as number[] | null;
  if (!gaps || gaps.length === 0) return null;
  const sorted = [...gaps].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0;
  return {
    frames: gaps.length,
    p50: at(0.5),
    p95: at(0.95),
    late: gaps.filter((gap) => gap > 25).length / gaps.length,
  };
}

async function searchTimes(page: Page, address: string): Promise<Felt['search']> {
  await page.goto(`${address}/van-ban`, { waitUntil: 'load' });
  await page.locator('a[href*="/van-ban/"]').first().waitFor();
  await page.keyboard.press('/');
  const field = page.locator('dialog[open] input, [role=combobox]').first();
  await field.waitFor();
  const times: number[] = [];
  for (const words of ['tang truong', 'nông thôn', 'đầu tư công', 'ngân sách', 'chuyển đổi số']) {
    await field.fill('');
    await page.waitForTimeout(300);
    for (const letter of words) {
      // Set going before the key, read after it: the last change of the list that comes of the key counts.
      await page.evaluate(WATCH);
      await page.keyboard.type(letter);
      await page.waitForTimeout(350);
      const took = (await page.evaluate('window.took')) as number | null;
      if (took !== null) times.push(took);
    }
  }
  times.sort((a, b) => a - b);
  return times.length === 0 ? null : { p50: middle(times), p95: times[Math.floor(times.length * 0.95)] ?? Number.NaN };
}

function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
