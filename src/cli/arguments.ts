/** Reads the arguments of the command line into an order, or says what is wrong with them. */

import { type Refusal, refusal } from '#base/refusal.ts';
import { err, ok, type Result } from '#base/result.ts';
import { type Limits, type OcrMode, USUAL_LIMITS } from '#document/model.ts';
import { isOperation, type OperationOrder, readOperation } from './operation-arguments.ts';

export const FORMATS = ['table', 'json', 'xlsx', 'akn', 'md', 'text'] as const;
export type Format = (typeof FORMATS)[number];

/** `bamsat read …` */
export interface ReadOrder {
  readonly kind: 'read';
  /** Paths as given; `-` is standard input. */
  readonly files: readonly string[];
  readonly format: Format;
  /** Folder to write to; null for standard output. */
  readonly out: string | null;
  readonly unread: boolean;
  readonly year: number | null;
  /** First and last page to read, from 1; null for all. */
  readonly pages: PageRange | null;
  readonly ocr: OcrMode;
  /** With the pictures of numbers that recognition is not sure of. */
  readonly crops: boolean;
  /** What one file may cost. */
  readonly limits: Limits;
}

export interface PageRange {
  readonly from: number;
  readonly to: number;
}

export type Order =
  | ReadOrder
  | OperationOrder
  | { readonly kind: 'help'; readonly topic: 'all' | 'read' | 'server' }
  | { readonly kind: 'version' };

const MEGABYTE = 1024 * 1024;
const OCR_MODES: readonly OcrMode[] = ['auto', 'always', 'never'];
/** `7-` goes on to the end. */
const LAST_PAGE = Number.MAX_SAFE_INTEGER;

/** The order in `args` (without the interpreter and the script). */
export function readArguments(args: readonly string[]): Result<Order, Refusal> {
  const [command, ...rest] = args;
  switch (command) {
    case undefined:
      return err(refusal('thiếu lệnh, xem bamsat --help', 'a command is missing, see bamsat --help'));
    case '--help':
    case '-h':
      return ok({ kind: 'help', topic: 'all' });
    case 'help':
      return ok({ kind: 'help', topic: topicOf(rest[0]) });
    case '--version':
    case '-V':
      return ok({ kind: 'version' });
    case 'read':
      return readOrder(rest);
    default:
      if (isOperation(command)) {
        const order = readOperation(command, rest);
        return order.ok ? ok(order.value ?? { kind: 'help', topic: 'server' }) : order;
      }
      return err(
        refusal(`không có lệnh “${command}”, xem bamsat --help`, `there is no command “${command}”, see bamsat --help`),
      );
  }
}

function topicOf(word: string | undefined): 'all' | 'read' | 'server' {
  if (word === 'read') return 'read';
  return word !== undefined && isOperation(word) ? 'server' : 'all';
}

/** Options that take a value, and those that don't; the short form beside the long one. */
const WITH_VALUE = new Set([
  '--format',
  '--out',
  '--year',
  '--pages',
  '--ocr',
  '--max-mb',
  '--max-pages',
  '--max-memory',
  '--timeout',
]);
const FLAGS = new Set(['--unread', '--json', '--text', '--crops', '--help']);
const SHORT: Readonly<Record<string, string>> = { '-f': '--format', '-o': '--out', '-h': '--help' };

interface Parsed {
  readonly files: string[];
  readonly options: Map<string, string>;
}

function readOrder(args: readonly string[]): Result<Order, Refusal> {
  const parsed = splitArguments(args);
  if (!parsed.ok) return parsed;
  const { files, options } = parsed.value;
  if (options.has('--help')) return ok({ kind: 'help', topic: 'read' });
  const format = readFormat(options);
  if (!format.ok) return format;
  const year = readYear(options.get('--year'));
  if (!year.ok) return year;
  const pages = readPages(options.get('--pages'));
  if (!pages.ok) return pages;
  const ocr = readOcr(options.get('--ocr'));
  if (!ocr.ok) return ocr;
  const limits = readLimits(options);
  if (!limits.ok) return limits;
  const out = options.get('--out') ?? null;
  if (options.has('--crops') && out === null) {
    return err(refusal('--crops cần --out THƯ-MỤC để ghi ảnh', '--crops needs --out DIR for the pictures'));
  }
  if (files.length === 0) {
    return err(
      refusal('thiếu tệp cần đọc, xem bamsat read --help', 'a file to read is missing, see bamsat read --help'),
    );
  }
  if (files.filter((file) => file === '-').length > 1) {
    return err(refusal('chỉ được dùng “-” một lần', '“-” may be given only once'));
  }
  return ok({
    kind: 'read',
    files,
    format: format.value,
    out,
    unread: options.has('--unread'),
    year: year.value,
    pages: pages.value,
    ocr: ocr.value,
    crops: options.has('--crops'),
    limits: limits.value,
  });
}

