/** Hợp nhất, sáp nhập, chia, tách: organisations that end, those that take over, and the lineage between them. */
import { err, ok, type Result } from '#base/result.ts';
import { organisationRoutes } from '#contract/organisation.ts';
import { type Problem, problem } from '#contract/problem.ts';
import { end, existsOn, found, move, nameOn, parentOn } from '#plan/organisation.ts';
import type { StoredOrganisation } from '#store/organisation-state.ts';
import { viewOf } from './organisation-shape.ts';
import { asJson, Structure } from './organisation-structure.ts';
import { behind, type Context } from './usecase.ts';

type Successor =
  | { readonly id: string }
  | {
      readonly name: string;
      readonly shortName: string | null;
      readonly kind: string;
      readonly code?: string | null | undefined;
      readonly parentId: string | null;
    };

interface When {
  readonly on: string;
  readonly basis: string;
}

const TOO_FEW = problem(
  422,
  'too-few',
  'Cần ít nhất hai cơ quan: một cơ quan thành một cơ quan khác là đổi tên.',
  'It takes at least two: one that becomes another is renamed.',
);
const NOT_THERE = problem(
  422,
  'successor-not-there',
  'Cơ quan tiếp nhận không tồn tại vào ngày đó.',
  'The successor does not exist on that day.',
);

export const mergeOrganisations = behind(
  organisationRoutes['POST /organisations/merge'],
  'organisation.merge',
  'write',
  async (context, { predecessors, successor, on, basis }) => {
    const structure = await Structure.open(context);
    const given = [...new Map(predecessors.map((one) => [one.id, one])).values()];
    const ending: StoredOrganisation[] = [];
    for (const { id, version } of given) {
      if ('id' in successor && successor.id === id) continue;
      const one = structure.take(id, version);
      if (!one.ok) return one;
      ending.push(one.value);
    }
    if (ending.length < ('id' in successor ? 1 : 2)) return err(TOO_FEW);
    const names = ending.map((one) => nameOn(one.state, on).name);
    const next = await successorOf(structure, successor, { on, basis }, new Set(ending.map(({ id }) => id)));
    if (!next.ok) return next;
    for (const one of ending) {
      const gone = await endInto(structure, one, next.value, { on, basis });
      if (gone) return err(gone);
      structure.link({
        predecessorId: one.id,
        successorId: next.value,
        kind: 'merged',
        on,
        basis,
        ordinal: 0,
      });
    }
    return finish(context, structure, {
      kind: 'organisation.merged',
      subjectId: next.value,
      ended: ending.map(({ id }) => id),
      took: [next.value],
      summary: { predecessors: names, successors: [nameIn(structure, next.value, on)], on },
      basis,
      on,
    });
  },
);

export const splitOrganisation = behind(
  organisationRoutes['POST /organisations/:id/split'],
  'organisation.split',
  'write',
  async (context, { id, version, successors, keeps, on, basis }) => {
    if (successors.length < (keeps ? 1 : 2)) return err(TOO_FEW);
    const structure = await Structure.open(context);
    const one = structure.take(id, version);
    if (!one.ok) return one;
    if (!existsOn(one.value.state, on)) return err(NOT_THERE);
    const name = nameOn(one.value.state, on).name;
    const took: string[] = [];
    for (const [ordinal, given] of successors.entries()) {
      const next = await successorOf(structure, given, { on, basis }, new Set(keeps ? [] : [id]), ordinal);
      if (!next.ok) return next;
      if (next.value === id || took.includes(next.value)) return err(NOT_THERE);
      took.push(next.value);
      structure.link({ predecessorId: id, successorId: next.value, kind: 'split', on, basis, ordinal });
    }
    if (!keeps) {
      const gone = await endInto(structure, one.value, took[0] as string, { on, basis });
      if (gone) return err(gone);
    }
    return finish(context, structure, {
      kind: 'organisation.split',
      subjectId: id,
      ended: keeps ? [] : [id],
      took,
      summary: { predecessors: [name], successors: took.map((next) => nameIn(structure, next, on)), on },
      basis,
      on,
    });
  },
);

