/** The thread that reads pages, one at a time; `recogniser.ts` holds the other end. */
import { parentPort } from 'node:worker_threads';
import { collect } from '../memory.ts';
import type { Raster } from '../raster.ts';
import type { Engine, Engines } from './engine.ts';
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
/** Bytes of a page in grey, about. */
const PICTURE = 4 * 1024 * 1024;

port.on('message', async (job: Job) => {
  try {
    collect(PICTURE);
    engines ??= openEngines(job.native);
    const content = await readPage(job.raster, job.frame, await engines);
    port.postMessage({ id: job.id, content } satisfies Answer);
  } catch (error) {
    port.postMessage({ id: job.id, failure: error instanceof Error ? error.message : String(error) } satisfies Answer);
  }
});

async function openEngines(native: boolean): Promise<Engines> {
  const first = native ? await openNativeEngine() : await openWasmEngine('fast');
  return { first: collecting(first), second: await openWasmEngine('best') };
}

/** What making a page ready leaves behind, pictures of megabytes, is let go of before the page is read. */
function collecting(engine: Engine): Engine {
  return {
    ...engine,
    read: (cuttings, shape, dpi) => {
      collect(PICTURE);
      return engine.read(cuttings, shape, dpi);
    },
  };
}
