/** Notes that a file gives at its end go behind the paragraph or table that carries their mark. */

import type { Draft, DraftNote } from './draft.ts';
import { paragraphsOf } from './writer.ts';

export function placeNotes(drafts: readonly Draft[]): Draft[] {
  const notes = new Map<string, DraftNote>();
  for (const draft of drafts) {
    if (draft.kind === 'note' && !notes.has(draft.mark)) notes.set(draft.mark, draft);
  }
  if (notes.size === 0) return [...drafts];
  const placed: Draft[] = [];
  const done = new Set<Draft>();
  for (const draft of drafts) {
    if (draft.kind === 'note') {
      if (!notes.has(draft.mark) || notes.get(draft.mark) !== draft) placed.push(draft);
      continue;
    }
    placed.push(draft);
    for (const paragraph of paragraphsOf(draft)) {
      for (const run of paragraph.runs) {
        const note = run.mark ? notes.get(run.text.slice(2, -1)) : undefined;
        if (note && !done.has(note)) {
          done.add(note);
          placed.push(note);
        }
      }
    }
  }
  for (const note of notes.values()) if (!done.has(note)) placed.push(note);
  return placed;
}
