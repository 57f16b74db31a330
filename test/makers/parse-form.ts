/** A sample's text to its form. Simple on purpose: it has to do for the samples, not for any document. */
import type { Form, FormPart, Head, Label, Run } from './form.ts';

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const LONG = 150;
/** The names of kinds of documents that open a title. */
const TITLE = /^(NGHỊ QUYẾT|CHƯƠNG TRÌNH|KẾ HOẠCH|QUYẾT ĐỊNH|CHỈ THỊ|THÔNG BÁO|BÁO CÁO|SAO LỤC)/i;

/** Reads the form of a sample. The words and their order stay; what the pages cut apart is put together again. */
export function parseForm(text: string): Form {
  const { lines, notes } = takeNotes(splitGlued(text).split('\n'));
  const blocks = joinCut(joinWrapped(groupLines(lines)));
  return {
    parts: new Parser(blocks, notes).parse(),
    notes: notes.map(({ mark, text: words }) => ({ mark, runs: readRuns(words, []) })),
  };
}

/** Stars and headings that stand on one line in the sample stand on lines of their own on paper. */
function splitGlued(text: string): string {
  return (
    text
      .replace(/\[bookmark: [^\]]*\]/g, '')
      // Marks of web pages: headings, lone bars around the cells of a header, rules of dashes.
      .replace(/^#+ |^\s*\|\s*$|^-{3,}$/gm, '')
      .replace(/^(.+) (?=CỘNG HÒA XÃ HỘI CHỦ NGHĨA)/gm, '$1\n')
      .replace(/\*{3,}/g, '\n')
      .replace(/(\p{Lu}{2})\*(?=\p{Lu})/gu, '$1\n*\n')
      .replace(/([^\s*])\*\*(?=\d+-)/g, '$1\n\n**')
      .replace(/\*\*([\s\S]{0,300}?)\*\*/g, (_, inner: string) => inner)
      .replace(/\*\*/g, '')
  );
}

interface RawNote {
  readonly mark: string;
  readonly text: string;
}

/** Notes leave the running text; their marks become `{note:n}`. */
function takeNotes(given: readonly string[]): { lines: string[]; notes: RawNote[] } {
  const notes: RawNote[] = [];
  const lines: string[] = [];
  for (const line of given) {
    const inline = /\s*\[(\d+): ([^\]]*)\]\s*/.exec(line);
    const below = /^\s*(?:([⁰¹²³⁴⁵⁶⁷⁸⁹]+)|\^\((\*+)\)) (.+)$/.exec(line);
    if (below) notes.push({ mark: plainMark(below[1] ?? below[2] ?? ''), text: (below[3] as string).trim() });
    else if (inline) {
      notes.push({ mark: inline[1] as string, text: (inline[2] as string).trim() });
      lines.push(line.replace(inline[0], ' '));
    } else lines.push(line);
  }
  const marked = lines.map((line) =>
    line.replace(/\[footnoteRef:(\d+)\]|([⁰¹²³⁴⁵⁶⁷⁸⁹]+)|\^\((\*+)\)/g, (found, reference, raised, star) => {
      const n = notes.findIndex((note) => note.mark === plainMark(reference ?? raised ?? star));
      return n < 0 ? found : `{note:${n}}`;
    }),
  );
  return { lines: marked, notes };
}

function plainMark(mark: string): string {
  return [...mark].map((letter) => (SUPERSCRIPTS.includes(letter) ? SUPERSCRIPTS.indexOf(letter) : letter)).join('');
}

/** Lines without a blank line between them. */
function groupLines(lines: readonly string[]): string[][] {
  const blocks: string[][] = [];
  let open = false;
  for (const raw of lines) {
    const line = raw.trim();
    if (line === '') open = false;
    else if (open) blocks.at(-1)?.push(line);
    else {
      blocks.push([line]);
      open = true;
    }
  }
  return blocks;
}

