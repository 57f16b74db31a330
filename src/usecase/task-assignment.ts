/** Whom to assign a task to (đề xuất giao): the bodies that its document names, or who has their work today, with the reason. */
import { formatDate } from '#base/date.ts';
import { err, ok } from '#base/result.ts';
import { notFound } from '#contract/problem.ts';
import { taskRoutes } from '#contract/task.ts';
import type { FindOrganisation } from '#plan/organisation-find.ts';
import { organisationNames } from '#store/organisation-names.ts';
import { type Lineage, listLineage } from '#store/organisation-state.ts';
import { findLife } from '#store/task-life.ts';
import { type NamedInTask, namedAgencies } from '#store/tasks.ts';
import { organisationResolver } from './organisation-resolve.ts';
import { behind, type Context } from './usecase.ts';

interface Body {
  readonly organisationId: string;
  readonly name: string;
}

export interface Proposal {
  readonly role: 'lead' | 'support';
  readonly name: string;
  readonly named: Body | null;
  readonly proposed: Body | null;
  readonly reason: { readonly vi: string; readonly en: string } | null;
}

const BECAME: Readonly<Record<Lineage['kind'], readonly [string, string]>> = {
  merged: ['đã sáp nhập vào', 'was merged into'],
  split: ['đã chia, tách thành', 'was split into'],
  renamed: ['đã đổi tên thành', 'was renamed'],
  transferred: ['đã chuyển giao nhiệm vụ cho', 'handed its work over to'],
};

/** For many tasks at once: names, lineage and the resolver are read once. */
export async function proposeAssignments(
  context: Context,
  taskIds: readonly string[],
): Promise<Map<string, Proposal[]>> {
  const named = await namedAgencies(context, taskIds);
  const find = await organisationResolver(context, context.today);
  const found = named.map((one) => ({ one, hit: meant(find, one, context.today) }));
  const ids = found.flatMap(({ hit }) => (hit ? [hit.organisationId, hit.successorId ?? hit.organisationId] : []));
  const lineage = await listLineage(context);
  const names = await organisationNames(context, [...ids, ...lineage.map((one) => one.successorId)], context.today);
  const proposals = new Map<string, Proposal[]>(taskIds.map((id) => [id, []]));
  for (const { one, hit } of found) {
    const body = (id: string) => ({ organisationId: id, name: names.get(id) ?? one.name });
    const named = hit && body(hit.organisationId);
    const proposed = hit?.successorId ? body(hit.successorId) : null;
    proposals.get(one.taskId)?.push({
      role: one.role,
      name: one.name,
      named,
      proposed,
      reason: hit === null ? unknown(one.name) : reasonOf(hit, proposed, names, lineage, one.name),
    });
  }
  return proposals;
}

/** The name as of the document's day; what only a person could tell whom it means counts as it was told. */
function meant(find: FindOrganisation, one: NamedInTask, today: string) {
  const { organisationId } = one;
  const told = organisationId === null ? null : { organisationId, successorId: organisationId };
  return find({ name: one.name, code: null }, one.on ?? today) ?? told;
}

/** Why nobody is proposed for a name that no organisation bears. */
export function unknown(name: string) {
  return {
    vi: `Không tìm thấy cơ quan “${name}” trong danh mục của tỉnh. Hãy chọn cơ quan.`,
    en: `No organisation called “${name}” is known.`,
  };
}

/** Why another body than the printed one is proposed, or why nobody is; null when it is the same body today. */
export function reasonOf(
  hit: { readonly organisationId: string; readonly successorId: string | null },
  proposed: Body | null,
  names: ReadonlyMap<string, string>,
  lineage: readonly Lineage[],
  printed: string,
): Proposal['reason'] {
  if (hit.successorId === hit.organisationId) return null;
  if (proposed === null) {
    return {
      vi: `“${printed}” không còn hoạt động và chưa ghi cơ quan nào tiếp nhận. Hãy chọn cơ quan.`,
      en: `“${printed}” no longer exists and nobody is recorded as having its work.`,
    };
  }
  const steps = pathBetween(hit.organisationId, proposed.organisationId, lineage);
  if (steps.length === 0) {
    return {
      vi: `“${printed}” nay là “${proposed.name}”.`,
      en: `“${printed}” is “${proposed.name}” today.`,
    };
  }
  const vi = steps.map(
    (step) =>
      `${BECAME[step.kind][0]} “${names.get(step.successorId) ?? ''}” từ ${formatDate(step.on)}${step.basis ? ` (${step.basis})` : ''}`,
  );
  const en = steps.map((step) => `${BECAME[step.kind][1]} “${names.get(step.successorId) ?? ''}” on ${step.on}`);
  return { vi: `“${printed}” ${vi.join('; ')}.`, en: `“${printed}” ${en.join('; ')}.` };
}

/** The changes that lead from one organisation to another, in order; empty when none is known. */
function pathBetween(from: string, to: string, lineage: readonly Lineage[]): Lineage[] {
  const seen = new Set([from]);
  let open: { readonly at: string; readonly steps: readonly Lineage[] }[] = [{ at: from, steps: [] }];
  while (open.length > 0) {
    const next: typeof open = [];
    for (const { at, steps } of open) {
      for (const step of lineage) {
        if (step.predecessorId !== at || seen.has(step.successorId)) continue;
        if (step.successorId === to) return [...steps, step];
        seen.add(step.successorId);
        next.push({ at: step.successorId, steps: [...steps, step] });
      }
    }
    open = next;
  }
  return [];
}

export const readAssignment = behind(
  taskRoutes['GET /tasks/:id/assignment'],
  'task.assignment',
  'read',
  async (context, { id }) => {
    if (!(await findLife(context, id))) return err(notFound('nhiệm vụ', 'task'));
    const proposals = await proposeAssignments(context, [id]);
    return ok({ items: (proposals.get(id) ?? []).map((one) => ({ ...one })) });
  },
);
