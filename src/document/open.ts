/**
 * The way in: bytes of any file to a `Document`, or one sentence that says why not. The file is opened in a process of its
 * own with limits of time, memory and pages; the caller's event loop never waits for it, and nothing is left behind.
 */
import { err, ok, type Result } from '#base/result.ts';
import { limitsOf } from './limits.ts';
import type { Box, Document, FileRefusal, Limits, OpenOptions } from './model.ts';
import { CANCELLED, EMPTY, NO_WORKER, tooLarge } from './refusals.ts';
import type { Frame } from './worker/frames.ts';
import type { Order } from './worker/order.ts';
import { unpack } from './worker/parcel.ts';
import { WorkerProcess } from './worker/process.ts';

export interface OpenerOptions {
  /** Files that are opened at the same time; the others wait. */
  readonly workers?: number;
  /** For files whose own options say nothing else. */
  readonly limits?: Partial<Limits>;
  /** What the processes run. */
  readonly entry?: URL;
}

export interface OpenFileOptions extends OpenOptions {
  /**
   * True hands the bytes over: they are empty as soon as the process has them. A long file is then in memory once, and no
   * copy of a secret is left here.
   */
  readonly consume?: boolean;
}

export interface PictureOptions extends Pick<OpenOptions, 'limits' | 'signal'> {
  /** Pixels per inch. */
  readonly dpi?: number;
  /** The part of the page to show, with a little around it; the whole page without. */
  readonly box?: Box;
}

/** Opens files one after the other, with a process kept warm for the next. */
export interface Opener {
  /**
   * `name` is the file's name, `-` when it has none. A document that is marked as a state secret is refused with the code
   * `secret`; no copy of it is left here, and the caller must remove its own: the bytes, and the file that they came from.
   */
  open(bytes: Uint8Array, name: string, options?: OpenFileOptions): Promise<Result<Document, FileRefusal>>;
  /** The picture of a page, or of a part of it, as PNG. */
  pagePicture(
    bytes: Uint8Array,
    name: string,
    page: number,
    options?: PictureOptions,
  ): Promise<Result<Uint8Array, FileRefusal>>;
  /** Ends what is running, and every process. */
  close(): Promise<void>;
}

/** Opens one file. For several, an `Opener` saves the time that a process takes to start. */
export async function open(
  bytes: Uint8Array,
  name: string,
  options: OpenFileOptions = {},
): Promise<Result<Document, FileRefusal>> {
  const opener = createOpener();
  try {
    return await opener.open(bytes, name, options);
  } finally {
    await opener.close();
  }
}

/** The picture of one page of a PDF or scan, or of a part of it, as PNG. */
export async function pagePicture(
  bytes: Uint8Array,
  name: string,
  page: number,
  options: PictureOptions = {},
): Promise<Result<Uint8Array, FileRefusal>> {
  const opener = createOpener();
  try {
    return await opener.pagePicture(bytes, name, page, options);
  } finally {
    await opener.close();
  }
}

const ENTRY = new URL('./worker/main.ts', import.meta.url);
const USUAL_DPI = 150;

export function createOpener({ workers = 1, limits: usual = {}, entry = ENTRY }: OpenerOptions = {}): Opener {
  const pool = new Pool(entry, workers);
  const run = async (
    bytes: Uint8Array,
    order: Order,
    options: OpenFileOptions,
  ): Promise<Result<Frame, FileRefusal>> => {
    if (bytes.length === 0) return err(EMPTY);
    if (bytes.length > order.limits.bytes) return err(tooLarge(order.limits.bytes));
    const { seconds, megabytes } = order.limits;
    const { consume = false, signal, onProgress } = options;
    return pool.run({ order, bytes, consume, seconds, signal, onProgress }, megabytes);
  };
  return {
    async open(bytes, name, options = {}) {
      const limits = limitsOf({ ...usual, ...options.limits });
      const { pages = null, ocr = 'auto' } = options;
      const done = await run(bytes, { task: 'open', name, pages, ocr, limits }, options);
      return done.ok ? ok(await unpack(done.value)) : done;
    },
    async pagePicture(bytes, name, page, options = {}) {
      const limits = limitsOf({ ...usual, ...options.limits });
      const { dpi = USUAL_DPI, box = null } = options;
      const done = await run(bytes, { task: 'picture', name, page, dpi, box, limits }, options);
      return done.ok ? ok(done.value.body) : done;
    },
    close: () => pool.close(),
  };
}

type Job = Parameters<WorkerProcess['run']>[0];

/** Processes that are lent out one job at a time. */
class Pool {
  readonly #entry: URL;
  #free: number;
  readonly #waiting: (() => void)[] = [];
  readonly #idle: WorkerProcess[] = [];
  readonly #busy = new Set<WorkerProcess>();
  #closed = false;

  constructor(entry: URL, size: number) {
    this.#entry = entry;
    this.#free = size;
  }

  async run(job: Job, megabytes: number): Promise<Result<Frame, FileRefusal>> {
    await this.#turn();
    try {
      if (this.#closed || job.signal?.aborted) return err(CANCELLED);
      const worker = await this.#worker(megabytes).catch(() => null);
      if (!worker) return err(NO_WORKER);
      this.#busy.add(worker);
      const outcome = this.#closed ? err(CANCELLED) : await worker.run(job);
      this.#busy.delete(worker);
      if (worker.usable && !this.#closed) this.#idle.push(worker);
      else await worker.stop();
      return outcome;
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free++;
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.#busy, ...this.#idle.splice(0)].map((worker) => worker.stop()));
  }

  async #turn(): Promise<void> {
    if (this.#free > 0) this.#free--;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  /** A process that waits and has the right limit of memory, or a new one. */
  async #worker(megabytes: number): Promise<WorkerProcess> {
    for (let worker = this.#idle.pop(); worker; worker = this.#idle.pop()) {
      if (worker.usable && worker.megabytes === megabytes) return worker;
      await worker.stop();
    }
    return WorkerProcess.start(this.#entry, megabytes);
  }
}
