/** A plan as the Office makes and keeps it, in a real browser: publish, look, amend, decide, and the past as it was. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { insertReadDocument } from '#test/support/read-document.ts';
import { type Client, startTestServer, type TestProvince, type TestServer } from '#test/support/server.ts';
import { barriers, buildPages, cookiesOf, startBrowser, type TestBrowser } from '#test/support/web.ts';

const FIRST = `HỘI ĐỒNG NHÂN DÂN TỈNH HÀ TĨNH
Số: 01/NQ-HĐND
Hà Tĩnh, ngày 10 tháng 12 năm 2020
NGHỊ QUYẾT
Về kế hoạch phát triển kinh tế - xã hội năm 2021

II. MỤC TIÊU, CHỈ TIÊU NĂM 2021
1. Các chỉ tiêu chủ yếu
- Tốc độ tăng trưởng GRDP đạt 7,5%.
- Thu ngân sách nhà nước trên địa bàn đạt 11.580 tỷ đồng.
- Tỷ lệ hộ nghèo giảm 0,5%.

III. NHIỆM VỤ
1. Sở Tài chính chủ trì xây dựng Đề án tái cơ cấu ngân sách tỉnh, trình Ủy ban nhân dân tỉnh trước ngày 30/6/2021.
2. Sở Tài chính chủ trì, phối hợp với Văn phòng rà soát tài sản công, hoàn thành trước ngày 30/9/2021.
3. Tăng cường cải cách hành chính, nâng cao chất lượng phục vụ người dân và doanh nghiệp.
`;

const AMENDING = `HỘI ĐỒNG NHÂN DÂN TỈNH HÀ TĨNH
Số: 25/NQ-HĐND
Hà Tĩnh, ngày 15 tháng 7 năm 2021
NGHỊ QUYẾT
Về sửa đổi, bổ sung kế hoạch phát triển kinh tế - xã hội năm 2021

II. MỤC TIÊU, CHỈ TIÊU NĂM 2021
1. Các chỉ tiêu chủ yếu
- Tốc độ tăng trưởng GRDP đạt 6,5%.
- Kim ngạch xuất khẩu đạt 1.200 triệu USD.

III. NHIỆM VỤ
1. Sở Tài chính chủ trì xây dựng Đề án tái cơ cấu ngân sách tỉnh, trình Ủy ban nhân dân tỉnh trước ngày 30/10/2021.
`;

let server: TestServer;
let province: TestProvince;
let chromium: TestBrowser;
let office: Client;

before(async () => {
  const pages = await buildPages();
  server = await startTestServer({}, { pages });
  province = await server.province('ha-tinh');
  office = await server.signIn('ha-tinh', 'office');
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

async function open(path: string, options: BrowserContextOptions = {}, role = 'office'): Promise<Open> {
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

/** A document of which everything that belongs in a plan was accepted. */
async function reviewed(text: string): Promise<string> {
  const id = await insertReadDocument(server.services, province.id, text);
  const { body } = await office.get(`/documents/${id}/review`);
  const items = body.items
    .filter((one: { kind: string }) => one.kind === 'target' || one.kind === 'task')
    .map(({ id, version }: { id: string; version: number }) => ({ id, version }));
  await office.post(`/documents/${id}/review/decide`, { items, decision: 'accepted' });
  return id;
}

/** Ticks every warning, one by one. */
async function tickAll(page: Page): Promise<void> {
  const ticks = page.getByRole('checkbox', { name: /^Tôi đã xem/ });
  for (let i = 0; i < (await ticks.count()); i++) await ticks.nth(i).check();
}

