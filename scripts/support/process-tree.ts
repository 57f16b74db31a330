/** What a process and all that it started cost: memory shared out fairly (PSS) and time on the processor, from /proc. */
import { readdirSync, readFileSync } from 'node:fs';

export interface TreeCost {
  /** Bytes; a page of memory that several processes share counts once in all. */
  readonly memory: number;
  /** Seconds of the processor, of those alive and those they have waited for. */
  readonly processor: number;
  readonly processes: number;
}

/** Clock ticks of /proc; 100 a second on every usual Linux. */
const TICKS = 100;

/** Watches the tree of a process until it is told to stop; null where there is no /proc. */
export class TreeWatch {
  readonly #pid: number;
  readonly #timer: NodeJS.Timeout;
  #peak = 0;
  #most = 0;
  #processor = 0;

  constructor(pid: number, everyMs = 150) {
    this.#pid = pid;
    this.#timer = setInterval(() => this.#look(), everyMs);
  }

  #look(): void {
    const cost = costOfTree(this.#pid);
    if (!cost) return;
    this.#peak = Math.max(this.#peak, cost.memory);
    this.#most = Math.max(this.#most, cost.processes);
    this.#processor = Math.max(this.#processor, cost.processor);
  }

  stop(): TreeCost {
    clearInterval(this.#timer);
    return { memory: this.#peak, processor: this.#processor, processes: this.#most };
  }
}

/** The cost of a process and of everything below it; null where it can't be read. */
export function costOfTree(root: number): TreeCost | null {
  try {
    const children = new Map<number, number[]>();
    for (const name of readdirSync('/proc')) {
      const pid = Number(name);
      const fields = Number.isInteger(pid) ? readStat(pid) : null;
      if (fields) children.set(fields.parent, [...(children.get(fields.parent) ?? []), pid]);
    }
    let memory = 0;
    let processor = 0;
    const waiting = [root];
    let processes = 0;
    for (let pid = waiting.pop(); pid !== undefined; pid = waiting.pop()) {
      waiting.push(...(children.get(pid) ?? []));
      memory += readMemory(pid);
      processor += readStat(pid)?.seconds ?? 0;
      processes++;
    }
    return { memory, processor, processes };
  } catch {
    return null;
  }
}

function readStat(pid: number): { parent: number; seconds: number } | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may hold spaces.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ticks = [11, 12, 13, 14].reduce((sum, i) => sum + Number(fields[i]), 0);
    return { parent: Number(fields[1]), seconds: ticks / TICKS };
  } catch {
    return null;
  }
}

function readMemory(pid: number): number {
  try {
    const kilobytes = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1];
    return Number(kilobytes ?? 0) * 1024;
  } catch {
    return 0;
  }
}
