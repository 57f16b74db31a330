/**
 * The life of a task (vòng đời nhiệm vụ): who may do what in which state, and what comes of it. Pure: facts in, facts or a
 * refusal out. `draft → assigned → accepted → in progress → reported → verified`; returned goes back to in progress.
 */
import { err, ok, type Result } from '#base/result.ts';
import type { Role } from '#plan/rights.ts';
import { ACTS, type Act, type Relation, RULES } from './act.ts';
import { type ActRefusal, refusal } from './act-refusal.ts';
import type { TaskState } from './standing.ts';

/** `document`: a document orders it; `breakdown`: an agency broke it off; `directive`, `case`: what it came of. */
export const TASK_ORIGINS = ['document', 'breakdown', 'directive', 'case'] as const;
export type TaskOrigin = (typeof TASK_ORIGINS)[number];

/** What acts change. Days are ISO dates; organisations and posts are ids. */
export interface LifeFacts {
  readonly state: TaskState;
  readonly dueOn: string | null;
  readonly leadIds: readonly string[];
  readonly supportIds: readonly string[];
  /** Leads that have accepted. */
  readonly acceptedIds: readonly string[];
  /** The organisation that assigned it. */
  readonly assignerId: string | null;
  /** Chức danh of the lead that does the work. */
  readonly postId: string | null;
  /** Percent as last told, 0–100, an exact decimal. */
  readonly progress: string | null;
  readonly result: string | null;
  readonly reportedOn: string | null;
  readonly doneOn: string | null;
  readonly returnedOn: string | null;
  readonly returnReason: string | null;
  /** An extension that waits for an answer. */
  readonly askedDueOn: string | null;
  readonly askedReason: string | null;
  /** State that a suspended or cancelled task goes back to. */
  readonly pausedState: TaskState | null;
}

export interface Life extends LifeFacts {
  readonly origin: TaskOrigin;
}

export interface ActingPost {
  readonly role: Role | null;
  readonly organisationId: string | null;
  readonly postId: string | null;
}

/** Who speaks for the body that the post is in. */
export const isHead = (role: Role | null) => role === 'agency-lead' || role === 'office' || role === 'leader';

export function relationsOf(post: ActingPost, life: Life): ReadonlySet<Relation> {
  const found = new Set<Relation>();
  const { role, organisationId, postId } = post;
  const in_ = (ids: readonly string[]) => organisationId !== null && ids.includes(organisationId);
  if (life.origin === 'breakdown') {
    if (isHead(role) && organisationId !== null && organisationId === life.assignerId) found.add('assigner');
  } else if (role === 'office') found.add('assigner');
  if (in_(life.leadIds)) {
    if (isHead(role)) found.add('lead-head');
    if (role === 'officer') found.add('lead-officer');
  }
  if (postId !== null && postId === life.postId) found.add('doer');
  if (in_(life.supportIds) && (role === 'agency-lead' || role === 'officer')) found.add('support');
  if (role === 'leader') found.add('leader');
  return found;
}

/** What somebody gives with an act. */
export interface ActInput {
  readonly act: Act;
  readonly text?: string | null | undefined;
  readonly dueOn?: string | null | undefined;
  readonly progress?: string | null | undefined;
  readonly leadIds?: readonly string[] | undefined;
  readonly supportIds?: readonly string[] | undefined;
  readonly postId?: string | null | undefined;
}

export interface ActPlace {
  readonly today: string;
  /** How many files and links stand as evidence. */
  readonly evidence: number;
}

/** Acts that the post may do now, in the order of {@link ACTS}; what must be given with them is not looked at. */
export function allowedActs(life: Life, post: ActingPost): Act[] {
  return ACTS.filter((act) => refusalOf(life, act, post) === null);
}

function refusalOf(life: Life, act: Act, post: ActingPost): ActRefusal | null {
  const rule = RULES[act];
  const relations = relationsOf(post, life);
  if (!rule.who.some((one) => relations.has(one))) return refusal.notYours(act, rule.who);
  // Of a part the one who was named tells; of the whole task the head of the agency does.
  if ((act === 'report-done' || act === 'ask-extension') && life.origin !== 'breakdown' && !relations.has('lead-head'))
    return refusal.notYours(act, ['lead-head']);
  if (!rule.from.includes(life.state)) return refusal.wrongState(act, life.state);
  if (act === 'accept' && post.organisationId !== null && life.acceptedIds.includes(post.organisationId))
    return refusal.alreadyAccepted();
  if (act === 'ask-extension' && life.askedDueOn !== null) return refusal.alreadyAsked();
  if (act === 'ask-extension' && life.dueOn === null) return refusal.noDeadline();
  if ((act === 'grant-extension' || act === 'refuse-extension') && life.askedDueOn === null) return refusal.notAsked();
  return null;
}

