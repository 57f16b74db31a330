/** The life of a task in a real browser, as three people: the Office, the head of an agency and its officer. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { PLAN_TEXT, publishPlan } from '#test/support/published-plan.ts';
import { type Client, startTestServer, type TestServer } from '#test/support/server.ts';
import { barriers, buildPages, cookiesOf, startBrowser, type TestBrowser } from '#test/support/web.ts';

const OF_ONE_GONE = `3. Sở Kế hoạch và Đầu tư chủ trì rà soát quy hoạch tỉnh, hoàn thành trước ngày 30/10/2021.
`;

let server: TestServer;
let chromium: TestBrowser;
let office: Client;
let first: string;
let second: string;
let third: string;

before(async () => {
  const pages = await buildPages();
  server = await startTestServer({}, { pages });
  server.now = new Date('2021-01-05T02:00:00Z');
  const province = await server.province('ha-tinh');
  office = await server.signIn('ha-tinh', 'office');
  const kind = { kind: 'department', shortName: null, parentId: null, from: null, basis: null };
  const founded = await office.post('/organisations', { ...kind, name: 'Sở Kế hoạch và Đầu tư' });
  assert.equal(founded.status, 201, JSON.stringify(founded.body));
  const { taskIds } = await publishPlan(server, province, office, PLAN_TEXT + OF_ONE_GONE);
  [first, second, third] = taskIds as [string, string, string];
  const merged = await office.post('/organisations/merge', {
    predecessors: [{ id: founded.body.id, version: founded.body.version }],
    successor: { id: province.department },
    on: '2021-01-01',
    basis: 'Nghị quyết số 01/NQ-HĐND',
  });
  assert.equal(merged.status, 200, JSON.stringify(merged.body));
  chromium = await startBrowser();
});
after(async () => {
  await chromium?.close();
  await server?.close();
});

async function open(role: string, path: string, options: BrowserContextOptions = {}, quiet = false) {
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
  // Hears nothing of others, as with a line that was cut.
  if (quiet) await page.route('**/api/v1/live*', (route) => route.abort());
  await page.goto(server.address + path);
  await page.getByRole('region', { name: 'Tình trạng và bước tiếp theo' }).waitFor();
  return { page, said };
}

const bar = (page: Page) => page.getByRole('region', { name: 'Tình trạng và bước tiếp theo' });
const dialog = (page: Page) => page.getByRole('dialog');
const lifeOf = async (id: string) => (await office.get(`/tasks/${id}`)).body.life;

/** Opens the form of an act, from its button or the menu. */
async function begin(page: Page, act: string): Promise<void> {
  const button = bar(page).getByRole('button', { name: act, exact: true });
  const more = bar(page).getByRole('button', { name: 'Việc khác' });
  await button.or(more).first().waitFor();
  if ((await button.count()) > 0) await button.click();
  else {
    await more.click();
    await page.getByRole('menuitem', { name: act, exact: true }).click();
  }
}

async function finish(page: Page, act: string): Promise<void> {
  await dialog(page).getByRole('button', { name: act, exact: true }).click();
  await dialog(page).waitFor({ state: 'detached' });
}

