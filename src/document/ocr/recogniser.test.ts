import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { leaning, type Printed, type TypesetPage, typeset } from '#test/support/typeset.ts';
import type { PageContent } from '../page.ts';
import type { Raster } from '../raster.ts';
import { turnedRaster } from './orientation.ts';
import { createRecogniser, type Recogniser } from './recogniser.ts';

const LINES = [
  { text: 'ỦY BAN NHÂN DÂN', x: 30, y: 20, size: 13 },
  { text: 'Độc lập - Tự do - Hạnh phúc', x: 230, y: 26, size: 13 },
  { text: 'Điều 1. Thông qua kế hoạch năm 2025 của tỉnh:', x: 40, y: 70 },
  { text: 'a) Tốc độ tăng trưởng kinh tế đạt 8,5% trở lên;', x: 40, y: 96 },
  { text: 'b) Thu ngân sách đạt 31.250 tỷ đồng, tăng 12,3%;', x: 40, y: 122 },
  { text: 'c) Giải quyết việc làm cho 17.111 lao động.', x: 40, y: 148 },
];
/** A round stamp and a stroke of a pen over the lines. */
const STAMP =
  '<g fill="none" stroke="#d0203a"><circle cx="230" cy="130" r="48" stroke-width="3"/><circle cx="230" cy="130" r="36"/><path d="M230 105l8 20h20l-16 12 6 20-18-12-18 12 6-20-16-12h20z" fill="#d0203a"/></g><path d="M60 170c40-90 60-90 80 0s60-60 110-20" fill="none" stroke="#2040a0" stroke-width="1.5"/>';

describe('recognition of pages', () => {
  let recogniser: Recogniser;
  before(async () => {
    recogniser = await createRecogniser({ workers: 1, engine: 'packaged' });
  });
  after(() => recogniser.close());
  const read = (page: TypesetPage) => recogniser.recognise(copyOf(page.raster), frameOf(page));

  it('gives the words of a leaning page with letters, marks and numbers right, in true boxes', async () => {
    const page = await typeset(420, 200, LINES);
    const content = await read(await leaning(page, 1.2));
    for (const { text } of LINES) assert.ok(textOf(content).includes(text), `${text} in ${textOf(content)}`);
    for (const line of page.lines) assertInPlace(content, line, turned(1.2, page));
    assert.deepEqual(
      content.words.filter((word) => word.doubt).map((word) => word.text),
      [],
    );
  });

  it('reads what a stamp and a signature cover, and leaves no number that differs without a doubt', async () => {
    const content = await read(await typeset(420, 200, LINES, STAMP));
    const words = textOf(content).split(' ');
    const wanted = LINES.flatMap((line) => line.text.split(' '));
    const found = wanted.filter((word) => words.includes(word));
    assert.ok(found.length >= wanted.length - 2, `missing: ${wanted.filter((word) => !words.includes(word))}`);
    const wrong = content.words.filter((word) => /\d/.test(word.text) && !wanted.includes(word.text));
    assert.deepEqual(
      wrong.filter((word) => !word.doubt).map((word) => word.text),
      [],
    );
  });

  it('keeps text that is blue throughout', async () => {
    const page = await typeset(420, 200, LINES);
    for (let i = 0; i < page.raster.data.length; i += 3) {
      const ink = 1 - (page.raster.data[i] as number) / 255;
      page.raster.data.set([255 - 215 * ink, 255 - 195 * ink, 255 - 110 * ink], i);
    }
    assert.ok(textOf(await read(page)).includes('Điều 1. Thông qua kế hoạch năm 2025'));
  });

  it('reads a table column by column, and its rules are on the page', async () => {
    const rows = ['Chỉ tiêu', 'Dân số', 'Diện tích', 'Thu nhập'];
    const values = ['Số liệu', '1.234', '74,4', '58,46'];
    const lines = rows.flatMap((text, i) => [
      { text, x: 30, y: 24 + 28 * i, size: 12 },
      { text: values[i] as string, x: 190, y: 24 + 28 * i, size: 12 },
    ]);
    const grid = [0, 1, 2, 3, 4].map((i) => `<path d="M20 ${19 + 28 * i}H280" stroke="#000"/>`).join('');
    const sides = [20, 160, 280].map((x) => `<path d="M${x} 19V131" stroke="#000"/>`).join('');
    const content = await read(await typeset(300, 150, lines, grid + sides));
    assert.equal(textOf(content), [...rows, ...values].join(' '));
    const across = content.rules.filter((rule) => rule.y1 === rule.y2);
    const down = content.rules.filter((rule) => rule.x1 === rule.x2);
    assert.deepEqual([across.length, down.length], [5, 3]);
    across.forEach((rule, i) => {
      assert.ok(Math.abs(rule.y1 - (19 + 28 * i)) < 1 && Math.abs(rule.x1 - 20) < 2 && Math.abs(rule.x2 - 280) < 2);
    });
  });

  it('reads what lies on its side or upside down, in places of the page set upright', async () => {
    const page = await typeset(420, 300, LINES);
    for (const quarters of [1, 2, 3] as const) {
      const raster = turnedRaster(page.raster, quarters);
      const [width, height] = quarters === 2 ? [page.width, page.height] : [page.height, page.width];
      const content = await recogniser.recognise(raster, { number: 1, width, height });
      assert.equal(content.turned, 4 - quarters);
      assert.deepEqual([content.width, content.height], [page.width, page.height]);
      for (const line of page.lines) assertInPlace(content, line, (x, y) => [x, y]);
    }
  });

  it('finds no words on an empty page and on a grey field', async () => {
    for (const shade of [255, 128]) {
      const raster: Raster = {
        width: 600,
        height: 400,
        dpi: 200,
        channels: 1,
        data: new Uint8Array(240_000).fill(shade),
      };
      const content = await recogniser.recognise(raster, { number: 1, width: 216, height: 144 });
      assert.deepEqual(content.words, []);
    }
  });

  it('asks for a picture only when a thread is free, and answers each page with its own number', async () => {
    const page = await typeset(420, 60, LINES.slice(0, 2));
    let held = 0;
    let most = 0;
    const pages = await Promise.all(
      [1, 2, 3].map(async (number) => {
        const content = await recogniser.recognise(
          () => {
            most = Math.max(most, ++held);
            return copyOf(page.raster);
          },
          { ...frameOf(page), number },
        );
        held--;
        return content.number;
      }),
    );
    assert.deepEqual(pages, [1, 2, 3]);
    assert.ok(most <= 2, `${most} pictures held by one thread`);
  });

  it('stops at once when it is told to, and answers nothing more', async () => {
    const page = await typeset(420, 200, LINES);
    const stop = new AbortController();
    const stopped = await createRecogniser({ workers: 1, engine: 'packaged', signal: stop.signal });
    const pages = [1, 2].map((number) => stopped.recognise(copyOf(page.raster), { ...frameOf(page), number }));
    setTimeout(() => stop.abort(new Error('enough')), 50);
    for (const result of await Promise.allSettled(pages)) assert.equal(result.status, 'rejected');
    await assert.rejects(stopped.recognise(copyOf(page.raster), frameOf(page)), /enough/);
    await stopped.close();
  });
});

