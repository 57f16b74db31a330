/** The day of a periodic report (hạn gửi) as people write it: `ngày 20`, `20/11`, `10/12/2021`. */
import { formatDay, parseTypedDay } from '../../format/date.ts';

/** From `day 20`, `11-20` or an ISO date; what is none of these comes back as it is. */
export function dueWords(due: string): string {
  const monthly = /^day (\d{1,2})$/.exec(due);
  if (monthly) return `ngày ${monthly[1]}`;
  const yearly = /^(\d{2})-(\d{2})$/.exec(due);
  return yearly ? `${yearly[2]}/${yearly[1]}` : formatDay(due);
}

/** Back to the server's form; null for an empty text and for one that is no such day. */
export function parseDue(text: string): string | null {
  const typed = text.trim();
  const monthly = /^(?:ngày\s*)?(\d{1,2})$/iu.exec(typed);
  if (monthly) return inMonth(Number(monthly[1]), 31) ? `day ${Number(monthly[1])}` : null;
  const yearly = /^(?:ngày\s*)?(\d{1,2})[/.-](\d{1,2})$/iu.exec(typed);
  if (yearly) {
    const [day, month] = [Number(yearly[1]), Number(yearly[2])];
    return inMonth(day, 31) && inMonth(month, 12) ? `${two(month)}-${two(day)}` : null;
  }
  return parseTypedDay(typed);
}

const inMonth = (value: number, most: number) => value >= 1 && value <= most;
const two = (value: number) => String(value).padStart(2, '0');
