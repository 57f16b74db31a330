/**
 * My work and where all stands, in a real browser, as three people: the Office, the head of an agency, its officer, and
 * a leader. Every number that is clicked leads to a list with as many rows.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { publishPlan } from '#test/support/published-plan.ts';
import { type Client, PASSWORD, startTestServer, type TestProvince, type TestServer } from '#test/support/server.ts';
import { barriers, buildPages, cookiesOf, startBrowser, type TestBrowser } from '#test/support/web.ts';

const PLAN = `HỘI ĐỒNG NHÂN DÂN TỈNH HÀ TĨNH
Số: 01/NQ-HĐND
Hà Tĩnh, ngày 10 tháng 12 năm 2020
NGHỊ QUYẾT
Về kế hoạch phát triển kinh tế - xã hội năm 2021

II. MỤC TIÊU, CHỈ TIÊU NĂM 2021
1. Các chỉ tiêu chủ yếu
- Tốc độ tăng trưởng GRDP đạt 7,5%.

III. NHIỆM VỤ
1. Sở Tài chính chủ trì xây dựng Đề án tái cơ cấu ngân sách tỉnh, trình Ủy ban nhân dân tỉnh trước ngày 30/6/2021.
2. Sở Tài chính chủ trì, phối hợp với Văn phòng rà soát tài sản công, hoàn thành trước ngày 30/9/2021.
3. Sở Tài chính chủ trì lập dự toán ngân sách năm sau, hoàn thành trước ngày 05/7/2021.
4. Sở Tài chính chủ trì hướng dẫn quyết toán vốn đầu tư công, hoàn thành trước ngày 15/6/2021.
`;

const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

let server: TestServer;
let province: TestProvince;
let chromium: TestBrowser;
let office: Client;
let head: Client;
let taskIds: string[];

before(async () => {
  server = await startTestServer({}, { pages: await buildPages() });
  server.now = new Date('2021-07-01T02:00:00Z');
  province = await server.province('ha-tinh');
  office = await server.signIn('ha-tinh', 'office');
  head = await server.signIn('ha-tinh', 'agency-lead');
  ({ taskIds } = await publishPlan(server, province, office, PLAN));
  await office.post('/tasks/acts', { act: 'assign', ids: taskIds.slice(0, 3) });
  await act(head, 0, { act: 'accept' });
  await act(head, 0, { act: 'ask-extension', dueOn: '2021-08-31', text: 'Chờ ý kiến của Bộ' });
  chromium = await startBrowser();
});
after(async () => {
  await chromium?.close();
  await server?.close();
});

async function act(who: Client, at: number, body: Record<string, unknown>): Promise<void> {
  const { version } = (await who.get(`/tasks/${taskIds[at]}`)).body.life;
  const answer = await who.post(`/tasks/${taskIds[at]}/acts`, { version, ...body });
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
}

interface Open {
  readonly page: Page;
  /** Errors that the browser told of. */
  readonly said: string[];
}