/** Where lines are wrapped at a width, those of a block that don't begin with a label go on with the one before. */
function joinWrapped(blocks: readonly string[][]): string[][] {
  const lines = blocks.flat();
  const wrapped = lines.filter((line) => line.length > 55 && line.length < 100).length;
  if (lines.some((line) => line.length > 200) || wrapped < lines.length / 3) return blocks.map((block) => [...block]);
  return blocks.map((block) => {
    const joined: string[] = [];
    for (const line of block) {
      const last = joined.at(-1);
      // A dash in front of a line may also be one between two words.
      const goesOn = last !== undefined && /^- \p{Ll}/u.test(line) && !/[.;:]$/.test(last);
      const begins =
        readLabel(line).label !== null ||
        /^(\||Độc lập -|Số:? )/.test(line) ||
        (isCapital(last ?? '') !== isCapital(line) && /\p{Ll}/u.test(`${last}${line}`));
      if (last === undefined || (begins && !goesOn)) joined.push(line);
      else joined[joined.length - 1] = `${last} ${line}`;
    }
    return joined;
  });
}

/** A block that goes on in the middle of a sentence was cut from the one before by the end of a page. */
function joinCut(blocks: readonly string[][]): string[][] {
  const joined: string[][] = [];
  for (const block of blocks) {
    const before = joined.at(-1);
    const last = before?.at(-1);
    const first = block[0] as string;
    if (
      before &&
      last &&
      last.length > 60 &&
      /^\p{Ll}/u.test(first) &&
      !/^[a-zđ]\)/.test(first) &&
      !/[.;:!?]$/.test(last)
    ) {
      before[before.length - 1] = `${last} ${first}`;
      before.push(...block.slice(1));
    } else joined.push([...block]);
  }
  return joined;
}

class Parser {
  readonly #lines: { readonly text: string; readonly block: number }[];
  readonly #notes: readonly RawNote[];
  readonly #parts: FormPart[] = [];
  #at = 0;

  constructor(blocks: readonly string[][], notes: readonly RawNote[]) {
    this.#lines = blocks.flatMap((block, i) => block.map((text) => ({ text, block: i })));
    this.#notes = notes;
  }

  parse(): FormPart[] {
    this.#header();
    while (this.#at < this.#lines.length) {
      if (/^\*?Nơi nhận:?\*?$/.test(this.#text())) {
        this.#signing();
        this.#header();
      } else this.#body();
    }
    return this.#parts;
  }

  #text(ahead = 0): string {
    return this.#lines[this.#at + ahead]?.text ?? '';
  }

