/** Đối chiếu văn bản: documents as people reviewed them, each against itself and against what it carries out. */
import { err, ok } from '#base/result.ts';
import { chainRoutes } from '#contract/chain.ts';
import { chainEdges } from '#plan/chain.ts';
import {
  type CheckedDocument,
  type CheckedTarget,
  type CheckedTask,
  checkBetween,
  checkWithin,
  type Finding,
} from '#plan/consistency.ts';
import type { MeasurementFields, TaskFields } from '#plan/review.ts';
import type { Reading } from '#reading/model.ts';
import { linksOf, type NamedRow, namesOf, ofYear } from '#store/chain.ts';
import type { Scope } from '#store/database.ts';
import { findReading, findText } from '#store/readings.ts';
import { listReviewItems, type ReviewRow } from '#store/review.ts';
import { nameOf } from './chain.ts';
import { NO_DOCUMENT } from './document-library.ts';
import { fieldsOf } from './review-shape.ts';
import { behind } from './usecase.ts';

/** Documents that are held against each other at once. */
const MOST_DOCUMENTS = 40;

export const checkConsistency = behind(
  chainRoutes['GET /documents/consistency'],
  'document.consistency',
  'read',
  async (context, { year, document }) => {
    const own = document
      ? (await namesOf(context, [document])).filter((row) => row.deleted_at === null)
      : await ofYear(context, year ?? Number(context.today.slice(0, 4)), MOST_DOCUMENTS);
    if (document && own.length === 0) return err(NO_DOCUMENT);
    const links = await linksOf(
      context,
      own.map((row) => row.id),
    );
    const linked = links.flatMap(({ from, to }) => [from, to]);
    const rows = await namesOf(context, [...own.map((row) => row.id), ...linked].slice(0, MOST_DOCUMENTS * 2));
    const edges = chainEdges(
      rows.map((row) => ({
        id: row.id,
        type: row.type,
        symbolKey: row.symbol_key,
        issuedOn: row.issued_on,
        planYear: row.plan_year,
        title: row.title,
      })),
      links,
    ).filter((edge) => edge.kind === 'implements');
    const wanted = new Set([...own.map((row) => row.id), ...edges.flatMap(({ from, to }) => [from, to])]);
    const checked = new Map<string, CheckedDocument>();
    for (const row of rows) if (wanted.has(row.id)) checked.set(row.id, await checkedDocument(context, row));
    const findings: Finding[] = [];
    const pairs: { above: string; below: string }[] = [];
    for (const { from, to } of edges) {
      const [above, below] = [checked.get(to), checked.get(from)];
      if (!above || !below) continue;
      pairs.push({ above: above.id, below: below.id });
      findings.push(...checkBetween(above, below));
    }
    for (const { id } of own) findings.push(...checkWithin(checked.get(id) as CheckedDocument));
    return ok({ findings, documents: rows.filter((row) => wanted.has(row.id)).map(nameOf), pairs });
  },
);

async function checkedDocument(scope: Scope, row: NamedRow): Promise<CheckedDocument> {
  const [items, text, reading] = await Promise.all([
    listReviewItems(scope, row.id),
    findText(scope, row.id),
    findReading(scope, row.id),
  ]);
  const source = text?.text ?? '';
  const quoted = (start: number, end: number) => ({
    documentId: row.id,
    start,
    end,
    quote: source.slice(start, end).replace(/\s+/g, ' ').trim(),
  });
  const standing = items.filter((item) => item.decision !== 'rejected' && item.retired === null);
  return {
    id: row.id,
    label: [row.type ?? 'Văn bản', row.symbol].filter(Boolean).join(' '),
    planYear: row.plan_year,
    targets: standing.filter(({ kind }) => kind === 'target').map((item) => targetOf(item, quoted)),
    tasks: standing.filter(({ kind }) => kind === 'task').map((item) => taskOf(item, quoted)),
    issues: ((reading?.body as Reading | undefined)?.issues ?? []).flatMap((issue) =>
      issue.span
        ? [{ ...quoted(issue.span.start, issue.span.end), code: issue.code, vi: issue.message, en: issue.messageEn }]
        : [],
    ),
  };
}

type Quoted = (
  start: number,
  end: number,
) => {
  readonly documentId: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
};

function targetOf(item: ReviewRow, quoted: Quoted): CheckedTarget {
  const fields = fieldsOf(item) as unknown as MeasurementFields;
  return {
    ...quoted(item.spanStart, item.spanEnd),
    name: fields.indicator,
    code: fields.match && fields.match.sureness !== 'guess' ? fields.match.code : null,
    value: fields.decimal,
    valueMax: fields.decimalMax ?? null,
    unit: fields.unit,
    year: fields.year,
    measure: fields.measure,
    comparator: fields.comparator,
    part: item.parentId !== null,
  };
}

function taskOf(item: ReviewRow, quoted: Quoted): CheckedTask {
  const fields = fieldsOf(item) as unknown as TaskFields;
  return {
    ...quoted(item.spanStart, item.spanEnd),
    leads: fields.lead.map((one) => one.name),
    dues: fields.deadlines.map((one) => one.due),
  };
}
