/** The samples as files of every kind that people have. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Printer, tryPrinter } from '#test/makers/browser.ts';
import { type Form, formText } from '#test/makers/form.ts';
import { makePrinted, makeScanned, printByOffice } from '#test/makers/made.ts';
import { parseForm } from '#test/makers/parse-form.ts';
import type { ScanOptions } from '#test/makers/scan.ts';
import { makeWord } from '#test/makers/word.ts';

export const KINDS = ['text', 'docx', 'pdf', 'office', 'scan', 'bilevel', 'poor', 'other'] as const;
export type Kind = (typeof KINDS)[number];

/** Names for people. */
export const KIND_NAMES: Readonly<Record<Kind, string>> = {
  text: 'plain text',
  docx: 'Word',
  pdf: 'text PDF',
  office: 'text PDF of LibreOffice',
  scan: 'scan',
  bilevel: 'scan in black and white',
  poor: 'poor scan',
  other: 'scan in another face',
};

export const SCANNED = ['scan', 'bilevel', 'poor', 'other'] as const;

/** How each kind of scan differs from the usual; the poor one is to make recognition err, so that what it marks can be counted. */
const SCAN_LOOKS: Readonly<Record<(typeof SCANNED)[number], Partial<ScanOptions>>> = {
  scan: {},
  bilevel: { kind: 'bilevel' },
  poor: { dpi: 130, noise: 16, skew: 1.2, quality: 35 },
  other: { dpi: 150, noise: 8, skew: 1, quality: 60, blur: [0.5, 0.8] },
};
/** Installed on most systems and nothing like the usual face. */
const OTHER_FACE = 'DejaVu Serif';

export function isScanned(kind: Kind): boolean {
  return (SCANNED as readonly Kind[]).includes(kind);
}

export interface Sample {
  /** `000`, as the annotation is named. */
  readonly name: string;
  /** Its annotation. */
  readonly gold: string;
  readonly text: string;
  readonly form: Form;
  /** What stands on paper. */
  readonly printed: string;
}

export interface MadeFile {
  readonly kind: Kind;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A set of annotated texts. */
export interface SampleSet {
  readonly texts: string;
  readonly gold: string;
}

export const SAMPLES: SampleSet = { texts: 'samples', gold: 'test/gold' };
export const CORPUS: SampleSet = { texts: '../shared/corpus/texts', gold: '../shared/corpus/gold' };

export function readSampleForms({ texts, gold }: SampleSet = SAMPLES): Sample[] {
  return readdirSync(gold)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => {
      const annotation = readFileSync(join(gold, name), 'utf8');
      const { file } = JSON.parse(annotation) as { file: string };
      const text = readFileSync(join(texts, file), 'utf8');
      const form = parseForm(text);
      return { name: name.replace('.json', ''), gold: annotation, text, form, printed: formText(form) };
    });
}

/** Makes files; what a kind needs and is not here is told once. */
export class FileMaker {
  readonly #tell: (why: string) => void;
  readonly #missing = new Set<string>();
  #printer: Printer | null = null;

  constructor(tell: (why: string) => void) {
    this.#tell = tell;
  }

  /** The sample as these kinds of file, without those that can't be made here. */
  async make(sample: Sample, kinds: readonly Kind[]): Promise<MadeFile[]> {
    const files: MadeFile[] = [];
    const add = (kind: Kind, ending: string, bytes: Uint8Array) =>
      files.push({ kind, name: `${sample.name}-${kind}.${ending}`, bytes });
    if (kinds.includes('text')) add('text', 'txt', new TextEncoder().encode(sample.text));
    const word = kinds.includes('docx') || kinds.includes('office') ? await makeWord(sample.form) : null;
    if (word && kinds.includes('docx')) add('docx', 'docx', word);
    if (word && kinds.includes('office') && !this.#missing.has('office')) {
      const pdf = await printByOffice(word);
      if (pdf) add('office', 'pdf', pdf);
      else this.#lack('office', 'LibreOffice is not here: no PDF of it.');
    }
    const printer = kinds.some((kind) => kind === 'pdf' || isScanned(kind)) ? await this.#print() : null;
    if (!printer) return files;
    const printed = await makePrinted(sample.form, printer);
    if (kinds.includes('pdf')) add('pdf', 'pdf', printed.pdf);
    for (const kind of SCANNED) {
      if (!kinds.includes(kind)) continue;
      const options = { seed: sample.name, ...SCAN_LOOKS[kind] };
      const paper = kind === 'other' ? await makePrinted(sample.form, printer, OTHER_FACE) : printed;
      add(kind, 'pdf', await makeScanned(sample.form, paper, printer, options));
    }
    return files;
  }

  async close(): Promise<void> {
    await this.#printer?.close();
  }

  async #print(): Promise<Printer | null> {
    if (this.#printer || this.#missing.has('browser')) return this.#printer;
    const printer = await tryPrinter();
    if (typeof printer === 'string') this.#lack('browser', `${printer}; no PDF and no scan.`);
    else this.#printer = printer;
    return this.#printer;
  }

  #lack(what: string, why: string): void {
    this.#missing.add(what);
    this.#tell(why);
  }
}
