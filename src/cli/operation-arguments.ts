/** Reads the arguments of the commands that run the server and care for its data. */
import { type Refusal, refusal } from '#base/refusal.ts';
import { err, ok, type Result } from '#base/result.ts';
import type { BackupOrder, RestoreOrder } from './backup-command.ts';
import type { DoctorOrder } from './doctor-command.ts';
import type { ExportOrder } from './export-command.ts';
import type { ImportOrder } from './import-command.ts';
import type { MigrateOrder } from './migrate-command.ts';
import type { ServeOrder } from './serve-command.ts';
import type { UserOrder } from './user-command.ts';
import type { VerifyLogOrder } from './verify-log-command.ts';

export type OperationOrder =
  | ServeOrder
  | MigrateOrder
  | BackupOrder
  | RestoreOrder
  | UserOrder
  | ImportOrder
  | ExportOrder
  | DoctorOrder
  | VerifyLogOrder;

/** What a command takes: how many names, which options with a value, which without. */
interface Shape {
  readonly names: readonly [least: number, most: number];
  readonly values: readonly string[];
  readonly flags: readonly string[];
  /** How it is called, for refusals. */
  readonly usage: string;
}

const SHAPES = {
  serve: { names: [0, 0], values: ['--config'], flags: [], usage: 'bamsat serve [--config TỆP]' },
  migrate: { names: [0, 0], values: ['--config'], flags: ['--list'], usage: 'bamsat migrate [--list]' },
  backup: {
    names: [1, 1],
    values: ['--config', '--province'],
    flags: [],
    usage: 'bamsat backup TỆP [--province TỈNH]',
  },
  restore: { names: [1, 1], values: ['--config'], flags: ['--check'], usage: 'bamsat restore TỆP [--check]' },
  user: {
    names: [1, 2],
    values: ['--config', '--province', '--name', '--role', '--email'],
    flags: [],
    usage: 'bamsat user list|add|reset|unlock [TÊN-ĐĂNG-NHẬP] --province TỈNH',
  },
  import: {
    names: [1, 100_000],
    values: ['--config', '--province', '--on'],
    flags: ['--apply'],
    usage: 'bamsat import document TỆP… | organisations TỆP.xlsx [--on NGÀY] [--apply] --province TỈNH',
  },
  export: {
    names: [1, 1],
    values: ['--config', '--province', '--plan', '--format', '--out'],
    flags: [],
    usage: 'bamsat export plan [--plan MÃ] [--format xlsx|json] | log --province TỈNH [--out TỆP]',
  },
  'verify-log': {
    names: [0, 1],
    values: ['--config', '--province', '--expect'],
    flags: [],
    usage: 'bamsat verify-log [TỆP] [--province TỈNH] [--expect MÃ]',
  },
  doctor: { names: [0, 0], values: ['--config'], flags: [], usage: 'bamsat doctor' },
} as const satisfies Record<string, Shape>;

export type Operation = keyof typeof SHAPES;

export function isOperation(command: string): command is Operation {
  return Object.hasOwn(SHAPES, command);
}

interface Taken {
  readonly names: readonly string[];
  readonly option: (name: string) => string | null;
  readonly flag: (name: string) => boolean;
}

/** `null`: help was asked for. */
export function readOperation(command: Operation, args: readonly string[]): Result<OperationOrder | null, Refusal> {
  const shape: Shape = SHAPES[command];
  if (args.includes('--help') || args.includes('-h')) return ok(null);
  const taken = take(args, shape);
  if (!taken.ok) return taken;
  const { names, option, flag } = taken.value;
  const config = option('--config');
  const province = option('--province');
  const [first = '', second = null] = names;
  switch (command) {
    case 'serve':
    case 'doctor':
      return ok({ kind: command, config });
    case 'migrate':
      return ok({ kind: command, config, list: flag('--list') });
    case 'backup':
      return ok({ kind: command, config, file: first, province });
    case 'restore':
      return ok({ kind: command, config, file: first, check: flag('--check') });
    case 'verify-log':
      return ok({ kind: command, config, file: names[0] ?? null, province, expect: option('--expect') });
    case 'user': {
      const action = (['list', 'add', 'reset', 'unlock'] as const).find((one) => one === first);
      if (!action || province === null || (second === null) !== (action === 'list')) return err(usage(shape));
      const more = { name: option('--name'), role: option('--role'), email: option('--email') };
      return ok({ kind: command, config, action, login: second, province, ...more });
    }
    case 'import': {
      const files = names.slice(1);
      const what = (['document', 'organisations'] as const).find((one) => one === first);
      const on = option('--on');
      if (!what || province === null || files.length === 0 || (on !== null && !/^\d{4}-\d\d-\d\d$/.test(on)))
        return err(usage(shape));
      return ok({ kind: command, config, what, files, province, on, apply: flag('--apply') });
    }
    case 'export': {
      const format = (['xlsx', 'json'] as const).find((one) => one === (option('--format') ?? 'xlsx'));
      const what = (['plan', 'log'] as const).find((one) => one === first);
      if (!what || province === null || !format) return err(usage(shape));
      return ok({ kind: command, config, what, province, plan: option('--plan'), format, out: option('--out') });
    }
  }
}

function take(args: readonly string[], shape: Shape): Result<Taken, Refusal> {
  const names: string[] = [];
  const options = new Map<string, string>();
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] as string;
    if (!arg.startsWith('--')) {
      names.push(arg);
      continue;
    }
    const equals = arg.indexOf('=');
    const name = equals < 0 ? arg : arg.slice(0, equals);
    if (shape.flags.includes(name) && equals < 0) options.set(name, '');
    else if (shape.values.includes(name)) {
      const value = equals < 0 ? args[++i] : arg.slice(equals + 1);
      if (value === undefined || value === '' || (equals < 0 && value.startsWith('--')))
        return err(refusal(`tùy chọn ${name} thiếu giá trị`, `option ${name} needs a value`));
      options.set(name, value);
    } else return err(refusal(`không có tùy chọn “${arg}”; ${shape.usage}`, `there is no option “${arg}”`));
  }
  const [least, most] = shape.names;
  if (names.length < least || names.length > most) return err(usage(shape));
  return ok({ names, option: (name) => options.get(name) ?? null, flag: (name) => options.has(name) });
}

function usage(shape: Shape): Refusal {
  return refusal(`cách dùng: ${shape.usage}`, 'that is not how it is called');
}
