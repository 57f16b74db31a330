/** The published outline: nodes nested, with places in the text as given. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readOutline } from '#outline/outline.ts';
import { findOutlineProblems } from '#test/support/spans.ts';
import { cleanText } from '#text/clean.ts';
import type { OutlineNode } from './model.ts';
import { outlineTree } from './tree.ts';

function tree(source: string): OutlineNode[] {
  const clean = cleanText(source);
  const roots = outlineTree(clean, readOutline(clean).blocks);
  assert.deepEqual(findOutlineProblems(source, roots), []);
  return roots;
}
/** One line a node, indented: kind, label, and the text after its marker as given. */
function shown(source: string, nodes: readonly OutlineNode[], indent = ''): string[] {
  return nodes.flatMap((node) => {
    const text = source.slice(node.textSpan.start, node.textSpan.end);
    return [`${indent}${node.kind} ${node.label ?? '·'} | ${text}`, ...shown(source, node.children, `${indent}  `)];
  });
}

describe('the tree', () => {
  it('nests headings, paragraphs, bullets, rows and footnotes', () => {
    const source = [
      'Điều 1. Thông qua nhiệm vụ năm 2023',
      '**I. NHIỆM VỤ**',
      '1. Phát triển kinh tế',
      '- Rà soát quy hoạch¹.',
      '+ Lập danh mục dự án.',
      '¹ Gồm cả quy hoạch vùng.',
      '2. Sở Y tế:',
      'a) Củng cố y tế cơ sở.',
      'PHỤ LỤC I. Danh mục nhiệm vụ',
      '| TT | Nhiệm vụ |\n| 1 | Lập đề án |',
    ].join('\n\n');
    assert.deepEqual(shown(source, tree(source)), [
      'article Điều 1 | Thông qua nhiệm vụ năm 2023',
      '  heading I | NHIỆM VỤ',
      '    heading 1 | Phát triển kinh tế',
      '      bullet - | Rà soát quy hoạch¹.',
      '        bullet + | Lập danh mục dự án.',
      '        footnote 1 | Gồm cả quy hoạch vùng.',
      '    heading 2 | Sở Y tế:',
      '      paragraph a | Củng cố y tế cơ sở.',
      'part PHỤ LỤC I | Danh mục nhiệm vụ',
      '  row · | TT | Nhiệm vụ',
      '  row · | 1 | Lập đề án',
    ]);
  });

  it('has parts, chapters and sections by name', () => {
    const kinds = (source: string) => tree(source).map((n) => `${n.kind} ${n.label} ${n.path}`);
    assert.deepEqual(kinds('Phần thứ hai: NHIỆM VỤ\n\nChung.'), ['part Phần thứ hai Phần thứ hai']);
    assert.deepEqual(kinds('Chương II. QUY ĐỊNH\n\nChung.'), ['chapter Chương II Chương II']);
    assert.deepEqual(kinds('Mục 3. TRỒNG TRỌT\n\nChung.'), ['section Mục 3 Mục 3']);
  });

  it('gives places in the text as given, whatever was cleaned', () => {
    const source = '**1.** [bookmark: a]T\u00f4\u0301t\r\n\r\n- một **hai**';
    const [node] = tree(source);
    assert.equal(node && source.slice(node.textSpan.start, node.textSpan.end), 'T\u00f4\u0301t');
    const bullet = node?.children[0];
    assert.equal(bullet && source.slice(bullet.span.start, bullet.span.end), '- một **hai');
  });

  it('is empty for no blocks', () => assert.deepEqual(outlineTree(cleanText(''), []), []));
});
