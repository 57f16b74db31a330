/** The kit in a real browser: no barriers in either theme, wide and narrow, and every part works by keyboard. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { findBarriers, openStage, type Stage, scrollsSideways } from './browser.ts';

let stage: Stage;
before(async () => {
  stage = await openStage();
});
after(() => stage?.close());

const PARTS = ['nhap', 'du-lieu', 'trang-thai', 'lop-tren'];
const WIDE = { width: 1440, height: 900 };

async function onPart(part: string, work: (page: Page) => Promise<void>): Promise<void> {
  const { page, said } = await stage.open(`/_gallery#${part}`, { viewport: WIDE });
  await work(page);
  assert.deepEqual(said, []);
  await page.context().close();
}

/** Waits until the focus is on what is expected. */
async function focused(page: Page, selector: string): Promise<void> {
  await page.locator(`${selector}:focus`).waitFor();
}

describe('the gallery', () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const viewport of [WIDE, { width: 360, height: 740 }]) {
      it(`has no barriers, ${colorScheme}, ${viewport.width} px`, async () => {
        for (const part of PARTS) {
          const { page, said } = await stage.open(`/_gallery#${part}`, { viewport, colorScheme });
          assert.deepEqual(await findBarriers(page), [], part);
          assert.equal(await scrollsSideways(page), false, part);
          assert.deepEqual(said, [], part);
          await page.context().close();
        }
      });
    }
  }
});

describe('a table', () => {
  it('is walked by keys to its last row though few rows are there, and opens one', () =>
    onPart('du-lieu', async (page) => {
      await page.locator('tr[data-index="0"]').focus();
      await page.keyboard.press('j');
      await focused(page, 'tr[data-index="1"]');
      await page.keyboard.press('End');
      await focused(page, 'tr[data-index="1199"]');
      assert.ok((await page.locator('tr[data-index]').count()) < 80);
      await page.keyboard.press('Enter');
      await page.locator('tr[data-index="1199"][aria-current="true"]').waitFor();
    }));

  it('sorts by its heads and remembers the columns that are wanted', () =>
    onPart('du-lieu', async (page) => {
      const heads = page.getByRole('table', { name: 'Chỉ tiêu của kế hoạch' }).getByRole('columnheader');
      await page.getByRole('button', { name: 'Chỉ tiêu', exact: true }).click();
      assert.equal(await heads.nth(1).getAttribute('aria-sort'), 'ascending');
      assert.equal(await heads.filter({ hasText: 'Chủ trì' }).count(), 0);
      await page.getByRole('button', { name: 'Chọn cột' }).click();
      await page.getByRole('menuitemcheckbox', { name: 'Chủ trì' }).click();
      await heads.filter({ hasText: 'Chủ trì' }).waitFor();
      await page.reload();
      await heads.filter({ hasText: 'Chủ trì' }).waitFor();
    }));
});

describe('a field', () => {
  it('of a day takes what people type, keeps what is wrong, and opens a month by key', () =>
    onPart('nhap', async (page) => {
      const day = page.getByLabel('Thời hạn');
      await day.fill('31/2/2026');
      await page.keyboard.press('Tab');
      assert.equal(await day.inputValue(), '31/2/2026');
      assert.equal(await day.getAttribute('aria-invalid'), 'true');
      await day.fill('05032026');
      await page.keyboard.press('Alt+ArrowDown');
      await focused(page, '[data-day="2026-03-05"]');
      assert.deepEqual(await findBarriers(page), []);
      await page.keyboard.press('PageDown');
      await focused(page, '[data-day="2026-04-05"]');
      await page.keyboard.press('Enter');
      assert.equal(await day.inputValue(), '05/04/2026');
    }));

  it('of a number is written the Vietnamese way', () =>
    onPart('nhap', async (page) => {
      const number = page.getByLabel('Kế hoạch năm');
      await number.fill('1234.5');
      await page.keyboard.press('Tab');
      assert.equal(await number.inputValue(), '1.234,5');
    }));

  it('that finds one of many needs no tone marks, and gives back what was chosen on Escape', () =>
    onPart('nhap', async (page) => {
      const agency = page.getByRole('combobox', { name: 'Cơ quan chủ trì' });
      await agency.fill('nong nghiep');
      await page.getByRole('option', { name: 'Sở Nông nghiệp và Môi trường' }).waitFor();
      assert.deepEqual(await findBarriers(page), []);
      await page.keyboard.press('Enter');
      await agency.fill('xyz');
      await page.keyboard.press('Escape');
      assert.equal(await agency.inputValue(), 'Sở Nông nghiệp và Môi trường');
    }));
});

describe('what lies over the page', () => {
  it('takes the focus, keeps it, gives it back, and keeps what was typed through a reload', () =>
    onPart('lop-tren', async (page) => {
      await page.getByRole('button', { name: 'Hộp thoại' }).click();
      await focused(page, 'dialog textarea');
      await page.keyboard.type('Số liệu chưa khớp');
      assert.deepEqual(await findBarriers(page), []);
      await page.keyboard.press('Escape');
      assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Hộp thoại');
      await page.reload();
      await page.getByRole('button', { name: 'Hộp thoại' }).click();
      assert.equal(await page.getByLabel('Lý do').inputValue(), 'Số liệu chưa khớp');
    }));

  it('says what was done with the way back, and lists its keys', () =>
    onPart('lop-tren', async (page) => {
      await page.keyboard.press('t');
      await page.getByRole('button', { name: 'Hoàn tác' }).click();
      await page.getByRole('button', { name: 'Hoàn tác' }).waitFor({ state: 'detached' });
      await page.keyboard.press('?');
      await page.getByRole('dialog', { name: 'Phím tắt' }).getByText('Hiện thông báo').waitFor();
    }));
});

describe('styles', () => {
  it('say the order of their layers in every file, so that no piece that comes first decides it', async () => {
    for (const file of stage.styles) {
      const text = await readFile(file, 'utf8');
      const names = [...text.matchAll(/@layer ([\w, ]+)[;{]/g)].flatMap((found) => (found[1] as string).split(/, ?/));
      const order = ['reset', 'tokens', 'base', 'kit', 'frame', 'page', 'still'];
      assert.deepEqual([...new Set(names)], order, file);
    }
  });
});

describe('motion', () => {
  it('is left out for people who asked for that', () =>
    onPart('lop-tren', async (page) => {
      await page.getByRole('button', { name: 'Hộp thoại' }).click();
      const lasts = await page.locator('dialog[open]').evaluate((dialog) => getComputedStyle(dialog).animationDuration);
      assert.ok(Number.parseFloat(lasts) < 0.001, lasts);
    }));
});

describe('figures', () => {
  it('stand under each other in tables', () =>
    onPart('du-lieu', async (page) => {
      const widths = await page
        .locator('tr[data-index="0"] td')
        .first()
        .evaluate((cell) =>
          ['111111', '888888', '000000'].map((figures) => {
            const range = document.createRange();
            cell.textContent = figures;
            range.selectNodeContents(cell);
            return range.getBoundingClientRect().width;
          }),
        );
      assert.equal(new Set(widths).size, 1);
    }));
});
