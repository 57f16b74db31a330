/** What a task's page says in words: why it stands where it stands, what comes next, what acts did, what changed meanwhile. */
import { ACT_WORDS, type Act } from '#delivery/act.ts';
import { STATE_WORDS } from '#delivery/standing.ts';
import type { Answer } from '../../api/client.ts';
import { daysBetween, formatDay } from '../../format/date.ts';
import { formatPercent } from '../../format/number.ts';
import type { Tone } from '../../ui/badge.tsx';

export type TaskAnswer = Answer<'GET /tasks/:id'>;
export type Life = TaskAnswer['life'];
export type ActEntry = TaskAnswer['acts'][number];

/** Why the standing is what it is, beside its badge: `Quá hạn 12 ngày; hạn 29/06/2021`. */
export function standingReason(
  life: Life,
  today: string,
  acts: readonly ActEntry[] = [],
  goneOn: string | null = null,
): string {
  const { state, dueOn, reportedOn, doneOn } = life;
  if (isGone(life)) return `Văn bản sửa đổi đã bỏ khỏi kế hoạch${goneOn === null ? '' : ` từ ${formatDay(goneOn)}`}`;
  const due = dueOn === null ? null : `hạn ${formatDay(dueOn)}`;
  if (state === 'suspended' || state === 'cancelled') {
    const wanted = state === 'suspended' ? 'suspend' : 'cancel';
    const why = acts.find((one) => !one.undone && one.act === wanted)?.text;
    return why ? `Lý do: ${why}` : STATE_WORDS[state];
  }
  if (state === 'verified') {
    const done = doneOn === null ? 'Đã hoàn thành' : `Hoàn thành ngày ${formatDay(doneOn)}`;
    const late = dueOn !== null && doneOn !== null ? daysBetween(dueOn, doneOn) : 0;
    return [done, late > 0 ? `sau hạn ${late} ngày` : null, due].filter(Boolean).join('; ');
  }
  if (state === 'reported' && reportedOn !== null) {
    const late = dueOn === null ? 0 : daysBetween(dueOn, reportedOn);
    const said = `Báo cáo hoàn thành ngày ${formatDay(reportedOn)}`;
    return [said, late > 0 ? `sau hạn ${late} ngày` : 'chờ xác nhận', due].filter(Boolean).join('; ');
  }
  const waits = state === 'draft' ? 'Chưa giao' : state === 'assigned' ? 'Chờ tiếp nhận' : null;
  if (dueOn === null) return waits ?? 'Văn bản không ghi thời hạn';
  const left = daysBetween(today, dueOn);
  const time = left < 0 ? `Quá hạn ${-left} ngày` : left === 0 ? 'Hạn hôm nay' : `Còn ${left} ngày`;
  return [waits, waits ? time.toLowerCase() : time, left === 0 ? null : due].filter(Boolean).join('; ');
}

/** An amendment took it out of the plan: nobody cancelled it. */
function isGone({ state, standing }: Life): boolean {
  return standing === 'cancelled' && state !== 'cancelled';
}

/** Who has to do what now; null when nothing is waited for. */
export function nextStep(life: Life): string | null {
  const leads = life.leads.map((one) => one.name).join(', ') || 'cơ quan chủ trì';
  const assigner = life.origin === 'breakdown' ? 'cơ quan giao việc' : 'Văn phòng';
  if (isGone(life)) return null;
  if (life.askedDueOn) {
    return `Chờ ${assigner} trả lời đề nghị gia hạn đến ${formatDay(life.askedDueOn)}${life.askedReason ? `: ${life.askedReason}` : '.'}`;
  }
  switch (life.state) {
    case 'draft':
      return `Chờ ${assigner} giao nhiệm vụ.`;
    case 'assigned':
      return `Chờ ${leads} tiếp nhận.`;
    case 'accepted':
    case 'in-progress':
      return life.returnedOn
        ? `Đã trả lại ngày ${formatDay(life.returnedOn)}: ${life.returnReason ?? ''}`
        : `${life.post?.holder ?? life.post?.title ?? leads} đang thực hiện${life.progress === null ? '' : `, tiến độ ${formatPercent(life.progress)}`}.`;
    case 'reported':
      return `Chờ ${assigner} xác nhận hoàn thành.`;
    default:
      return null;
  }
}

/** Acts by how likely they come next; the first allowed ones are buttons, the others in a menu. */
const ORDER: readonly Act[] = [
  'grant-extension',
  'refuse-extension',
  'verify',
  'return',
  'assign',
  'accept',
  'update',
  'report-done',
  'ask-extension',
  'name-doer',
  'resume',
  'remind',
  'set-due',
  'reassign',
  'suspend',
  'cancel',
];
/** What begins nothing stays in the menu when there is anything else. */
const MENU: ReadonlySet<Act> = new Set(['set-due', 'reassign', 'suspend', 'cancel', 'remind']);
const BUTTONS = 3;

/** The main act first. */
export function arrangeActs(life: Life, allowed: readonly Act[]): { buttons: Act[]; menu: Act[] } {
  const sorted = [...allowed].sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b));
  // A verified task may be returned, but nothing calls for it.
  const quiet = (act: Act) => MENU.has(act) || (act === 'return' && life.state === 'verified');
  const buttons = sorted.filter((act) => !quiet(act)).slice(0, BUTTONS);
  if (buttons.length === 0 && sorted[0]) buttons.push(sorted[0]);
  return { buttons, menu: sorted.filter((act) => !buttons.includes(act)) };
}

