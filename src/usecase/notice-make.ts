/**
 * Telling (thông báo): what people did is told in the transaction of what they did, what the calendar says once a day;
 * always to posts, each thing once.
 */
import type { Act } from '#delivery/act.ts';
import {
  AT_ONCE_KINDS,
  type AtOnceKind,
  type Audience,
  type Doer,
  type Notice,
  PostDirectory,
  postsToTell,
  shortened,
} from '#delivery/notice.ts';
import { type DoneAct, gathered, noticesOfAct } from '#delivery/notice-act.ts';
import type { LifeFacts, TaskOrigin } from '#delivery/task-life.ts';
import { insertNotices, postsToBeTold, takeBackNotices, wantAtOnce } from '#store/notices.ts';
import { organisationNames } from '#store/organisation-names.ts';
import type { Context } from './usecase.ts';

/** The job of a letter that somebody wants at once. */
export const NOTICE_LETTER = 'notice-letter';
export interface NoticeLetter {
  readonly provinceId: number;
  readonly noticeId: string;
  readonly personId: string;
}

/** More of the same act at one stroke are told as one. */
const TOLD_SINGLY = 3;

/** An act as `actOn` has just done it. */
export interface ToldAct {
  readonly life: { readonly id: string; readonly text: string; readonly origin: TaskOrigin } & LifeFacts;
  readonly actId: string;
  readonly act: Act;
  readonly text: string | null;
  readonly after: LifeFacts;
}

/** Tells of an act on a task. Call it in the transaction of the act. */
export function tellOfAct(context: Context, told: ToldAct): Promise<void> {
  return tellOfActs(context, [told]);
}

/** Tells of several acts at one stroke: many of one kind to one post are one notice. */
export async function tellOfActs(context: Context, told: readonly ToldAct[]): Promise<void> {
  if (told.length === 0) return;
  const { actor } = context;
  const names = actor.organisationId ? await organisationNames(context, [actor.organisationId], context.today) : null;
  const who = names?.get(actor.organisationId ?? '') ?? null;
  const notices = told.flatMap(({ life, actId, act, text, after }) => {
    const done: DoneAct = {
      taskId: life.id,
      actId,
      act,
      origin: life.origin,
      words: life.text,
      who,
      reason: text,
      before: life,
      after,
    };
    return noticesOfAct(done);
  });
  await tell(context, notices, { doer: actor, gather: told.length > TOLD_SINGLY });
}

/** Ý kiến chỉ đạo: the heads of who is to carry it out. `taskId`: the task that came of it. */
export async function tellOfDirective(
  context: Context,
  directive: {
    readonly id: string;
    readonly kind?: 'directive' | 'conclusion';
    readonly givenBy: string;
    readonly text: string;
    readonly dueOn: string | null;
    readonly taskId: string | null;
    readonly organisationIds: readonly string[];
    readonly postId?: string | null;
  },
): Promise<void> {
  const { id, givenBy, text, dueOn, taskId, organisationIds, postId = null } = directive;
  const waits = organisationIds.length === 0 && postId === null;
  const until = dueOn === null ? '' : `, thời hạn ${dueOn.split('-').reverse().join('/')}`;
  const to: readonly Audience[] = [
    // Without a body that is to carry it out it waits for the Office to assign it.
    waits ? { to: 'office' } : { to: 'heads', organisationIds },
    ...(postId === null ? [] : [{ to: 'post', postId } as const]),
  ];
  const link = taskId === null ? '/nhiem-vu/chi-dao' : `/nhiem-vu/${taskId}`;
  const what = directive.kind === 'conclusion' ? 'Kết luận' : 'Ý kiến chỉ đạo';
  const title = `${what} của ${givenBy}${waits ? ', chờ giao' : until}`;
  const subject = { subjectType: 'directive', subjectId: id } as const;
  const notice: Notice = {
    kind: 'directive',
    key: `directive:${id}`,
    to,
    title,
    text: shortened(text, 600),
    link,
    ...subject,
  };
  await tell(context, [notice], { doer: context.actor });
}

/** Tasks that were born assigned (parts of a breakdown, what came of a directive or a case): who leads and who does them. */
export async function tellOfNewTasks(
  context: Context,
  tasks: readonly {
    readonly id: string;
    readonly text: string;
    readonly dueOn: string | null;
    readonly leadIds: readonly string[];
    readonly supportIds?: readonly string[];
    readonly postId: string | null;
  }[],
): Promise<void> {
  const notices = tasks.flatMap(({ id, text, dueOn, leadIds, supportIds = [], postId }) => {
    const until = dueOn === null ? '' : `, thời hạn ${dueOn.split('-').reverse().join('/')}`;
    const rest = {
      key: `new:${id}`,
      text: shortened(text),
      link: `/nhiem-vu/${id}`,
      subjectType: 'task',
      subjectId: id,
    } as const;
    const heads = (organisationIds: readonly string[]): Audience => ({ to: 'heads', organisationIds });
    const doer: Notice[] =
      postId === null
        ? []
        : [
            {
              ...rest,
              kind: 'doer-named',
              to: [{ to: 'post', postId }],
              title: `Được phân công thực hiện nhiệm vụ${until}`,
            },
          ];
    return [
      ...doer,
      { ...rest, kind: 'assigned', to: [heads(leadIds)], title: `Được giao chủ trì nhiệm vụ${until}` } as const,
      {
        ...rest,
        kind: 'assigned',
        to: [heads(supportIds)],
        title: `Được giao phối hợp thực hiện nhiệm vụ${until}`,
      } as const,
    ];
  });
  await tell(context, notices, { doer: context.actor, gather: tasks.length > TOLD_SINGLY });
}

