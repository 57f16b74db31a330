/** A plan as the annexes that an office issues (phụ lục), in Excel. */
import { err, ok, type Result } from '#base/result.ts';
import { planRoutes } from '#contract/plan.ts';
import { notFound, type Problem } from '#contract/problem.ts';
import { writePlanWorkbook } from '#render/plan-workbook.ts';
import { findPlan } from '#store/plans.ts';
import { listProvinces } from '#store/provinces.ts';
import { listTargets } from '#store/targets.ts';
import { listTasks } from '#store/tasks.ts';
import type { Context, UseCase } from './usecase.ts';

export interface ExportedFile {
  readonly bytes: Uint8Array;
  /** ASCII only. */
  readonly fileName: string;
}

export const exportPlan: UseCase<{ id: string; asOf?: string | undefined }, ExportedFile> = {
  name: 'plan.export',
  access: planRoutes['GET /plans/:id/export.xlsx'].access,
  machines: true,
  kind: 'read',
  run: async (context, { id, asOf }) => planWorkbook(context, id, asOf ?? context.today),
};

export async function planWorkbook(context: Context, id: string, asOf: string): Promise<Result<ExportedFile, Problem>> {
  const plan = await findPlan(context, id, asOf);
  if (!plan) return err(notFound('kế hoạch', 'plan'));
  const province = (await listProvinces(context.services.database)).find(
    (one) => one.provinceId === context.provinceId,
  );
  const nameOf = ({ documentSymbol, documentTitle }: { documentSymbol: string | null; documentTitle: string | null }) =>
    documentSymbol ?? documentTitle ?? '';
  const targets = await listTargets(context, id, asOf);
  const tasks = await listTasks(context, id, {
    asOf,
    words: [],
    organisationId: null,
    role: null,
    due: null,
    from: null,
    to: null,
    after: null,
    limit: 100_000,
  });
  const named = (agencies: readonly { role?: string; name: string }[], role: string) =>
    agencies.filter((one) => one.role === role).map((one) => one.name);
  const bytes = await writePlanWorkbook({
    title: plan.title,
    province: province ? `${province.kind === 'city' ? 'thành phố' : 'tỉnh'} ${province.name}` : '',
    asOf,
    sources: plan.sources.map((source) => source.symbol ?? source.title ?? ''),
    targets: targets.map((row) => ({ ...row, leads: row.leads.map((lead) => lead.name), source: nameOf(row) })),
    tasks: tasks.map((row) => ({
      text: row.text,
      groupTitle: row.groupTitle,
      leads: named(row.agencies, 'lead'),
      supports: named(row.agencies, 'support'),
      dueOn: row.dueOn,
      dueQuote: row.dueQuote,
      products: row.products.map((product) => product.name),
      source: nameOf(row),
    })),
  });
  return ok({
    bytes,
    fileName: `ke-hoach-${plan.year_from === plan.year_to ? plan.year_to : `${plan.year_from}-${plan.year_to}`}.xlsx`,
  });
}
