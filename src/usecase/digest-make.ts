/**
 * The daily letter (thư tổng hợp hằng ngày) made: each post whose hour has come, once a day, in one transaction with the job
 * that sends it. A post that has nothing to do is taken off the day too, so that it is not looked at again.
 */
import { dateIn, formatDate } from '#base/date.ts';
import { ok } from '#base/result.ts';
import { taskFilter } from '#contract/task.ts';
import {
  type DigestBody,
  isLetterDay,
  isWorthALetter,
  NEWS_KINDS,
  type NoticeWish,
  type Section,
  type SectionId,
  sectionsFor,
  USUAL_WISH,
} from '#delivery/digest.ts';
import { type PostFacts, shortened } from '#delivery/notice.ts';
import { deadlineWords } from '#delivery/notice-calendar.ts';
import { fillDigest, type Reader, readersWithoutLetter, takeDigest, unsentDigests } from '#store/digests.ts';
import { workCalendar } from '#store/notice-settings.ts';
import { noticesForLetter, postsToBeTold } from '#store/notices.ts';
import { organisationNames } from '#store/organisation-names.ts';
import { countEach, type FollowRow, listFollowed } from '#store/task-list.ts';
import type { Services } from './services.ts';
import { filterOf } from './task-list.ts';
import { type Context, perform, systemActor, type UseCase } from './usecase.ts';

/** The job that sends one. */
export const DIGEST_LETTER = 'digest-letter';
export interface DigestLetter {
  readonly provinceId: number;
  readonly digestId: string;
}

/** As many tasks of a list stand in the letter; the rest is behind its link. */
const SHOWN = 5;
const SHOWN_NEWS = 10;
/** A letter that has not left for so long is asked for again. */
const LOST_MS = 20 * 60_000;

/** Makes the letters of a province that are due now; gives how many were made. Nothing without a mail server. */
export async function makeDigests(services: Services, provinceId: number): Promise<number> {
  if (!services.mail.configured) return 0;
  const now = services.clock();
  const today = dateIn(now);
  const scope = services.database.scope(provinceId);
  const calendar = await workCalendar(scope);
  const clock = new Date(now.getTime() + 7 * 3_600_000).toISOString().slice(11, 16);
  const byPost = new Map<string, Reader[]>();
  for (const reader of await readersWithoutLetter(scope, today)) {
    const wish = wishOf(reader);
    if (!isLetterDay(wish, today, calendar)) continue;
    byPost.set(reader.postId, [...(byPost.get(reader.postId) ?? []), reader]);
  }
  // Several who hold one post get the same letter, when the first of them wants it.
  const due = [...byPost].filter(([, readers]) => readers.some((one) => wishOf(one).hour <= clock));
  const posts = new Map(due.length > 0 ? (await postsToBeTold(scope, today)).map((post) => [post.id, post]) : []);
  const letters = due.flatMap(([postId, readers]) => {
    const post = posts.get(postId);
    return post ? [{ post, readers }] : [];
  });
  let made = 0;
  for (let i = 0; i < letters.length; i += AT_ONCE) {
    const some = letters.slice(i, i + AT_ONCE);
    const result = await perform(services, makeSome, systemActor(provinceId, []), some);
    if (result.ok) made += result.value;
  }
  for (const digestId of await unsentDigests(scope, today, new Date(now.getTime() - LOST_MS))) {
    const data: DigestLetter = { provinceId, digestId };
    await services.database.transaction(provinceId, (own) =>
      services.queue.send(own, DIGEST_LETTER, { ...data }, { key: digestId }),
    );
  }
  return made;
}

function wishOf({ wish }: Reader): NoticeWish {
  return { ...USUAL_WISH, ...wish };
}

interface Due {
  readonly post: PostFacts;
  readonly readers: readonly Reader[];
}

/** So many are made in one transaction: all of them, with the jobs that send them, or none. */
const AT_ONCE = 20;

const makeSome: UseCase<readonly Due[], number> = {
  name: 'digest.make',
  access: 'public',
  kind: 'write',
  run: async (context, due) => {
    const ids = due.map(({ post }) => post.organisationId);
    const names = await organisationNames(context, ids, context.today);
    let made = 0;
    for (const one of due) if (await makeDigest(context, one, names.get(one.post.organisationId) ?? '')) made++;
    return ok(made);
  },
};

