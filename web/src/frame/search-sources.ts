/** Where the search over everything looks besides the parts of the application: one source a kind of thing. */
import type { IconName } from '../ui/icon.tsx';

export interface Hit {
  readonly id: string;
  readonly title: string;
  readonly hint?: string | undefined;
  readonly icon: IconName;
  /** The address of its page. */
  readonly to: string;
}

export interface SearchSource {
  /** `Văn bản`, `Chỉ tiêu`. */
  readonly title: string;
  readonly find: (typed: string, signal: AbortSignal) => Promise<readonly Hit[]>;
}

export const SOURCES: readonly SearchSource[] = [];
