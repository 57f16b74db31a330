/** A leader, or the Office in a leader's name, gives a directive (ý kiến chỉ đạo): it becomes a followed task. */
import { err, ok, type Result } from '#base/result.ts';
import { directiveRoutes } from '#contract/directive.ts';
import { notFound, type Problem, problem } from '#contract/problem.ts';
import { findDirective, type LeaderPost, leaderPosts, planOfSubject } from '#store/directives.ts';
import { findPlan } from '#store/plans.ts';
import { makeDirective } from './directive-make.ts';
import { shapeDirective } from './directive-shape.ts';
import { behind, type Context } from './usecase.ts';

const LEADER_NEEDED = problem(
  422,
  'leader-needed',
  'Hãy chọn hoặc ghi lãnh đạo cho ý kiến.',
  'Say which leader gives it.',
);

/** `Chủ tịch UBND tỉnh Võ Trọng Hải`. */
export function leaderWords({ title, holder }: Pick<LeaderPost, 'title' | 'holder'>): string {
  return [title, holder].filter(Boolean).join(' ');
}

/** In whose name: a leader acts for the own post alone, the Office for any leader's. */
export async function findGiver(
  context: Context,
  given: { readonly postId?: string | null | undefined; readonly givenBy?: string | null | undefined },
): Promise<Result<{ postId: string | null; givenBy: string }, Problem>> {
  const { actor, today } = context;
  const posts = await leaderPosts(context, today);
  const wanted = actor.role === 'leader' ? actor.postId : (given.postId ?? null);
  const post = posts.find((one) => one.id === wanted);
  if (wanted !== null && !post) return err(notFound('chức danh lãnh đạo này', 'post of a leader'));
  const givenBy = (actor.role === 'leader' ? null : given.givenBy) || (post ? leaderWords(post) : null);
  return givenBy === null ? err(LEADER_NEEDED) : ok({ postId: wanted, givenBy });
}

export const giveDirective = behind(
  directiveRoutes['POST /directives'],
  'directive.give',
  'write',
  async (context, input) => {
    const giver = await findGiver(context, input);
    if (!giver.ok) return giver;
    const about = input.about ?? null;
    let planId = input.planId;
    if (about !== null) {
      const own = await planOfSubject(context, about.type, about.id);
      if (own === undefined) return err(notFound('nội dung được chỉ đạo', 'subject of the directive'));
      planId = own ?? planId;
    }
    if (!(await findPlan(context, planId, context.today))) return err(notFound('kế hoạch', 'plan'));
    const made = await makeDirective(context, {
      ...giver.value,
      planId,
      kind: 'directive',
      givenOn: input.givenOn ?? context.today,
      text: input.text,
      about,
      source: null,
      leads: input.leads,
      supports: input.supports,
      dueOn: input.dueOn ?? null,
      products: [],
    });
    if (!made.ok) return made;
    const row = await findDirective(context, made.value, context.today);
    return row ? ok(await shapeDirective(context, row)) : err(notFound('ý kiến chỉ đạo', 'directive'));
  },
);
