/** Before many tasks are assigned at once (giao nhiều nhiệm vụ): whom each would go to, and which can not be assigned. */
import { err, ok } from '#base/result.ts';
import { taskViewRoutes } from '#contract/task-views.ts';
import { performAct } from '#delivery/task-life.ts';
import { findLives } from '#store/task-life.ts';
import { chooseAgencies, findEndedAgency, isGone, NO_TASK } from './task-act.ts';
import { proposeAssignments } from './task-assignment.ts';
import { behind } from './usecase.ts';

export const previewAssignments = behind(
  taskViewRoutes['POST /tasks/assignments'],
  'task.preview-assign',
  'read',
  async (context, { ids }) => {
    const lives = (await findLives(context, [...new Set(ids)])).filter((life) => !isGone(life, context.today));
    if (lives.length === 0) return err(NO_TASK);
    const proposals = await proposeAssignments(
      context,
      lives.map((life) => life.id),
    );
    const ready: string[] = [];
    const successors: {
      id: string;
      text: string;
      items: {
        role: 'lead' | 'support';
        name: string;
        proposed: { organisationId: string; name: string } | null;
        vi: string;
        en: string;
      }[];
    }[] = [];
    const refused: { id: string; text: string; vi: string; en: string }[] = [];
    for (const life of lives) {
      const { id, text } = life;
      const own = proposals.get(id) ?? [];
      const input = { act: 'assign' as const, ...chooseAgencies({ act: 'assign' }, life, own) };
      const ended = await findEndedAgency(context, input);
      const result = ended ? err(ended) : performAct(life, input, context.actor, { today: context.today, evidence: 0 });
      const items = own.flatMap(({ role, name, proposed, reason }) =>
        reason ? [{ role, name, proposed, ...reason }] : [],
      );
      if (!result.ok) {
        // Why nobody was found says more than that nobody leads.
        const why = items.find((one) => one.role === 'lead' && one.proposed === null);
        const { vi, en } = result.error.code === 'lead-needed' && why ? why : result.error;
        refused.push({ id, text, vi, en });
        continue;
      }
      ready.push(id);
      if (items.length > 0) successors.push({ id, text, items });
    }
    return ok({ ready, successors, refused });
  },
);
