/** Saved views (khung nhìn đã lưu): everybody keeps their own; shared ones are changed by their owner and by the Office. */
import type { Json } from '#base/canonical.ts';
import { err, ok, type Result } from '#base/result.ts';
import { conflict, NOT_SIGNED_IN, notFound, type Problem, problem } from '#contract/problem.ts';
import { type SavedView, savedViewRoutes } from '#contract/saved-view.ts';
import { newId } from '#store/ids.ts';
import {
  deleteSavedView,
  findSavedView,
  insertSavedView,
  listSavedViews,
  type SavedViewRow,
  updateSavedView,
} from '#store/saved-views.ts';
import { behind, type Context } from './usecase.ts';

/** Enough for anybody; a list of more is no help. */
const MOST = 200;

const NOT_YOURS = problem(
  403,
  'not-yours',
  'Khung nhìn dùng chung do người tạo hoặc Văn phòng sửa, xóa.',
  'A shared view is changed by who made it, or by the Office.',
);
const NAME_TAKEN = problem(
  409,
  'name-taken',
  'Đã có khung nhìn mang tên này. Hãy đặt tên khác.',
  'There is a view of this name already.',
  { fields: { name: { vi: 'Tên này đã dùng.', en: 'Taken.' } } },
);
const TOO_MANY = problem(
  422,
  'too-many',
  `Đã có ${MOST} khung nhìn. Hãy xóa bớt trước khi lưu thêm.`,
  `There are ${MOST} views already.`,
);
const none = () => err(notFound('khung nhìn này, hoặc khung nhìn không được dùng chung', 'view'));

function mayEdit({ actor }: Context, row: SavedViewRow): boolean {
  return row.personId === actor.personId || (row.shared && actor.role === 'office');
}

function shape(context: Context, row: SavedViewRow): SavedView {
  const { personId, ...view } = row;
  return {
    ...view,
    page: row.page as SavedView['page'],
    mine: personId === context.actor.personId,
    mayEdit: mayEdit(context, row),
  };
}

const factsOf = ({ name, search, shared }: SavedViewRow): Json => ({ name, search, shared });

export const listViews = behind(savedViewRoutes['GET /views'], 'view.list', 'read', async (context, { page }) => {
  const rows = await listSavedViews(context, page, context.actor.personId);
  return ok({ items: rows.map((row) => shape(context, row)) });
});

export const readView = behind(savedViewRoutes['GET /views/:id'], 'view.read', 'read', async (context, { id }) => {
  const row = await findSavedView(context, id, context.actor.personId);
  return row ? ok(shape(context, row)) : none();
});

/** Own ones of one name would not be told apart in the menu; nor would shared ones. */
async function nameIsTaken(context: Context, view: Pick<SavedViewRow, 'id' | 'page' | 'name' | 'shared' | 'personId'>) {
  const rows = await listSavedViews(context, view.page, view.personId);
  const same = rows.some(
    (row) =>
      row.id !== view.id &&
      row.shared === view.shared &&
      (row.shared || row.personId === view.personId) &&
      row.name.toLowerCase() === view.name.toLowerCase(),
  );
  return { same, count: rows.length };
}

export const saveView = behind(savedViewRoutes['POST /views'], 'view.save', 'write', async (context, input) => {
  const { personId } = context.actor;
  if (personId === null) return err(NOT_SIGNED_IN);
  const { page, search, shared } = input;
  const view = { id: newId(context.now), page, name: input.name.normalize('NFC'), search, shared, personId };
  const { same, count } = await nameIsTaken(context, view);
  if (same) return err(NAME_TAKEN);
  if (count >= MOST) return err(TOO_MANY);
  await insertSavedView(context, { ...view, now: context.now });
  context.record({
    kind: 'view.saved',
    subjectType: 'view',
    subjectId: view.id,
    title: view.name,
    after: { name: view.name, search, shared },
  });
  const row = await findSavedView(context, view.id, personId);
  return row ? ok(shape(context, row)) : none();
});

/** The row, when who asks may change it and saw its newest version. */
async function editable(context: Context, id: string, version: number): Promise<Result<SavedViewRow, Problem>> {
  const row = await findSavedView(context, id, context.actor.personId);
  if (!row) return none();
  if (!mayEdit(context, row)) return err(NOT_YOURS);
  return row.version === version ? ok(row) : err(conflict(shape(context, row)));
}

export const changeView = behind(
  savedViewRoutes['PATCH /views/:id'],
  'view.change',
  'write',
  async (context, input) => {
    const found = await editable(context, input.id, input.version);
    if (!found.ok) return found;
    const row = found.value;
    const next = {
      name: input.name?.normalize('NFC') ?? row.name,
      search: input.search ?? row.search,
      shared: input.shared ?? row.shared,
    };
    if ((await nameIsTaken(context, { ...row, ...next })).same) return err(NAME_TAKEN);
    if (!(await updateSavedView(context, row.id, row.version, next))) return err(conflict(null));
    context.record({
      kind: 'view.changed',
      subjectType: 'view',
      subjectId: row.id,
      title: next.name,
      before: factsOf(row),
      after: next,
    });
    // What is no longer shared is gone for all but its owner, also for the Office that changed it.
    return ok(shape(context, { ...row, ...next, version: row.version + 1 }));
  },
);

export const removeView = behind(
  savedViewRoutes['DELETE /views/:id'],
  'view.remove',
  'write',
  async (context, input) => {
    const found = await editable(context, input.id, input.version);
    if (!found.ok) return found;
    const row = found.value;
    if (!(await deleteSavedView(context, row.id, row.version))) return err(conflict(null));
    context.record({
      kind: 'view.removed',
      subjectType: 'view',
      subjectId: row.id,
      title: row.name,
      before: factsOf(row),
    });
    return ok(undefined);
  },
);
