/**
 * What open pages may hear of (tin trực tiếp): each topic needs a right. `review:<id>` is the topic `review` of one
 * document; `notice:<post>` is heard by who acts through that post alone.
 */
import type { Right } from './rights.ts';

/** What hearing of a topic needs: a right, any sign-in, or to act through the very post that the topic names. */
export type Hearing = Right | 'signed-in' | 'own-post';

const RIGHT_OF: Readonly<Record<string, Hearing>> = {
  document: 'document.read',
  citation: 'document.read',
  distribution: 'document.read',
  review: 'review.read',
  plan: 'plan.read',
  target: 'plan.read',
  allocation: 'plan.read',
  task: 'plan.read',
  deliverable: 'plan.read',
  case: 'plan.read',
  inspection: 'plan.read',
  directive: 'plan.read',
  indicator: 'plan.read',
  organisation: 'organisation.read',
  person: 'person.read',
  setting: 'setting.edit',
  webhook: 'webhook.edit',
  event: 'event.read',
  session: 'signed-in',
  notice: 'own-post',
};

/** What hearing of the topic needs; null for a topic that nobody may hear of. */
export function rightToHear(topic: string): Hearing | null {
  const area = /^[a-z-]+/.exec(topic)?.[0] ?? '';
  return RIGHT_OF[area] ?? null;
}

/** True when who asked for `wanted` is meant by `topic`: `document` means `document.progress` and `document:<id>` too. */
export function isAbout(topic: string, wanted: string): boolean {
  return topic === wanted || (topic.startsWith(wanted) && /^[.:]/.test(topic.slice(wanted.length)));
}
