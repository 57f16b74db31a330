/** Inspection plans: a year with its clashes; inspections added, corrected, carried out, cancelled; clashes accepted. */

import type { z } from 'zod';
import type { Json } from '#base/canonical.ts';
import { err, ok, type Result } from '#base/result.ts';
import { type inspectionFilter, inspectionRoutes, type inspectionSchema } from '#contract/inspection.ts';
import { conflict, notFound, type Problem, problem } from '#contract/problem.ts';
import type { InspectionKind, InspectionState } from '#delivery/inspection.ts';
import { organisationNameKey } from '#plan/organisation-find.ts';
import { newId } from '#store/ids.ts';
import {
  reopenClash as deleteAccepted,
  findInspection,
  INSPECTION_FIELDS,
  type InspectionFields,
  type InspectionRow,
  insertInspection,
  inspectionYears,
  updateInspection,
  acceptClash as writeAccepted,
} from '#store/inspections.ts';
import { organisationNames } from '#store/organisation-names.ts';
import { bodiesOf, clashesOf, withAccepted } from './inspection-clash.ts';
import { INSPECTION_UNDOERS } from './inspection-undo.ts';
import { badField, changedFields, endedOrganisation, isMine, NOT_YOURS, shortTitle, undoLast } from './register.ts';
import { wordsOf } from './task-list.ts';
import { behind, type Context } from './usecase.ts';

export type Inspection = z.output<typeof inspectionSchema>;

const NONE = notFound('cuộc thanh tra, kiểm tra', 'inspection');
const WRONG_STATE = problem(
  409,
  'wrong-state',
  'Trạng thái hiện nay của cuộc này không cho phép việc này.',
  'The inspection is in a state that does not allow this.',
);

export async function shapeInspections(context: Context, rows: readonly InspectionRow[]): Promise<Inspection[]> {
  const names = await organisationNames(
    context,
    rows.flatMap((row) => [row.organisationId, ...(row.subjectId === null ? [] : [row.subjectId])]),
    context.today,
  );
  return rows.map((row) => ({
    id: row.id,
    year: row.year,
    kind: row.kind as InspectionKind,
    organisation: { id: row.organisationId, name: names.get(row.organisationId) ?? '' },
    subject: {
      id: row.subjectId,
      name: row.subjectId === null ? row.subjectName : (names.get(row.subjectId) ?? row.subjectName),
    },
    content: row.content,
    fromMonth: row.fromMonth,
    toMonth: row.toMonth,
    state: row.state as InspectionState,
    decision: row.decision,
    note: row.note,
    mine: isMine(context, row.organisationId),
    version: row.version,
  }));
}

/** The inspections of a year that the filter lets through, and every clash of the year. */
export async function yearOf(context: Context, filter: z.output<typeof inspectionFilter>) {
  const { rows, clashes } = await clashesOf(context, filter.year);
  const words = wordsOf(filter.q ?? '');
  const shown = (await shapeInspections(context, rows)).filter(
    (one) =>
      (!filter.organisation || one.organisation.id === filter.organisation || one.subject.id === filter.organisation) &&
      (!filter.kind || one.kind === filter.kind) &&
      (!filter.state || one.state === filter.state) &&
      holds(words, `${one.subject.name} ${one.organisation.name} ${one.content} ${one.decision ?? ''}`),
  );
  return { items: shown, clashes: await withAccepted(context, clashes) };
}

/** Every word begins one of the text. */
function holds(words: readonly string[], text: string): boolean {
  const there = wordsOf(text);
  return words.every((word) => there.some((one) => one.startsWith(word)));
}

export const browseInspections = behind(
  inspectionRoutes['GET /inspections'],
  'inspection.list',
  'read',
  async (context, input) => ok({ ...(await yearOf(context, input)), years: await inspectionYears(context) }),
);

type Given = Partial<Record<'organisationId' | 'kind' | 'content' | 'fromMonth' | 'toMonth', string | undefined>> &
  Partial<Record<'subjectId' | 'subjectName' | 'decision' | 'note', string | null | undefined>> & {
    readonly year?: number | undefined;
  };

const EMPTY: InspectionFields = {
  year: 0,
  kind: 'inspection',
  organisationId: '',
  subjectId: null,
  subjectName: '',
  subjectKey: '',
  content: '',
  fromMonth: '',
  toMonth: '',
  state: 'planned',
  decision: null,
  note: null,
};

function textOf(text: string | null | undefined): string | null {
  return text?.trim().normalize('NFC') || null;
}

const NO_SUBJECT = badField(
  'subject-needed',
  'subjectName',
  'Chọn hoặc ghi đối tượng được thanh tra, kiểm tra.',
  'Choose or write who is inspected.',
);
const MONTHS = badField(
  'month-order',
  'toMonth',
  'Tháng bắt đầu phải trong năm kế hoạch, tháng kết thúc không trước tháng bắt đầu.',
  'It must begin in the year of the plan and not end before it begins.',
);

