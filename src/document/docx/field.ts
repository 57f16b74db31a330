/**
 * Fields (trường): `begin`, instruction, `separate`, result, `end`. What a field shows is text, what it is told to do is
 * not; the table of contents repeats what stands elsewhere.
 */

interface Field {
  stage: 'instruction' | 'result';
  instruction: string;
}

/** Longer instructions are not needed to know the kind of a field. */
const ENOUGH = 100;

export type FieldEvent = 'none' | 'contents-begin' | 'contents-end';

/** The fields that are open; they may reach over several paragraphs. */
export class Fields {
  #open: Field[] = [];

  /** True while text belongs to an instruction. */
  get hidesText(): boolean {
    return this.#open.some((field) => field.stage === 'instruction');
  }

  get inContents(): boolean {
    return this.#open.some(isContents);
  }

  instruct(text: string): void {
    const field = this.#open.at(-1);
    if (field?.stage === 'instruction' && field.instruction.length < ENOUGH) field.instruction += text.slice(0, ENOUGH);
  }

  mark(type: string | undefined): FieldEvent {
    if (type === 'begin') {
      this.#open.push({ stage: 'instruction', instruction: '' });
      return 'none';
    }
    const within = this.inContents;
    const field = this.#open.at(-1);
    if (type === 'separate' && field) field.stage = 'result';
    else if (type === 'end') this.#open.pop();
    if (this.inContents === within) return 'none';
    return within ? 'contents-end' : 'contents-begin';
  }

  /** An instruction ends with its paragraph: one that was never closed must not swallow the document. */
  endParagraph(): void {
    if (this.hidesText) this.#open = this.#open.filter((field) => field.stage === 'result');
  }
}

function isContents(field: Field): boolean {
  return field.stage === 'result' && /^\s*TOC(?:\s|$)/i.test(field.instruction);
}
