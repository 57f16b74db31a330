/** Inspection plans to Excel with their clashes, and the plans of offices from Excel: looked at, then added. */
import type { z } from 'zod';
import { formatDate } from '#base/date.ts';
import { bare } from '#base/fold.ts';
import { err, ok, type Result } from '#base/result.ts';
import { type inspectionFilter, inspectionRoutes } from '#contract/inspection.ts';
import type { Problem } from '#contract/problem.ts';
import {
  INSPECTION_KIND_WORDS,
  INSPECTION_KINDS,
  INSPECTION_STATE_WORDS,
  type InspectionKind,
} from '#delivery/inspection.ts';
import { formatMonths, monthsBetween } from '#delivery/overlap.ts';
import { organisationNameKey } from '#plan/organisation-find.ts';
import { type ReadLine, type RegisterColumn, writeRegisterForm, writeRegisterSheet } from '#render/register-sheet.ts';
import { addOne, yearOf } from './inspection.ts';
import { clashesOf, type Draft } from './inspection-clash.ts';
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
  | 'subject'
  | 'content'
  | 'kind'
  | 'organisation'
  | 'months'
  | 'state'
  | 'decision'
  | 'note'
  | 'clash';

const COLUMNS: readonly RegisterColumn<Key>[] = [
  { key: 'order', title: 'TT', width: 6, kind: 'number', shownOnly: true },
  {
    key: 'subject',
    title: 'Đối tượng',
    width: 36,
    also: ['Đối tượng thanh tra', 'Đối tượng thanh tra, kiểm tra', 'Đơn vị được thanh tra', 'Đơn vị được kiểm tra'],
  },
  { key: 'content', title: 'Nội dung', width: 50, also: ['Nội dung thanh tra', 'Nội dung thanh tra, kiểm tra'] },
  { key: 'kind', title: 'Hình thức', width: 14, also: ['Loại'] },
  {
    key: 'organisation',
    title: 'Cơ quan tiến hành',
    width: 30,
    also: ['Cơ quan thực hiện', 'Đơn vị chủ trì', 'Cơ quan chủ trì'],
  },
  { key: 'months', title: 'Thời gian', width: 20, also: ['Tháng', 'Thời gian tiến hành', 'Thời gian thực hiện'] },
  { key: 'state', title: 'Tình trạng', width: 18, shownOnly: true },
  { key: 'decision', title: 'Quyết định', width: 22 },
  { key: 'note', title: 'Ghi chú', width: 30 },
  { key: 'clash', title: 'Trùng lặp, chồng chéo', width: 50, shownOnly: true },
];

async function exportRun(
  context: Context,
  filter: z.output<typeof inspectionFilter>,
): Promise<Result<Workbook, Problem>> {
  const { items, clashes } = await yearOf(context, filter);
  const lines = items.map((one, at) => ({
    order: at + 1,
    subject: one.subject.name,
    content: one.content,
    kind: INSPECTION_KIND_WORDS[one.kind],
    organisation: one.organisation.name,
    months: formatMonths(one.fromMonth, one.toMonth),
    state: INSPECTION_STATE_WORDS[one.state],
    decision: one.decision,
    note: one.note,
    clash:
      clashes
        .filter((clash) => clash.firstId === one.id || clash.secondId === one.id)
        .map((clash) => (clash.accepted ? `${clash.vi} (Đã chấp nhận: ${clash.accepted.reason})` : clash.vi))
        .join('\n') || null,
  }));
  const open = clashes.filter((clash) => clash.accepted === null).length;
  const about = `Tính đến ngày ${formatDate(context.today)}: ${lines.length} cuộc; ${open} trường hợp trùng lặp, chồng chéo chưa xử lý`;
  const title = `KẾ HOẠCH THANH TRA, KIỂM TRA, KIỂM TOÁN, GIÁM SÁT NĂM ${filter.year}`;
  return ok({
    fileName: `ke-hoach-thanh-tra-${filter.year}.xlsx`,
    bytes: await writeRegisterSheet(title, about, COLUMNS, lines),
  });
}

export const exportInspections: UseCase<z.output<typeof inspectionFilter>, Workbook> = {
  name: 'inspection.export',
  kind: 'read',
  machines: true,
  access: inspectionRoutes['GET /inspections/export.xlsx'].access,
  run: exportRun,
};

