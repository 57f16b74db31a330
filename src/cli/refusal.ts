/** A refusal that the person at the terminal can do something about: one line, Vietnamese first, then English. */

export interface Refusal {
  readonly vi: string;
  readonly en: string;
}

export function refusal(vi: string, en: string): Refusal {
  return { vi, en };
}

/** `bamsat: a.txt: không có tệp này / no such file`, without a line break and without control characters. */
export function refusalLine({ vi, en }: Refusal, subject?: string): string {
  const about = subject === undefined ? '' : `${subject}: `;
  return `bamsat: ${about}${vi} / ${en}`.replace(/\p{Cc}+/gu, ' ');
}

/** Our own mistake, still as one line; BAMSAT_DEBUG shows where it came from. */
export function ownMistake(error: unknown): Refusal {
  if (process.env.BAMSAT_DEBUG && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  const what = error instanceof Error ? error.message : String(error);
  return refusal(`lỗi của chương trình: ${what}`, 'a mistake of the program, BAMSAT_DEBUG=1 shows where');
}
