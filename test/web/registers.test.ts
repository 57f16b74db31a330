/** The registers in a real browser: a case from its road map to its result, an inspection that clashes, a webhook, a calendar. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { startTestServer, type TestProvince, type TestServer } from '#test/support/server.ts';
import { barriers, buildPages, cookiesOf, startBrowser, type TestBrowser } from '#test/support/web.ts';
import { WebhookReceiver } from '#test/support/webhook-receiver.ts';

const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

let server: TestServer;
let province: TestProvince;
let chromium: TestBrowser;
let receiver: WebhookReceiver;

before(async () => {
  const pages = await buildPages();
  receiver = await WebhookReceiver.start();
  server = await startTestServer({ webhookPrivate: 'yes', webhookSeconds: '2' }, { pages });
  province = await server.province('ha-tinh');
  chromium = await startBrowser();
});
after(async () => {
  await chromium?.close();
  await server?.close();
  await receiver?.close();
});

async function open(path: string, role: string, options: BrowserContextOptions = {}) {
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

/** Where `BAMSAT_SHOTS` says, what the page looks like. */
async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env.BAMSAT_SHOTS;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

async function widerThanPhone(page: Page): Promise<boolean> {
  return ((await page.evaluate('document.documentElement.scrollWidth')) as number) > 390;
}

describe('long-standing cases in the browser', { concurrency: false }, () => {
  let address: string;

  it('are added by the agency in charge, get a road map, and the last change is taken back', async () => {
    const { page, said } = await open('/nhiem-vu/vu-viec', 'agency-lead');
    await page.getByText('Chưa có vụ việc nào').waitFor();
    await page.getByRole('button', { name: 'Thêm vụ việc' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: /^Vụ việc/ }).fill('Giao đất trái thẩm quyền tại thị xã Kỳ Anh');
    await dialog.getByRole('textbox', { name: 'Lĩnh vực' }).fill('Đất đai');
    await dialog.getByRole('textbox', { name: 'Thời hạn cuối cùng' }).fill('31/12/2099');
    await dialog.getByRole('button', { name: 'Thêm vụ việc' }).click();
    await page.waitForURL(/\/nhiem-vu\/vu-viec\/[0-9a-f-]{36}/);
    address = new URL(page.url()).pathname;
    await page.getByRole('button', { name: 'Lập lộ trình' }).click();
    const steps = page.getByRole('dialog');
    for (const [text, due] of [
      ['Rà soát hồ sơ từng hộ', '31/03/2020'],
      ['Trình phương án xử lý', '30/06/2099'],
    ] as const) {
      await steps.getByRole('button', { name: 'Thêm bước' }).click();
      await steps
        .getByRole('textbox', { name: /^Nội dung/ })
        .last()
        .fill(text);
      await steps.getByRole('textbox', { name: 'Hạn của bước' }).last().fill(due);
    }
    await steps.getByRole('button', { name: 'Lưu lộ trình' }).click();
    await page.getByText('Quá hạn: 31/03/2020').waitFor();
    await page.getByRole('button', { name: 'Xong', exact: true }).first().click();
    await page.getByText(/^Xong ngày/).waitFor();
    await page.getByRole('region', { name: 'Thông báo' }).getByRole('button', { name: 'Hoàn tác' }).last().click();
    await page.getByText('Quá hạn: 31/03/2020').waitFor();
    await shoot(page, 'case');
    assert.deepEqual(await barriers(page), []);
    assert.deepEqual(said, []);
  });

  it('stand in the register of everybody, late steps first to be chosen', async () => {
    const { page, said } = await open('/nhiem-vu/vu-viec', 'supervisor');
    await page.getByRole('button', { name: 'Có bước quá hạn: 1' }).click();
    await page.getByRole('link', { name: 'Giao đất trái thẩm quyền tại thị xã Kỳ Anh' }).waitFor();
    assert.equal(new URL(page.url()).searchParams.get('buoc_tre'), 'co');
    assert.equal(await page.getByRole('button', { name: 'Thêm vụ việc' }).count(), 0);
    await page.getByRole('searchbox', { name: 'Tìm vụ việc' }).fill('khong co gi');
    await page.getByText('Không có vụ việc nào khớp').waitFor();
    await page.getByRole('searchbox', { name: 'Tìm vụ việc' }).fill('giao dat ky anh');
    await page.getByRole('link', { name: /^Giao đất/ }).waitFor();
    await shoot(page, 'cases');
    assert.deepEqual(await barriers(page), []);
    assert.deepEqual(said, []);
  });

  it('are closed on a phone', async () => {
    const { page, said } = await open(address, 'agency-lead', PHONE);
    await page.getByRole('button', { name: 'Kết thúc vụ việc' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: /^Kết quả giải quyết/ }).fill('Đã thu hồi 12 quyết định giao đất');
    await dialog.getByRole('button', { name: 'Kết thúc vụ việc' }).click();
    await page.getByText('Đã thu hồi 12 quyết định giao đất').first().waitFor();
    await page.getByText('Hoàn thành đúng hạn').waitFor();
    await page.getByRole('button', { name: 'Mở lại' }).waitFor();
    assert.equal(await widerThanPhone(page), false);
    await shoot(page, 'case-phone');
    assert.deepEqual(await barriers(page), []);
    assert.deepEqual(said, []);
  });
});

