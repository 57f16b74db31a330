/**
 * Characters out of pictures of pages (nhận dạng ký tự): a pool of threads, one page each, that can be stopped at any time.
 */
import { availableParallelism } from 'node:os';
import { isMarkedAsUntransferable, Worker } from 'node:worker_threads';
import type { Raster } from '../raster.ts';
import { hasNativeEngine } from './engine-native.ts';
import type { PageFrame, RecognisedPage } from './read-page.ts';
import type { Answer, Job } from './worker.ts';

export interface RecogniserOptions {
  /** Threads; as many as there are cores, at most 8, when not given. */
  readonly workers?: number;
  /** Stops everything: pages under way and waiting are rejected with the reason of the signal. */
  readonly signal?: AbortSignal;
  /** `auto` takes the `tesseract` program where it is installed with Vietnamese data, else the packaged one. */
  readonly engine?: 'auto' | 'packaged';
}

export interface Recogniser {
  /** Pages that are read at the same time. */
  readonly workers: number;
  readonly engine: 'tesseract' | 'tesseract.js-core';
  /**
   * Reads a page. The picture is handed over: its bytes move to the thread and are gone here, so that a page is in memory
   * once and not three times. It may be given as a function, which is called when a thread is free: so a document of any
   * length never holds more pictures than threads.
   */
  recognise(picture: Raster | (() => Raster | Promise<Raster>), frame: PageFrame): Promise<RecognisedPage>;
  close(): Promise<void>;
}

interface Waiting {
  readonly picture: Raster | (() => Raster | Promise<Raster>);
  readonly frame: PageFrame;
  readonly resolve: (content: RecognisedPage) => void;
  readonly reject: (reason: unknown) => void;
}

interface Slot {
  thread: Worker | null;
  busy: Waiting | null;
}

const MOST_WORKERS = 8;

export async function createRecogniser(options: RecogniserOptions = {}): Promise<Recogniser> {
  const native = options.engine !== 'packaged' && (await hasNativeEngine());
  const workers = Math.max(1, options.workers ?? Math.min(MOST_WORKERS, availableParallelism()));
  const pool = new Pool(workers, native);
  const { signal } = options;
  const abort = (): void => void pool.stop(signal?.reason);
  if (signal?.aborted) abort();
  else signal?.addEventListener('abort', abort, { once: true });
  return {
    workers,
    engine: native ? 'tesseract' : 'tesseract.js-core',
    recognise: (picture, { number, width, height }) => pool.recognise(picture, { number, width, height }),
    close: async () => {
      signal?.removeEventListener('abort', abort);
      await pool.stop(new Error('the recogniser was closed'));
    },
  };
}

class Pool {
  readonly #slots: Slot[];
  readonly #native: boolean;
  readonly #queue: Waiting[] = [];
  #stopped: { readonly reason: unknown } | null = null;
  #jobs = 0;

  constructor(workers: number, native: boolean) {
    this.#slots = Array.from({ length: workers }, () => ({ thread: null, busy: null }));
    this.#native = native;
  }

  recognise(picture: Waiting['picture'], frame: PageFrame): Promise<RecognisedPage> {
    if (this.#stopped) return Promise.reject(this.#stopped.reason);
    return new Promise((resolve, reject) => {
      this.#queue.push({ picture, frame, resolve, reject });
      this.#next();
    });
  }

  async stop(reason: unknown): Promise<void> {
    this.#stopped ??= { reason };
    const lost = [...this.#slots.flatMap((slot) => slot.busy ?? []), ...this.#queue.splice(0)];
    const threads = this.#slots.flatMap((slot) => slot.thread ?? []);
    for (const slot of this.#slots) {
      slot.thread = null;
      slot.busy = null;
    }
    for (const waiting of lost) waiting.reject(this.#stopped.reason);
    await Promise.all(threads.map((thread) => thread.terminate()));
  }

  #next(): void {
    for (const slot of this.#slots) {
      if (slot.busy) continue;
      const waiting = this.#queue.shift();
      if (!waiting) return;
      slot.busy = waiting;
      void this.#run(slot, waiting);
    }
  }

  async #run(slot: Slot, waiting: Waiting): Promise<void> {
    try {
      const raster = typeof waiting.picture === 'function' ? await waiting.picture() : waiting.picture;
      if (slot.busy !== waiting) return;
      const content = await this.#ask(slot, raster, waiting.frame);
      if (slot.busy === waiting) waiting.resolve(content);
    } catch (error) {
      waiting.reject(error);
    }
    if (slot.busy !== waiting) return;
    slot.busy = null;
    this.#next();
  }

  #ask(slot: Slot, raster: Raster, frame: PageFrame): Promise<RecognisedPage> {
    const thread = slot.thread ?? new Worker(new URL('./worker.ts', import.meta.url));
    slot.thread = thread;
    const job: Job = { id: ++this.#jobs, raster, frame, native: this.#native };
    return new Promise((resolve, reject) => {
      const settle = (): void => {
        thread.off('message', onMessage);
        thread.off('error', onError);
        thread.off('exit', onExit);
      };
      const onMessage = (answer: Answer): void => {
        settle();
        if ('content' in answer) resolve(answer.content);
        else reject(new Error(answer.failure));
      };
      const lost = (error: unknown): void => {
        settle();
        if (slot.thread === thread) slot.thread = null;
        reject(error);
      };
      const onError = (error: unknown): void => lost(error);
      const onExit = (): void => lost(this.#stopped?.reason ?? new Error('the thread that read the page ended'));
      thread.on('message', onMessage);
      thread.on('error', onError);
      thread.on('exit', onExit);
      thread.postMessage(job, movable(raster));
    });
  }
}

/** The bytes of the picture where they can be moved to another thread: not those of a shared or foreign memory. */
function movable({ data }: Raster): ArrayBuffer[] {
  const { buffer } = data;
  const isAlone = buffer instanceof ArrayBuffer && buffer.byteLength === data.byteLength;
  return isAlone && !buffer.detached && !isMarkedAsUntransferable(buffer) ? [buffer] : [];
}
