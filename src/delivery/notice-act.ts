/** Which notice an act on a task makes, and for whom; quiet where nobody has to know at once (progress that was told). */
import { formatDate } from '#base/date.ts';
import type { Act } from './act.ts';
import { type Audience, type Notice, type NoticeKind, shortened } from './notice.ts';
import type { LifeFacts, TaskOrigin } from './task-life.ts';

/** An act that was done. */
export interface DoneAct {
  readonly taskId: string;
  /** Id of the entry in the history. */
  readonly actId: string;
  readonly act: Act;
  readonly origin: TaskOrigin;
  /** What the task says. */
  readonly words: string;
  /** Organisation of who did it, by its name of today. */
  readonly who: string | null;
  /** Reason, result. */
  readonly reason: string | null;
  readonly before: LifeFacts;
  readonly after: LifeFacts;
}

export function noticesOfAct(done: DoneAct): Notice[] {
  const { act, before, after } = done;
  // Of a task that was never given nobody has heard.
  if (before.state === 'draft' && act !== 'assign') return [];
  const who = done.who ?? 'Đơn vị chủ trì';
  const heads: Audience = { to: 'heads', organisationIds: after.leadIds };
  const doer: readonly Audience[] = after.postId === null ? [] : [{ to: 'post', postId: after.postId }];
  const leads = [heads, ...doer];
  const reason = done.reason === null ? '' : `Lý do: ${done.reason}`;
  const make = (kind: NoticeKind, to: readonly Audience[], title: string, more = ''): Notice => ({
    kind,
    key: `act:${done.actId}`,
    to,
    title,
    text: more === '' ? shortened(done.words) : `${sentence(shortened(done.words))} ${shortened(more, 400)}`,
    link: `/nhiem-vu/${done.taskId}`,
    subjectType: 'task',
    subjectId: done.taskId,
  });
  switch (act) {
    case 'assign':
    case 'reassign':
      return ofAssigning(done, make, doer);
    case 'accept':
      return [make('accepted', [assignerOf(done)], `${who} đã tiếp nhận nhiệm vụ`)];
    case 'name-doer':
      return [make('doer-named', doer, `Được phân công thực hiện nhiệm vụ${until(after.dueOn)}`)];
    case 'update':
      return [];
    case 'ask-extension':
      return [make('extension-asked', [assignerOf(done)], `${who} xin gia hạn đến ${day(after.askedDueOn)}`, reason)];
    case 'grant-extension':
      return [make('extension-granted', leads, `Đồng ý gia hạn đến ${day(after.dueOn)}`)];
    case 'refuse-extension':
      return [
        make('extension-refused', leads, `Không đồng ý gia hạn, thời hạn giữ nguyên ${day(after.dueOn)}`, reason),
      ];
    case 'set-due':
      return [make('due-set', leads, `Thời hạn thực hiện được đặt lại: ${day(after.dueOn)}`, reason)];
    case 'report-done':
      return [make('reported', [assignerOf(done)], `${who} báo cáo hoàn thành, chờ xác nhận`)];
    case 'verify':
      return [make('verified', leads, 'Đã xác nhận hoàn thành nhiệm vụ')];
    case 'return':
      return [make('returned', leads, 'Báo cáo hoàn thành bị trả lại', reason)];
    case 'suspend':
      return [make('suspended', leads, 'Nhiệm vụ tạm dừng', reason)];
    case 'resume':
      return [make('resumed', leads, `Nhiệm vụ tiếp tục thực hiện${until(after.dueOn)}`)];
    case 'cancel':
      return [make('cancelled', leads, 'Nhiệm vụ đã hủy', reason)];
    case 'remind':
      return [make('reminded', leads, `Đôn đốc thực hiện nhiệm vụ${until(after.dueOn)}`, done.reason ?? '')];
  }
}

type Make = (kind: NoticeKind, to: readonly Audience[], title: string, more?: string) => Notice;

function ofAssigning({ act, before, after, reason }: DoneAct, make: Make, doer: readonly Audience[]): Notice[] {
  const again = act === 'reassign';
  const more = again && reason !== null ? `Lý do: ${reason}` : '';
  const to = (organisationIds: readonly string[], also: readonly Audience[] = []): readonly Audience[] => [
    { to: 'heads', organisationIds },
    ...also,
  ];
  const gone = again
    ? before.leadIds.filter((id) => !after.leadIds.includes(id) && !after.supportIds.includes(id))
    : [];
  const words = again ? 'Được giao lại' : 'Được giao';
  return [
    make('assigned', to(after.leadIds, doer), `${words} chủ trì nhiệm vụ${until(after.dueOn)}`, more),
    make('assigned', to(after.supportIds), `${words} phối hợp thực hiện nhiệm vụ${until(after.dueOn)}`, more),
    make('moved-away', to(gone), 'Nhiệm vụ đã chuyển cơ quan khác chủ trì', more),
  ].filter((one) => one.to.some((audience) => audience.to !== 'heads' || audience.organisationIds.length > 0));
}

/** Who assigned it waits for what comes of it: the Office, or the head of the agency that broke a part off. */
export function assignerOf({ origin, after }: { readonly origin: TaskOrigin; readonly after: LifeFacts }): Audience {
  return origin === 'breakdown' && after.assignerId !== null
    ? { to: 'heads', organisationIds: [after.assignerId] }
    : { to: 'office' };
}

/** What another sentence may follow. */
function sentence(text: string): string {
  return /[.…!?]$/.test(text) ? text : `${text.replace(/[;:,]$/, '')}.`;
}

function day(date: string | null): string {
  return date === null ? '—' : formatDate(date);
}

function until(date: string | null): string {
  return date === null ? '' : `, thời hạn ${formatDate(date)}`;
}

/** Several of the same act, done at one stroke: one notice in place of many. */
export function gathered(notices: readonly Notice[], link: string): Notice | null {
  const [first] = notices;
  if (!first || notices.length < 2) return first ?? null;
  const words = `${first.title.replace(/, thời hạn .*$/, '')} (${notices.length} nhiệm vụ)`;
  const some = notices.slice(0, 3).map((one) => `– ${shortened(one.text, 120)}`);
  const more = notices.length > 3 ? ` … và ${notices.length - 3} nhiệm vụ khác.` : '';
  return { ...first, key: `${first.key}:${notices.length}`, title: words, text: `${some.join(' ')}${more}`, link };
}
