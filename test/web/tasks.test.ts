/** The list of tasks in a real browser: views of one filter, views under a name, many at once, Excel, news, a phone. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { readXlsx } from 'hucre/xlsx';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { publishTasks } from '#test/support/many-tasks.ts';
import { type Client, startTestServer, type TestProvince, type TestServer } from '#test/support/server.ts';
import { barriers, buildPages, cookiesOf, startBrowser, type TestBrowser } from '#test/support/web.ts';

const COUNT = 130;

let server: TestServer;
let province: TestProvince;
let chromium: TestBrowser;
let office: Client;
let planId: string;

before(async () => {
  const pages = await buildPages();
  server = await startTestServer({}, { pages });
  province = await server.province('ha-tinh');
  server.now = new Date('2021-06-15T02:00:00Z');
  office = await server.signIn('ha-tinh', 'office');
  ({ planId } = await publishTasks(server, province, office, COUNT));
  chromium = await startBrowser();
});
after(async () => {
  await chromium?.close();
  await server?.close();
});

interface Open {
  readonly page: Page;
  /** Errors that the browser told of. */
  readonly said: string[];
}

async function open(path: string, role = 'office', options: BrowserContextOptions = {}): Promise<Open> {
  const context = await chromium.browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'vi-VN',
    reducedMotion: 'reduce',
    ...options,
  });
  await context.addCookies(cookiesOf(await server.signIn('ha-tinh', role), server.address));
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const said: string[] = [];
  page.on('pageerror', (error) => said.push(error.message));
  page.on('console', (message) => message.type() === 'error' && said.push(message.text()));
  await page.goto(server.address + path);
  return { page, said };
}

const rows = (page: Page) => page.locator('tbody tr[data-index]');
const count = async (query: string) => (await office.get(`/tasks/counts?plan=${planId}&${query}`)).body;

