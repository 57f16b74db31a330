/** The outline as it is published: nested nodes with spans into the text as given. */
import type { Block } from '#outline/outline.ts';
import type { CleanText } from '#text/clean.ts';
import type { OutlineNode } from './model.ts';

interface Draft {
  kind: OutlineNode['kind'];
  label: string | null;
  path: string;
  span: OutlineNode['span'];
  textSpan: OutlineNode['textSpan'];
  zone: OutlineNode['zone'];
  children: Draft[];
}

/** Nests the blocks under their parents; footnotes stand under the block that they hang on. */
export function outlineTree(clean: CleanText, blocks: readonly Block[]): OutlineNode[] {
  const roots: Draft[] = [];
  const drafts = new Map<Block, Draft>();
  for (const block of blocks) {
    const span = clean.toSource({ start: block.start, end: block.end });
    const draft: Draft = {
      kind: kindOf(block),
      label: block.marker?.label ?? (block.role === 'note' ? block.paragraph.mark : null),
      path: block.path,
      span,
      // A heading that is nothing but its label has an empty text at its end.
      textSpan:
        block.textStart < block.end
          ? clean.toSource({ start: block.textStart, end: block.end })
          : { start: span.end, end: span.end },
      zone: block.zone,
      children: [],
    };
    drafts.set(block, draft);
    const parent = block.parent ? drafts.get(block.parent) : undefined;
    (parent?.children ?? roots).push(draft);
  }
  return roots;
}

function kindOf(block: Block): OutlineNode['kind'] {
  if (block.role === 'note') return 'footnote';
  if (block.paragraph.kind === 'row') return 'row';
  switch (block.marker?.kind) {
    case 'part':
    case 'annex':
      return 'part';
    case 'chapter':
      return 'chapter';
    case 'section':
      return 'section';
    case 'article':
      return 'article';
    case 'dash':
    case 'plus':
      return 'bullet';
    default:
      return block.role === 'heading' || block.role === 'lead-in' ? 'heading' : 'paragraph';
  }
}
