/** Reads the arguments of the command line into an order, or says what is wrong with them. */

import { type Refusal, refusal } from '#base/refusal.ts';
import { err, ok, type Result } from '#base/result.ts';

export const FORMATS = ['table', 'json', 'xlsx', 'akn', 'md'] as const;
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
  /** Largest file, in bytes. */
  readonly mostBytes: number;
}

export type Order =
  | ReadOrder
  | { readonly kind: 'help'; readonly topic: 'all' | 'read' }
  | { readonly kind: 'version' };

const MEGABYTE = 1024 * 1024;
const USUAL_MEGABYTES = 50;

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
      return ok({ kind: 'help', topic: rest[0] === 'read' ? 'read' : 'all' });
    case '--version':
    case '-V':
      return ok({ kind: 'version' });
    case 'read':
      return readOrder(rest);
    default:
      return err(
        refusal(`không có lệnh “${command}”, xem bamsat --help`, `there is no command “${command}”, see bamsat --help`),
      );
  }
}

/** Options that take a value, and those that don't; the short form beside the long one. */
const WITH_VALUE = new Set(['--format', '--out', '--year', '--max-mb']);
const FLAGS = new Set(['--unread', '--json', '--help']);
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
  const most = readMegabytes(options.get('--max-mb'));
  if (!most.ok) return most;
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
    out: options.get('--out') ?? null,
    unread: options.has('--unread'),
    year: year.value,
    mostBytes: most.value * MEGABYTE,
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

function readFormat(options: ReadonlyMap<string, string>): Result<Format, Refusal> {
  const value = options.get('--format') ?? (options.has('--json') ? 'json' : 'table');
  const format = FORMATS.find((known) => known === value);
  if (format) return ok(format);
  const known = FORMATS.join(', ');
  return err(
    refusal(`--format không nhận “${value}”, chỉ nhận: ${known}`, `--format does not take “${value}”, only: ${known}`),
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

function readMegabytes(value: string | undefined): Result<number, Refusal> {
  if (value === undefined) return ok(USUAL_MEGABYTES);
  const size = /^\d{1,4}(\.\d+)?$/.test(value) ? Number(value) : 0;
  if (size > 0) return ok(size);
  return err(
    refusal(
      `--max-mb phải là một số lớn hơn 0 và dưới 10000, không phải “${value}”`,
      `--max-mb must be a number above 0 and below 10000, not “${value}”`,
    ),
  );
}