export const giveInspectionForm: UseCase<unknown, Workbook> = {
  name: 'inspection.form',
  kind: 'read',
  access: inspectionRoutes['GET /inspections/template.xlsx'].access,
  run: async () =>
    ok({
      fileName: 'bieu-mau-thanh-tra.xlsx',
      bytes: await writeRegisterForm('KẾ HOẠCH THANH TRA, KIỂM TRA, KIỂM TOÁN, GIÁM SÁT', COLUMNS, [
        'Mỗi dòng một cuộc. Bắt buộc có “Đối tượng”, “Nội dung”, “Cơ quan tiến hành” và “Thời gian”.',
        'Thời gian: “tháng 3”, “tháng 3-5”, “quý II”, “3/2021” hoặc “11/2021-1/2022”.',
        `Hình thức: ${Object.values(INSPECTION_KIND_WORDS).join('; ')}. Để trống là Thanh tra.`,
        'Cuộc đã có trong kế hoạch (cùng đối tượng, cơ quan tiến hành, thời gian) được bỏ qua.',
      ]),
    }),
};

const QUARTERS: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4, '1': 1, '2': 2, '3': 3, '4': 4 };

/** `tháng 3-5`, `quý II`, `11/2021-1/2022` of a year; null when it says no months. */
export function monthsOfText(text: string, year: number): { fromMonth: string; toMonth: string } | null {
  const folded = bare(text).replace(/\s+/g, ' ').trim();
  const at = (month: string | number, ofYear: string | number = year) => {
    const number = Number(month);
    return number >= 1 && number <= 12 ? `${ofYear}-${String(number).padStart(2, '0')}` : null;
  };
  const between = (from: string | null, to: string | null) =>
    from !== null && to !== null && monthsBetween(from, to).length > 0 ? { fromMonth: from, toMonth: to } : null;
  const quarter = /^quy (i{1,3}|iv|[1-4])(?:\s*-\s*(i{1,3}|iv|[1-4]))?(?:\s*\/\s*(\d{4}))?$/.exec(folded);
  if (quarter) {
    const [first, last] = [QUARTERS[quarter[1] ?? ''] ?? 0, QUARTERS[quarter[2] ?? quarter[1] ?? ''] ?? 0];
    const ofYear = quarter[3] ?? year;
    return between(at(first * 3 - 2, ofYear), at(last * 3, ofYear));
  }
  const months =
    /^(?:thang )?(\d{1,2})(?:\/(\d{4}))?(?:\s*(?:-|den|den thang)\s*(?:thang )?(\d{1,2})(?:\/(\d{4}))?)?$/.exec(folded);
  if (!months) return null;
  const [, from = '', fromYear, to = from, toYear] = months;
  const lastYear = toYear ?? fromYear ?? year;
  return between(at(from, fromYear ?? (toYear && months[3] ? toYear : year)), at(to, lastYear));
}

function kindOf(text: string | null): InspectionKind | null {
  if (text === null) return 'inspection';
  const folded = bare(text);
  return INSPECTION_KINDS.find((kind) => folded.startsWith(bare(INSPECTION_KIND_WORDS[kind]))) ?? null;
}

type Row = {
  row: number;
  subject: string;
  change: 'new' | 'known' | 'wrong';
  vi: string;
  en: string;
  clashes: string[];
};
type New = Parameters<typeof addOne>[1];

