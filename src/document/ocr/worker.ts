/** The thread that reads pages, one at a time; `recogniser.ts` holds the other end. */
import { parentPort } from 'node:worker_threads';
import type { Raster } from '../raster.ts';
import type { Engines } from './engine.ts';
import { openNativeEngine } from './engine-native.ts';
import { openWasmEngine } from './engine-wasm.ts';
import { type PageFrame, type RecognisedPage, readPage } from './read-page.ts';

export interface Job {
  readonly id: number;
  readonly raster: Raster;
  readonly frame: PageFrame;
  readonly native: boolean;
}

export type Answer =
  | { readonly id: number; readonly content: RecognisedPage }
  | { readonly id: number; readonly failure: string };

const port = parentPort;
if (!port) throw new Error('this module runs as a worker thread');
let engines: Promise<Engines> | null = null;

port.on('message', async (job: Job) => {
  try {
    engines ??= openEngines(job.native);
    const content = await readPage(job.raster, job.frame, await engines);
    port.postMessage({ id: job.id, content } satisfies Answer);
  } catch (error) {
    port.postMessage({ id: job.id, failure: error instanceof Error ? error.message : String(error) } satisfies Answer);
  }
});

async function openEngines(native: boolean): Promise<Engines> {
  const first = native ? await openNativeEngine() : await openWasmEngine('fast');
  return { first, second: await openWasmEngine('best') };
}
