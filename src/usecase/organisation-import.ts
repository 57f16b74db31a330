/** Organisations from and to Excel (nhập, xuất danh sách cơ quan): the preview, and exactly that preview carried out. */
import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { canonicalJson } from '#base/canonical.ts';
import { bare } from '#base/fold.ts';
import { err, ok, type Result } from '#base/result.ts';
import { IMPORT_CHANGES, type ImportPreview, organisationImportRoutes } from '#contract/organisation-import.ts';
import { type Problem, problem } from '#contract/problem.ts';
import { openArchive } from '#document/archive.ts';
import { nameOn, ORGANISATION_KIND_NAMES, type OrganisationKind, type OrganisationState } from '#plan/organisation.ts';
import { type ImportPlan, planImport } from '#plan/organisation-import.ts';
import {
  readOrganisationSheet,
  type SheetRow,
  writeOrganisationForm,
  writeOrganisationSheet,
} from '#render/organisation-sheet.ts';
import { listOrganisations } from '#store/organisation-list.ts';
import { loadOrganisations, type StoredOrganisation } from '#store/organisation-state.ts';
import { asJson, Structure } from './organisation-structure.ts';
import { behind, type Context, type UseCase } from './usecase.ts';

const MEGABYTE = 1024 * 1024;
/** Of the workbook, and of all its parts inflated. */
const LARGEST = 8 * MEGABYTE;
const INFLATED = { entries: 500, total: 64 * MEGABYTE, part: 32 * MEGABYTE, ratio: 100 };

const TOO_LARGE = problem(413, 'too-large', 'Tệp Excel lớn hơn 8 MB.', 'The workbook is larger than 8 MB.');
const NO_WORKBOOK = problem(
  422,
  'not-a-workbook',
  'Tệp này không phải là tệp Excel (.xlsx) đọc được.',
  'This file is no workbook (.xlsx) that can be read.',
);
const NO_TABLE = problem(
  422,
  'no-table',
  'Không thấy bảng nào có cột “Tên cơ quan”. Hãy dùng biểu mẫu.',
  'There is no table with a column “Tên cơ quan”. Use the form.',
);
const NOTHING = problem(422, 'nothing-to-do', 'Tệp này không thay đổi gì.', 'The workbook changes nothing.');

/** Files of an Office workbook declare no document type: one that does wants more of the reader than data. */
const DECLARES = /<!(?:DOCTYPE|ENTITY)/i;

async function readRows(bytes: Readable): Promise<Result<SheetRow[], Problem>> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of bytes) {
    size += (part as Buffer).length;
    // Read to its end all the same: who is still sending hears no answer.
    if (size > LARGEST) parts.length = 0;
    else parts.push(part as Buffer);
  }
  if (size > LARGEST) return err(TOO_LARGE);
  const file = new Uint8Array(Buffer.concat(parts));
  const archive = openArchive(file, INFLATED);
  if (!archive.ok || !archive.value.has('[Content_Types].xml')) return err(NO_WORKBOOK);
  for (const name of archive.value.names) {
    if (!/\.(?:xml|rels)$/i.test(name)) continue;
    const part = archive.value.read(name);
    if (!part.ok || part.value === null || DECLARES.test(Buffer.from(part.value).toString('latin1'))) {
      return err(NO_WORKBOOK);
    }
  }
  try {
    const rows = await readOrganisationSheet(file);
    return rows ? ok(rows) : err(NO_TABLE);
  } catch {
    return err(NO_WORKBOOK);
  }
}

function planOf(all: ReadonlyMap<string, StoredOrganisation>, rows: SheetRow[], on: string, basis: string | null) {
  const states = new Map([...all].map(([id, { state }]): [string, OrganisationState] => [id, state]));
  return planImport(rows, states, on, basis);
}

function previewOf(plan: ImportPlan, all: ReadonlyMap<string, StoredOrganisation>, on: string): ImportPreview {
  const counts = Object.fromEntries(IMPORT_CHANGES.map((change) => [change, 0])) as ImportPreview['counts'];
  for (const row of plan.rows) for (const change of row.changes) counts[change] += 1;
  const changes = [...plan.states].map(([id, state]) => [id, all.get(id)?.version ?? 0, state]);
  const rows = plan.rows.map((row) => ({ ...row, changes: [...row.changes] }));
  const said = canonicalJson(asJson({ on, changes, rows }));
  return { token: createHash('sha256').update(said).digest('base64url'), on, counts, rows };
}

/** A route that takes bytes gives them beside its query. */
type WithBytes<U> = U extends UseCase<infer I, infer O> ? UseCase<I & { readonly bytes: Readable }, O> : never;