function splitArguments(args: readonly string[]): Result<Parsed, Refusal> {
  const files: string[] = [];
  const options = new Map<string, string>();
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] as string;
    if (arg === '--') {
      files.push(...args.slice(i + 1));
      break;
    }
    if (arg === '-' || !arg.startsWith('-')) {
      files.push(arg);
      continue;
    }
    const equals = arg.startsWith('--') ? arg.indexOf('=') : -1;
    const given = equals < 0 ? arg : arg.slice(0, equals);
    const name = SHORT[given] ?? given;
    if (FLAGS.has(name) && equals < 0) {
      options.set(name, '');
      continue;
    }
    if (!WITH_VALUE.has(name)) return err(unknownOption(arg));
    const value = equals < 0 ? args[++i] : arg.slice(equals + 1);
    if (value === undefined || value === '' || (equals < 0 && value.startsWith('--'))) {
      return err(refusal(`tùy chọn ${given} thiếu giá trị`, `option ${given} needs a value`));
    }
    options.set(name, value);
  }
  return ok({ files, options });
}

function unknownOption(arg: string): Refusal {
  return refusal(
    `không có tùy chọn “${arg}”, xem bamsat read --help`,
    `there is no option “${arg}”, see bamsat read --help`,
  );
}

/** Flags that are short for a format. */
const FORMAT_FLAGS = { '--json': 'json', '--text': 'text' } as const;

function readFormat(options: ReadonlyMap<string, string>): Result<Format, Refusal> {
  const asked = new Set(Object.entries(FORMAT_FLAGS).flatMap(([flag, format]) => (options.has(flag) ? [format] : [])));
  const named = options.get('--format');
  const value = named ?? [...asked][0] ?? 'table';
  const format = FORMATS.find((known) => known === value);
  if (!format) {
    const known = FORMATS.join(', ');
    return err(
      refusal(
        `--format không nhận “${value}”, chỉ nhận: ${known}`,
        `--format does not take “${value}”, only: ${known}`,
      ),
    );
  }
  if ([...asked].every((other) => other === format)) return ok(format);
  return err(
    refusal('chỉ chọn được một dạng: --format, --json hoặc --text', 'choose one form: --format, --json or --text'),
  );
}

function readYear(value: string | undefined): Result<number | null, Refusal> {
  if (value === undefined) return ok(null);
  const year = /^\d{4}$/.test(value) ? Number(value) : 0;
  if (year >= 1945 && year <= 2100) return ok(year);
  return err(
    refusal(
      `--year phải là một năm từ 1945 đến 2100, không phải “${value}”`,
      `--year must be a year from 1945 to 2100, not “${value}”`,
    ),
  );
}

/** `3`, `1-5`, `7-`. */
function readPages(value: string | undefined): Result<PageRange | null, Refusal> {
  if (value === undefined) return ok(null);
  const match = /^([1-9]\d{0,5})(?:(-)([1-9]\d{0,5})?)?$/.exec(value.replaceAll(' ', ''));
  const from = Number(match?.[1] ?? 0);
  const to = match?.[2] === undefined ? from : match[3] === undefined ? LAST_PAGE : Number(match[3]);
  if (from > 0 && to >= from) return ok({ from, to });
  return err(
    refusal(
      `--pages nhận một trang hoặc một khoảng như 3, 1-5, 7-, không phải “${value}”`,
      `--pages takes a page or a range like 3, 1-5, 7-, not “${value}”`,
    ),
  );
}

function readOcr(value: string | undefined): Result<OcrMode, Refusal> {
  const mode = OCR_MODES.find((known) => known === (value ?? 'auto'));
  if (mode) return ok(mode);
  return err(
    refusal(
      `--ocr nhận auto, always hoặc never, không phải “${value}”`,
      `--ocr takes auto, always or never, not “${value}”`,
    ),
  );
}

function readLimits(options: ReadonlyMap<string, string>): Result<Limits, Refusal> {
  const size = readNumber(options, '--max-mb', USUAL_LIMITS.bytes / MEGABYTE);
  if (!size.ok) return size;
  const pages = readNumber(options, '--max-pages', USUAL_LIMITS.pages);
  if (!pages.ok) return pages;
  const memory = readNumber(options, '--max-memory', USUAL_LIMITS.megabytes);
  if (!memory.ok) return memory;
  const seconds = readNumber(options, '--timeout', USUAL_LIMITS.seconds);
  if (!seconds.ok) return seconds;
  return ok({
    bytes: size.value * MEGABYTE,
    seconds: seconds.value,
    megabytes: memory.value,
    pages: Math.max(1, Math.floor(pages.value)),
  });
}

function readNumber(options: ReadonlyMap<string, string>, name: string, usual: number): Result<number, Refusal> {
  const value = options.get(name);
  if (value === undefined) return ok(usual);
  const number = /^\d{1,5}(\.\d+)?$/.test(value) ? Number(value) : 0;
  if (number > 0) return ok(number);
  return err(
    refusal(
      `${name} phải là một số lớn hơn 0 và dưới 100000, không phải “${value}”`,
      `${name} must be a number above 0 and below 100000, not “${value}”`,
    ),
  );
}
