/** The tables of the workbook: one sheet a kind, every row with its quoted sentence and its line. */
import type { Span } from '#base/span.ts';
import type {
  AgencyMention,
  Confidence,
  FieldConfidence,
  IndicatorMatch,
  Measurement,
  Reading,
  Task,
} from '#reading/model.ts';
import { countDecimals } from './figure.ts';
import { type Origin, pageOf } from './origin.ts';
import type { PlaceIndex } from './place.ts';
import { listDepths } from './report.ts';
import { sentenceFinder } from './sentence.ts';
import { plainLine, plainQuote } from './width.ts';
import {
  cadenceWord,
  confidenceWord,
  demandWords,
  dueWords,
  isOpen,
  leastSure,
  productWord,
  reasonWord,
  severityWord,
  taskConfidence,
  unreadKindWord,
  worst,
} from './words.ts';
import { dateCell, linkCell, numberCell, plainNumberCell, type SheetCell, textCell } from './workbook-style.ts';

export interface TableColumn {
  readonly header: string;
  /** In characters. */
  readonly width: number;
  /** Hidden when no row has anything in it; the order of the columns stays. */
  readonly optional?: true;
}

export interface Table {
  readonly name: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly SheetCell[])[];
  /** Rows of which the reading is not sure. */
  readonly doubtful: number;
  /** What an empty sheet says. */
  readonly empty: string;
}

/** What every table needs to lead back to the document. */
interface Context {
  readonly sentence: (span: Span) => SheetCell;
  /** Page, where the file has pages, and line. */
  readonly where: (span: Span | null) => readonly SheetCell[];
  readonly whereColumns: readonly TableColumn[];
  readonly column: (span: Span | null) => SheetCell;
}

/** All tables, in the order of the sheets. `sourceSheet` is where line numbers lead, null when they don't. */
export function listTables(
  reading: Reading,
  text: string,
  places: PlaceIndex,
  sourceSheet: string | null,
  origin?: Origin,
): Table[] {
  const find = sentenceFinder(reading, text);
  const isPaged = origin !== undefined && origin.pages.length > 0;
  const context: Context = {
    sentence: (span) => textCell(find(span)),
    where(span) {
      const page = isPaged ? [plainNumberCell(span === null ? null : pageOf(origin, span))] : [];
      if (span === null) return [...page, textCell(null)];
      const line = places.line(span.start);
      const to = sourceSheet === null ? null : `'${sourceSheet}'!A${line + 1}`;
      return [...page, linkCell(plainNumberCell(line), to)];
    },
    whereColumns: isPaged ? [PAGE, LINE] : [LINE],
    column: (span) => plainNumberCell(span === null ? null : places.place(span.start).column),
  };
  return [
    measurementTable('Chỉ tiêu', reading.targets, context, 'Văn bản không có chỉ tiêu bằng số.'),
    measurementTable('Kết quả', reading.results, context, 'Văn bản không nêu kết quả bằng số.'),
    taskTable(reading.tasks, context),
    citationTable(reading, context),
    reportingTable(reading, context),
    unreadTable(reading, context),
    issueTable(reading, context),
  ];
}

const TT = { header: 'TT', width: 5 };
const PAGE = { header: 'Trang', width: 7 };
const LINE = { header: 'Dòng', width: 7 };
const TRUST = { header: 'Độ tin cậy', width: 11 };
const QUOTE = { header: 'Trích nguyên văn', width: 46 };

function text(value: string | null, confidence: Confidence = 'high', indent = 0): SheetCell {
  return textCell(value === null ? null : plainLine(value), { doubtful: confidence !== 'high', indent });
}

function trust(confidence: Confidence): SheetCell {
  return textCell(confidenceWord(confidence), { align: 'center', doubtful: confidence !== 'high' });
}

