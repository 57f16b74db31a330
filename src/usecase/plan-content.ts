/** What a reviewed document would make of a plan: its decided items, the headings they stand under, the bodies they name. */
import { ok, type Result } from '#base/result.ts';
import type { Problem } from '#contract/problem.ts';
import { contentOf, type DecidedItem, type PlanContent } from '#plan/content.ts';
import type { NamedAgency } from '#plan/review.ts';
import type { OutlineNode, Reading } from '#reading/model.ts';
import type { Scope } from '#store/database.ts';
import { listReviewItems } from '#store/review.ts';
import { ANNEX_READER } from './annex-reading.ts';
import { organisationResolver } from './organisation-resolve.ts';
import { fieldsOf, textOf } from './review-shape.ts';

export interface ReviewedDocument {
  readonly text: string;
  readonly reading: { readonly id: string; readonly reader: string };
  readonly items: readonly DecidedItem[];
  readonly content: PlanContent;
  readonly document: {
    readonly id: string;
    readonly type: string | null;
    readonly symbol: string | null;
    readonly title: string | null;
    readonly issuedOn: string | null;
    readonly planYear: number | null;
    readonly reviewState: string;
  };
}

export async function readReviewed(scope: Scope, documentId: string): Promise<Result<ReviewedDocument, Problem>> {
  const text = await textOf(scope, documentId);
  if (!text.ok) return text;
  const { db, provinceId } = scope;
  const row = await db
    .selectFrom('document as d')
    .innerJoin('reading as r', (join) =>
      join
        .onRef('r.province_id', '=', 'd.province_id')
        .onRef('r.document_id', '=', 'd.id')
        .on('r.superseded_at', 'is', null),
    )
    .select([
      'd.id',
      'd.type',
      'd.symbol',
      'd.title',
      'd.issued_on',
      'd.plan_year',
      'd.review_state',
      'r.id as reading_id',
      'r.reader',
      'r.body',
    ])
    .where('d.province_id', '=', provinceId)
    .where('d.id', '=', documentId)
    .executeTakeFirstOrThrow();
  const rows = await listReviewItems(scope, documentId);
  const items = rows.map(
    (item): DecidedItem => ({
      id: item.id,
      kind: item.kind,
      decision: item.decision,
      seen: item.seenAt !== null,
      doubtful: item.doubtful,
      retired: item.retired !== null,
      parentId: item.parentId,
      position: item.position,
      span: { start: item.spanStart, end: item.spanEnd },
      quote: item.original?.quote ?? text.value.slice(item.spanStart, item.spanEnd),
      fields: fieldsOf(item),
    }),
  );
  return ok({
    text: text.value,
    reading: { id: row.reading_id, reader: row.reader },
    items,
    content: contentOf(items, headingsOf(row.body as Reading, text.value)),
    document: {
      id: row.id,
      type: row.type,
      symbol: row.symbol,
      title: row.title,
      issuedOn: row.issued_on,
      planYear: row.plan_year,
      reviewState: row.review_state,
    },
  });
}

const LONGEST_HEADING = 160;

/** The heading of a path of labels: the innermost that is a heading and not a task of its own. */
function headingsOf(reading: Reading, text: string): (section: string) => string | null {
  const titles = new Map<string, string>();
  // Groups of an annex are headings already, as long as whoever wrote them wanted.
  const longest = reading.reader === ANNEX_READER ? Number.POSITIVE_INFINITY : LONGEST_HEADING;
  const visit = (nodes: readonly OutlineNode[]) => {
    for (const node of nodes) {
      if (node.path !== '' && !titles.has(node.path)) {
        const words = text
          .slice(node.textSpan.start, node.textSpan.end)
          .replace(/\s+/g, ' ')
          .replace(/\*+/g, '')
          .trim();
        const title = words.length > longest ? `${words.slice(0, LONGEST_HEADING).replace(/\s\S*$/, '')}…` : words;
        if (title !== '') titles.set(node.path, node.label === null ? title : `${node.label}. ${title}`);
      }
      visit(node.children);
    }
  };
  visit(reading.outline);
  return (section) => (section === '' ? null : (titles.get(section) ?? null));
}

export interface FoundAgency {
  readonly organisationId: string | null;
  readonly name: string;
}

/** The bodies that a document of `date` means, by the catalogue's code and by any name they had on that day. */
export async function agencyFinder(
  scope: Scope,
  date: string,
  today: string,
): Promise<(agency: NamedAgency) => FoundAgency> {
  const find = await organisationResolver(scope, today);
  return ({ name, code }) => ({ organisationId: find({ name, code }, date)?.organisationId ?? null, name });
}
