/** Changes of one organisation: thêm, đổi tên, đính chính tên, chuyển cơ quan chủ quản, kết thúc, mở lại. */
import { formatDate } from '#base/date.ts';
import { err, ok, type Result } from '#base/result.ts';
import { type OrganisationDetail, organisationRoutes } from '#contract/organisation.ts';
import { type Problem, problem } from '#contract/problem.ts';
import {
  correctName,
  difference,
  end,
  existsOn,
  found,
  move,
  nameOn,
  type OrganisationRefusal,
  type OrganisationState,
  parentOn,
  rename,
  reopen,
} from '#plan/organisation.ts';
import { deleteLineage, listLineage, type StoredOrganisation } from '#store/organisation-state.ts';
import { detailOf, refused } from './organisation-shape.ts';
import { asJson, Structure } from './organisation-structure.ts';
import { behind, type Context } from './usecase.ts';

interface Change {
  readonly id: string;
  readonly version: number;
  /** What the log calls it. */
  readonly kind: string;
  readonly reason?: string | null | undefined;
  /** The day that the title and the answer are of. */
  readonly on?: string;
  readonly apply: (one: StoredOrganisation, all: Structure) => Result<OrganisationState, OrganisationRefusal>;
  readonly check?: (one: StoredOrganisation, all: Structure) => Problem | null;
}

/** Changes one organisation and tells the log the fields that changed. */
async function change(context: Context, given: Change): Promise<Result<OrganisationDetail, Problem>> {
  const structure = await Structure.open(context);
  const one = structure.take(given.id, given.version);
  if (!one.ok) return one;
  const wrong = given.check?.(one.value, structure);
  if (wrong) return err(wrong);
  const state = given.apply(one.value, structure);
  if (!state.ok) return refused(state.error);
  const { before, after } = difference(one.value.state, state.value);
  structure.set(given.id, state.value);
  const written = await structure.write();
  if (!written.ok) return written;
  context.record({
    kind: given.kind,
    subjectType: 'organisation',
    subjectId: given.id,
    title: nameOn(one.value.state, given.on ?? context.today).name,
    before: asJson(before),
    after: asJson(after),
    reason: given.reason ?? null,
  });
  context.tell('organisation', { id: given.id });
  return detailOf(context, given.id, context.today);
}

export const foundOrganisation = behind(
  organisationRoutes['POST /organisations'],
  'organisation.found',
  'write',
  async (context, { name, shortName, kind, code, parentId, from, basis }) => {
    const structure = await Structure.open(context);
    const on = from ?? context.today;
    const state = found({
      kind,
      code: code ?? null,
      name: name.normalize('NFC'),
      shortName: shortName?.normalize('NFC') ?? null,
      parentId,
      from,
      basis,
    });
    const wrong =
      structure.parentThere(parentId, on) ??
      structure.nameTaken(name, parentId, on, null) ??
      structure.codeTaken(code, null);
    if (wrong) return err(wrong);
    const id = structure.add(state, await structure.nextPosition());
    const written = await structure.write();
    if (!written.ok) return written;
    context.record({
      kind: 'organisation.founded',
      subjectType: 'organisation',
      subjectId: id,
      title: name,
      before: null,
      after: asJson(state),
      reason: basis,
    });
    context.tell('organisation', { id });
    return detailOf(context, id, context.today);
  },
);

export const correctOrganisation = behind(
  organisationRoutes['PATCH /organisations/:id'],
  'organisation.correct',
  'write',
  (context, { id, version, kind, code }) =>
    change(context, {
      id,
      version,
      kind: 'organisation.corrected',
      check: (_, structure) => structure.codeTaken(code, id),
      apply: ({ state }) =>
        ok({ ...state, ...(kind === undefined ? {} : { kind }), ...(code === undefined ? {} : { code }) }),
    }),
);

