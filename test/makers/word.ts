/** A form as a Word file in the layout of Decree 30 (thể thức văn bản theo Nghị định 30/2020), made with the `docx` package. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  FootnoteReferenceRun,
  Header,
  type ILevelsOptions,
  LevelFormat,
  LevelSuffix,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import {
  columnShares,
  type Form,
  type FormPart,
  type Head,
  type Heading,
  type Item,
  type Label,
  type Rows,
  type Run,
  type Signing,
} from './form.ts';
import { BULLETS, type ListPlace, numberLabels } from './numbering.ts';

const FONT = 'Times New Roman';
/** Twentieths of a point. */
const MILLIMETRE = 1440 / 25.4;
const mm = (value: number) => Math.round(value * MILLIMETRE);
const PAGE = { width: mm(210), height: mm(297) };
const MARGIN = { top: mm(20), bottom: mm(20), left: mm(30), right: mm(17), header: mm(10), footer: mm(10) };
const WIDTH = PAGE.width - MARGIN.left - MARGIN.right;
const INDENT = mm(12.7);
/** Half points. */
const BODY = 28;
const SMALL = 24;

/** Writes the Word file. */
export async function makeWord(form: Form): Promise<Uint8Array> {
  const labelled = form.parts.filter((part): part is Heading | Item => 'label' in part && part.label !== null);
  const numbering = numberLabels(labelled.map((part) => part.label as Label));
  const places = new Map(labelled.map((part, i) => [part, numbering.places[i] ?? null]));
  const document = new Document({
    title: '',
    styles: { default: { document: { run: { font: FONT, size: BODY, language: { value: 'vi-VN' } } } } },
    numbering: {
      config: [
        ...[...numbering.lists].map(([reference, levels]) => ({
          reference,
          levels: levels.map((level, i) => listLevel(i, level)),
        })),
        { reference: 'bullets', levels: BULLETS.map((text, i) => bulletLevel(i, text)) },
      ],
    },
    footnotes: Object.fromEntries(
      form.notes.map((note, i) => [i + 1, { children: [new Paragraph({ children: textRuns(note.runs, 20) })] }]),
    ),
    sections: [
      {
        properties: { titlePage: true, page: { size: PAGE, margin: MARGIN } },
        headers: { default: new Header({ children: [pageNumber()] }), first: new Header({ children: [] }) },
        footers: { default: new Footer({ children: [] }), first: new Footer({ children: [] }) },
        children: form.parts.flatMap((part) => writePart(part, places)),
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function listLevel(level: number, given: { format: string; text: string; start: number } | null): ILevelsOptions {
  const { format, text, start } = given ?? { format: 'decimal', text: '', start: 1 };
  return {
    level,
    format: format as (typeof LevelFormat)[keyof typeof LevelFormat],
    text,
    start,
    alignment: AlignmentType.LEFT,
    suffix: LevelSuffix.SPACE,
  };
}

function bulletLevel(level: number, text: string): ILevelsOptions {
  return { level, format: LevelFormat.BULLET, text, alignment: AlignmentType.LEFT, suffix: LevelSuffix.SPACE };
}

function pageNumber(): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT] })],
  });
}

function writePart(part: FormPart, places: ReadonlyMap<FormPart, ListPlace | null>): (Paragraph | Table)[] {
  switch (part.kind) {
    case 'head':
      // Two tables one below the other would be one in Word.
      return [centred('', { size: 4 }), head(part), centred('', {})];
    case 'title':
      return [...part.lines.map((line, i) => centred(line, { bold: true, size: i === 0 ? 30 : BODY })), rule(120)];
    case 'heading':
      return [body(part.runs, part.label, places.get(part) ?? null, part.centred ? 'centre' : 'left')];
    case 'item':
      return [body(part.runs, part.label, places.get(part) ?? null, 'justified')];
    case 'paragraph':
      return [body(part.runs, null, null, 'justified')];
    case 'rows':
      return [rows(part), new Paragraph({ children: [] })];
    case 'signing':
      return [new Paragraph({ children: [] }), signing(part)];
  }
}

function body(
  runs: readonly Run[],
  label: Label | null,
  place: ListPlace | null,
  form: 'centre' | 'left' | 'justified',
): Paragraph {
  const typed = label && !place ? [{ ...runs[0], text: `${label.text} ` } as Run] : [];
  const alignment = { centre: AlignmentType.CENTER, left: AlignmentType.LEFT, justified: AlignmentType.JUSTIFIED }[
    form
  ];
  return new Paragraph({
    alignment,
    keepNext: form !== 'justified',
    spacing: { before: 120, line: 276 },
    indent: { left: 0, firstLine: form === 'centre' ? 0 : INDENT },
    ...(place && { numbering: { reference: place.list, level: place.level, instance: place.instance } }),
    // The number of a list looks like the end of its paragraph.
    run: { bold: runs[0]?.bold === true },
    children: textRuns([...typed, ...runs], BODY),
  });
}

