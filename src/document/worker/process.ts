/**
 * The process that opens files, seen from the one that asks. A process and not a thread: what a file does to a native
 * library, to the memory or to the processor ends there. It may read the program and nothing else, write to its own
 * temporary folder and nothing else, start no other program (but the recogniser of characters where it is installed) and
 * make no connection.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, realpathSync, rmSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { letGo } from '../memory.ts';
import type { FileRefusal, OpenProgress } from '../model.ts';
import { CANCELLED, CRASHED, tooLong, tooMuchMemory } from '../refusals.ts';
import { type Frame, FrameReader, frame } from './frames.ts';
import { CHANNEL, type Order } from './order.ts';
import { toldOfMemory } from './signs.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const SEALED = new URL('./sealed.ts', import.meta.url).href;
/** Variables without which programs don't start on some systems; none of them holds a secret. */
const NEEDED = ['PATH', 'SystemRoot', 'LD_LIBRARY_PATH', 'TESSDATA_PREFIX'];
/** Of what it writes to standard error, so much is kept to learn why it ended. */
const LAST_WORDS = 8192;

export interface Job {
  readonly order: Order;
  readonly bytes: Uint8Array;
  readonly seconds: number;
  /** The bytes are let go of once they are sent. */
  readonly consume: boolean;
  readonly signal: AbortSignal | undefined;
  readonly onProgress: ((progress: OpenProgress) => void) | undefined;
}

/** What comes back: a frame whose head is what was made, or why nothing was made. */
export type Outcome =
  | { readonly ok: true; readonly value: Frame }
  | { readonly ok: false; readonly error: FileRefusal };

interface Message {
  readonly progress?: OpenProgress;
  readonly done?: unknown;
  readonly refused?: FileRefusal;
  readonly memory?: number;
}

const running = new Set<WorkerProcess>();
process.on('exit', () => {
  for (const worker of running) worker.stopAtOnce();
});

export class WorkerProcess {
  readonly megabytes: number;
  readonly #child: ChildProcess;
  readonly #channel: Socket;
  readonly #folder: string;
  readonly #reader: FrameReader;
  readonly #gone: Promise<void>;
  #lastWords = '';
  /** Why we ended it, when we did. */
  #ended: FileRefusal | null = null;
  #alive = true;
  #receive: ((frame: Frame) => void) | null = null;
  /** It holds more memory than a new one would, or a file that must not stay in memory. */
  #spent = false;

