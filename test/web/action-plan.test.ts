/** Cascade in a real browser: a head breaks a task down, exports the agency's plan, imports it; the Office sees who is late. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { addDays, dateIn, formatDate } from '#base/date.ts';
import { newId } from '#store/ids.ts';
import { insertOrganisations } from '#store/organisations.ts';
import { readWhole, uploadAndRead } from '#test/support/documents.ts';
import { PLAN_TEXT, publishPlan } from '#test/support/published-plan.ts';
import { type Client, startTestServer, type TestProvince, type TestServer } from '#test/support/server.ts';
import { barriers, buildPages, cookiesOf, startBrowser, type TestBrowser } from '#test/support/web.ts';

/** Browsers go by their own clock: the plan is for the year that comes. */
const TODAY = dateIn(new Date());
const YEAR = Number(TODAY.slice(0, 4)) + 1;
const TEXT = PLAN_TEXT.replaceAll('2021', String(YEAR)).replace('10 tháng 12 năm 2020', `04 tháng 01 năm ${YEAR - 1}`);

let server: TestServer;
let province: TestProvince;
let chromium: TestBrowser;
let office: Client;
let head: Client;
let taskIds: string[];
let folder: string;

before(async () => {
  const pages = await buildPages();
  server = await startTestServer({}, { pages });
  province = await server.province('ha-tinh');
  office = await server.signIn('ha-tinh', 'office');
  head = await server.signIn('ha-tinh', 'agency-lead');
  await server.services.database.transaction(province.id, (scope) =>
    insertOrganisations(scope, [
      {
        id: newId(),
        code: null,
        kind: 'unit',
        names: [{ name: 'Phòng Quản lý ngân sách', shortName: null, validFrom: null, validTo: null }],
        parentId: province.department,
        validFrom: null,
        validTo: null,
        position: 12,
      },
    ]),
  );
  ({ taskIds } = await publishPlan(server, province, office, TEXT));
  await office.post('/tasks/acts', { act: 'assign', ids: taskIds });
  for (const id of taskIds) {
    const { version } = (await head.get(`/tasks/${id}`)).body.life;
    await head.post(`/tasks/${id}/acts`, { act: 'accept', version });
  }
  chromium = await startBrowser();
  folder = mkdtempSync(join(tmpdir(), 'bamsat-action-plan-'));
});
after(async () => {
  await chromium?.close();
  await server?.close();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

async function open(role: string, path: string, options: BrowserContextOptions = {}) {
  const context = await chromium.browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'vi-VN',
    reducedMotion: 'reduce',
    acceptDownloads: true,
    ...options,
  });
  await context.addCookies(cookiesOf(await server.signIn('ha-tinh', role), server.address));
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const said: string[] = [];
  page.on('pageerror', (error) => said.push(error.message));
  await page.goto(server.address + path);
  return { page, said };
}

/** Pictures for those who want to look, when `BAMSAT_PICTURES` names a folder. */
async function picture(page: Page, name: string): Promise<void> {
  const to = process.env.BAMSAT_PICTURES;
  if (!to) return;
  mkdirSync(to, { recursive: true });
  writeFileSync(join(to, `${name}.png`), await page.screenshot({ fullPage: true }));
}

const PAGE = '/nhiem-vu/ke-hoach-hanh-dong';
const partsOf = async (id: string) =>
  (await head.get(`/tasks/${id}/parts`)).body.items.map((one: Record<string, unknown>) => [
    one.text,
    one.period,
    one.dueOn,
    (one.leads as { name: string }[])[0]?.name,
  ]);

