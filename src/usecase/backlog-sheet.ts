/** The register of long-standing cases to Excel, and lists that offices have already from Excel: looked at, then added. */

import type { z } from 'zod';
import { formatDate } from '#base/date.ts';
import { err, ok, type Result } from '#base/result.ts';
import { backlogRoutes, type caseFilter } from '#contract/backlog.ts';
import type { Problem } from '#contract/problem.ts';
import { CASE_STANDING_WORDS } from '#delivery/case-standing.ts';
import { organisationNameKey } from '#plan/organisation-find.ts';
import {
  dayOfCell,
  type ReadLine,
  type RegisterColumn,
  writeRegisterForm,
  writeRegisterSheet,
} from '#render/register-sheet.ts';
import { type CaseRow, casesByTitle, listCases } from '#store/backlog.ts';
import { caseFilterOf, shapeCases } from './backlog-shape.ts';
import { addOne } from './backlog-write.ts';
import { organisationResolver } from './organisation-resolve.ts';
import { isMine } from './register.ts';
import {
  NOTHING,
  previewChanged,
  readRegisterRows,
  tokenOf,
  type WithBytes,
  type Workbook,
  wrongRows,
} from './register-sheet.ts';
import { behind, type Context, type UseCase } from './usecase.ts';

type Key =
  | 'order'
  | 'title'
  | 'summary'
  | 'field'
  | 'place'
  | 'organisation'
  | 'responsible'
  | 'arose'
  | 'due'
  | 'road'
  | 'standing'
  | 'result';

const COLUMNS: readonly RegisterColumn<Key>[] = [
  { key: 'order', title: 'TT', width: 6, kind: 'number', shownOnly: true },
  { key: 'title', title: 'Vụ việc', width: 40, also: ['Tên vụ việc', 'Vụ việc tồn đọng'] },
  { key: 'summary', title: 'Nội dung', width: 50, also: ['Nội dung vụ việc', 'Tóm tắt'] },
  { key: 'field', title: 'Lĩnh vực', width: 18 },
  { key: 'place', title: 'Địa bàn', width: 22, also: ['Địa điểm'] },
  { key: 'organisation', title: 'Cơ quan phụ trách', width: 30, also: ['Cơ quan chủ trì', 'Cơ quan chịu trách nhiệm'] },
  { key: 'responsible', title: 'Người chịu trách nhiệm', width: 26 },
  { key: 'arose', title: 'Phát sinh', width: 13, kind: 'date', also: ['Ngày phát sinh'] },
  { key: 'due', title: 'Thời hạn cuối cùng', width: 14, kind: 'date', also: ['Thời hạn', 'Hạn cuối cùng'] },
  { key: 'road', title: 'Lộ trình', width: 55 },
  { key: 'standing', title: 'Tình trạng', width: 22, shownOnly: true },
  { key: 'result', title: 'Kết quả', width: 40, shownOnly: true },
];

const MOST = 20_000;

async function exportRun(context: Context, given: z.output<typeof caseFilter>): Promise<Result<Workbook, Problem>> {
  const rows = await listCases(context, caseFilterOf(context, given), { after: null, limit: MOST });
  const shown = await shapeCases(context, rows);
  const lines = shown.map((one, at) => ({
    order: at + 1,
    title: one.title,
    summary: one.summary || null,
    field: one.field,
    place: one.place,
    organisation: one.organisation.name,
    responsible: responsibleOf(one),
    arose: one.aroseOn,
    due: one.dueOn,
    road: roadText(rows[at] as CaseRow),
    standing: CASE_STANDING_WORDS[one.standing],
    result: one.result,
  }));
  const about = `Tính đến ngày ${formatDate(context.today)}: ${lines.length} vụ việc`;
  const bytes = await writeRegisterSheet('SỔ THEO DÕI VỤ VIỆC TỒN ĐỌNG', about, COLUMNS, lines);
  return ok({ fileName: `vu-viec-ton-dong-${context.today}.xlsx`, bytes });
}

