/**
 * Conclusions read from a notice (Thông báo kết luận): what the reading found is shown to a person, who chooses and
 * corrects; each chosen order becomes a directive with its task, leading back to its sentence. An item gives one.
 */
import { err, ok, type Result } from '#base/result.ts';
import { directiveRoutes } from '#contract/directive.ts';
import { notFound, type Problem, problem } from '#contract/problem.ts';
import { findConcluder, isConclusion } from '#delivery/conclusion.ts';
import { productsOf } from '#plan/content.ts';
import type { FindOrganisation } from '#plan/organisation-find.ts';
import type { NamedAgency, TaskFields } from '#plan/review.ts';
import { directivesOfItems, leaderPosts, listDirectives } from '#store/directives.ts';
import { organisationNames } from '#store/organisation-names.ts';
import { listLineage } from '#store/organisation-state.ts';
import { findPlan } from '#store/plans.ts';
import { listReviewItems, type ReviewRow } from '#store/review.ts';
import { findGiver } from './directive-give.ts';
import { makeDirective } from './directive-make.ts';
import { shapeDirectives } from './directive-shape.ts';
import { organisationResolver } from './organisation-resolve.ts';
import { fieldsOf, textOf } from './review-shape.ts';
import { reasonOf, unknown } from './task-assignment.ts';
import { behind, type Context } from './usecase.ts';

