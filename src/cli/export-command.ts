/**
 * `bamsat export plan`: the newest plan of a province, or one by its id, as the annexes in Excel or as JSON.
 * `bamsat export log`: its log of events, as `bamsat verify-log` reads it without a server.
 */
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { Refusal } from '#base/refusal.ts';
import { err, ok, type Result } from '#base/result.ts';
import { type Problem, problem } from '#contract/problem.ts';
import { openOffline } from '#server/offline.ts';
import { listPlans } from '#store/plans.ts';
import { findProvince } from '#store/provinces.ts';
import { listTargets } from '#store/targets.ts';
import { listTasks } from '#store/tasks.ts';
import { exportLog } from '#usecase/event-read.ts';
import { planWorkbook } from '#usecase/plan-export.ts';
import { readPlan } from '#usecase/plan-read.ts';
import type { Services } from '#usecase/services.ts';
import { type Context, perform, systemActor } from '#usecase/usecase.ts';
import { complain, print, writeWhole } from './output.ts';
import { refusalLine, systemRefusal } from './refusal.ts';
import { quietLog, settingsOf } from './settings.ts';
import { unknownProvince } from './user-command.ts';

export interface ExportOrder {
  readonly kind: 'export';
  readonly config: string | null;
  readonly what: 'plan' | 'log';
  readonly province: string;
  /** Id of the plan; null for the newest. */
  readonly plan: string | null;
  readonly format: 'xlsx' | 'json';
  /** File to write; null for standard output. */
  readonly out: string | null;
}

export async function runExport(order: ExportOrder): Promise<number> {
  const config = settingsOf(order.config);
  if (!config.ok) return refuse(config.error, 2);
  const offline = await openOffline(config.value, quietLog);
  if (!offline.ok) return refuse(offline.error);
  const { services, close } = offline.value;
  try {
    const province = await findProvince(services.database, order.province);
    if (!province) return refuse(unknownProvince(order.province));
    if (order.what === 'log') return await writeLog(services, province.provinceId, order.out);
    const bytes = await bytesOf(services, province.provinceId, order);
    if (!bytes.ok) return refuse(bytes.error);
    if (order.out === null) await print(bytes.value);
    else await writeWhole(order.out, bytes.value);
    return 0;
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) return refuse(systemRefusal(error));
    throw error;
  } finally {
    await close();
  }
}

/** Never in memory as a whole; a file comes to its name when it is whole. */
async function writeLog(services: Services, provinceId: number, out: string | null): Promise<number> {
  const log = await perform(services, exportLog, systemActor(provinceId, ['event.read'], 'cli'), undefined);
  if (!log.ok) return refuse(log.error);
  if (out === null) {
    for await (const line of log.value.lines) if (!(await print(line as string))) break;
    return 0;
  }
  const waiting = `${out}.${process.pid}.tmp`;
  try {
    await pipeline(log.value.lines, createWriteStream(waiting, { mode: 0o600 }));
    await rename(waiting, out);
  } catch (error) {
    await rm(waiting, { force: true });
    throw error;
  }
  return 0;
}

async function bytesOf(services: Services, provinceId: number, order: ExportOrder) {
  const useCase = {
    name: 'plan.export-by-hand',
    access: 'plan.read' as const,
    kind: 'read' as const,
    run: async (context: Context): Promise<Result<string | Uint8Array, Problem>> => {
      const id = order.plan ?? (await newestPlan(context));
      if (id === null) return err(NO_PLAN);
      if (order.format === 'json') return planJson(context, id);
      const made = await planWorkbook(context, id, context.today);
      return made.ok ? ok(made.value.bytes) : made;
    },
  };
  return perform(services, useCase, systemActor(provinceId, ['plan.read'], 'cli'), undefined);
}

async function newestPlan(context: Context): Promise<string | null> {
  return (await listPlans(context, context.today)).find((plan) => plan.state === 'published')?.id ?? null;
}

async function planJson(context: Context, id: string): Promise<Result<string, Problem>> {
  const asOf = context.today;
  const plan = await readPlan.run(context, { id, asOf });
  if (!plan.ok) return plan;
  const all = { words: [], organisationId: null, role: null, due: null, from: null, to: null, after: null };
  const targets = await listTargets(context, id, asOf);
  const tasks = await listTasks(context, id, { asOf, ...all, limit: 100_000 });
  return ok(`${JSON.stringify({ plan: plan.value, asOf, targets, tasks }, null, 2)}\n`);
}

const NO_PLAN = problem(404, 'no-plan', 'Tỉnh này chưa có kế hoạch nào.', 'This province has no plan yet.');

function refuse(refused: Refusal, code = 1): number {
  complain(refusalLine(refused));
  return code;
}