/** After the act, with its way back: `Đã tiếp nhận nhiệm vụ`. */
export const DONE_WORDS: Readonly<Record<Act, string>> = {
  assign: 'Đã giao nhiệm vụ',
  reassign: 'Đã giao lại nhiệm vụ',
  accept: 'Đã tiếp nhận nhiệm vụ',
  'name-doer': 'Đã phân công người thực hiện',
  update: 'Đã cập nhật tiến độ',
  'ask-extension': 'Đã gửi đề nghị gia hạn',
  'grant-extension': 'Đã đồng ý gia hạn',
  'refuse-extension': 'Đã trả lời không đồng ý gia hạn',
  'set-due': 'Đã đặt thời hạn',
  'report-done': 'Đã báo cáo hoàn thành',
  verify: 'Đã xác nhận hoàn thành',
  return: 'Đã trả lại nhiệm vụ',
  suspend: 'Đã tạm dừng nhiệm vụ',
  resume: 'Đã tiếp tục thực hiện nhiệm vụ',
  cancel: 'Đã hủy nhiệm vụ',
  remind: 'Đã gửi đôn đốc',
};

/** Two looks at one task: what another person changed between them, in words. */
export function changesBetween(before: Life, after: Life): string[] {
  const day = (value: string | null) => (value === null ? 'không có' : formatDay(value));
  const names = (list: Life['leads']) => list.map((one) => one.name).join(', ') || 'chưa có';
  const found: string[] = [];
  const tell = (what: string, from: string, to: string) => {
    if (from !== to) found.push(`${what}: ${from} → ${to}`);
  };
  tell('Trạng thái', STATE_WORDS[before.state], STATE_WORDS[after.state]);
  tell('Thời hạn', day(before.dueOn), day(after.dueOn));
  tell('Chủ trì', names(before.leads), names(after.leads));
  tell('Phối hợp', names(before.supports), names(after.supports));
  tell('Người thực hiện', before.post?.title ?? 'chưa có', after.post?.title ?? 'chưa có');
  tell(
    'Tiến độ',
    before.progress ? formatPercent(before.progress) : 'chưa có',
    after.progress ? formatPercent(after.progress) : 'chưa có',
  );
  tell('Đề nghị gia hạn', day(before.askedDueOn), day(after.askedDueOn));
  if (before.text !== after.text) found.push('Nội dung nhiệm vụ đã được sửa theo văn bản mới');
  if (before.acceptedIds.length !== after.acceptedIds.length) found.push('Cơ quan tiếp nhận đã thay đổi');
  return found;
}

export interface DeadlineStep {
  readonly id: string;
  readonly words: string;
  readonly by: string;
  readonly at: string;
  readonly why: string | null;
  readonly tone: Tone;
}

/** The deadline from its document to today: asked, granted, refused, set; by whom and why. Undone acts left out. */
export function deadlineStory(acts: readonly ActEntry[]): DeadlineStep[] {
  const by = (one: ActEntry) => [one.person, one.organisation].filter(Boolean).join(', ');
  const step = (one: ActEntry, words: string, tone: Tone): DeadlineStep => ({
    id: one.id,
    words,
    tone,
    by: by(one),
    at: one.at,
    why: one.text,
  });
  const told: DeadlineStep[] = [];
  for (const one of acts.toReversed()) {
    if (one.undone) continue;
    const to = one.dueOn === null ? null : formatDay(one.dueOn);
    const from = one.dueBefore === null ? '' : ` (trước đó: ${formatDay(one.dueBefore)})`;
    if (one.act === 'ask-extension' && to) told.push(step(one, `Xin gia hạn đến ${to}`, 'neutral'));
    if (one.act === 'grant-extension' && to) told.push(step(one, `Đồng ý gia hạn đến ${to}${from}`, 'green'));
    if (one.act === 'refuse-extension') told.push(step(one, 'Không đồng ý gia hạn', 'red'));
    if (one.act === 'set-due' && to) told.push(step(one, `Đặt thời hạn ${to}${from}`, 'brand'));
    if ((one.act === 'return' || one.act === 'assign' || one.act === 'reassign') && to && one.dueBefore !== null)
      told.push(step(one, `${ACT_WORDS[one.act]} với thời hạn ${to}${from}`, 'brand'));
  }
  return told;
}

/** An entry of the history beside its act: `Chủ trì: …; thời hạn 31/07/2021; tiến độ 40%`. */
export function actDetails(one: ActEntry): string | null {
  const parts = [
    one.leads && one.leads.length > 0 ? `chủ trì: ${one.leads.join(', ')}` : null,
    one.supports && one.supports.length > 0 ? `phối hợp: ${one.supports.join(', ')}` : null,
    one.doer ? `người thực hiện: ${one.doer}` : null,
    one.dueOn ? `thời hạn ${formatDay(one.dueOn)}` : null,
    one.progress ? `tiến độ ${formatPercent(one.progress)}` : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join('; ');
}
