/** Being told and handing over, in a real browser: the bell rings while one looks, wishes are kept, a post changes hands. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { hashPassword } from '#identity/password.ts';
import { newId } from '#store/ids.ts';
import { insertPerson } from '#store/people.ts';
import { publishPlan } from '#test/support/published-plan.ts';
import { type Client, PASSWORD, startTestServer, type TestProvince, type TestServer } from '#test/support/server.ts';
import { buildPages, cookiesOf, startBrowser, type TestBrowser } from '#test/support/web.ts';

const AXE = readFileSync(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');

let server: TestServer;
let province: TestProvince;
let chromium: TestBrowser;
let office: Client;
let tasks: string[];

before(async () => {
  const pages = await buildPages();
  server = await startTestServer({}, { pages });
  province = await server.province('ha-tinh');
  office = await server.signIn('ha-tinh', 'office');
  tasks = (await publishPlan(server, province, office)).taskIds;
  chromium = await startBrowser();
});
after(async () => {
  await chromium?.close();
  await server?.close();
});

async function open(login: string, path: string, options: BrowserContextOptions = {}) {
  const context = await chromium.browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'vi-VN',
    reducedMotion: 'reduce',
    ...options,
  });
  await context.addCookies(cookiesOf(await server.signIn('ha-tinh', login), server.address));
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const said: string[] = [];
  page.on('pageerror', (error) => said.push(error.message));
  page.on('console', (message) => message.type() === 'error' && said.push(message.text()));
  const live = page.waitForResponse((answer) => answer.url().includes('/api/v1/live'));
  await page.goto(server.address + path);
  // What happens from now on is heard.
  await live;
  return { page, said };
}

async function assertSound(page: Page): Promise<void> {
  await page.evaluate(AXE);
  const found = await page.evaluate(async () => {
    const axe = (globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string; impact: string }[] }> } })
      .axe;
    return (await axe.run()).violations.filter((one) => one.impact === 'serious' || one.impact === 'critical');
  });
  assert.deepEqual(found, []);
  const wide = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
  assert.ok(Number(wide) <= 0, `${wide} px too wide`);
}

const shoot = async (page: Page, name: string) => {
  if (process.env.BAMSAT_SHOTS) await page.screenshot({ path: `${process.env.BAMSAT_SHOTS}/${name}.png` });
};

const act = async (who: Client, id: string, body: Record<string, unknown>) => {
  const { version } = (await who.get(`/tasks/${id}`)).body.life;
  const answer = await who.post(`/tasks/${id}/acts`, { version, ...body });
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
};

describe('being told', () => {
  it('happens while one looks: the bell counts, its menu leads to the task, the page tells all', async () => {
    const { page, said } = await open('agency-lead', '/thong-bao');
    await page.getByRole('button', { name: /^Thông báo/ }).waitFor();
    await page.getByText('Chưa có thông báo nào').waitFor();
    await act(office, tasks[0] as string, { act: 'assign' });
    await page.getByRole('link', { name: /Được giao chủ trì nhiệm vụ/ }).waitFor();
    await act(office, tasks[1] as string, { act: 'assign' });
    const bell = page.getByRole('button', { name: /2 thông báo chưa đọc/ });
    await bell.waitFor();
    await assertSound(page);
    await shoot(page, 'thong-bao');
    await bell.click();
    await page
      .getByRole('menuitem', { name: /Được giao chủ trì nhiệm vụ/ })
      .first()
      .waitFor();
    await shoot(page, 'chuong');
    await page
      .getByRole('menuitem', { name: /Được giao chủ trì nhiệm vụ/ })
      .first()
      .click();
    await page.waitForURL(/\/nhiem-vu\/[0-9a-f-]{36}/);
    await page.getByRole('button', { name: /1 thông báo chưa đọc/ }).click();
    await page.getByRole('menuitem', { name: 'Xem tất cả thông báo' }).click();
    await page.getByRole('link', { name: 'Chưa đọc (1)' }).click();
    await page.getByRole('button', { name: 'Đánh dấu tất cả đã đọc' }).click();
    await page.getByText('Đã đọc hết thông báo').waitFor();
    assert.deepEqual(said, []);
    await page.context().close();
  });

  it('reads well on a phone', async () => {
    const { page } = await open('agency-lead', '/thong-bao', { viewport: { width: 390, height: 844 } });
    await page
      .getByRole('link', { name: /Được giao chủ trì nhiệm vụ/ })
      .first()
      .waitFor();
    await assertSound(page);
    await shoot(page, 'thong-bao-390');
    await page.context().close();
  });

  it('comes by letter as the person wishes', async () => {
    const { page } = await open('agency-lead', '/tai-khoan');
    await page.getByLabel('Giờ nhận thư').selectOption('08:30');
    await page.getByLabel('Thứ Bảy').check();
    await page.getByLabel('Báo cáo hoàn thành bị trả lại').check();
    await shoot(page, 'tai-khoan');
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await page.getByRole('status').getByText('Đã lưu cách nhận thư').waitFor({ state: 'attached' });
    await assertSound(page);
    await page.reload();
    assert.equal(await page.getByLabel('Giờ nhận thư').inputValue(), '08:30');
    const { body } = await (await server.signIn('ha-tinh', 'agency-lead')).get('/notices/settings');
    assert.deepEqual([body.weekdays, body.atOnce], [[1, 2, 3, 4, 5, 6], ['returned']]);
    await page.context().close();
  });
});

describe('days off', () => {
  it('are set by the administrator as they are typed; what is no day is named', async () => {
    const { page } = await open('admin', '/quan-tri/cai-dat');
    const off = page.getByLabel('Ngày nghỉ', { exact: true });
    await off.fill('Tết');
    await page.getByText('Không phải ngày: Tết.').waitFor();
    await off.fill('10/02/2027 đến 16/02/2027');
    await page.getByRole('heading', { name: 'Ngày nghỉ, ngày làm bù' }).scrollIntoViewIfNeeded();
    await shoot(page, 'ngay-nghi');
    await page.locator('form', { has: off }).getByRole('button', { name: 'Lưu' }).click();
    await page.getByRole('status').getByText('Đã lưu ngày nghỉ').waitFor({ state: 'attached' });
    await assertSound(page);
    const { body } = await (await server.signIn('ha-tinh', 'admin')).get('/settings');
    assert.equal(body.calendar.holidays.length, 7);
    await page.context().close();
  });
});

describe('handing over', () => {
  it('shows the list to who follows until it is received, and empty posts to the Office', async () => {
    const admin = await server.signIn('ha-tinh', 'admin');
    const posts = (await admin.get('/posts?limit=100')).body.items;
    const post = posts.find((one: { role: string }) => one.role === 'agency-lead');
    const today = new Date(server.now.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
    await admin.post(`/holdings/${post.holders[0].id}/end`, { on: today });

    const empty = await open('office', '/ban-giao');
    await empty.page.getByRole('heading', { name: 'Chức danh trống còn việc: 1' }).waitFor();
    await assertSound(empty.page);
    await shoot(empty.page, 'chuc-danh-trong');
    await empty.page.context().close();

    const id = newId();
    await server.services.database.transaction(province.id, async (scope) =>
      insertPerson(scope, {
        id,
        fullName: 'Trần Thị Kế',
        login: 'ke',
        email: null,
        passwordHash: await hashPassword(PASSWORD),
        mustChangePassword: false,
      }),
    );
    assert.equal((await admin.post(`/posts/${post.id}/holders`, { personId: id, from: today })).status, 201);
    const { page, said } = await open('ke', '/');
    await page.getByRole('link', { name: 'Xem danh sách' }).waitFor();
    await shoot(page, 'trang-dau');
    await page.getByRole('link', { name: 'Xem danh sách' }).click();
    await page.getByRole('heading', { name: 'Nhiệm vụ cơ quan chủ trì: 2' }).waitFor();
    await assertSound(page);
    await shoot(page, 'ban-giao');
    await page.getByRole('button', { name: 'Đã nhận' }).click();
    await page.getByText(/Đã nhận lúc/).waitFor();
    await page.goto(`${server.address}/`);
    await page.getByRole('heading', { name: 'Tổng quan' }).waitFor();
    assert.equal(await page.getByRole('link', { name: 'Xem danh sách' }).count(), 0);
    assert.deepEqual(said, []);
    await page.context().close();

    const phone = await open('office', '/ban-giao', { viewport: { width: 390, height: 844 } });
    await phone.page.getByText('Trần Thị Kế').first().waitFor();
    await assertSound(phone.page);
    await shoot(phone.page, 'ban-giao-390');
    await phone.page.context().close();
  });
});