/** In the order of the text: the later steps stand on the earlier ones. */
describe('a plan in the browser', { concurrency: false }, () => {
  let planId: string;
  let diffId: string;

  it('is published once every warning was seen', async () => {
    const id = await reviewed(FIRST);
    const { page, said } = await open(`/van-ban/${id}/ban-hanh`);
    const act = page.getByRole('button', { name: 'Ban hành kế hoạch' });
    await act.click();
    await page.getByText(/Đánh dấu “Tôi đã xem” ở từng điều/).waitFor();
    assert.equal((await office.get('/plans')).body.items.length, 0);
    await tickAll(page);
    await act.click();
    await page.waitForURL(/\/chi-tieu\?ke_hoach=/);
    planId = new URL(page.url()).searchParams.get('ke_hoach') as string;
    await page.getByRole('link', { name: 'Tốc độ tăng trưởng GRDP' }).waitFor();
    const rows = await page.locator('tbody tr[data-index]').allInnerTexts();
    assert.equal(rows.length, 3);
    assert.match(rows[0] as string, /7,5/);
    assert.match(rows[2] as string, /giảm 0,5 điểm %/);
    assert.deepEqual(said, []);
  });

  it('shows the sentence of a target in the drawer, and its page with who leads it', async () => {
    const { page, said } = await open(`/chi-tieu?ke_hoach=${planId}`);
    await page.getByRole('button', { name: /^Căn cứ của Thu ngân sách/ }).click();
    const drawer = page.getByRole('dialog');
    await drawer.locator('mark', { hasText: '11.580 tỷ đồng' }).waitFor();
    await drawer.getByRole('link', { name: 'Mở chỉ tiêu' }).click();
    await page.getByRole('heading', { level: 1, name: /Thu ngân sách/ }).waitFor();
    await page.getByRole('button', { name: 'Giao cơ quan chủ trì' }).click();
    await page.getByRole('combobox', { name: 'Thêm cơ quan chủ trì' }).fill('tai chinh');
    await page.getByRole('option', { name: /Sở Tài chính/ }).click();
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await page.getByRole('button', { name: 'Đổi cơ quan chủ trì' }).waitFor();
    const [, target] = (await office.get(`/plans/${planId}/targets`)).body.items;
    assert.deepEqual(target.leads, [{ organisationId: province.department, name: 'Sở Tài chính' }]);
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await page.getByRole('button', { name: 'Giao cơ quan chủ trì' }).waitFor();
    assert.deepEqual(said, []);
  });

  it('finds tasks by body and deadline, and keeps the filter in the address', async () => {
    const { page } = await open(`/nhiem-vu?ke_hoach=${planId}&co_quan=${encodeURIComponent('Sở Tài chính')}&vai=lead`);
    await page.getByRole('link', { name: /rà soát tài sản công/ }).waitFor();
    assert.equal(await page.locator('tbody tr[data-index]').count(), 2);
    await page.getByRole('button', { name: 'Bỏ lọc' }).click();
    await page.getByRole('link', { name: /cải cách hành chính/ }).waitFor();
    await page.getByRole('searchbox', { name: 'Tìm nhiệm vụ' }).fill('tai san cong');
    await page.waitForURL(/tim=tai/);
    await page.getByRole('link', { name: /Đề án tái cơ cấu/ }).waitFor({ state: 'detached' });
  });

  it('is compared with an amending document and changed item by item, by keyboard', async () => {
    const id = await reviewed(AMENDING);
    const { page, said } = await open(`/van-ban/${id}/ban-hanh`);
    await page.getByRole('radio', { name: 'Sửa đổi, bổ sung' }).waitFor();
    await tickAll(page);
    await page.getByRole('button', { name: 'Lập bản so sánh' }).click();
    await page.waitForURL(/\/chi-tieu\/so-sanh\/[0-9a-f-]{36}/);
    diffId = new URL(page.url()).pathname.split('/').at(-1) as string;
    const growth = page.getByRole('article', { name: /Tốc độ tăng trưởng/ });
    await growth.waitFor();
    assert.equal(await growth.locator('del', { hasText: '7,5' }).count(), 2);
    assert.equal(await growth.locator('ins', { hasText: '6,5' }).count(), 2);
    await page.keyboard.press('a');
    await page.keyboard.press('a');
    await page.keyboard.press('x');
    await page.getByText('3/3: áp dụng 2, không áp dụng 1').waitFor();
    await page.keyboard.press('u');
    await page.getByText('2/3: áp dụng 2, không áp dụng 0').waitFor();
    await page.keyboard.press('a');
    await page.getByText('3/3: áp dụng 3, không áp dụng 0').waitFor();
    await page.getByRole('button', { name: 'Kết thúc so sánh' }).click();
    await page.waitForURL(/\/chi-tieu\?ke_hoach=/);
    await page.getByRole('link', { name: 'Kim ngạch xuất khẩu' }).waitFor();
    const diff = (await office.get(`/diffs/${diffId}`)).body;
    assert.deepEqual([diff.state, diff.counts.applied], ['applied', 3]);
    assert.deepEqual(said, []);
  });

  it('shows the past as it was', async () => {
    const { page } = await open(`/chi-tieu?ke_hoach=${planId}&ngay=2021-03-01`);
    await page.getByText('Kế hoạch như tại ngày 01/03/2021').waitFor();
    const first = page.locator('tbody tr[data-index="0"]');
    assert.match((await first.textContent()) ?? '', /7,5/);
    assert.equal(await page.getByRole('link', { name: 'Kim ngạch xuất khẩu' }).count(), 0);
    await page.getByRole('button', { name: 'Về hôm nay' }).click();
    await first.filter({ hasText: '6,5' }).waitFor();
  });

  it('tells the second of two people who decide the same item', async () => {
    const id = await reviewed(AMENDING.replace('25/NQ-HĐND', '26/NQ-HĐND').replace('6,5%', '6%'));
    const preview = (await office.get(`/documents/${id}/publish`)).body;
    const made = await office.post(`/documents/${id}/publish`, {
      planId,
      title: preview.title,
      yearFrom: 2021,
      yearTo: 2021,
      role: 'amendment',
      effectiveOn: '2021-09-01',
      accepted: preview.warnings.map((one: { code: string }) => one.code),
    });
    const { page } = await open(`/chi-tieu/so-sanh/${made.body.diffId}`);
    await page.getByRole('article').first().waitFor();
    // The page hears nothing of the other person, as with a line that was cut.
    await page.route('**/diffs/*', (route) => (route.request().method() === 'GET' ? route.abort() : route.continue()));
    const [item] = (await office.get(`/diffs/${made.body.diffId}`)).body.items;
    await office.post(`/diffs/${made.body.diffId}/decide`, {
      items: [{ id: item.id, version: item.version }],
      decision: 'refused',
    });
    await page.getByRole('button', { name: 'Áp dụng', exact: true }).first().click();
    await page
      .getByText(/Người khác vừa quyết định mục này: Không áp dụng/)
      .first()
      .waitFor();
    const now = (await office.get(`/diffs/${made.body.diffId}`)).body.items[0];
    assert.equal(now.decision, 'refused');
  });

  it('stands without serious barriers, light and dark, and on a phone', async () => {
    const [target] = (await office.get(`/plans/${planId}/targets`)).body.items;
    const [task] = (await office.get(`/plans/${planId}/tasks`)).body.items;
    const id = await reviewed(FIRST);
    const paths: readonly (readonly [string, string])[] = [
      ['/chi-tieu', 'Kim ngạch xuất khẩu'],
      [`/chi-tieu/${target.id}`, 'Các phiên bản'],
      ['/nhiem-vu', 'Đề án tái cơ cấu'],
      [`/nhiem-vu/${task.id}`, 'Các phiên bản'],
      ['/nhiem-vu/san-pham', 'Đề án tái cơ cấu'],
      ['/nhiem-vu?the=bao-cao', 'Văn bản không đề ra chế độ báo cáo nào'],
      ['/chi-tieu/so-sanh', '25/NQ-HĐND'],
      [`/chi-tieu/so-sanh/${diffId}`, 'Đã áp dụng 3 mục'],
      [`/van-ban/${id}/ban-hanh`, 'Cần xem trước khi ban hành'],
      ['/danh-muc/chi-tieu', 'Danh mục chung và các chỉ tiêu tỉnh đề xuất'],
    ];
    for (const options of [
      { colorScheme: 'light' as const },
      { colorScheme: 'dark' as const },
      { colorScheme: 'light' as const, viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
    ]) {
      const { page } = await open('/', options);
      for (const [path, words] of paths) {
        await page.goto(server.address + path);
        await page.getByText(words).locator('visible=true').first().waitFor();
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
