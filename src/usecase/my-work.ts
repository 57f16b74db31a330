/**
 * Việc của tôi: sections of tasks, each with its count and its first tasks. Every section is a filter of the list of tasks,
 * so that a number and the list behind it can't differ.
 */
import { ok } from '#base/result.ts';
import { myWorkRoutes, type WORK_SCOPES, type WORK_SECTIONS } from '#contract/my-work.ts';
import { taskFilter } from '#contract/task.ts';
import type { Act } from '#delivery/act.ts';
import { noCounts, totalOf } from '#delivery/standing.ts';
import { allowedActs } from '#delivery/task-life.ts';
import { countAnyFollowed, countFollowed, listFollowed } from '#store/task-list.ts';
import { remembered } from './memo.ts';
import { filterOf } from './task-list.ts';
import { followedByIds, shapeFollowed } from './task-shape.ts';
import { type Actor, behind, type Context } from './usecase.ts';

type WorkScope = (typeof WORK_SCOPES)[number];
type SectionId = (typeof WORK_SECTIONS)[number];
/** As it stands in an address. */
type Query = Readonly<Record<string, string>>;

/** What was not broken off by an agency is the Office's to assign and to verify. */
export const WHOLES = 'document,directive,case';

/** Each scope with the tasks that it is about and its sections, in the order in which they want to be looked at. */
function sectionsOf(
  scope: WorkScope,
  actor: Actor,
): { base: Query; sections: readonly (readonly [SectionId, Query])[] } {
  if (scope === 'office') {
    const base = { origin: WHOLES };
    return {
      base,
      sections: [
        ['to-verify', { ...base, state: 'reported' }],
        ['to-answer', { ...base, asked: '1' }],
        ['overdue', { ...base, standing: 'overdue' }],
        ['due-soon', { ...base, standing: 'due-soon' }],
        ['to-assign', { ...base, state: 'draft' }],
        ['not-accepted', { ...base, state: 'assigned' }],
      ],
    };
  }
  if (scope === 'organisation') {
    const organisation = actor.organisationId ?? '';
    const base = { organisation, role: 'lead' };
    const parts = { origin: 'breakdown', assigner: organisation };
    return {
      base,
      sections: [
        ['to-verify', { ...parts, state: 'reported' }],
        ['to-answer', { ...parts, asked: '1' }],
        ['returned', { ...base, returned: '1' }],
        ['overdue', { ...base, standing: 'overdue' }],
        ['due-soon', { ...base, standing: 'due-soon' }],
        ['to-accept', { ...base, state: 'assigned' }],
        ['asked', { ...base, asked: '1' }],
        ['reported', { ...base, state: 'reported' }],
        ['supporting', { organisation, role: 'support', standing: 'overdue,due-soon' }],
      ],
    };
  }
  const base = { post: actor.postId ?? '' };
  return {
    base,
    sections: [
      ['returned', { ...base, returned: '1' }],
      ['overdue', { ...base, standing: 'overdue' }],
      ['due-soon', { ...base, standing: 'due-soon' }],
      ['working', { ...base, standing: 'in-time,no-deadline', state: 'accepted,in-progress' }],
      ['to-accept', { ...base, state: 'assigned' }],
      ['reported', { ...base, state: 'reported' }],
    ],
  };
}

/** What a post may look at, what it looks at first in front. */
export function scopesOf({ role, postId, organisationId }: Actor): WorkScope[] {
  const own: WorkScope[] = [...(postId === null ? [] : ['post' as const])];
  if (organisationId !== null) own.unshift('organisation');
  if (role === 'office') own.unshift('office');
  return role === 'officer' ? own.sort((a) => (a === 'post' ? -1 : 1)) : own;
}

export const readMyWork = behind(myWorkRoutes['GET /my-work'], 'my-work.read', 'read', async (context, input) => {
  const scopes = scopesOf(context.actor);
  const scope = scopes.find((one) => one === input.scope) ?? scopes[0] ?? 'post';
  const { today, actor } = context;
  if (scopes.length === 0) return ok({ scope, scopes, today, ...NOTHING });
  const { base, sections } = sectionsOf(scope, context.actor);
  // Told in one answer and kept until something happens: this is the page that everybody opens in the morning.
  const key = `my-work ${JSON.stringify([base, input.show, actor.role, actor.postId])}`;
  const found = await remembered(context, key, async () => {
    const counts = await countFollowed(context, filterIn(context, base));
    const shown = await Promise.all(sections.map(([id, query]) => readSection(context, id, query, input.show)));
    const { waiting } = await countCalls(context, scope, sections);
    return { total: totalOf(counts), counts, waiting, sections: shown.filter(({ count }) => count > 0) };
  });
  return ok({ scope, scopes, today, filter: { ...base }, ...found });
});

const NOTHING = { total: 0, waiting: 0, counts: noCounts(), filter: {}, sections: [] };

/** Sections whose tasks wait for who looks at them; what others have to do is only watched. */
const CALLS: Readonly<Record<WorkScope, readonly SectionId[]>> = {
  office: ['to-verify', 'to-answer', 'to-assign'],
  organisation: ['to-verify', 'to-answer', 'returned', 'overdue', 'to-accept'],
  post: ['returned', 'overdue', 'to-accept'],
};

/** What is proposed first of all that the post may do. */
const NEXT: readonly Act[] = ['verify', 'grant-extension', 'assign', 'accept', 'report-done', 'update', 'remind'];

/** What waits for who asks in the scope that they look at first; null for who has no post. */
export async function readCalls(context: Context) {
  const [scope] = scopesOf(context.actor);
  if (scope === undefined) return null;
  const { base, sections } = sectionsOf(scope, context.actor);
  const found = await remembered(context, `calls ${JSON.stringify([scope, base])}`, () =>
    countCalls(context, scope, sections),
  );
  return { scope, ...found };
}

async function countCalls(context: Context, scope: WorkScope, sections: readonly (readonly [SectionId, Query])[]) {
  const calls = sections.filter(([id]) => CALLS[scope].includes(id));
  const shown = await Promise.all(calls.map(([id, query]) => readSection(context, id, query, 0)));
  const waiting = await countAnyFollowed(
    context,
    calls.map(([, query]) => filterIn(context, query)),
  );
  const counted = shown.map(({ id, count, filter }) => ({ id, count, filter }));
  return { waiting, sections: counted.filter(({ count }) => count > 0) };
}

async function readSection(context: Context, id: SectionId, query: Query, show: number) {
  const filter = filterIn(context, query);
  const count = totalOf(await countFollowed(context, filter));
  const rows =
    count === 0 || show === 0 ? [] : await listFollowed(context, filter, { sort: 'due', after: null, limit: show });
  const allowed = new Map(rows.map((row) => [row.id, allowedActs(row, context.actor)]));
  const wholes = await followedByIds(context, [...new Set(rows.flatMap(({ parentId }) => parentId ?? []))]);
  const texts = new Map(wholes.map((one) => [one.id, one.text]));
  const items = (await shapeFollowed(context, rows)).map((item) => ({
    ...item,
    whole: item.parentId === null ? null : (texts.get(item.parentId) ?? null),
    next: NEXT.find((act) => allowed.get(item.id)?.includes(act)) ?? null,
  }));
  return { id, count, filter: { ...query }, items };
}

/** The same reading of a query that the list of tasks has. */
function filterIn(context: Context, query: Query) {
  return filterOf(context, taskFilter.parse(query));
}
