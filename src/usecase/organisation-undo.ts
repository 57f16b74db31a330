/** Takes changes of organisations back: every field that the event changed must still be what it left. */
import { canonicalJson, type Json } from '#base/canonical.ts';
import { err, ok, type Result } from '#base/result.ts';
import { type Problem, problem } from '#contract/problem.ts';
import { existsOn, hasCircle, nameOn, type OrganisationState } from '#plan/organisation.ts';
import type { EventBody } from '#store/event-log.ts';
import {
  deleteLineage,
  deleteOrganisation,
  insertLineage,
  isUsed,
  type StoredOrganisation,
} from '#store/organisation-state.ts';
import type { Undoer } from './event-undo.ts';
import { asJson, Structure, type StructureChange } from './organisation-structure.ts';
import type { Context } from './usecase.ts';

const CHANGED = problem(
  409,
  'undo-in-the-way',
  'Không hoàn tác được: cơ quan này đã thay đổi sau sự kiện này.',
  'It can’t be undone: the organisation changed after it.',
);

/** One organisation: `before` and `after` are the fields themselves. */
const ONE: Undoer = {
  access: 'organisation.edit',
  undo: (context, event) => {
    const id = event.subject.id;
    return restore(
      context,
      event,
      { organisations: { [id]: event.before as Partial<OrganisationState> | null }, lineage: [] },
      { organisations: { [id]: event.after as Partial<OrganisationState> | null }, lineage: [] },
    );
  },
};

/** Several at once. */
const SEVERAL: Undoer = {
  access: 'organisation.edit',
  undo: (context, event) =>
    restore(context, event, event.before as unknown as StructureChange, event.after as unknown as StructureChange),
};

export const ORGANISATION_UNDOERS: Readonly<Record<string, Undoer>> = {
  'organisation.founded': ONE,
  'organisation.corrected': ONE,
  'organisation.renamed': ONE,
  'organisation.name-corrected': ONE,
  'organisation.moved': ONE,
  'organisation.ended': ONE,
  'organisation.reopened': SEVERAL,
  'organisation.merged': SEVERAL,
  'organisation.split': SEVERAL,
  'organisation.imported': SEVERAL,
};

async function restore(
  context: Context,
  event: EventBody,
  before: StructureChange,
  after: StructureChange,
): Promise<Result<null, Problem>> {
  const structure = await Structure.open(context);
  const made: StoredOrganisation[] = [];
  for (const [id, left] of Object.entries(after.organisations)) {
    const one = structure.all.get(id);
    if (!one || left === null || !stands(one.state, left)) return err(CHANGED);
    const old = before.organisations[id];
    if (old === null || old === undefined) made.push(one);
    else structure.set(id, { ...one.state, ...old });
  }
  const wrong = checkParents(structure, new Set(made.map(({ id }) => id)));
  if (wrong) return err(wrong);
  const written = await structure.write();
  if (!written.ok) return written;
  const gone = after.lineage.filter(({ id }) => !before.lineage.some((link) => link.id === id));
  if (
    !(await deleteLineage(
      context,
      gone.map(({ id }) => id),
    ))
  )
    return err(CHANGED);
  const back = before.lineage.filter(({ id }) => !after.lineage.some((link) => link.id === id));
  await insertLineage(context, back, context.now);
  for (const one of withChildrenFirst(made)) {
    if (await isUsed(context, one.id)) return err(used(one, context.today));
    await deleteOrganisation(context, one.id);
  }
  context.record({
    kind: 'organisation.undone',
    subjectType: event.subject.type,
    subjectId: event.subject.id,
    title: event.subject.title,
    before: event.after,
    after: event.before,
  });
  for (const id of Object.keys(after.organisations)) context.tell('organisation', { id });
  return ok(null);
}

function stands(now: OrganisationState, left: Partial<OrganisationState>): boolean {
  return (Object.keys(left) as (keyof OrganisationState)[]).every(
    (key) => canonicalJson(asJson(now[key])) === canonicalJson(left[key] as Json),
  );
}

/** Below it first, so that nothing stands under what is taken out. */
function withChildrenFirst(made: readonly StoredOrganisation[]): StoredOrganisation[] {
  const left = new Map(made.map((one) => [one.id, one]));
  const order: StoredOrganisation[] = [];
  while (left.size > 0) {
    const above = new Set([...left.values()].flatMap(({ state }) => state.parents.map(({ parentId }) => parentId)));
    const leaves = [...left.values()].filter(({ id }) => !above.has(id));
    // A circle can't be: what is left goes in any order, and the check of its use refuses it.
    for (const one of leaves.length > 0 ? leaves : left.values()) {
      order.push(one);
      left.delete(one.id);
    }
  }
  return order;
}

/** Nothing may stand under what is not there, nor under itself. */
function checkParents(structure: Structure, gone: ReadonlySet<string>): Problem | null {
  for (const [id, { state }] of structure.all) {
    if (gone.has(id)) continue;
    for (const { parentId, from } of state.parents) {
      const parent = structure.all.get(parentId);
      const day = from ?? state.validFrom;
      const missing = !parent || gone.has(parentId) || (day !== null && !existsOn(parent.state, day));
      if (missing && structure.isTouched(id)) return CHANGED;
      if (gone.has(parentId)) return CHANGED;
    }
    if (structure.isTouched(id) && hasCircle(id, structure.parents, state.validFrom)) return CHANGED;
  }
  for (const [id, { state }] of structure.all) {
    const { validTo } = state;
    if (!structure.isTouched(id) || validTo === null) continue;
    if (structure.below(id, validTo).length > 0) return CHANGED;
  }
  return null;
}

function used(one: StoredOrganisation, on: string): Problem {
  const { name } = nameOn(one.state, on);
  return problem(
    409,
    'undo-in-the-way',
    `Không hoàn tác được: “${name}” đã có chức danh, nhiệm vụ, văn bản hoặc đơn vị trực thuộc.`,
    `It can’t be undone: “${name}” has posts, tasks, documents or bodies below it.`,
  );
}
