/** A reading as tables of text: what the terminal and Markdown show. Each row ends with its line or page. */
import type { Confidence, Measurement, Reading, Task } from '#reading/model.ts';
import { listAgencies } from './agencies.ts';
import { formatCount, formatDate } from './figure.ts';
import { type Locator, makeLocator } from './locate.ts';
import { type Origin, originWords } from './origin.ts';
import type { PlaceIndex } from './place.ts';
import { plainLine, plainQuote, shorten } from './width.ts';
import {
  cadenceWord,
  comparatorMark,
  confidenceWord,
  documentName,
  dueWords,
  isOpen,
  leastSure,
  MISSING,
  productWord,
  reasonWord,
  severityWord,
  summaryOf,
  unreadKindWord,
  valueWords,
  worst,
} from './words.ts';

export interface Column {
  readonly title: string;
  readonly align?: 'left' | 'right' | 'center';
  /** Share of the space that is left; a column without it is as wide as its text. */
  readonly weight?: number;
  /** Least width of a column with a weight. */
  readonly least?: number;
}

export interface Cell {
  readonly text: string;
  /** Steps to the right: a part under its whole. */
  readonly indent?: number;
  /** How sure the reading is of what stands here; absent when it is sure. */
  readonly doubt?: Exclude<Confidence, 'high'>;
  /** A picture that stands for the text, relative to the report. */
  readonly picture?: string;
}

