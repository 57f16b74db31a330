/**
 * PDFium as WebAssembly: its raw functions, its memory, and what happens when it falls over. One instance serves all
 * documents; after a trap it is thrown away, since nothing in its memory can be trusted any more.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PDFiumModule } from '@hyzyla/pdfium';

// The parts of WebAssembly that are used here; the types of Node leave them to those of browsers.
interface Memory {
  readonly buffer: ArrayBuffer;
}
interface Instance {
  readonly exports: object;
}
type Imports = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: Imports) => Instance;
  readonly RuntimeError: ErrorConstructor;
};

type Call = (...args: readonly number[]) => number;

/** The functions of PDFium that are used here, by their own names (fpdfview.h, fpdf_text.h, fpdf_edit.h …). */
type FunctionName =
  | 'malloc'
  | 'free'
  | 'FPDF_InitLibraryWithConfig'
  | 'FPDF_LoadMemDocument'
  | 'FPDF_CloseDocument'
  | 'FPDF_GetLastError'
  | 'FPDF_GetPageCount'
  | 'FPDF_GetSecurityHandlerRevision'
  | 'FPDF_DocumentHasValidCrossReferenceTable'
  | 'FPDF_GetFormType'
  | 'FPDF_GetSignatureCount'
  | 'FPDFDoc_GetAttachmentCount'
  | 'FPDFDoc_GetJavaScriptActionCount'
  | 'FPDF_GetPageSizeByIndexF'
  | 'FPDF_LoadPage'
  | 'FPDF_ClosePage'
  | 'FPDF_GetPageWidthF'
  | 'FPDF_GetPageHeightF'
  | 'FPDF_GetPageBoundingBox'
  | 'FPDFPage_GetRotation'
  | 'FPDFPage_GetAnnotCount'
  | 'FPDFPage_GetAnnot'
  | 'FPDFPage_CloseAnnot'
  | 'FPDFPage_RemoveAnnot'
  | 'FPDFPage_Flatten'
  | 'FPDFAnnot_GetSubtype'
  | 'FPDFAnnot_GetFlags'
  | 'FPDFAnnot_GetStringValue'
  | 'FPDFPage_CountObjects'
  | 'FPDFPage_GetObject'
  | 'FPDFFormObj_CountObjects'
  | 'FPDFFormObj_GetObject'
  | 'FPDFPageObj_GetType'
  | 'FPDFPageObj_GetBounds'
  | 'FPDFPageObj_GetMatrix'
  | 'FPDFPageObj_GetFillColor'
  | 'FPDFPageObj_GetStrokeColor'
  | 'FPDFPageObj_GetStrokeWidth'
  | 'FPDFPageObj_HasTransparency'
  | 'FPDFPath_GetDrawMode'
  | 'FPDFPath_CountSegments'
  | 'FPDFPath_GetPathSegment'
  | 'FPDFPathSegment_GetPoint'
  | 'FPDFPathSegment_GetType'
  | 'FPDFPathSegment_GetClose'
  | 'FPDFTextObj_GetFont'
  | 'FPDFTextObj_GetTextRenderMode'
  | 'FPDFFont_GetBaseFontName'
  | 'FPDFFont_GetFlags'
  | 'FPDFFont_GetWeight'
  | 'FPDFFont_GetItalicAngle'
  | 'FPDFFont_GetAscent'
  | 'FPDFFont_GetDescent'
  | 'FPDFFont_GetGlyphWidth'
  | 'FPDFText_LoadPage'
  | 'FPDFText_ClosePage'
  | 'FPDFText_CountChars'
  | 'FPDFText_GetUnicode'
  | 'FPDFText_IsGenerated'
  | 'FPDFText_HasUnicodeMapError'
  | 'FPDFText_GetTextObject'
  | 'FPDFText_GetFontSize'
  | 'FPDFText_GetMatrix'
  | 'FPDFText_GetCharOrigin'
  | 'FPDFText_GetCharBox'
  | 'FPDFText_GetLooseCharBox'
  | 'FPDFImageObj_GetImagePixelSize'
  | 'FPDFBitmap_CreateEx'
  | 'FPDFBitmap_Destroy'
  | 'FPDF_RenderPageBitmap'
  | 'FPDF_FFLDraw'
  | 'FPDFDOC_InitFormFillEnvironment'
  | 'FPDFDOC_ExitFormFillEnvironment'
  | 'FPDF_SetFormFieldHighlightAlpha'
  | 'FORM_OnAfterLoadPage'
  | 'FORM_OnBeforeClosePage';

type Functions = Readonly<Record<FunctionName, Call>>;
type Exports = Functions & { readonly memory: Memory };

/** PDFium may not take more memory than this, whatever a file asks for. */
const MOST_BYTES = 900 * 1024 * 1024;
/** An instance that once grew over this is not kept for the next document: its memory never shrinks. */
const KEPT_BYTES = 64 * 1024 * 1024;
const SCRATCH_BYTES = 64 * 1024;

/** PDFium fell over: the instance is lost, the file is to blame. */
export class Trap extends Error {}

