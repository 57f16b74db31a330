import type { Span } from './span.ts';

/** How much an issue matters: `info` to know, `warning` to look at, `error` the value can't be trusted. */
export type Severity = 'info' | 'warning' | 'error';

/** Something a person should know about a place of the document. Never thrown. */
export interface Issue {
  readonly severity: Severity;
  /** Stable kebab-case code, e.g. `shares-not-100`, `numbering-gap`, `suspected-typo`. */
  readonly code: string;
  /** Where, in the text as given; null when it is about the whole document. */
  readonly span: Span | null;
  /** One clear sentence in Vietnamese. */
  readonly message: string;
  /** The same sentence in English. */
  readonly messageEn: string;
  /** For a suspected text error: the right form, to be accepted or refused by a person. */
  readonly suggestion?: string;
}
