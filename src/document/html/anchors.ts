/**
 * Footnotes of pages that Word or LibreOffice saved: the mark is a link to the note, and the note begins with a link back.
 */

export interface NoteLinks {
  /** Names of anchors that are marks in the text. */
  readonly marks: ReadonlySet<string>;
  /** Names of anchors that notes begin with. */
  readonly notes: ReadonlySet<string>;
}

const ANCHOR = /<a\s([^<>]{1,1000})>/gi;

/** Finds the pairs of links that lead to each other; the first of a pair is the mark. */
export function findNoteLinks(page: string): NoteLinks {
  const marks = new Set<string>();
  const notes = new Set<string>();
  /** Name of an anchor to where it leads. */
  const leads = new Map<string, string>();
  for (const [, attributes] of page.matchAll(ANCHOR)) {
    const target = findIn(attributes as string, /(?:^|\s)href\s*=\s*["']?#([^"'\s>]+)/i);
    const name = findIn(attributes as string, /(?:^|\s)(?:name|id)\s*=\s*["']?([^"'\s>]+)/i);
    if (target === null || name === null) continue;
    if (leads.get(target) === name) {
      marks.add(target);
      notes.add(name);
    } else if (!leads.has(name)) {
      leads.set(name, target);
    }
  }
  return { marks, notes };
}

function findIn(attributes: string, pattern: RegExp): string | null {
  return pattern.exec(attributes)?.[1] ?? null;
}
