/** Indicators (chỉ tiêu thống kê): the catalogue as a province uses it, proposals, and which indicator a target is. */
import { bare } from '#base/fold.ts';
import { err, ok } from '#base/result.ts';
import { indicatorByCode, listIndicators } from '#catalogue/indicators.ts';
import { indicatorRoutes } from '#contract/indicator.ts';
import { planRoutes } from '#contract/plan.ts';
import { conflict, notFound, problem } from '#contract/problem.ts';
import { newId } from '#store/ids.ts';
import {
  ensureIndicators,
  findIndicator,
  type IndicatorRow,
  listIndicatorRows,
  updateIndicator,
} from '#store/indicators.ts';
import { setTargetIndicator, setTargetLeads, type TargetRow } from '#store/targets.ts';
import { currentTarget, shapeTarget } from './plan-read.ts';
import { behind } from './usecase.ts';

function shape(row: IndicatorRow) {
  const known = indicatorByCode(row.code);
  return { ...row, officialCode: known?.officialCode ?? null, group: known?.group ?? null };
}

/** Those of the province first, then the common catalogue; words of `q` may lack their marks. */
export const findIndicators = behind(
  indicatorRoutes['GET /indicators'],
  'indicator.list',
  'read',
  async (context, { q, state }) => {
    const words = bare(q ?? '')
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== '');
    const fits = (...names: readonly string[]) => {
      const text = bare(names.join(' '));
      return words.every((word) => text.includes(word));
    };
    const rows = await listIndicatorRows(context);
    const used = new Set(rows.map((row) => row.code));
    const own = rows.filter((row) => fits(row.name, row.code)).map(shape);
    const common = listIndicators()
      .filter((one) => !used.has(one.code) && fits(one.name, ...one.synonyms, one.code))
      .map((one) => ({
        id: null,
        code: one.code,
        name: one.name,
        unit: one.unit,
        kind: one.kind,
        direction: one.direction,
        state: 'catalogue' as const,
        officialCode: one.officialCode,
        group: one.group,
        targets: 0,
        version: 0,
      }));
    const items = [...own, ...common].filter((one) => state === undefined || one.state === state);
    return ok({ items });
  },
);

export const proposeIndicator = behind(
  indicatorRoutes['POST /indicators'],
  'indicator.propose',
  'write',
  async (context, fields) => {
    const id = newId(context.now);
    const code = `x-${bare(fields.name)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 100)}`;
    const made = await ensureIndicators(context, [{ ...fields, id, code, state: 'proposed', now: context.now }]);
    if (made.get(code) !== id) {
      return err(
        problem(409, 'exists', 'Đã có chỉ tiêu mang tên này.', 'There is an indicator of this name.', {
          current: { id: made.get(code) },
        }),
      );
    }
    context.record({
      kind: 'indicator.proposed',
      subjectType: 'indicator',
      subjectId: id,
      title: fields.name,
      after: { code, ...fields },
    });
    const row = (await findIndicator(context, id)) as IndicatorRow;
    return ok(shape(row));
  },
);

export const useCatalogueIndicator = behind(
  indicatorRoutes['PUT /indicators/by-code'],
  'indicator.use',
  'write',
  async (context, { code }) => {
    const known = indicatorByCode(code);
    if (!known) return err(notFound('chỉ tiêu này trong danh mục chung', 'indicator'));
    const { name, unit, kind, direction } = known;
    const made = await ensureIndicators(context, [
      { id: newId(context.now), code, name, unit, kind, direction, state: 'catalogue', now: context.now },
    ]);
    return ok(shape((await findIndicator(context, made.get(code) as string)) as IndicatorRow));
  },
);

export const editIndicator = behind(
  indicatorRoutes['PATCH /indicators/:id'],
  'indicator.edit',
  'write',
  async (context, { id, version, ...to }) => {
    const row = await findIndicator(context, id);
    if (!row) return err(notFound('chỉ tiêu', 'indicator'));
    if (row.state === 'catalogue') {
      return err(
        problem(
          409,
          'not-ours',
          'Chỉ tiêu của danh mục chung không sửa ở đây.',
          'An indicator of the common catalogue is not edited here.',
        ),
      );
    }
    const given = Object.fromEntries(Object.entries(to).filter(([, value]) => value !== undefined));
    if (!(await updateIndicator(context, id, version, given))) return err(conflict(shape(row)));
    const before = Object.fromEntries(
      Object.keys(given).map((name) => [name, row[name as keyof IndicatorRow] as string | null]),
    );
    context.record({
      kind: 'indicator.edited',
      subjectType: 'indicator',
      subjectId: id,
      title: row.name,
      before,
      after: given as Record<string, string | null>,
    });
    return ok(shape((await findIndicator(context, id)) as IndicatorRow));
  },
);

/** What a person decides of a target; undoing works from it. */
function stateOf(row: TargetRow) {
  return {
    indicatorId: row.indicator?.id ?? null,
    indicator: row.indicator?.code ?? null,
    leads: row.leads.map(({ organisationId, name }) => ({ organisationId, name })),
  };
}

/** Which indicator a target is, and who leads it: confirmed or changed by a person after publishing. */
export const editTarget = behind(
  planRoutes['PATCH /targets/:id'],
  'plan.edit-target',
  'write',
  async (context, { id, ordinal, indicatorId, leads }) => {
    await context.db
      .selectFrom('target')
      .select('id')
      .where('province_id', '=', context.provinceId)
      .where('id', '=', id)
      .forUpdate()
      .execute();
    const found = await currentTarget(context, id);
    if (!found.ok) return found;
    const { row } = found.value;
    if (row.ordinal !== ordinal) return err(conflict(shapeTarget(row)));
    if (indicatorId !== undefined) {
      if (indicatorId !== null && !(await findIndicator(context, indicatorId)))
        return err(notFound('chỉ tiêu thống kê', 'indicator'));
      await setTargetIndicator(context, id, indicatorId);
    }
    if (leads !== undefined) {
      const known = leads.flatMap((lead) => (lead.organisationId ? [lead.organisationId] : []));
      if (known.length > 0) {
        const there = await context.db
          .selectFrom('organisation')
          .select('id')
          .where('province_id', '=', context.provinceId)
          .where('id', 'in', known)
          .execute();
        if (there.length < new Set(known).size) return err(notFound('cơ quan', 'organisation'));
      }
      await setTargetLeads(context, id, leads);
    }
    const after = await currentTarget(context, id);
    if (!after.ok) return after;
    context.record({
      kind: 'target.edited',
      subjectType: 'target',
      subjectId: id,
      title: row.name,
      before: stateOf(row),
      after: stateOf(after.value.row),
    });
    context.tell('plan', { planId: row.planId });
    return ok(shapeTarget(after.value.row));
  },
);
