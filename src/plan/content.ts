/**
 * What a plan is made of (nội dung kế hoạch): targets, tasks, reporting duties, as a reviewed document gives them. Numbers
 * are plain exact decimals with their printed precision.
 */
import type { Span } from '#base/span.ts';
import type { MeasurementFields, NamedAgency, ReportingFields, TaskFields } from './review.ts';

/** Where something stands in a document: the review item and its sentence. */
export interface Source {
  readonly itemId: string;
  readonly span: Span;
  readonly quote: string;
}

/** Chỉ tiêu of a plan. */
export interface PlanTarget {
  readonly source: Source;
  /** Item of the target that it is a part of. */
  readonly parentItemId: string | null;
  readonly name: string;
  readonly section: string;
  /** Heading that it stands under. */
  readonly groupTitle: string | null;
  readonly year: number | null;
  readonly measure: MeasurementFields['measure'];
  readonly comparator: MeasurementFields['comparator'];
  readonly value: string;
  readonly valueMax: string | null;
  readonly unit: string | null;
  readonly cumulative: boolean;
  readonly leads: readonly NamedAgency[];
  readonly indicator: { readonly code: string; readonly name: string } | null;
}

/** Nhiệm vụ of a plan. */
export interface PlanTask {
  readonly source: Source;
  readonly text: string;
  readonly section: string;
  readonly label: string | null;
  readonly groupTitle: string | null;
  /** The last day of the last deadline. */
  readonly dueOn: string | null;
  readonly dueQuote: string | null;
  readonly leads: readonly NamedAgency[];
  readonly supports: readonly NamedAgency[];
  readonly products: readonly { readonly kind: string; readonly name: string }[];
}

/** Chế độ báo cáo that a document asks for, to be accepted. */
export interface PlanRegime {
  readonly source: Source;
  readonly cadence: string;
  readonly due: string | null;
  readonly reporter: string | null;
  readonly recipient: string | null;
}

export interface PlanContent {
  readonly targets: readonly PlanTarget[];
  readonly tasks: readonly PlanTask[];
  readonly regimes: readonly PlanRegime[];
}

/** A review item as publishing needs it. */
export interface DecidedItem {
  readonly id: string;
  readonly kind: string;
  readonly decision: 'open' | 'accepted' | 'rejected';
  readonly seen: boolean;
  readonly doubtful: boolean;
  readonly retired: boolean;
  readonly parentId: string | null;
  readonly position: number;
  readonly span: Span;
  readonly quote: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Accepted corrections of the text, laid over a quote: `span` is where the quote stands. */
export function correct(
  quote: string,
  span: Span,
  corrections: readonly { readonly span: Span; readonly to: string }[],
): string {
  let corrected = quote;
  for (const one of corrections.toSorted((a, b) => b.span.start - a.span.start)) {
    if (one.span.start < span.start || one.span.end > span.end) continue;
    const at = one.span.start - span.start;
    corrected = corrected.slice(0, at) + one.to + corrected.slice(at + one.span.end - one.span.start);
  }
  return corrected;
}

/**
 * The plan that accepted items make; `headingOf` gives the heading of a path of labels (`II.2`). Only what a person
 * accepted becomes part of a plan.
 */
export function contentOf(items: readonly DecidedItem[], headingOf: (section: string) => string | null): PlanContent {
  const accepted = items.filter((item) => item.decision === 'accepted' && !item.retired);
  const corrections = accepted
    .filter((item) => item.kind === 'text-error')
    .map((item) => ({ span: item.span, to: String(item.fields.suggestion) }));
  const sourceOf = (item: DecidedItem): Source => ({
    itemId: item.id,
    span: item.span,
    quote: correct(item.quote, item.span, corrections),
  });
  const inOrder = (kind: string) =>
    accepted.filter((item) => item.kind === kind).sort((a, b) => a.position - b.position);
  return {
    targets: inOrder('target').map((item) => {
      const fields = item.fields as unknown as MeasurementFields;
      return {
        source: sourceOf(item),
        parentItemId: item.parentId,
        name: fields.indicator,
        section: fields.section,
        groupTitle: headingOf(fields.section),
        year: fields.year,
        measure: fields.measure,
        comparator: fields.comparator,
        value: fields.decimal,
        valueMax: fields.decimalMax,
        unit: fields.unit,
        cumulative: fields.cumulative,
        leads: fields.lead,
        indicator: fields.match && { code: fields.match.code, name: fields.match.name },
      };
    }),
    tasks: inOrder('task').map((item) => {
      const fields = item.fields as unknown as TaskFields;
      const last = fields.deadlines.toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0)).at(-1) ?? null;
      const source = sourceOf(item);
      // A text that nobody edited takes the accepted corrections with it.
      const asRead = item.quote.replace(/\s+/g, ' ').trim() === fields.text;
      return {
        source,
        text: asRead ? oneLine(source.quote) : fields.text.normalize('NFC'),
        section: fields.section,
        label: fields.label,
        groupTitle: headingOf(fields.section),
        dueOn: last?.due ?? null,
        dueQuote: last?.quote ?? null,
        leads: fields.lead,
        supports: fields.support,
        products: productsOf(fields),
      };
    }),
    regimes: inOrder('reporting').map((item) => {
      const fields = item.fields as unknown as ReportingFields;
      return {
        source: sourceOf(item),
        cadence: fields.cadence,
        due: fields.due,
        reporter: fields.from,
        recipient: fields.to,
      };
    }),
  };
}

