/** Letters of following (thư theo dõi): the daily one of a post, and the single one that somebody wants at once. */
import { type Letter, type Part, writeLetter } from './letter-form.ts';

export interface DailyList {
  /** `Nhiệm vụ quá hạn`. */
  readonly words: string;
  /** `quá hạn`, for the subject. */
  readonly short: string;
  readonly count: number;
  readonly items: readonly { readonly text: string; readonly note: string; readonly url: string }[];
  readonly url: string;
}

export interface Daily {
  /** Họ và tên. */
  readonly name: string;
  /** Chức danh, and its organisation. */
  readonly post: string;
  readonly organisation: string;
  readonly office: string;
  /** Ngày, `05/07/2021`. */
  readonly day: string;
  readonly lists: readonly DailyList[];
  readonly news: readonly { readonly title: string; readonly text: string; readonly url: string }[];
  /** “Việc của tôi”. */
  readonly work: string;
  /** Where one chooses what comes by letter. */
  readonly settings: string;
}

/** Thư tổng hợp hằng ngày: overdue first, the news last, nothing that counts none. */
export function dailyLetter(daily: Daily): Letter {
  const lists = daily.lists.filter((list) => list.count > 0);
  const parts: Part[] = [
    {
      kind: 'paragraph',
      text: `Hệ thống Bám Sát tổng hợp các việc cần thực hiện của ${daily.post}, ${daily.organisation}, tính đến ngày ${daily.day}, kính gửi Ông/Bà theo dõi, xử lý.`,
    },
    ...lists.map(
      (list): Part => ({
        kind: 'list',
        heading: `${list.words}: ${list.count}`,
        items: list.items,
        more:
          list.count > list.items.length
            ? { label: `Xem đủ ${list.count} nhiệm vụ tại liên kết sau`, url: list.url }
            : null,
      }),
    ),
  ];
  if (daily.news.length > 0) {
    const items = daily.news.map(({ title, text, url }) => ({ text: title, note: text, url }));
    parts.push({ kind: 'list', heading: `Thông báo mới: ${daily.news.length}`, items, more: null });
  }
  parts.push({
    kind: 'link',
    label: 'Để cập nhật tiến độ, báo cáo kết quả, đề nghị Ông/Bà mở liên kết sau',
    url: daily.work,
  });
  parts.push({
    kind: 'link',
    label: 'Giờ nhận thư, ngày nhận thư, tạm ngừng khi nghỉ phép hoặc thôi nhận thư này được đặt tại liên kết sau',
    url: daily.settings,
  });
  const short = lists.map((list) => `${list.count} ${list.short}`).slice(0, 3);
  const about = short.length > 0 ? short.join(', ') : `${daily.news.length} thông báo mới`;
  const subject = `Việc cần thực hiện ngày ${daily.day}: ${about}`;
  return writeLetter({
    subject,
    to: `Ông/Bà ${daily.name} – ${daily.post}, ${daily.organisation}`,
    office: daily.office,
    parts,
  });
}

/** Thông báo gửi ngay: a return or a directive, for who chose to be written of it at once. */
export function noticeLetter(
  to: { readonly name: string; readonly post: string; readonly organisation: string; readonly office: string },
  notice: { readonly title: string; readonly text: string; readonly url: string },
): Letter {
  return writeLetter({
    subject: notice.title,
    to: `Ông/Bà ${to.name} – ${to.post}, ${to.organisation}`,
    office: to.office,
    parts: [
      { kind: 'paragraph', text: `${notice.title}.` },
      ...(notice.text === '' ? [] : [{ kind: 'paragraph', text: notice.text } as const]),
      { kind: 'link', label: 'Để xem và xử lý, đề nghị Ông/Bà mở liên kết sau', url: notice.url },
    ],
  });
}