describe('the list of tasks in the browser', { concurrency: false }, () => {
  it('shows the same tasks as table, board, calendar and timeline', async () => {
    const { counts } = await count('');
    const { page, said } = await open('/nhiem-vu');
    await page.getByRole('link', { name: `${counts.overdue} Đang thực hiện, quá hạn` }).click();
    await page.waitForURL(/tinh_trang=overdue/);
    await page.getByText(`${counts.overdue} nhiệm vụ`, { exact: true }).waitFor();
    assert.equal(await rows(page).count(), counts.overdue);

    await page.getByText('Bảng việc', { exact: true }).click();
    await page.waitForURL(/xem=viec/);
    const board = page.getByRole('region', { name: 'Bảng việc' });
    await board.getByRole('link', { name: String(counts.overdue), exact: true }).waitFor();
    await board
      .getByRole('article')
      .nth(counts.overdue - 1)
      .waitFor();
    assert.equal(await board.getByRole('article').count(), counts.overdue);
    await page.getByText('Theo trạng thái', { exact: true }).click();
    await board.getByRole('heading', { name: 'Đang thực hiện', exact: true }).waitFor();
    await board
      .getByRole('article')
      .nth(counts.overdue - 1)
      .waitFor();

    await page.getByText('Lịch', { exact: true }).click();
    const month = (await office.get(`/tasks?plan=${planId}&standing=overdue&from=2021-05-01&to=2021-05-31`)).body.items;
    await page.goto(`${server.address}/nhiem-vu?xem=lich&thang=2021-05&tinh_trang=overdue`);
    await page.getByText(`${month.length} nhiệm vụ đến hạn`, { exact: true }).waitFor();
    await page
      .getByRole('button', { name: new RegExp(month[0].text.slice(0, 40)) })
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Tháng sau' }).click();
    await page.getByRole('heading', { name: 'Tháng 6 năm 2021' }).waitFor();

    await page.getByText('Dòng thời gian', { exact: true }).click();
    const line = page.getByRole('region', { name: 'Dòng thời gian' });
    const finance = line.getByRole('row', { name: /^Sở Tài chính/ });
    const { leads } = await count('standing=overdue&by=lead');
    const own = leads.find((one: { name: string }) => one.name === 'Sở Tài chính').counts.overdue;
    await finance.getByRole('link', { name: String(own), exact: true }).click();
    await page.getByText(`${own} nhiệm vụ`, { exact: true }).waitFor();
    const address = new URL(page.url()).searchParams;
    assert.deepEqual(
      [address.get('tinh_trang'), address.get('co_quan'), address.get('vai')],
      ['overdue', province.department, 'lead'],
    );
    assert.deepEqual(said, []);
  });

  it('finds by words, days and more, and shows the past as documents had it', async () => {
    const { page, said } = await open('/nhiem-vu');
    await page.getByRole('searchbox', { name: 'Tìm nhiệm vụ' }).fill('tai san c');
    await page.waitForURL(/tim=tai/);
    const found = (await count('q=tai%20san%20c')).total;
    await page.getByText(`${found} nhiệm vụ`, { exact: true }).first().waitFor();
    await page.getByRole('button', { name: 'Thêm điều kiện' }).click();
    await page.getByLabel('Sản phẩm').selectOption({ label: 'Nghị quyết' });
    await page.waitForURL(/san_pham=resolution/);
    const both = (await count('q=tai%20san%20c&product=resolution')).total;
    await page.getByText(`${both} nhiệm vụ`, { exact: true }).first().waitFor();
    assert.ok(both > 0 && both < found);
    await page.getByRole('button', { name: 'Bỏ lọc: Sản phẩm: Nghị quyết' }).click();
    await page.waitForURL((url) => !url.searchParams.has('san_pham'));
    await page.getByRole('button', { name: 'Bỏ lọc', exact: true }).click();
    await page.getByText(`${COUNT} nhiệm vụ`, { exact: true }).first().waitFor();
    await page.goto(`${server.address}/nhiem-vu?ngay=2021-02-01&tim=so%205.`);
    await page.getByText('Kế hoạch như tại ngày 01/02/2021').waitFor();
    await page.getByRole('link', { name: /phát triển đô thị số 5\./ }).waitFor();
    assert.equal(await page.getByRole('columnheader', { name: 'Tình trạng' }).count(), 0);
    await page.getByRole('button', { name: 'Về hôm nay' }).click();
    await page.getByRole('columnheader', { name: 'Tình trạng' }).waitFor();
    assert.deepEqual(said, []);
  });

  it('gives pages as they come into sight, and a task beside the table', async () => {
    const { page, said } = await open('/nhiem-vu');
    await rows(page).first().waitFor();
    await rows(page).first().focus();
    await page.keyboard.press('End');
    await page.locator('tbody tr[data-index="99"]:focus').waitFor();
    await page
      .getByRole('status')
      .filter({ hasText: new RegExp(`^${COUNT} nhiệm vụ$`) })
      .waitFor();
    await page.keyboard.press('End');
    await page.locator(`tbody tr[data-index="${COUNT - 1}"]`).waitFor({ state: 'attached' });
    assert.ok((await rows(page).count()) < 80, 'only rows in sight are there');
    await page.goto(`${server.address}/nhiem-vu?sap=due`);
    await rows(page).first().focus();
    await page.keyboard.press('j');
    await page.locator('tbody tr[data-index="1"]:focus').waitFor();
    await page.keyboard.press('Enter');
    const drawer = page.getByRole('dialog');
    await drawer.getByText('Tình trạng', { exact: true }).waitFor();
    await drawer.locator('mark').first().waitFor();
    await drawer.getByRole('link', { name: 'Mở nhiệm vụ' }).click();
    await page.waitForURL(/\/nhiem-vu\/[0-9a-f-]{36}/);
    assert.deepEqual(said, []);
  });

  it('keeps a view under a name, opened by another person from its address alone', async () => {
    const { page, said } = await open('/nhiem-vu?tinh_trang=overdue&xem=viec');
    await page.getByRole('button', { name: 'Khung nhìn' }).click();
    await page.getByRole('menuitem', { name: 'Lưu thành khung nhìn mới' }).click();
    const dialog = page.getByRole('dialog', { name: 'Lưu khung nhìn' });
    await dialog.getByRole('button', { name: 'Lưu khung nhìn' }).click();
    await dialog.getByText('Hãy đặt tên cho khung nhìn.').waitFor();
    await dialog.getByLabel(/^Tên khung nhìn/).fill('Việc quá hạn');
    await dialog.getByLabel('Dùng chung').check();
    await dialog.getByRole('button', { name: 'Lưu khung nhìn' }).click();
    await page.getByRole('button', { name: 'Việc quá hạn', exact: true }).waitFor();
    const [view] = (await office.get('/views?page=nhiem-vu')).body.items;

    const other = await open(`/nhiem-vu?kx=${view.id}`, 'officer');
    await other.page.waitForURL(/tinh_trang=overdue/);
    await other.page.getByRole('region', { name: 'Bảng việc' }).waitFor();
    await other.page.getByRole('button', { name: 'Việc quá hạn', exact: true }).click();
    assert.equal(await other.page.getByRole('menuitem', { name: /Ghi đè/ }).count(), 0);
    await other.page.keyboard.press('Escape');
    await other.page.getByText('Lịch', { exact: true }).click();
    await other.page.getByRole('button', { name: 'Việc quá hạn (đã đổi)' }).waitFor();

    await page.getByText('Dòng thời gian', { exact: true }).click();
    await page.getByRole('button', { name: 'Việc quá hạn (đã đổi)' }).click();
    await page.getByRole('menuitem', { name: 'Ghi đè “Việc quá hạn”' }).click();
    await page.getByRole('button', { name: 'Việc quá hạn', exact: true }).waitFor();
    const again = await open(`/nhiem-vu?kx=${view.id}`, 'officer');
    await again.page.getByRole('region', { name: 'Dòng thời gian' }).waitFor();

    await page.getByRole('button', { name: 'Việc quá hạn', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Xóa khung nhìn' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Xóa khung nhìn' }).click();
    await page.getByRole('button', { name: 'Khung nhìn', exact: true }).waitFor();
    const gone = await open(`/nhiem-vu?kx=${view.id}`, 'officer');
    await gone.page.getByText('Khung nhìn này không còn, hoặc không được dùng chung với bạn').last().waitFor();
    await rows(gone.page).first().waitFor();
    assert.deepEqual(said, []);
  });

  it('assigns and reminds many at once, says what was refused, and takes it back', async () => {
    const drafts = (await count('state=draft')).total;
    const { page, said } = await open('/nhiem-vu');
    const ticks = page.getByRole('checkbox', { name: /^Chọn: / });
    await ticks.nth(0).click();
    await ticks.nth(8).click({ modifiers: ['Shift'] });
    await page.getByText('Đã chọn 9 nhiệm vụ').waitFor();
    const bar = page.getByRole('region', { name: 'Nhiệm vụ đã chọn' });
    await bar.getByRole('button', { name: 'Giao nhiệm vụ' }).click();
    const dialog = page.getByRole('dialog', { name: 'Giao nhiệm vụ' });
    await dialog.getByText('Không giao được 7 nhiệm vụ').waitFor();
    assert.match((await dialog.getByRole('list').first().textContent()) ?? '', /khi nhiệm vụ ở trạng thái “Tạm dừng”/);
    await dialog.getByRole('button', { name: 'Giao 2 nhiệm vụ' }).click();
    await page.getByText('Đã giao 2 nhiệm vụ').last().waitFor();
    assert.equal((await count('state=draft')).total, drafts - 2);
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await page.getByRole('button', { name: 'Hoàn tác' }).waitFor({ state: 'detached' });
    assert.equal((await count('state=draft')).total, drafts);

    await ticks.nth(0).click();
    await bar.getByRole('button', { name: `Chọn cả ${COUNT} nhiệm vụ của bộ lọc` }).click();
    await page.getByText(`Đã chọn ${COUNT} nhiệm vụ`).waitFor();
    await bar.getByRole('button', { name: 'Đôn đốc' }).click();
    const reminding = page.getByRole('dialog', { name: `Đôn đốc ${COUNT} nhiệm vụ` });
    await reminding.getByLabel('Nội dung đôn đốc').fill('Báo cáo trước ngày 20/6');
    await reminding.getByRole('button', { name: 'Đôn đốc' }).click();
    const open_ = (await count('state=assigned,accepted,in-progress')).total;
    await reminding.getByText(`Không đôn đốc được ${COUNT - open_} nhiệm vụ`).waitFor();
    const [one] = (await office.get(`/tasks?plan=${planId}&state=accepted`)).body.items;
    const { acts } = (await office.get(`/tasks/${one.id}`)).body;
    assert.deepEqual([acts[0].act, acts[0].text], ['remind', 'Báo cáo trước ngày 20/6']);
    await reminding.getByRole('button', { name: 'Đóng', exact: true }).last().click();
    await bar.waitFor({ state: 'detached' });
    assert.deepEqual(said, []);
  });

  it('offers an officer nothing to choose for', async () => {
    const { page } = await open('/nhiem-vu', 'officer');
    await rows(page).first().waitFor();
    assert.equal(await page.getByRole('checkbox', { name: /^Chọn: / }).count(), 0);
  });

  it('tells of what others do, row by row', async () => {
    const { page, said } = await open('/nhiem-vu?trang_thai=reported&sap=due');
    await rows(page).first().waitFor();
    const [first] = (await office.get(`/tasks?plan=${planId}&state=reported&sort=due`)).body.items;
    const before = await rows(page).count();
    const done = await office.post(`/tasks/${first.id}/acts`, { act: 'verify', version: first.version });
    assert.equal(done.status, 200, JSON.stringify(done.body));
    await rows(page)
      .first()
      .getByText(/^Hoàn thành/)
      .waitFor();
    assert.equal(await rows(page).count(), before);
    assert.deepEqual(said, []);
  });

  it('gives the filter as an Excel file that says the same', async () => {
    const { page } = await open('/nhiem-vu?tinh_trang=overdue');
    await rows(page).first().waitFor();
    const coming = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Xuất Excel' }).click();
    const file = await coming;
    assert.equal(file.suggestedFilename(), 'nhiem-vu-2021-06-15.xlsx');
    const sheet = (await readXlsx(readFileSync(await file.path()))).sheets[0];
    const written = (sheet?.rows ?? []).filter((row) => typeof row[0] === 'number');
    assert.equal(written.length, (await count('standing=overdue')).total);
    assert.deepEqual(new Set(written.map((row) => row[6])), new Set(['Đang thực hiện, quá hạn']));
  });

  it('stands without serious barriers, light and dark, and on a phone', async () => {
    for (const options of [
      {},
      { colorScheme: 'dark' as const },
      { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
    ]) {
      const { page } = await open('/nhiem-vu', 'office', options);
      const [task] = (await office.get(`/tasks?plan=${planId}&limit=1`)).body.items;
      const paths: readonly (readonly [string, string])[] = [
        ['', 'Theo thứ tự văn bản'],
        ['?tinh_trang=overdue&trang_thai=in-progress', 'Đang thực hiện'],
        ['?xem=viec', 'Sở Tài chính'],
        ['?xem=lich&thang=2021-05', 'Tháng 5 năm 2021'],
        ['?xem=dong', 'Cơ quan chủ trì'],
        [`?mo=${task.id}`, 'Mở nhiệm vụ'],
        ['?the=bao-cao', 'Văn bản không đề ra chế độ báo cáo nào'],
      ];
      for (const [path, words] of paths) {
        await page.goto(`${server.address}/nhiem-vu${path}`);
        const seen = page.getByText(words).locator('visible=true').first();
        if (path === '') await page.getByRole('link', { name: `${COUNT} nhiệm vụ` }).waitFor();
        else await seen.waitFor();
        assert.deepEqual(await barriers(page), [], `${path} ${JSON.stringify(options)}`);
        const sideways = await page.evaluate(
          'document.documentElement.scrollWidth > document.documentElement.clientWidth',
        );
        assert.equal(sideways, false, path);
      }
      await page.context().close();
    }
  });
});
