/**
 * What the calendar tells (nhắc hạn hằng ngày): once a day over all open tasks, page by page. Run twice it tells nothing
 * twice; after days on which it did not run it tells what is true today.
 */
import { dateIn } from '#base/date.ts';
import { ok } from '#base/result.ts';
import { PostDirectory } from '#delivery/notice.ts';
import { actionPlanNotice, calendarNotices, type OwedPlan } from '#delivery/notice-calendar.ts';
import { factsOf } from '#delivery/task-life.ts';
import { findPlanDue } from '#store/action-plans.ts';
import { listTellable, plansWithDays } from '#store/notice-candidates.ts';
import { workCalendar } from '#store/notice-settings.ts';
import { lastAssigned, postsToBeTold } from '#store/notices.ts';
import { readSetting, writeSetting } from '#store/settings.ts';
import { agencyPlans } from './action-plan-read.ts';
import { makeHandovers } from './handover-make.ts';
import { tell } from './notice-make.ts';
import type { Services } from './services.ts';
import { type Context, perform, systemActor, type UseCase } from './usecase.ts';
import { tellOfVacant } from './vacant-posts.ts';

const PAGE = 500;

/** Tells a province what the calendar says today; gives how many notices are new. Once done it is done for the day. */
export async function tellOfTheDay(services: Services, provinceId: number): Promise<number> {
  const as = systemActor(provinceId, []);
  const done = await readSetting<ToldOn>(services.database.scope(provinceId), 'told-on');
  if (done.value?.day === dateIn(services.clock())) return 0;
  let told = 0;
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof tellPage.run>> = await perform(services, tellPage, as, { after });
    if (!page.ok) return told;
    told += page.value.told;
    after = page.value.after;
  } while (after !== null);
  const rest = await perform(services, tellRest, as, undefined);
  return told + (rest.ok ? rest.value : 0);
}

/** Setting `told-on` of a province: the last day that was told of. */
interface ToldOn {
  readonly day: string;
}

const tellPage: UseCase<{ after: string | null }, { told: number; after: string | null }> = {
  name: 'notice.tell-calendar',
  access: 'public',
  kind: 'write',
  run: async (context, { after }) => {
    const rows = await listTellable(context, context.today, after, PAGE);
    const assigned = await lastAssigned(
      context,
      rows.filter((row) => row.leadIds.some((id) => !row.acceptedIds.includes(id))).map((row) => row.id),
    );
    const calendar = await workCalendar(context);
    const notices = rows.flatMap((row) =>
      calendarNotices(
        {
          id: row.id,
          words: row.text,
          origin: row.origin,
          facts: factsOf(row),
          assignedOn: assigned.get(row.id) ?? null,
        },
        context.today,
        calendar,
      ),
    );
    const told = await tell(context, notices, { posts: await everybody(context) });
    return ok({ told, after: rows.length < PAGE ? null : (rows.at(-1)?.id ?? null) });
  },
};

/** Plans of action, posts that nobody holds, handovers of appointments that begin today; then the day is done. */
const tellRest: UseCase<undefined, number> = {
  name: 'notice.tell-rest',
  access: 'public',
  kind: 'write',
  run: async (context) => {
    const posts = await everybody(context);
    const notices = (await owedPlans(context)).flatMap((one) => actionPlanNotice(one, context.today) ?? []);
    const told = await tell(context, notices, { posts });
    const vacant = await tellOfVacant(context, posts);
    await makeHandovers(context);
    const { version } = await readSetting<ToldOn>(context, 'told-on');
    await writeSetting(context, 'told-on', version, { day: context.today });
    return ok(told + vacant);
  },
};

/** Plans of action that are not issued, as the page of them counts. */
async function owedPlans(context: Context): Promise<OwedPlan[]> {
  const owed: OwedPlan[] = [];
  for (const planId of await plansWithDays(context)) {
    const plan = await findPlanDue(context, planId);
    for (const { organisation, dueOn, issuedOn } of plan ? await agencyPlans(context, planId, plan) : []) {
      if (issuedOn !== null || dueOn === null) continue;
      owed.push({ planId, planTitle: plan?.title ?? '', organisationId: organisation.id, dueOn });
    }
  }
  return owed;
}

async function everybody(context: Context): Promise<PostDirectory> {
  return new PostDirectory(await postsToBeTold(context, context.today));
}
