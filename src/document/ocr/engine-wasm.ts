/** Tesseract as WebAssembly (tesseract.js-core) with the packaged Vietnamese data: works wherever Node does. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gunzipSync } from 'node:zlib';
import { type Cutting, type Engine, type RawWord, readTsv, type Shape, writePgm } from './engine.ts';

/** The part of tesseract.js-core that is used here; the package brings no types. */
interface Core {
  readonly FS: { writeFile(path: string, data: Uint8Array | string): void; unlink(path: string): void };
  readonly TessBaseAPI: new () => Api;
}

interface Api {
  Init(path: null, language: string, mode: number, config?: string): number;
  SetVariable(name: string, value: string): boolean;
  SetPageSegMode(mode: number): void;
  SetImageFile(orientation: number, angle: number): number;
  SetSourceResolution(dpi: number): void;
  Recognize(monitor: null): number;
  GetTSVText(page: number): string;
  Clear(): void;
  End(): void;
}

/** `fast` reads lines as well as `best` in two thirds of the time; being another network, `best` is a second opinion. */
export type Model = 'fast' | 'best';

const LSTM_ONLY = 1;
const MODES: Readonly<Record<Shape, number>> = { block: 6, line: 13 };
/** Relaxed SIMD first; the last works everywhere, five times slower. */
const CORES = ['tesseract-core-relaxedsimd-lstm', 'tesseract-core-simd-lstm', 'tesseract-core-lstm'];

const require = createRequire(import.meta.url);
/** One for all models of a thread: it is the larger part of the memory. */
let shared: Promise<Core> | null = null;

export async function openWasmEngine(model: Model): Promise<Engine> {
  shared ??= loadCore();
  const core = await shared;
  core.FS.writeFile(`${model}.traineddata`, modelData(model));
  const api = new core.TessBaseAPI();
  if (api.Init(null, model, LSTM_ONLY) !== 0) throw new Error('the Vietnamese data of Tesseract could not be loaded');
  core.FS.unlink(`${model}.traineddata`);
  // White on black does not occur in these documents, and trying it costs a second reading of every doubtful line.
  api.SetVariable('tessedit_do_invert', '0');
  return {
    name: `tesseract.js-core (${model})`,
    read: async (cuttings, shape, dpi) => readAll(core, api, cuttings, shape, dpi),
    close: () => api.End(),
  };
}

function modelData(model: Model): Uint8Array {
  if (model === 'fast') return readFileSync(new URL('./data/vie-fast.traineddata', import.meta.url));
  return gunzipSync(readFileSync(require.resolve('@tesseract.js-data/vie/4.0.0_best_int/vie.traineddata.gz')));
}

async function loadCore(): Promise<Core> {
  let failure: unknown;
  for (const name of CORES) {
    try {
      const make = require(`tesseract.js-core/${name}`) as (options: object) => Promise<Core>;
      return await make({ print: () => {}, printErr: () => {} });
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}

function readAll(core: Core, api: Api, cuttings: readonly Cutting[], shape: Shape, dpi: number): RawWord[][] {
  api.SetPageSegMode(MODES[shape]);
  return cuttings.map((cutting) => {
    core.FS.writeFile('/input', writePgm(cutting.picture));
    if (api.SetImageFile(1, 0) !== 0) throw new Error('Tesseract did not take the picture');
    api.SetSourceResolution(Math.round(dpi));
    api.Recognize(null);
    const words = readTsv(api.GetTSVText(0), cutting);
    api.Clear();
    return words;
  });
}
