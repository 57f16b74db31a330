/**
 * Hoàn tác: takes an event back by a new one, as long as what it left still stands. For each kind of event there is a
 * way back here, or it can't be undone. The way back goes through the use case of the same right, so that nobody undoes
 * what they may not do.
 */
import { canonicalJson, type Json } from '#base/canonical.ts';
import { err, ok, type Result } from '#base/result.ts';
import { eventRoutes } from '#contract/event.ts';
import { notFound, type Problem, problem } from '#contract/problem.ts';
import { sentenceOf } from '#plan/event-words.ts';
import type { Right } from '#plan/rights.ts';
import { type EventBody, findEvent, findUndoing } from '#store/event-log.ts';
import { IMPORT_UNDOERS } from './action-plan-import.ts';
import { ACTION_PLAN_UNDOERS } from './action-plan-write.ts';
import { ALLOCATION_UNDOERS } from './allocation-undo.ts';
import { CASE_UNDOERS } from './backlog-undo.ts';
import { BREAKDOWN_UNDOERS } from './breakdown-undo.ts';
import { decideCitation } from './chain.ts';
import { DELIVERABLE_UNDOERS } from './deliverable-undo.ts';
import { DIRECTIVE_UNDOERS } from './directive-undo.ts';
import { correctHeader, deleteDocument, restoreDocument } from './document-library.ts';
import { editIndicator } from './indicator.ts';
import { INSPECTION_UNDOERS } from './inspection-undo.ts';
import { ORGANISATION_UNDOERS } from './organisation-undo.ts';
import { changePerson, disablePerson, enablePerson } from './people.ts';
import { PLAN_UNDOERS } from './plan-undo.ts';
import { changePost } from './posts.ts';
import { nameProvince, setSignIn } from './province-settings.ts';
import { openReview } from './review-shape.ts';
import { undoChange } from './review-undo.ts';
import { TASK_UNDOERS } from './task-undo.ts';
import { behind, type Context, deny, type UseCase } from './usecase.ts';

/** How an event is taken back. */
export interface Undoer {
  /** What the one who undoes must have the right to. */
  readonly access: Right;
  readonly undo: (context: Context, event: EventBody) => Promise<Result<unknown, Problem>>;
}

export const IN_THE_WAY = problem(
  409,
  'undo-in-the-way',
  'Không hoàn tác được: đã có thay đổi khác sau sự kiện này.',
  'It can’t be undone: something was changed after it.',
);
const CANNOT = problem(
  422,
  'cannot-undo',
  'Loại sự kiện này không hoàn tác được.',
  'Events of this kind can’t be undone.',
);

/** True when all that the event left is still there. */
export function stillStands(now: Readonly<Record<string, unknown>>, after: Json): boolean {
  const left = (after ?? {}) as Readonly<Record<string, Json>>;
  return Object.entries(left).every(
    ([key, value]) => canonicalJson((now[key] ?? null) as Json) === canonicalJson(value),
  );
}

interface Back<I> {
  readonly useCase: UseCase<I, unknown>;
  /** The row as it stands, by the names that the event uses; null: it is gone. */
  readonly now: (context: Context, event: EventBody) => Promise<Record<string, unknown> | null>;
  /** Only these of what the event left are compared; all unless said. */
  readonly compared?: readonly string[];
  readonly input: (event: EventBody, now: Record<string, unknown>) => I;
}

/** The way back is the way forth with the old values. */
function by<I>({ useCase, now, compared, input }: Back<I>): Undoer {
  return {
    access: useCase.access as Right,
    undo: async (context, event) => {
      const row = await now(context, event);
      if (!row) return err(notFound('đối tượng của sự kiện', 'subject of the event'));
      const after = compared
        ? Object.fromEntries(Object.entries((event.after ?? {}) as object).filter(([key]) => compared.includes(key)))
        : event.after;
      if (!stillStands(row, after as Json)) return err(IN_THE_WAY);
      return useCase.run(context, input(event, row));
    },
  };
}

const before = (event: EventBody) => (event.before ?? {}) as Record<string, never>;

async function documentNow(context: Context, { subject }: EventBody) {
  const row = await context.db
    .selectFrom('document')
    .selectAll()
    .where('province_id', '=', context.provinceId)
    .where('id', '=', subject.id)
    .executeTakeFirst();
  if (!row) return null;
  const { type, symbol, issuer, title, version } = row;
  return {
    type,
    symbol,
    issuer,
    title,
    issuedOn: row.issued_on,
    planYear: row.plan_year,
    version,
    deleted: row.deleted_at !== null,
  };
}

async function personNow(context: Context, { subject }: EventBody) {
  const row = await context.db
    .selectFrom('person')
    .select(['full_name as fullName', 'login', 'email', 'state', 'version'])
    .where('province_id', '=', context.provinceId)
    .where('id', '=', subject.id)
    .executeTakeFirst();
  return row ?? null;
}

async function rowNow(context: Context, table: 'post' | 'indicator', { subject }: EventBody) {
  const row = await context.db
    .selectFrom(table)
    .selectAll()
    .where('province_id', '=', context.provinceId)
    .where('id', '=', subject.id)
    .executeTakeFirst();
  return row ? (row as Record<string, unknown>) : null;
}

async function settingNow(context: Context, key: string) {
  const row = await context.db
    .selectFrom('setting')
    .select(['value', 'version'])
    .where('province_id', '=', context.provinceId)
    .where('key', '=', key)
    .executeTakeFirst();
  return row ? { ...(row.value as object), version: row.version } : null;
}

