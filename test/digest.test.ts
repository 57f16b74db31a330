/** The daily letter over a real mail server: one a post and day, the numbers of the pages, nothing when nothing waits. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { NOTICE_HANDLERS } from '#jobs/notice.ts';
import { type MailServerForTests, startMailServer } from '#test/support/mail-server.ts';
import { publishPlan } from '#test/support/published-plan.ts';
import { type Client, startTestServer, type TestProvince, type TestServer } from '#test/support/server.ts';
import { DIGEST_LETTER, makeDigests } from '#usecase/digest-make.ts';
import { sendDigest } from '#usecase/digest-send.ts';

describe('the daily letter', () => {
  let mail: MailServerForTests;
  let server: TestServer;
  let province: TestProvince;
  let first: string;
  let second: string;

  before(async () => {
    mail = await startMailServer();
    server = await startTestServer({
      mailUrl: `smtp://127.0.0.1:${mail.port}`,
      publicUrl: 'https://bamsat.hatinh.example',
    });
    server.now = new Date('2021-01-05T02:00:00Z');
    province = await server.province('ha-tinh');
    const made = await publishPlan(server, province, await signIn('office'));
    [first, second] = made.taskIds as [string, string];
  });
  after(async () => {
    await server.close();
    await mail.stop();
  });

  const signIn = (login: string) => server.signIn('ha-tinh', login);
  const at = (day: string, hour = '07:35') => {
    server.now = new Date(`${day}T${hour}:00+07:00`);
  };
  /** What the queue does every ten minutes. */
  const comeRound = () => NOTICE_HANDLERS[0]?.run(server.services, null, new AbortController().signal);
  const act = async (who: Client, id: string, body: Record<string, unknown>) => {
    const { version } = (await who.get(`/tasks/${id}`)).body.life;
    const answer = await who.post(`/tasks/${id}/acts`, { version, ...body });
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
  };
  const rows = async () =>
    server.services.database
      .scope(province.id)
      .db.selectFrom('digest')
      .innerJoin('post', (join) => join.onRef('post.id', '=', 'digest.post_id'))
      .select(['post.role', 'digest.day', 'digest.sent_at', 'digest.skipped', 'digest.id'])
      .orderBy('digest.day')
      .orderBy('post.role')
      .execute();
  const arrived = (to: string, about: string) =>
    mail.arrived.filter((one) => one.to.includes(to) && (one.headers.get('subject') ?? '').includes(about));

  it('comes in the morning of a working day to whom something waits for, with the deadline and the way there', async () => {
    const office = await signIn('office');
    await act(office, first, { act: 'assign' });
    await act(office, second, { act: 'assign' });
    at('2021-01-06', '07:10');
    await comeRound();
    assert.deepEqual(await rows(), []);
    at('2021-01-06');
    await comeRound();
    const letter = await mail.letter('agency-lead@example.vn', 'Việc cần thực hiện ngày 06/01/2021: 2 chờ tiếp nhận');
    const text = letter.parts.get('text/plain') ?? '';
    assert.match(text, /^Kính gửi: Ông\/Bà Người agency-lead – agency-lead, Sở Tài chính\n/);
    assert.match(
      text,
      /\n\nNhiệm vụ chờ tiếp nhận: 2\n1\. Sở Tài chính chủ trì xây dựng Đề án[^\n]*\n {3}Hạn 29\/06\/2021\n/,
    );
    assert.ok(text.includes(`\n   https://bamsat.hatinh.example/nhiem-vu/${first}\n`));
    assert.match(text, /\n\nThông báo mới: 2\n1\. Được giao chủ trì nhiệm vụ, thời hạn/);
    // The Office has nothing to do: everything was assigned.
    const skipped = (await rows()).filter((row) => row.skipped !== null).map((row) => row.role);
    assert.deepEqual(skipped, ['leader', 'office', 'officer']);
  });

  it('comes once, however often the job runs, and never at the weekend or on a holiday', async () => {
    const before = await rows();
    at('2021-01-06', '15:00');
    await comeRound();
    await comeRound();
    assert.deepEqual(
      (await rows()).map((row) => row.id),
      before.map((row) => row.id),
    );
    for (const day of ['2021-01-09', '2021-01-10', '2021-04-30']) {
      at(day);
      await comeRound();
    }
    assert.deepEqual(
      (await rows()).map((row) => row.day),
      before.map((row) => row.day),
    );
  });

  it('has the numbers of the pages, overdue before what is due, and tells no news twice', async () => {
    at('2021-06-24');
    const office = await signIn('office');
    const head = await signIn('agency-lead');
    await act(head, second, { act: 'accept' });
    await comeRound();
    const soon = await mail.letter('agency-lead@example.vn', 'ngày 24/06/2021: 1 sắp đến hạn, 1 chờ tiếp nhận');
    assert.match(
      soon.parts.get('text/plain') ?? '',
      /Nhiệm vụ sắp đến hạn \(trong 7 ngày tới\): 1\n1\. .*\n {3}Còn 5 ngày đến hạn \(29\/06\/2021\)/,
    );
    assert.doesNotMatch(soon.parts.get('text/plain') ?? '', /Thông báo mới/);
    at('2021-10-04');
    await comeRound();
    const late = await mail.letter('office@example.vn', 'ngày 04/10/2021: 2 quá hạn');
    const text = late.parts.get('text/plain') ?? '';
    assert.match(text, /Sở Tài chính – Quá hạn 97 ngày \(hạn 29\/06\/2021\)/);
    const again = await signIn('office');
    assert.equal((await again.get('/tasks/counts?standing=overdue&origin=document,directive,case')).body.total, 2);
    assert.equal(office.address, again.address);
    assert.match(
      text,
      /\n\nĐể cập nhật tiến độ, báo cáo kết quả, đề nghị Ông\/Bà mở liên kết sau:\nhttps:\/\/bamsat\.hatinh\.example\/viec-cua-toi\n/,
    );
  });

  it('stays away on the days off that the province sets, and comes on a Saturday that is worked for them', async () => {
    at('2021-06-25', '06:00');
    const admin = await signIn('admin');
    const { calendar } = (await admin.get('/settings')).body;
    assert.deepEqual(calendar, { holidays: [], extra: [], version: 0 });
    const days = { version: 0, holidays: ['2021-06-28', '2021-06-25', '2021-06-25'], extra: ['2021-06-26'] };
    assert.equal((await (await signIn('office')).put('/settings/calendar', days)).status, 403);
    const saved = await admin.put('/settings/calendar', days);
    assert.deepEqual(saved.body.calendar.holidays, ['2021-06-25', '2021-06-28']);
    assert.equal((await admin.put('/settings/calendar', days)).status, 409);
    for (const day of ['2021-06-25', '2021-06-26', '2021-06-27', '2021-06-28', '2021-06-29']) {
      at(day);
      await comeRound();
    }
    const made = new Set(
      (await rows()).map((row) => row.day).filter((day) => day >= '2021-06-25' && day < '2021-07-01'),
    );
    assert.deepEqual([...made], ['2021-06-26', '2021-06-29']);
  });

  it('is asked for again when whoever was to send it was stopped, and is sent once', async () => {
    at('2021-10-05');
    const lost = { ...server.services, queue: { ...server.services.queue, send: async () => {} } };
    assert.equal(await makeDigests(lost, province.id), 3);
    const made = (await rows()).filter((row) => row.day === '2021-10-05' && row.skipped === null);
    assert.deepEqual(
      made.map((row) => [row.role, row.sent_at]),
      [
        ['agency-lead', null],
        ['leader', null],
        ['office', null],
      ],
    );
    at('2021-10-05', '08:10');
    await comeRound();
    await mail.letter('office@example.vn', 'ngày 05/10/2021');
    await mail.letter('agency-lead@example.vn', 'ngày 05/10/2021');
    await mail.letter('leader@example.vn', 'ngày 05/10/2021');
    // The letter is there a moment before it is noted that it left.
    const waits = async () => (await rows()).some((row) => row.day === '2021-10-05' && !row.skipped && !row.sent_at);
    while (await waits());
    for (const { id } of made) await sendDigest(server.services, { provinceId: province.id, digestId: id });
    assert.equal(arrived('office@example.vn', 'ngày 05/10/2021').length, 1);
  });

  it('of yesterday is sent to nobody', async () => {
    at('2021-10-06');
    const asked: { name: string; data: unknown }[] = [];
    const queue = {
      ...server.services.queue,
      send: async (_: unknown, name: string, data: unknown) => void asked.push({ name, data }),
    };
    await makeDigests({ ...server.services, queue }, province.id);
    assert.ok(asked.length > 0 && asked.every((one) => one.name === DIGEST_LETTER));
    at('2021-10-07', '00:05');
    for (const { data } of asked) await sendDigest(server.services, data as never);
    assert.equal(arrived('office@example.vn', 'ngày 06/10/2021').length, 0);
    assert.deepEqual(
      [...new Set((await rows()).filter((row) => row.day === '2021-10-06').map((row) => row.skipped))].sort(),
      ['nothing', 'too-late'],
    );
  });

  it('follows the wish of each person: hour, days, leave, none at all', async () => {
    at('2021-10-08', '06:00');
    const usual = { digest: true, hour: '07:30', weekdays: [1, 2, 3, 4, 5], atOnce: [], quietUntil: null, version: 0 };
    const wish = async (login: string, change: object) =>
      assert.equal((await (await signIn(login)).put('/notices/settings', { ...usual, ...change })).status, 200);
    await wish('office', { hour: '16:00' });
    await wish('leader', { digest: false });
    await wish('agency-lead', { quietUntil: '2021-10-12', atOnce: ['returned'] });
    at('2021-10-08', '08:00');
    await comeRound();
    const sent = async () =>
      (await rows()).filter((row) => row.day === '2021-10-08' && row.skipped === null).map((row) => row.role);
    assert.deepEqual(await sent(), []);
    at('2021-10-08', '16:00');
    await comeRound();
    assert.deepEqual(await sent(), ['office']);
    at('2021-10-12');
    await comeRound();
    await mail.letter('agency-lead@example.vn', 'ngày 12/10/2021');
    assert.equal(arrived('leader@example.vn', 'ngày 12/10/2021').length, 0);
  });

  it('leaves room for one letter at once: a return, for who chose it', async () => {
    at('2021-10-13', '09:00');
    const [office, head] = [await signIn('office'), await signIn('agency-lead')];
    await server.services.database.transaction(province.id, ({ db }) =>
      db
        .updateTable('task_life')
        .set({ state: 'reported', reported_on: '2021-10-12', result: 'Đã trình' })
        .where('province_id', '=', province.id)
        .where('task_id', '=', second)
        .execute(),
    );
    await act(office, second, { act: 'return', text: 'Thiếu biên bản rà soát' });
    const letter = await mail.letter('agency-lead@example.vn', 'Báo cáo hoàn thành bị trả lại');
    assert.match(letter.parts.get('text/plain') ?? '', /Lý do: Thiếu biên bản rà soát/);
    assert.equal((await head.get('/notices')).body.items[0].kind, 'returned');
  });
});