async function look(context: Context, lines: readonly ReadLine<Key>[], year: number) {
  const resolve = await organisationResolver(context, context.today);
  const there = await clashesOf(context, year);
  const keyOf = (one: { subjectKey: string; organisationId: string; fromMonth: string; toMonth: string }) =>
    [one.subjectKey, one.organisationId, one.fromMonth, one.toMonth].join('|');
  const known = new Set(there.rows.map(keyOf));
  const added: { readonly given: New; readonly draft: Draft }[] = [];
  const rows = lines.map((line): Row => {
    const { row, subject } = line;
    const say = (change: Row['change'], vi: string, en: string): Row => ({
      row,
      subject: subject ?? '',
      change,
      vi,
      en,
      clashes: [],
    });
    if (subject === null || subject.length > 300)
      return say('wrong', 'Thiếu đối tượng, hoặc tên dài quá 300 ký tự.', 'No body.');
    if (line.content === null) return say('wrong', 'Thiếu nội dung.', 'No content.');
    if (line.organisation === null) return say('wrong', 'Thiếu cơ quan tiến hành.', 'No inspecting body.');
    const organisationId = resolve({ name: line.organisation, code: null }, context.today)?.successorId ?? null;
    if (organisationId === null)
      return say(
        'wrong',
        `Không tìm thấy cơ quan “${line.organisation}” đang hoạt động.`,
        `No such organisation: ${line.organisation}.`,
      );
    if (!isMine(context, organisationId)) return say('wrong', 'Không phải cơ quan của bạn.', 'Not your organisation.');
    const kind = kindOf(line.kind);
    if (kind === null) return say('wrong', `Không rõ hình thức “${line.kind}”.`, `Unknown kind ${line.kind}.`);
    const months = line.months === null ? null : monthsOfText(line.months, year);
    if (months === null || months.fromMonth.slice(0, 4) !== String(year))
      return say('wrong', `Không đọc được thời gian “${line.months ?? ''}” của năm ${year}.`, 'No months of the year.');
    const subjectKey = organisationNameKey(subject);
    if (subjectKey === '') return say('wrong', 'Thiếu đối tượng.', 'No body.');
    const subjectId = resolve({ name: subject, code: null }, `${year}-12-31`)?.organisationId ?? null;
    const given = {
      year,
      kind,
      organisationId,
      subjectId,
      subjectName: subject,
      content: line.content.slice(0, 5000),
      ...months,
      decision: line.decision?.slice(0, 300) ?? null,
      note: line.note?.slice(0, 5000) ?? null,
    };
    const draft: Draft = { ...given, id: `row ${row}`, subjectKey, state: 'planned' };
    if (known.has(keyOf(draft))) return say('known', 'Đã có trong kế hoạch, bỏ qua.', 'Known already.');
    known.add(keyOf(draft));
    added.push({ given, draft });
    return say('new', 'Thêm mới', 'New');
  });
  const drafts = added.map(({ draft }) => draft);
  const { clashes } = await clashesOf(context, year, drafts);
  const before = new Set(there.clashes.map((clash) => `${clash.firstId} ${clash.secondId}`));
  const brought = clashes.filter((clash) => !before.has(`${clash.firstId} ${clash.secondId}`));
  for (const row of rows) {
    const id = `row ${row.row}`;
    row.clashes = brought.filter((clash) => clash.firstId === id || clash.secondId === id).map((clash) => clash.vi);
  }
  return { rows, added: added.map(({ given }) => given), clashes: brought.length };
}

function previewOf({ rows, added, clashes }: Awaited<ReturnType<typeof look>>) {
  const count = (change: string) => rows.filter((row) => row.change === change).length;
  return {
    token: tokenOf({ rows, added }),
    counts: { new: count('new'), known: count('known'), wrong: count('wrong'), clashes },
    rows,
  };
}

const preview = behind(
  inspectionRoutes['POST /inspections/import/preview'],
  'inspection.preview-import',
  'read',
  async (context, input) => {
    const lines = await readRegisterRows((input as unknown as { bytes: never }).bytes, COLUMNS, 'subject');
    return lines.ok ? ok(previewOf(await look(context, lines.value, input.year))) : lines;
  },
);
export const previewInspectionImport = preview as WithBytes<typeof preview>;

const carryOut = behind(
  inspectionRoutes['POST /inspections/import'],
  'inspection.import',
  'write',
  async (context, input) => {
    const lines = await readRegisterRows((input as unknown as { bytes: never }).bytes, COLUMNS, 'subject');
    if (!lines.ok) return lines;
    const looked = await look(context, lines.value, input.year);
    const now = previewOf(looked);
    if (now.token !== input.token) return err(previewChanged(now));
    if (now.counts.wrong > 0) return err(wrongRows(now.counts.wrong));
    if (looked.added.length === 0) return err(NOTHING);
    for (const given of looked.added) {
      const added = await addOne(context, given);
      if (!added.ok) return added;
    }
    return ok({ added: looked.added.length });
  },
);
export const importInspections = carryOut as WithBytes<typeof carryOut>;
