import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { widthOf } from '#render/width.ts';
import { outputNames } from './output.ts';
import { progressLine, startProgress } from './progress.ts';
import { fileRefusal, refusalLine } from './refusal.ts';
import { colourOf, widthOfTerminal } from './terminal.ts';

describe('the terminal', () => {
  it('has the width of COLUMNS, then its own, then 120', () => {
    assert.equal(widthOfTerminal({ COLUMNS: '80' }, { isTTY: true, columns: 200 }), 80);
    assert.equal(widthOfTerminal({}, { isTTY: true, columns: 200 }), 200);
    assert.equal(widthOfTerminal({ COLUMNS: 'x' }, { isTTY: false, columns: 200 }), 120);
  });

  it('has colours only where it is one, and not against NO_COLOR', () => {
    assert.equal(colourOf({ isTTY: true }, {}), true);
    assert.equal(colourOf({ isTTY: false }, {}), false);
    assert.equal(colourOf({ isTTY: true }, { NO_COLOR: '1' }), false);
    assert.equal(colourOf({ isTTY: true }, { TERM: 'dumb' }), false);
  });
});

describe('the progress bar', () => {
  const fake = (isTTY: boolean) => {
    const written: string[] = [];
    const stream = { isTTY, columns: 60, write: (text: string) => written.push(text) > 0 };
    return { written, stream: stream as unknown as NodeJS.WriteStream };
  };

  it('is drawn on a terminal for several files and taken away again', () => {
    const { written, stream } = fake(true);
    const progress = startProgress(4, stream);
    progress.show(1, 'thu-muc/nghi-quyet.txt');
    progress.clear();
    assert.ok(written[0]?.endsWith(`[${'█'.repeat(6)}${'░'.repeat(18)}] 2/4 nghi-quyet.txt`));
    assert.equal(written[1], '\r\u001b[2K');
  });

  it('is not drawn elsewhere, nor for one file', () => {
    for (const [isTTY, total] of [
      [false, 4],
      [true, 1],
    ] as const) {
      const { written, stream } = fake(isTTY);
      startProgress(total, stream).show(0, 'a');
      assert.deepEqual(written, []);
    }
  });

  it('keeps within the width', () => {
    assert.ok(widthOf(progressLine(0, 10, 'ủ'.repeat(300), 60)) < 60);
  });
});

describe('names of results', () => {
  it('are the stems of the inputs, numbered where two would be the same', () => {
    assert.deepEqual(outputNames(['a/x.txt', 'b/x.txt', 'b/X.md', '-', 'nq.01'], 'xlsx'), [
      'x.xlsx',
      'x-2.xlsx',
      'X-3.xlsx',
      'stdin.xlsx',
      'nq.01.xlsx',
    ]);
  });
});

describe('a refusal', () => {
  it('is one line, Vietnamese first, whatever the file is called', () => {
    const line = refusalLine(fileRefusal(Object.assign(new Error('x'), { code: 'EACCES' })), 'a\n\u001b[31m.txt');
    assert.equal(line, 'bamsat: a [31m.txt: không có quyền / permission denied');
  });

  it('has words for what nobody foresaw', () => {
    assert.match(fileRefusal(new Error('odd')).vi, /lỗi lạ/);
    assert.match(fileRefusal('odd').en, /unknown/);
  });
});
