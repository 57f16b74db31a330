/** A filter of tasks (bộ lọc nhiệm vụ) in words, as it stands under the title of an export: what was left out is said. */
import { formatDate } from '#base/date.ts';
import { STANDING_WORDS, STATE_WORDS, type Standing, type TaskState } from './standing.ts';
import type { TaskOrigin } from './task-life.ts';

export const ORIGIN_WORDS: Readonly<Record<TaskOrigin, string>> = {
  document: 'Văn bản',
  breakdown: 'Phân rã',
  directive: 'Ý kiến chỉ đạo, kết luận',
  case: 'Vụ việc tồn đọng',
};

/** What was asked for; names instead of ids. */
export interface FilterTold {
  readonly plan?: string | undefined;
  readonly organisation?: string | undefined;
  readonly role?: 'lead' | 'support' | undefined;
  readonly standing?: readonly Standing[] | undefined;
  readonly state?: readonly TaskState[] | undefined;
  readonly origin?: readonly TaskOrigin[] | undefined;
  readonly section?: string | undefined;
  readonly product?: string | undefined;
  readonly lead?: 'with' | 'without' | undefined;
  readonly due?: 'with' | 'without' | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly q?: string | undefined;
  readonly post?: string | undefined;
  readonly parent?: string | undefined;
  readonly assigner?: string | undefined;
  readonly returns?: number | undefined;
  readonly reportedTo?: string | undefined;
  readonly asked?: boolean | undefined;
  readonly returned?: boolean | undefined;
  readonly assignedTo?: string | undefined;
  readonly accepted?: 'yes' | 'no' | undefined;
  readonly parts?: 'with' | 'without' | undefined;
  readonly person?: 'with' | 'without' | undefined;
  readonly wholes?: boolean | undefined;
  readonly chosen?: number | undefined;
}

const ROLE = { lead: 'Cơ quan chủ trì', support: 'Cơ quan phối hợp' } as const;

/** One phrase for each condition, in the order of the form; empty when all tasks are meant. */
export function filterWords(told: FilterTold): string[] {
  const words: string[] = [];
  const say = (label: string, value: string | undefined) => {
    if (value) words.push(`${label}: ${value}`);
  };
  say('Kế hoạch', told.plan);
  say(told.role ? ROLE[told.role] : 'Cơ quan chủ trì hoặc phối hợp', told.organisation);
  say('Phần của văn bản', told.section);
  say('Tình trạng', told.standing?.map((one) => STANDING_WORDS[one]).join(' / '));
  say('Trạng thái', told.state?.map((one) => STATE_WORDS[one]).join(' / '));
  say('Thời hạn', between(told.from, told.to));
  say('Sản phẩm', told.product);
  say('Nguồn', told.origin?.map((one) => ORIGIN_WORDS[one]).join(' / '));
  say('Người thực hiện', told.post);
  say('Phần việc của', told.parent);
  say('Cơ quan giao', told.assigner);
  if (told.due === 'with') words.push('Có thời hạn');
  if (told.due === 'without') words.push('Không có thời hạn');
  if (told.lead === 'with') words.push('Đã có cơ quan chủ trì');
  if (told.lead === 'without') words.push('Chưa có cơ quan chủ trì');
  if (told.asked) words.push('Đang xin gia hạn');
  if (told.returned) words.push('Bị trả lại, chưa báo cáo lại');
  if (told.returns) words.push(`Bị trả lại từ ${told.returns} lần`);
  if (told.reportedTo) words.push(`Báo cáo hoàn thành đến ${formatDate(told.reportedTo)}, chờ xác nhận`);
  if (told.assignedTo) words.push(`Giao đến ${formatDate(told.assignedTo)}, chờ tiếp nhận`);
  if (told.accepted) words.push(told.accepted === 'yes' ? 'Đã tiếp nhận' : 'Chưa tiếp nhận');
  if (told.parts) words.push(told.parts === 'with' ? 'Đã phân rã' : 'Chưa phân rã');
  if (told.person)
    words.push(told.person === 'with' ? 'Đã phân công người thực hiện' : 'Chưa phân công người thực hiện');
  if (told.wholes) words.push('Chỉ phần việc lớn');
  if (told.chosen !== undefined) words.push(`${told.chosen} nhiệm vụ được chọn`);
  say('Có các từ', told.q?.trim());
  return words;
}

function between(from: string | undefined, to: string | undefined): string | undefined {
  if (from && to) return from === to ? `ngày ${formatDate(from)}` : `từ ${formatDate(from)} đến ${formatDate(to)}`;
  if (from) return `từ ${formatDate(from)}`;
  return to && `đến ${formatDate(to)}`;
}
