/**
 * `bamsat verify-log`: checks the log of events, either an export – without server or database – or the database itself,
 * every province of it, also while the server runs.
 */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { locateDatabase } from '#server/locate.ts';
import { Database } from '#store/database.ts';
import type { ChainLine } from '#store/event-log.ts';
import { type Verified, verifyChain, verifyLines } from '#store/event-verify.ts';
import { listProvinces } from '#store/provinces.ts';
import { complain, print } from './output.ts';
import { refusalLine, systemRefusal } from './refusal.ts';
import { quietLog, settingsOf } from './settings.ts';

export interface VerifyLogOrder {
  readonly kind: 'verify-log';
  readonly config: string | null;
  /** An export; null: the database. */
  readonly file: string | null;
  /** Slug of the only province to check; null for all. */
  readonly province: string | null;
  /** Hash of the last event, as it was noted elsewhere: even a log that was made anew as a whole is found by it. */
  readonly expect: string | null;
}

/** 0: whole; 1: broken or unreadable; 2: settings are wrong. */
export function runVerifyLog(order: VerifyLogOrder): Promise<number> {
  return order.file === null ? verifyDatabase(order) : verifyFile(order.file, order.expect);
}

async function verifyFile(file: string, expect: string | null): Promise<number> {
  try {
    const lines = createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY })[
      Symbol.asyncIterator
    ]();
    const first = await lines.next();
    const manifest = first.done ? null : manifestIn(first.value);
    if (manifest === null) {
      complain(
        refusalLine({
          vi: `${file}: không phải tệp nhật ký của Bám Sát`,
          en: `${file}: not a log that Bám Sát exported`,
        }),
      );
      return 1;
    }
    const found = await verifyLines(linesFrom(lines), { seq: manifest.events, hash: expect ?? manifest.lastHash });
    return tell(manifest.province, found);
  } catch (error) {
    complain(refusalLine(systemRefusal(error), file));
    return 1;
  }
}

interface Manifest {
  readonly province: string;
  readonly events: number;
  readonly lastHash: string;
}

function manifestIn(line: string): Manifest | null {
  try {
    const { format, province, events, lastHash } = JSON.parse(line);
    const good = format === 'bamsat-log/1' && Number.isInteger(events) && typeof lastHash === 'string';
    return good ? { province: String(province?.slug ?? ''), events, lastHash } : null;
  } catch {
    return null;
  }
}

async function* linesFrom(lines: AsyncIterator<string>): AsyncGenerator<ChainLine | null> {
  for (let next = await lines.next(); !next.done; next = await lines.next()) {
    if (next.value.trim() !== '') yield lineIn(next.value);
  }
}

/** Null for what is no line of a log. */
function lineIn(line: string): ChainLine | null {
  try {
    const { seq, body, hash } = JSON.parse(line);
    const good = Number.isInteger(seq) && typeof body === 'string' && typeof hash === 'string';
    return good ? { seq, body, hash, columns: null } : null;
  } catch {
    return null;
  }
}

async function verifyDatabase({ config: named, province, expect }: VerifyLogOrder): Promise<number> {
  const config = settingsOf(named);
  if (!config.ok) {
    complain(refusalLine(config.error));
    return 2;
  }
  const located = await locateDatabase(config.value, quietLog);
  if (!located.ok) {
    complain(refusalLine(located.error));
    return 1;
  }
  try {
    const database = await Database.open({ url: located.value.url, connections: 2 });
    try {
      const all = await listProvinces(database);
      const wanted = all.filter(({ slug }) => province === null || slug === province);
      if (wanted.length === 0) {
        complain(refusalLine({ vi: 'không có tỉnh nào để kiểm tra', en: 'there is no province to check' }));
        return 1;
      }
      let worst = 0;
      for (const { provinceId, slug } of wanted) {
        const found = await verifyChain(database.scope(provinceId));
        worst = Math.max(worst, await tell(slug, withExpected(found, expect)));
      }
      return worst;
    } finally {
      await database.close();
    }
  } finally {
    await located.value.close();
  }
}

function withExpected(found: Verified, expect: string | null): Verified {
  if (found.broken || expect === null || found.lastHash === expect) return found;
  const vi = `sự kiện số ${found.events}: không khớp với mã kiểm tra đã cho`;
  return { ...found, broken: { seq: found.events, why: 'end', vi, en: `event ${found.events}: not the hash given` } };
}

async function tell(province: string, { events, lastHash, broken }: Verified): Promise<number> {
  if (broken) {
    complain(refusalLine({ vi: `${province}: ${broken.vi}`, en: `${province}: ${broken.en}` }));
    return 1;
  }
  await print(`${province}: nguyên vẹn, ${events.toLocaleString('vi-VN')} sự kiện, mã cuối ${lastHash}\n`);
  return 0;
}
