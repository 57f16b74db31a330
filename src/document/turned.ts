/** Pages that lay on their side or upside down: they are read upright, and their words are placed on the page as it is shown. */
import type { Block, BlockLine, Paragraph } from './block.ts';
import type { Box } from './model.ts';
import type { PageContent } from './page.ts';

/** The blocks with every box on the page as the file shows it. */
export function turnBack(blocks: readonly Block[], pages: readonly PageContent[]): readonly Block[] {
  const turned = new Map(pages.filter((page) => page.turned).map((page) => [page.number, page]));
  if (turned.size === 0) return blocks;
  const line = (one: BlockLine): BlockLine => {
    const page = one.page === null ? undefined : turned.get(one.page);
    if (!page) return one;
    return { ...one, words: one.words.map((word) => ({ ...word, box: word.box && asShown(word.box, page) })) };
  };
  const paragraph = (one: Paragraph): Paragraph => ({ ...one, lines: one.lines.map(line) });
  return blocks.map((block): Block => {
    if (block.kind === 'note') return { ...block, lines: block.lines.map(line) };
    if (block.kind === 'paragraph') return paragraph(block);
    const cells = (row: (typeof block.rows)[number]) =>
      row.cells.map((cell) => ({ ...cell, paragraphs: cell.paragraphs.map(paragraph) }));
    return { ...block, rows: block.rows.map((row) => ({ cells: cells(row) })) };
  });
}

/** Width and height of a page as the file shows it. */
export function shownSize({ width, height, turned = 0 }: PageContent): { width: number; height: number } {
  return turned % 2 === 0 ? { width, height } : { width: height, height: width };
}

/** A box of the upright page on the page as it is shown. */
function asShown({ x, y, width, height }: Box, page: PageContent): Box {
  switch (page.turned) {
    case 1:
      return { x: y, y: page.width - x - width, width: height, height: width };
    case 2:
      return { x: page.width - x - width, y: page.height - y - height, width, height };
    case 3:
      return { x: page.height - y - height, y: x, width: height, height: width };
    default:
      return { x, y, width, height };
  }
}
