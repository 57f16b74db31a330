/**
 * A year of a province under a virtual clock: people act, days are missed, jobs run twice or are stopped. Every deadline is
 * told to whom it concerns exactly once, every letter leaves at most once a post and day with the numbers of the pages, and
 * nothing is told of what is done or cancelled. Who should be told is worked out here anew, from the rows alone.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Json } from '#base/canonical.ts';
import { addDays, daysBetween } from '#base/date.ts';
import { ok } from '#base/result.ts';
import { taskRoutes } from '#contract/task.ts';
import type { DigestBody } from '#delivery/digest.ts';
import { type Standing, standingOf, type TaskState } from '#delivery/standing.ts';
import { type ActInput, allowedActs } from '#delivery/task-life.ts';
import type { MailMessage } from '#mail/mail.ts';
import { type Role, rightsOf } from '#plan/rights.ts';
import { newId } from '#store/ids.ts';
import { insertOrganisations } from '#store/organisations.ts';
import { appoint, insertPerson, insertPost } from '#store/people.ts';
import { endHolding } from '#store/posts.ts';
import { findLife, insertOwnTasks } from '#store/task-life.ts';
import { startTestServer, type TestProvince, type TestServer } from '#test/support/server.ts';
import { DIGEST_LETTER, makeDigests } from '#usecase/digest-make.ts';
import { sendDigest } from '#usecase/digest-send.ts';
import { tellOfTheDay } from '#usecase/notice-daily.ts';
import type { Services } from '#usecase/services.ts';
import { actOnTask } from '#usecase/task-act.ts';
import { listTasks } from '#usecase/task-list.ts';
import { type Actor, perform, systemActor } from '#usecase/usecase.ts';

const YEAR = 2021;
const AGENCIES = 4;
const TASKS = 40;
/** Tết, Giỗ Tổ of that year, and a Saturday that was worked for them. */
const CALENDAR = {
  holidays: ['2021-02-10', '2021-02-11', '2021-02-12', '2021-02-15', '2021-02-16', '2021-04-21'],
  extra: ['2021-02-27'],
};

interface Post {
  readonly id: string;
  readonly role: Role;
  readonly organisationId: string;
  personId: string | null;
}

