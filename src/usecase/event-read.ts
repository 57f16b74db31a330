/** The log read (nhật ký): a page of it, one event with what was before and after, all of it as a file. */
import { Readable } from 'node:stream';
import { addDays } from '#base/date.ts';
import { bare } from '#base/fold.ts';
import { err, ok } from '#base/result.ts';
import { type EventView, eventRoutes } from '#contract/event.ts';
import { notFound } from '#contract/problem.ts';
import { sentenceOf } from '#plan/event-words.ts';
import type { Scope } from '#store/database.ts';
import {
  endOfChain,
  findEvent,
  findUndoing,
  hashBefore,
  type LoggedEvent,
  listEvents,
  namesOfIds,
  readChain,
} from '#store/event-log.ts';
import { BAD_CURSOR } from './cursor.ts';
import { isUndoable } from './event-undo.ts';
import { behind, type UseCase } from './usecase.ts';

export const NO_EVENT = notFound('sự kiện này', 'event');

export const browseEvents = behind(
  eventRoutes['GET /events'],
  'event.list',
  'read',
  async (context, { text, from, to, cursor, limit, ...filter }) => {
    if (cursor && !/^\d{1,15}$/.test(cursor)) return err(BAD_CURSOR);
    const before = cursor ? Number(cursor) : undefined;
    const { events, searchedTo } = await listEvents(context, {
      ...filter,
      bareText: text ? bare(text).trim() : undefined,
      from: from && startOf(from),
      to: to && startOf(addDays(to, 1)),
      before,
      limit: limit + 1,
    });
    const page = events.slice(0, limit);
    const more = events.length > limit ? String(page.at(-1)?.seq) : null;
    const back =
      searchedTo === null ? undefined : (await listEvents(context, { before: searchedTo, limit: 1 })).events[0];
    return ok({
      items: page.map(viewOf),
      nextCursor: more ?? (searchedTo === null ? null : String(searchedTo)),
      total: null,
      searchedTo: back?.body.at ?? null,
    });
  },
);

/** A day begins in Vietnam seven hours before it does in UTC. */
function startOf(day: string): string {
  return new Date(`${day}T00:00:00+07:00`).toISOString();
}

function viewOf({ seq, body, personName, postTitle }: LoggedEvent): EventView {
  return {
    seq,
    id: body.id,
    at: body.at,
    kind: body.kind,
    sentence: sentenceOf({ kind: body.kind, title: body.subject.title, before: body.before, after: body.after }),
    subject: body.subject,
    person: body.person === null ? null : { id: body.person, fullName: personName ?? '' },
    post: body.post === null ? null : { id: body.post, title: postTitle ?? '' },
    reason: body.reason,
    undoes: body.undoes,
    undoable: isUndoable(body.kind),
  };
}

export const readEvent = behind(eventRoutes['GET /events/:id'], 'event.read', 'read', async (context, { id }) => {
  const event = await findEvent(context, id);
  if (!event) return err(NO_EVENT);
  return ok({
    ...viewOf(event),
    before: event.body.before,
    after: event.body.after,
    names: await namesOfIds(context, idsIn(event)),
    undoneBy: await findUndoing(context, event),
    previousHash: await hashBefore(context, event.seq),
    hash: event.hash,
  });
});

const ID = /"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"/g;
/** A change of very many is told without all of its names. */
const MOST_NAMES = 500;

function idsIn({ body }: LoggedEvent): string[] {
  const text = JSON.stringify([body.before, body.after]);
  return [...new Set(Array.from(text.matchAll(ID), ([, id]) => id as string))].slice(0, MOST_NAMES);
}

/** The first line of an export. */
export interface LogManifest {
  readonly format: 'bamsat-log/1';
  readonly province: { readonly slug: string; readonly name: string };
  readonly exportedAt: string;
  readonly events: number;
  readonly firstHash: string | null;
  readonly lastHash: string;
}

export interface LogFile {
  readonly fileName: string;
  readonly lines: Readable;
}

/** Lines of JSON: the manifest, then `{seq, body, hash}` of every event up to now. */
export const exportLog: UseCase<unknown, LogFile> = {
  name: 'event.export',
  kind: 'read',
  access: eventRoutes['GET /events/export'].access,
  machines: true,
  run: async (context) => {
    const province = await context.db
      .selectFrom('province')
      .select(['slug', 'name'])
      .where('province_id', '=', context.provinceId)
      .executeTakeFirstOrThrow();
    const end = await endOfChain(context);
    const manifest: LogManifest = {
      format: 'bamsat-log/1',
      province,
      exportedAt: context.now.toISOString(),
      events: end.seq,
      firstHash: end.seq === 0 ? null : await hashBefore(context, 2),
      lastHash: end.hash,
    };
    return ok({
      fileName: `nhat-ky-${province.slug}-${context.today}.jsonl`,
      lines: Readable.from(linesOf(context, manifest, end.seq)),
    });
  },
};

async function* linesOf(scope: Scope, manifest: LogManifest, to: number): AsyncGenerator<string> {
  yield `${JSON.stringify(manifest)}\n`;
  let part = '';
  for await (const { seq, body, hash } of readChain(scope, to)) {
    part += `${JSON.stringify({ seq, body, hash })}\n`;
    if (part.length < 65_536) continue;
    yield part;
    part = '';
  }
  if (part) yield part;
}