export class Engine {
  readonly pdfium: Functions;
  /** For out-parameters and short strings; any call may overwrite it. */
  readonly scratch: number;
  broken = false;
  readonly #memory: Memory;
  #view: DataView;

  constructor(exports: Exports) {
    this.pdfium = exports;
    this.#memory = exports.memory;
    this.#view = new DataView(this.#memory.buffer);
    exports.FPDF_InitLibraryWithConfig(0);
    this.scratch = exports.malloc(SCRATCH_BYTES);
  }

  /** The memory; asked for anew after every call, since it moves when it grows. */
  get view(): DataView {
    if (this.#view.buffer !== this.#memory.buffer) this.#view = new DataView(this.#memory.buffer);
    return this.#view;
  }

  get size(): number {
    return this.#memory.buffer.byteLength;
  }

  bytes(at: number, length: number): Uint8Array {
    return new Uint8Array(this.#memory.buffer, at, length);
  }

  float(at: number): number {
    return this.view.getFloat32(at, true);
  }

  double(at: number): number {
    return this.view.getFloat64(at, true);
  }

  int(at: number): number {
    return this.view.getInt32(at, true);
  }

  /** Copies bytes into PDFium's memory; 0 when there is no room. */
  put(bytes: Uint8Array): number {
    const at = this.pdfium.malloc(Math.max(1, bytes.length));
    if (at !== 0) this.bytes(at, bytes.length).set(bytes);
    return at;
  }

  /** A string that a function writes into a buffer after telling its length (with the closing nought). */
  string(write: (buffer: number, length: number) => number, decoder: InstanceType<typeof TextDecoder>): string {
    const length = write(this.scratch, SCRATCH_BYTES);
    if (length <= 1 || length > SCRATCH_BYTES) return '';
    return decoder.decode(this.bytes(this.scratch, length)).replace(/\0+$/, '');
  }

  /** Runs a task; whatever PDFium throws breaks the instance and comes out as a `Trap`. */
  run<T>(task: () => T): T {
    if (this.broken) throw new Trap('the instance is broken');
    try {
      return task();
    } catch (error) {
      if (!isTrap(error)) throw error;
      this.broken = true;
      throw new Trap('PDFium fell over', { cause: error });
    }
  }
}

/** A trap, a stack that ran over, memory that ran out, or a C++ exception or jump that nobody caught (a bare number). */
function isTrap(error: unknown): boolean {
  return (
    error instanceof WebAssembly.RuntimeError ||
    error instanceof RangeError ||
    error instanceof Trap ||
    !(error instanceof Error)
  );
}

let compiled: object | null = null;
let current: Promise<Engine> | null = null;
let spare: Engine | null = null;

/** The instance that serves now. */
export async function getEngine(): Promise<Engine> {
  const engine = await (current ?? start());
  if (!engine.broken) return engine;
  return start();
}

/** Takes a fresh instance at once after a trap; null when none is ready. */
export function takeSpare(): Engine | null {
  const engine = spare;
  if (engine) current = Promise.resolve(engine);
  spare = null;
  return engine;
}

/** Gets an instance ready for `takeSpare`. */
export async function keepSpare(): Promise<void> {
  spare ??= await startEngine();
}

/** Lets go of an instance that took much memory, once no document lies in it. */
export function release(engine: Engine): void {
  if (engine.size <= KEPT_BYTES && !engine.broken) return;
  void current?.then((served) => {
    if (served === engine) current = null;
  });
}

function start(): Promise<Engine> {
  current = startEngine();
  return current;
}

async function startEngine(): Promise<Engine> {
  compiled ??= new WebAssembly.Module(readFileSync(fileURLToPath(import.meta.resolve('@hyzyla/pdfium/pdfium.wasm'))));
  const wasm = compiled;
  let exports: Exports | null = null;
  const load = PDFiumModule as unknown as (options: object) => Promise<unknown>;
  const known = new Set(Object.getOwnPropertyNames(globalThis));
  await load({
    print: () => {},
    printErr: () => {},
    instantiateWasm(imports: Imports, receive: (instance: Instance) => void) {
      const instance = new WebAssembly.Instance(wasm, withLimit(imports));
      exports = instance.exports as unknown as Exports;
      receive(instance);
    },
  });
  forgetGetters(known);
  if (!exports) throw new Error('@hyzyla/pdfium did not start its module');
  return new Engine(exports);
}

/**
 * The module hangs getters on the global object that tell its own developers what they forgot; each would hold the
 * instance, with all its memory, for ever.
 */
function forgetGetters(known: ReadonlySet<string>): void {
  for (const [name, { get, set, configurable }] of Object.entries(Object.getOwnPropertyDescriptors(globalThis))) {
    if (get && !set && configurable && !known.has(name)) Reflect.deleteProperty(globalThis, name);
  }
}

function withLimit(imports: Imports): Imports {
  const env = imports.env ?? {};
  const grow = env.emscripten_resize_heap as (size: number) => number;
  return {
    ...imports,
    env: { ...env, emscripten_resize_heap: (size: number) => (size >>> 0 > MOST_BYTES ? 0 : grow(size)) },
  };
}
