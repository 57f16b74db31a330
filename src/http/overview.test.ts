/** The first page's numbers, filters of tasks, and finding targets and tasks. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { insertReadDocument } from '#test/support/read-document.ts';
import { SAMPLES } from '#test/support/samples.ts';
import { type Client, startTestServer, type TestProvince, type TestServer } from '#test/support/server.ts';

describe('overview', () => {
  let server: TestServer;
  let province: TestProvince;
  let office: Client;
  let planId: string;

  before(async () => {
    server = await startTestServer();
    server.now = new Date('2021-03-05T02:00:00Z');
    province = await server.province('ha-tinh');
    office = await server.signIn('ha-tinh', 'office');
    const text = SAMPLES.find(({ name }) => name === '000')?.text as string;
    const id = await insertReadDocument(server.services, province.id, text);
    const empty = (await office.get('/overview')).body;
    assert.equal(empty.plan, null);
    assert.equal(empty.documents.toReview, 1);
    const { body } = await office.get(`/documents/${id}/review`);
    const items = body.items
      .filter((one: { kind: string }) => one.kind === 'target' || one.kind === 'task')
      .map(({ id, version }: { id: string; version: number }) => ({ id, version }));
    await office.post(`/documents/${id}/review/decide`, { items, decision: 'accepted' });
    const preview = (await office.get(`/documents/${id}/publish`)).body;
    assert.equal(preview.issuedOn, null);
    assert.equal(preview.effectiveOn, '2021-01-01');
    const made = await office.post(`/documents/${id}/publish`, {
      planId: null,
      title: preview.title,
      yearFrom: 2021,
      yearTo: 2021,
      role: 'base',
      effectiveOn: preview.effectiveOn,
      accepted: preview.warnings.map((one: { code: string }) => one.code),
    });
    planId = made.body.planId;
  });
  after(() => server.close());

  const tasks = async (query: string) => (await office.get(`/plans/${planId}/tasks?limit=200${query}`)).body.items;

  it('counts what the pages behind its numbers show', async () => {
    const { plan, documents, openDiffs } = (await office.get('/overview')).body;
    assert.equal(plan.id, planId);
    assert.equal(plan.targets, (await office.get(`/plans/${planId}/targets`)).body.items.length);
    const followed = async (query: string) =>
      (await office.get(`/tasks?plan=${planId}&origin=document&limit=200${query}`)).body.items.length;
    assert.equal(plan.tasks, (await tasks('')).length);
    assert.equal(plan.tasks, await followed(''));
    assert.equal(plan.tasksWithoutLead, await followed('&lead=without'));
    assert.equal(plan.tasksWithoutDeadline, await followed('&due=without'));
    assert.ok(plan.tasksWithoutLead > 0 && plan.tasksWithoutLead < plan.tasks);
    assert.equal(documents.toReview, 0);
    assert.equal(openDiffs, 0);
  });

  it('says what is late and what waits, as the lists have it', async () => {
    server.now = new Date('2021-12-31T02:00:00Z');
    office = await server.signIn('ha-tinh', 'office');
    const { tasks, work } = (await office.get('/overview')).body;
    const all = (await office.get('/standing')).body;
    assert.deepEqual(
      [tasks.total, tasks.overdue.count, tasks.dueSoon.count, tasks.agenciesLate],
      [all.total, all.counts.overdue, all.counts['due-soon'], all.agenciesLate],
    );
    assert.ok(tasks.overdue.count > 0);
    for (const { count, filter } of [tasks.overdue, tasks.dueSoon, ...work.sections])
      assert.equal((await office.get(`/tasks?limit=200&${new URLSearchParams(filter)}`)).body.items.length, count);
    const mine = (await office.get('/my-work')).body;
    assert.deepEqual([work.scope, work.waiting], [mine.scope, mine.waiting]);
    const officer = await server.signIn('ha-tinh', 'officer');
    assert.deepEqual((await officer.get('/overview')).body.work, { scope: 'post', waiting: 0, sections: [] });
  });

  it('tells nobody what the post may not see', async () => {
    const officer = await server.signIn('ha-tinh', 'officer');
    const { plan, proposedIndicators, toAcknowledge } = (await officer.get('/overview')).body;
    assert.equal(plan.id, planId);
    assert.equal(proposedIndicators, null);
    assert.equal(toAcknowledge, 0);
  });

  it('gives the parts and bodies that tasks can be filtered by', async () => {
    const facets = (await office.get(`/plans/${planId}/facets`)).body;
    assert.equal(facets.tasks, (await tasks('')).length);
    const lead = facets.agencies.find((one: { leads: number }) => one.leads > 0);
    const led = await tasks(`&role=lead&agency=${encodeURIComponent(lead.name)}`);
    assert.equal(led.length, lead.leads);
    const [section] = facets.sections;
    const below = await tasks(`&section=${encodeURIComponent(section.section)}`);
    assert.ok(below.length >= section.tasks);
    assert.ok(
      below.every(
        (one: { section: string }) => one.section === section.section || one.section.startsWith(`${section.section}.`),
      ),
    );
  });

  it('finds targets and tasks by words without tone marks', async () => {
    const { groups } = (await office.get('/search?q=ngan%20sach')).body;
    const of = (kind: string) => groups.find((one: { kind: string }) => one.kind === kind)?.hits ?? [];
    assert.match(of('target')[0].title, /ngân sách/i);
    assert.ok(of('target')[0].marks.length > 0);
    const [first] = await tasks('');
    const words = encodeURIComponent(first.text.split(' ').slice(0, 6).join(' '));
    const found = (await office.get(`/search?kind=task&q=${words}`)).body.groups[0].hits;
    assert.ok(found.some((one: { id: string }) => one.id === first.id));
  });
});
