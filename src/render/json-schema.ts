/** The JSON Schema (2020-12) of the contract that `bamsat read --format json` keeps; published as `docs/reading.schema.json`. */

type Schema = Readonly<Record<string, unknown>>;

const text = (description: string): Schema => ({ type: 'string', description });
const textOrNull = (description: string): Schema => ({ type: ['string', 'null'], description });
const dateOrNull = (description: string): Schema => ({
  anyOf: [{ $ref: '#/$defs/date' }, { type: 'null' }],
  description,
});
const ref = (name: string, description?: string): Schema => ({
  $ref: `#/$defs/${name}`,
  ...(description === undefined ? {} : { description }),
});
const list = (items: Schema, description: string): Schema => ({ type: 'array', items, description });

/** An object that holds exactly these fields; those named in `optional` may be absent. */
function record(description: string, properties: Record<string, Schema>, optional: readonly string[] = []): Schema {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: 'object', description, properties, required, additionalProperties: false };
}

/** An object that also has places when the file has pages. */
function placedRecord(
  description: string,
  properties: Record<string, Schema>,
  optional: readonly string[] = [],
): Schema {
  return record(description, { ...properties, places: PLACES }, [...optional, 'places']);
}

const PLACES = list(ref('place'), 'Where it stands on the pages, line by line; only for files that have pages.');
const SPAN = ref('span', 'Where it stands in the text as given.');
const QUOTE = text('The exact text at span.');
const CONFIDENCE = ref('fieldConfidence');

const MEASUREMENT = placedRecord(
  'A number that is committed to (chỉ tiêu) or reported (kết quả).',
  {
    span: ref('span', 'From the indicator or verb to the unit; holds valueSpan.'),
    valueSpan: ref('span', 'The number as printed.'),
    quote: QUOTE,
    value: text('The number as printed: 31.000, 7,5, 0,5-0,6.'),
    number: { type: 'number', description: 'Its value; the lower bound of a range.' },
    numberMax: { type: 'number', description: 'Upper bound; only for a range.' },
    decimal: ref('decimal', 'The exact value with the printed precision.'),
    decimalMax: ref('decimal', 'The same for the upper bound.'),
    unit: textOrNull('As printed, without a change of scale.'),
    indicator: text('What is measured, completed from its parent where it cannot stand alone.'),
    measure: { enum: ['level', 'increase', 'decrease'], description: 'It is at the value, rises by it, falls by it.' },
    comparator: { enum: ['=', '>', '>=', '<', '<=', '~', 'range'] },
    year: { type: ['integer', 'null'], description: 'The year it holds for.' },
    parent: {
      type: ['integer', 'null'],
      minimum: 0,
      description: 'Index in the same list of the whole it is a part of.',
    },
    cumulative: { const: true, description: 'Lũy kế; absent otherwise.' },
    lead: list({ type: 'string' }, 'Names of the agencies in charge, from a table’s column.'),
    leadAgencies: list(ref('agency'), 'The same with place, code and successor.'),
    section: text('Labels of the headings above it: II.2.'),
    match: { anyOf: [ref('match'), { type: 'null' }] },
    notes: list(ref('span'), 'Footnotes hung on it.'),
    confidence: CONFIDENCE,
  },
  ['numberMax', 'decimalMax', 'cumulative'],
);

const TASK = placedRecord('A block that tells somebody to do something (nhiệm vụ).', {
  span: ref('span', 'The block after its marker.'),
  quote: QUOTE,
  section: text('Labels of the headings above it: III.1.2.'),
  label: textOrNull('Its own marker.'),
  lead: list({ type: 'string' }, 'Cơ quan chủ trì: names.'),
  support: list({ type: 'string' }, 'Cơ quan phối hợp: names.'),
  leadAgencies: list(ref('agency'), 'The same with place, code and successor.'),
  supportAgencies: list(ref('agency'), 'The same with place, code and successor.'),
  deadlines: list(
    record('Thời hạn.', {
      span: SPAN,
      quote: QUOTE,
      due: ref('date', 'The last day that still meets it.'),
      confidence: ref('confidence'),
    }),
    'Each phrase that sets a time.',
  ),
  products: list(
    record('Sản phẩm.', {
      span: SPAN,
      quote: QUOTE,
      kind: {
        enum: [
          'resolution',
          'decision',
          'scheme',
          'plan',
          'programme',
          'regulation',
          'planning',
          'policy',
          'project',
          'report',
          'database',
          'criteria',
          'other',
        ],
      },
    }),
    'What it is to bring forth.',
  ),
  notes: list(ref('span'), 'Footnotes hung on it.'),
  confidence: CONFIDENCE,
});