/** In the order of a task's life: the later steps stand on the earlier ones. */
describe('a task in the browser', { concurrency: false }, () => {
  let desk: Awaited<ReturnType<typeof open>>;
  let agency: Awaited<ReturnType<typeof open>>;
  let room: Awaited<ReturnType<typeof open>>;

  it('is assigned by the Office to whom the document names, and accepted by the agency', async () => {
    desk = await open('office', `/nhiem-vu/${first}`);
    await bar(desk.page).getByText('Chưa giao; còn 175 ngày; hạn 29/06/2021').waitFor();
    await begin(desk.page, 'Giao nhiệm vụ');
    await dialog(desk.page).getByRole('button', { name: 'Bỏ Sở Tài chính' }).waitFor();
    await finish(desk.page, 'Giao nhiệm vụ');
    await bar(desk.page).getByText('Chờ Sở Tài chính tiếp nhận.').waitFor();

    agency = await open('agency-lead', `/nhiem-vu/${first}`);
    await begin(agency.page, 'Tiếp nhận');
    await agency.page.getByText('Đã tiếp nhận nhiệm vụ').first().waitFor();
    // The Office sees it without asking.
    await desk.page.getByText('Đã tiếp nhận', { exact: true }).waitFor();
    await bar(desk.page).getByText('Đang thực hiện, trong hạn').waitFor();
  });

  it('is taken back by the toast and accepted again', async () => {
    await agency.page.getByRole('button', { name: 'Hoàn tác' }).first().click();
    await bar(agency.page).getByRole('button', { name: 'Tiếp nhận' }).waitFor();
    assert.equal((await lifeOf(first)).state, 'assigned');
    await begin(agency.page, 'Tiếp nhận');
    await bar(agency.page).getByRole('button', { name: 'Báo cáo hoàn thành' }).waitFor();
    await agency.page.getByText('Đã hoàn tác', { exact: true }).last().waitFor();
  });

  it('is given to a person, by keyboard, who adds evidence', async () => {
    const { page } = agency;
    await begin(page, 'Phân công người thực hiện');
    await page.getByRole('combobox', { name: /Người thực hiện/ }).fill('nguoi officer');
    await page.getByRole('option', { name: /Người officer/ }).waitFor();
    await page.keyboard.press('Enter');
    await finish(page, 'Phân công người thực hiện');
    assert.equal((await lifeOf(first)).post.holder, 'Người officer');

    room = await open('officer', `/nhiem-vu/${first}`);
    const files = room.page.locator('input[type="file"]');
    await files.setInputFiles([
      { name: 'Dự thảo Đề án.txt', mimeType: 'text/plain', buffer: Buffer.from('ĐỀ ÁN\nTái cơ cấu ngân sách\n') },
      { name: 'trang.html', mimeType: 'text/html', buffer: Buffer.from('<html></html>') },
      { name: 'gia.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ không phải PDF') },
    ]);
    await room.page.getByRole('link', { name: 'Dự thảo Đề án.txt' }).waitFor();
    await room.page.getByText('Không nhận tệp .html.').waitFor();
    await room.page.getByText(/Tên tệp có đuôi \.pdf nhưng nội dung/).waitFor();
    await room.page.getByRole('button', { name: 'Thêm liên kết' }).click();
    await room.page.getByRole('textbox', { name: /Địa chỉ liên kết/ }).fill('http://hatinh.gov.vn/de-an');
    await room.page.keyboard.press('Enter');
    await room.page.getByText(/Liên kết phải bắt đầu bằng https/).waitFor();
    await room.page.getByRole('textbox', { name: /Địa chỉ liên kết/ }).fill('https://hatinh.gov.vn/de-an');
    await room.page.keyboard.press('Enter');
    await room.page.getByRole('link', { name: 'hatinh.gov.vn/de-an' }).waitFor();
    await room.page.getByRole('button', { name: 'Gỡ minh chứng hatinh.gov.vn/de-an' }).click();
    await room.page.getByRole('link', { name: 'hatinh.gov.vn/de-an' }).waitFor({ state: 'detached' });
    await room.page.getByRole('button', { name: 'Hoàn tác' }).last().click();
    await room.page.getByRole('link', { name: 'hatinh.gov.vn/de-an' }).waitFor();
  });

  it('is told of, its draft kept through a reload', async () => {
    const { page } = room;
    await begin(page, 'Cập nhật tiến độ');
    await dialog(page).getByLabel('Tình hình thực hiện').fill('Đang lấy ý kiến các sở, ngành.');
    await dialog(page).getByLabel('Tiến độ').fill('42,5');
    await page.reload();
    await begin(page, 'Cập nhật tiến độ');
    await dialog(page).getByText('Đã lấy lại nội dung bạn nhập lần trước.').waitFor();
    assert.equal(await dialog(page).getByLabel('Tiến độ').inputValue(), '42,5');
    await finish(page, 'Cập nhật tiến độ');
    await bar(page)
      .getByText(/tiến độ 42,5%/)
      .waitFor();
  });

  it('is extended when the Office agrees', async () => {
    const { page } = agency;
    await begin(page, 'Xin gia hạn');
    await dialog(page).getByLabel('Xin gia hạn đến').fill('31/07/2021');
    await dialog(page).getByRole('button', { name: 'Xin gia hạn', exact: true }).click();
    await dialog(page).getByText('Hãy ghi lý do.').waitFor();
    await dialog(page).getByLabel('Lý do').fill('Chờ hướng dẫn của Bộ Tài chính');
    await finish(page, 'Xin gia hạn');

    await bar(desk.page).getByRole('button', { name: 'Đồng ý gia hạn', exact: true }).waitFor();
    await begin(desk.page, 'Đồng ý gia hạn');
    await dialog(desk.page).getByText('Lý do: Chờ hướng dẫn của Bộ Tài chính').waitFor();
    await finish(desk.page, 'Đồng ý gia hạn');
    await bar(page)
      .getByText(/hạn 31\/07\/2021/)
      .waitFor();
    await page.getByText('Đồng ý gia hạn đến 31/07/2021 (trước đó: 29/06/2021)').waitFor();
  });

  it('is reported done, returned with a reason, reported again and verified', async () => {
    const { page } = agency;
    await begin(page, 'Báo cáo hoàn thành');
    await dialog(page).getByRole('link', { name: 'Dự thảo Đề án.txt' }).waitFor();
    await dialog(page).getByLabel('Kết quả thực hiện').fill('Đã trình dự thảo Đề án.');
    await finish(page, 'Báo cáo hoàn thành');

    await bar(desk.page).getByRole('button', { name: 'Trả lại', exact: true }).waitFor();
    await begin(desk.page, 'Trả lại');
    await dialog(desk.page).getByText('Kết quả đã báo cáo: Đã trình dự thảo Đề án.').waitFor();
    await dialog(desk.page).getByLabel('Lý do').fill('Thiếu ý kiến thẩm định');
    await finish(desk.page, 'Trả lại');

    await bar(page).getByText('Đã trả lại ngày 05/01/2021: Thiếu ý kiến thẩm định').waitFor();
    await begin(page, 'Báo cáo hoàn thành');
    await dialog(page).getByLabel('Kết quả thực hiện').fill('Đã trình Đề án kèm ý kiến thẩm định.');
    await dialog(page)
      .locator('input[type="file"]')
      .setInputFiles({
        name: 'Ý kiến thẩm định.txt',
        mimeType: 'text/plain',
        buffer: Buffer.from('Ý kiến thẩm định\n'),
      });
    await dialog(page).getByRole('link', { name: 'Ý kiến thẩm định.txt' }).waitFor();
    await finish(page, 'Báo cáo hoàn thành');

    await bar(desk.page).getByRole('button', { name: 'Xác nhận hoàn thành', exact: true }).waitFor();
    await begin(desk.page, 'Xác nhận hoàn thành');
    await finish(desk.page, 'Xác nhận hoàn thành');
    await bar(desk.page).getByText('Hoàn thành đúng hạn').waitFor();
    const life = await lifeOf(first);
    assert.deepEqual([life.state, life.evidence, life.doneOn], ['verified', 3, '2021-01-05']);
    for (const { said } of [desk, agency, room]) assert.deepEqual(said, []);
  });

  it('of a body that is no more is assigned to who has its work, which is said with the reason', async () => {
    const { page } = await open('office', `/nhiem-vu/${third}`);
    await begin(page, 'Giao nhiệm vụ');
    await dialog(page)
      .getByText(/“Sở Kế hoạch và Đầu tư” đã sáp nhập vào “Sở Tài chính” từ 01\/01\/2021/)
      .waitFor();
    await finish(page, 'Giao nhiệm vụ');
    await bar(page).getByText('Chờ Sở Tài chính tiếp nhận.').waitFor();
  });

  it('tells the second of two people who act on it, and keeps what was typed', async () => {
    await office.post('/tasks/acts', { act: 'assign', ids: [second] });
    const { page } = await open('office', `/nhiem-vu/${second}`, {}, true);
    await begin(page, 'Tạm dừng');
    await dialog(page).getByLabel('Lý do').fill('Chờ sắp xếp tổ chức bộ máy');
    const head = await server.signIn('ha-tinh', 'agency-lead');
    const { version } = await lifeOf(second);
    assert.equal((await head.post(`/tasks/${second}/acts`, { act: 'accept', version })).status, 200);
    await dialog(page).getByRole('button', { name: 'Tạm dừng', exact: true }).click();
    await dialog(page).getByText('Trạng thái: Đã giao, chờ tiếp nhận → Đã tiếp nhận').waitFor();
    assert.equal((await lifeOf(second)).state, 'accepted');
    assert.equal(await dialog(page).getByLabel('Lý do').inputValue(), 'Chờ sắp xếp tổ chức bộ máy');
    await finish(page, 'Tạm dừng');
    await bar(page).getByText('Lý do: Chờ sắp xếp tổ chức bộ máy').waitFor();
  });

  it('stands without serious barriers, light and dark, and on a phone', async () => {
    assert.deepEqual(await barriers(desk.page), []);
    const { page } = await open('agency-lead', `/nhiem-vu/${second}`, {
      viewport: { width: 390, height: 844 },
      colorScheme: 'dark',
      hasTouch: true,
    });
    await page.getByRole('heading', { name: 'Lịch sử' }).waitFor();
    assert.deepEqual(await barriers(page), []);
    const wide = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    assert.equal(wide, 0);
  });
});
