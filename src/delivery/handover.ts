/**
 * Handover (bàn giao): what a post answers for when its holder changes. It passes by itself, since all is tied to the post;
 * what is kept is the list, as it stood on that day.
 */
import type { Role } from '#plan/rights.ts';
import type { Standing, StandingCounts } from './standing.ts';

export type HandoverListId = 'led' | 'done' | 'parts' | 'supported' | 'asked' | 'to-verify' | 'to-answer' | 'to-assign';

export const HANDOVER_WORDS: Readonly<Record<HandoverListId, string>> = {
  led: 'Nhiệm vụ cơ quan chủ trì',
  done: 'Nhiệm vụ được phân công thực hiện',
  parts: 'Phần việc đã phân rã, đang theo dõi',
  supported: 'Nhiệm vụ phối hợp',
  asked: 'Đề nghị gia hạn đang chờ trả lời',
  'to-verify': 'Báo cáo hoàn thành chờ xác nhận',
  'to-answer': 'Đề nghị gia hạn chờ ý kiến',
  'to-assign': 'Nhiệm vụ chưa giao',
};

/** One list, chosen as the list of tasks is asked over HTTP. */
export interface HandoverList {
  readonly id: HandoverListId;
  readonly query: Readonly<Record<string, string>>;
}

/** Neither done nor cancelled, and given to somebody. */
export const OPEN_STATES = 'assigned,accepted,in-progress,reported,suspended';
const WHOLES = 'document,directive,case';

export function handoverLists(post: {
  readonly id: string;
  readonly role: Role;
  readonly organisationId: string;
}): readonly HandoverList[] {
  const own: HandoverList = { id: 'done', query: { post: post.id, state: OPEN_STATES } };
  const { organisationId: organisation } = post;
  if (post.role === 'agency-lead')
    return [
      { id: 'led', query: { organisation, role: 'lead', state: OPEN_STATES } },
      { id: 'parts', query: { origin: 'breakdown', assigner: organisation, state: OPEN_STATES } },
      { id: 'asked', query: { organisation, role: 'lead', asked: '1' } },
      { id: 'supported', query: { organisation, role: 'support', state: OPEN_STATES } },
      own,
    ];
  if (post.role === 'office')
    return [
      { id: 'to-verify', query: { origin: WHOLES, state: 'reported' } },
      { id: 'to-answer', query: { origin: WHOLES, asked: '1' } },
      { id: 'to-assign', query: { origin: WHOLES, state: 'draft' } },
      own,
    ];
  return [own, { id: 'asked', query: { post: post.id, asked: '1' } }];
}

export interface HandoverBody {
  readonly post: string;
  readonly organisation: string;
  /** Names of the people, as they were then; null: the post was vacant. */
  readonly from: string | null;
  readonly to: string | null;
  readonly lists: readonly {
    readonly id: HandoverListId;
    readonly query: Readonly<Record<string, string>>;
    readonly count: number;
    readonly counts: StandingCounts;
    /** The first by deadline. */
    readonly items: readonly {
      readonly id: string;
      readonly text: string;
      readonly dueOn: string | null;
      readonly standing: Standing;
    }[];
  }[];
  /** Vụ việc tồn đọng that the post answers for. */
  readonly cases: readonly { readonly id: string; readonly title: string; readonly dueOn: string | null }[];
  /** Ý kiến chỉ đạo that the post gave and that are not carried out. */
  readonly directives: readonly { readonly id: string; readonly text: string; readonly taskId: string | null }[];
  /** Notices that nobody has read. */
  readonly unread: number;
}