/** Sản phẩm of a task, each named once: a sentence often names its scheme again in short. */
export function productsOf({ products }: Pick<TaskFields, 'products'>): { kind: string; name: string }[] {
  const found: { kind: string; name: string }[] = [];
  for (const { kind, quote } of products) {
    const name = oneLine(quote);
    const again = (one: { kind: string; name: string }) =>
      one.kind === kind && one.name.toLowerCase().startsWith(name.toLowerCase());
    if (name !== '' && !found.some(again)) found.push({ kind, name });
  }
  return found;
}

/** As a plan keeps it: on one line, letters composed. */
function oneLine(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** What a person should know before publishing. None of them forbids it. */
export interface PublishWarning {
  readonly code:
    | 'nothing-accepted'
    | 'undecided'
    | 'unseen'
    | 'unread'
    | 'text-errors'
    | 'two-values'
    | 'no-lead'
    | 'no-deadline'
    | 'unknown-agency';
  readonly count: number;
  readonly itemIds: readonly string[];
  readonly vi: string;
  readonly en: string;
}

export function publishWarnings(
  items: readonly DecidedItem[],
  content: PlanContent,
  isKnown: (agency: NamedAgency) => boolean,
): PublishWarning[] {
  const live = items.filter((item) => !item.retired);
  const open = live.filter((item) => item.decision === 'open');
  const planned = (item: DecidedItem) => item.kind === 'target' || item.kind === 'task' || item.kind === 'reporting';
  const warnings: PublishWarning[] = [];
  const warn = (code: PublishWarning['code'], itemIds: readonly string[], vi: string, en: string) => {
    if (itemIds.length > 0) warnings.push({ code, count: itemIds.length, itemIds, vi, en });
  };
  const ids = (list: readonly DecidedItem[]) => list.map((item) => item.id);
  if (content.targets.length + content.tasks.length === 0) {
    warnings.push({
      code: 'nothing-accepted',
      count: 0,
      itemIds: [],
      vi: 'Chưa có chỉ tiêu, nhiệm vụ nào được chấp nhận.',
      en: 'No target and no task was accepted.',
    });
  }
  const undecided = open.filter(planned);
  warn(
    'undecided',
    ids(undecided),
    `${undecided.length} mục chưa quyết định sẽ không vào kế hoạch.`,
    `${undecided.length} undecided items will not be part of the plan.`,
  );
  const unseen = open.filter((item) => planned(item) && !item.seen);
  warn('unseen', ids(unseen), `${unseen.length} mục chưa ai xem.`, `${unseen.length} items were not seen by anybody.`);
  const unread = open.filter((item) => item.kind === 'unread');
  warn(
    'unread',
    ids(unread),
    `${unread.length} con số, lời giao việc chưa đọc được và chưa ai xử lý.`,
    `${unread.length} numbers or orders were not read and not dealt with.`,
  );
  const errors = open.filter((item) => item.kind === 'text-error');
  warn(
    'text-errors',
    ids(errors),
    `${errors.length} chỗ nghi lỗi chính tả chưa quyết định.`,
    `${errors.length} suspected text errors are undecided.`,
  );
  const twice = twoValues(content.targets);
  warn(
    'two-values',
    twice.map((target) => target.source.itemId),
    `${twice.length} chỉ tiêu trùng tên, trùng năm nhưng khác giá trị.`,
    `${twice.length} targets of the same indicator and year have different values.`,
  );
  const noLead = content.tasks.filter((task) => task.leads.length === 0);
  warn(
    'no-lead',
    noLead.map((task) => task.source.itemId),
    `${noLead.length} nhiệm vụ chưa có cơ quan chủ trì.`,
    `${noLead.length} tasks have no lead agency.`,
  );
  const noDeadline = content.tasks.filter((task) => task.dueOn === null);
  warn(
    'no-deadline',
    noDeadline.map((task) => task.source.itemId),
    `${noDeadline.length} nhiệm vụ không có thời hạn.`,
    `${noDeadline.length} tasks have no deadline.`,
  );
  const unknown = content.tasks.filter((task) => [...task.leads, ...task.supports].some((agency) => !isKnown(agency)));
  warn(
    'unknown-agency',
    unknown.map((task) => task.source.itemId),
    `${unknown.length} nhiệm vụ có cơ quan chưa có trong danh mục tổ chức.`,
    `${unknown.length} tasks name bodies that are not among the organisations.`,
  );
  return warnings;
}

/** Targets of one indicator, year, measure and parent with different values. */
function twoValues(targets: readonly PlanTarget[]): PlanTarget[] {
  const groups = Map.groupBy(targets, (target) => `${targetKey(target)}\n${target.parentItemId ?? ''}`);
  return [...groups.values()].flatMap((group) => {
    const values = new Set(group.map(({ comparator, value, valueMax }) => `${comparator} ${value} ${valueMax ?? ''}`));
    return values.size > 1 ? group : [];
  });
}

/** What makes two targets the same one: the indicator, its unit's kind, what is measured, the year. */
export function targetKey(target: Pick<PlanTarget, 'indicator' | 'name' | 'measure' | 'year' | 'cumulative'>): string {
  return [
    target.indicator?.code ?? nameKey(target.name),
    target.measure === 'level' ? 'level' : 'change',
    target.year ?? '',
    target.cumulative,
  ].join('\n');
}

/** A name without case, marks of punctuation and repeated spaces. */
export function nameKey(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
