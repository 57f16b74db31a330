/**
 * Fields (trường): `begin`, instruction, `separate`, result, `end`. What a field shows is text, what it is told to do is
 * not; the table of contents repeats what stands elsewhere.
 */

interface Field {
  stage: 'instruction' | 'result';
  instruction: string;
  contents: boolean;
}

/** Longer instructions are not needed to know the kind of a field. */
const ENOUGH = 100;

export type FieldEvent = 'none' | 'contents-begin' | 'contents-end';

/** The fields that are open; they may reach over several paragraphs. */
export class Fields {
  readonly #open: Field[] = [];
  /** How many of them are at their instruction, and how many show a table of contents. */
  #instructions = 0;
  #contents = 0;

  /** True while text belongs to an instruction. */
  get hidesText(): boolean {
    return this.#instructions > 0;
  }

  get inContents(): boolean {
    return this.#contents > 0;
  }

  instruct(text: string): void {
    const field = this.#open.at(-1);
    if (field?.stage === 'instruction' && field.instruction.length < ENOUGH) field.instruction += text.slice(0, ENOUGH);
  }

  mark(type: string | undefined): FieldEvent {
    const within = this.inContents;
    if (type === 'begin') this.#begin();
    else if (type === 'separate') this.#separate();
    else if (type === 'end') this.#end();
    if (this.inContents === within) return 'none';
    return within ? 'contents-end' : 'contents-begin';
  }

  /** An instruction ends with its paragraph: one that was never closed must not swallow the document. */
  endParagraph(): void {
    while (this.hidesText) this.#end();
  }

  #begin(): void {
    this.#open.push({ stage: 'instruction', instruction: '', contents: false });
    this.#instructions++;
  }

  #separate(): void {
    const field = this.#open.at(-1);
    if (field?.stage !== 'instruction') return;
    field.stage = 'result';
    this.#instructions--;
    field.contents = /^\s*TOC(?:\s|$)/i.test(field.instruction);
    if (field.contents) this.#contents++;
  }

  #end(): void {
    const field = this.#open.pop();
    if (field?.stage === 'instruction') this.#instructions--;
    if (field?.contents) this.#contents--;
  }
}
