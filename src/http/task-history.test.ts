/**
 * Histories that nobody planned: people try whatever comes to mind on some tasks while days pass. What lists, counts and
 * pages then say is held against a second computation from the acts alone, and undoing leads back exactly.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { addDays, dateIn, daysBetween } from '#base/date.ts';
import { ACTS } from '#delivery/act.ts';
import { publishPlan } from '#test/support/published-plan.ts';
import { type Client, startTestServer, type TestProvince, type TestServer } from '#test/support/server.ts';

const TEXT = `HỘI ĐỒNG NHÂN DÂN TỈNH HÀ TĨNH
Số: 01/NQ-HĐND
Hà Tĩnh, ngày 10 tháng 12 năm 2020
NGHỊ QUYẾT
Về kế hoạch phát triển kinh tế - xã hội năm 2021

III. NHIỆM VỤ
${[...Array(8).keys()]
  .map(
    (i) =>
      `${i + 1}. Sở Tài chính chủ trì xây dựng đề án số ${i + 1} về tài sản công${i % 4 === 3 ? '' : `, hoàn thành trước ngày 15/${i + 2}/2021`}.`,
  )
  .join('\n')}
`;

/** The same numbers in every run. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

interface Told {
  readonly act: string;
  readonly at: string;
  readonly dueOn: string | null;
  readonly undone: boolean;
}

/** State, deadline and days from the acts that stand, oldest first: written apart from the rules of the product. */
function replay(acts: readonly Told[], printed: string | null) {
  let state = 'draft';
  let paused = '';
  let dueOn = printed;
  let asked: string | null = null;
  let reportedOn: string | null = null;
  for (const { act, at, dueOn: day } of acts) {
    if (act === 'suspend' || act === 'cancel') {
      if (state !== 'suspended') paused = state;
      state = act === 'suspend' ? 'suspended' : 'cancelled';
    } else if (act === 'resume') state = paused;
    else if (act === 'assign' || act === 'reassign') state = 'assigned';
    else if (act === 'accept' && state === 'assigned') state = 'accepted';
    else if (act === 'update' || act === 'return') state = 'in-progress';
    else if (act === 'report-done') state = 'reported';
    else if (act === 'verify') state = 'verified';
    if (act === 'ask-extension') asked = day;
    if (act === 'grant-extension') dueOn = day ?? asked;
    if (['assign', 'reassign', 'set-due', 'return'].includes(act) && day) dueOn = day;
    if (act === 'report-done') reportedOn = dateIn(new Date(at));
  }
  return { state, dueOn, reportedOn };
}

function standingBy({ state, dueOn, reportedOn }: ReturnType<typeof replay>, today: string): string {
  const left = (from: string) => (dueOn === null ? Number.POSITIVE_INFINITY : daysBetween(from, dueOn));
  if (state === 'suspended' || state === 'cancelled') return state;
  if (state === 'verified') return left(reportedOn ?? today) < 0 ? 'done-late' : 'done-on-time';
  if (state === 'reported' && left(reportedOn ?? today) < 0) return 'overdue';
  if (state === 'reported') return dueOn === null ? 'no-deadline' : 'in-time';
  if (left(today) < 0) return 'overdue';
  if (left(today) <= 7) return 'due-soon';
  if (state === 'draft' || state === 'assigned') return 'not-started';
  return dueOn === null ? 'no-deadline' : 'in-time';
}

