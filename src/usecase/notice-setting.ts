/** What a person wants to be written of (cài đặt thông báo): the daily letter, its hour and days, what comes at once. */
import { err, ok, type Result } from '#base/result.ts';
import { type NoticeSetting, noticeRoutes } from '#contract/notice.ts';
import { conflict, NOT_SIGNED_IN, type Problem } from '#contract/problem.ts';
import { type NoticeWish, USUAL_WISH } from '#delivery/digest.ts';
import { findWish, saveWish } from '#store/notice-settings.ts';
import { findPerson } from '#store/people.ts';
import { behind, type Context } from './usecase.ts';

type View = NoticeSetting & { version: number; email: string | null; mail: boolean };

async function view(context: Context): Promise<Result<View, Problem>> {
  const { personId } = context.actor;
  const person = personId ? await findPerson(context, personId) : undefined;
  if (!person) return err(NOT_SIGNED_IN);
  const kept = await findWish(context, person.id);
  const wish: NoticeWish = { ...USUAL_WISH, ...kept?.value };
  return ok({
    ...wish,
    weekdays: [...wish.weekdays],
    atOnce: [...wish.atOnce],
    version: kept?.version ?? 0,
    email: person.email,
    mail: context.services.mail.configured,
  });
}

export const readNoticeSetting = behind(
  noticeRoutes['GET /notices/settings'],
  'notice.read-setting',
  'read',
  (context) => view(context),
);

/** Their own affair: it stands in no log of the province. */
export const changeNoticeSetting = behind(
  noticeRoutes['PUT /notices/settings'],
  'notice.change-setting',
  'write',
  async (context, { version, ...given }) => {
    const { personId } = context.actor;
    if (personId === null) return err(NOT_SIGNED_IN);
    const wish: NoticeWish = {
      ...given,
      weekdays: [...new Set(given.weekdays)].sort(),
      atOnce: [...new Set(given.atOnce)],
    };
    if (!(await saveWish(context, personId, version, wish))) {
      const now = await view(context);
      return now.ok ? err(conflict(now.value)) : now;
    }
    return view(context);
  },
);
