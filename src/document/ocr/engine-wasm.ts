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

const LSTM_ONLY = 1;
const MODES: Readonly<Record<Shape, number>> = { block: 6, line: 13 };
/** Relaxed SIMD first; the last works everywhere, five times slower. */
const CORES = ['tesseract-core-relaxedsimd-lstm', 'tesseract-core-simd-lstm', 'tesseract-core-lstm'];

const require = createRequire(import.meta.url);

export async function openWasmEngine(): Promise<Engine> {
  const core = await loadCore();
  const data = gunzipSync(readFileSync(require.resolve('@tesseract.js-data/vie/4.0.0_best_int/vie.traineddata.gz')));
  core.FS.writeFile('vie.traineddata', data);
  const api = new core.TessBaseAPI();
  if (api.Init(null, 'vie', LSTM_ONLY) !== 0) throw new Error('the Vietnamese data of Tesseract could not be loaded');
  core.FS.unlink('vie.traineddata');
  // White on black does not occur in these documents, and trying it costs a second reading of every doubtful line.
  api.SetVariable('tessedit_do_invert', '0');
  return {
    name: 'tesseract.js-core',
    read: async (cuttings, shape, dpi) => readAll(core, api, cuttings, shape, dpi),
    close: () => api.End(),
  };
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