async function citationNow(context: Context, { subject }: EventBody) {
  const row = await context.db
    .selectFrom('citation_link')
    .select(['state', 'cited_id as citedId', 'version'])
    .where('province_id', '=', context.provinceId)
    .where('id', '=', subject.id)
    .executeTakeFirst();
  return row ?? null;
}

const CITATION = by({
  useCase: decideCitation,
  now: citationNow,
  input: (event, now) => {
    const { state, citedId } = before(event) as unknown as { state: string; citedId: string | null };
    const decision = state === 'confirmed' ? 'confirm' : state === 'refused' ? 'refuse' : 'open';
    return {
      id: event.subject.id,
      version: now.version as number,
      decision,
      ...(decision === 'confirm' && citedId ? { citedId } : {}),
    } as const;
  },
});

const REVIEW: Undoer = {
  access: 'review.decide',
  undo: async (context, event) => {
    const open = await openReview(context, event.subject.id);
    return open.ok ? undoChange(context, event.subject.id, event as never) : open;
  },
};

const UNDOERS: Readonly<Record<string, Undoer>> = {
  ...CASE_UNDOERS,
  ...INSPECTION_UNDOERS,
  ...ORGANISATION_UNDOERS,
  ...PLAN_UNDOERS,
  ...DIRECTIVE_UNDOERS,
  ...ALLOCATION_UNDOERS,
  ...DELIVERABLE_UNDOERS,
  ...TASK_UNDOERS,
  ...DELIVERABLE_UNDOERS,
  ...BREAKDOWN_UNDOERS,
  ...ACTION_PLAN_UNDOERS,
  ...IMPORT_UNDOERS,
  'review.decided': REVIEW,
  'review.edited': REVIEW,
  'review.added': REVIEW,
  'review.merged': REVIEW,
  'review.split': REVIEW,
  'citation.confirmed': CITATION,
  'citation.refused': CITATION,
  'citation.reopened': CITATION,
  'document.corrected': by({
    useCase: correctHeader,
    now: documentNow,
    input: (event, now) => ({ id: event.subject.id, version: now.version as number, ...before(event) }),
  }),
  'document.deleted': by({
    useCase: restoreDocument,
    now: documentNow,
    input: (event) => ({ id: event.subject.id }) as never,
  }),
  'document.restored': by({
    useCase: deleteDocument,
    now: documentNow,
    input: (event, now) => ({ id: event.subject.id, version: now.version as number }),
  }),
  'indicator.edited': by({
    useCase: editIndicator,
    now: (context, event) => rowNow(context, 'indicator', event),
    input: (event, now) => ({ id: event.subject.id, version: now.version as number, ...before(event) }) as never,
  }),
  'person.changed': by({
    useCase: changePerson,
    now: personNow,
    input: (event, now) => ({ id: event.subject.id, version: now.version as number, ...before(event) }),
  }),
  'person.disabled': by({
    useCase: enablePerson,
    now: personNow,
    compared: ['state'],
    input: (event, now) => ({ id: event.subject.id, version: now.version as number }),
  }),
  'person.enabled': by({
    useCase: disablePerson,
    now: personNow,
    compared: ['state'],
    input: (event, now) => ({ id: event.subject.id, version: now.version as number }),
  }),
  'post.changed': by({
    useCase: changePost,
    now: (context, event) => rowNow(context, 'post', event),
    input: (event, now) => ({ id: event.subject.id, version: now.version as number, ...before(event) }),
  }),
  'setting.province-named': by({
    useCase: nameProvince,
    now: (context) => settingNow(context, 'province'),
    input: (event, now) => ({ version: now.version as number, name: before(event).name as unknown as string }),
  }),
  'setting.sign-in-changed': by({
    useCase: setSignIn,
    now: (context) => settingNow(context, 'sign-in'),
    input: (event, now) => ({ version: now.version as number, totpRoles: before(event).totpRoles as never }),
  }),
};

export function isUndoable(kind: string): boolean {
  return kind in UNDOERS;
}

export const undoEvent = behind(
  eventRoutes['POST /events/:id/undo'],
  'event.undo',
  'write',
  async (context, { id, reason }) => {
    const event = await findEvent(context, id);
    if (!event) return err(notFound('sự kiện này', 'event'));
    const undoer = UNDOERS[event.body.kind];
    if (!undoer) return err(CANNOT);
    const denied = deny({ access: undoer.access }, context.actor);
    if (denied) return err(denied);
    const by = await findUndoing(context, event);
    if (by) {
      return err(
        problem(
          409,
          'already-undone',
          `Sự kiện này đã được hoàn tác (số ${by.seq}).`,
          `It was undone already (${by.seq}).`,
        ),
      );
    }
    // What the way back records, it records as undoing this event.
    let recorded = 0;
    const inner: Context = {
      ...context,
      record: (one) => {
        recorded += 1;
        context.record({ ...one, reason, undoes: recorded === 1 ? id : null });
      },
    };
    const undone = await undoer.undo(inner, event.body);
    if (!undone.ok) return undone.error.code === 'conflict' ? err(IN_THE_WAY) : undone;
    if (recorded === 0) throw new Error(`undoing ${sentenceOf({ ...event.body, title: null })} recorded nothing`);
    return ok({ undone: true as const });
  },
);
