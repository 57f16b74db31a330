/** Days as people type many of them (nhiều ngày): `10/02/2021 đến 16/02/2021; 21/04/2021`, a line or a semicolon between. */
import { addDays, type Day, formatDay, parseTypedDay } from '../../format/date.ts';

/** The longest span that is taken for days off. */
const LONGEST = 31;

export interface TypedDays {
  readonly days: readonly Day[];
  /** What is no day and no span, as it was typed. */
  readonly wrong: readonly string[];
}

export function readDays(text: string): TypedDays {
  const days = new Set<Day>();
  const wrong: string[] = [];
  for (const part of text.split(/[\n,;]+/).map((one) => one.trim())) {
    if (part === '') continue;
    const [from, to, ...rest] = part.split(/\s*(?:–|đến)\s*/).map((one) => parseTypedDay(one));
    const last = to === undefined ? from : to;
    if (!from || !last || rest.length > 0 || last < from || last > addDays(from, LONGEST)) wrong.push(part);
    else for (let day = from; day <= last; day = addDays(day, 1)) days.add(day);
  }
  return { days: [...days].sort(), wrong };
}

/** The same days again, neighbours as a span. */
export function writeDays(days: readonly Day[]): string {
  const spans: [Day, Day][] = [];
  for (const day of [...days].sort()) {
    const last = spans.at(-1);
    if (last && addDays(last[1], 1) === day) last[1] = day;
    else spans.push([day, day]);
  }
  return spans.map(([a, b]) => (a === b ? formatDay(a) : `${formatDay(a)} đến ${formatDay(b)}`)).join('\n');
}
