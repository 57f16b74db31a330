/**
 * What holds for any text: nothing throws, positions are sound, nothing of the text is lost, the same input gives the same output.
 * Seeded, so that a run can be repeated; `SOUP_RUNS=20000 SOUP_SEED=7 npm test` looks further.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Span } from '#base/span.ts';
import { read } from '#reading/read.ts';
import { listFiles, readText } from '#test/support/files.ts';
import { shreds, soup } from '#test/support/soup.ts';
import { checkSpans, listNodes } from '#test/support/spans.ts';

const samples = listFiles('samples', (path) => path.endsWith('.txt')).map((path) => ({ path, text: readText(path) }));
const RUNS = Number(process.env.SOUP_RUNS ?? 400);
const SEED = Number(process.env.SOUP_SEED ?? 2021);

/** Marks of layout that the outline may leave out: spaces, bars, stars, dashes of tables, invisible and control characters. */
const LAYOUT = /[\s|*_#`>~\\:\-–—=\p{Cc}\p{Cf}\p{Cs}\p{Mn}]/u;
/** Stretches that the outline may leave out. */
const MARKS: readonly RegExp[] = [
  /\[bookmark:[^\]\n]*\]/g,
  // Footnote marks: `[footnoteRef:1]`, `[1: ` … `]`, `^(*)`, `¹`.
  /\[footnoteRef:\d+\]|\[\d+:?|\]|\^\([^)\n]{1,3}\)|[⁰¹²³⁴-⁹]+/g,
  // A lone page number: `- 3 -`, `*3*`.
  /(?<=^|[\r\n])[-–*_\s]*\d{1,3}[-–*_\s]*(?=$|[\r\n])/g,
  // A ruled line, alone or at the end of another: `---.`
  /[-–—_*=]{3,}[.\s]*(?=$|[\r\n])/g,
  // A line without any letter or digit.
  /(?<=^|[\r\n])[^\p{L}\p{N}\r\n]+(?=$|[\r\n])/gu,
];

describe('any text', () => {
  it('of random keywords reads soundly', () => checkAll(soup));
  it('of shreds of real documents reads soundly', () => checkAll(shreds(samples.map((s) => s.text))));

  for (const [name, text] of Object.entries({
    empty: '',
    blank: ' \n\t\n ',
    'one letter': 'a',
    'one mark': '-',
    'a lone surrogate': '\ud83d',
    'only marks': '**|**\n|---|---|\n',
    'a page number in emphasis': 'báo cáo thẩm tra của\n\n*021*\n\nBan Kinh tế',
    'a page number as a heading': '¹\n\n# 0 ',
    'a rule behind a line separator': 'trước ngày 31/01/2021 \u2028-. - ',
    'no line end': 'Sở Tài chính chủ trì, hoàn thành trước ngày 31/01/2021',
  })) {
    it(`that is ${name} reads soundly`, () => checkOne(text));
  }
});

describe('a real text', () => {
  for (const { path, text } of samples) {
    it(`${path} loses nothing`, () => checkOne(text));

    for (const [name, change] of Object.entries({
      'half-decomposed letters': (t: string) => t.normalize('NFD'),
      'line ends of Windows': (t: string) => t.replaceAll('\n', '\r\n'),
      'a mark of byte order': (t: string) => `\ufeff${t}`,
    })) {
      it(`${path} reads the same with ${name}`, () => {
        const changed = change(text);
        const reading = read(changed);
        checkSpans(changed, reading);
        assert.deepEqual(summarise(reading), summarise(read(text)));
      });
    }
  }
});

function checkAll(texts: fc.Arbitrary<string>): void {
  fc.assert(fc.property(texts, checkOne), { numRuns: RUNS, seed: SEED });
}

function checkOne(text: string): void {
  const reading = read(text);
  checkSpans(text, reading);
  const nodes = listNodes(reading.outline).map((node) => node.span);
  assert.deepEqual(findLost(text, nodes, LAYOUT), [], 'text that is in no node of the outline');
  const sentences = reading.sentences.map((s) => s.span);
  assert.deepEqual(findLost(text, sentences, /[^\p{L}\p{N}]/u), [], 'letters and digits that are in no sentence');
  assert.deepEqual(read(text), reading, 'a second reading of the same text');
}

/** Stretches of the text outside all spans, leaving out characters that `mayGo`. */
function findLost(text: string, spans: readonly Span[], mayGo: RegExp): string[] {
  const kept = new Uint8Array(text.length);
  for (const { start, end } of spans) kept.fill(1, start, end);
  // Whatever else ends a line counts as a line end, place for place.
  const lines = text.replace(/[\f\v\u0085\u2028\u2029]/g, '\n');
  for (const match of MARKS.flatMap((mark) => [...lines.matchAll(mark)])) {
    kept.fill(1, match.index, match.index + match[0].length);
  }
  const lost: string[] = [];
  let last = -2;
  for (let i = 0; i < text.length; i++) {
    if (kept[i] || mayGo.test(text[i] as string)) continue;
    const before = last === i - 1 ? lost.pop() : '';
    lost.push(`${before}${text[i]}`);
    last = i;
  }
  return lost;
}

/** What a reading says, without the places. */
function summarise(reading: ReturnType<typeof read>): string[] {
  const names = (list: readonly { name: string }[]) => list.map((a) => a.name.normalize('NFC')).join('; ');
  const measurements = (['targets', 'results'] as const).flatMap((list) =>
    reading[list].map(
      (m) => `${list} ${m.indicator} ${m.measure} ${m.comparator} ${m.decimal} ${m.unit} ${m.year} ${m.parent}`,
    ),
  );
  return [
    ...Object.entries(reading.document)
      .filter(([, v]) => typeof v !== 'object')
      .map(([k, v]) => `${k}: ${v}`),
    ...measurements,
    ...reading.tasks.map(
      (t) => `${t.section} ${t.label} ${names(t.lead)} / ${names(t.support)} ${t.deadlines.map((d) => d.due)}`,
    ),
    ...reading.citations.map((c) => `${c.type} ${c.symbol} ${c.date} ${c.issuer}`),
    ...reading.reporting.map((r) => `${r.cadence} ${r.due} ${r.from} ${r.to}`),
  ].map((line) => line.normalize('NFC'));
}