/** The same numbers in every run. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

interface Row {
  readonly task_id: string;
  readonly state: TaskState;
  readonly due_on: string | null;
  readonly reported_on: string | null;
  readonly done_on: string | null;
  readonly lead_ids: string[];
  readonly post_id: string | null;
}

describe('a year of a province', () => {
  let server: TestServer;
  let province: TestProvince;
  let services: Services;
  const letters: MailMessage[] = [];
  const waiting: { name: string; data: Json }[] = [];
  const posts: Post[] = [];
  const taskIds: string[] = [];
  const random = dice(20210101);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;

  before(async () => {
    server = await startTestServer({}, { jobs: false });
    server.now = new Date(`${YEAR - 1}-12-31T20:00:00+07:00`);
    province = await server.province('ha-tinh');
    services = {
      ...server.services,
      queue: { ...server.services.queue, send: async (_, name, data) => void waiting.push({ name, data }) },
      mail: {
        ...server.services.mail,
        configured: true,
        send: async (message) => {
          letters.push(message);
          return ok({ messageId: message.key });
        },
      },
    };
    await populate();
  });
  after(() => server.close());

  async function populate() {
    await server.services.database.transaction(province.id, async (scope) => {
      const { db } = scope;
      await db
        .insertInto('setting')
        .values({ province_id: province.id, key: 'calendar', value: JSON.stringify(CALENDAR) })
        .execute();
      const held = await db
        .selectFrom('post')
        .innerJoin('post_holder', (join) => join.onRef('post_holder.post_id', '=', 'post.id'))
        .select(['post.id', 'post.role', 'post.organisation_id', 'post_holder.person_id'])
        .where('post.province_id', '=', province.id)
        .execute();
      for (const one of held)
        posts.push({
          id: one.id,
          role: one.role as Role,
          organisationId: one.organisation_id,
          personId: one.person_id,
        });
      for (let i = 0; i < AGENCIES; i++) {
        const organisationId = newId();
        const names = [{ name: `Sở số ${i + 1}`, shortName: null, validFrom: null, validTo: null }];
        await insertOrganisations(scope, [
          {
            id: organisationId,
            code: null,
            kind: 'department',
            names,
            parentId: null,
            validFrom: null,
            validTo: null,
            position: 20 + i,
          },
        ]);
        // The last agency has a post of its head that nobody holds; one in two has an officer.
        const roles: Role[] = i % 2 === 0 ? ['agency-lead', 'officer'] : ['agency-lead'];
        for (const role of roles) {
          const post: Post = {
            id: newId(),
            role,
            organisationId,
            personId: i === AGENCIES - 1 ? null : await person(scope, `${role}-${i}`),
          };
          await insertPost(scope, { id: post.id, organisationId, title: `${role} ${i + 1}`, role, validFrom: null });
          if (post.personId)
            await appoint(scope, { id: newId(), postId: post.id, personId: post.personId, from: '2020-01-01' });
          posts.push(post);
        }
      }
      const planId = newId();
      await db
        .insertInto('plan')
        .values({
          province_id: province.id,
          id: planId,
          title: 'Kế hoạch năm 2021',
          year_from: YEAR,
          year_to: YEAR,
          state: 'published',
          created_at: server.now,
        })
        .execute();
      const agencies = [
        ...new Set(posts.filter((post) => post.role === 'agency-lead').map((post) => post.organisationId)),
      ];
      for (let i = 0; i < TASKS; i++) {
        const id = newId();
        const lead = agencies[i % agencies.length] as string;
        const other = pick(agencies);
        const doer = posts.find((post) => post.organisationId === lead && post.role === 'officer');
        const dueOn = i % 10 === 9 ? null : addDays(`${YEAR}-01-10`, Math.floor(random() * 340));
        taskIds.push(id);
        await insertOwnTasks(
          scope,
          [
            {
              ...{
                id,
                planId,
                parentId: null,
                origin: 'directive',
                position: i,
                section: '',
                groupTitle: null,
                period: null,
              },
              ...{ text: `Nhiệm vụ số ${i + 1} của năm`, state: i % 4 === 3 ? 'draft' : 'assigned', dueOn },
              leadIds: i % 6 === 5 && other !== lead ? [lead, other] : [lead],
              ...{
                supportIds: [],
                acceptedIds: [],
                assignerId: province.office,
                postId: i % 3 === 0 ? (doer?.id ?? null) : null,
              },
              ...{ progress: null, result: null, reportedOn: null, doneOn: null, returnedOn: null, returnReason: null },
              ...{ askedDueOn: null, askedReason: null, pausedState: null },
            },
          ],
          server.now,
        );
        await db
          .insertInto('evidence')
          .values({
            province_id: province.id,
            id: newId(),
            subject_type: 'task',
            subject_id: id,
            kind: 'link',
            name: 'Minh chứng',
            url: 'https://hatinh.example/',
            added_at: server.now,
          })
          .execute();
      }
    });
  }

  async function person(scope: Parameters<typeof insertPerson>[0], login: string): Promise<string> {
    const id = newId();
    await insertPerson(scope, {
      id,
      fullName: `Người ${login}`,
      login,
      email: `${login}@example.vn`,
      passwordHash: null,
      mustChangePassword: false,
    });
    return id;
  }

  const actorOf = (post: Post): Actor => ({
    ...systemActor(province.id, rightsOf(post.role)),
    personId: post.personId,
    postId: post.id,
    organisationId: post.organisationId,
    role: post.role,
    via: 'session',
  });

  /** Somebody does something that they may do, more often what goes on than what ends. */
  async function act(today: string) {
    const post = pick(
      posts.filter((one) => one.personId !== null && ['office', 'agency-lead', 'officer'].includes(one.role)),
    );
    const life = await findLife(server.services.database.scope(province.id), pick(taskIds));
    if (!life) return;
    const may = allowedActs(life, actorOf(post)).filter(
      (one) => !['cancel', 'suspend'].includes(one) || random() < 0.05,
    );
    if (may.length === 0) return;
    const what = pick(may);
    const doer = pick(posts.filter((one) => one.organisationId === post.organisationId)).id;
    const given: ActInput = {
      act: what,
      text: 'Theo tình hình thực tế',
      ...(what === 'ask-extension' || what === 'set-due'
        ? { dueOn: addDays(life.dueOn ?? today, 1 + Math.floor(random() * 40)) }
        : {}),
      ...(what === 'name-doer' ? { postId: doer } : {}),
    };
    const leads =
      what === 'reassign' ? [pick(posts.filter((one) => one.role === 'agency-lead')).organisationId] : undefined;
    const body = taskRoutes['POST /tasks/:id/acts'].body.parse({
      ...given,
      version: life.version,
      ...(leads ? { leads } : {}),
    });
    await perform(services, actOnTask, actorOf(post), { ...body, id: life.id });
  }

  const rowsNow = async (): Promise<Row[]> =>
    server.services.database
      .scope(province.id)
      .db.selectFrom('task_life')
      .select(['task_id', 'state', 'due_on', 'reported_on', 'done_on', 'lead_ids', 'post_id'])
      .where('province_id', '=', province.id)
      .execute() as Promise<Row[]>;

  /** Told already: post, task, deadline and the day of the step. */
  const told = new Set<string>();

  /** Who has to hear of which deadline today: for each step that has come and that the post has not heard of. */
  function owed(rows: readonly Row[], today: string): string[] {
    const due: string[] = [];
    for (const row of rows) {
      if (!['assigned', 'accepted', 'in-progress'].includes(row.state) || row.due_on === null) continue;
      const steps = [-7, -3, -1, 0, ...Array.from({ length: 60 }, (_, i) => 1 + 7 * i)].map((days) =>
        addDays(row.due_on as string, days),
      );
      const step = steps.filter((day) => day <= today).at(-1);
      if (step === undefined) continue;
      const concerned = new Set<string>(row.post_id === null ? [] : [row.post_id]);
      for (const lead of row.lead_ids) {
        const heads = posts.filter((post) => post.role === 'agency-lead' && post.organisationId === lead);
        for (const post of heads) concerned.add(post.id);
        if (step <= addDays(row.due_on, 1) && heads.every((post) => post.personId === null))
          for (const post of posts) if (post.role === 'office') concerned.add(post.id);
      }
      for (const post of concerned) {
        const key = [post, row.task_id, row.due_on, step].join(' ');
        if (told.has(key)) continue;
        told.add(key);
        due.push(`${post} ${row.task_id} ${wordsOf(row.due_on, today)}`);
      }
    }
    return due.sort();
  }

  function wordsOf(dueOn: string, today: string): string {
    const left = daysBetween(today, dueOn);
    const day = dueOn.split('-').reverse().join('/');
    return left > 0
      ? `Còn ${left} ngày đến hạn (${day})`
      : left === 0
        ? `Hôm nay đến hạn (${day})`
        : `Quá hạn ${-left} ngày (hạn ${day})`;
  }

  const toldSince = async (instant: Date): Promise<string[]> => {
    const rows = await server.services.database
      .scope(province.id)
      .db.selectFrom('notice')
      .select(['post_id', 'subject_id', 'title'])
      .where('province_id', '=', province.id)
      .where('kind', 'in', ['due-soon', 'overdue'])
      .where('at', '>=', instant.toISOString())
      .execute();
    return rows.map((row) => `${row.post_id} ${row.subject_id} ${row.title}`).sort();
  };

  /** What the queue does: some jobs are lost with the server, some are carried out twice. */
  async function work(fate: number) {
    const jobs = waiting.splice(0);
    if (fate < 0.05) return;
    for (const { name, data } of jobs) {
      if (name !== DIGEST_LETTER) continue;
      await sendDigest(services, data);
      if (fate > 0.9) await sendDigest(services, data);
    }
  }

  /** The letters of the day say what the lists say, and the lists what the rows say. */
  async function compare(today: string, rows: readonly Row[]): Promise<number> {
    const { db } = server.services.database.scope(province.id);
    const made = await db
      .selectFrom('digest')
      .select(['post_id', 'body', 'skipped'])
      .where('province_id', '=', province.id)
      .where('day', '=', today)
      .execute();
    const standings = new Map(
      rows.map((row) => [
        row.task_id,
        standingOf({ state: row.state, dueOn: row.due_on, reportedOn: row.reported_on, doneOn: row.done_on }, today),
      ]),
    );
    for (const { post_id, body, skipped } of made) {
      if (skipped !== null) continue;
      const post = posts.find((one) => one.id === post_id) as Post;
      const mine = rows.filter((row) =>
        post.role === 'officer'
          ? row.post_id === post.id
          : post.role !== 'agency-lead' || row.lead_ids.includes(post.organisationId),
      );
      const sections = (body as DigestBody).sections;
      for (const standing of ['overdue', 'due-soon'] satisfies Standing[]) {
        const expected = mine.filter((row) => standings.get(row.task_id) === standing).length;
        assert.equal(
          sections.find((one) => one.id === standing)?.count ?? 0,
          expected,
          `${today} ${post.role} ${standing}`,
        );
      }
      // A third of them against the lists that they lead to, too.
      if (random() > 0.34) continue;
      for (const { query, count, items } of sections) {
        const input = taskRoutes['GET /tasks'].query.parse({ ...query, limit: '200', sort: 'due' });
        const list = await perform(services, listTasks, actorOf(post), input);
        assert.ok(list.ok);
        assert.equal(count, list.value.items.length, `${today} ${post.role} ${JSON.stringify(query)}`);
        assert.deepEqual(
          items.map((item) => item.id),
          list.value.items.slice(0, 5).map((item) => item.id),
        );
      }
    }
    return made.filter((one) => one.skipped === null).length;
  }

  /** A head leaves in spring; the post stands empty for three weeks, then somebody follows. */
  async function changePeople(today: string) {
    const post = posts.find((one) => one.role === 'agency-lead' && one.organisationId !== province.department) as Post;
    if (today !== '2021-04-05' && today !== '2021-04-26') return;
    await server.services.database.transaction(province.id, async (scope) => {
      if (today === '2021-04-05') {
        const holding = await scope.db
          .selectFrom('post_holder')
          .select('id')
          .where('province_id', '=', province.id)
          .where('post_id', '=', post.id)
          .executeTakeFirstOrThrow();
        await endHolding(scope, holding.id, today);
        post.personId = null;
      } else {
        post.personId = await person(scope, 'ke-nhiem');
        await appoint(scope, { id: newId(), postId: post.id, personId: post.personId, from: today });
      }
    });
  }

  it('tells every deadline once to whom it concerns, and writes one letter a post and day', async () => {
    let days = 0;
    let tellings = 0;
    let sent = 0;
    for (let today = `${YEAR}-01-01`; today <= `${YEAR}-12-31`; today = addDays(today, 1)) {
      const at = (time: string) => {
        server.now = new Date(`${today}T${time}:00+07:00`);
      };
      at('00:10');
      await changePeople(today);
      const fate = random();
      // A day on which the server stood still.
      if (fate > 0.05) {
        days++;
        const rows = await rowsNow();
        const expected = owed(rows, today);
        await tellOfTheDay(services, province.id);
        if (fate < 0.2) await tellOfTheDay(services, province.id);
        if (fate < 0.1)
          await server.services.database
            .scope(province.id)
            .db.deleteFrom('setting')
            .where('province_id', '=', province.id)
            .where('key', '=', 'told-on')
            .execute();
        if (fate < 0.1) await tellOfTheDay(services, province.id);
        assert.deepEqual(await toldSince(new Date(`${today}T00:00:00+07:00`)), expected, today);
        tellings += expected.length;
        at('07:40');
        await makeDigests(services, province.id);
        await work(random());
        if (fate > 0.8) await makeDigests(services, province.id);
        at('08:30');
        await makeDigests(services, province.id);
        await work(1);
        sent += await compare(today, rows);
      }
      at('14:00');
      for (let i = 0; i < 3; i++) await act(today);
      waiting.length = 0;
    }
    assert.ok(days > 330 && tellings > 200 && sent > 800, `${days} ${tellings} ${sent}`);

    const { db } = server.services.database.scope(province.id);
    // Each letter left, once, and on a working day.
    const keys = letters.map((letter) => letter.key);
    assert.equal(new Set(keys).size, keys.length);
    const subjects = letters.map(
      (letter) => `${letter.to.address} ${/ngày \d\d\/\d\d\/\d{4}/.exec(letter.subject)?.[0]}`,
    );
    assert.equal(new Set(subjects).size, subjects.length);
    assert.equal(subjects.length, sent);
    const digests = await db
      .selectFrom('digest')
      .select(['day', 'sent_at', 'skipped'])
      .where('province_id', '=', province.id)
      .execute();
    for (const { day, sent_at, skipped } of digests) {
      assert.notEqual(sent_at === null, skipped === null);
      const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
      assert.ok(CALENDAR.extra.includes(day) || (weekday > 0 && weekday < 6 && !CALENDAR.holidays.includes(day)), day);
    }
    // The one change of people has its list, and what stood empty was told once.
    const handovers = await db
      .selectFrom('handover')
      .select(['on_day'])
      .where('province_id', '=', province.id)
      .execute();
    assert.deepEqual(
      handovers.map((one) => one.on_day),
      ['2021-04-26'],
    );
    const vacant = await db
      .selectFrom('notice')
      .select('key')
      .distinct()
      .where('province_id', '=', province.id)
      .where('kind', '=', 'vacant')
      .execute();
    assert.equal(vacant.length, 1);
  });
});
