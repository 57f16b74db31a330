/** Tesseract as WebAssembly (tesseract.js-core) with the packaged Vietnamese data: works wherever Node does. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gunzipSync } from 'node:zlib';
import { type Engine, type RawWord, readTsv, type Shape, writePgm } from './engine.ts';
import type { Grey, Rect } from './grey.ts';

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
  SetRectangle(left: number, top: number, width: number, height: number): void;
  Recognize(monitor: null): number;
  GetTSVText(page: number): string;
  Clear(): void;
  End(): void;
}

const LSTM_ONLY = 1;
const MODES: Readonly<Record<Shape, number>> = { block: 6, line: 7 };
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
    read: async (picture, regions, shape, dpi) => readAll(core, api, picture, regions, shape, dpi),
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

function readAll(core: Core, api: Api, picture: Grey, regions: readonly Rect[], shape: Shape, dpi: number): RawWord[] {
  if (regions.length === 0) return [];
  core.FS.writeFile('/input', writePgm(picture));
  if (api.SetImageFile(1, 0) !== 0) throw new Error('Tesseract did not take the picture');
  api.SetSourceResolution(Math.round(dpi));
  api.SetPageSegMode(MODES[shape]);
  const words: RawWord[] = [];
  let line = 0;
  for (const { left, top, right, bottom } of regions) {
    api.SetRectangle(left, top, right - left, bottom - top);
    api.Recognize(null);
    const found = readTsv(api.GetTSVText(0), { x: 0, y: 0 }, line);
    line = (found.at(-1)?.line ?? line) + 1;
    words.push(...found);
  }
  api.Clear();
  core.FS.unlink('/input');
  return words;
}