/** What is given over what is there, checked; the name of the body is that of today. */
export async function fieldsOver(
  context: Context,
  before: InspectionFields,
  given: Given,
): Promise<Result<InspectionFields, Problem>> {
  const named = given.subjectId !== undefined || given.subjectName !== undefined;
  let subjectId = named ? (given.subjectId ?? null) : before.subjectId;
  let subjectName = named ? (textOf(given.subjectName) ?? '') : before.subjectName;
  if (subjectId !== null && named) {
    const name = (await organisationNames(context, [subjectId], context.today)).get(subjectId);
    if (name === undefined) return err(NO_SUBJECT);
    subjectName = name;
  }
  if (subjectId === null && named) {
    // A name that only one organisation has ever had means that one, however it is spelt.
    const ids = (await bodiesOf(context, given.year ?? before.year)).idsOf(organisationNameKey(subjectName));
    if (ids.length === 1) subjectId = ids[0] ?? null;
  }
  const key = organisationNameKey(subjectName);
  if (key === '') return err(NO_SUBJECT);
  const fields: InspectionFields = {
    ...before,
    year: given.year ?? before.year,
    kind: given.kind ?? before.kind,
    organisationId: given.organisationId ?? before.organisationId,
    subjectId,
    subjectName,
    subjectKey: key,
    content: textOf(given.content) ?? before.content,
    fromMonth: given.fromMonth ?? before.fromMonth,
    toMonth: given.toMonth ?? before.toMonth,
    decision: given.decision === undefined ? before.decision : textOf(given.decision),
    note: given.note === undefined ? before.note : textOf(given.note),
  };
  if (!isMine(context, fields.organisationId)) return err(NOT_YOURS);
  const ended = await endedOrganisation(context, fields.organisationId);
  if (ended) return err(ended);
  const { fromMonth, toMonth, year } = fields;
  if (fromMonth > toMonth || fromMonth.slice(0, 4) !== String(year)) return err(MONTHS);
  if (toMonth > `${year + 1}-${fromMonth.slice(5)}`) return err(MONTHS);
  return ok(fields);
}

export const checkInspection = behind(
  inspectionRoutes['POST /inspections/check'],
  'inspection.check',
  'read',
  async (context, input) => {
    const fields = await fieldsOver(context, { ...EMPTY, content: '—' }, input);
    if (!fields.ok) return fields;
    const id = input.id ?? newId(context.now);
    const { clashes } = await clashesOf(context, fields.value.year, [{ ...fields.value, id }]);
    const own = clashes.filter((clash) => clash.firstId === id || clash.secondId === id);
    return ok({ clashes: await withAccepted(context, own) });
  },
);

export async function addOne(context: Context, given: Given): Promise<Result<string, Problem>> {
  const fields = await fieldsOver(context, EMPTY, given);
  if (!fields.ok) return fields;
  const id = newId(context.now);
  await insertInspection(context, id, fields.value, context.now);
  context.record({
    kind: 'inspection.added',
    subjectType: 'inspection',
    subjectId: id,
    title: shortTitle(fields.value.subjectName),
    before: null,
    after: fields.value as unknown as Json,
  });
  context.tell(`inspection:${id}`, { id, year: fields.value.year });
  return ok(id);
}

export const addInspection = behind(
  inspectionRoutes['POST /inspections'],
  'inspection.add',
  'write',
  async (context, input) => {
    const added = await addOne(context, input);
    return added.ok ? answer(context, added.value) : added;
  },
);

export const editInspection = behind(
  inspectionRoutes['PATCH /inspections/:id'],
  'inspection.edit',
  'write',
  async (context, input) => {
    const row = await open(context, input);
    if (!row.ok) return row;
    if (row.value.state === 'cancelled') return err(WRONG_STATE);
    const fields = await fieldsOver(context, row.value, input);
    if (!fields.ok) return fields;
    const to = Object.fromEntries(INSPECTION_FIELDS.map((name) => [name, fields.value[name]]));
    return change(context, row.value, to, 'inspection.edited');
  },
);

const ACTS = {
  start: { from: ['planned'], to: 'under-way', kind: 'inspection.started' },
  finish: { from: ['planned', 'under-way'], to: 'done', kind: 'inspection.finished' },
  cancel: { from: ['planned', 'under-way'], to: 'cancelled', kind: 'inspection.cancelled' },
  restore: { from: ['cancelled', 'done', 'under-way'], to: 'planned', kind: 'inspection.restored' },
} as const;

export const actOnInspection = behind(
  inspectionRoutes['POST /inspections/:id/acts'],
  'inspection.act',
  'write',
  async (context, input) => {
    const row = await open(context, input);
    if (!row.ok) return row;
    const rule = ACTS[input.act];
    if (!(rule.from as readonly string[]).includes(row.value.state)) return err(WRONG_STATE);
    const text = textOf(input.text);
    if (input.act === 'cancel' && text === null)
      return err(badField('text-needed', 'text', 'Ghi lý do hủy.', 'Give the reason.'));
    return change(context, row.value, { state: rule.to }, rule.kind, text);
  },
);