const DOCUMENT = record(
  'The header and the foot of the document; null where it says nothing.',
  {
    type: textOrNull('Loại văn bản.'),
    symbol: textOrNull('Số, ký hiệu.'),
    issuer: textOrNull('Cơ quan ban hành, the full name.'),
    province: textOrNull('Tỉnh, thành phố, the bare name.'),
    place: textOrNull('Địa danh before the date.'),
    date: dateOrNull('Ngày ban hành.'),
    title: textOrNull('Trích yếu, one line.'),
    planYear: { type: ['integer', 'null'], description: 'The (last) year that the plan is for.' },
    signer: textOrNull('Người ký.'),
    signerTitle: textOrNull('Chức vụ người ký.'),
    certifiedCopy: {
      anyOf: [
        record('Sao lục: the block of a certified copy.', {
          span: SPAN,
          kind: text('As printed.'),
          symbol: textOrNull('Its number, which is not the document’s.'),
          issuer: textOrNull('Who copied it.'),
          place: textOrNull('Where.'),
          date: dateOrNull('When.'),
          signer: textOrNull('Who signed the copy.'),
        }),
        { type: 'null' },
      ],
    },
    spans: { type: 'object', additionalProperties: ref('span'), description: 'Where each field was read.' },
    confidence: CONFIDENCE,
    places: {
      type: 'object',
      additionalProperties: PLACES,
      description: 'Where each field stands on the pages; only for files that have pages.',
    },
  },
  ['places'],
);

const OUTLINE_NODE = record('A heading, a block, a list item, a row or a footnote.', {
  kind: { enum: ['part', 'chapter', 'section', 'article', 'heading', 'paragraph', 'bullet', 'row', 'footnote'] },
  label: textOrNull('Its printed marker without punctuation.'),
  path: text('Labels from the root down, joined.'),
  span: ref('span', 'The node with its marker, without its children.'),
  textSpan: ref('span', 'The text after the marker.'),
  zone: { enum: ['header', 'preamble', 'results', 'targets', 'tasks', 'context', 'closing'] },
  children: list(ref('outlineNode'), 'Nodes under it.'),
});