async function findHead({ db, provinceId }: Context, id: string) {
  const row = await db
    .selectFrom('document')
    .select(['id', 'type', 'symbol', 'title', 'issued_on as issuedOn'])
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

/** Orders that stand: not refused by a reviewer; of a whole with parts the parts alone. */
async function ordersOf(context: Context, documentId: string): Promise<ReviewRow[]> {
  const rows = (await listReviewItems(context, documentId)).filter(
    (row) => row.kind === 'task' && row.retired === null && row.decision !== 'rejected',
  );
  const wholes = new Set(rows.map((row) => row.parentId));
  return rows.filter((row) => !wholes.has(row.id)).sort((a, b) => a.spanStart - b.spanStart || a.position - b.position);
}

export const previewDirectives = behind(
  directiveRoutes['GET /documents/:id/directives'],
  'directive.preview',
  'read',
  async (context, { id }) => {
    const head = await findHead(context, id);
    if (!head) return err(notFound('văn bản này', 'document'));
    const text = await textOf(context, id);
    if (!text.ok) return text;
    const rows = await ordersOf(context, id);
    const made = await directivesOfItems(context, id);
    const find = await organisationResolver(context, context.today);
    const on = head.issuedOn ?? context.today;
    const found = rows.map((row) => {
      const fields = fieldsOf(row) as unknown as TaskFields;
      const meant = ({ name, code }: NamedAgency) => ({ printed: name, hit: find({ name, code }, on) });
      return { row, fields, leads: fields.lead.map(meant), supports: fields.support.map(meant) };
    });
    const lineage = await listLineage(context);
    const names = await organisationNames(
      context,
      [
        ...found.flatMap(({ leads, supports }) => [...leads, ...supports].flatMap(({ hit }) => idsOf(hit))),
        ...lineage.map((one) => one.successorId),
      ],
      context.today,
    );
    // Whom it means on the day of the notice; the work is given to who has it today.
    const named = (list: readonly { readonly printed: string; readonly hit: Found | null }[]) =>
      list.map(({ printed, hit }) => {
        const id = hit?.successorId ?? null;
        const proposed = id === null ? null : { organisationId: id, name: names.get(id) ?? printed };
        const reason = hit === null ? unknown(printed) : reasonOf(hit, proposed, names, lineage, printed);
        return { organisationId: id, name: proposed?.name ?? printed, printed, reason };
      });
    return ok({
      document: head,
      conclusion: isConclusion(head.type),
      leader: await findLeader(context, head.title, text.value),
      items: found.map(({ row, fields, leads, supports }) => ({
        itemId: row.id,
        label: fields.label,
        text: fields.text,
        quote: row.original?.quote ?? text.value.slice(row.spanStart, row.spanEnd),
        span: { start: row.spanStart, end: row.spanEnd },
        leads: named(leads),
        supports: named(supports),
        dueOn: fields.deadlines[0]?.due ?? null,
        dueQuote: fields.deadlines[0]?.quote ?? null,
        products: productsOf(fields),
        doubtful: row.doubtful,
        directiveId: made.get(row.id) ?? null,
      })),
    });
  },
);

type Found = NonNullable<ReturnType<FindOrganisation>>;

function idsOf(hit: Found | null): string[] {
  return hit === null ? [] : [hit.organisationId, ...(hit.successorId === null ? [] : [hit.successorId])];
}

async function findLeader(context: Context, title: string | null, text: string) {
  const named = findConcluder(title, text);
  if (named === null) return null;
  const posts = await leaderPosts(context, context.today);
  const same = (a: string | null, b: string | null) =>
    a !== null && b !== null && a.normalize().toLowerCase() === b.normalize().toLowerCase();
  const post =
    posts.find((one) => same(one.holder, named.person)) ??
    (named.person === null ? posts.find((one) => same(one.title, named.title)) : undefined);
  return { givenBy: named.words, postId: post?.id ?? null };
}

export const makeFromDocument = behind(
  directiveRoutes['POST /documents/:id/directives'],
  'directive.from-document',
  'write',
  async (context, input) => {
    const head = await findHead(context, input.id);
    if (!head) return err(notFound('văn bản này', 'document'));
    if (!(await findPlan(context, input.planId, context.today))) return err(notFound('kế hoạch', 'plan'));
    const giver = await giverOf(context, input);
    if (!giver.ok) return giver;
    const text = await textOf(context, input.id);
    if (!text.ok) return text;
    await hold(context, input.id);
    const rows = new Map((await ordersOf(context, input.id)).map((row) => [row.id, row]));
    const done = await directivesOfItems(context, input.id);
    const ids: string[] = [];
    for (const [i, item] of input.items.entries()) {
      const row = rows.get(item.itemId);
      if (!row) return err(notFound('nội dung này trong văn bản', 'item in the document'));
      if (done.has(row.id)) return err(ALREADY);
      done.set(row.id, '');
      const made = await makeDirective(
        context,
        {
          ...giver.value,
          planId: input.planId,
          kind: 'conclusion',
          givenOn: input.givenOn,
          text: item.text,
          about: null,
          source: {
            documentId: input.id,
            itemId: row.id,
            spanStart: row.spanStart,
            spanEnd: row.spanEnd,
            quote: row.original?.quote ?? text.value.slice(row.spanStart, row.spanEnd),
          },
          leads: item.leads,
          supports: item.supports,
          dueOn: item.dueOn ?? null,
          products: productsOf(fieldsOf(row) as unknown as TaskFields),
        },
        input.items.length - i,
      );
      if (!made.ok) return made;
      ids.push(made.value);
    }
    const filter = { today: context.today, ids, withdrawn: null };
    const items = await listDirectives(context, filter, { after: null, limit: ids.length });
    return ok({ items: await shapeDirectives(context, items) });
  },
);

/** A leader may take over what another leader concluded only in that leader's name: the name as printed counts. */
async function giverOf(
  context: Context,
  input: { readonly postId?: string | null | undefined; readonly givenBy: string },
): Promise<Result<{ postId: string | null; givenBy: string }, Problem>> {
  if (input.postId) {
    const posts = await leaderPosts(context, context.today);
    if (!posts.some((one) => one.id === input.postId))
      return err(notFound('chức danh lãnh đạo này', 'post of a leader'));
    return ok({ postId: input.postId, givenBy: input.givenBy });
  }
  if (context.actor.role === 'office') return findGiver(context, input);
  return ok({ postId: null, givenBy: input.givenBy });
}

/** Two people who take the same items: the second waits and is told. */
async function hold({ db, provinceId }: Context, documentId: string): Promise<void> {
  await db
    .selectFrom('document')
    .select('id')
    .where('province_id', '=', provinceId)
    .where('id', '=', documentId)
    .forUpdate()
    .execute();
}

const ALREADY = problem(
  409,
  'already-directive',
  'Nội dung này đã được lập thành nhiệm vụ theo dõi.',
  'A directive was made of this item already.',
);
