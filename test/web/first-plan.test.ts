/**
 * What a newcomer does, in a real browser on an empty server: the first run, a person of the Office, a resolution
 * uploaded, read, reviewed and published as a plan.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { listFiles, ROOT } from '#test/support/files.ts';
import { startTestServer, type TestServer } from '#test/support/server.ts';
import { buildPages, startBrowser, type TestBrowser } from '#test/support/web.ts';

const SAMPLE = join(ROOT, listFiles('samples', (path) => path.includes('/001_'))[0] as string);
const PASSWORD = 'Nhãn lồng Phố Hiến 1831';

describe('a newcomer', () => {
  let server: TestServer;
  let chromium: TestBrowser;
  const said: string[] = [];

  before(async () => {
    server = await startTestServer({}, { pages: await buildPages() });
    chromium = await startBrowser();
  });
  after(async () => {
    await chromium?.close();
    await server?.close();
  });

  async function visitor(): Promise<Page> {
    const context = await chromium.browser.newContext({
      baseURL: server.address,
      viewport: { width: 1440, height: 900 },
      locale: 'vi-VN',
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    page.setDefaultTimeout(12_000);
    page.on('pageerror', (error) => said.push(error.message));
    return page;
  }

  it('gets from an empty server to a published plan', async () => {
    const admin = await visitor();
    await admin.goto('/');
    await admin.getByRole('heading', { name: 'Thiết lập lần đầu' }).waitFor();
    await admin.getByLabel('Mã thiết lập').fill(readFileSync(join(server.config.data, 'setup-code'), 'utf8').trim());
    await admin.getByLabel('Tỉnh, thành phố').fill('hung yen');
    await admin.getByRole('option', { name: 'Hưng Yên' }).click();
    await admin.getByLabel('Họ và tên người quản trị').fill('Vũ Đức Long');
    await admin.getByLabel('Tên đăng nhập').fill('quan-tri');
    await admin.getByLabel(/^Mật khẩu(?! mới)/).fill(PASSWORD);
    await admin.getByLabel('Nhập lại mật khẩu').fill(PASSWORD);
    await admin.getByRole('button', { name: /Thiết lập|Bắt đầu|Lập/ }).click();
    await admin.getByRole('heading', { name: 'Tổng quan' }).waitFor();

    await admin.goto('/quan-tri/nguoi-dung');
    await admin.getByRole('button', { name: 'Thêm người dùng' }).click();
    const adding = admin.getByRole('dialog');
    await adding.getByLabel('Họ và tên').fill('Đỗ Minh Phương');
    await adding.getByLabel('Tên đăng nhập').fill('van-phong');
    await adding.getByRole('button', { name: 'Thêm người dùng' }).click();
    const link = (await adding.getByText(/\/mat-khau-moi#/).textContent()) as string;
    await admin.keyboard.press('Escape');
    await admin.goto('/quan-tri/nguoi-dung');
    await admin.getByText('Đỗ Minh Phương').first().click();
    await admin.getByRole('button', { name: 'Giao chức danh' }).click();
    const appointing = admin.getByRole('dialog', { name: 'Giao chức danh' });
    await appointing.getByText('Chức danh mới').click();
    await appointing.getByLabel('Cơ quan').fill('van phong uy ban');
    await admin
      .getByRole('option', { name: /Văn phòng Ủy ban nhân dân tỉnh/ })
      .first()
      .click();
    await appointing.getByLabel('Tên chức danh').fill('Chuyên viên Phòng Tổng hợp');
    await appointing.getByLabel('Vai trò').selectOption({ label: 'Văn phòng' });
    await appointing.getByRole('button', { name: 'Giao chức danh' }).click();
    await appointing.waitFor({ state: 'hidden' });

    const office = await visitor();
    await office.goto(new URL(link.trim()).pathname + new URL(link.trim()).hash);
    await office.getByLabel(/^Mật khẩu mới/).fill(PASSWORD);
    await office.getByLabel('Nhập lại mật khẩu mới').fill(PASSWORD);
    await office.getByRole('button', { name: /Đặt mật khẩu|Lưu/ }).click();
    await office.goto('/dang-nhap');
    await office.getByLabel('Tên đăng nhập').fill('van-phong');
    await office.getByLabel(/^Mật khẩu(?! mới)/).fill(PASSWORD);
    await office.getByRole('button', { name: 'Đăng nhập' }).click();
    await office.getByRole('heading', { name: 'Tổng quan' }).waitFor();

    await office.getByRole('link', { name: 'Văn bản', exact: true }).first().click();
    await office.locator('input[type=file]').setInputFiles(SAMPLE);
    await office.locator('tbody').getByText('Đang rà soát').first().waitFor();
    await office.locator('tbody').getByRole('link').first().click();
    await office
      .getByRole('link', { name: 'Rà soát' })
      .or(office.getByRole('button', { name: 'Rà soát' }))
      .first()
      .click();
    await office.locator('[data-item]').first().waitFor();
    await office.getByRole('button', { name: 'Chấp nhận nhiều mục' }).click();
    await office.getByRole('menuitem', { name: /Mọi mục chắc chắn trong bộ lọc/ }).click();
    await office
      .getByText(/Đã chấp nhận \d+ mục/)
      .first()
      .waitFor();

    await office
      .getByRole('link', { name: /Ban hành/ })
      .first()
      .click();
    await office.getByRole('heading', { name: 'Ban hành kế hoạch' }).waitFor();
    await office
      .getByRole('checkbox', { name: /Tôi đã xem/ })
      .first()
      .waitFor();
    for (const box of await office.getByRole('checkbox', { name: /Tôi đã xem/ }).all()) await box.check();
    await office.getByRole('button', { name: /Ban hành/ }).click();
    await office.getByText('01-NQ/TU').first().waitFor();
    await office.getByRole('heading', { name: 'Chỉ tiêu' }).waitFor();
    assert.deepEqual(said, []);
  });
});