describe('histories that nobody planned', () => {
  let server: TestServer;
  let province: TestProvince;
  let people: Client[];
  let taskIds: string[];
  const printed = new Map<string, string | null>();

  const signIn = async () => {
    people = [];
    for (const role of ['office', 'agency-lead', 'officer', 'leader', 'supervisor'])
      people.push(await server.signIn('ha-tinh', role));
  };

  before(async () => {
    server = await startTestServer();
    server.now = new Date('2021-01-05T02:00:00Z');
    province = await server.province('ha-tinh');
    await signIn();
    ({ taskIds } = await publishPlan(server, province, people[0] as Client, TEXT));
    for (const id of taskIds) {
      printed.set(id, (await people[0]?.get(`/tasks/${id}`))?.body.life.dueOn ?? null);
      await people[0]?.post('/evidence/link', { subjectType: 'task', subjectId: id, url: 'https://example.vn/a' });
    }
  });
  after(() => server.close());

  async function holdsTogether(today: string): Promise<void> {
    const office = people[0] as Client;
    const counted: Record<string, number> = {};
    for (const id of taskIds) {
      const { life, acts } = (await office.get(`/tasks/${id}`)).body as { life: Record<string, unknown>; acts: Told[] };
      const facts = replay(acts.filter((act) => !act.undone).reverse(), printed.get(id) ?? null);
      assert.deepEqual({ state: life.state, dueOn: life.dueOn }, { state: facts.state, dueOn: facts.dueOn }, id);
      const standing = standingBy(facts, today);
      assert.equal(life.standing, standing, `${id} on ${today}: ${JSON.stringify(facts)}`);
      counted[standing] = (counted[standing] ?? 0) + 1;
    }
    const { total, counts } = (await office.get('/tasks/counts')).body;
    assert.equal(total, taskIds.length);
    assert.deepEqual(Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== 0)), counted);
    for (const [standing, count] of Object.entries(counted))
      assert.equal((await office.get(`/tasks?standing=${standing}`)).body.items.length, count, standing);
  }

  it('are told the same by every page, on every day', async () => {
    const pick = chance(20210105);
    let done = 0;
    for (let day = 0; day < 250; day += 23) {
      const today = addDays('2021-01-05', day);
      server.now = new Date(`${today}T02:00:00Z`);
      await signIn();
      for (let i = 0; i < 60; i++) {
        const id = taskIds[pick(taskIds.length)] as string;
        // Whoever may do it does what needs doing more often than others try what they may not.
        const who = people[[0, 0, 1, 1, 1, 2, 3, 4][pick(8)] as number] as Client;
        const { life, allowed } = (await who.get(`/tasks/${id}`)).body;
        const act = pick(4) > 0 && allowed.length > 0 ? allowed[pick(allowed.length)] : ACTS[pick(ACTS.length)];
        const needsDay = act === 'ask-extension' || act === 'set-due' || (act === 'return' && pick(2) === 0);
        const answer = await who.post(`/tasks/${id}/acts`, {
          version: life.version,
          act,
          text: 'Theo yêu cầu',
          ...(needsDay ? { dueOn: addDays(today, pick(60)) } : {}),
          ...(act === 'reassign' || act === 'assign' ? { leads: [province.department] } : {}),
          ...(act === 'cancel' && pick(3) > 0 ? { act: 'update' } : {}),
        });
        if (answer.status === 200) done++;
        else assert.ok([403, 409, 422].includes(answer.status) && answer.body.vi, JSON.stringify(answer.body));
        if (pick(12) === 0) {
          const { version } = (await people[0]?.get(`/tasks/${id}`))?.body.life ?? {};
          await people[0]?.post(`/tasks/${id}/undo`, { version });
        }
      }
      await holdsTogether(today);
    }
    assert.ok(done > 100, `${done} acts were done`);
  });

  it('are taken back to the beginning', async () => {
    const today = dateIn(server.now);
    await signIn();
    for (const id of taskIds) {
      for (let version = (await people[0]?.get(`/tasks/${id}`))?.body.life.version as number; ; ) {
        const undone = (await people[0]?.post(`/tasks/${id}/undo`, { version })) ?? assert.fail();
        if (undone.body.code === 'nothing-to-undo') break;
        assert.equal(undone.status, 200, JSON.stringify(undone.body));
        version = undone.body.version;
      }
      const { life } = ((await people[0]?.get(`/tasks/${id}`)) ?? assert.fail()).body;
      const { state, dueOn, acceptedIds, post, progress, result, reportedOn, doneOn, returnedOn, askedDueOn } = life;
      assert.deepEqual(
        { state, dueOn, acceptedIds, post, progress, result, reportedOn, doneOn, returnedOn, askedDueOn },
        {
          state: 'draft',
          dueOn: printed.get(id),
          acceptedIds: [],
          post: null,
          progress: null,
          result: null,
          reportedOn: null,
          doneOn: null,
          returnedOn: null,
          askedDueOn: null,
        },
      );
    }
    await holdsTogether(today);
  });
});
