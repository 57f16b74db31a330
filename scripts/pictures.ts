/**
 * `npm run pictures`: takes the pictures of the README from the demonstration, in a real browser. Run by hand when the
 * pages have changed; pictures differ from machine to machine, so nothing checks them.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { readConfig } from '#server/config.ts';
import { DEMO_PASSWORD, makeDemo } from '#server/demo.ts';
import { startServer } from '#server/start.ts';
import { buildPages, startBrowser } from '#test/support/web.ts';

const WIDE: BrowserContextOptions = { viewport: { width: 1440, height: 900 } };
const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 };

interface Picture {
  readonly name: string;
  readonly province: string;
  /** Where it stands; `{document}` and `{plan}` are the newest of the province. */
  readonly path: string;
  readonly look: BrowserContextOptions;
  readonly prepare?: (page: Page) => Promise<void>;
}

const press =
  (...keys: string[]) =>
  async (page: Page) => {
    await page.waitForTimeout(800);
    for (const key of keys) await page.keyboard.press(key);
  };

const PICTURES: readonly Picture[] = [
  {
    name: 'review',
    province: 'gia-lai',
    path: '/van-ban/{document}/ra-soat',
    look: WIDE,
    prepare: press(...'jjjjjjjjjj'),
  },
  { name: 'targets', province: 'hung-yen', path: '/chi-tieu', look: WIDE },
  { name: 'document', province: 'ha-tinh', path: '/van-ban/{document}', look: WIDE },
  { name: 'phone', province: 'hung-yen', path: '/chi-tieu', look: PHONE },
];

const folder = mkdtempSync(join(tmpdir(), 'bamsat-pictures-'));
const config = readConfig({ env: {}, file: null, given: { data: folder, port: '0', logLevel: 'silent' } });
if (!config.ok) throw new Error(config.error.en);
const started = await startServer({ config: config.value, pages: await buildPages(), demo: true, log: () => {} });
if (!started.ok) throw new Error(started.error.en);
const { browser, close } = await startBrowser();
try {
  await makeDemo(started.value, new URL('../samples/', import.meta.url));
  for (const picture of PICTURES) await take(picture);
} finally {
  await close();
  await started.value.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function take({ name, province, path, look, prepare }: Picture): Promise<void> {
  const context = await browser.newContext({
    ...look,
    baseURL: started.ok ? started.value.address : '',
    locale: 'vi-VN',
    reducedMotion: 'reduce',
  });
  await context.request.post('/api/v1/session', {
    headers: { 'x-bamsat-csrf': '1' },
    data: { province, login: 'van-phong', password: DEMO_PASSWORD },
  });
  const documents = await (await context.request.get('/api/v1/documents')).json();
  const page = await context.newPage();
  await page.goto(path.replace('{document}', documents.items[0].id));
  // The stream of news keeps the network busy for ever: what is to be seen is waited for instead.
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForTimeout(1500);
  await prepare?.(page);
  await page.waitForTimeout(500);
  await page.screenshot({ path: `docs/images/${name}.png` });
  await context.close();
  console.log(`docs/images/${name}.png`);
}