function frameOf({ width, height }: TypesetPage) {
  return { number: 1, width, height };
}

/** A picture is handed over to the thread that reads it. */
function copyOf(raster: Raster): Raster {
  return { ...raster, data: Uint8Array.from(raster.data) };
}

function textOf(content: PageContent): string {
  return content.words.map((word) => word.text).join(' ');
}

type Move = (x: number, y: number) => readonly [number, number];

function turned(degrees: number, { width, height }: TypesetPage): Move {
  const cos = Math.cos((degrees * Math.PI) / 180);
  const sin = Math.sin((degrees * Math.PI) / 180);
  return (x, y) => {
    const [dx, dy] = [x - width / 2, y - height / 2];
    return [width / 2 + dx * cos - dy * sin, height / 2 + dx * sin + dy * cos];
  };
}

/** The first and the last word of the line end where its ink does, within two points. */
function assertInPlace(content: PageContent, { text, box }: Printed, move: Move): void {
  const words = text.split(' ');
  const at = content.words.findIndex((_, i) => words.every((word, k) => content.words[i + k]?.text === word));
  const first = content.words[at]?.box;
  const last = content.words[at + words.length - 1]?.box;
  assert.ok(first && last, text);
  const [left, leftY] = move(box.x, box.y + box.height / 2);
  const [right, rightY] = move(box.x + box.width, box.y + box.height / 2);
  assert.ok(Math.abs(first.x - left) < 2, `${text} begins at ${first.x}, not ${left}`);
  assert.ok(Math.abs(last.x + last.width - right) < 2, `${text} ends at ${last.x + last.width}, not ${right}`);
  assert.ok(first.y < leftY && leftY < first.y + first.height, `${text}: height of the first word`);
  assert.ok(last.y < rightY && rightY < last.y + last.height, `${text}: height of the last word`);
}
