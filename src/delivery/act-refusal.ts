/** Why an act on a task is refused: a code and one sentence, Vietnamese first. */
import { formatDate } from '#base/date.ts';
import { ACT_WORDS, type Act, type Relation } from './act.ts';
import { STATE_WORDS, type TaskState } from './standing.ts';

export interface ActRefusal {
  /** `not-yours`: another has to do it; `wrong-state`: not now; else something must be given. */
  readonly code:
    | 'not-yours'
    | 'wrong-state'
    | 'already'
    | 'not-asked'
    | 'no-deadline'
    | 'text-needed'
    | 'due-needed'
    | 'lead-needed'
    | 'post-needed'
    | 'evidence-needed'
    | 'bad-day';
  readonly vi: string;
  readonly en: string;
}

const WHO: Readonly<Record<Relation, readonly [vi: string, en: string]>> = {
  assigner: ['cơ quan giao nhiệm vụ', 'the one who assigned it'],
  'lead-head': ['thủ trưởng cơ quan chủ trì', 'the head of a lead agency'],
  'lead-officer': ['chuyên viên cơ quan chủ trì', 'an officer of a lead agency'],
  doer: ['người được phân công', 'the post that was named'],
  support: ['cơ quan phối hợp', 'a supporting agency'],
  leader: ['lãnh đạo tỉnh', 'a leader of the province'],
};

const STATE_EN: Readonly<Record<TaskState, string>> = {
  draft: 'not assigned yet',
  assigned: 'assigned and not accepted',
  accepted: 'accepted',
  'in-progress': 'in progress',
  reported: 'reported done',
  verified: 'verified as done',
  suspended: 'suspended',
  cancelled: 'cancelled',
};

const make = (code: ActRefusal['code'], vi: string, en: string): ActRefusal => ({ code, vi, en });

export const refusal = {
  notYours: (act: Act, who: readonly Relation[]) =>
    make(
      'not-yours',
      `Việc “${ACT_WORDS[act]}” do ${who.map((one) => WHO[one][0]).join(' hoặc ')} thực hiện.`,
      `Only ${who.map((one) => WHO[one][1]).join(' or ')} may do this.`,
    ),
  wrongState: (act: Act, state: TaskState) =>
    make(
      'wrong-state',
      act === 'update' && state === 'assigned'
        ? 'Nhiệm vụ chưa được tiếp nhận. Hãy tiếp nhận trước khi cập nhật tiến độ.'
        : act === 'report-done' && state === 'assigned'
          ? 'Nhiệm vụ chưa được tiếp nhận. Hãy tiếp nhận trước khi báo cáo hoàn thành.'
          : `Không thể thực hiện “${ACT_WORDS[act]}” khi nhiệm vụ ở trạng thái “${STATE_WORDS[state]}”.`,
      `This can't be done while the task is ${STATE_EN[state]}.`,
    ),
  alreadyAccepted: () =>
    make('already', 'Cơ quan của bạn đã tiếp nhận nhiệm vụ này.', 'Your agency has accepted this task already.'),
  alreadyAsked: () =>
    make(
      'already',
      'Đã có đề nghị gia hạn đang chờ trả lời.',
      'An extension was asked for and has not been answered yet.',
    ),
  notAsked: () => make('not-asked', 'Không có đề nghị gia hạn nào đang chờ.', 'No extension was asked for.'),
  noDeadline: () =>
    make('no-deadline', 'Nhiệm vụ không có thời hạn nên không cần gia hạn.', 'The task has no deadline to extend.'),
  textNeeded: (act: Act) =>
    act === 'report-done'
      ? make('text-needed', 'Hãy ghi kết quả thực hiện.', 'Say what was achieved.')
      : act === 'update'
        ? make('text-needed', 'Hãy ghi tình hình thực hiện hoặc tiến độ.', 'Say how it goes, or how far it is.')
        : make('text-needed', 'Hãy ghi lý do.', 'A reason is needed.'),
  dueNeeded: () => make('due-needed', 'Hãy chọn thời hạn mới.', 'A new deadline is needed.'),
  leadNeeded: () => make('lead-needed', 'Hãy chọn ít nhất một cơ quan chủ trì.', 'At least one lead agency is needed.'),
  postNeeded: () => make('post-needed', 'Hãy chọn người thực hiện.', 'Name who is to do it.'),
  evidenceNeeded: () =>
    make(
      'evidence-needed',
      'Hãy đính kèm ít nhất một minh chứng (tệp hoặc liên kết) trước khi báo cáo hoàn thành.',
      'At least one piece of evidence (file or link) is needed before it is reported done.',
    ),
  notLater: (dueOn: string) =>
    make(
      'bad-day',
      `Thời hạn mới phải sau thời hạn hiện tại (${formatDate(dueOn)}).`,
      'The new deadline must be later.',
    ),
  past: () => make('bad-day', 'Thời hạn mới phải từ hôm nay trở đi.', 'The new deadline lies in the past.'),
} as const;
