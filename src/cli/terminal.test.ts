import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { widthOf } from '#render/width.ts';
import { outputNames } from './output.ts';
import { Pace, progressLine, startProgress, timeWords } from './progress.ts';
import { refusalLine, systemRefusal, warningLine, withOption } from './refusal.ts';
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
    const clock = { now: 0 };
    const stream = { isTTY, columns: 90, write: (text: string) => written.push(text) > 0 };
    const start = (files: number) => startProgress(files, stream as unknown as NodeJS.WriteStream, () => clock.now);
    return { written, start, clock };
  };
  const stand = { file: 'a.pdf', index: 0, files: 1, done: 0, total: 10, secondsLeft: null };

  it('shows pages, the time left and the name, and is taken away again', () => {
    const { written, start, clock } = fake(true);
    const progress = start(1);
    progress.show(0, 'thu-muc/nghi-quyet.pdf');
    assert.ok(written[0]?.endsWith(`[${'░'.repeat(24)}] nghi-quyet.pdf`));
    for (const done of [0, 1, 2, 3]) {
      clock.now = done * 5000;
      progress.step(done, 12);
    }
    const last = written.at(-1) ?? '';
    assert.ok(
      last.endsWith(`[${'█'.repeat(6)}${'░'.repeat(18)}] 3/12 trang · còn khoảng 45 giây · nghi-quyet.pdf`),
      last,
    );
    progress.clear();
    assert.equal(written.at(-1), '\r\u001b[2K');
  });

  it('counts the files when there are several', () => {
    const { written, start } = fake(true);
    const progress = start(4);
    progress.show(1, 'nghi-quyet.txt');
    assert.ok(written[0]?.endsWith(`[${'█'.repeat(6)}${'░'.repeat(18)}] tệp 2/4 · nghi-quyet.txt`));
  });

  it('is not drawn elsewhere', () => {
    const { written, start } = fake(false);
    const progress = start(4);
    progress.show(0, 'a');
    progress.step(1, 2);
    progress.clear();
    assert.deepEqual(written, []);
  });

  it('is not drawn for every page of a fast file', () => {
    const { written, start, clock } = fake(true);
    const progress = start(1);
    progress.show(0, 'a.pdf');
    for (let done = 1; done <= 500; done++) {
      clock.now += 10;
      progress.step(done, 500);
    }
    assert.ok(written.length <= 53, String(written.length));
    assert.ok(written.at(-1)?.includes('500/500 trang'));
  });

  it('tells the time left from the last pages, and not too early', () => {
    const pace = new Pace();
    pace.step(0, 0);
    pace.step(10, 1000);
    assert.equal(pace.secondsFor(90), null);
    for (let done = 11; done <= 60; done++) pace.step(done, 1000 + (done - 10) * 3000);
    assert.equal(pace.secondsFor(40), 120);
    assert.equal(timeWords(65), '1 phút 05 giây');
    assert.equal(timeWords(0.2), '1 giây');
    assert.equal(timeWords(7260), '2 giờ 01 phút');
  });

  it('keeps within the width', () => {
    for (const width of [40, 60, 80, 120]) {
      const line = progressLine({ ...stand, file: 'ủ'.repeat(300), files: 9, secondsLeft: 3700 }, width);
      assert.ok(widthOf(line) < width, line);
    }
    assert.equal(progressLine({ ...stand, total: 1 }, 80), `[${'░'.repeat(24)}] a.pdf`);
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
    assert.deepEqual(outputNames(['a.DOCX', 'b.pdf', 'c.tiff', 'd.docm'], 'md'), ['a.md', 'b.md', 'c.md', 'd.docm.md']);
  });
});

describe('a refusal', () => {
  it('is one line, Vietnamese first, whatever the file is called', () => {
    const line = refusalLine(systemRefusal(Object.assign(new Error('x'), { code: 'EACCES' })), 'a\n\u001b[31m.txt');
    assert.equal(line, 'bamsat: a [31m.txt: không có quyền / permission denied');
  });

  it('has words for what nobody foresaw', () => {
    assert.match(systemRefusal(new Error('odd')).vi, /lỗi lạ/);
    assert.match(systemRefusal('odd').en, /unknown/);
  });

  it('names the option that raises a limit', () => {
    const why = { code: 'too-long', vi: 'quá lâu', en: 'too long' } as const;
    assert.match(refusalLine(withOption(why), 'a.pdf'), /quá lâu \(.*--timeout\) \/ too long/);
    assert.deepEqual(withOption({ ...why, code: 'damaged' }), { vi: 'quá lâu', en: 'too long' });
  });
});

describe('a warning', () => {
  it('is one line like a refusal, and says that it is one', () => {
    const warning = {
      severity: 'warning',
      code: 'x',
      span: null,
      message: 'có macro',
      messageEn: 'it has macros',
    } as const;
    assert.equal(warningLine(warning, 'a.docx'), 'bamsat: a.docx: cảnh báo: có macro / it has macros');
  });
});
