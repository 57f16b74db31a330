/** `bamsat backup` and `bamsat restore`: all data in one file and back, also from the embedded database to a server. */
import { statSync } from 'node:fs';
import type { Refusal } from '#base/refusal.ts';
import { err, ok, type Result } from '#base/result.ts';
import { resendReadings } from '#server/after-restore.ts';
import type { Config } from '#server/config.ts';
import { locateDatabase } from '#server/locate.ts';
import { openOffline } from '#server/offline.ts';
import { findSecretKey, keepSecretKey } from '#server/secret-key.ts';
import { backup } from '#store/backup/backup.ts';
import { type Archive, openArchive, restore } from '#store/backup/restore.ts';
import { complain, print } from './output.ts';
import { refusalLine, systemRefusal } from './refusal.ts';
import { quietLog, settingsOf } from './settings.ts';

export interface BackupOrder {
  readonly kind: 'backup';
  readonly config: string | null;
  readonly file: string;
  /** Slug of the only province to take; null for all. */
  readonly province: string | null;
}

export interface RestoreOrder {
  readonly kind: 'restore';
  readonly config: string | null;
  readonly file: string;
  /** Only looks whether the archive is whole. */
  readonly check: boolean;
}

export async function runBackup(order: BackupOrder, version: string): Promise<number> {
  const config = settingsOf(order.config);
  if (!config.ok) return refuse(config.error, 2);
  const located = await locateDatabase(config.value, quietLog);
  if (!located.ok) return refuse(located.error);
  try {
    const made = await backup({
      url: located.value.url,
      file: order.file,
      province: order.province,
      version,
      secretKey: findSecretKey(config.value.data),
      now: new Date(),
    });
    if (!made.ok) return refuse(made.error, 1, order.file);
    const rows = made.value.tables.reduce((sum, table) => sum + table.rows, 0);
    const names = made.value.header.provinces.map(({ slug }) => slug).join(', ') || '–';
    await print(`${made.value.file}: ${names}; ${count(rows)} dòng, ${megabytes(made.value.bytes)}\n`);
    return 0;
  } catch (error) {
    return refuse(refusalOf(error), 1, order.file);
  } finally {
    await located.value.close();
  }
}

export async function runRestore(order: RestoreOrder): Promise<number> {
  const config = settingsOf(order.config);
  if (!config.ok) return refuse(config.error, 2);
  try {
    if (statSync(order.file).isDirectory()) return refuse({ vi: 'là thư mục', en: 'is a folder' }, 1, order.file);
    // Before anything is started or touched: a file that is not whole changes nothing.
    const archive = await openArchive(order.file);
    if (!archive.ok) return refuse(archive.error, 1, order.file);
    if (!order.check) {
      const done = await putBack(config.value, archive.value);
      if (!done.ok) return refuse(done.error);
    }
    const rows = archive.value.manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    const { provinces, createdAt, version } = archive.value.header;
    const names = provinces.map(({ slug }) => slug).join(', ') || '–';
    const said = order.check ? 'tệp nguyên vẹn' : 'đã khôi phục và đối chiếu';
    await print(`${order.file}: ${said}; ${names}; ${count(rows)} dòng; bản ${version}, lúc ${createdAt}\n`);
    return 0;
  } catch (error) {
    return refuse(refusalOf(error), 1, order.file);
  }
}

async function putBack(config: Config, archive: Archive): Promise<Result<void, Refusal>> {
  const located = await locateDatabase(config, quietLog);
  if (!located.ok) return located;
  try {
    if (located.value.beside) return err(AT_WORK);
    const done = await restore(located.value.url, archive);
    if (!done.ok) return done;
    const { secretKey } = archive.header;
    if (secretKey !== null) keepSecretKey(config.data, Buffer.from(secretKey, 'base64'));
  } finally {
    await located.value.close();
  }
  const offline = await openOffline(config, quietLog);
  if (!offline.ok) return offline;
  try {
    await resendReadings(offline.value.services);
  } finally {
    await offline.value.close();
  }
  return ok(undefined);
}

const AT_WORK: Refusal = {
  vi: 'máy chủ đang chạy trên thư mục dữ liệu này; hãy dừng trước khi khôi phục',
  en: 'a server is at work on this data directory; stop it before restoring',
};

function refusalOf(error: unknown): Refusal {
  if (error instanceof Error && 'code' in error && 'syscall' in error) return systemRefusal(error);
  throw error;
}

function count(number: number): string {
  return new Intl.NumberFormat('vi-VN').format(number);
}

function megabytes(bytes: number): string {
  return `${new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 }).format(bytes / 1024 / 1024)} MB`;
}

function refuse(refused: Refusal, code = 1, subject?: string): number {
  complain(refusalLine(refused, subject));
  return code;
}
