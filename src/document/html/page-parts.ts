/** Which blocks of a page are the document and which the frame of its site (menu, chân trang). */

import type { Draft } from '../flow/draft.ts';
import { paragraphsOf } from '../flow/writer.ts';

/** Blocks from and to, and how many elements were open where it began. */
export interface Stretch {
  readonly from: number;
  /** Below 0 as long as it is open. */
  to: number;
  readonly depth: number;
}

/** A main part with less than this share of the letters is not the document. */
const MAIN_SHARE = 0.4;
/** What is named after a menu or footer and has more than this share of the letters is neither. */
const FRAME_SHARE = 0.3;

/** The blocks to read; notes are always among them. */
export function chooseDrafts(drafts: readonly Draft[], main: readonly Stretch[], frame: readonly Stretch[]): Draft[] {
  if (main.length === 0 && frame.length === 0) return [...drafts];
  const letters = drafts.map((draft) =>
    paragraphsOf(draft).reduce((sum, { runs }) => sum + runs.reduce((n, run) => n + run.text.length, 0), 0),
  );
  const all = letters.reduce((sum, n) => sum + n, 0);
  const shareOf = (held: readonly boolean[]) => letters.reduce((sum, n, i) => sum + (held[i] ? n : 0), 0) / all;
  const inMain = marked(drafts.length, main);
  const inFrame = marked(drafts.length, frame);
  const hasMain = shareOf(inMain) > MAIN_SHARE;
  const hasFrame = shareOf(inFrame) < FRAME_SHARE;
  return drafts.filter(
    (draft, i) => draft.kind === 'note' || ((!hasMain || inMain[i]) && (!hasFrame || inMain[i] || !inFrame[i])),
  );
}

function marked(length: number, stretches: readonly Stretch[]): boolean[] {
  const held = new Array<boolean>(length).fill(false);
  for (const { from, to } of stretches) held.fill(true, from, to < 0 ? length : to);
  return held;
}