function measurementTable(name: string, list: readonly Measurement[], context: Context, empty: string): Table {
  const depths = listDepths(list);
  const rows = list.map((m, i) => {
    const sure = (...fields: string[]) => ({ doubtful: leastSure(m.confidence, ...fields) !== 'high' });
    return [
      plainNumberCell(i + 1),
      text(m.section || null),
      text(m.indicator, leastSure(m.confidence, 'indicator', 'parent'), depths[i]),
      text(demandWords(m), leastSure(m.confidence, 'comparator', 'measure', 'cumulative')),
      numberCell(m.number, countDecimals(m.decimal), sure('number', 'value')),
      numberCell(m.numberMax ?? null, countDecimals(m.decimalMax ?? ''), sure('numberMax')),
      textCell(m.unit && plainLine(m.unit), { align: 'center', ...sure('unit') }),
      plainNumberCell(m.year, sure('year')),
      plainNumberCell(m.parent === null ? null : m.parent + 1),
      text(m.match && matchWords(m.match)),
      text(names(m.lead), worst(m.lead.map((a) => a.confidence))),
      trust(leastSure(m.confidence)),
      context.sentence(m.span),
      ...context.where(m.valueSpan),
    ];
  });
  return {
    name,
    columns: [
      TT,
      { header: 'Mục', width: 8 },
      { header: name, width: 34 },
      { header: 'Yêu cầu', width: 11 },
      { header: 'Giá trị', width: 12 },
      { header: 'Đến', width: 9, optional: true },
      { header: 'ĐVT', width: 12 },
      { header: 'Năm', width: 7 },
      { header: 'Thuộc TT', width: 8, optional: true },
      { header: 'Trong danh mục (mã)', width: 20, optional: true },
      { header: 'Chủ trì', width: 18, optional: true },
      TRUST,
      QUOTE,
      ...context.whereColumns,
    ],
    rows,
    doubtful: countDoubtful(list),
    empty,
  };
}

function matchWords(match: IndicatorMatch): string {
  const code = match.officialCode === null ? '' : ` (${match.officialCode})`;
  return `${match.name}${code}${match.confidence === 'high' ? '' : ` – ${confidenceWord(match.confidence).toLowerCase()}`}`;
}

function names(agencies: readonly AgencyMention[]): string | null {
  return agencies.map((agency) => agency.name).join('; ') || null;
}

function countDoubtful(items: readonly { readonly confidence: FieldConfidence }[]): number {
  return items.filter((item) => leastSure(item.confidence) !== 'high').length;
}

function taskTable(tasks: readonly Task[], context: Context): Table {
  const rows = tasks.map((task, i) => {
    const lead = worst([leastSure(task.confidence, 'lead'), ...task.lead.map((a) => a.confidence)]);
    const support = worst([leastSure(task.confidence, 'support'), ...task.support.map((a) => a.confidence)]);
    const due = worst([leastSure(task.confidence, 'deadlines'), ...task.deadlines.map((d) => d.confidence)]);
    const dates = task.deadlines.map((d) => d.due).sort();
    const successors = [...task.lead, ...task.support].flatMap((a) =>
      a.successor ? [`${a.name} → ${a.successor.name}`] : [],
    );
    return [
      plainNumberCell(i + 1),
      text(task.section || null, task.confidence.section),
      text(plainQuote(task.quote)),
      text(names(task.lead), lead),
      text(names(task.support), support),
      dateCell(dates[0] ?? null, { doubtful: due !== 'high' }),
      text(task.deadlines.map((d) => plainQuote(d.quote)).join('; ') || null, due),
      text([...new Set(task.products.map((p) => productWord(p.kind)))].join('; ') || null, task.confidence.products),
      text(task.products.map((p) => plainQuote(p.quote)).join('; ') || null),
      text([...new Set(successors)].join('; ') || null),
      trust(taskConfidence(task)),
      ...context.where(task.span),
    ];
  });
  return {
    name: 'Nhiệm vụ',
    columns: [
      TT,
      { header: 'Mục', width: 8 },
      { header: 'Nội dung nhiệm vụ (trích nguyên văn)', width: 54 },
      { header: 'Chủ trì', width: 18 },
      { header: 'Phối hợp', width: 18 },
      { header: 'Thời hạn', width: 12 },
      { header: 'Thời hạn như văn bản ghi', width: 15, optional: true },
      { header: 'Sản phẩm', width: 11 },
      { header: 'Tên sản phẩm', width: 18, optional: true },
      { header: 'Cơ quan kế thừa hiện nay', width: 16, optional: true },
      TRUST,
      ...context.whereColumns,
    ],
    rows,
    doubtful: tasks.filter((task) => taskConfidence(task) !== 'high').length,
    empty: 'Văn bản không giao nhiệm vụ.',
  };
}

