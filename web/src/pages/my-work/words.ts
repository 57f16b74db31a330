/** My work in words (việc của tôi bằng lời): the sentence above, the deadline on a card, what holds a task up. */
import type { Answer } from '../../api/client.ts';
import { daysBetween, formatDay } from '../../format/date.ts';
import { formatUntil } from '../../format/instant.ts';
import { formatCount } from '../../format/number.ts';
import { SECTION_PHRASES, type WorkSection } from '../../words/work.ts';

export type Work = Answer<'GET /my-work'>;
export type WorkItem = Work['sections'][number]['items'][number];

export interface Piece {
  readonly id: string;
  /** `3 nhiệm vụ quá hạn`. */
  readonly words: string;
  readonly filter: Readonly<Record<string, string>>;
}

/** In the order of the sentence; what is only watched is not in it. */
const SAID: readonly WorkSection[] = [
  'overdue',
  'to-verify',
  'to-answer',
  'returned',
  'to-accept',
  'to-assign',
  'not-accepted',
  'due-soon',
];

/** Numbers of the sentence, each with its list; `nhiệm vụ` is said once. */
export function piecesOf(sections: readonly Pick<Work['sections'][number], 'id' | 'count' | 'filter'>[]): Piece[] {
  return SAID.flatMap((id) => sections.find((one) => one.id === id && one.count > 0) ?? []).map(
    ({ id, count, filter }, i) => ({
      id,
      words: `${formatCount(count)} ${i === 0 ? 'nhiệm vụ ' : ''}${SECTION_PHRASES[id]}`,
      filter,
    }),
  );
}

type Dated = Pick<WorkItem, 'state' | 'dueOn' | 'reportedOn'>;

/** `Quá hạn 12 ngày, hạn 13/06/2026`; of what was reported, how long it waits. */
export function dueWords({ state, dueOn, reportedOn }: Dated, today: string): string {
  if (state === 'reported' && reportedOn !== null) {
    const days = daysBetween(reportedOn, today);
    return days > 0
      ? `Báo cáo ngày ${formatDay(reportedOn)}, đã chờ ${days} ngày`
      : `Báo cáo hôm nay, ${formatDay(reportedOn)}`;
  }
  if (dueOn === null) return 'Không có thời hạn';
  const until = formatUntil(dueOn, today);
  return `${until.charAt(0).toUpperCase()}${until.slice(1)}, ${until.startsWith('hạn') ? '' : 'hạn '}${formatDay(dueOn)}`;
}

type Held = Pick<WorkItem, 'state' | 'askedDueOn' | 'askedReason' | 'returnedOn' | 'returnReason'>;

/** What holds a task up, when something does. */
export function heldWords({ state, askedDueOn, askedReason, returnedOn, returnReason }: Held): string[] {
  const told: string[] = [];
  if (askedDueOn !== null)
    told.push(`Xin gia hạn đến ${formatDay(askedDueOn)}${askedReason ? `: ${askedReason}` : ''}`);
  if (returnedOn !== null && (state === 'accepted' || state === 'in-progress'))
    told.push(`Bị trả lại ngày ${formatDay(returnedOn)}${returnReason ? `: ${returnReason}` : ''}`);
  return told;
}