describe('inspections in the browser', { concurrency: false }, () => {
  it('warn while they are typed, stand in the calendar, and are accepted with a reason', async () => {
    const office = await server.signIn('ha-tinh', 'office');
    const made = await office.post('/inspections', {
      year: 2031,
      kind: 'inspection',
      organisationId: province.office,
      subjectId: province.department,
      content: 'Quản lý, sử dụng ngân sách',
      fromMonth: '2031-03',
      toMonth: '2031-04',
    });
    assert.equal(made.status, 201, JSON.stringify(made.body));
    const { page, said } = await open('/nhiem-vu/thanh-tra?nam=2031', 'office');
    await page.getByRole('button', { name: 'Thêm cuộc' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: /^Hoặc tên đối tượng khác/ }).fill('sở  TÀI CHÍNH');
    await dialog.getByRole('textbox', { name: /^Nội dung/ }).fill('Cải cách hành chính');
    await dialog.getByRole('combobox', { name: /^Hình thức/ }).selectOption('check');
    await dialog.getByRole('combobox', { name: /^Từ tháng/ }).selectOption('2031-04');
    await dialog.getByText(/có hai cuộc trùng tháng 4\/2031/).waitFor();
    await shoot(page, 'inspection-dialog');
    await dialog.getByRole('button', { name: 'Vẫn lưu' }).click();
    await page.getByText('1 trường hợp trùng lặp, chồng chéo chưa xử lý.').waitFor();
    await shoot(page, 'inspections');
    assert.deepEqual(await barriers(page), []);
    await page.getByText('Lịch theo tháng').click();
    await page.getByRole('button', { name: /^Kiểm tra của Văn phòng, trùng lặp/ }).waitFor();
    await shoot(page, 'matrix');
    assert.deepEqual(await barriers(page), []);
    await page.getByText('Trùng lặp (1)').click();
    await page.getByRole('button', { name: 'Chấp nhận, ghi lý do' }).click();
    await page
      .getByRole('dialog')
      .getByRole('textbox', { name: /^Lý do/ })
      .fill('Hai nội dung khác nhau');
    await page.getByRole('dialog').getByRole('button', { name: 'Chấp nhận' }).click();
    await page.getByText(/Lý do: Hai nội dung khác nhau/).waitFor();
    await shoot(page, 'clashes');
    assert.deepEqual(await barriers(page), []);
    assert.deepEqual(said, []);
  });

  it('are opened and cancelled on a phone', async () => {
    const { page, said } = await open('/nhiem-vu/thanh-tra?nam=2031', 'office', PHONE);
    await page.getByRole('button', { name: 'Sở Tài chính' }).first().click();
    const drawer = page.getByRole('dialog');
    await drawer.getByRole('button', { name: 'Hủy', exact: true }).click();
    await drawer.getByRole('textbox', { name: /^Lý do hủy/ }).fill('Nhường cuộc kiểm tra');
    await drawer.getByRole('button', { name: 'Hủy', exact: true }).click();
    await drawer.getByText('Đã hủy', { exact: true }).waitFor();
    await shoot(page, 'inspection-phone');
    assert.equal(await widerThanPhone(page), false);
    assert.deepEqual(await barriers(page), []);
    assert.deepEqual(said, []);
  });
});

describe('webhooks and calendars in the browser', { concurrency: false }, () => {
  it('a webhook is added, tried, told, and its tellings are seen', async () => {
    const { page, said } = await open('/quan-tri/cai-dat?phan=webhook', 'admin');
    await page.getByRole('button', { name: 'Thêm webhook' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: /^Tên phần mềm/ }).fill('Trung tâm điều hành');
    await dialog.getByRole('textbox', { name: /^Địa chỉ nhận/ }).fill(receiver.url);
    await dialog.getByRole('checkbox', { name: 'Vụ việc tồn đọng' }).check();
    await dialog.getByRole('button', { name: 'Thêm webhook' }).click();
    await page.getByText(/^bswh_/).waitFor();
    await page.getByRole('button', { name: 'Đã chép' }).click();
    await page.getByRole('button', { name: 'Mở', exact: true }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByRole('button', { name: 'Gửi thử' }).click();
    await page.getByText('Bên nhận trả lời 204').last().waitFor();
    const office = await server.signIn('ha-tinh', 'office');
    await office.post('/cases', { title: 'Báo cho bên ngoài', organisationId: province.office });
    await receiver.until((told) => told.body.title === 'Báo cho bên ngoài');
    await page.reload();
    await page.getByRole('button', { name: 'Mở', exact: true }).click();
    await page.getByText('Thêm vụ việc “Báo cho bên ngoài”').waitFor();
    await shoot(page, 'webhook');
    assert.deepEqual(await barriers(page), []);
    assert.deepEqual(said, []);
  });

  it('a calendar is made, its address shown once, and revoked', async () => {
    const { page, said } = await open('/tai-khoan', 'officer', PHONE);
    await page.getByRole('button', { name: 'Tạo lịch hạn' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Tạo lịch hạn' }).click();
    const words = await page.getByText(/\/api\/v1\/calendar\/ics_/).textContent();
    const read = await fetch(server.address + new URL(words ?? '').pathname);
    assert.equal(read.headers.get('content-type'), 'text/calendar; charset=utf-8');
    await page.getByRole('button', { name: 'Đã chép' }).click();
    await page.getByRole('button', { name: 'Thu hồi' }).click();
    await shoot(page, 'calendar');
    await page.getByRole('dialog').getByRole('button', { name: 'Thu hồi' }).click();
    await page.getByText('Đã thu hồi lịch hạn').last().waitFor();
    assert.equal((await fetch(server.address + new URL(words ?? '').pathname)).status, 404);
    assert.deepEqual(await barriers(page), []);
    assert.equal(await widerThanPhone(page), false);
    assert.deepEqual(said, []);
  });
});