const ISSUE_FIELDS: Record<string, Schema> = {
  severity: { enum: ['info', 'warning', 'error'] },
  code: { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', description: 'Stable code.' },
  span: { anyOf: [ref('span'), { type: 'null' }], description: 'Where; null for the whole document.' },
  message: text('One sentence in Vietnamese.'),
  messageEn: text('The same in English.'),
  suggestion: text('The right form of a suspected text error.'),
};

const SOURCE = record(
  'The file that was read.',
  {
    format: {
      enum: ['docx', 'doc', 'odt', 'rtf', 'pdf', 'image', 'txt', 'md', 'html'],
      description: 'By its content.',
    },
    pages: list(
      record('A page of a PDF or of a picture.', {
        number: { type: 'integer', minimum: 1, description: 'From 1, as in the file, also when only some were read.' },
        width: { type: 'number', description: 'Points (1/72 inch).' },
        height: { type: 'number', description: 'Points.' },
        source: { enum: ['text', 'ocr'], description: 'The file’s own text, or characters recognised in the picture.' },
        confidence: {
          type: ['number', 'null'],
          minimum: 0,
          description: 'Mean confidence of the recognised words, 0 to 1; null where nothing was recognised.',
        },
      }),
      'Pages that were read; empty for files that flow (Word, text).',
    ),
    warnings: list(
      record('What a person should know about the file.', ISSUE_FIELDS, ['suggestion']),
      'Tracked changes taken as accepted, hidden text left out, macros present …',
    ),
    crops: list(
      record('The picture of a number that recognition is not sure of.', {
        span: SPAN,
        page: { type: 'integer', minimum: 1 },
        path: text('From the folder of this file to the picture.'),
      }),
      'Pictures that were cut out; absent without any.',
    ),
  },
  ['crops'],
);

const READING = record(
  'What one document says.',
  {
    file: text('The file as named by the caller; - for standard input.'),
    reader: text('Version of the reading rules.'),
    source: ref('source', 'The file; absent when only its text was given.'),
    document: ref('document'),
    targets: list(ref('measurement'), 'Chỉ tiêu, in reading order.'),
    results: list(ref('measurement'), 'Kết quả thực hiện, in reading order.'),
    tasks: list(ref('task'), 'Nhiệm vụ, in reading order.'),
    citations: list(
      placedRecord('Viện dẫn: another document named with a number or a date.', {
        span: SPAN,
        quote: QUOTE,
        type: text('Loại văn bản.'),
        symbol: textOrNull('As the text shows it, apart from spaces.'),
        date: dateOrNull('Its date.'),
        issuer: textOrNull('Who issued it.'),
        confidence: CONFIDENCE,
      }),
      'Every mention, in reading order.',
    ),
    reporting: list(
      placedRecord('A duty to report to someone by a time.', {
        span: SPAN,
        quote: QUOTE,
        cadence: { enum: ['monthly', 'quarterly', 'half-yearly', 'nine-monthly', 'yearly', 'once'] },
        due: textOrNull('day 20, 11-20 or a date; null when the text names none.'),
        from: textOrNull('Who reports, as printed.'),
        to: textOrNull('To whom, as printed.'),
        confidence: CONFIDENCE,
      }),
      'Chế độ báo cáo, one a cadence.',
    ),
    unread: list(
      placedRecord(
        'A number or an order-like phrase that became nothing.',
        {
          span: SPAN,
          text: text('The exact text at span.'),
          kind: { enum: ['number', 'order'] },
          reason: textOrNull('Why, when the reading knows.'),
          confidence: { const: 'check', description: 'Recognition is not sure of its words; absent otherwise.' },
        },
        ['confidence'],
      ),
      'Chưa đọc được.',
    ),
    issues: list(placedRecord('Something a person should look at.', ISSUE_FIELDS, ['suggestion']), 'Cần kiểm tra.'),
    outline: list(ref('outlineNode'), 'The tree of the document.'),
    sentences: list(
      record('A sentence and what it became.', {
        span: SPAN,
        label: { enum: ['target', 'result', 'task', 'citation', 'heading', 'context'] },
      }),
      'Every sentence, in order.',
    ),
  },
  ['source'],
);

const DEFS: Record<string, Schema> = {
  span: record('A stretch [start, end) of the text as given, in UTF-16 units; a byte order mark counts.', {
    start: { type: 'integer', minimum: 0 },
    end: { type: 'integer', minimum: 0 },
  }),
  date: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'ISO date.' },
  decimal: { type: 'string', pattern: '^-?\\d+(\\.\\d+)?$', description: 'Plain decimal.' },
  confidence: { enum: ['high', 'check', 'guess'], description: 'It stands; a person should look; a person must look.' },
  fieldConfidence: {
    type: 'object',
    additionalProperties: { $ref: '#/$defs/confidence' },
    description: 'By field name; a field that is not listed is high.',
  },
  agency: record('A body or a group of bodies named in the text.', {
    name: text('Full name as printed, text errors undone.'),
    span: { anyOf: [ref('span'), { type: 'null' }] },
    code: textOrNull('Code of the catalogue; null for groups.'),
    successor: {
      anyOf: [
        record('The body of today, when this one no longer exists.', {
          code: text('Code of the catalogue.'),
          name: text('Its name.'),
          since: text('From which day.'),
          basis: text('By which document.'),
        }),
        { type: 'null' },
      ],
    },
    inherited: { type: 'boolean', description: 'Taken over from the heading above.' },
    confidence: ref('confidence'),
  }),
  match: record('The indicator of the catalogue.', {
    code: text('Our code.'),
    name: text('Its name in the catalogue.'),
    officialCode: textOrNull('Mã số of the national or provincial set of indicators.'),
    confidence: ref('confidence'),
  }),
  place: record('A place on a page; points (1/72 inch), origin at the top left of the page as shown.', {
    page: { type: 'integer', minimum: 1 },
    box: record('A rectangle.', {
      x: { type: 'number' },
      y: { type: 'number' },
      width: { type: 'number' },
      height: { type: 'number' },
    }),
  }),
  source: SOURCE,
  document: DOCUMENT,
  measurement: MEASUREMENT,
  task: TASK,
  outlineNode: OUTLINE_NODE,
  reading: READING,
};

/** The whole schema: one reading, or an array of them for several files. */
export function readingSchema(): Schema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'bamsat read --format json',
    description:
      'Made from src/render/json-schema.ts; do not edit. One object a document, an array when several files were asked for.',
    anyOf: [ref('reading'), { type: 'array', items: ref('reading') }],
    $defs: DEFS,
  };
}

/** The file `docs/reading.schema.json`. */
export function writeReadingSchema(): string {
  return `${JSON.stringify(readingSchema(), null, 2)}\n`;
}