function textRuns(runs: readonly Run[], size: number): ParagraphChild[] {
  return runs.map((run) =>
    run.note === undefined
      ? new TextRun({ text: run.text, bold: run.bold === true, italics: run.italic === true, size })
      : new FootnoteReferenceRun(run.note + 1),
  );
}

function centred(text: string, look: { bold?: boolean; italics?: boolean; size?: number }): Paragraph {
  return new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ text, size: BODY, ...look })] });
}

/** A short line in the middle, as below a title. */
function rule(indent: number): Paragraph {
  return new Paragraph({
    indent: { left: mm(indent / 2), right: mm(indent / 2) },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1 } },
    spacing: { before: 40 },
    children: [],
  });
}

const NO_BORDER = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const NO_BORDERS = {
  top: NO_BORDER,
  bottom: NO_BORDER,
  left: NO_BORDER,
  right: NO_BORDER,
  insideHorizontal: NO_BORDER,
  insideVertical: NO_BORDER,
};

/** A table that nobody sees, with these columns side by side. */
function sideBySide(widths: readonly number[], cells: readonly (readonly (readonly Paragraph[])[])[]): Table {
  return new Table({
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    borders: NO_BORDERS,
    rows: cells.map(
      (row) =>
        new TableRow({
          cantSplit: true,
          children: row.map(
            (children, i) =>
              new TableCell({
                width: { size: widths[i] ?? 0, type: WidthType.DXA },
                children: children.length > 0 ? children : [new Paragraph({ children: [] })],
              }),
          ),
        }),
    ),
  });
}

function head(part: Head): Table {
  const last = (i: number, all: readonly string[]) => i === all.length - 1 || part.issuer[i + 1] === '*';
  const issuer = part.issuer.map((line, i) => centred(line, { size: 26, bold: last(i, part.issuer) }));
  const state = part.state.map((line, i) => centred(line, { size: i === 0 ? 26 : BODY, bold: true }));
  return sideBySide(
    [mm(64), WIDTH - mm(64)],
    [
      [
        [...issuer, ...(part.issuer.length > 0 && !part.issuer.includes('*') ? [rule(50)] : [])],
        [...state, ...(part.state.length > 0 ? [rule(50)] : [])],
      ],
      [
        part.number === '' ? [] : [centred(part.number, { size: 26 })],
        part.placeDate === '' ? [] : [centred(part.placeDate, { italics: true, size: 26 })],
      ],
    ].filter((row) => row.some((cell) => cell.length > 0)),
  );
}

function signing(part: Signing): Table {
  const receivers = part.receivers.map((line) => new Paragraph({ children: [new TextRun({ text: line, size: 22 })] }));
  const title = new Paragraph({
    children: [new TextRun({ text: 'Nơi nhận:', bold: true, italics: true, size: SMALL })],
  });
  const space = Array.from({ length: 4 }, () => centred('', {}));
  return sideBySide(
    [Math.round(WIDTH * 0.52), Math.round(WIDTH * 0.48)],
    [
      [
        part.receivers.length > 0 ? [title, ...receivers] : [],
        [...part.roles.map((line) => centred(line, { bold: true })), ...space, centred(part.name, { bold: true })],
      ],
    ],
  );
}

function rows(part: Rows): Table {
  const shares = columnShares(part);
  const widths = shares.map((share) => Math.round(WIDTH * share));
  const size = shares.length > 3 ? SMALL - 2 : 26;
  const cell = (runs: readonly Run[], column: number) =>
    new TableCell({
      width: { size: widths[column] ?? 0, type: WidthType.DXA },
      verticalAlign: VerticalAlign.CENTER,
      margins: { left: 80, right: 80, top: 30, bottom: 30 },
      children: [
        new Paragraph({
          alignment: (shares[column] ?? 0) > 0.3 ? AlignmentType.LEFT : AlignmentType.CENTER,
          children: textRuns(runs, size),
        }),
      ],
    });
  const row = (cells: readonly (readonly Run[])[], tableHeader: boolean) =>
    // With `false` the row would still be marked.
    new TableRow({ cantSplit: true, ...(tableHeader && { tableHeader }), children: cells.map(cell) });
  return new Table({
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      row(
        part.head.map((text) => [{ text, bold: true }]),
        true,
      ),
      ...part.rows.map((cells) => row(cells, false)),
    ],
  });
}
