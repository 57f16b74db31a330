import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { findCitations } from '#statement/citation/citation.ts';
import { findReporting } from '#statement/reporting/reporting.ts';
import { cleanText } from '#text/clean.ts';
import { readHeader } from './header.ts';

const root = new URL('../../../', import.meta.url);
const SETS = [
  { name: 'samples', texts: new URL('samples/', root), gold: new URL('test/gold/', root) },
  {
    name: 'further documents',
    texts: new URL('../shared/corpus/texts/', root),
    gold: new URL('../shared/corpus/gold/', root),
  },
];

interface GoldItem {
  readonly quote: string;
  readonly nth?: number;
  readonly [field: string]: unknown;
}
interface Gold {
  readonly file: string;
  readonly document: Record<string, unknown>;
  readonly citations?: readonly GoldItem[];
  readonly reporting?: readonly GoldItem[];
}
interface Found {
  readonly start: number;
  readonly end: number;
}

const plain = (value: unknown): string =>
  String(value ?? '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/ỷ/g, 'ủy')
    .replace(/[\s“”"().,;:–-]/g, '');

/** F1 of the found items against the annotated ones, paired by place and by the key given. */
function score<T extends Found>(
  source: string,
  gold: readonly GoldItem[],
  found: readonly T[],
  same: (g: GoldItem, p: T) => boolean,
): { hits: number; all: number } {
  const left = [...found];
  let hits = 0;
  for (const g of gold) {
    let at = -1;
    for (let i = 0; i < (g.nth ?? 1); i++) at = source.indexOf(g.quote, at + 1);
    const k = left.findIndex((p) => p.start < at + g.quote.length && at < p.end && same(g, p));
    if (k < 0) continue;
    hits++;
    left.splice(k, 1);
  }
  return { hits: 2 * hits, all: gold.length + found.length };
}

for (const { name, texts, gold: goldDir } of SETS) {
  const skip = existsSync(goldDir) ? false : 'the annotated documents are not here';
  test(`header, citations and reporting of the ${name} as annotated`, { skip }, () => {
    let right = 0;
    let fields = 0;
    const cited = { hits: 0, all: 0 };
    const reported = { hits: 0, all: 0 };
    for (const file of readdirSync(goldDir).filter((f) => f.endsWith('.json'))) {
      const gold = JSON.parse(readFileSync(new URL(file, goldDir), 'utf8')) as Gold;
      const source = readFileSync(new URL(gold.file, texts), 'utf8');
      const clean = cleanText(source);
      const header = readHeader(clean.text);
      for (const [field, wanted] of Object.entries(gold.document)) {
        fields++;
        if (plain(wanted) === plain((header as unknown as Record<string, unknown>)[field])) right++;
      }
      const toSource = <T extends Found>(p: T): T => ({ ...p, ...clean.toSource(p) });
      const citations = findCitations(clean.text, { own: header.printedSymbol }).map(toSource);
      const c = score(source, gold.citations ?? [], citations, (g, p) => {
        return plain(g.symbol) === plain(p.symbol) && (g.date ?? null) === p.date && plain(g.type) === plain(p.type);
      });
      cited.hits += c.hits;
      cited.all += c.all;
      const duties = clean.paragraphs.flatMap((paragraph) =>
        findReporting(clean.text.slice(paragraph.start, paragraph.end), { from: null, planYear: header.planYear }).map(
          (r) => toSource({ ...r, start: r.start + paragraph.start, end: r.end + paragraph.start }),
        ),
      );
      const r = score(
        source,
        gold.reporting ?? [],
        duties,
        (g, p) => g.cadence === p.cadence && (g.due ?? null) === p.due,
      );
      reported.hits += r.hits;
      reported.all += r.all;
    }
    assert.ok(right / fields >= 0.95, `header: ${right} of ${fields}`);
    assert.ok(cited.hits / cited.all >= 0.97, `citations: ${cited.hits} of ${cited.all}`);
    assert.ok(reported.hits / reported.all >= 0.9, `reporting: ${reported.hits} of ${reported.all}`);
  });
}