export const renameOrganisation = behind(
  organisationRoutes['POST /organisations/:id/rename'],
  'organisation.rename',
  'write',
  (context, { id, version, name, shortName, from, basis }) =>
    change(context, {
      id,
      version,
      kind: 'organisation.renamed',
      reason: basis,
      on: from,
      check: ({ state }, structure) => structure.nameTaken(name, parentOn(state, from), from, id),
      apply: ({ state }) =>
        rename(state, {
          name: name.normalize('NFC'),
          shortName: shortName?.normalize('NFC') ?? null,
          from,
          basis,
        }),
    }),
);

export const correctOrganisationName = behind(
  organisationRoutes['PATCH /organisations/:id/names/:ordinal'],
  'organisation.correct-name',
  'write',
  (context, { id, version, ordinal, name, shortName, reason }) =>
    change(context, {
      id,
      version,
      kind: 'organisation.name-corrected',
      reason,
      apply: ({ state }) =>
        correctName(state, ordinal, {
          name: name.normalize('NFC'),
          shortName: shortName?.normalize('NFC') ?? null,
        }),
    }),
);

export const moveOrganisation = behind(
  organisationRoutes['POST /organisations/:id/move'],
  'organisation.move',
  'write',
  (context, { id, version, parentId, from, reason }) =>
    change(context, {
      id,
      version,
      kind: 'organisation.moved',
      reason,
      on: from,
      check: (_, structure) => structure.parentThere(parentId, from),
      apply: ({ state }, structure) => move(state, { id, parentId, from, parents: structure.parents }),
    }),
);

export const endOrganisation = behind(
  organisationRoutes['POST /organisations/:id/end'],
  'organisation.end',
  'write',
  (context, { id, version, on, basis }) =>
    change(context, {
      id,
      version,
      kind: 'organisation.ended',
      reason: basis,
      on,
      check: (_, structure) => {
        const below = structure.below(id, on);
        if (below.length === 0) return null;
        const names = below.slice(0, 3).map((child) => nameOn(child.state, on).name);
        const more = below.length > 3 ? ` và ${below.length - 3} đơn vị khác` : '';
        return problem(
          422,
          'has-children',
          `Ngày ${formatDate(on)} còn đơn vị trực thuộc: ${names.join(', ')}${more}. Hãy chuyển hoặc kết thúc các đơn vị này trước.`,
          `On ${on} there are bodies below it: ${names.join(', ')}. Move or end them first.`,
        );
      },
      apply: ({ state }) => end(state, { on, basis }),
    }),
);

/** What it was said to have become is taken back too. */
export const reopenOrganisation = behind(
  organisationRoutes['POST /organisations/:id/reopen'],
  'organisation.reopen',
  'write',
  async (context, { id, version, reason }) => {
    const structure = await Structure.open(context);
    const one = structure.take(id, version);
    if (!one.ok) return one;
    const { state: old } = one.value;
    const state = reopen(old);
    if (!state.ok) return refused(state.error);
    const on = old.validTo as string;
    const parentId = parentOn(state.value, on);
    const above = parentId === null ? undefined : structure.all.get(parentId);
    if (above && !existsOn(above.state, on)) {
      const name = nameOn(above.state, on).name;
      return err(
        problem(
          422,
          'parent-not-there',
          `Cơ quan chủ quản “${name}” đã kết thúc: hãy mở lại cơ quan đó trước.`,
          `The body above, “${name}”, has ended: reopen it first.`,
        ),
      );
    }
    structure.set(id, state.value);
    const written = await structure.write();
    if (!written.ok) return written;
    const lineage = (await listLineage(context, id)).filter((link) => link.predecessorId === id && link.on === on);
    await deleteLineage(
      context,
      lineage.map((link) => link.id),
    );
    context.record({
      kind: 'organisation.reopened',
      subjectType: 'organisation',
      subjectId: id,
      title: nameOn(old, on).name,
      before: asJson({ ...written.value.before, lineage }),
      after: asJson(written.value.after),
      reason,
    });
    context.tell('organisation', { id });
    return detailOf(context, id, context.today);
  },
);
