/** Fills a province with many documents and a long log, by COPY: real words, real rows, a true chain of events. */
import { readdirSync, readFileSync } from 'node:fs';
import type pg from 'pg';
import { bare } from '#base/fold.ts';
import { termsOf, tsVectorOf } from '#plan/search-terms.ts';
import { symbolKey } from '#plan/symbol-key.ts';
import { connectForCopy, copyIn } from '#store/backup/copy.ts';
import { bodyOfEvent, hashOfEvent } from '#store/events.ts';
import { newId } from '#store/ids.ts';

/** Pieces of the samples that documents are made of, characters each. */
const PIECE = 8_000;
const TYPES = ['Nghị quyết', 'Quyết định', 'Kế hoạch', 'Chương trình', 'Công văn', 'Thông báo', 'Báo cáo', 'Chỉ thị'];
const ISSUERS = ['Ủy ban nhân dân tỉnh', 'Hội đồng nhân dân tỉnh', 'Tỉnh ủy', 'Sở Tài chính', 'Sở Công Thương'];
const BATCH = 2_000;

export interface Filled {
  /** Ids of some of the documents. */
  readonly documents: readonly string[];
}

export async function fill(
  url: string,
  provinceId: number,
  counts: { readonly documents: number; readonly events: number },
): Promise<Filled> {
  const client = await connectForCopy(url, 'bamsat-bench');
  try {
    await client.query("select set_config('bamsat.province', $1, false)", [String(provinceId)]);
    const { rows } = await client.query('select id from person where province_id = $1 order by id', [provinceId]);
    const people = rows.map((row) => row.id as string);
    const tables = ['document', 'document_text', 'document_search', 'event', 'event_chain'];
    await client.query('begin');
    for (const table of tables) await client.query(`alter table ${table} no force row level security`);
    const documents = await fillDocuments(client, provinceId, counts.documents, people);
    await fillEvents(client, provinceId, counts.events, people, documents);
    for (const table of tables) await client.query(`alter table ${table} force row level security`);
    await client.query('commit');
    await client.query('vacuum analyze');
    return { documents: documents.slice(0, 1000) };
  } finally {
    await client.end();
  }
}

function piecesOfSamples(): { text: string; bare: string; terms: string }[] {
  const folder = new URL('../../samples/', import.meta.url);
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(new URL(name, folder), 'utf8').normalize('NFC').toWellFormed().replaceAll('\0', ' '));
  const pieces: { text: string; bare: string; terms: string }[] = [];
  for (const text of texts) {
    for (let at = 0; at + PIECE <= text.length; at += PIECE / 8) {
      const piece = text.slice(at, at + PIECE).toWellFormed();
      pieces.push({ text: piece, bare: bare(piece), terms: tsVectorOf(termsOf(piece)) });
    }
  }
  return pieces;
}

async function fillDocuments(client: pg.Client, provinceId: number, count: number, people: readonly string[]) {
  const pieces = piecesOfSamples();
  const documents = Array.from({ length: count }, (_, i) => {
    const type = TYPES[i % TYPES.length] as string;
    const symbol = `${(i % 997) + 1}/${['NQ', 'QĐ', 'KH', 'CTr', 'CV', 'TB', 'BC', 'CT'][i % TYPES.length]}-UBND`;
    const piece = pieces[i % pieces.length] as (typeof pieces)[number];
    const title = piece.text.slice(400, 520).replace(/\s+/g, ' ').trim();
    const day = new Date(Date.UTC(2016, 0, 1 + (i % 3650)));
    const issuer = ISSUERS[i % ISSUERS.length] as string;
    return {
      id: newId(day),
      type,
      symbol,
      title: `${title} (${i})`,
      issuedOn: day.toISOString().slice(0, 10),
      issuer,
      piece,
    };
  });
  await copy(
    client,
    'document',
    'province_id, id, file_name, format, state, type, symbol, symbol_key, issued_on, issuer, title, plan_year, uploaded_by, uploaded_at',
    documents,
    (one, i) => [
      provinceId,
      one.id,
      `van-ban-${i}.txt`,
      'txt',
      'read',
      one.type,
      one.symbol,
      symbolKey(one.symbol),
      one.issuedOn,
      one.issuer,
      one.title,
      one.issuedOn.slice(0, 4),
      people[i % people.length],
      `${one.issuedOn}T08:00:00Z`,
    ],
  );
  await copy(client, 'document_text', 'province_id, document_id, text, layout', documents, (one) => [
    provinceId,
    one.id,
    one.piece.text,
    '{"lines":[],"pages":[],"doubts":[],"warnings":[]}',
  ]);
  await copy(client, 'document_search', 'province_id, document_id, sort_on, head, body, bare', documents, (one) => [
    provinceId,
    one.id,
    one.issuedOn,
    tsVectorOf(termsOf([one.type, one.symbol, one.title, one.issuer].join(' '))),
    one.piece.terms,
    one.piece.bare,
  ]);
  return documents.map(({ id }) => id);
}

async function fillEvents(
  client: pg.Client,
  provinceId: number,
  count: number,
  people: readonly string[],
  documents: readonly string[],
): Promise<void> {
  const { rows } = await client.query('select seq::int as seq, hash from event_chain where province_id = $1', [
    provinceId,
  ]);
  let { seq, hash } = rows[0] as { seq: number; hash: string };
  const first = Date.UTC(2021, 0, 1);
  const step = Math.floor((Date.UTC(2026, 0, 1) - first) / count);
  function* events() {
    for (let i = 0; i < count; i++) yield i;
  }
  await copy(
    client,
    'event',
    'province_id, seq, id, at, person_id, kind, subject_type, subject_id, body, hash',
    events(),
    (i) => {
      const at = new Date(first + i * step);
      const id = newId(at);
      const personId = people[i % people.length] as string;
      const subject = { kind: i % 3 === 0 ? 'document.corrected' : 'review.decided', subjectType: 'document' };
      const subjectId = documents[i % documents.length] as string;
      const body = bodyOfEvent(id, {
        at,
        personId,
        postId: null,
        ...subject,
        subjectId,
        before: { decision: 'open' },
        after: { decision: 'accepted' },
      });
      hash = hashOfEvent(hash, ++seq, body);
      return [
        provinceId,
        seq,
        id,
        at.toISOString(),
        personId,
        subject.kind,
        subject.subjectType,
        subjectId,
        body,
        hash,
      ];
    },
  );
  await client.query('update event_chain set seq = $2, hash = $3 where province_id = $1', [provinceId, seq, hash]);
}

type Value = string | number | null | undefined;

export async function copy<T>(
  client: pg.Client,
  table: string,
  columns: string,
  rows: Iterable<T>,
  valuesOf: (row: T, index: number) => readonly Value[],
): Promise<void> {
  async function* parts() {
    let lines: string[] = [];
    let i = 0;
    for (const row of rows) {
      lines.push(valuesOf(row, i++).map(written).join('\t'));
      if (lines.length < BATCH) continue;
      yield Buffer.from(`${lines.join('\n')}\n`);
      lines = [];
    }
    if (lines.length > 0) yield Buffer.from(`${lines.join('\n')}\n`);
  }
  await copyIn(client, `copy ${table} (${columns}) from stdin`, parts());
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function written(value: Value): string {
  if (value === null || value === undefined) return '\\N';
  return String(value).replace(/[\\\t\n\r]/g, (char) => ESCAPES[char] as string);
}