/** What the facts are after the act, or why it is refused. Nothing else changes them. */
export function performAct(
  life: Life,
  input: ActInput,
  post: ActingPost,
  place: ActPlace,
): Result<LifeFacts, ActRefusal> {
  const { act } = input;
  const refused = refusalOf(life, act, post);
  if (refused) return err(refused);
  const rule = RULES[act];
  const text = input.text?.trim() || null;
  const dueOn = input.dueOn ?? (act === 'grant-extension' ? life.askedDueOn : null);
  const leadIds = unique(input.leadIds ?? []);
  for (const need of rule.needs ?? []) {
    if (need === 'text' && text === null && !(act === 'update' && input.progress)) return err(refusal.textNeeded(act));
    if (need === 'due' && dueOn === null) return err(refusal.dueNeeded());
    if (need === 'leads' && leadIds.length === 0) return err(refusal.leadNeeded());
    if (need === 'post' && !input.postId) return err(refusal.postNeeded());
  }
  if (act === 'report-done' && place.evidence === 0) return err(refusal.evidenceNeeded());
  if (act === 'ask-extension' && dueOn !== null && life.dueOn !== null && dueOn <= life.dueOn)
    return err(refusal.notLater(life.dueOn));
  if (act === 'ask-extension' && dueOn !== null && dueOn < place.today) return err(refusal.past());
  return ok({ ...factsOf(life), ...changeOf(life, { ...input, text, dueOn, leadIds }, post, place.today, rule.to) });
}

type Given = ActInput & {
  readonly text: string | null;
  readonly dueOn: string | null;
  readonly leadIds: readonly string[];
};

function changeOf(life: Life, input: Given, post: ActingPost, today: string, to?: TaskState): Partial<LifeFacts> {
  const state = to ?? life.state;
  switch (input.act) {
    case 'assign':
    case 'reassign': {
      const supportIds = unique(input.supportIds ?? life.supportIds).filter((id) => !input.leadIds.includes(id));
      const assigned = { state, leadIds: input.leadIds, supportIds, acceptedIds: [], assignerId: post.organisationId };
      const dueOn = input.dueOn ?? life.dueOn;
      const postId = input.postId ?? null;
      return { ...assigned, dueOn, postId, reportedOn: null, askedDueOn: null, askedReason: null };
    }
    case 'accept': {
      const acceptedIds = unique([...life.acceptedIds, ...(post.organisationId === null ? [] : [post.organisationId])]);
      return { state: life.state === 'assigned' ? 'accepted' : life.state, acceptedIds };
    }
    case 'name-doer':
      return { postId: input.postId ?? null };
    case 'update':
      return { state, progress: input.progress ?? life.progress };
    case 'ask-extension':
      return { askedDueOn: input.dueOn, askedReason: input.text };
    case 'grant-extension':
      return { dueOn: input.dueOn, askedDueOn: null, askedReason: null };
    case 'refuse-extension':
      return { askedDueOn: null, askedReason: null };
    case 'set-due':
      return { dueOn: input.dueOn };
    case 'report-done': {
      const reported = { state, result: input.text, reportedOn: today, progress: input.progress ?? life.progress };
      return { ...reported, returnedOn: null, returnReason: null, askedDueOn: null, askedReason: null };
    }
    case 'verify':
      return { state, doneOn: life.reportedOn ?? today };
    case 'return': {
      const returned = { state, returnedOn: today, returnReason: input.text, reportedOn: null, doneOn: null };
      return { ...returned, dueOn: input.dueOn ?? life.dueOn };
    }
    case 'suspend':
      return { state, pausedState: life.state };
    case 'cancel':
      return { state, pausedState: life.state === 'suspended' ? life.pausedState : life.state };
    case 'resume':
      return { state: life.pausedState ?? 'assigned', pausedState: null };
    case 'remind':
      return {};
  }
}

/** The facts of a life without the rest. */
export function factsOf(life: LifeFacts): LifeFacts {
  return Object.fromEntries(FACTS.map((name) => [name, life[name]])) as unknown as LifeFacts;
}

export const FACTS = [
  'state',
  'dueOn',
  'leadIds',
  'supportIds',
  'acceptedIds',
  'assignerId',
  'postId',
  'progress',
  'result',
  'reportedOn',
  'doneOn',
  'returnedOn',
  'returnReason',
  'askedDueOn',
  'askedReason',
  'pausedState',
] as const satisfies readonly (keyof LifeFacts)[];

/** What an act changed: for its entry in the history, and for undoing it. */
export function changed(
  before: LifeFacts,
  after: LifeFacts,
): { before: Partial<LifeFacts>; after: Partial<LifeFacts> } {
  const names = FACTS.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  const pick = (facts: LifeFacts) => Object.fromEntries(names.map((name) => [name, facts[name]]));
  return { before: pick(before), after: pick(after) };
}

/** Takes an act back: exactly the facts that it changed, when they still stand as it left them; else null. */
export function undone(
  now: LifeFacts,
  act: { readonly before: Partial<LifeFacts>; readonly after: Partial<LifeFacts> },
): LifeFacts | null {
  const stands = Object.entries(act.after).every(
    ([name, value]) => JSON.stringify(now[name as keyof LifeFacts]) === JSON.stringify(value),
  );
  return stands ? { ...factsOf(now), ...act.before } : null;
}

function unique(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}