export const undoInspection = behind(
  inspectionRoutes['POST /inspections/:id/undo'],
  'inspection.undo',
  'write',
  async (context, { id }) => {
    const row = await findInspection(context, id, true);
    if (!row) return err(NONE);
    if (!isMine(context, row.organisationId)) return err(NOT_YOURS);
    const undone = await undoLast(context, 'inspection', id, INSPECTION_UNDOERS);
    if (!undone.ok) return undone;
    context.tell(`inspection:${id}`, { id, year: row.year });
    return ok({ gone: (await findInspection(context, id)) === null });
  },
);

const GONE = problem(
  409,
  'clash-gone',
  'Hai cuộc này không còn trùng như bạn đã xem. Hãy xem lại.',
  'These two no longer clash as you saw it. Look again.',
);

/** Both must be there, and one of them the actor's. */
async function bothOf(context: Context, firstId: string, secondId: string): Promise<Result<InspectionRow[], Problem>> {
  const rows: InspectionRow[] = [];
  for (const id of [firstId, secondId].toSorted()) {
    const row = await findInspection(context, id, true);
    if (!row) return err(NONE);
    rows.push(row);
  }
  return rows.some((row) => isMine(context, row.organisationId)) ? ok(rows) : err(NOT_YOURS);
}

export const acceptClash = behind(
  inspectionRoutes['POST /inspections/clashes'],
  'inspection.accept-clash',
  'write',
  async (context, { firstId, secondId, facts, reason }) => {
    const rows = await bothOf(context, firstId, secondId);
    if (!rows.ok) return rows;
    const ids = [firstId, secondId];
    const { clashes } = await clashesOf(context, (rows.value[0] as InspectionRow).year);
    const clash = clashes.find((one) => ids.includes(one.firstId) && ids.includes(one.secondId));
    if (clash?.facts !== facts) return err(GONE);
    const { personId, postId } = context.actor;
    const why = textOf(reason) ?? '';
    await writeAccepted(context, { ids: [firstId, secondId], facts, reason: why, personId, postId, at: context.now });
    const [first] = rows.value as [InspectionRow];
    context.record({
      kind: 'inspection.clash-accepted',
      subjectType: 'inspection',
      subjectId: clash.firstId,
      title: shortTitle(first.subjectName),
      before: null,
      after: { with: clash.secondId, facts, clash: clash.vi },
      reason: why,
    });
    context.tell(`inspection:${clash.firstId}`, { id: clash.firstId, year: first.year });
    return ok(undefined);
  },
);

export const reopenClash = behind(
  inspectionRoutes['DELETE /inspections/clashes'],
  'inspection.reopen-clash',
  'write',
  async (context, { firstId, secondId }) => {
    const rows = await bothOf(context, firstId, secondId);
    if (!rows.ok) return rows;
    const before = await deleteAccepted(context, [firstId, secondId]);
    if (!before) return ok(undefined);
    const [first] = rows.value as [InspectionRow];
    context.record({
      kind: 'inspection.clash-reopened',
      subjectType: 'inspection',
      subjectId: firstId,
      title: shortTitle(first.subjectName),
      before: { with: secondId, ...before },
      after: null,
    });
    context.tell(`inspection:${firstId}`, { id: firstId, year: first.year });
    return ok(undefined);
  },
);

async function open(
  context: Context,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<Result<InspectionRow, Problem>> {
  const row = await findInspection(context, id, true);
  if (!row) return err(NONE);
  if (!isMine(context, row.organisationId)) return err(NOT_YOURS);
  return row.version === version ? ok(row) : err(conflict((await shapeInspections(context, [row]))[0] ?? null));
}

async function change(
  context: Context,
  row: InspectionRow,
  to: Partial<InspectionFields>,
  kind: string,
  reason: string | null = null,
): Promise<Result<Inspection, Problem>> {
  const { before, after } = changedFields(row as unknown as Record<string, unknown>, to);
  if (Object.keys(after).length === 0) return answer(context, row.id);
  if (!(await updateInspection(context, row.id, row.version, to)))
    return err(conflict((await shapeInspections(context, [row]))[0] ?? null));
  context.record({
    kind,
    subjectType: 'inspection',
    subjectId: row.id,
    title: shortTitle(row.subjectName),
    before,
    after,
    reason,
  });
  context.tell(`inspection:${row.id}`, { id: row.id, year: row.year });
  return answer(context, row.id);
}

async function answer(context: Context, id: string): Promise<Result<Inspection, Problem>> {
  const row = await findInspection(context, id);
  const [shown] = row ? await shapeInspections(context, [row]) : [];
  return shown ? ok(shown) : err(NONE);
}
