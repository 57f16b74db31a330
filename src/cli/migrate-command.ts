/** `bamsat migrate`: brings the database to the newest schema, or says what that would run. */
import { locateDatabase } from '#server/locate.ts';
import { migrate, pendingMigrations } from '#store/migrate.ts';
import { complain, print } from './output.ts';
import { refusalLine } from './refusal.ts';
import { quietLog, settingsOf } from './settings.ts';

export interface MigrateOrder {
  readonly kind: 'migrate';
  readonly config: string | null;
  /** Only says what would run. */
  readonly list: boolean;
}

export async function runMigrate(order: MigrateOrder): Promise<number> {
  const config = settingsOf(order.config);
  if (!config.ok) return refuse(config.error, 2);
  const located = await locateDatabase(config.value, quietLog);
  if (!located.ok) return refuse(located.error, 1);
  const { url, beside, close } = located.value;
  try {
    const names = await pendingMigrations(url);
    if (!names.ok) return refuse(names.error, 1);
    if (!order.list && names.value.length > 0) {
      if (beside) return refuse(AT_WORK, 1);
      const done = await migrate(url);
      if (!done.ok) return refuse(done.error, 1);
    }
    const { length } = names.value;
    const said = length === 0 ? 'đã là mới nhất' : order.list ? `còn ${length} bước` : `đã chạy ${length} bước`;
    await print([`Cơ sở dữ liệu: ${said}`, ...names.value.map((name) => `  ${name}`), ''].join('\n'));
    return 0;
  } finally {
    await close();
  }
}

const AT_WORK = {
  vi: 'máy chủ đang chạy; hãy dừng trước, khi chạy lại nó tự nâng cấp',
  en: 'the server is at work; stop it first, it migrates by itself when it starts',
};

function refuse(refused: { readonly vi: string; readonly en: string }, code: number): number {
  complain(refusalLine(refused));
  return code;
}
