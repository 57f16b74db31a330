/** Bàn giao read and received: by who follows, who left, the head of the organisation and the Office. */
import type { z } from 'zod';
import { err, ok, type Result } from '#base/result.ts';
import { handoverRoutes, type handoverSchema } from '#contract/handover.ts';
import { notFound, type Problem, problem } from '#contract/problem.ts';
import { findHandover, type HandoverRow, listHandovers, receiveHandover } from '#store/handovers.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { behind, type Context } from './usecase.ts';

type View = z.output<typeof handoverSchema>;

const NONE = notFound('lần bàn giao này', 'handover');
const NOT_YOURS = problem(
  403,
  'not-yours',
  'Chỉ người nhận bàn giao được xác nhận.',
  'Only who receives the handover may confirm it.',
);

function itemOf({ actor }: Context, row: HandoverRow) {
  const { id, onDay, madeAt, receivedAt, body } = row;
  const { post, organisation, from, to } = body;
  return {
    ...{ id, post, organisation, from, to, onDay, madeAt, receivedAt },
    mine: row.toPersonId !== null && row.toPersonId === actor.personId,
    tasks: Math.max(0, ...body.lists.map((list) => list.count)),
  };
}

function viewOf(context: Context, row: HandoverRow): View {
  const { lists, cases, directives, unread } = row.body;
  return {
    ...itemOf(context, row),
    lists: lists.map(({ query, items, ...list }) => ({ ...list, filter: { ...query }, items: [...items] })),
    cases: [...cases],
    directives: [...directives],
    unread,
  };
}

/** Those of the whole province are the Office's and the administrator's to see; a head sees those of the organisation. */
function seesAll({ actor }: Context): boolean {
  return actor.role === 'office' || actor.role === 'admin';
}

function headOf({ actor }: Context): string | null {
  return actor.role === 'agency-lead' ? actor.organisationId : null;
}

function mayRead(context: Context, row: HandoverRow): boolean {
  const { personId } = context.actor;
  if (seesAll(context)) return true;
  if (personId !== null && (row.fromPersonId === personId || row.toPersonId === personId)) return true;
  return headOf(context) !== null && headOf(context) === row.organisationId;
}

export const readHandovers = behind(
  handoverRoutes['GET /handovers'],
  'handover.list',
  'read',
  async (context, input) => {
    const cursor = readCursor(input.cursor, { madeAt: 'instant' });
    if (!cursor.ok) return cursor;
    const { personId } = context.actor;
    const rows = await listHandovers(context, {
      whose: seesAll(context) ? null : { personId, organisationId: headOf(context) },
      toReceive: input.open === '1' ? personId : null,
      after: cursor.value && { madeAt: cursor.value.madeAt ?? '', id: cursor.value.id },
      limit: input.limit + 1,
    });
    const items = rows.slice(0, input.limit);
    const last = items.at(-1);
    return ok({
      items: items.map((row) => itemOf(context, row)),
      nextCursor: rows.length > input.limit && last ? writeCursor({ madeAt: last.madeAt, id: last.id }) : null,
      total: null,
    });
  },
);

async function view(context: Context, id: string): Promise<Result<View, Problem>> {
  const row = await findHandover(context, id);
  return row && mayRead(context, row) ? ok(viewOf(context, row)) : err(NONE);
}

export const readHandover = behind(handoverRoutes['GET /handovers/:id'], 'handover.read', 'read', (context, { id }) =>
  view(context, id),
);

export const receive = behind(
  handoverRoutes['POST /handovers/:id/receive'],
  'handover.receive',
  'write',
  async (context, { id }) => {
    const row = await findHandover(context, id);
    if (!row || !mayRead(context, row)) return err(NONE);
    if (row.toPersonId !== context.actor.personId) return err(NOT_YOURS);
    if (await receiveHandover(context, id, context.now)) {
      context.record({ kind: 'handover.received', subjectType: 'handover', subjectId: id, title: row.body.post });
    }
    return view(context, id);
  },
);
