/**
 * Which task of a plan a line of an agency's own plan belongs to: by the words that they share, rare ones counting more.
 * Nothing is taken for granted: a person confirms each.
 */
import { addDays, isDate } from '#base/date.ts';
import { bare, fold } from '#base/fold.ts';
import { readPeriod } from './period.ts';
import type { PlanRow } from './plan-rows.ts';

export interface Matchable {
  readonly id: string;
  readonly text: string;
}

export interface Match {
  readonly taskId: string;
  /** 0 to 1. */
  readonly score: number;
}

export interface MatchedRow extends PlanRow {
  /** The best first, at most three. */
  readonly matches: readonly Match[];
  /** The best, when it is above {@link THRESHOLD}. */
  readonly taskId: string | null;
  /** The task itself and no part of it. */
  readonly isWhole: boolean;
  readonly period: string | null;
  readonly dueOn: string | null;
}

/** Below it a line counts as unmatched (chưa khớp). */
export const THRESHOLD = 0.45;
/** From here on two texts are the same sentence. */
const SAME = 0.85;
/** What is not even offered. */
const LEAST = 0.2;

export function wordsOf(text: string): string[] {
  return bare(text).match(/[a-z0-9]+/g) ?? [];
}

/** Compares texts with the tasks of a plan. Rare words of the plan weigh more; `chủ trì`, `thực hiện` hardly anything. */
export class Matcher {
  readonly #tasks: readonly { readonly id: string; readonly words: Map<string, number>; readonly weight: number }[];
  readonly #found = new Map<string, number>();
  readonly #count: number;

  constructor(tasks: readonly Matchable[]) {
    this.#count = tasks.length;
    const counted = tasks.map(({ id, text }) => ({ id, words: countOf(wordsOf(text)) }));
    for (const { words } of counted)
      for (const word of words.keys()) this.#found.set(word, (this.#found.get(word) ?? 0) + 1);
    this.#tasks = counted.map((one) => ({ ...one, weight: this.#weigh(one.words) }));
  }

  #of(word: string): number {
    const found = this.#found.get(word);
    // How a part is done (dự thảo, lấy ý kiến) is seldom in the words of its whole.
    return found === undefined ? Math.log(1 + this.#count) / 2 : Math.log(1 + this.#count / found) + 0.1;
  }

  #weigh(words: ReadonlyMap<string, number>): number {
    let sum = 0;
    for (const [word, count] of words) sum += count * this.#of(word);
    return sum;
  }

  /** `same`: how alike the two texts are as wholes; `score`: that, or how much of the text is in the task. */
  compare(text: string): { readonly taskId: string; readonly score: number; readonly same: number }[] {
    const words = countOf(wordsOf(text));
    const weight = this.#weigh(words);
    if (weight === 0) return [];
    return this.#tasks
      .map((task) => {
        let shared = 0;
        let kinds = 0;
        for (const [word, count] of words) {
          const both = Math.min(count, task.words.get(word) ?? 0);
          if (both === 0) continue;
          shared += both * this.#of(word);
          kinds += 1;
        }
        const same = (2 * shared) / (weight + task.weight);
        // A word or two in common say little of a short line.
        const inside = (shared / weight) * (kinds / (kinds + 2));
        return { taskId: task.id, score: Math.min(1, Math.max(same, inside)), same };
      })
      .sort((a, b) => b.score - a.score || a.taskId.localeCompare(b.taskId));
  }
}

function countOf(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

const DAY = /(truoc\s+(?:ngay\s+)?)?(?<!\d)(\d{1,2})\s*[/-]\s*(\d{1,2})\s*[/-]\s*(\d{4})(?!\d)/;

/** The day that words of a time name, `hạn 15/03/2021`; the one before it for `trước ngày 15/3/2021`. */
function dayIn(words: string): string | null {
  const found = DAY.exec(bare(words));
  if (!found) return null;
  const [, ahead, day = '', month = '', year = ''] = found;
  const on = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (!isDate(on)) return null;
  return ahead === undefined ? on : addDays(on, -1);
}

/** `year`: of the plan, where the words of the time name none. */
export function matchRows(rows: readonly PlanRow[], tasks: readonly Matchable[], year: number | null): MatchedRow[] {
  const matcher = new Matcher(tasks);
  const done = new Map<string, MatchedRow>();
  return rows.map((row) => {
    const compared = matcher.compare(row.whole ?? row.text);
    const above = row.parent === null ? undefined : done.get(row.parent);
    const isWhole = row.text === '' || (row.whole === null && (compared[0]?.same ?? 0) >= SAME);
    const own = compared.filter((one) => one.score >= LEAST).slice(0, 3);
    const matches: Match[] = own.map(({ taskId, score }) => ({ taskId, score: rounded(score) }));
    // What stands below a line that was matched belongs to the same task, unless its own words say more.
    const handed = above?.taskId && !isWhole ? above.matches.find((one) => one.taskId === above.taskId) : undefined;
    const best = matches[0];
    if (handed && !(best && best.score > handed.score)) {
      const others = matches.filter((one) => one.taskId !== handed.taskId);
      matches.splice(0, matches.length, handed, ...others.slice(0, 2));
    }
    const [first] = matches;
    const period = readPeriod(row.time, year);
    const matched: MatchedRow = {
      ...row,
      matches,
      taskId: first && first.score >= THRESHOLD ? first.taskId : null,
      isWhole,
      period,
      // The end of a quarter is no deadline that somebody wrote.
      dueOn: dayIn(row.time) ?? (period === null ? row.due : null),
    };
    done.set(row.key, matched);
    return matched;
  });
}

const rounded = (score: number) => Math.round(score * 100) / 100;

/** The same words, whatever the case, the marks and the spaces. */
export function sameWords(a: string, b: string): boolean {
  return wordsOf(fold(a)).join(' ') === wordsOf(fold(b)).join(' ');
}

export interface Doers {
  readonly bodies: readonly { readonly id: string; readonly name: string }[];
  readonly posts: readonly {
    readonly id: string;
    readonly title: string;
    readonly organisationId: string;
    readonly holder: string | null;
  }[];
}

/**
 * Who of the agency is meant by `Phòng Ngân sách`, `Đ/c Nguyễn Văn A`, `Phòng A; Phòng B`: a body by its name, a person by
 * the name, else the first of several. Nobody when two have the name.
 */
export function whoIsMeant(
  words: string,
  { bodies, posts }: Doers,
): { organisationId: string | null; postId: string | null } {
  for (const part of [words, ...words.split(/[;,\n]| và /)]) {
    const key = wordsOf(part.replace(/^\s*(?:đ\/c|đồng chí|ông|bà|anh|chị)\s+/i, '')).join(' ');
    if (key === '') continue;
    const body = bodies.filter((one) => wordsOf(one.name).join(' ') === key);
    if (body.length === 1) return { organisationId: body[0]?.id ?? null, postId: null };
    const post = posts.filter((one) => one.holder !== null && wordsOf(one.holder).join(' ') === key);
    if (post.length === 1) return { organisationId: null, postId: post[0]?.id ?? null };
    const title = posts.filter((one) => one.holder !== null && wordsOf(one.title).join(' ') === key);
    if (title.length === 1) return { organisationId: null, postId: title[0]?.id ?? null };
  }
  return { organisationId: null, postId: null };
}