describe('the cascade in the browser', { concurrency: false }, () => {
  it('breaks a task down: lines pasted, a unit chosen, taken back and done again', async () => {
    const { page, said } = await open('agency-lead', `/nhiem-vu/${taskIds[0]}`);
    await page.getByRole('button', { name: 'Phân rã', exact: true }).first().click();
    const dialog = page.getByRole('dialog', { name: 'Phân rã nhiệm vụ' });
    const words = dialog.getByRole('textbox', { name: 'Phần việc' });
    await words.first().waitFor();
    const lines = `Khảo sát hiện trạng thu, chi\tQuý I\t15/3/${YEAR}\nDự thảo Đề án\tTháng 5\t\nTrình Ủy ban nhân dân tỉnh\t\t20/6/${YEAR}`;
    await words.first().focus();
    // A string, since types of the browser are not those of the tests.
    await page.evaluate(`(() => {
      const data = new DataTransfer();
      data.setData('text/plain', ${JSON.stringify(lines)});
      const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
      document.activeElement.dispatchEvent(event);
    })()`);
    await dialog.getByRole('button', { name: 'Thêm 3 phần việc' }).waitFor();
    // The last row takes the focus; a list that opened before would close again.
    await dialog.locator('li:nth-child(3) textarea:focus').waitFor();
    const doer = dialog.getByRole('combobox', { name: 'Đơn vị, người thực hiện' }).first();
    await doer.fill('ngan sach');
    await page.getByRole('option', { name: /Phòng Quản lý ngân sách/ }).click();
    assert.deepEqual(await barriers(page), []);
    await picture(page, 'break-down');
    await dialog.getByRole('button', { name: 'Thêm 3 phần việc' }).click();
    await page.getByRole('heading', { name: 'Phần việc: 0/3 đã xong' }).waitFor();
    assert.deepEqual(await partsOf(taskIds[0] as string), [
      ['Khảo sát hiện trạng thu, chi', `${YEAR}-Q1`, `${YEAR}-03-15`, 'Phòng Quản lý ngân sách'],
      ['Dự thảo Đề án', `${YEAR}-05`, null, 'Sở Tài chính'],
      ['Trình Ủy ban nhân dân tỉnh', null, `${YEAR}-06-20`, 'Sở Tài chính'],
    ]);
    await picture(page, 'task-with-parts');
    await page.getByRole('button', { name: 'Sửa phần việc Dự thảo Đề án' }).click();
    const edit = page.getByRole('dialog', { name: 'Sửa phần việc' });
    await edit.getByRole('textbox', { name: 'Thời hạn' }).fill(`31/7/${YEAR}`);
    await edit.getByRole('textbox', { name: 'Thời hạn' }).press('Tab');
    await edit.getByRole('button', { name: 'Lưu' }).click();
    await edit
      .getByText(/sau thời hạn của nhiệm vụ/)
      .first()
      .waitFor();
    await edit.getByRole('checkbox', { name: /Vẫn giữ/ }).check();
    await edit.getByRole('button', { name: 'Lưu' }).click();
    await edit.waitFor({ state: 'detached' });
    await page.getByText(`hạn 31/07/${YEAR}`).waitFor();
    await page.getByRole('button', { name: 'Hoàn tác' }).last().click();
    await page.getByText(`hạn 31/07/${YEAR}`).waitFor({ state: 'detached' });
    assert.equal((await partsOf(taskIds[0] as string))[1][2], null);
    assert.deepEqual(said, []);
  });

  it('divides a task by quarters, and keeps what was typed until it is sent', async () => {
    const { page, said } = await open('agency-lead', `/nhiem-vu/${taskIds[1]}`);
    await page.getByRole('button', { name: 'Phân rã', exact: true }).first().click();
    const dialog = page.getByRole('dialog', { name: 'Phân rã nhiệm vụ' });
    await dialog.getByRole('textbox', { name: 'Phần việc' }).first().fill('Rà soát tài sản công');
    await dialog.getByRole('button', { name: 'Chia đều theo quý' }).click();
    const rows = dialog.getByRole('textbox', { name: 'Phần việc' });
    const count = await rows.count();
    assert.ok(count >= 4, `${count} rows`);
    await page.reload();
    await page.getByRole('button', { name: 'Phân rã', exact: true }).first().click();
    await dialog.getByRole('button', { name: `Thêm ${count} phần việc` }).waitFor();
    await dialog.getByRole('button', { name: 'Thôi' }).click();
    assert.deepEqual(await partsOf(taskIds[1] as string), []);
    assert.deepEqual(said, []);
  });

  it('sets the day of the plans, shows who is late, reminds, and every number leads to its tasks', async () => {
    const { page, said } = await open('office', PAGE);
    await page.getByText('0/1 cơ quan đã ban hành').waitFor();
    await page.getByRole('button', { name: 'Đặt hạn' }).click();
    const yesterday = addDays(TODAY, -1);
    const day = page.getByRole('textbox', { name: 'Các cơ quan ban hành trước hết ngày' });
    await day.fill(formatDate(yesterday));
    await day.press('Tab');
    await page.getByRole('button', { name: 'Lưu' }).click();
    await page.getByText('0/1 cơ quan đã ban hành; 1 quá hạn').waitFor();
    await page.getByRole('cell', { name: 'Quá hạn, chưa ban hành' }).waitFor();
    await picture(page, 'matrix');
    assert.deepEqual(await barriers(page), []);
    await page.getByRole('button', { name: 'Đôn đốc 1 cơ quan chưa ban hành' }).click();
    await page.getByText('Đã đôn đốc 1 cơ quan').first().waitFor();
    await page.getByRole('link', { name: '1 nhiệm vụ đã phân rã của Sở Tài chính' }).click();
    await page.waitForURL(/phan_ra=with/);
    await page
      .getByRole('link', { name: /Đề án tái cơ cấu/ })
      .first()
      .waitFor();
    assert.equal(await page.getByRole('link', { name: /rà soát tài sản công/ }).count(), 0);
    assert.deepEqual(said, []);
  });

  it('lists what nobody has taken up, by section, with links to the same lists', async () => {
    const { page, said } = await open('office', `${PAGE}?the=chua-nhan`);
    await page.getByText('Đã tiếp nhận, chưa phân rã').first().waitFor();
    await page.getByRole('link', { name: /rà soát tài sản công/ }).waitFor();
    assert.equal(await page.getByRole('link', { name: /Đề án tái cơ cấu/ }).count(), 0);
    await picture(page, 'gaps');
    assert.deepEqual(await barriers(page), []);
    await page.getByRole('combobox', { name: 'Chỉ xem' }).selectOption('target-no-lead');
    await page.waitForURL(/vi=target-no-lead/);
    await page.getByRole('link', { name: /rà soát tài sản công/ }).waitFor({ state: 'detached' });
    await page.getByRole('link', { name: /GRDP/ }).waitFor();
    assert.deepEqual(said, []);
  });

  it('gives the agency its own plan first, as Word, and takes the document back as parts, as one', async () => {
    const before = await partsOf(taskIds[0] as string);
    const { page, said } = await open('agency-lead', PAGE);
    await page.getByRole('heading', { name: 'Kế hoạch của Sở Tài chính' }).waitFor();
    const word = page.getByRole('link', { name: 'Xuất Word' });
    const { bytes } = await readWhole(head, (await word.getAttribute('href'))?.replace('/api/v1', '') ?? '');
    const file = join(folder, 'ke-hoach.docx');
    writeFileSync(file, bytes);
    if (process.env.BAMSAT_PICTURES) writeFileSync(join(process.env.BAMSAT_PICTURES, 'ke-hoach.docx'), bytes);
    await head.post(`/tasks/${taskIds[0]}/parts/undo`);
    assert.deepEqual(await partsOf(taskIds[0] as string), []);
    // Read before, so that the page finds it at once.
    await uploadAndRead(server, head, 'ke-hoach.docx', bytes);
    await page.getByRole('button', { name: 'Nhập thành phần việc' }).click();
    const dialog = page.getByRole('dialog', { name: 'Nhập kế hoạch hành động thành phần việc' });
    await dialog.locator('input[type="file"]').setInputFiles(file);
    await dialog.getByText(/Thư viện đã có văn bản này/).waitFor();
    await dialog.getByRole('button', { name: 'Xem trước' }).click();
    await dialog.getByText('3 phần việc trong văn bản; 0 chưa khớp.').waitFor();
    assert.equal(await dialog.getByText('Khớp 100%').count(), 3);
    await picture(page, 'import');
    assert.deepEqual(await barriers(page), []);
    await dialog.getByRole('button', { name: 'Nhập 3 phần việc' }).click();
    await page.getByText('Đã nhập 3 phần việc vào 1 nhiệm vụ').first().waitFor();
    assert.deepEqual(await partsOf(taskIds[0] as string), before);
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await page.getByRole('button', { name: 'Hoàn tác' }).waitFor({ state: 'detached' });
    assert.deepEqual(await partsOf(taskIds[0] as string), []);
    await page.getByRole('button', { name: 'Ghi số, ngày ban hành' }).click();
    const write = page.getByRole('dialog', { name: 'Kế hoạch hành động của Sở Tài chính' });
    await write.getByRole('textbox', { name: 'Số, ký hiệu' }).fill('15/KH-STC');
    await write.getByRole('textbox', { name: 'Ngày ban hành' }).fill(formatDate(TODAY));
    await write.getByRole('textbox', { name: 'Ngày ban hành' }).press('Tab');
    await write.getByRole('button', { name: 'Lưu' }).click();
    await page.getByText('1/1 cơ quan đã ban hành; 1 ban hành muộn').waitFor();
    await picture(page, 'own-plan');
    assert.deepEqual(said, []);
  });

  it('stands on a phone and in the dark', async () => {
    for (const options of [
      { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
      { colorScheme: 'dark' as const },
    ]) {
      for (const [role, path, words] of [
        ['agency-lead', PAGE, 'Kế hoạch của Sở Tài chính'],
        ['office', PAGE, 'cơ quan đã ban hành'],
        ['office', `${PAGE}?the=chua-nhan`, 'Chỉ tiêu chưa có cơ quan chủ trì'],
      ] as const) {
        const { page } = await open(role, path, options);
        await page.getByText(words).locator('visible=true').first().waitFor();
        assert.deepEqual(await barriers(page), [], `${role} ${path}`);
        const sideways = await page.evaluate(
          'document.documentElement.scrollWidth > document.documentElement.clientWidth',
        );
        assert.equal(sideways, false, path);
        await picture(
          page,
          `${'isMobile' in options ? 'phone' : 'dark'}-${role}-${path.includes('the=') ? 'gaps' : 'list'}`,
        );
        await page.context().close();
      }
    }
  });
});