export interface TellOptions {
  /** Who did it, and is not told. */
  readonly doer?: Doer | null;
  /** Notices of one kind and title to one post become one. */
  readonly gather?: boolean;
  /** The posts of the province, when they were read already. */
  readonly posts?: PostDirectory;
}

/** Writes notices to the posts that they are for; open pages of those posts hear of it. Gives how many are new. */
export async function tell(context: Context, notices: readonly Notice[], options: TellOptions = {}): Promise<number> {
  if (notices.length === 0) return 0;
  const posts = options.posts ?? (await directoryFor(context, notices));
  const byPost = new Map<string, Notice[]>();
  for (const notice of notices) {
    for (const postId of postsToTell(notice, posts, options.doer ?? null)) {
      const list = byPost.get(postId);
      if (list) list.push(notice);
      else byPost.set(postId, [notice]);
    }
  }
  const rows = [...byPost].flatMap(([postId, list]) =>
    (options.gather ? gather(list) : list).map(({ to: _, officeIfVacant: __, ...notice }) => ({ ...notice, postId })),
  );
  const made = await insertNotices(context, rows, context.now);
  for (const postId of new Set(made.map((one) => one.postId))) context.tell(`notice:${postId}`, {});
  await askForLetters(context, made);
  return made.length;
}

async function directoryFor(context: Context, notices: readonly Notice[]): Promise<PostDirectory> {
  const audiences = notices.flatMap((notice) => notice.to);
  const organisationIds = audiences.flatMap((one) => (one.to === 'heads' ? one.organisationIds : []));
  const postIds = audiences.flatMap((one) => (one.to === 'post' ? [one.postId] : []));
  const only = { organisationIds: [...new Set(organisationIds)], postIds: [...new Set(postIds)] };
  return new PostDirectory(await postsToBeTold(context, context.today, only));
}

/** Of one post: those of one kind and the same words as one, in which the tasks are named. */
function gather(list: readonly Notice[]): Notice[] {
  const groups = new Map<string, Notice[]>();
  for (const notice of list) {
    const name = `${notice.kind} ${notice.title.replace(/, thời hạn .*$/, '')}`;
    const group = groups.get(name);
    if (group) group.push(notice);
    else groups.set(name, [notice]);
  }
  return [...groups.values()].flatMap((group) =>
    group.length > TOLD_SINGLY ? (gathered(group, '/nhiem-vu') ?? []) : group,
  );
}

async function askForLetters(
  context: Context,
  made: readonly { readonly id: string; readonly postId: string; readonly kind: string }[],
): Promise<void> {
  for (const kind of AT_ONCE_KINDS) {
    const some = made.filter((one) => one.kind === kind);
    if (some.length === 0) continue;
    const wanted = await wantAtOnce(
      context,
      some.map((one) => one.postId),
      kind satisfies AtOnceKind,
      context.today,
    );
    for (const { id, postId } of some) {
      for (const { personId } of wanted.filter((one) => one.postId === postId)) {
        const data: NoticeLetter = { provinceId: context.provinceId, noticeId: id, personId };
        await context.services.queue.send(context, NOTICE_LETTER, { ...data });
      }
    }
  }
}

/** An act was taken back: what nobody has read of it is gone; who has read it is told. */
export function untellAct(context: Context, actId: string, words: string): Promise<void> {
  return untell(context, `act:${actId}`, words);
}

/** The same for whatever was told under a key; `words`: what it was about. */
export async function untell(context: Context, key: string, words: string): Promise<void> {
  const { unread, read } = await takeBackNotices(context, key);
  const made = await insertNotices(
    context,
    read
      .filter((one) => one.postId !== context.actor.postId)
      .map((one) => ({
        postId: one.postId,
        kind: 'undone' as const,
        key: `undone:${key}`,
        subjectType: one.subjectType,
        subjectId: one.subjectId,
        title: `Đã hoàn tác: ${one.title.charAt(0).toLowerCase()}${one.title.slice(1)}`,
        text: shortened(words),
        link: one.link,
      })),
    context.now,
  );
  for (const postId of new Set([...unread, ...made.map((one) => one.postId)])) context.tell(`notice:${postId}`, {});
}
