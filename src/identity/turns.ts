/** Lets at most so many pieces of work run at once; the others wait in the order in which they came. */

/** Runs `work` when its turn comes and gives what it gives, a thrown error included. */
export type Turns = <T>(work: () => Promise<T>) => Promise<T>;

export function takeTurns(atOnce: number): Turns {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    // A turn is handed over without being given back in between, so that nobody who comes later slips in.
    if (running < atOnce) running++;
    else await new Promise<void>((start) => waiting.push(start));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
}