const preview = behind(
  organisationImportRoutes['POST /organisations/import/preview'],
  'organisation.preview-import',
  'read',
  async (context, input) => {
    const { on, basis, bytes } = input as typeof input & { readonly bytes: Readable };
    const rows = await readRows(bytes);
    if (!rows.ok) return rows;
    const all = await loadOrganisations(context);
    return ok(previewOf(planOf(all, rows.value, on, basis ?? null), all, on));
  },
);
export const previewImport = preview as WithBytes<typeof preview>;

const carryOut = behind(
  organisationImportRoutes['POST /organisations/import'],
  'organisation.import',
  'write',
  async (context, input) => {
    const { on, token, basis, bytes } = input as typeof input & { readonly bytes: Readable };
    const rows = await readRows(bytes);
    if (!rows.ok) return rows;
    const structure = await Structure.open(context);
    const plan = planOf(structure.all, rows.value, on, basis ?? null);
    const now = previewOf(plan, structure.all, on);
    if (now.token !== token) {
      return err(
        problem(
          409,
          'preview-changed',
          'Danh sách cơ quan hoặc tệp đã thay đổi sau khi xem trước. Hãy xem trước lại.',
          'The organisations or the file changed since the preview. Look at it again.',
          { current: now },
        ),
      );
    }
    if (now.counts.wrong > 0) {
      const text = `Còn ${now.counts.wrong} dòng sai. Hãy sửa trong tệp rồi chọn lại.`;
      return err(problem(422, 'wrong-rows', text, `${now.counts.wrong} rows are wrong. Put them right first.`));
    }
    if (plan.states.size === 0) return err(NOTHING);
    return write(context, structure, plan, on, basis ?? null);
  },
);
export const importOrganisations = carryOut as WithBytes<typeof carryOut>;

async function write(context: Context, structure: Structure, plan: ImportPlan, on: string, basis: string | null) {
  const first = await structure.nextPosition();
  const ids = new Map<string, string>();
  let at = 0;
  for (const [key, state] of plan.states) {
    if (key.startsWith('row:')) ids.set(key, structure.add(state, first + at++ * 10));
  }
  for (const [key, state] of plan.states) {
    const parents = state.parents.map((one) => ({ ...one, parentId: ids.get(one.parentId) ?? one.parentId }));
    structure.set(ids.get(key) ?? key, { ...state, parents });
  }
  const written = await structure.write();
  if (!written.ok) return written;
  const { before, after } = written.value;
  const changed = Object.keys(after.organisations);
  context.record({
    kind: 'organisation.imported',
    subjectType: 'province',
    subjectId: String(context.provinceId),
    before: asJson(before),
    after: asJson({ ...after, changed: changed.length, on }),
    reason: basis,
  });
  // In the history of each; undone together with the event above.
  for (const id of changed) {
    const { state } = structure.all.get(id) as StoredOrganisation;
    context.record({
      kind: 'organisation.listed',
      subjectType: 'organisation',
      subjectId: id,
      title: nameOn(state, on).name,
      before: asJson(before.organisations[id] ?? null),
      after: asJson(after.organisations[id] ?? null),
      reason: basis,
    });
  }
  context.tell('organisation', {});
  return ok({ changed: changed.length });
}

/** A workbook to send. */
export interface Workbook {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

const route = organisationImportRoutes['GET /organisations/export'];
type ExportInput = Parameters<typeof exportRun>[1];

async function exportRun(
  context: Context,
  {
    asOf = context.today,
    text,
    kind,
    standing,
  }: {
    readonly asOf?: string | undefined;
    readonly text?: string | undefined;
    readonly kind?: string | undefined;
    readonly standing: 'active' | 'ended' | 'all';
  },
): Promise<Result<Workbook, Problem>> {
  const bareText = text ? bare(text).trim() : undefined;
  const rows = await listOrganisations(context, { asOf, bareText, kind, standing, limit: 20_000 });
  const day = asOf.split('-').reverse().join('/');
  const bytes = await writeOrganisationSheet(
    `Danh sách cơ quan, đơn vị tại ngày ${day}`,
    rows.map((row) => ({
      code: row.code,
      name: row.name,
      shortName: row.shortName,
      kind: ORGANISATION_KIND_NAMES[row.kind as OrganisationKind] ?? row.kind,
      parent: row.parentName,
      from: row.validFrom,
      to: row.validTo,
    })),
  );
  return ok({ fileName: `co-quan-${asOf}.xlsx`, bytes });
}

export const exportOrganisations: UseCase<ExportInput, Workbook> = {
  name: 'organisation.export',
  kind: 'read',
  access: route.access,
  run: exportRun,
};

export const giveImportForm: UseCase<unknown, Workbook> = {
  name: 'organisation.form',
  kind: 'read',
  access: organisationImportRoutes['GET /organisations/template'].access,
  run: async () =>
    ok({
      fileName: 'bieu-mau-co-quan.xlsx',
      bytes: await writeOrganisationForm('Danh sách cơ quan, đơn vị', Object.values(ORGANISATION_KIND_NAMES)),
    }),
};
