/** Targets divided in a real browser: two hundred communes, figures pasted, a part divided further, an amendment. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { newId } from '#store/ids.ts';
import { insertOrganisations } from '#store/organisations.ts';
import { publishPlan } from '#test/support/published-plan.ts';
import { insertReadDocument } from '#test/support/read-document.ts';
import { type Client, startTestServer, type TestProvince, type TestServer } from '#test/support/server.ts';
import { barriers, buildPages, cookiesOf, startBrowser, type TestBrowser } from '#test/support/web.ts';

const AMENDING = `HỘI ĐỒNG NHÂN DÂN TỈNH HÀ TĨNH
Số: 25/NQ-HĐND
Hà Tĩnh, ngày 15 tháng 7 năm 2021
NGHỊ QUYẾT
Về sửa đổi, bổ sung kế hoạch phát triển kinh tế - xã hội năm 2021

II. MỤC TIÊU, CHỈ TIÊU NĂM 2021
1. Các chỉ tiêu chủ yếu
- Thu ngân sách nhà nước trên địa bàn đạt 12.738 tỷ đồng.
`;
const COMMUNES = 200;

let server: TestServer;
let province: TestProvince;
let chromium: TestBrowser;
let office: Client;
let planId: string;
let growth: string;
let money: string;

before(async () => {
  const pages = await buildPages();
  server = await startTestServer({}, { pages });
  server.now = new Date('2021-07-20T03:00:00Z');
  province = await server.province('ha-tinh');
  await server.services.database.transaction(province.id, (scope) =>
    insertOrganisations(
      scope,
      Array.from({ length: COMMUNES }, (_, i) => ({
        id: newId(),
        code: null,
        kind: 'commune-committee',
        names: [{ name: `Ủy ban nhân dân xã Số ${i + 1}`, shortName: null, validFrom: null, validTo: null }],
        parentId: null,
        validFrom: null,
        validTo: null,
        position: 100 + i,
      })),
    ),
  );
  office = await server.signIn('ha-tinh', 'office');
  planId = (await publishPlan(server, province, office)).planId;
  [growth, money] = (await office.get(`/plans/${planId}/targets`)).body.items.map((one: { id: string }) => one.id);
  chromium = await startBrowser();
});
after(async () => {
  await chromium?.close();
  await server?.close();
});

async function open(
  path: string,
  role = 'office',
  options: BrowserContextOptions = {},
): Promise<{ page: Page; said: string[] }> {
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

/** As a person pastes cells that were copied in Excel. */
async function paste(cell: Locator, text: string): Promise<void> {
  await cell.evaluate((element, copied) => {
    const page = globalThis as unknown as {
      readonly DataTransfer: new () => { setData(kind: string, text: string): void };
      readonly ClipboardEvent: new (name: string, init: object) => never;
    };
    const clipboardData = new page.DataTransfer();
    clipboardData.setData('text/plain', copied);
    element.dispatchEvent(new page.ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

const of = async (id: string) => (await office.get(`/targets/${id}/allocations`)).body;
const section = (page: Page) => page.getByRole('region', { name: 'Theo cơ quan, địa phương' }).first();

/** In the order of the text: the later steps stand on the earlier ones. */
describe('a target divided in the browser', { concurrency: false }, () => {
  it('is given to all communes at once, evenly, to the last đồng', async () => {
    const { page, said } = await open(`/chi-tieu/${money}`);
    await page.getByText('Chỉ tiêu này chưa được phân bổ.').waitFor();
    await page.getByRole('button', { name: 'Phân bổ cho cơ quan, địa phương' }).click();
    await page.getByRole('button', { name: 'Chọn cơ quan, địa phương' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('checkbox', { name: `Ủy ban nhân dân cấp xã (${COMMUNES})` }).check();
    await dialog.getByRole('searchbox', { name: 'Tìm cơ quan, địa phương' }).fill('so tai chinh');
    await dialog.getByRole('checkbox', { name: 'Sở Tài chính' }).check();
    await dialog.getByRole('button', { name: `Chọn ${COMMUNES + 1} đơn vị` }).click();
    await page
      .getByRole('status')
      .filter({ hasText: `${COMMUNES + 1} đơn vị đều chưa có số` })
      .waitFor();
    await page.getByRole('textbox', { name: 'Phân bổ: Sở Tài chính' }).fill('1.580,5');
    await page.getByRole('checkbox', { name: 'Giữ các số đã có' }).check();
    await page.getByRole('button', { name: 'Chia đều' }).click();
    await page.getByRole('status').filter({ hasText: 'Đã phân bổ đủ 11.580 tỷ đồng.' }).waitFor();
    assert.equal(await page.getByRole('combobox', { name: 'Chữ số thập phân' }).inputValue(), '1');
    const first = page.getByRole('textbox', { name: 'Phân bổ: Ủy ban nhân dân xã Số 1', exact: true });
    await first.fill('40');
    await page
      .getByRole('status')
      .filter({ hasText: /còn 10 tỷ đồng chưa phân bổ/ })
      .waitFor();
    await first.fill('bốn mươi');
    await page.getByRole('button', { name: 'Lưu phân bổ' }).click();
    await page.getByText('Có ô chưa phải là số').waitFor();
    await first.fill('50');
    await page.getByRole('button', { name: 'Lưu phân bổ' }).click();
    await section(page).getByRole('button', { name: 'Sửa phân bổ' }).waitFor();
    await section(page).getByText('Đã phân bổ đủ 11.580 tỷ đồng.').waitFor();
    const [one] = (await of(money)).items;
    assert.deepEqual([one.parts.length, one.balance.state, one.parts[0].value], [COMMUNES + 1, 'even', '1580.5']);
    await page.getByRole('button', { name: 'Hoàn tác' }).last().click();
    await page.getByText('Chỉ tiêu này chưa được phân bổ.').waitFor();
    assert.deepEqual((await of(money)).items, []);
    await page.getByText('Các lần phân bổ trước (1)').click();
    await page.getByRole('button', { name: 'Khôi phục' }).click();
    await section(page).getByText('Đã phân bổ đủ 11.580 tỷ đồng.').waitFor();
    assert.deepEqual(said, []);
  });

  it('takes names and figures from Excel', async () => {
    const { page, said } = await open(`/chi-tieu/${money}`);
    await section(page).getByRole('button', { name: 'Sửa phân bổ' }).click();
    const cell = page.getByRole('textbox', { name: 'Phân bổ: Sở Tài chính' });
    await paste(cell, 'Ủy ban nhân dân xã Số 7\t55\nso tai chinh\t1.600\nUBND xã Lạ\t9');
    await page.getByText('Đã dán 2 số. Không khớp 1 mục: UBND xã Lạ').last().waitFor();
    assert.equal(await cell.inputValue(), '1.600');
    assert.equal(
      await page.getByRole('textbox', { name: 'Phân bổ: Ủy ban nhân dân xã Số 7', exact: true }).inputValue(),
      '55',
    );
    // A draft outlives the page.
    await page.reload();
    await section(page).getByRole('button', { name: 'Sửa phân bổ' }).click();
    await page.getByText('Đang hiện bản nháp bạn nhập lần trước.').waitFor();
    assert.equal(await cell.inputValue(), '1.600');
    await page.getByRole('button', { name: 'Thôi', exact: true }).click();
    assert.equal((await of(money)).items[0].parts[0].value, '1580.5');
    assert.deepEqual(said, []);
  });

  it('is divided further over the quarters by the head of an agency', async () => {
    const { page, said } = await open(`/chi-tieu/${money}`, 'agency-lead');
    await section(page).getByText('Đã phân bổ đủ 11.580 tỷ đồng.').waitFor();
    assert.equal(await page.getByRole('button', { name: 'Sửa phân bổ' }).count(), 0);
    await page.getByRole('link', { name: 'Chia tiếp phần của Sở Tài chính' }).click();
    await page.getByText('Sở Tài chính: 1.580,5 tỷ đồng').waitFor();
    await page.getByRole('button', { name: 'Phân bổ theo tháng, quý' }).click();
    await paste(page.getByRole('textbox', { name: 'Số năm trước: Quý I/2021' }), '1\n2\n3\n4');
    await page.getByRole('button', { name: 'Theo mùa vụ' }).click();
    await page.getByRole('status').filter({ hasText: 'Đã phân bổ đủ 1.580,5 tỷ đồng.' }).waitFor();
    await page.getByRole('button', { name: 'Lưu phân bổ' }).click();
    const quarters = page.getByRole('region', { name: 'Theo kỳ trong năm' }).first();
    await quarters.getByRole('button', { name: 'Sửa phân bổ' }).waitFor();
    await quarters.getByText('Đã phân bổ đủ 1.580,5 tỷ đồng.').waitFor();
    const child = (await of(money)).items[1];
    assert.deepEqual(
      child.parts.map((part: { value: string }) => part.value),
      ['158.1', '316.1', '474.1', '632.2'],
    );
    await page.getByRole('link', { name: 'Toàn chỉ tiêu' }).click();
    await page.getByRole('link', { name: 'Chia tiếp phần của Sở Tài chính' }).getByText('Đủ').waitFor();
    assert.deepEqual(said, []);
  });

  it('is counted on the list of targets, each number a filter', async () => {
    const { page } = await open(`/chi-tieu?ke_hoach=${planId}`);
    await page.getByRole('link', { name: '1 đủ' }).waitFor();
    await page.getByRole('link', { name: '1 chưa phân bổ' }).click();
    await page.waitForURL(/pb=none/);
    await page.getByRole('link', { name: 'Thu ngân sách nhà nước trên địa bàn' }).waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Tốc độ tăng trưởng GRDP' }).waitFor();
  });

  it('is balanced anew after an amendment, when a person applies it', async () => {
    const documentId = await insertReadDocument(server.services, province.id, AMENDING);
    const review = (await office.get(`/documents/${documentId}/review`)).body;
    const items = review.items
      .filter((one: { kind: string }) => one.kind === 'target')
      .map(({ id, version }: { id: string; version: number }) => ({ id, version }));
    await office.post(`/documents/${documentId}/review/decide`, { items, decision: 'accepted' });
    const preview = (await office.get(`/documents/${documentId}/publish`)).body;
    const { diffId } = (
      await office.post(`/documents/${documentId}/publish`, {
        planId,
        title: preview.title,
        yearFrom: 2021,
        yearTo: 2021,
        role: 'amendment',
        effectiveOn: preview.effectiveOn,
        accepted: preview.warnings.map((one: { code: string }) => one.code),
      })
    ).body;
    const changes = (await office.get(`/diffs/${diffId}`)).body.items;
    await office.post(`/diffs/${diffId}/decide`, {
      items: changes.map(({ id, version }: { id: string; version: number }) => ({ id, version })),
      decision: 'applied',
    });
    const { page, said } = await open(`/chi-tieu/${money}`);
    await page.getByText('Phân bổ theo kế hoạch cũ (11.580).').waitFor();
    await section(page)
      .getByText(/còn 1\.158 tỷ đồng chưa phân bổ/)
      .waitFor();
    await page.getByRole('button', { name: 'Cân đối lại' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Đã phân bổ đủ 12.738 tỷ đồng.').waitFor();
    assert.equal((await of(money)).items[0].balance.allocated, '11580');
    await dialog.getByRole('button', { name: 'Áp dụng', exact: true }).click();
    await section(page).getByText('Đã phân bổ đủ 12.738 tỷ đồng.').waitFor();
    await page.getByRole('link', { name: 'Chia tiếp phần của Sở Tài chính' }).getByText('Cần cân đối lại').waitFor();
    assert.deepEqual(said, []);
  });

  it('stands without serious barriers, light and dark, and on a phone', async () => {
    for (const options of [
      {},
      { colorScheme: 'dark' as const },
      { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
    ]) {
      const { page } = await open(`/chi-tieu/${money}`, 'office', options);
      await section(page).getByText('Đã phân bổ đủ 12.738 tỷ đồng.').waitFor();
      const check = async (where: string) => {
        assert.deepEqual(await barriers(page), [], `${where} ${JSON.stringify(options)}`);
        const sideways = await page.evaluate(
          'document.documentElement.scrollWidth > document.documentElement.clientWidth',
        );
        assert.equal(sideways, false, where);
      };
      await check('what stands');
      await section(page).getByRole('button', { name: 'Sửa phân bổ' }).click();
      await page.getByRole('textbox', { name: 'Phân bổ: Sở Tài chính' }).waitFor();
      await check('the grid');
      await page.getByRole('button', { name: 'Chọn cơ quan, địa phương' }).click();
      await page.getByRole('checkbox', { name: 'Sở Tài chính' }).waitFor();
      await check('the choice');
      await page.goto(`${server.address}/chi-tieu/${growth}`);
      await page.getByText('Chỉ tiêu này chưa được phân bổ.').waitFor();
      await page.getByRole('button', { name: 'Phân bổ theo tháng, quý' }).click();
      await page.getByRole('combobox', { name: 'Quan hệ giữa các kỳ' }).waitFor();
      await check('over periods');
      await page.context().close();
    }
  });
});