function responsibleOf({
  post,
  responsible,
}: {
  readonly post: { title: string; holder: string | null } | null;
  readonly responsible: string | null;
}) {
  const named = post === null ? null : [post.holder, post.title].filter(Boolean).join(', ');
  return [named, responsible].filter(Boolean).join('; ') || null;
}

/** `1. Làm việc với các hộ (hạn 30/06/2021; xong 28/06/2021)`, a line a step. */
function roadText({ road }: CaseRow): string | null {
  const lines = road.map(({ text, dueOn, doneOn }, at) => {
    const days = [dueOn && `hạn ${formatDate(dueOn)}`, doneOn && `xong ${formatDate(doneOn)}`]
      .filter(Boolean)
      .join('; ');
    return `${at + 1}. ${text.replace(/\s+/g, ' ')}${days === '' ? '' : ` (${days})`}`;
  });
  return lines.join('\n') || null;
}

const DAYS = /\s*\(\s*((?:(?:hạn|xong)\s+\d{1,2}\/\d{1,2}\/\d{4}\s*[;,]?\s*)+)\)\s*$/iu;

/** The steps of a cell as {@link roadText} writes them; null when a day in it does not exist. */
export function roadOfText(
  text: string | null,
): { text: string; dueOn: string | null; doneOn: string | null }[] | null {
  const steps: { text: string; dueOn: string | null; doneOn: string | null }[] = [];
  for (const line of (text ?? '').split('\n')) {
    const bareLine = line.replace(/^\s*(?:\d{1,2}[.)]|[-+•])\s+/u, '').trim();
    if (bareLine === '') continue;
    const days = DAYS.exec(bareLine)?.[1] ?? '';
    const day = (word: string) => dayOfCell(new RegExp(`${word}\\s+([\\d/]+)`, 'iu').exec(days)?.[1] ?? null);
    const [dueOn, doneOn] = [day('hạn'), day('xong')];
    if (dueOn === undefined || doneOn === undefined) return null;
    steps.push({ text: bareLine.replace(DAYS, ''), dueOn, doneOn });
  }
  return steps;
}

export const exportCases: UseCase<z.output<typeof caseFilter>, Workbook> = {
  name: 'case.export',
  kind: 'read',
  machines: true,
  access: backlogRoutes['GET /cases/export.xlsx'].access,
  run: exportRun,
};

export const giveCaseForm: UseCase<unknown, Workbook> = {
  name: 'case.form',
  kind: 'read',
  access: backlogRoutes['GET /cases/template.xlsx'].access,
  run: async () =>
    ok({
      fileName: 'bieu-mau-vu-viec.xlsx',
      bytes: await writeRegisterForm('SỔ THEO DÕI VỤ VIỆC TỒN ĐỌNG', COLUMNS, [
        'Mỗi dòng một vụ việc. Bắt buộc có “Vụ việc” và “Cơ quan phụ trách” (tên đúng như trong danh mục cơ quan).',
        'Ngày ghi dạng ngày/tháng/năm, ví dụ 30/06/2021.',
        'Lộ trình: mỗi dòng trong ô một bước, ví dụ “1. Làm việc với các hộ dân (hạn 30/06/2021)”.',
        'Vụ việc trùng tên của cùng cơ quan đã có trong sổ được bỏ qua.',
      ]),
    }),
};

type Read = ReadLine<Key>;
type New = Parameters<typeof addOne>[1] & { readonly row: number };
interface Looked {
  readonly rows: { row: number; title: string; change: 'new' | 'known' | 'wrong'; vi: string; en: string }[];
  readonly added: New[];
}

const caseKey = (title: string, organisationId: string) => `${organisationId} ${organisationNameKey(title)}`;

