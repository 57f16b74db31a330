/**
 * A notice (thông báo): what is told, to which posts (chức danh), never to persons. `key` is what it tells of: a post is
 * told of one key once, also when a job runs twice. Which posts are meant is found here too, from facts.
 */
import type { Role } from '#plan/rights.ts';

export const NOTICE_KINDS = [
  'assigned',
  'moved-away',
  'accepted',
  'reported',
  'extension-asked',
  'extension-granted',
  'extension-refused',
  'due-set',
  'verified',
  'returned',
  'suspended',
  'resumed',
  'cancelled',
  'reminded',
  'doer-named',
  'undone',
  'directive',
  'due-soon',
  'overdue',
  'unverified',
  'unaccepted',
  'action-plan',
  'handover',
  'vacant',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** Told by the calendar, not by somebody's act: the daily letter has them in its lists anyway. */
export const CALENDAR_KINDS: readonly NoticeKind[] = ['due-soon', 'overdue', 'unverified', 'unaccepted'];

/** Kinds that a person may choose to be written of at once. */
export const AT_ONCE_KINDS = ['returned', 'directive'] as const satisfies readonly NoticeKind[];
export type AtOnceKind = (typeof AT_ONCE_KINDS)[number];

/** heads: who leads these organisations (thủ trưởng). office: the Office of the province. post: one post. */
export type Audience =
  | { readonly to: 'heads'; readonly organisationIds: readonly string[] }
  | { readonly to: 'office' }
  | { readonly to: 'post'; readonly postId: string };

export interface Notice {
  readonly kind: NoticeKind;
  readonly key: string;
  readonly to: readonly Audience[];
  readonly title: string;
  readonly text: string;
  /** Address in the application. */
  readonly link: string;
  readonly subjectType: 'task' | 'plan' | 'handover' | 'post' | 'directive';
  readonly subjectId: string | null;
  /** Nobody of the heads is there: the Office is told in their stead. */
  readonly officeIfVacant?: boolean;
}

/** A post that has not ended, and who holds it today. */
export interface PostFacts {
  readonly id: string;
  readonly title: string;
  readonly organisationId: string;
  readonly role: Role;
  /** Ids of persons; none: chức danh trống. */
  readonly holders: readonly string[];
}

/** The posts of a province, found by what they are. */
export class PostDirectory {
  readonly #byId: ReadonlyMap<string, PostFacts>;
  readonly #byOrganisation: ReadonlyMap<string, readonly PostFacts[]>;
  readonly all: readonly PostFacts[];
  readonly office: readonly PostFacts[];

  constructor(posts: readonly PostFacts[]) {
    this.all = posts;
    this.#byId = new Map(posts.map((post) => [post.id, post]));
    const groups = new Map<string, PostFacts[]>();
    for (const post of posts) {
      const group = groups.get(post.organisationId);
      if (group) group.push(post);
      else groups.set(post.organisationId, [post]);
    }
    this.#byOrganisation = groups;
    this.office = posts.filter((post) => post.role === 'office');
  }

  find(id: string): PostFacts | null {
    return this.#byId.get(id) ?? null;
  }

  /** Who acts for an organisation as its head: its agency leads; of the Office, its posts; of a leader's body, the leader. */
  headsOf(organisationId: string): readonly PostFacts[] {
    const posts = this.#byOrganisation.get(organisationId) ?? [];
    for (const role of ['agency-lead', 'office', 'leader'] as const) {
      const heads = posts.filter((post) => post.role === role);
      if (heads.length > 0) return heads;
    }
    return [];
  }

  /** True when nobody holds a post that acts for the organisation. */
  isHeadless(organisationId: string): boolean {
    return this.headsOf(organisationId).every((post) => post.holders.length === 0);
  }
}

/** Who did what is told of: they are not told. */
export interface Doer {
  readonly postId: string | null;
  readonly personId: string | null;
}

/** The posts that a notice goes to, each once. A vacant post is told too: whoever comes next reads it. */
export function postsToTell(
  { to, officeIfVacant = false }: Pick<Notice, 'to' | 'officeIfVacant'>,
  posts: PostDirectory,
  doer: Doer | null = null,
): string[] {
  const found = new Map<string, PostFacts>();
  const add = (some: readonly PostFacts[]) => {
    for (const post of some) found.set(post.id, post);
  };
  for (const audience of to) {
    if (audience.to === 'office') add(posts.office);
    else if (audience.to === 'post') {
      const post = posts.find(audience.postId);
      if (post) add([post]);
    } else {
      for (const id of audience.organisationIds) {
        add(posts.headsOf(id));
        if (officeIfVacant && posts.isHeadless(id)) add(posts.office);
      }
    }
  }
  const self = (post: PostFacts) =>
    doer !== null &&
    (post.id === doer.postId ||
      (doer.personId !== null && post.holders.length > 0 && post.holders.every((one) => one === doer.personId)));
  return [...found.values()].filter((post) => !self(post)).map((post) => post.id);
}

/** As much of a text as a list shows. */
export function shortened(text: string, most = 240): string {
  return text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text;
}
