/** Counts the paragraphs of a list, level by level: a new number restarts the levels below it. */
export class Counter {
  readonly #counts: (number | undefined)[] = [];

  /** The number of the next paragraph at `level` (from 0); `startOf` says what a level starts with. */
  next(level: number, startOf: (level: number) => number): number {
    // A level that was passed over counts as begun, as Word and LibreOffice have it.
    for (let above = 0; above < level; above++) this.#counts[above] ??= startOf(above);
    const before = this.#counts[level];
    const count = before === undefined ? startOf(level) : before + 1;
    this.#counts[level] = count;
    this.#counts.length = level + 1;
    return count;
  }

  /** The number that a level stands at. */
  at(level: number, startOf: (level: number) => number): number {
    return this.#counts[level] ?? startOf(level);
  }

  /** The next paragraph at `level` gets this number. */
  restart(level: number, start: number): void {
    this.#counts[level] = start - 1;
    this.#counts.length = level + 1;
  }
}
