/**
 * What reads files for a server: processes that open them and a thread that reads their text, kept warm between files
 * and let go of when nobody has needed them for a while. One for each set of services.
 */
import { Worker } from 'node:worker_threads';
import type { Result } from '#base/result.ts';
import type { Document, FileRefusal } from '#document/model.ts';
import { createOpener, type Opener, type OpenFileOptions, type PictureOptions } from '#document/open.ts';
import type { ReadOptions } from '#reading/model.ts';
import type { ReadAnswer, ReadOrder, TextRead } from './reading-thread.ts';
import type { Services } from './services.ts';

/** Files that are opened at once, and pictures of pages. */
const OPENERS = 2;
const PICTURERS = 1;
/** After so long without work, processes end. */
const IDLE_MS = 30_000;
/** Longest time of one reading; the longest documents known take two seconds. */
const LONGEST_READING_MS = 120_000;

export class FileWorks {
  #opener: Opener | null = null;
  #picturer: Opener | null = null;
  #reader: ReadingThread | null = null;
  #busy = 0;
  #idle: NodeJS.Timeout | null = null;
  #closed = false;

  open(bytes: Uint8Array, name: string, options: OpenFileOptions): Promise<Result<Document, FileRefusal>> {
    return this.#lease(() => {
      this.#opener ??= createOpener({ workers: OPENERS });
      return this.#opener.open(bytes, name, options);
    });
  }

  /** A short look at the beginning of a file; never waits behind scans whose characters are being recognised. */
  look(bytes: Uint8Array, name: string, options: OpenFileOptions): Promise<Result<Document, FileRefusal>> {
    return this.#lease(() => {
      this.#picturer ??= createOpener({ workers: PICTURERS });
      return this.#picturer.open(bytes, name, options);
    });
  }

  picture(
    bytes: Uint8Array,
    name: string,
    page: number,
    options: PictureOptions,
  ): Promise<Result<Uint8Array, FileRefusal>> {
    return this.#lease(() => {
      this.#picturer ??= createOpener({ workers: PICTURERS });
      return this.#picturer.pagePicture(bytes, name, page, options);
    });
  }

  read(text: string, options: ReadOptions, signal: AbortSignal): Promise<TextRead> {
    return this.#lease(() => {
      if (!this.#reader?.usable) this.#reader = new ReadingThread();
      return this.#reader.read(text, options, signal);
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#letGo();
  }

  async #lease<T>(work: () => Promise<T>): Promise<T> {
    if (this.#closed) throw new Error('the server is stopping');
    if (this.#idle) clearTimeout(this.#idle);
    this.#idle = null;
    this.#busy++;
    try {
      return await work();
    } finally {
      this.#busy--;
      if (this.#busy === 0 && !this.#closed) {
        this.#idle = setTimeout(() => void this.#letGo(), IDLE_MS);
        this.#idle.unref();
      }
    }
  }

  async #letGo(): Promise<void> {
    if (this.#idle) clearTimeout(this.#idle);
    const [opener, picturer, reader] = [this.#opener, this.#picturer, this.#reader];
    this.#opener = this.#picturer = this.#reader = null;
    await Promise.all([opener?.close(), picturer?.close(), reader?.close()]);
  }
}

/** A thread that reads one text after the other. */
class ReadingThread {
  readonly #worker = new Worker(new URL('./reading-thread.ts', import.meta.url));
  readonly #waiting = new Map<number, { resolve: (read: TextRead) => void; reject: (error: Error) => void }>();
  #next = 0;
  usable = true;

  constructor() {
    this.#worker.unref();
    this.#worker.on('message', (answer: ReadAnswer) => {
      const one = this.#waiting.get(answer.number);
      if ('reading' in answer) one?.resolve(answer);
      else one?.reject(new Error(answer.failed));
    });
    this.#worker.on('error', (error) => this.#fail(error instanceof Error ? error : new Error(String(error))));
    this.#worker.on('exit', () => this.#fail(new Error('the thread that reads has ended')));
  }

  async read(text: string, options: ReadOptions, signal: AbortSignal): Promise<TextRead> {
    signal.throwIfAborted();
    const number = this.#next++;
    const limit = AbortSignal.any([signal, AbortSignal.timeout(LONGEST_READING_MS)]);
    // A reading can't be broken off but with its thread.
    const stop = () => {
      this.#fail(new Error('the reading was stopped'));
      void this.#worker.terminate();
    };
    limit.addEventListener('abort', stop, { once: true });
    this.#worker.ref();
    try {
      return await new Promise<TextRead>((resolve, reject) => {
        this.#waiting.set(number, { resolve, reject });
        const order: ReadOrder = { number, text, options };
        this.#worker.postMessage(order);
      });
    } finally {
      limit.removeEventListener('abort', stop);
      this.#waiting.delete(number);
      if (this.#waiting.size === 0) this.#worker.unref();
    }
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #fail(error: Error): void {
    this.usable = false;
    for (const { reject } of this.#waiting.values()) reject(error);
  }
}

const WORKS = new WeakMap<Services, FileWorks>();

export function fileWorksOf(services: Services): FileWorks {
  let works = WORKS.get(services);
  if (!works) {
    works = new FileWorks();
    WORKS.set(services, works);
  }
  return works;
}

/** When the server stops: ends processes and the thread; nothing is opened afterwards. */
export async function closeFileWorks(services: Services): Promise<void> {
  await fileWorksOf(services).close();
}