async function look(context: Context, lines: readonly Read[]): Promise<Looked> {
  const resolve = await organisationResolver(context, context.today);
  const known = new Set((await casesByTitle(context)).map((one) => caseKey(one.title, one.organisationId)));
  const added: New[] = [];
  const rows = lines.map((line): Looked['rows'][number] => {
    const { row, title } = line;
    const wrong = (vi: string, en: string) => ({ row, title: title ?? '', change: 'wrong' as const, vi, en });
    if (title === null || title.length > 500)
      return wrong('Thiếu tên vụ việc, hoặc tên dài quá 500 ký tự.', 'No title, or too long.');
    if (line.organisation === null) return wrong('Thiếu cơ quan phụ trách.', 'No organisation in charge.');
    const found = resolve({ name: line.organisation, code: null }, context.today);
    const organisationId = found?.successorId ?? null;
    if (organisationId === null)
      return wrong(
        `Không tìm thấy cơ quan “${line.organisation}” đang hoạt động.`,
        `No such organisation: ${line.organisation}.`,
      );
    if (!isMine(context, organisationId)) return wrong('Không phải cơ quan của bạn.', 'Not your organisation.');
    const [aroseOn, dueOn, steps] = [dayOfCell(line.arose), dayOfCell(line.due), roadOfText(line.road)];
    if (aroseOn === undefined || dueOn === undefined || steps === null)
      return wrong('Có ngày không đúng dạng ngày/tháng/năm.', 'A day is not right.');
    if (
      (aroseOn !== null && aroseOn > context.today) ||
      steps.some((step) => step.doneOn !== null && step.doneOn > context.today)
    )
      return wrong('Ngày phát sinh, ngày xong không được sau hôm nay.', 'A day lies after today.');
    const key = caseKey(title, organisationId);
    if (known.has(key)) return { row, title, change: 'known', vi: 'Đã có trong sổ, bỏ qua.', en: 'Known already.' };
    known.add(key);
    added.push({
      row,
      title,
      summary: line.summary ?? '',
      field: line.field?.slice(0, 200) ?? null,
      place: line.place?.slice(0, 300) ?? null,
      organisationId,
      responsible: line.responsible?.slice(0, 300) ?? null,
      aroseOn,
      dueOn,
      steps: steps.slice(0, 100),
    });
    return { row, title, change: 'new', vi: `Thêm mới${steps.length > 0 ? `, ${steps.length} bước` : ''}`, en: 'New' };
  });
  return { rows, added };
}

function previewOf({ rows, added }: Looked) {
  const count = (change: string) => rows.filter((row) => row.change === change).length;
  return {
    token: tokenOf({ rows, added }),
    counts: { new: count('new'), known: count('known'), wrong: count('wrong') },
    rows,
  };
}

const preview = behind(
  backlogRoutes['POST /cases/import/preview'],
  'case.preview-import',
  'read',
  async (context, input) => {
    const lines = await readRegisterRows((input as unknown as { bytes: never }).bytes, COLUMNS, 'title');
    return lines.ok ? ok(previewOf(await look(context, lines.value))) : lines;
  },
);
export const previewCaseImport = preview as WithBytes<typeof preview>;

const IMPORT = backlogRoutes['POST /cases/import'];
const carryOut = behind(IMPORT, 'case.bring-in', 'write', async (context, input) => {
  const lines = await readRegisterRows((input as unknown as { bytes: never }).bytes, COLUMNS, 'title');
  if (!lines.ok) return lines;
  const looked = await look(context, lines.value);
  const now = previewOf(looked);
  if (now.token !== input.token) return err(previewChanged(now));
  if (now.counts.wrong > 0) return err(wrongRows(now.counts.wrong));
  if (looked.added.length === 0) return err(NOTHING);
  for (const one of looked.added) {
    const added = await addOne(context, one);
    if (!added.ok) return added;
  }
  return ok({ added: looked.added.length });
});
export const importCases = carryOut as WithBytes<typeof carryOut>;
