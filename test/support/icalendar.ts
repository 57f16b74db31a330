/** A strict reader of iCalendar (RFC 5545), written apart from the writer: throws at whatever the text may not be. */
import assert from 'node:assert/strict';

export interface ReadEvent {
  readonly uid: string;
  readonly on: string;
  readonly summary: string;
  readonly description: string;
  readonly url: string;
  readonly status: string;
  readonly sequence: number;
  readonly changedAt: string;
  readonly categories: readonly string[];
}

interface Line {
  readonly name: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly value: string;
}

/** Lines without their folding. */
function unfold(text: string): string[] {
  assert.ok(text.endsWith('\r\n'), 'the last line ends with CRLF');
  const lines: string[] = [];
  for (const line of text.slice(0, -2).split('\r\n')) {
    assert.ok(!/[\r\n]/.test(line), `a lone break: ${JSON.stringify(line)}`);
    const octets = Buffer.byteLength(line, 'utf8');
    assert.ok(octets <= 75, `${octets} octets: ${line}`);
    assert.equal(Buffer.from(line, 'utf8').toString('utf8'), line, 'a letter was cut');
    if (line.startsWith(' ')) {
      assert.ok(lines.length > 0);
      lines.push((lines.pop() as string) + line.slice(1));
    } else lines.push(line);
  }
  return lines;
}

function lineOf(text: string): Line {
  const found = /^([A-Z][A-Z0-9-]*)((?:;[A-Z-]+=[^;:",]+)*):(.*)$/s.exec(text);
  assert.ok(found, `no content line: ${text}`);
  const [, name = '', parameters = '', value = ''] = found;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these may not stand in a value.
  assert.ok(!/[\u0000-\u0008\u000a-\u001f\u007f]/.test(value), `a control character: ${text}`);
  const pairs = parameters
    .split(';')
    .slice(1)
    .map((pair) => pair.split('=') as [string, string]);
  return { name, parameters: Object.fromEntries(pairs), value };
}

/** TEXT values; `several` are parted by commas that are not escaped. */
function textsOf(value: string): string[] {
  const texts = [''];
  for (let i = 0; i < value.length; i++) {
    const at = value[i] as string;
    const last = texts.length - 1;
    if (at === '\\') {
      const next = value[++i];
      assert.ok(next !== undefined && '\\;,nN'.includes(next), `escaped: ${value}`);
      texts[last] += next === 'n' || next === 'N' ? '\n' : next;
    } else if (at === ',') texts.push('');
    else {
      assert.notEqual(at, ';', `a bare semicolon: ${value}`);
      texts[last] += at;
    }
  }
  return texts;
}

function textOf(value: string): string {
  const texts = textsOf(value);
  assert.equal(texts.length, 1, `a bare comma: ${value}`);
  return texts[0] as string;
}

const STAMP = /^\d{8}T\d{6}Z$/;

export function readCalendar(text: string): { readonly name: string; readonly events: readonly ReadEvent[] } {
  const lines = unfold(text).map(lineOf);
  const open: string[] = [];
  const head = new Map<string, string>();
  const events: ReadEvent[] = [];
  let event: Map<string, Line> | null = null;
  lines.forEach((line, i) => {
    if (line.name === 'BEGIN') {
      assert.equal(line.value, ['VCALENDAR', 'VEVENT'][open.length]);
      assert.ok(open.length > 0 || i === 0);
      open.push(line.value);
      if (line.value === 'VEVENT') event = new Map();
    } else if (line.name === 'END') {
      assert.equal(open.pop(), line.value);
      assert.ok(open.length > 0 || i === lines.length - 1, 'nothing stands behind the calendar');
      if (event) events.push(eventOf(event));
      event = null;
    } else if (event) {
      assert.ok(!event.has(line.name), `${line.name} twice`);
      event.set(line.name, line);
    } else {
      assert.ok(!head.has(line.name), `${line.name} twice`);
      assert.equal(events.length, 0, 'properties stand before components');
      head.set(line.name, line.value);
    }
  });
  assert.deepEqual(open, []);
  assert.equal(head.get('VERSION'), '2.0');
  assert.ok(head.get('PRODID'));
  assert.equal(new Set(events.map((one) => one.uid)).size, events.length, 'every UID once');
  return { name: textOf(head.get('X-WR-CALNAME') ?? ''), events };
}

function eventOf(lines: ReadonlyMap<string, Line>): ReadEvent {
  const line = (name: string) => {
    const found = lines.get(name);
    assert.ok(found, `${name} is missing`);
    return found;
  };
  const value = (name: string) => line(name).value;
  assert.equal(line('DTSTART').parameters.VALUE, 'DATE');
  assert.match(value('DTSTART'), /^\d{8}$/);
  assert.match(value('DTSTAMP'), STAMP);
  assert.match(value('LAST-MODIFIED'), STAMP);
  assert.match(value('SEQUENCE'), /^\d+$/);
  assert.ok(['CONFIRMED', 'TENTATIVE', 'CANCELLED'].includes(value('STATUS')));
  assert.ok(URL.canParse(value('URL')));
  return {
    uid: textOf(value('UID')),
    on: value('DTSTART').replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3'),
    summary: textOf(value('SUMMARY')),
    description: textOf(value('DESCRIPTION')),
    url: value('URL'),
    status: value('STATUS'),
    sequence: Number(value('SEQUENCE')),
    changedAt: value('LAST-MODIFIED'),
    categories: lines.has('CATEGORIES') ? textsOf(value('CATEGORIES')) : [],
  };
}
