/** Checks the chain of a log (kiểm tra nhật ký), from the database or from an export, line by line. */
import type { Scope } from './database.ts';
import { type ChainLine, endOfChain, readChain } from './event-log.ts';
import { FIRST_HASH, hashOfEvent } from './events.ts';

/** The first line that is not what it should be. */
export interface Broken {
  /** Number that was expected there. */
  readonly seq: number;
  readonly why: 'edited' | 'missing' | 'out-of-order' | 'inserted' | 'unreadable' | 'cut-off' | 'columns' | 'end';
  readonly vi: string;
  readonly en: string;
}

export interface Verified {
  readonly events: number;
  readonly lastHash: string;
  readonly broken: Broken | null;
}

/** What the end of the chain has to be; parts that are not known are null. */
export interface Expected {
  readonly seq: number | null;
  readonly hash: string | null;
}

export async function verifyLines(lines: AsyncIterable<ChainLine | null>, expected: Expected): Promise<Verified> {
  let previous = FIRST_HASH;
  let seq = 0;
  const stop = (broken: Broken): Verified => ({ events: seq, lastHash: previous, broken });
  for await (const line of lines) {
    const next = seq + 1;
    if (line === null) return stop(say(next, 'unreadable'));
    if (line.seq !== next) {
      return stop(say(next, line.seq > next ? 'missing' : line.seq === seq ? 'inserted' : 'out-of-order'));
    }
    if (hashOfEvent(previous, next, line.body) !== line.hash) return stop(say(next, 'edited'));
    if (line.columns && !sameColumns(line)) return stop(say(next, 'columns'));
    previous = line.hash;
    seq = next;
  }
  if (expected.seq !== null && seq < expected.seq) return stop(say(seq + 1, 'cut-off'));
  if ((expected.seq !== null && seq > expected.seq) || (expected.hash !== null && previous !== expected.hash)) {
    return stop(say(seq, 'end'));
  }
  return { events: seq, lastHash: previous, broken: null };
}

/** The log of a province in the database, as it stands now. */
export async function verifyChain(scope: Scope): Promise<Verified> {
  const end = await endOfChain(scope);
  return verifyLines(readChain(scope, end.seq), end);
}

function sameColumns({ body, columns }: ChainLine): boolean {
  try {
    const told = JSON.parse(body) as { id?: unknown; kind?: unknown; subject?: { id?: unknown } };
    return (
      told.id === columns?.id && told.kind === columns?.kind && String(told.subject?.id) === String(columns?.subject_id)
    );
  } catch {
    return false;
  }
}

const WORDS: Readonly<Record<Broken['why'], readonly [string, string]>> = {
  edited: ['nội dung đã bị sửa, hoặc sự kiện trước nó đã bị thay', 'its text was changed, or the event before it'],
  missing: ['bị thiếu', 'is missing'],
  'out-of-order': ['không đúng thứ tự', 'is out of order'],
  inserted: ['có một sự kiện bị chèn thêm', 'an event was put in'],
  unreadable: ['dòng không đọc được', 'the line can’t be read'],
  'cut-off': ['nhật ký bị cắt từ đây', 'the log is cut off from here'],
  columns: ['cột tra cứu khác với nội dung', 'its columns differ from its text'],
  end: ['sự kiện cuối không khớp với mã kiểm tra đã ghi', 'the end is not what was noted'],
};

function say(seq: number, why: Broken['why']): Broken {
  const [vi, en] = WORDS[why];
  return { seq, why, vi: `sự kiện số ${seq}: ${vi}`, en: `event ${seq}: ${en}` };
}
