/** The reading of one document: everything it says, each item leading back to its place in the text as given. */
import type { Issue } from '#base/issue.ts';
import type { Span } from '#base/span.ts';
import type { Citation, DocumentHeader, Measurement, ReportingDuty, Task } from '#statement/model.ts';

export type * from '#statement/model.ts';

/** A node of the outline: a heading, a block of text, a list item, a table row or a footnote. */
export interface OutlineNode {
  readonly kind: 'part' | 'chapter' | 'section' | 'article' | 'heading' | 'paragraph' | 'bullet' | 'row' | 'footnote';
  /** The printed marker without its punctuation: `I`, `Điều 2`, `3.10`, `a`, `-`; null when there is none. */
  readonly label: string | null;
  /** Labels from the root down to this node's heading, joined: `III.1.2`. */
  readonly path: string;
  /** The whole node with its marker, without its children. */
  readonly span: Span;
  /** The text after the marker. */
  readonly textSpan: Span;
  /** What this part of the document is about. */
  readonly zone: Zone;
  readonly children: readonly OutlineNode[];
}

/**
 * What a part of the document does: `results` the past (tình hình, kết quả), `targets` goals (mục tiêu, chỉ tiêu),
 * `tasks` what is to be done, `preamble` căn cứ, `context` outlook and principles, `header` and `closing` the form.
 */
export type Zone = 'header' | 'preamble' | 'results' | 'targets' | 'tasks' | 'context' | 'closing';

/** What each sentence became. */
export type SentenceLabel = 'target' | 'result' | 'task' | 'citation' | 'heading' | 'context';

export interface Sentence {
  readonly span: Span;
  readonly label: SentenceLabel;
}

/** A number or an order-like phrase that became nothing (chưa đọc được). */
export interface Unread {
  readonly span: Span;
  readonly text: string;
  readonly kind: 'number' | 'order';
  /** Why, when the reading knows: `list-number`, `document-number`, `date`, `name`, `legal-basis` …; else null. */
  readonly reason: string | null;
  /** Recognition is not sure of its words; absent otherwise. */
  readonly confidence?: 'check';
}

export interface Reading {
  /** Version of the reading rules. */
  readonly reader: string;
  readonly document: DocumentHeader;
  readonly outline: readonly OutlineNode[];
  readonly targets: readonly Measurement[];
  readonly results: readonly Measurement[];
  readonly tasks: readonly Task[];
  readonly citations: readonly Citation[];
  readonly reporting: readonly ReportingDuty[];
  readonly sentences: readonly Sentence[];
  readonly unread: readonly Unread[];
  readonly issues: readonly Issue[];
}

export interface ReadOptions {
  /** Year the plan is for, when the caller knows better than the text. */
  readonly planYear?: number;
  /** Stretches of the text that character recognition is not sure of: what is read from them is to be checked. */
  readonly doubts?: readonly Span[];
}
