/** What a reading found, as marks on the text, headings and counts: what a page shows without the reading as a whole. */
import type { Issue } from '#base/issue.ts';
import type { markKinds } from '#contract/document.ts';
import type { OutlineNode, Reading } from '#reading/model.ts';

interface Mark {
  kind: (typeof markKinds)[number];
  start: number;
  end: number;
}

/** In order of the text; a mark may lie within another. */
export function marksOf(reading: Reading): Mark[] {
  const marks: Mark[] = [];
  const add = (kind: Mark['kind'], span: { readonly start: number; readonly end: number } | null) => {
    if (span) marks.push({ kind, start: span.start, end: span.end });
  };
  for (const one of reading.targets) add('target', one.span);
  for (const one of reading.results) add('result', one.span);
  for (const one of reading.citations) add('citation', one.span);
  for (const one of reading.unread) if (one.reason === null) add('unread', one.span);
  for (const task of reading.tasks) {
    add('task', task.span);
    for (const one of task.deadlines) add('deadline', one.span);
    for (const one of [...task.lead, ...task.support]) if (!one.inherited) add('agency', one.span);
  }
  for (const one of reading.issues) if (one.severity !== 'info') add('issue', one.span);
  return marks.sort((a, b) => a.start - b.start || b.end - a.end);
}

const HEADINGS = new Set<OutlineNode['kind']>(['part', 'chapter', 'section', 'article', 'heading']);
const MOST_HEADINGS = 400;
const LONGEST_HEADING = 160;

export function outlineOf(reading: Reading, text: string) {
  const found: { label: string | null; text: string; start: number; level: number }[] = [];
  const walk = (nodes: readonly OutlineNode[], level: number) => {
    for (const node of nodes) {
      const heading = HEADINGS.has(node.kind);
      if (heading && found.length < MOST_HEADINGS) {
        const words = text.slice(node.textSpan.start, node.textSpan.end).replace(/\s+/g, ' ').trim();
        found.push({ label: node.label, text: words.slice(0, LONGEST_HEADING), start: node.span.start, level });
      }
      walk(node.children, heading ? level + 1 : level);
    }
  };
  walk(reading.outline, 0);
  return found;
}

/** Of the file first, then of the reading. */
export function warningsOf(ofFile: readonly Issue[], reading: Reading | null) {
  return [...ofFile, ...(reading?.issues ?? [])].map((one) => ({
    severity: one.severity,
    code: one.code,
    start: one.span?.start ?? null,
    end: one.span?.end ?? null,
    vi: one.message,
    en: one.messageEn,
    suggestion: one.suggestion ?? null,
  }));
}

export function countsOf(reading: Reading | null) {
  return {
    targets: reading?.targets.length ?? 0,
    results: reading?.results.length ?? 0,
    tasks: reading?.tasks.length ?? 0,
    citations: reading?.citations.length ?? 0,
    unread: reading?.unread.filter((one) => one.reason === null).length ?? 0,
  };
}
