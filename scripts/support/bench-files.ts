/** Files of a given length for the benchmarks, made of the samples one behind the other. */
import { startPrinter } from '#test/makers/browser.ts';
import type { Form, FormPart, Note } from '#test/makers/form.ts';
import { type PagePicture, writeImagePdf } from '#test/makers/image-pdf.ts';
import { makePrinted } from '#test/makers/made.ts';
import { makeScanPages } from '#test/makers/scan.ts';
import { makeWord } from '#test/makers/word.ts';
import { readSampleForms } from './made-files.ts';

/** Letters on a printed page of the samples. */
const LETTERS = 3500;
/** Different pages of a scan; a longer one has each of them several times, as files of their own. */
const DIFFERENT = 30;

/** A Word file of about so many pages. */
export function benchWord(pages: number): Promise<Uint8Array> {
  return makeWord(longForm(pages));
}

export interface BenchPages {
  readonly printed: Uint8Array;
  readonly pages: number;
}

export interface BenchFiles {
  /** A text PDF of about so many pages. */
  print(pages: number): Promise<BenchPages>;
  /** A scan at 200 dpi of exactly so many pages. */
  scan(pages: number): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** Prints and scans; what was scanned is kept for the next. */
export async function startBenchFiles(): Promise<BenchFiles> {
  const printer = await startPrinter();
  let pictures: PagePicture[] = [];
  const print = async (pages: number): Promise<BenchPages> => {
    const made = await makePrinted(longForm(pages), printer);
    return { printed: made.pdf, pages: made.pages };
  };
  return {
    print,
    scan: async (pages) => {
      if (pictures.length === 0) {
        const { printed } = await print(DIFFERENT + 3);
        // Quality and noise of an office scanner that keeps its files small: about 250 KB a page.
        pictures = await makeScanPages(printed, { seed: 'bench', quality: 55, noise: 3 });
      }
      const different = pictures.slice(0, DIFFERENT);
      return writeImagePdf(Array.from({ length: pages }, (_, i) => different[i % different.length] as PagePicture));
    },
    close: () => printer.close(),
  };
}

/** The samples one behind the other, again and again, cut at the length. */
function longForm(pages: number): Form {
  const samples = readSampleForms();
  const parts: FormPart[] = [];
  const notes: Note[] = [];
  let letters = 0;
  for (let i = 0; letters < pages * LETTERS; i++) {
    const { form } = samples[i % samples.length] as (typeof samples)[number];
    const first = notes.length;
    notes.push(...form.notes);
    for (const part of form.parts) {
      if (letters >= pages * LETTERS) break;
      letters += JSON.stringify(part).length - 60;
      parts.push(shiftNotes(part, first));
    }
  }
  return { parts, notes };
}

/** The same part with its notes counted from another first. */
function shiftNotes(part: FormPart, first: number): FormPart {
  return JSON.parse(JSON.stringify(part), (key, value) => (key === 'note' ? value + first : value)) as FormPart;
}