/** True when a letter goes out. */
async function makeDigest(context: Context, { post, readers }: Due, organisation: string): Promise<boolean> {
  const { provinceId, today, now } = context;
  const first = readers[0] as Reader;
  const id = await takeDigest(context, { postId: post.id, day: today, personId: first.personId, now });
  if (id === null) return false;
  const to = readers.flatMap(({ personId, name, address }) => (address === null ? [] : [{ personId, name, address }]));
  const { body, noticeIds } = await bodyOf(context, post, organisation, to);
  const news = noticeIds.map(({ kind }) => kind);
  const worth = isWorthALetter(
    body.sections.map(({ count }) => count),
    news,
  );
  const skipped = !worth ? 'nothing' : to.length === 0 ? 'no-address' : null;
  await fillDigest(context, id, {
    body: skipped === null ? body : null,
    skipped,
    noticeIds: skipped === null ? noticeIds.map((one) => one.id) : [],
  });
  if (skipped !== null) return false;
  const data: DigestLetter = { provinceId, digestId: id };
  await context.services.queue.send(context, DIGEST_LETTER, { ...data });
  return true;
}

async function bodyOf(context: Context, post: PostFacts, organisation: string, to: DigestBody['to']) {
  const sections: DigestBody['sections'][number][] = [];
  const wanted = sectionsFor(post).map((section) => ({
    section,
    filter: filterOf(context, taskFilter.parse(section.query)),
  }));
  const counts = await countEach(
    context,
    wanted.map(({ filter }) => filter),
  );
  for (const [i, { section, filter }] of wanted.entries()) {
    const count = counts[i] ?? 0;
    if (count === 0) continue;
    const rows = await listFollowed(context, filter, { sort: 'due', after: null, limit: SHOWN });
    sections.push({ ...section, count, items: await itemsOf(context, section, rows) });
  }
  const notices = await noticesForLetter(context, post.id, NEWS_KINDS, SHOWN_NEWS);
  const body: DigestBody = {
    post: post.title,
    organisation,
    to,
    sections,
    news: notices.map(({ title, text, link }) => ({ title, text: shortened(text, 160), link })),
  };
  return { body, noticeIds: notices.map(({ id, kind }) => ({ id, kind })) };
}

/** Lists of several agencies name the one that leads. */
const OF_MANY: readonly SectionId[] = ['overdue', 'due-soon', 'to-verify', 'to-answer', 'to-assign'];

async function itemsOf(context: Context, { id, query }: Section, rows: readonly FollowRow[]) {
  const names = await organisationNames(
    context,
    rows.flatMap((row) => row.leadIds),
    context.today,
  );
  return rows.map((row) => {
    const leads = row.leadIds.map((one) => names.get(one) ?? '').filter(Boolean);
    const many = OF_MANY.includes(id) && query.organisation === undefined && query.post === undefined;
    const note = [many ? leads.join(', ') : '', noteOf(id, row, context.today)].filter(Boolean).join(' – ');
    return { id: row.id, text: shortened(row.text, 160), note };
  });
}

function noteOf(id: SectionId, row: FollowRow, today: string): string {
  if (id === 'to-verify' && row.reportedOn !== null) return `Báo cáo ngày ${formatDate(row.reportedOn)}`;
  if (id === 'to-answer' && row.askedDueOn !== null)
    return `Xin gia hạn đến ${formatDate(row.askedDueOn)}${row.askedReason ? `: ${shortened(row.askedReason, 120)}` : ''}`;
  const reason = id === 'returned' && row.returnReason ? `Lý do trả lại: ${shortened(row.returnReason, 120)}` : '';
  if (row.dueOn === null) return reason || 'Không có thời hạn';
  const due =
    row.state === 'reported' ? `Đã báo cáo, chờ xác nhận; hạn ${formatDate(row.dueOn)}` : dueWords(row.dueOn, today);
  return [reason, due].filter(Boolean).join('. ');
}

/** A deadline that is far off is only named. */
function dueWords(dueOn: string, today: string): string {
  const words = deadlineWords(dueOn, today);
  const far = /^Còn (\d+) ngày/.exec(words);
  return far && Number(far[1]) > 30 ? `Hạn ${formatDate(dueOn)}` : words;
}
