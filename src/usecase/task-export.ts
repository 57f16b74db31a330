/** The tasks of a filter as an annex of assignments (phụ lục phân công nhiệm vụ), in Excel, written while they are read. */
import type { z } from 'zod';
import { ok } from '#base/result.ts';
import type { taskFilter } from '#contract/task.ts';
import { taskViewRoutes } from '#contract/task-views.ts';
import { filterWords } from '#delivery/filter-words.ts';
import { STANDING_WORDS } from '#delivery/standing.ts';
import { type TaskSheetTask, writeTaskWorkbook } from '#render/task-workbook.ts';
import { productWord } from '#render/words.ts';
import { organisationNames, postNames } from '#store/organisation-names.ts';
import { findPlan } from '#store/plans.ts';
import { listProvinces } from '#store/provinces.ts';
import { findLife } from '#store/task-life.ts';
import { type After, type FollowRow, listFollowed, type TaskSort } from '#store/task-list.ts';
import { productNames, sectionTitle } from '#store/task-spread.ts';
import { filterOf } from './task-list.ts';
import { shapeFollowed } from './task-shape.ts';
import type { Context, UseCase } from './usecase.ts';

type Given = z.output<typeof taskFilter> & { readonly sort: TaskSort };

export interface StreamedFile {
  readonly bytes: AsyncIterable<Uint8Array>;
  /** ASCII only. */
  readonly fileName: string;
}

/** Rows read at once: as many are in memory. */
const BATCH = 500;

const route = taskViewRoutes['GET /tasks/export.xlsx'];

export const exportTasks: UseCase<Given, StreamedFile> = {
  name: 'task.export',
  access: route.access,
  machines: route.machines,
  kind: 'read',
  run: async (context, given) => {
    const province = (await listProvinces(context.services.database)).find(
      (one) => one.provinceId === context.provinceId,
    );
    const plan = given.plan ? await findPlan(context, given.plan, context.today) : null;
    // The first rows are read before anything goes out: what goes wrong here is still told as a refusal.
    const first = await read(context, given, null);
    return ok({
      bytes: writeTaskWorkbook({
        province: province ? `${province.kind === 'city' ? 'thành phố' : 'tỉnh'} ${province.name}` : '',
        planTitle: plan?.title ?? null,
        filter: filterWords(await toldOf(context, given)),
        today: context.today,
        grouped: given.sort === 'order',
        tasks: batches(context, given, first),
      }),
      fileName: `nhiem-vu-${context.today}.xlsx`,
    });
  },
};

function read(context: Context, given: Given, after: After | null): Promise<FollowRow[]> {
  return listFollowed(context, filterOf(context, given), { sort: given.sort, after, limit: BATCH });
}

async function* batches(
  context: Context,
  given: Given,
  first: readonly FollowRow[],
): AsyncGenerator<readonly TaskSheetTask[]> {
  for (let rows = first; rows.length > 0; ) {
    yield await shapeRows(context, rows);
    if (rows.length < BATCH) return;
    rows = await read(context, given, rows.at(-1) ?? null);
  }
}

async function shapeRows(context: Context, rows: readonly FollowRow[]): Promise<TaskSheetTask[]> {
  const names = await productNames(
    context,
    rows.map((row) => row.id),
  );
  return (await shapeFollowed(context, rows)).map((task) => ({
    planTitle: task.planTitle,
    groupTitle: task.groupTitle,
    text: task.text,
    leads: task.leads.map((body) => body.name),
    supports: task.supports.map((body) => body.name),
    dueOn: task.dueOn,
    products: names.get(task.id) ?? task.products.map((kind) => productWord(kind as never) ?? kind),
    standing: STANDING_WORDS[task.standing],
  }));
}

/** The filter with names for its ids. The plan stands in the title already. */
async function toldOf(context: Context, given: Given) {
  const { organisation, assigner, section, product, post, parent, ids } = given;
  const bodies = [organisation, assigner].filter((id) => id !== undefined);
  const names = await organisationNames(context, bodies, context.today);
  const posts = post ? await postNames(context, [post], context.today) : new Map();
  const whole = parent ? await findLife(context, parent) : null;
  return {
    ...given,
    plan: undefined,
    organisation: organisation && (names.get(organisation) ?? organisation),
    assigner: assigner && (names.get(assigner) ?? assigner),
    section: section && ((await sectionTitle(context, given.plan ?? null, section)) ?? section),
    product: product && (productWord(product as never) ?? product),
    post: post && (posts.get(post)?.title ?? post),
    parent: whole?.text,
    asked: given.asked === '1',
    returned: given.returned === '1',
    wholes: given.wholes === '1',
    chosen: ids?.length,
  };
}
