/** The acts on a task (hành động đối với nhiệm vụ): from which states, by whom, what must be told with them. */
import type { TaskState } from './standing.ts';

export const ACTS = [
  'assign',
  'reassign',
  'accept',
  'name-doer',
  'update',
  'ask-extension',
  'grant-extension',
  'refuse-extension',
  'set-due',
  'report-done',
  'verify',
  'return',
  'suspend',
  'resume',
  'cancel',
  'remind',
] as const;
export type Act = (typeof ACTS)[number];

/** Names of the acts on buttons and in histories. */
export const ACT_WORDS: Readonly<Record<Act, string>> = {
  assign: 'Giao nhiệm vụ',
  reassign: 'Giao lại',
  accept: 'Tiếp nhận',
  'name-doer': 'Phân công người thực hiện',
  update: 'Cập nhật tiến độ',
  'ask-extension': 'Xin gia hạn',
  'grant-extension': 'Đồng ý gia hạn',
  'refuse-extension': 'Không đồng ý gia hạn',
  'set-due': 'Đặt thời hạn',
  'report-done': 'Báo cáo hoàn thành',
  verify: 'Xác nhận hoàn thành',
  return: 'Trả lại',
  suspend: 'Tạm dừng',
  resume: 'Tiếp tục thực hiện',
  cancel: 'Hủy',
  remind: 'Đôn đốc',
};

/**
 * What somebody is to a task. assigner: who assigned it and verifies it (the Office; of a part, the head of the agency that
 * broke it off). lead-head, lead-officer: of an agency that leads. doer: the post that was named. support: of an agency
 * that supports. leader: of the province.
 */
export type Relation = 'assigner' | 'lead-head' | 'lead-officer' | 'doer' | 'support' | 'leader';

interface Rule {
  readonly from: readonly TaskState[];
  readonly who: readonly Relation[];
  /** What must be told with it. */
  readonly needs?: readonly ('text' | 'due' | 'leads' | 'post')[];
  readonly to?: TaskState;
}

const OPEN: readonly TaskState[] = ['assigned', 'accepted', 'in-progress'];
const WORKING: readonly TaskState[] = ['accepted', 'in-progress'];

/** The whole table; tests walk it over every role and state. */
export const RULES: Readonly<Record<Act, Rule>> = {
  assign: { from: ['draft'], who: ['assigner'], needs: ['leads'], to: 'assigned' },
  reassign: { from: [...OPEN, 'reported'], who: ['assigner'], needs: ['leads', 'text'], to: 'assigned' },
  accept: { from: OPEN, who: ['lead-head'] },
  'name-doer': { from: [...OPEN, 'reported'], who: ['lead-head'], needs: ['post'] },
  update: { from: WORKING, who: ['lead-head', 'lead-officer', 'doer', 'support'], needs: ['text'], to: 'in-progress' },
  'ask-extension': { from: OPEN, who: ['lead-head', 'doer'], needs: ['due', 'text'] },
  'grant-extension': { from: OPEN, who: ['assigner'], needs: ['due'] },
  'refuse-extension': { from: OPEN, who: ['assigner'], needs: ['text'] },
  'set-due': { from: ['draft', ...OPEN], who: ['assigner'], needs: ['due', 'text'] },
  'report-done': { from: WORKING, who: ['lead-head', 'doer'], needs: ['text'], to: 'reported' },
  verify: { from: ['reported'], who: ['assigner'], to: 'verified' },
  return: { from: ['reported', 'verified'], who: ['assigner'], needs: ['text'], to: 'in-progress' },
  suspend: { from: [...OPEN, 'reported'], who: ['assigner'], needs: ['text'], to: 'suspended' },
  resume: { from: ['suspended', 'cancelled'], who: ['assigner'] },
  cancel: { from: ['draft', ...OPEN, 'reported', 'suspended'], who: ['assigner'], needs: ['text'], to: 'cancelled' },
  remind: { from: OPEN, who: ['assigner', 'leader'] },
};
