/** The registers of deliverables and of directives in a real browser: stages, sessions, orders of leaders, notices read. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { readText } from '#test/support/files.ts';
import { publishPlan } from '#test/support/published-plan.ts';
import { insertReadDocument } from '#test/support/read-document.ts';
import { type Client, startTestServer, type TestProvince, type TestServer } from '#test/support/server.ts';
import { barriers, buildPages, cookiesOf, startBrowser, type TestBrowser } from '#test/support/web.ts';

let server: TestServer;
let province: TestProvince;
let chromium: TestBrowser;
let office: Client;
let planId: string;
let taskId: string;

before(async () => {
  const pages = await buildPages();
  server = await startTestServer({}, { pages });
  province = await server.province('ha-tinh');
  office = await server.signIn('ha-tinh', 'office');
  const made = await publishPlan(server, province, office);
  planId = made.planId;
  taskId = made.taskIds[0] as string;
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

/** What has just been said of an act. */
async function told(page: Page, words: string): Promise<void> {
  await page.getByRole('region', { name: 'Thông báo' }).getByText(words).waitFor();
}

/** Nothing stands beyond the right edge of a phone. */
async function overflow(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}

describe('the register of deliverables', () => {
  it('moves a product on, says so, and takes it back', async () => {
    const { page, said } = await open('/nhiem-vu/san-pham');
    const table = page.getByRole('table', { name: 'Sản phẩm phải trình, ban hành' });
    await table.getByText('Đề án tái cơ cấu ngân sách tỉnh').first().waitFor();
    assert.deepEqual(await barriers(page), []);
    await table.getByRole('button', { name: /^Chuyển bước/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Chuyển bước' });
    await dialog.getByLabel('Bước', { exact: true }).selectOption('submitted');
    await dialog.getByText('Bỏ qua bước “Dự thảo”, “Thẩm định”').waitFor();
    await dialog.getByRole('button', { name: 'Chuyển bước' }).click();
    await told(page, 'Đã chuyển sang bước “Trình”');
    await table.getByRole('list', { name: 'Tiến độ: Trình' }).waitFor();
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await told(page, 'Đã hoàn tác');
    await table.getByRole('list', { name: 'Tiến độ: Chưa dự thảo' }).waitFor();
    assert.deepEqual(said, []);
    await page.context().close();
  });

  it('puts it into a session, and shows the programme by month with what is too late', async () => {
    const { page, said } = await open('/nhiem-vu/san-pham');
    await page.getByRole('cell').getByText('Đề án tái cơ cấu ngân sách tỉnh').first().click();
    const drawer = page.getByRole('dialog', { name: 'Sản phẩm' });
    await drawer.getByRole('link', { name: 'Mở nhiệm vụ' }).waitFor();
    assert.match(
      (await drawer.getByRole('link', { name: 'Câu trong văn bản' }).getAttribute('href')) ?? '',
      /tu=\d+&den=\d+/,
    );
    await drawer.getByRole('button', { name: 'Sửa' }).click();
    const form = page.getByRole('dialog', { name: 'Sửa sản phẩm' });
    await form.getByLabel('Trình tại phiên họp tháng').selectOption('07');
    await form.getByLabel('Năm', { exact: true }).selectOption('2021');
    await form.getByLabel('Phiên họp, kỳ họp').fill('Kỳ họp Hội đồng nhân dân tỉnh');
    await form.getByRole('button', { name: 'Lưu' }).click();
    await drawer.getByText('Kỳ họp Hội đồng nhân dân tỉnh, tháng 7/2021').waitFor();
    assert.deepEqual(await barriers(page), []);
    await drawer.getByRole('button', { name: 'Đóng' }).click();
    await page.getByText('Chương trình theo tháng').click();
    const month = page.getByRole('region', { name: 'Chương trình tháng 7/2021' });
    await month.getByRole('heading', { name: 'Kỳ họp Hội đồng nhân dân tỉnh' }).waitFor();
    await month.getByText('Đã qua phiên họp tháng 7/2021 mà chưa trình.').waitFor();
    assert.match(page.url(), /xem=thang/);
    assert.deepEqual(await barriers(page), []);
    assert.deepEqual(said, []);
    await page.context().close();
  });

  it('is read on a phone, and by an officer only what is theirs is moved', async () => {
    const phone = { viewport: { width: 390, height: 844 }, hasTouch: true };
    const { page, said } = await open('/nhiem-vu/san-pham', 'officer', phone);
    await page.getByRole('button', { name: /^Chuyển bước/ }).waitFor();
    assert.ok((await overflow(page)) <= 0);
    await page.getByRole('cell').getByText('Đề án tái cơ cấu ngân sách tỉnh').first().click();
    const drawer = page.getByRole('dialog', { name: 'Sản phẩm' });
    await drawer.getByRole('button', { name: 'Ghi chú' }).waitFor();
    assert.equal(await drawer.getByRole('button', { name: 'Bỏ', exact: true }).count(), 0);
    assert.deepEqual(await barriers(page), []);
    await page.goto(`${server.address}/nhiem-vu/san-pham?xem=thang`);
    await page.getByRole('region', { name: 'Chương trình tháng 7/2021' }).waitFor();
    assert.ok((await overflow(page)) <= 0);
    assert.deepEqual(await barriers(page), []);
    assert.deepEqual(said, []);
    await page.context().close();
  });
});

describe('the register of directives', () => {
  it('takes an order of a leader and makes a task of it, which is withdrawn and brought back', async () => {
    const { page, said } = await open('/nhiem-vu/chi-dao', 'leader');
    await page.getByText('Chưa có ý kiến chỉ đạo nào').waitFor();
    await page.getByRole('button', { name: 'Cho ý kiến chỉ đạo' }).click();
    const form = page.getByRole('dialog', { name: 'Ý kiến chỉ đạo' });
    await form.getByRole('button', { name: 'Ghi ý kiến' }).click();
    await form.getByText('Hãy ghi nội dung chỉ đạo.').waitFor();
    await form.getByLabel('Nội dung chỉ đạo').fill('Khẩn trương hoàn thành Đề án tái cơ cấu ngân sách tỉnh.');
    await form.getByLabel('Cơ quan chủ trì', { exact: true }).fill('tai chinh');
    await page.getByRole('option', { name: /Sở Tài chính/ }).click();
    await form.getByLabel('Thời hạn', { exact: true }).fill('31/12/2099');
    assert.deepEqual(await barriers(page), []);
    await form.getByRole('button', { name: 'Giao nhiệm vụ' }).click();
    await told(page, 'Đã giao theo ý kiến chỉ đạo');
    const row = page.getByRole('row', { name: /Khẩn trương hoàn thành/ });
    await row.getByText('Sở Tài chính').waitFor();
    await row.getByText('31/12/2099').waitFor();
    await row.getByRole('cell').first().click();
    const drawer = page.getByRole('dialog', { name: 'Ý kiến chỉ đạo' });
    await drawer.getByRole('button', { name: 'Thu hồi' }).click();
    const ask = page.getByRole('dialog', { name: 'Thu hồi ý kiến chỉ đạo' });
    await ask.getByLabel('Lý do').fill('Đã giao ở văn bản khác');
    await ask.getByRole('button', { name: 'Thu hồi' }).click();
    await told(page, 'Đã thu hồi ý kiến chỉ đạo');
    await drawer.getByText('Lý do thu hồi: Đã giao ở văn bản khác').waitFor();
    await drawer.getByRole('button', { name: 'Đóng' }).click();
    await page.getByRole('button', { name: 'Hoàn tác' }).last().click();
    await row.getByText('Sở Tài chính').waitFor();
    assert.deepEqual(said, []);
    await page.context().close();
  });

  it('reads a notice of conclusions: chosen orders become tasks that lead back to their sentences', async () => {
    const text = readText('test/fixtures/conclusions/public-investment.txt');
    const documentId = await insertReadDocument(server.services, province.id, text, 'thong-bao.txt');
    const { page, said } = await open(`/van-ban/${documentId}`);
    await page.getByRole('link', { name: 'Lập nhiệm vụ từ kết luận' }).click();
    const leader = page.getByLabel('Lãnh đạo kết luận');
    await leader.waitFor();
    assert.equal(await leader.inputValue(), 'Chủ tịch UBND tỉnh Võ Trọng Hải');
    const list = page.getByRole('list', { name: 'Nội dung chỉ đạo đọc được' });
    await list.getByText('Hạn 14/06/2021').waitFor();
    assert.deepEqual(await barriers(page), []);
    await list.getByRole('checkbox', { name: 'Nội dung 4' }).uncheck();
    await list.getByRole('checkbox', { name: 'Nội dung 5' }).uncheck();
    const first = list.getByRole('listitem').filter({ hasText: 'Giao Sở Kế hoạch và Đầu tư chủ trì' }).first();
    await first.getByRole('button', { name: 'Sửa' }).click();
    await first.getByLabel('Cơ quan chủ trì', { exact: true }).fill('tai chinh');
    await page.getByRole('option', { name: /Sở Tài chính/ }).click();
    await page.reload();
    await page.getByRole('button', { name: 'Lập 3 nhiệm vụ' }).click();
    await told(page, 'Đã lập 3 nhiệm vụ từ kết luận');
    const row = page.getByRole('row', { name: /điều chỉnh kế hoạch vốn/ });
    await row.getByRole('cell', { name: 'Sở Tài chính', exact: true }).waitFor();
    assert.match(
      (await row.getByRole('link', { name: '287/TB-VP' }).getAttribute('href')) ?? '',
      new RegExp(documentId),
    );
    await page.goto(`${server.address}/nhiem-vu/chi-dao?van_ban=${documentId}`);
    await page.getByText('Đã lập nhiệm vụ').first().waitFor();
    assert.equal(await page.getByText('Đã lập nhiệm vụ', { exact: true }).count(), 3);
    await page.getByRole('link', { name: 'Mở trong sổ ý kiến chỉ đạo' }).first().click();
    await page
      .getByRole('dialog', { name: 'Ý kiến chỉ đạo' })
      .getByText('Giao Sở Kế hoạch và Đầu tư')
      .first()
      .waitFor();
    assert.deepEqual(said, []);
    await page.context().close();
  });

  it('is written by the Office for a leader, about a task, on a phone too', async () => {
    const { posts } = (await office.get(`/directives/leaders?plan=${planId}`)).body;
    await office.post('/directives', {
      planId,
      postId: posts[0].id,
      text: 'Báo cáo tiến độ hằng tuần.',
      about: { type: 'task', id: taskId },
    });
    const phone = { viewport: { width: 390, height: 844 }, hasTouch: true };
    const { page, said } = await open('/nhiem-vu/chi-dao?tim=hang%20tuan', 'office', phone);
    await page.getByText('Báo cáo tiến độ hằng tuần.').first().click();
    const drawer = page.getByRole('dialog', { name: 'Ý kiến chỉ đạo' });
    await drawer.getByText('Về nhiệm vụ:').waitFor();
    assert.ok((await overflow(page)) <= 0);
    assert.deepEqual(await barriers(page), []);
    const text = readText('test/fixtures/conclusions/administrative-reform.txt');
    const documentId = await insertReadDocument(server.services, province.id, text, 'thong-bao-2.txt');
    await page.goto(`${server.address}/nhiem-vu/chi-dao?van_ban=${documentId}`);
    await page.getByRole('button', { name: 'Lập 7 nhiệm vụ' }).waitFor();
    await page.getByRole('button', { name: 'Sửa' }).first().click();
    assert.ok((await overflow(page)) <= 0);
    assert.deepEqual(await barriers(page), []);
    assert.deepEqual(said, []);
    await page.context().close();
  });
});