/** The one that takes over: there on that day, or founded on it. */
async function successorOf(
  structure: Structure,
  given: Successor,
  { on, basis }: When,
  ending: ReadonlySet<string>,
  place = 0,
): Promise<Result<string, Problem>> {
  if ('id' in given) {
    const one = structure.all.get(given.id);
    return one && existsOn(one.state, on) && !ending.has(given.id) ? ok(given.id) : err(NOT_THERE);
  }
  const { name, shortName, kind, code, parentId } = given;
  const clash = ending.size > 0 ? null : structure.nameTaken(name, parentId, on, null);
  const wrong = structure.parentThere(parentId, on) ?? clash ?? structure.codeTaken(code, null);
  if (wrong) return err(wrong);
  if (parentId !== null && ending.has(parentId)) return err(NOT_THERE);
  const state = found({
    kind,
    code: code ?? null,
    name: name.normalize('NFC'),
    shortName: shortName?.normalize('NFC') ?? null,
    parentId,
    from: on,
    basis,
  });
  return ok(structure.add(state, (await structure.nextPosition()) + place * 10));
}

/** Ends one; the bodies below it go on under its main successor. */
async function endInto(
  structure: Structure,
  one: StoredOrganisation,
  successorId: string,
  { on, basis }: When,
): Promise<Problem | null> {
  for (const child of structure.below(one.id, on)) {
    if (child.id === successorId) continue;
    const moved = move(child.state, { id: child.id, parentId: successorId, from: on, parents: structure.parents });
    // One that began on this very day stood nowhere before.
    if (!moved.ok)
      return problem(422, moved.error.code, `${nameOn(child.state, on).name}: ${moved.error.vi}`, moved.error.en);
    structure.set(child.id, moved.value);
  }
  const state = structure.all.get(one.id)?.state ?? one.state;
  const successor = structure.all.get(successorId) as StoredOrganisation;
  if (parentOn(successor.state, on) === one.id) {
    const up = move(successor.state, {
      id: successorId,
      parentId: parentOn(state, on),
      from: on,
      parents: structure.parents,
    });
    if (!up.ok) return problem(422, up.error.code, up.error.vi, up.error.en);
    structure.set(successorId, up.value);
  }
  const ended = end(state, { on, basis });
  if (!ended.ok) {
    const name = nameOn(state, on).name;
    return problem(422, ended.error.code, `${name}: ${ended.error.vi}`, `${name}: ${ended.error.en}`);
  }
  structure.set(one.id, ended.value);
  return null;
}

function nameIn(structure: Structure, id: string, on: string): string {
  const one = structure.all.get(id);
  return one ? nameOn(one.state, on).name : '';
}

interface Outcome {
  readonly kind: 'organisation.merged' | 'organisation.split';
  readonly subjectId: string;
  readonly ended: readonly string[];
  readonly took: readonly string[];
  readonly summary: { readonly predecessors: string[]; readonly successors: string[]; readonly on: string };
  readonly basis: string;
  readonly on: string;
}

async function finish(context: Context, structure: Structure, outcome: Outcome) {
  const { kind, subjectId, ended, took, summary, basis, on } = outcome;
  const written = await structure.write();
  if (!written.ok) return written;
  const { before, after } = written.value;
  context.record({
    kind,
    subjectType: 'organisation',
    subjectId,
    title: nameIn(structure, subjectId, on),
    before: asJson(before),
    after: asJson({ ...after, ...summary }),
    reason: basis,
  });
  // In the history of each that it touched; undone together with the event above.
  for (const id of new Set([...ended, ...took])) {
    if (id === subjectId) continue;
    context.record({
      kind: ended.includes(id) ? 'organisation.gave-over' : 'organisation.took-over',
      subjectType: 'organisation',
      subjectId: id,
      title: nameIn(structure, id, on),
      after: { how: kind, ...summary },
      reason: basis,
    });
  }
  context.tell('organisation', { id: subjectId });
  const touched = [...new Set([...ended, ...took, subjectId])];
  return ok({
    organisations: touched.map((id) => viewOf(structure.all.get(id) as StoredOrganisation, structure.all, on)),
  });
}