  private constructor(child: ChildProcess, folder: string, megabytes: number) {
    this.#child = child;
    this.#channel = child.stdio[CHANNEL] as Socket;
    this.#folder = folder;
    this.megabytes = megabytes;
    this.#reader = new FrameReader(megabytes * 1024 * 1024);
    running.add(this);
    this.#gone = new Promise<void>((resolve) => {
      child.once('error', () => resolve());
      child.once('close', () => resolve());
    }).then(() => {
      this.#alive = false;
      running.delete(this);
      return rm(folder, { recursive: true, force: true, maxRetries: 3 });
    });
    child.stderr?.on('data', (chunk: Buffer) => {
      if (process.env.BAMSAT_DEBUG) process.stderr.write(chunk);
      this.#lastWords = (this.#lastWords + chunk.toString('latin1')).slice(-LAST_WORDS);
    });
    this.#channel.on('error', () => {});
    this.#channel.on('data', (chunk: Buffer) => this.#take(chunk));
    this.#attend(false);
  }

  /** Starts a process that runs `entry`. Rejects when the machine can't. */
  static async start(entry: URL, megabytes: number): Promise<WorkerProcess> {
    const folder = realpathSync(await mkdtemp(join(tmpdir(), 'bamsat-')));
    const child = spawn(
      process.execPath,
      [...flags(folder, megabytes), fileURLToPath(entry), String(process.pid), String(megabytes)],
      {
        cwd: folder,
        env: environment(folder),
        stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
        // A group of its own, so that it ends with all that it started.
        detached: process.platform !== 'win32',
        windowsHide: true,
      },
    );
    const worker = new WorkerProcess(child, folder, megabytes);
    if (child.pid === undefined) {
      await worker.#gone;
      throw new Error('no process could be started');
    }
    return worker;
  }

  /** True while it can take another file. */
  get usable(): boolean {
    return this.#alive && this.#ended === null && !this.#spent;
  }

  /** Carries out one order; never two at a time. However it ends, nothing of the file is left in the temporary folder. */
  async run(job: Job): Promise<Outcome> {
    this.#attend(true);
    const cancel = () => this.#end(CANCELLED);
    const timer = setTimeout(() => this.#end(tooLong(job.seconds)), Math.min(job.seconds * 1000, 2 ** 31 - 1));
    job.signal?.addEventListener('abort', cancel, { once: true });
    if (job.signal?.aborted) cancel();
    try {
      const answer = new Promise<Outcome>((resolve) => {
        this.#receive = (frame) => this.#settle(frame, job, resolve);
      });
      this.#send(job);
      const outcome = await Promise.race([answer, this.#gone.then(() => null)]);
      if (outcome === null) return { ok: false, error: this.#whyGone() };
      await this.#sweep();
      return outcome;
    } finally {
      this.#receive = null;
      clearTimeout(timer);
      job.signal?.removeEventListener('abort', cancel);
      this.#attend(false);
    }
  }

  #send({ order, bytes, consume }: Job): void {
    const sent = () => {
      if (consume) letGo(bytes);
    };
    for (const piece of frame(order, [bytes])) this.#channel.write(piece, piece === bytes ? sent : undefined);
  }

  /** Ends it, whatever it is doing, and waits until nothing of it is left. */
  stop(): Promise<void> {
    this.#attend(true);
    this.#end(CANCELLED);
    return this.#gone;
  }

  /** For the end of our own process, when nothing can be waited for. */
  stopAtOnce(): void {
    this.#kill();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #end(why: FileRefusal): void {
    this.#ended ??= why;
    this.#kill();
  }

  #kill(): void {
    const { pid } = this.#child;
    if (pid === undefined || !this.#alive) return;
    try {
      process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
    } catch {
      // It is gone already.
    }
  }

  #take(chunk: Buffer): void {
    try {
      for (const frame of this.#reader.push(chunk)) this.#receive?.(frame);
    } catch {
      this.#end(CRASHED);
    }
  }

  #settle(frame: Frame, job: Job, resolve: (outcome: Outcome) => void): void {
    const message = frame.head as Message;
    if (message.progress) {
      job.onProgress?.(message.progress);
      return;
    }
    const code = message.refused?.code;
    // What failed may have left its readers in disorder.
    const suspect = code === 'secret' || code === 'crashed' || code === 'too-much-memory';
    this.#spent = suspect || (message.memory ?? 0) > (this.megabytes * 1024 * 1024) / 2;
    if (message.refused) resolve({ ok: false, error: message.refused });
    else resolve({ ok: true, value: { head: message.done, body: frame.body } });
  }

  #whyGone(): FileRefusal {
    if (this.#ended) return this.#ended;
    // Killed, and not by us: the system does so when memory is out.
    const killed = this.#child.signalCode === 'SIGKILL';
    return killed || toldOfMemory(this.#lastWords) ? tooMuchMemory(this.megabytes) : CRASHED;
  }

  /** Empties its temporary folder between two files. */
  async #sweep(): Promise<void> {
    if (!this.usable) return this.stop();
    const left = await readdir(this.#folder).catch(() => []);
    for (const name of left) await rm(join(this.#folder, name), { recursive: true, force: true });
  }

  /** While it works, our process waits for it; while it waits, it keeps nobody from leaving. */
  #attend(busy: boolean): void {
    const change = busy ? 'ref' : 'unref';
    this.#child[change]();
    this.#channel[change]();
    (this.#child.stderr as (Readable & Partial<Socket>) | null)?.[change]?.();
  }
}

/** Room for young objects. By itself V8 takes three times as much room for them, and gains a tenth of the time of a text PDF. */
const YOUNG_MEGABYTES = 16;

function flags(folder: string, megabytes: number): string[] {
  const readable = new Set([ROOT, realpathSync(join(ROOT, 'node_modules')), folder]);
  return [
    '--permission',
    ...[...readable].map((path) => `--allow-fs-read=${path}`),
    `--allow-fs-write=${folder}`,
    '--allow-worker',
    '--allow-addons',
    '--allow-wasi',
    ...(hasRecogniser() ? ['--allow-child-process'] : []),
    '--no-warnings',
    `--max-old-space-size=${Math.max(32, Math.floor(megabytes * 0.8))}`,
    `--max-semi-space-size=${YOUNG_MEGABYTES}`,
    '--expose-gc',
    `--import=${SEALED}`,
  ];
}

/** The `tesseract` program, which reads pages in half the time. */
function hasRecogniser(): boolean {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.some((folder) => folder !== '' && existsSync(join(folder, 'tesseract')));
}

/** Pictures of pages come and go by the megabyte: the allocator of glibc is told to give each back at once. */
const FRUGAL = { MALLOC_ARENA_MAX: '2', MALLOC_MMAP_THRESHOLD_: '262144', MALLOC_TRIM_THRESHOLD_: '262144' };

function environment(folder: string): NodeJS.ProcessEnv {
  const kept = NEEDED.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]));
  return { ...Object.fromEntries(kept), ...FRUGAL, TMPDIR: folder, TEMP: folder, TMP: folder, HOME: folder };
}
