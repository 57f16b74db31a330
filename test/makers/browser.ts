/**
 * Chromium for printing: the packaged one, or that of `BAMSAT_CHROMIUM`. It unpacks and works in a folder of its own,
 * which is removed.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import packaged from '@sparticuz/chromium';
import { type Browser, chromium, type Page } from 'playwright-core';

/** Where a stamp belongs: the space between the signer's office and name; points from the top left of the page. */
export interface SealPlace {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Printed {
  readonly pdf: Uint8Array;
  readonly pages: number;
  readonly seals: readonly SealPlace[];
}

export interface Printer {
  /** Prints a page whose body says `data-ready` when its sheets are filled. */
  print(html: string): Promise<Printed>;
  /** A drawing as PNG with a transparent ground, pixels. */
  draw(html: string, width: number, height: number): Promise<Uint8Array>;
  close(): Promise<void>;
}

export async function startPrinter(): Promise<Printer> {
  const before = process.env.TMPDIR;
  const folder = mkdtempSync(join(tmpdir(), 'bamsat-print-'));
  const clean = () => {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    rmSync(folder, { recursive: true, force: true });
  };
  process.env.TMPDIR = folder;
  let browser: Browser;
  try {
    const executablePath = process.env.BAMSAT_CHROMIUM || (await packaged.executablePath());
    // In one process the browser would end with its first page.
    const args = packaged.args.filter((arg) => arg !== '--single-process');
    browser = await chromium.launch({ executablePath, args, headless: true });
  } catch (error) {
    clean();
    throw error;
  }
  return {
    print: (html) => onPage(browser, html, printPage),
    draw: (html, width, height) => onPage(browser, html, (page) => drawPage(page, width, height)),
    close: async () => {
      await browser.close();
      clean();
    },
  };
}

/** A printer, or the sentence why there is none. */
export async function tryPrinter(): Promise<Printer | string> {
  try {
    return await startPrinter();
  } catch (error) {
    return `Chromium doesn't start here: ${String(error).split('\n')[0]}`;
  }
}

async function onPage<T>(browser: Browser, html: string, work: (page: Page) => Promise<T>): Promise<T> {
  const page = await browser.newPage();
  try {
    await page.setContent(html, { waitUntil: 'load' });
    return await work(page);
  } finally {
    await page.close();
  }
}

/** Run in the page; as text, for the types of a browser are not those of Node. */
const FIND_SEALS = `[...document.querySelectorAll('.page')].flatMap((sheet, i) =>
  [...sheet.querySelectorAll('[data-seal]')].map((seal) => {
    const outer = sheet.getBoundingClientRect();
    const box = seal.getBoundingClientRect();
    return { page: i + 1, x: (box.x - outer.x) * 0.75, y: (box.y - outer.y) * 0.75, width: box.width * 0.75, height: box.height * 0.75 };
  }))`;

async function printPage(page: Page): Promise<Printed> {
  await page.waitForSelector('body[data-ready]', { state: 'attached', timeout: 60_000 });
  const pages = await page.locator('.page').count();
  const seals = (await page.evaluate(FIND_SEALS)) as SealPlace[];
  const pdf = new Uint8Array(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
  return { pdf, pages, seals };
}

async function drawPage(page: Page, width: number, height: number): Promise<Uint8Array> {
  await page.setViewportSize({ width, height });
  await page.evaluate('document.fonts.ready.then(() => null)');
  return new Uint8Array(await page.screenshot({ omitBackground: true, clip: { x: 0, y: 0, width, height } }));
}