function citationTable(reading: Reading, context: Context): Table {
  return {
    name: 'Viện dẫn',
    columns: [
      TT,
      { header: 'Loại văn bản', width: 24 },
      { header: 'Số, ký hiệu', width: 20 },
      { header: 'Ngày', width: 13 },
      { header: 'Cơ quan ban hành', width: 30 },
      TRUST,
      QUOTE,
      ...context.whereColumns,
    ],
    rows: reading.citations.map((c, i) => [
      plainNumberCell(i + 1),
      text(c.type, c.confidence.type),
      text(c.symbol, c.confidence.symbol),
      dateCell(c.date, { doubtful: leastSure(c.confidence, 'date') !== 'high' }),
      text(c.issuer, c.confidence.issuer),
      trust(leastSure(c.confidence)),
      context.sentence(c.span),
      ...context.where(c.span),
    ]),
    doubtful: countDoubtful(reading.citations),
    empty: 'Văn bản không viện dẫn văn bản nào có số hoặc ngày.',
  };
}

function reportingTable(reading: Reading, context: Context): Table {
  return {
    name: 'Báo cáo',
    columns: [
      TT,
      { header: 'Kỳ báo cáo', width: 14 },
      { header: 'Hạn gửi', width: 20 },
      { header: 'Nơi gửi', width: 36 },
      { header: 'Nơi nhận', width: 36 },
      TRUST,
      QUOTE,
      ...context.whereColumns,
    ],
    rows: reading.reporting.map((r, i) => [
      plainNumberCell(i + 1),
      text(cadenceWord(r.cadence), r.confidence.cadence),
      text(r.due === null ? null : dueWords(r), r.confidence.due),
      text(r.from, r.confidence.from),
      text(r.to, r.confidence.to),
      trust(leastSure(r.confidence)),
      context.sentence(r.span),
      ...context.where(r.span),
    ]),
    doubtful: countDoubtful(reading.reporting),
    empty: 'Văn bản không đặt chế độ báo cáo có thời hạn.',
  };
}

/** The open ones first: they are what a person must look at. */
function unreadTable(reading: Reading, context: Context): Table {
  const open = reading.unread.filter(isOpen);
  const all = [...open, ...reading.unread.filter((u) => !isOpen(u))];
  return {
    name: 'Chưa đọc',
    columns: [
      TT,
      { header: 'Là', width: 16 },
      { header: 'Trích', width: 30 },
      { header: 'Lý do', width: 28 },
      { header: 'Trong câu', width: 66 },
      ...context.whereColumns,
      { header: 'Cột', width: 8 },
    ],
    rows: all.map((u, i) => [
      plainNumberCell(i + 1),
      text(unreadKindWord(u.kind)),
      text(u.text, u.confidence),
      text(reasonWord(u), isOpen(u) ? 'check' : 'high'),
      context.sentence(u.span),
      ...context.where(u.span),
      context.column(u.span),
    ]),
    doubtful: open.length,
    empty: 'Mọi con số và lời giao việc đều đã được đọc.',
  };
}

function issueTable(reading: Reading, context: Context): Table {
  return {
    name: 'Cần kiểm tra',
    columns: [
      TT,
      { header: 'Mức', width: 12 },
      { header: 'Nội dung', width: 50 },
      { header: 'Đề nghị', width: 30 },
      QUOTE,
      ...context.whereColumns,
      { header: 'Cột', width: 8 },
    ],
    rows: reading.issues.map((issue, i) => [
      plainNumberCell(i + 1),
      text(severityWord(issue.severity)),
      text(issue.message),
      text(issue.suggestion ?? null),
      issue.span ? context.sentence(issue.span) : text(null),
      ...context.where(issue.span),
      context.column(issue.span),
    ]),
    doubtful: reading.issues.length,
    empty: 'Không có chỗ cần kiểm tra.',
  };
}
