/** Deadlines as a calendar that other programs read (iCalendar, RFC 5545): whole days, one event a deadline. */

/** What a calendar holds. */
export const CALENDAR_SCOPES = ['post', 'organisation', 'province'] as const;
export type CalendarScope = (typeof CALENDAR_SCOPES)[number];
export const CALENDAR_SCOPE_WORDS: Readonly<Record<CalendarScope, string>> = {
  post: 'Việc của chức danh tôi',
  organisation: 'Việc của cơ quan tôi',
  province: 'Mọi nhiệm vụ của tỉnh',
};

export interface CalendarDay {
  /** The same for the same deadline, also when it moves. */
  readonly uid: string;
  /** ISO date. */
  readonly on: string;
  readonly summary: string;
  readonly description: string;
  readonly url: string;
  /** Suspended: it may never come. */
  readonly tentative: boolean;
  /** Instant of the last change, ISO. */
  readonly changedAt: string;
  /** Grows with each change. */
  readonly sequence: number;
  readonly categories: readonly string[];
}

/** Text with CRLF, each line at most 75 octets. `name` is what the program shows for the calendar. */
export function writeCalendar(name: string, days: readonly CalendarDay[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Bam Sat//Lich han//VI',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    'X-WR-TIMEZONE:Asia/Ho_Chi_Minh',
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    'X-PUBLISHED-TTL:PT1H',
    ...days.flatMap(linesOf),
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

function linesOf(day: CalendarDay): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${day.uid}`,
    `DTSTAMP:${stamp(day.changedAt)}`,
    `LAST-MODIFIED:${stamp(day.changedAt)}`,
    `SEQUENCE:${day.sequence}`,
    `DTSTART;VALUE=DATE:${day.on.replaceAll('-', '')}`,
    `SUMMARY:${escaped(day.summary)}`,
    `DESCRIPTION:${escaped(day.description)}`,
    `URL:${day.url}`,
    ...(day.categories.length > 0 ? [`CATEGORIES:${day.categories.map(escaped).join(',')}`] : []),
    `STATUS:${day.tentative ? 'TENTATIVE' : 'CONFIRMED'}`,
    // A deadline takes nobody's time.
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

function stamp(instant: string): string {
  return `${new Date(instant).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}

/** Text as a value: separators escaped, breaks as `\n`, no control characters. */
function escaped(text: string): string {
  return (
    text
      .replace(/\r\n?/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these may not stand in a value.
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, ' ')
      .replace(/[\\;,]/g, '\\$&')
      .replace(/\n/g, '\\n')
  );
}

const MOST_OCTETS = 75;

/** A long line goes on in lines that begin with a space; no letter is cut. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const letter of line) {
    const size = octetsOf(letter.codePointAt(0) as number);
    if (octets + size > MOST_OCTETS) {
      parts.push(part);
      part = '';
      // The space that it begins with.
      octets = 1;
    }
    part += letter;
    octets += size;
  }
  return [...parts, part].join('\r\n ');
}

function octetsOf(code: number): number {
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}