async function open(path: string, role: string, options: BrowserContextOptions = {}): Promise<Open> {
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

/** Opens each link to a list and counts its rows; comes back each time. */
async function walkNumbers(page: Page, links: Locator): Promise<number> {
  await links.first().waitFor();
  const from = page.url();
  const count = await links.count();
  for (let i = 0; i < count; i++) {
    const link = links.nth(i);
    const words = ((await link.textContent()) ?? '').replace(/\s+/g, ' ');
    const number = Number(/\d+/.exec(words)?.[0]);
    await link.click();
    await page.waitForURL(/\/nhiem-vu\?/);
    const rows = page.locator('tbody tr[data-index]');
    await rows.first().waitFor();
    assert.equal(await rows.count(), number, `${words} → ${page.url()}`);
    await page.goto(from);
    await links.first().waitFor();
  }
  return count;
}

/** In the order of the text: the later steps stand on the earlier ones. */
describe('my work in the browser', { concurrency: false }, () => {
  it('is the page after sign-in of who carries tasks out; an address that was wanted wins', async () => {
    const page = await (await chromium.browser.newContext({ locale: 'vi-VN', ...PHONE })).newPage();
    page.setDefaultTimeout(15_000);
    const signIn = async (login: string) => {
      await page.getByLabel('Tên đăng nhập').fill(login);
      await page.getByLabel(/^Mật khẩu/).fill(PASSWORD);
      await page.getByRole('button', { name: 'Đăng nhập' }).click();
    };
    await page.goto(`${server.address}/dang-nhap`);
    await signIn('agency-lead');
    await page.waitForURL(/\/viec-cua-toi$/);
    await page.getByRole('heading', { level: 1, name: 'Việc của tôi' }).waitFor();
    await page.context().clearCookies();
    await page.goto(`${server.address}/danh-muc`);
    await signIn('officer');
    await page.waitForURL(/\/danh-muc$/);
    await page.context().clearCookies();
    await page.goto(`${server.address}/dang-nhap`);
    await signIn('leader');
    await page.getByText(/^Toàn tỉnh có/).waitFor();
    assert.equal(new URL(page.url()).pathname, '/');
    await page.context().close();
  });

  it('of the head of an agency on a phone: numbers are lists, the next step is taken right there', async () => {
    const { page, said } = await open('/viec-cua-toi', 'agency-lead', PHONE);
    const main = page.getByRole('main');
    await main.getByText(/^Sở Tài chính có/).waitFor();
    const accept = main.locator('section', { has: page.getByRole('heading', { name: 'Chờ tiếp nhận' }) });
    assert.equal(await accept.getByRole('article').count(), 2);
    assert.ok((await walkNumbers(page, main.locator('p a[href^="/nhiem-vu?"]'))) >= 3);
    await accept.getByRole('button', { name: /^Tiếp nhận: .*tài sản công/ }).click();
    await page.getByText('Đã tiếp nhận nhiệm vụ').first().waitFor();
    await accept.getByRole('article', { name: '' }).nth(1).waitFor({ state: 'detached' });
    assert.equal((await head.get(`/tasks/${taskIds[1]}`)).body.life.state, 'accepted');
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await accept.getByRole('article').nth(1).waitFor();
    assert.equal((await head.get(`/tasks/${taskIds[1]}`)).body.life.state, 'assigned');
    assert.deepEqual(said, []);
  });

  it('tells who was slower that somebody took the step already', async () => {
    const { page } = await open('/danh-muc', 'agency-lead');
    // The page hears nothing of the other person, as with a line that was cut.
    await page.route('**/live', (route) => route.abort());
    await page.goto(`${server.address}/viec-cua-toi`);
    const button = page.getByRole('button', { name: /^Tiếp nhận: .*tài sản công/ });
    await button.waitFor();
    await act(head, 1, { act: 'accept' });
    await button.click();
    await page
      .getByText(/Người khác vừa thay đổi/)
      .first()
      .waitFor();
    await button.waitFor({ state: 'detached' });
    const { version } = (await head.get(`/tasks/${taskIds[1]}`)).body.life;
    assert.equal((await head.post(`/tasks/${taskIds[1]}/undo`, { version })).status, 200);
  });

  it('of an officer begins empty and fills while the page is open', async () => {
    const { page, said } = await open('/viec-cua-toi', 'officer');
    await page.getByRole('main').getByText('Không còn việc nào chờ', { exact: true }).waitFor();
    const { post } = (await (await server.signIn('ha-tinh', 'officer')).get('/session')).body;
    await act(head, 0, { act: 'name-doer', postId: post.id });
    const link = page.getByRole('main').getByRole('link', { name: '1 nhiệm vụ quá hạn' });
    await link.first().waitFor();
    await page.getByText(/Quá hạn \d ngày, hạn \d\d\/06\/2021/).waitFor();
    await page.getByText('1 việc đang chờ').first().waitFor({ state: 'attached' });
    await page.getByText('Cơ quan tôi').click();
    await page.waitForURL(/xem=co-quan/);
    await page.getByRole('heading', { name: 'Chờ tiếp nhận' }).waitFor();
    assert.equal(await page.getByRole('button', { name: /^Tiếp nhận/ }).count(), 0);
    assert.deepEqual(said, []);
  });

  it('of the Office: every number of its sections is a list', async () => {
    const { page, said } = await open('/viec-cua-toi', 'office');
    const main = page.getByRole('main');
    await main.getByText('Xin gia hạn đến 31/08/2021: Chờ ý kiến của Bộ').first().waitFor();
    assert.equal(await walkNumbers(page, main.locator('section header a[href^="/nhiem-vu?"]')), 5);
    await page.goto(`${server.address}/`);
    assert.ok((await walkNumbers(page, main.locator('p a[href^="/nhiem-vu?"]'))) >= 3);
    assert.deepEqual(said, []);
  });

  it('of a leader: exceptions first, agencies, one agency, the month as a list', async () => {
    const { page, said } = await open('/lanh-dao', 'leader', PHONE);
    const main = page.getByRole('main');
    await main.getByText(/^Toàn tỉnh có/).waitFor();
    assert.equal(new URL(page.url()).search, '?xem=thuc-hien');
    const sentence = await main.getByText(/^Toàn tỉnh có/).textContent();
    assert.match(sentence ?? '', /2 nhiệm vụ quá hạn ở 1 cơ quan; 1 sắp đến hạn/);
    assert.ok((await walkNumbers(page, main.locator('a[href^="/nhiem-vu?"]:visible'))) >= 6);
    await main.getByRole('link', { name: 'Sở Tài chính', exact: true }).locator('visible=true').click();
    await page.waitForURL(/co_quan=/);
    await main.getByText(/^Sở Tài chính có 4 nhiệm vụ/).waitFor();
    await main.getByRole('link', { name: /^Tháng 7\/2021: 1 nhiệm vụ đến hạn/ }).waitFor();
    await page.reload();
    await main.getByText(/^Sở Tài chính có 4 nhiệm vụ/).waitFor();
    assert.deepEqual(said, []);
  });

  it('stands without serious barriers, light and dark, and on a phone', async () => {
    const looks = [
      ['/viec-cua-toi', 'agency-lead', 'Chờ tiếp nhận'],
      ['/viec-cua-toi', 'office', 'Đề nghị gia hạn chờ trả lời'],
      ['/', 'office', 'Việc chờ tôi'],
      ['/', 'leader', 'Quá hạn lâu nhất'],
    ] as const;
    for (const options of [{}, { colorScheme: 'dark' as const }, PHONE]) {
      for (const [path, role, words] of looks) {
        const { page } = await open(path, role, options);
        await page.getByText(words).locator('visible=true').first().waitFor();
        assert.deepEqual(await barriers(page), [], `${path} ${role} ${JSON.stringify(options)}`);
        const sideways = await page.evaluate(
          'document.documentElement.scrollWidth > document.documentElement.clientWidth',
        );
        assert.equal(sideways, false, `${path} ${role}`);
        await page.context().close();
      }
    }
  });
});
