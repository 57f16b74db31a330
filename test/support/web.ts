/** The pages as a browser gets them: built once for each state of their source, and a Chromium to walk them with. */
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import packaged from '@sparticuz/chromium';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build } from 'vite';

/** What the pages are made of. */
const SOURCES = ['web', 'src/base', 'src/contract', 'src/delivery', 'src/plan'];
const ROOT = join(import.meta.dirname, '../..');

function sourceKey(): string {
  const hash = createHash('sha256');
  for (const folder of SOURCES) {
    const names = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).sort();
    for (const name of names) {
      if (/(^|\/)(dist|node_modules)(\/|$)|\.test\.ts$/.test(name) || !/\.[a-z0-9]+$/.test(name)) continue;
      hash.update(name).update(readFileSync(join(ROOT, folder, name)));
    }
  }
  return hash.digest('hex').slice(0, 20);
}

/** The folder of the built pages, kept in the system's folder for temporary files until their source changes. */
export async function buildPages(): Promise<string> {
  const place = join(tmpdir(), `bamsat-pages-${sourceKey()}`);
  if (existsSync(join(place, 'index.html'))) return place;
  // Built aside and moved: two that build at once do not see each other's half.
  const aside = mkdtempSync(join(tmpdir(), 'bamsat-pages-'));
  await build({
    configFile: join(ROOT, 'web/vite.config.ts'),
    logLevel: 'error',
    plugins: [],
    build: { outDir: aside, emptyOutDir: true },
  });
  try {
    renameSync(aside, place);
  } catch (error) {
    rmSync(aside, { recursive: true, force: true });
    if (!existsSync(join(place, 'index.html'))) throw error;
  }
  return place;
}

export interface TestBrowser {
  readonly browser: Browser;
  close(): Promise<void>;
}

/** The packaged Chromium, or that of `BAMSAT_CHROMIUM`; it unpacks and works in a folder of its own, which is removed. */
export async function startBrowser(): Promise<TestBrowser> {
  const before = process.env.TMPDIR;
  const folder = mkdtempSync(join(tmpdir(), 'bamsat-browser-'));
  const clean = () => {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    rmSync(folder, { recursive: true, force: true });
  };
  process.env.TMPDIR = folder;
  try {
    const executablePath = process.env.BAMSAT_CHROMIUM || (await packaged.executablePath());
    // In one process the browser would end with its first page.
    const args = packaged.args.filter((arg) => arg !== '--single-process');
    const browser = await chromium.launch({ executablePath, args, headless: true });
    return {
      browser,
      close: async () => {
        await browser.close();
        clean();
      },
    };
  } catch (error) {
    clean();
    throw error;
  }
}

const AXE = readFileSync(join(ROOT, 'node_modules/axe-core/axe.min.js'), 'utf8');

/** Serious and critical barriers that axe finds on the page, each with its elements; past what the page's policy lets run. */
export async function barriers(page: Page): Promise<string[]> {
  const line = await page.context().newCDPSession(page);
  const evaluate = async (expression: string) =>
    (await line.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true })).result.value;
  await evaluate(`${AXE}; 0`);
  const found = JSON.parse(await evaluate('axe.run().then((all) => JSON.stringify(all.violations))'));
  return found
    .filter((one: { impact: string }) => one.impact === 'serious' || one.impact === 'critical')
    .map(
      (one: { id: string; nodes: { html: string }[] }) => `${one.id}: ${one.nodes.map((node) => node.html).join(' ')}`,
    );
}

/** The cookies of a client that is signed in, as a browser takes them. */
export function cookiesOf({ cookie }: { readonly cookie: string }, address: string) {
  return cookie.split('; ').map((pair) => {
    const at = pair.indexOf('=');
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url: address };
  });
}
