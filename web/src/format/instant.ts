/** Moments (thời điểm): ISO instants inside, the clock of Việt Nam (UTC+7, no summer time) on screen. */
import { type Day, daysBetween, formatDay } from './date.ts';

const ZONE = 'Asia/Ho_Chi_Minh';

const CLOCK = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

interface Wall {
  readonly day: Day;
  readonly time: string;
}

function wallOf(instant: Date): Wall {
  const parts = new Map(CLOCK.formatToParts(instant).map((part) => [part.type, part.value]));
  return {
    day: `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`,
    time: `${parts.get('hour')}:${parts.get('minute')}`,
  };
}

/** The day in Việt Nam at that moment. */
export function dayOf(instant: Date): Day {
  return wallOf(instant).day;
}

/** `14:05 20/11/2026`. */
export function formatInstant(iso: string): string {
  const { day, time } = wallOf(new Date(iso));
  return `${time} ${formatDay(day)}`;
}

/** `14:05`. */
export function formatTime(iso: string): string {
  return wallOf(new Date(iso)).time;
}

/**
 * How long ago, in the words of an office: `vừa xong`, `5 phút trước`, `14:05 hôm nay`, `hôm qua`, `3 ngày trước`,
 * then the date. `now` is an argument so that lists agree with each other.
 */
export function formatAgo(iso: string, now: Date): string {
  const then = new Date(iso);
  const minutes = Math.floor((now.getTime() - then.getTime()) / 60_000);
  if (minutes < -1) return formatInstant(iso);
  if (minutes < 1) return 'vừa xong';
  if (minutes < 60) return `${minutes} phút trước`;
  const days = daysBetween(dayOf(then), dayOf(now));
  if (days === 0) return `${formatTime(iso)} hôm nay`;
  if (days === 1) return `${formatTime(iso)} hôm qua`;
  if (days < 7) return `${days} ngày trước`;
  return formatDay(dayOf(then));
}

/** What is left until a deadline: `hôm nay`, `ngày mai`, `còn 5 ngày`, `quá hạn 3 ngày`. */
export function formatUntil(due: Day, today: Day): string {
  const days = daysBetween(today, due);
  if (days === 0) return 'hạn hôm nay';
  if (days === 1) return 'hạn ngày mai';
  return days > 0 ? `còn ${days} ngày` : `quá hạn ${-days} ngày`;
}
