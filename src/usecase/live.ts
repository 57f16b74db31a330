/**
 * Tin trực tiếp: what is told to open pages. The last of it is remembered for a while, so that a page whose line was
 * broken is told what it missed, or that it missed too much.
 */
import type { Json } from '#base/canonical.ts';
import { ok } from '#base/result.ts';
import { liveRoutes } from '#contract/live.ts';
import type { RouteInput } from '#contract/route.ts';
import { isAbout, rightToHear } from '#plan/live-topics.ts';
import type { Services } from './services.ts';
import type { Actor, UseCase } from './usecase.ts';

export interface News {
  /** `<server>-<number>`: grows within one run of the server. */
  readonly id: string;
  readonly topic: string;
  readonly payload: Json;
}

/** So much is remembered of each province. */
const REMEMBERED = 500;

/** The news of one province. */
class Feed {
  readonly #run = Date.now().toString(36);
  readonly #last: News[] = [];
  readonly #listeners = new Set<(news: News) => void>();
  #count = 0;

  constructor(services: Services, provinceId: number) {
    services.hub.listen(provinceId, (topic, payload) => {
      const news = { id: `${this.#run}-${++this.#count}`, topic, payload };
      this.#last.push(news);
      if (this.#last.length > REMEMBERED) this.#last.shift();
      for (const hear of this.#listeners) hear(news);
    });
  }

  listen(hear: (news: News) => void): () => void {
    this.#listeners.add(hear);
    return () => void this.#listeners.delete(hear);
  }

  /** What came after `id`; null when that is no longer known. */
  since(id: string): News[] | null {
    const [run, number] = id.split('-');
    if (run !== this.#run || !/^\d+$/.test(number ?? '')) return null;
    const missed = this.#count - Number(number);
    if (missed < 0 || missed > this.#last.length) return null;
    return missed === 0 ? [] : this.#last.slice(-missed);
  }

  get lastId(): string {
    return `${this.#run}-${this.#count}`;
  }
}

const FEEDS = new WeakMap<Services, Map<number, Feed>>();

function feedOf(services: Services, provinceId: number): Feed {
  let feeds = FEEDS.get(services);
  if (!feeds) {
    feeds = new Map();
    FEEDS.set(services, feeds);
  }
  let feed = feeds.get(provinceId);
  if (!feed) {
    feed = new Feed(services, provinceId);
    feeds.set(provinceId, feed);
  }
  return feed;
}

export interface LiveLine {
  /** Where a page that begins now stands. */
  readonly lastId: string;
  /** What was missed since `id`; null when too much was. */
  since(id: string): News[] | null;
  /** Calls `hear` for what the person may hear of and asked for. */
  listen(hear: (news: News) => void): () => void;
}

const ROUTE = liveRoutes['GET /live'];

export const openLine: UseCase<RouteInput<typeof ROUTE>, LiveLine> = {
  name: 'live.open',
  access: ROUTE.access,
  kind: 'read',
  run: async (context, { topics }) => {
    const wanted = topics?.split(',').filter(Boolean) ?? null;
    const feed = feedOf(context.services, context.provinceId);
    const mine = ({ topic }: News) =>
      mayHear(context.actor, topic) && (wanted === null || wanted.some((one) => isAbout(topic, one)));
    return ok({
      lastId: feed.lastId,
      since: (id: string) => feed.since(id)?.filter(mine) ?? null,
      listen: (hear: (news: News) => void) =>
        feed.listen((news) => {
          if (mine(news)) hear(news);
        }),
    });
  },
};

function mayHear(actor: Actor, topic: string): boolean {
  const right = rightToHear(topic);
  if (right === 'own-post') return actor.postId !== null && topic === `${topic.split(':')[0]}:${actor.postId}`;
  return right !== null && (right === 'signed-in' || actor.rights.has(right));
}
