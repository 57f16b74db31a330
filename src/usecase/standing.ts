/**
 * Tình hình thực hiện: exceptions, agencies, months of the tasks that the province follows. What agencies broke off for
 * themselves is theirs and not counted here. Every number is a filter of the list of tasks, which is what is counted.
 */
import { addDays } from '#base/date.ts';
import { ok } from '#base/result.ts';
import { EXCEPTIONS, standingRoutes } from '#contract/standing.ts';
import { taskFilter } from '#contract/task.ts';
import { LONG_WAIT_DAYS, MANY_RETURNS, noCounts, type StandingCounts, totalOf } from '#delivery/standing.ts';
import { organisationNames } from '#store/organisation-names.ts';
import { countByLead, countFollowed, listFollowed } from '#store/task-list.ts';
import { spreadFollowed } from '#store/task-spread.ts';
import { remembered } from './memo.ts';
import { WHOLES } from './my-work.ts';
import { filterOf } from './task-list.ts';
import { shapeFollowed } from './task-shape.ts';
import { behind, type Context } from './usecase.ts';

/** As it stands in an address. */
type Query = Readonly<Record<string, string>>;
type Exception = (typeof EXCEPTIONS)[number];

/** Of these the tasks themselves are shown. */
const SHOWN: ReadonlySet<Exception> = new Set(['overdue', 'long-wait', 'asked', 'returned']);

export const readStanding = behind(standingRoutes['GET /standing'], 'standing.read', 'read', async (context, input) => {
  const whole: Query = { origin: WHOLES, ...(input.plan ? { plan: input.plan } : {}) };
  const base: Query = input.organisation ? { ...whole, organisation: input.organisation, role: 'lead' } : whole;
  const found = await remembered(context, `standing ${JSON.stringify([base, input.show])}`, async () => ({
    counts: await countFollowed(context, filterIn(context, base)),
    exceptions: await Promise.all(EXCEPTIONS.map((id) => readException(context, id, base, input.show))),
    agencies: await readAgencies(context, whole),
    months: await readMonths(context, base),
  }));
  const names = await organisationNames(context, input.organisation ? [input.organisation] : [], context.today);
  const name = input.organisation === undefined ? undefined : names.get(input.organisation);
  return ok({
    today: context.today,
    organisation: input.organisation !== undefined && name !== undefined ? { id: input.organisation, name } : null,
    total: totalOf(found.counts),
    filter: { ...base },
    agenciesLate: found.agencies.filter(({ counts }) => counts.overdue > 0).length,
    ...found,
  });
});

/** The sentence of the first page: all plans, the same numbers as on the page of standing. */
export async function readCounts(context: Context) {
  const base: Query = { origin: WHOLES };
  const { counts, agenciesLate } = await remembered(context, 'standing counts', async () => ({
    counts: await countFollowed(context, filterIn(context, base)),
    agenciesLate: (await countByLead(context, filterIn(context, { ...base, standing: 'overdue' }))).size,
  }));
  return {
    total: totalOf(counts),
    overdue: { count: counts.overdue, filter: { ...base, standing: 'overdue' } },
    dueSoon: { count: counts['due-soon'], filter: { ...base, standing: 'due-soon' } },
    agenciesLate,
  };
}

/** Tasks that the documents of a plan order. */
export async function readPlanTasks(context: Context, planId: string) {
  const base: Query = { plan: planId, origin: 'document' };
  const count = async (query: Query) => totalOf(await countFollowed(context, filterIn(context, query)));
  return remembered(context, `plan tasks ${planId}`, async () => ({
    tasks: await count(base),
    tasksWithoutLead: await count({ ...base, lead: 'without' }),
    tasksWithoutDeadline: await count({ ...base, due: 'without' }),
  }));
}

function exceptionQuery(id: Exception, base: Query, today: string): Query {
  switch (id) {
    case 'overdue':
    case 'due-soon':
      return { ...base, standing: id };
    case 'long-wait':
      return { ...base, reportedTo: addDays(today, -LONG_WAIT_DAYS) };
    case 'asked':
      return { ...base, asked: '1' };
    case 'returned':
      // What was verified in the end hurts no longer.
      return { ...base, returns: String(MANY_RETURNS), state: 'assigned,accepted,in-progress,reported' };
    case 'not-accepted':
      return { ...base, state: 'assigned' };
    case 'to-assign':
      return { ...base, state: 'draft' };
  }
}

async function readException(context: Context, id: Exception, base: Query, show: number) {
  const query = exceptionQuery(id, base, context.today);
  const filter = filterIn(context, query);
  const count = totalOf(await countFollowed(context, filter));
  const rows =
    count > 0 && show > 0 && SHOWN.has(id)
      ? await listFollowed(context, filter, { sort: 'due', after: null, limit: show })
      : [];
  return { id, count, filter: { ...query }, items: await shapeFollowed(context, rows) };
}

/** The province's agencies in one question, so that they add up with the count above them. */
async function readAgencies(context: Context, whole: Query) {
  const byLead = await countByLead(context, filterIn(context, whole));
  const names = await organisationNames(context, byLead.keys(), context.today);
  return [...byLead]
    .map(([organisationId, counts]) => ({
      organisationId,
      name: names.get(organisationId) ?? '',
      total: totalOf(counts),
      counts,
      filter: { ...whole, organisation: organisationId, role: 'lead' },
    }))
    .sort(
      (a, b) =>
        b.counts.overdue - a.counts.overdue ||
        b.counts['due-soon'] - a.counts['due-soon'] ||
        a.name.localeCompare(b.name, 'vi'),
    );
}

/** From the first month with a deadline to the last, the empty ones between them too. */
async function readMonths(context: Context, base: Query) {
  const cells = await spreadFollowed(context, filterIn(context, base), { per: 'month', byLead: false });
  const counted = new Map(cells.flatMap(({ at, counts }) => (at === null ? [] : [[at, counts] as const])));
  return monthsOf([...counted.keys()], context.today).map((month) => {
    const counts: StandingCounts = { ...noCounts(), ...counted.get(month) };
    const total = totalOf(counts) - counts.suspended - counts.cancelled;
    const done = counts['done-on-time'] + counts['done-late'];
    return {
      month,
      done,
      late: counts.overdue,
      open: total - done - counts.overdue,
      total,
      filter: { ...base, from: `${month}-01`, to: lastOf(month), standing: MOVING },
    };
  });
}

/** All but what is suspended or cancelled. */
const MOVING = 'done-on-time,done-late,in-time,overdue,due-soon,not-started';

/** A deadline that was mistyped by a century draws no line of a century: months further from today are left out. */
const FAR = 60;

/** `2021-03` … between the first and the last of `months`, as far as they are near `today`. */
export function monthsOf(months: readonly string[], today: string): string[] {
  const ordinal = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
  const now = ordinal(today);
  const near = months.map(ordinal).filter((at) => Math.abs(at - now) <= FAR);
  if (near.length === 0) return [];
  const first = Math.min(...near);
  return Array.from({ length: Math.max(...near) - first + 1 }, (_, i) => {
    const at = first + i;
    return `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`;
  });
}

function lastOf(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}

function filterIn(context: Context, query: Query) {
  return filterOf(context, taskFilter.parse(query));
}
