/** Letters of following sent, as jobs carry them out: the daily one and the single one; a letter sent again is known by its key. */
import type { Json } from '#base/canonical.ts';
import { dateIn, formatDate } from '#base/date.ts';
import { type DigestBody, isQuiet, SHORT_WORDS, USUAL_WISH } from '#delivery/digest.ts';
import { AT_ONCE_KINDS } from '#delivery/notice.ts';
import { MY_WORK_LINK, taskLink, taskListLink } from '#delivery/task-link.ts';
import { dailyLetter, noticeLetter } from '#mail/daily-letters.ts';
import type { Letter } from '#mail/letter-form.ts';
import { endDigest, findDigest } from '#store/digests.ts';
import { findWish } from '#store/notice-settings.ts';
import { findNotice } from '#store/notices.ts';
import { findPerson, postsOf } from '#store/people.ts';
import { ownProvince } from '#store/provinces.ts';
import type { DigestLetter } from './digest-make.ts';
import type { NoticeLetter } from './notice-make.ts';
import type { Services } from './services.ts';

/** Where a person says what comes by letter. */
const SETTINGS_LINK = '/tai-khoan#thong-bao';

/** Sends nothing that has left, nor on another day than its own: yesterday's letter is no news. */
export async function sendDigest(services: Services, data: Json): Promise<void> {
  if (!services.mail.configured) return;
  const { provinceId, digestId } = data as unknown as DigestLetter;
  const scope = services.database.scope(provinceId);
  const row = await findDigest(scope, digestId);
  if (!row || row.sentAt !== null || row.skipped !== null || row.body === null) return;
  if (row.day !== dateIn(services.clock())) return endDigest(scope, digestId, { skipped: 'too-late' });
  const office = await officeOf(services, provinceId);
  let taken = 0;
  for (const to of row.body.to) {
    const letter = letterOf(services, row.body, to.name, row.day, office);
    if (await send(services, to, letter, `digest:${digestId}:${to.address}`)) taken++;
  }
  await endDigest(scope, digestId, taken > 0 ? { sentAt: services.clock() } : { skipped: 'refused' });
}

export function letterOf({ settings }: Services, body: DigestBody, name: string, day: string, office: string): Letter {
  const at = (path: string) => `${settings.publicUrl}${path}`;
  return dailyLetter({
    name,
    post: body.post,
    organisation: body.organisation,
    office,
    day: formatDate(day),
    lists: body.sections.map(({ id, words, query, count, items }) => ({
      words,
      short: SHORT_WORDS[id],
      count,
      items: items.map((item) => ({ text: item.text, note: item.note, url: at(taskLink(item.id)) })),
      url: at(taskListLink(query)),
    })),
    news: body.news.map(({ title, text, link }) => ({ title, text, url: at(link) })),
    work: at(MY_WORK_LINK),
    settings: at(SETTINGS_LINK),
  });
}

/** A return or a directive, for who chose to know at once; nothing once they read it, lost the post or are on leave. */
export async function sendNoticeLetter(services: Services, data: Json): Promise<void> {
  if (!services.mail.configured) return;
  const { provinceId, noticeId, personId } = data as unknown as NoticeLetter;
  const scope = services.database.scope(provinceId);
  const today = dateIn(services.clock());
  const notice = await findNotice(scope, noticeId);
  const person = await findPerson(scope, personId);
  if (!notice || notice.readAt !== null || person?.state !== 'active' || person.email === null) return;
  const wish = { ...USUAL_WISH, ...(await findWish(scope, personId))?.value };
  const kind = AT_ONCE_KINDS.find((one) => one === notice.kind);
  if (kind === undefined || !wish.atOnce.includes(kind) || isQuiet(wish, today)) return;
  const post = (await postsOf(scope, personId, today)).find((one) => one.id === notice.postId);
  if (!post) return;
  const office = await officeOf(services, provinceId);
  const letter = noticeLetter(
    { name: person.full_name, post: post.title, organisation: post.organisation.name, office },
    { title: notice.title, text: notice.text, url: `${services.settings.publicUrl}${notice.link}` },
  );
  const to = { name: person.full_name, address: person.email };
  await send(services, to, letter, `notice:${noticeId}:${person.email}`);
}

/** False when the letter will never be taken; what may pass is thrown, so that the queue tries again. */
async function send(
  services: Services,
  { name, address }: { readonly name: string; readonly address: string },
  letter: Letter,
  key: string,
): Promise<boolean> {
  const sent = await services.mail.send({ to: { name, address }, ...letter, key });
  if (sent.ok) return true;
  if (sent.error.again) throw new Error(`the letter was not taken: ${sent.error.code} ${sent.error.detail}`);
  services.log('warn', 'a letter was refused', { code: sent.error.code, detail: sent.error.detail });
  return false;
}

/** `Ủy ban nhân dân tỉnh Hà Tĩnh`. */
async function officeOf({ database }: Services, provinceId: number): Promise<string> {
  const province = await ownProvince(database.scope(provinceId));
  return `Ủy ban nhân dân ${province?.kind === 'city' ? 'thành phố' : 'tỉnh'} ${province?.name ?? ''}`.trim();
}
