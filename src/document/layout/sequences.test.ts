import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Block, BlockWord, Cell, Paragraph } from '../block.ts';
import { compose } from '../compose.ts';
import { doubtSequences } from './sequences.ts';

/** Words that end in `?` are doubtful. */
function paragraph(text: string, confidence: number | null = 0.97): Paragraph {
  const words = text.split(' ').map((word): BlockWord => {
    const box = { x: 0, y: 0, width: 9, height: 9 };
    return { text: word.replace(/\?$/, ''), box, confidence, doubt: word.endsWith('?'), glued: false };
  });
  const lines = [{ page: 1, font: null, words, after: 'wrap' as const }];
  return { kind: 'paragraph', lines, bold: false, italic: false, centred: false, level: 0 };
}

function table(...rows: readonly string[]): Block {
  const cells = (row: string) =>
    row.split('|').map((text, column): Cell => {
      const paragraphs = text === '' ? [] : [paragraph(text)];
      return { paragraphs, column, columns: 1, rows: 1 };
    });
  return { kind: 'table', rows: rows.map((row) => ({ cells: cells(row) })), columns: 3, layout: false };
}

function doubtsOf(...blocks: readonly Block[]): string[] {
  const document = compose({ format: 'pdf', pages: [], blocks: doubtSequences(blocks), warnings: [] });
  return document.doubts.map(({ start, end }) => document.text.slice(start, end));
}

const list = (...texts: readonly string[]) => texts.map((text) => paragraph(text));

describe('labels of recognised pages', () => {
  it('are doubted where the order breaks: at the head of the line, with the label after it', () => {
    assert.deepEqual(doubtsOf(...list('1. Thu ngân sách', '2. Chi ngân sách', 'Đầu tư công', '4. Nợ công')), [
      'Đầu',
      '4.',
    ]);
    assert.deepEqual(doubtsOf(...list('1. Thu', '2. Chi', '3. Đầu tư', '4. Nợ công')), []);
  });

  it('become what their neighbours say, still doubted', () => {
    assert.deepEqual(doubtsOf(...list('1. Thu', '2. Chi', '3. Vốn', 'Á. Đầu tư', '5. Nợ')), ['4.']);
  });

  it('lose their doubt between the one before and the one after', () => {
    assert.deepEqual(doubtsOf(...list('1. Thu', '2.? Chi', '3. Vốn 15?')), ['15']);
    assert.deepEqual(doubtsOf(...list('1. Thu', '2. Chi', '3.? Vốn')), ['3.']);
  });

  it('are trusted where the file itself gives them', () => {
    assert.deepEqual(doubtsOf(...['1. Thu', '2. Chi', '4. Vốn'].map((text) => paragraph(text, null))), []);
  });

  it('of articles and of sections are two series', () => {
    assert.deepEqual(doubtsOf(...list('Điều 1. Thu', '1. Chi', '2. Vốn', 'Điều 2. Nợ', '1. Thuế', '2. Phí')), []);
    assert.deepEqual(doubtsOf(...list('Điều 1. Thu', 'Điều 2. Chi', 'Điều 7. Vốn', 'Điều 4. Nợ')), ['7.']);
  });

  it('count the rows of a table', () => {
    const rows = ['TT|Chỉ tiêu|Số', '1|Thu|15', '2|Chi|12', '|Vốn|7', '4|Nợ|9', '5|Thuế|3'];
    assert.deepEqual(doubtsOf(table(...rows)), ['Vốn', '4']);
    assert.deepEqual(doubtsOf(table(...rows.map((row) => row.replace('|Vốn', '3|Vốn')))), []);
    assert.deepEqual(doubtsOf(table('TT|Chỉ tiêu|Số', '1|Thu|15', '2|Chi|12', 'l|Vốn|7', '4|Nợ|9')), ['l']);
  });

  it('are the serials of rows that were not known for a table', () => {
    assert.deepEqual(doubtsOf(...list('10', 'Thu ngân sách', '1', 'Chi ngân sách', '12', 'Vốn vay')), ['11']);
    assert.deepEqual(doubtsOf(...list('(1)', '(2)', '3)', '(4)', '(5)')), ['(3)']);
    assert.deepEqual(doubtsOf(...list('15', 'Thu', '7', 'Chi', '7', 'Vốn', '9')), []);
  });

  it('are nothing in a column of amounts', () => {
    assert.deepEqual(doubtsOf(table('Thu|15|7', 'Chi|12|7', 'Vốn|7|3', 'Nợ|9|1')), []);
    assert.deepEqual(doubtsOf(table('15|Thu|7', '12|Chi|7', '7|Vốn|3', '9|Nợ|1')), []);
  });
});
