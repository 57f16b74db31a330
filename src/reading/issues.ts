/** Everything a person should look at in a reading: structure checks and suspected text errors. */
import type { Issue } from '#base/issue.ts';
import type { Outline } from '#outline/outline.ts';
import type { CleanText } from '#text/clean.ts';
import type { Reading } from './model.ts';

/** Collects the issues of a reading, in reading order. */
export function findIssues(_source: string, _clean: CleanText, _outline: Outline, _reading: Reading): Issue[] {
  return [];
}