  /** Short lines before the first long one: what names issuer, state, number, place and date is the head, the rest the title. */
  #header(): void {
    const from = this.#at;
    const lines: string[] = [];
    while (
      this.#at < this.#lines.length &&
      (this.#text().length < LONG ||
        (lines.some((line) => TITLE.test(line)) && this.#text().length < 3 * LONG && !/[.;:]$/.test(this.#text()))) &&
      !startsBody(this.#text(), lines.length)
    ) {
      lines.push(this.#text().replace(/^\*(.+)\*$/, '$1'));
      this.#at++;
    }
    const isNumber = (line: string) => /^Số:? /.test(line);
    const isDate = (line: string) => /, ngày .*tháng .*năm/.test(line) && line.length < 60;
    const isState = (line: string) => /^(ĐẢNG CỘNG SẢN|CỘNG HÒA|Độc lập)/.test(line);
    const titleAt = lines.findIndex((line) => TITLE.test(line));
    const named = lines.filter((line) => isNumber(line) || isDate(line) || isState(line));
    // Behind the signature stands the head of a certified copy, or else an annex, which is body.
    if (from > 0 && !lines.some((line) => isNumber(line) || isDate(line)) && !(titleAt >= 0 && titleAt < 2)) {
      this.#at = from;
      if (this.#at < this.#lines.length) this.#body();
      return;
    }
    const before = lines.slice(0, titleAt < 0 ? lines.length : titleAt);
    const copy = titleAt >= 0 && lines[titleAt] === 'SAO LỤC';
    const head: Head = {
      kind: 'head',
      // A Party header has a star on either side; on the state's side a rule is drawn in its place.
      issuer: before.filter((line, i) => !named.includes(line) && (!/^[* ]+$/.test(line) || before.indexOf('*') === i)),
      state: copy ? ['SAO LỤC'] : lines.filter(isState),
      number: lines.find(isNumber) ?? '',
      placeDate: lines.find(isDate) ?? '',
    };
    if (head.issuer.length + head.state.length > 0 || head.placeDate !== '') this.#parts.push(head);
    const title =
      titleAt < 0 || copy ? [] : lines.slice(titleAt).filter((line) => !named.includes(line) && !/^[* ]+$/.test(line));
    if (title.length > 0) this.#parts.push({ kind: 'title', lines: title });
  }

  #signing(): void {
    this.#at++;
    const receivers: string[] = [];
    while (/^- /.test(this.#text()) || (receivers.length > 0 && this.#sameBlock() && !isCapital(this.#text()))) {
      if (/^- /.test(this.#text())) receivers.push(this.#text());
      else receivers[receivers.length - 1] += ` ${this.#text()}`;
      this.#at++;
    }
    const roles: string[] = [];
    while (isCapital(this.#text()) || /^\[.*\]$/.test(this.#text())) {
      roles.push(this.#text());
      this.#at++;
    }
    const name = this.#text();
    this.#at++;
    this.#parts.push({
      kind: 'signing',
      receivers: receivers.map((line) => line.replace(/\*/g, '')),
      roles: splitRoles(roles),
      name,
    });
  }

  /** Rows of `| a | b |`, the first of them the head. */
  #table(): boolean {
    const rows: string[][] = [];
    while (/^\|.*\|$/.test(this.#text())) {
      const cells = this.#text()
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim());
      if (!cells.every((cell) => /^:?-*:?$/.test(cell))) rows.push(cells);
      this.#at++;
    }
    const [head, ...body] = rows;
    if (!head) return false;
    const fill = (row: readonly string[]) => head.map((_, i) => readRuns(row[i] ?? '', this.#notes));
    this.#parts.push({ kind: 'rows', head, rows: body.map(fill) });
    return true;
  }

  /** The last year of the title. */
  #planYear(): string {
    const titles = this.#parts.flatMap((part) => (part.kind === 'title' ? part.lines : []));
    return (
      titles
        .join(' ')
        .match(/\b20\d\d\b/g)
        ?.at(-1) ?? ''
    );
  }

  #sameBlock(): boolean {
    return this.#at > 0 && this.#lines[this.#at]?.block === this.#lines[this.#at - 1]?.block;
  }

  #body(): void {
    if (this.#rows() || this.#table()) return;
    const line = this.#text();
    this.#at++;
    const { label, rest } = readLabel(line);
    const runs = readRuns(rest, this.#notes);
    const short = rest.length < 260 && !/[.;]$/.test(rest);
    if (label?.style === 'bullet') this.#parts.push({ kind: 'item', label, runs });
    else if (isCapital(rest) || label?.text.startsWith('Phần')) {
      this.#parts.push({ kind: 'heading', label, runs: embolden(runs), centred: label?.style !== 'decimal' });
    } else if (label && label.style !== 'letter' && short) {
      this.#parts.push({ kind: 'heading', label, runs: embolden(runs), centred: false });
    } else if (label) this.#parts.push({ kind: 'item', label, runs });
    else this.#parts.push({ kind: 'paragraph', runs });
  }

  /** At least three lines one below the other, each with a bullet and a short value behind a tab or a colon. */
  #rows(): boolean {
    const block = this.#lines[this.#at]?.block;
    const end = this.#lines.findIndex((line, i) => i >= this.#at && line.block !== block);
    const lines = this.#lines.slice(this.#at, end < 0 ? undefined : end).map((line) => line.text);
    const rows = lines.map((line) => /^(?:- )?([-+] .{0,150}?)(?:\t\s*|: )([^\t]{0,80})$/.exec(line));
    if (lines.length < 3 || rows.filter(Boolean).length < lines.length - 1) return false;
    this.#at += lines.length;
    this.#parts.push({
      kind: 'rows',
      head: ['Chỉ tiêu', `Kế hoạch năm ${this.#planYear()}`],
      rows: rows.map((row, i) => {
        const line = lines[i] as string;
        const colon = row && /: [^\t]*$/.test(line.slice(row[1]?.length)) && !/\t/.test(line);
        const name = row ? `${row[1]}${colon ? ':' : ''}` : line;
        return [readRuns(name, this.#notes), readRuns(row?.[2] ?? '', this.#notes)];
      }),
    });
    return true;
  }
}

/** Offices stand on a line each, wherever the text was wrapped. */
function splitRoles(lines: readonly string[]): string[] {
  const office = '(?:CHỦ TỊCH|CHỦ NHIỆM|BÍ THƯ|BỘ TRƯỞNG|CHÁNH VĂN PHÒNG)';
  const breaks = new RegExp(` (?=KT\\. |PHÓ ${office}|(?<!KT\\. |K/T |PHÓ |, )${office})`);
  return lines.join(' ').split(breaks).filter(Boolean);
}

function startsBody(line: string, before: number): boolean {
  return (
    /^(QUYẾT NGHỊ|\*?Căn cứ|[IVX]+\s?[.-]|\d+[.-]|Điều \d|- |Nơi nhận)/.test(line) ||
    (before === 0 && /^\p{Ll}/u.test(line))
  );
}

function isCapital(line: string): boolean {
  return /\p{Lu}{2}/u.test(line) && !/\p{Ll}/u.test(line.replace(/\{note:\d+\}/g, ''));
}

const LABELS: readonly { readonly style: Label['style']; readonly shape: RegExp }[] = [
  { style: 'typed', shape: /^(Điều \d+\.|Phần thứ \S+$)\s*/ },
  { style: 'roman', shape: /^([IVX]+\s?[.-])\s+/ },
  { style: 'decimal', shape: /^(\d{1,2}(?:\.\d{1,2})*\s?[.-]|\d{1,2}(?:\.\d{1,2})+)\s+/ },
  { style: 'letter', shape: /^([a-zđ]\))\s+/ },
  { style: 'bullet', shape: /^([-+])\s+(?:(?=[^+])|\+ )/ },
];

/** The label at the start of a line; `- +` is one bullet of the second level that was read twice. */
export function readLabel(line: string): { label: Label | null; rest: string } {
  if (line.startsWith('- + ')) return { label: { text: '+', style: 'bullet', numbers: [] }, rest: line.slice(4) };
  for (const { style, shape } of LABELS) {
    const found = shape.exec(line);
    if (!found) continue;
    const text = found[1] as string;
    return { label: { text, style, numbers: readNumbers(style, text) }, rest: line.slice(found[0].length) };
  }
  return { label: null, rest: line };
}

function readNumbers(style: Label['style'], text: string): number[] {
  if (style === 'decimal') return (text.match(/\d+/g) ?? []).map(Number);
  if (style === 'letter') return ['abcdefghijklmnopqrstuvwxyz'.indexOf(text[0] as string) + 1];
  if (style === 'roman') return [readRoman(/^[IVX]+/.exec(text)?.[0] ?? '')];
  return [];
}

function readRoman(text: string): number {
  const value: Record<string, number> = { I: 1, V: 5, X: 10 };
  return [...text].reduce((sum, letter, i) => {
    const here = value[letter] ?? 0;
    return sum + (here < (value[text[i + 1] ?? ''] ?? 0) ? -here : here);
  }, 0);
}

/** `*italic*` and `{note:n}` to runs. */
function readRuns(text: string, notes: readonly RawNote[]): Run[] {
  const runs: Run[] = [];
  for (const piece of text.split(/(\{note:\d+\}|\*[^*]+\*)/)) {
    const note = /^\{note:(\d+)\}$/.exec(piece);
    if (note && Number(note[1]) < notes.length) runs.push({ text: '', note: Number(note[1]) });
    else if (/^\*[^*]+\*$/.test(piece)) runs.push({ text: piece.slice(1, -1), italic: true });
    else if (piece !== '') runs.push({ text: piece });
  }
  return runs;
}

function embolden(runs: readonly Run[]): Run[] {
  return runs.map((run) => ({ ...run, bold: true }));
}
