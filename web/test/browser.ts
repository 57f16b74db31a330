/**
 * Built pages in a real browser, for tests: the packaged Chromium, or that of `BAMSAT_CHROMIUM`, and a server of files
 * with the content policy of the real one.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import packaged from '@sparticuz/chromium';
import { type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { build } from 'vite';

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'";
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};
const AXE = readFileSync(join(import.meta.dirname, '../../node_modules/axe-core/axe.min.js'), 'utf8');

export interface Stage {
  /** A page of its own at `path`; `said` are the errors that the browser tells of it. */
  open(path: string, options?: BrowserContextOptions): Promise<{ readonly page: Page; readonly said: string[] }>;
  /** The built files of styles. */
  readonly styles: readonly string[];
  close(): Promise<void>;
}

export async function openStage(): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'bamsat-pages-'));
  const before = process.env.TMPDIR;
  const outDir = join(folder, 'dist');
  await build({ configFile: join(import.meta.dirname, '../vite.config.ts'), logLevel: 'error', build: { outDir } });
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname.startsWith('/api/')) return response.writeHead(404).end();
    const asked = join(outDir, pathname);
    const file = extname(asked) !== '' && existsSync(asked) ? asked : join(outDir, 'index.html');
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    return response.writeHead(200, { 'content-type': type, 'content-security-policy': POLICY }).end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const baseURL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  process.env.TMPDIR = folder;
  const executablePath = process.env.BAMSAT_CHROMIUM || (await packaged.executablePath());
  const args = packaged.args.filter((arg) => arg !== '--single-process');
  const browser = await chromium.launch({ executablePath, args, headless: true });
  const assets = join(outDir, 'assets');
  return {
    styles: readdirSync(assets)
      .filter((name) => name.endsWith('.css'))
      .map((name) => join(assets, name)),
    open: async (path, options = {}) => {
      const context = await browser.newContext({ baseURL, locale: 'vi-VN', reducedMotion: 'reduce', ...options });
      const page = await context.newPage();
      const said: string[] = [];
      page.on('console', (message) => message.type() === 'error' && said.push(message.text()));
      page.on('pageerror', (error) => said.push(error.message));
      await page.goto(path, { waitUntil: 'networkidle' });
      return { page, said };
    },
    close: async () => {
      await browser.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      if (before === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = before;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface Found {
  readonly violations: readonly { id: string; impact: string; nodes: readonly { html: string }[] }[];
}

/** What axe-core finds against WCAG 2.2 AA, a line a finding. The policy forbids foreign scripts, so it goes in from outside. */
export async function findBarriers(page: Page): Promise<string[]> {
  const line = await page.context().newCDPSession(page);
  const evaluate = async (expression: string) =>
    (await line.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true })).result.value;
  await evaluate(`${AXE}; 0`);
  const tags = JSON.stringify(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']);
  const found: Found = JSON.parse(await evaluate(`axe.run({ runOnly: ${tags} }).then((all) => JSON.stringify(all))`));
  return found.violations.map((one) => `${one.impact} ${one.id}: ${one.nodes.map((node) => node.html).join(' ')}`);
}

export async function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
}