export interface Section {
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

export interface Report {
  readonly name: string;
  readonly file: string | null;
  readonly fields: readonly { readonly label: string; readonly cell: Cell }[];
  readonly summary: string;
  readonly sections: readonly Section[];
  /** Sections that would have been empty. */
  readonly absent: readonly string[];
  /** True when a cell has a doubt: the marks need a word of explanation. */
  readonly doubtful: boolean;
}

export interface ReportOptions {
  readonly file?: string;
  /** With the places that could not be read. */
  readonly unread?: boolean;
  /** Most places of a task's text; without it the whole text. */
  readonly taskLength?: number;
  /** The file that the text came from. */
  readonly origin?: Origin;
}

/** Sections whose absence is good news, which the summary tells. */
const CHECKS = new Set(['Lưu ý về tệp', 'Con số cần đối chiếu', 'Cần kiểm tra', 'Chưa đọc được']);

/** The whole report of a reading of `text`. */
export function makeReport(reading: Reading, text: string, options: ReportOptions = {}): Report {
  const places = makeLocator(text, options.origin);
  const all = [
    measurementSection('Chỉ tiêu', reading.targets, places),
    measurementSection('Kết quả', reading.results, places),
    taskSection(reading.tasks, places, options.taskLength),
    agencySection(reading.tasks, places),
    citationSection(reading, places),
    reportingSection(reading, places),
    warningSection(options.origin, places),
    cropSection(options.origin, text, places),
    issueSection(reading, places),
    ...(options.unread ? [unreadSection(reading, places)] : []),
  ];
  const fields = headerFields(reading, options.origin);
  const sections = all.filter((section) => section.rows.length > 0);
  const cells = [...fields.map((f) => f.cell), ...sections.flatMap((s) => s.rows.flat())];
  return {
    name: plainLine(documentName(reading)),
    file: options.file === undefined ? null : plainLine(options.file),
    fields,
    summary: summaryOf(reading),
    sections,
    absent: all.filter((section) => section.rows.length === 0 && !CHECKS.has(section.title)).map((s) => s.title),
    doubtful: cells.some((c) => c.doubt !== undefined),
  };
}

function cell(text: string | null, confidence: Confidence = 'high', indent = 0): Cell {
  return {
    text: text === null || text === '' ? MISSING : plainLine(text),
    ...(indent > 0 ? { indent } : {}),
    ...(confidence === 'high' ? {} : { doubt: confidence }),
  };
}

const NUMBER: Column = { title: 'TT', align: 'right' };

function headerFields(reading: Reading, origin: Origin | undefined): { label: string; cell: Cell }[] {
  const { document } = reading;
  const { confidence, certifiedCopy } = document;
  const signer = [document.signerTitle, document.signer].filter(Boolean).join(' ');
  const fields = [
    { label: 'Loại văn bản', cell: cell(document.type, confidence.type) },
    { label: 'Số, ký hiệu', cell: cell(document.symbol, confidence.symbol) },
    { label: 'Cơ quan ban hành', cell: cell(document.issuer, confidence.issuer) },
    { label: 'Ngày ban hành', cell: cell(document.date && formatDate(document.date), confidence.date) },
    { label: 'Trích yếu', cell: cell(document.title, confidence.title) },
    { label: 'Năm kế hoạch', cell: cell(document.planYear?.toString() ?? null, confidence.planYear) },
    { label: 'Người ký', cell: cell(signer, leastSure(confidence, 'signer', 'signerTitle')) },
  ];
  if (certifiedCopy) {
    const { kind, symbol, issuer, date } = certifiedCopy;
    const words = [kind, symbol && `số ${symbol}`, date && `ngày ${formatDate(date)}`, issuer && `của ${issuer}`];
    fields.push({ label: 'Bản sao', cell: cell(words.filter(Boolean).join(' '), confidence.certifiedCopy) });
  }
  if (origin && origin.pages.length > 0) fields.push({ label: 'Nguồn', cell: cell(originWords(origin)) });
  return fields;
}

/** How deep each measurement stands under its wholes. */
export function listDepths(list: readonly Measurement[]): number[] {
  const depths: number[] = [];
  for (const [i, m] of list.entries()) {
    depths.push(m.parent === null || m.parent >= i ? 0 : (depths[m.parent] as number) + 1);
  }
  return depths;
}

function measurementSection(title: string, list: readonly Measurement[], places: Locator): Section {
  const depths = listDepths(list);
  return {
    title,
    columns: [
      NUMBER,
      { title, weight: 6, least: 20 },
      { title: 'Giá trị', align: 'right' },
      { title: 'ĐVT', weight: 2, least: 8 },
      { title: 'Năm', align: 'center' },
      places.column,
    ],
    rows: list.map((m, i) => [
      { text: String(i + 1) },
      cell(m.indicator, leastSure(m.confidence, 'indicator', 'parent'), depths[i] as number),
      cell(
        valueWords(m),
        leastSure(m.confidence, 'value', 'number', 'numberMax', 'comparator', 'measure', 'cumulative'),
      ),
      cell(m.unit, m.confidence.unit),
      cell(m.year?.toString() ?? null, m.confidence.year),
      places.at(m.valueSpan),
    ]),
  };
}

function taskSection(tasks: readonly Task[], places: Locator, length: number | undefined): Section {
  return {
    title: 'Nhiệm vụ',
    columns: [
      NUMBER,
      { title: 'Mục' },
      { title: 'Nội dung', weight: 6, least: 24 },
      { title: 'Chủ trì', weight: 3, least: 12 },
      { title: 'Phối hợp', weight: 3, least: 12 },
      { title: 'Thời hạn' },
      { title: 'Sản phẩm', weight: 2, least: 10 },
      places.column,
    ],
    rows: tasks.map((t, i) => {
      const words = plainQuote(t.quote);
      return [
        { text: String(i + 1) },
        cell(t.section, t.confidence.section),
        cell(length === undefined ? words : shorten(words, length)),
        cell(namesOf(t.lead), worst([leastSure(t.confidence, 'lead'), ...t.lead.map((a) => a.confidence)])),
        cell(namesOf(t.support), worst([leastSure(t.confidence, 'support'), ...t.support.map((a) => a.confidence)])),
        cell(
          t.deadlines.map((d) => formatDate(d.due)).join('; '),
          worst([leastSure(t.confidence, 'deadlines'), ...t.deadlines.map((d) => d.confidence)]),
        ),
        cell([...new Set(t.products.map((p) => productWord(p.kind)))].join('; '), t.confidence.products),
        places.at(t.span),
      ];
    }),
  };
}

function namesOf(agencies: readonly { readonly name: string }[]): string {
  return agencies.map((agency) => agency.name).join('; ');
}

function agencySection(tasks: readonly Task[], places: Locator): Section {
  const count = (n: number) => ({ text: n === 0 ? MISSING : formatCount(n) });
  return {
    title: 'Cơ quan được giao',
    columns: [
      NUMBER,
      { title: 'Cơ quan', weight: 5, least: 20 },
      { title: 'Chủ trì', align: 'right' },
      { title: 'Phối hợp', align: 'right' },
      { title: 'Hạn sớm nhất' },
      { title: 'Nay là', weight: 3, least: 14 },
      places.column,
    ],
    rows: listAgencies(tasks).map((load, i) => [
      { text: String(i + 1) },
      cell(load.name),
      count(load.lead),
      count(load.support),
      cell(load.first && formatDate(load.first)),
      cell(load.now),
      places.at({ start: load.start, end: load.start + 1 }),
    ]),
  };
}

function citationSection(reading: Reading, places: Locator): Section {
  return {
    title: 'Văn bản viện dẫn',
    columns: [
      NUMBER,
      { title: 'Loại', weight: 3, least: 12 },
      { title: 'Số, ký hiệu' },
      { title: 'Ngày' },
      { title: 'Cơ quan ban hành', weight: 3, least: 14 },
      places.column,
    ],
    rows: reading.citations.map((c, i) => [
      { text: String(i + 1) },
      cell(c.type, c.confidence.type),
      cell(c.symbol, c.confidence.symbol),
      cell(c.date && formatDate(c.date), c.confidence.date),
      cell(c.issuer, c.confidence.issuer),
      places.at(c.span),
    ]),
  };
}

function reportingSection(reading: Reading, places: Locator): Section {
  return {
    title: 'Chế độ báo cáo',
    columns: [
      NUMBER,
      { title: 'Kỳ báo cáo' },
      { title: 'Hạn gửi' },
      { title: 'Nơi gửi', weight: 3, least: 14 },
      { title: 'Nơi nhận', weight: 3, least: 14 },
      places.column,
    ],
    rows: reading.reporting.map((r, i) => [
      { text: String(i + 1) },
      cell(cadenceWord(r.cadence), r.confidence.cadence),
      cell(dueWords(r), r.confidence.due),
      cell(r.from, r.confidence.from),
      cell(r.to, r.confidence.to),
      places.at(r.span),
    ]),
  };
}

function warningSection(origin: Origin | undefined, places: Locator): Section {
  return {
    title: 'Lưu ý về tệp',
    columns: [NUMBER, { title: 'Mức' }, { title: 'Nội dung', weight: 6, least: 24 }, places.exactColumn],
    rows: (origin?.warnings ?? []).map((warning, i) => [
      { text: String(i + 1) },
      cell(severityWord(warning.severity)),
      cell(warning.message),
      places.exactly(warning.span),
    ]),
  };
}

/** Numbers that recognition is not sure of, each with its picture. */
function cropSection(origin: Origin | undefined, text: string, places: Locator): Section {
  return {
    title: 'Con số cần đối chiếu',
    columns: [
      NUMBER,
      { title: 'Máy đọc là', weight: 2, least: 10 },
      { title: 'Trong câu', weight: 6, least: 20 },
      { title: 'Ảnh' },
      places.exactColumn,
    ],
    rows: (origin?.crops ?? []).map(({ span, path }, i) => [
      { text: String(i + 1) },
      cell(text.slice(span.start, span.end), 'check'),
      cell(around(places.lines, span.start)),
      { text: path, picture: path },
      places.exactly(span),
    ]),
  };
}

function issueSection(reading: Reading, places: Locator): Section {
  return {
    title: 'Cần kiểm tra',
    columns: [
      NUMBER,
      { title: 'Mức' },
      { title: 'Nội dung', weight: 6, least: 24 },
      { title: 'Đề nghị', weight: 3, least: 10 },
      places.exactColumn,
    ],
    rows: reading.issues.map((issue, i) => [
      { text: String(i + 1) },
      cell(severityWord(issue.severity)),
      cell(issue.message),
      cell(issue.suggestion ?? null),
      places.exactly(issue.span),
    ]),
  };
}

/** The open ones first: they are what a person must look at. */
function unreadSection(reading: Reading, places: Locator): Section {
  const open = reading.unread.filter(isOpen);
  const explained = reading.unread.filter((u) => !isOpen(u));
  return {
    title: 'Chưa đọc được',
    columns: [
      NUMBER,
      { title: 'Là' },
      { title: 'Trích', weight: 2, least: 8 },
      { title: 'Trong câu', weight: 6, least: 20 },
      { title: 'Lý do' },
      places.exactColumn,
    ],
    rows: [...open, ...explained].map((u, i) => [
      { text: String(i + 1) },
      cell(unreadKindWord(u.kind)),
      cell(u.text, u.confidence),
      cell(around(places.lines, u.span.start)),
      cell(reasonWord(u)),
      places.exactly(u.span),
    ]),
  };
}

/** Some words of the line on both sides of a place. */
function around(places: PlaceIndex, offset: number): string {
  const { line, column } = places.place(offset);
  const words = places.lineText(line);
  const from = Math.max(0, words.lastIndexOf(' ', Math.max(0, column - 25)) + 1);
  const cut = words.slice(from, from + 72);
  return `${from > 0 ? '…' : ''}${shorten(plainLine(cut), 60)}`;
}

/** Words that explain the marks of doubt. */
export const DOUBT_LEGEND = `? ${confidenceWord('check').toLowerCase()} · ?? ${confidenceWord('guess').toLowerCase()} · ${MISSING} văn bản không nêu · ${comparatorMark('>=')} ít nhất · ${comparatorMark('<=')} không quá`;

/** The mark behind a doubtful text. */
export function doubtMark(cellOf: Cell): string {
  if (cellOf.doubt === undefined) return '';
  return cellOf.doubt === 'check' ? ' ?' : ' ??';
}

/** `28 chỉ tiêu`: a section's heading with its count. */
export function headingOf(section: Section): string {
  return `${section.title} (${formatCount(section.rows.length)})`;
}
