/**
 * Answers that many people ask for at once and that are dear to find (số đếm): kept as long as nothing happened in the
 * province. Every change writes an event in its own transaction, so the number of the last event says whether something
 * did, also when another process did it. What is kept was never found before that event: it may be newer, never older.
 */
import { endOfChain } from '#store/event-log.ts';
import type { Context } from './usecase.ts';

interface Kept {
  seq: number;
  today: string;
  readonly answers: Map<string, Promise<unknown>>;
}

/** Answers of one province that are kept; with more all are forgotten. */
const MOST = 500;

const memories = new WeakMap<object, Map<number, Kept>>();

/** `key`: what was asked, with all that the answer depends on but the data and the day. */
export async function remembered<T>(context: Context, key: string, find: () => Promise<T>): Promise<T> {
  const { database } = context.services;
  const { seq } = await endOfChain(context);
  const provinces = memories.get(database) ?? new Map<number, Kept>();
  memories.set(database, provinces);
  let kept = provinces.get(context.provinceId);
  if (!kept || kept.seq !== seq || kept.today !== context.today || kept.answers.size >= MOST) {
    kept = { seq, today: context.today, answers: new Map() };
    provinces.set(context.provinceId, kept);
  }
  const { answers } = kept;
  const known = answers.get(key) as Promise<T> | undefined;
  if (known) return known;
  const found = find();
  answers.set(key, found);
  found.catch(() => answers.delete(key));
  return found;
}
