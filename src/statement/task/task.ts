/** Nhiệm vụ: which blocks tell somebody to do something, with who leads, who supports, until when, to bring forth what. */
import type { Span } from '#base/span.ts';
import { readAttribute } from '#outline/attribute.ts';
import { hasOrder, isOrder } from '#outline/order.ts';
import type { Block } from '#outline/outline.ts';
import { isValueRow } from '#statement/measurement/value-row.ts';
import type { Page } from '#statement/page.ts';
import { type Role, type Roles, readHeadingRoles, readRoleCells, readRoles } from '#statement/role/role.ts';
import { cellTexts } from '#statement/target/columns.ts';
import { type FoundDeadline, findDeadlines, readTimeCell } from '#statement/time/deadline.ts';
import { type FoundProduct, findProducts } from './product.ts';

/** A task with clean offsets. */
export interface FoundTask {
  readonly block: Block;
  readonly span: Span;
  readonly label: string | null;
  readonly section: string;
  readonly lead: readonly PlacedRole[];
  readonly support: readonly PlacedRole[];
  readonly deadlines: readonly FoundDeadline[];
  readonly products: readonly FoundProduct[];
  readonly fromTable: boolean;
}

/** A role with the clean span of its words, null where it is only implied. */
export interface PlacedRole {
  readonly name: string;
  readonly span: Span | null;
  readonly inherited: boolean;
  readonly confidence: Role['confidence'];
}

/** Effect, adoption and distribution clauses, and notes on annexes, order nothing. */
const CLOSING_FORMULA =
  /^ban hành kèm theo|^(?:nghị quyết|chỉ thị|quyết định|kế hoạch|chương trình|kết luận|quy định) (?:này )?(?:(?:đã )?được (?:hội đồng|hội nghị|ban chấp hành|phổ biến|quán triệt)|(?:phổ biến|quán triệt)|có hiệu lực|đã được|thay thế)|^\((?:kèm|ban hành|chi tiết|có|một số)|^(?:thông qua|tán thành|phê chuẩn|nhất trí) (?:với )?(?:báo cáo|nội dung|toàn văn|những nội dung|các báo cáo|nghị quyết|kết quả|đánh giá)|^trên đây là|^(?:thừa (?:ủy|uỷ) quyền .{0,80}|(?:văn phòng|(?:ủy|uỷ) ban nhân dân|ubnd|ban thường vụ|thường trực|hội đồng nhân dân|hđnd|(?:tỉnh|thành) (?:ủy|uỷ)) .{0,60})thông báo (?:để|đến)/i;
/** `Thống nhất với đề xuất của Sở Xây dựng tại Văn bản số …` of a conclusion agrees and asks nothing of anybody. */
const AGREEMENT =
  /^(?:cơ bản )?(?:thống nhất|đồng ý|nhất trí)(?: cao)?(?: với)? (?:các )?(?:đề xuất|đề nghị|kiến nghị|ý kiến)(?!\p{L})/iu;
const MAKE = 'Xây dựng ';
const MAKES = /xây dựng|ban hành|tham mưu|trình|soạn thảo|hoàn thiện/i;
/** `yêu cầu các sở`, `đề nghị Chính phủ`, `giao Công an tỉnh`: an order with a name or a group behind it. */
const ORDER_TO =
  /(?<![\p{L}])(?:[Yy]êu cầu|[Gg]iao|[Đđ]ề nghị|[Cc]hỉ thị)\s(?=các\s|giám đốc|thủ trưởng|chủ tịch|\p{Lu})/gu;
const MOTHER_ORDER = /yêu cầu|giao cho|giao |chỉ đạo/i;

/** Finds the tasks of a document, in reading order. */
export function findTasks(page: Page): FoundTask[] {
  const finder = new Finder(page);
  for (const block of page.outline.blocks) {
    if (block.paragraph.table !== null) finder.row(block);
    else finder.block(block);
  }
  return finder.tasks;
}

class Finder {
  readonly page: Page;
  readonly tasks: FoundTask[] = [];
  readonly headings = new Map<Block, Roles | null>();

  constructor(page: Page) {
    this.page = page;
  }

  block(block: Block): void {
    if (!mayBeTask(block) || this.continued.has(block) || this.#attribute(block)) return;
    const end = this.#endOf(block);
    const text =
      end === block.end ? block.text : this.page.clean.text.slice(block.textStart, end).replaceAll('\n', ' ');
    const roles = readRoles(text, this.#inherited(block));
    if (!isTask(block, roles)) return;
    const deadlines = findDeadlines(text, { planYear: this.page.planYear, docDate: this.page.docDate });
    const products = this.#products(block, text);
    if (this.#described) this.#first = this.tasks.length;
    this.#described = false;
    this.tasks.push({
      block,
      span: { start: block.textStart, end },
      label: block.marker?.label ?? null,
      section: block.section,
      lead: roles.lead.map((r) => placed(r, block.textStart)),
      support: roles.support.map((r) => placed(r, block.textStart)),
      deadlines: deadlines.map((d) => moved(d, block.textStart)),
      products: products.map((p) => moved(p, block.textStart)),
      fromTable: false,
    });
  }

  /** Under `… tham mưu xây dựng các nghị quyết, chương trình:` an item that opens with a kind of document is it. */
  #products(block: Block, text: string): FoundProduct[] {
    const found = findProducts(text);
    const { parent } = block;
    if (found.length > 0 || parent?.role !== 'lead-in' || !MAKES.test(parent.text)) return found;
    return findProducts(`${MAKE}${text}`)
      .slice(0, 1)
      .map((p) => ({ ...p, start: Math.max(0, p.start - MAKE.length), end: Math.max(0, p.end - MAKE.length) }))
      .filter((p) => p.start < 4 && p.end > p.start);
  }

  /** First task since the last attribute line, and whether one has come since. */
  #first = 0;
  #described = false;

  /** `- Cơ quan chủ trì: Sở Tư pháp.` says more of the tasks right above and is none itself. */
  #attribute(block: Block): boolean {
    const attribute = readAttribute(block.text);
    if (!attribute) return false;
    const { text, textStart, parent } = block;
    let described = false;
    for (let i = this.#first; i < this.tasks.length; i++) {
      const task = this.tasks[i] as FoundTask;
      if (task.fromTable || (task.block !== parent && task.block.parent !== parent)) continue;
      described = true;
      const roles = readRoles(text, null);
      const lead = roles.lead.map((r) => placed(r, textStart));
      const support = roles.support.map((r) => placed(r, textStart));
      const time = /(?:thời gian|thời hạn|tiến độ|lộ trình)[^:;]{0,30}:\s*/iu.exec(text);
      const from = time ? time.index + time[0].length : 0;
      const context = { planYear: this.page.planYear, docDate: this.page.docDate };
      const due = time ? readTimeCell(text.slice(from), context) : [];
      const value = { start: textStart + attribute.valueStart, end: block.end };
      this.tasks[i] = {
        ...task,
        lead: [...(lead.length > 0 ? task.lead.filter((r) => !r.inherited) : task.lead), ...lead],
        support: [...(support.length > 0 ? task.support.filter((r) => !r.inherited) : task.support), ...support],
        deadlines: [...task.deadlines, ...due.map((d) => moved(d, textStart + from))],
        products:
          attribute.kind === 'product'
            ? [{ ...value, kind: findProducts(`${MAKE}${text.slice(attribute.valueStart)}`)[0]?.kind ?? 'other' }]
            : task.products,
      };
    }
    this.#described ||= described;
    return described;
  }

  readonly continued = new Set<Block>();

  /** Where texts come one sentence a line, the lines under a list item belong to it. */
  #endOf(block: Block): number {
    if (!this.page.sentenceLines || block.marker === null || block.role !== 'block') return block.end;
    let { end } = block;
    for (let i = block.index + 1; i < this.page.outline.blocks.length; i++) {
      const next = this.page.outline.blocks[i] as Block;
      if (next.parent !== block && next.parent !== block.parent) break;
      if (next.marker !== null || next.role !== 'block' || next.paragraph.kind !== 'text') break;
      if ((block.marker.kind === 'dash' && isOrder(next.text)) || readRoles(next.text, null).lead.length > 0) break;
      this.continued.add(next);
      end = next.end;
    }
    return end;
  }

  /** Roles of the nearest heading or lead-in above that names a body; offsets in clean text. */
  #inherited(block: Block): Roles | null {
    for (let at = block.parent; at; at = at.parent) {
      let roles = this.headings.get(at);
      if (roles === undefined) {
        roles = this.#headingRoles(at);
        this.headings.set(at, roles);
      }
      if (roles) return roles;
    }
    return this.#addressed();
  }

  #root: Roles | null | undefined;

  /** `UBND tỉnh yêu cầu các sở, ban, ngành thực hiện các nội dung sau:` before the first number of a directive. */
  #addressed(): Roles | null {
    if (this.#root !== undefined) return this.#root;
    this.#root = null;
    const { blocks } = this.page.outline;
    const last = blocks.findLastIndex(
      (b) => b.zone === 'preamble' && b.index < (this.tasks[0]?.block.index ?? blocks.length),
    );
    const block = blocks[last];
    if (block && /:$/.test(block.text)) {
      // A few are enough: an order or two, with words like them spoken of before.
      for (const { index } of [...block.text.matchAll(ORDER_TO)].slice(0, 4)) {
        const { lead } = readRoles(capitalised(block.text.slice(index)), null);
        if (lead.length === 0) continue;
        const by = block.textStart + index;
        this.#root = { lead: lead.map((r) => ({ ...r, start: r.start + by, end: r.end + by })), support: [] };
        break;
      }
    }
    return this.#root;
  }

  #headingRoles(at: Block): Roles | null {
    if (at.role === 'block' || at.role === 'note') {
      // A numbered order with bullets under it hands its bodies down only when it opens with them.
      return null;
    }
    const roles = readHeadingRoles(at.text);
    if (!roles) return null;
    const move = (r: Role): Role => ({ ...r, start: r.start + at.textStart, end: r.end + at.textStart });
    return { lead: roles.lead.map(move), support: roles.support.map(move) };
  }

  readonly #sections = new RowSections();

  row(row: Block): void {
    const table = this.page.tables.get(row.paragraph.table as number);
    if (table?.columns.kind !== 'task') return;
    const { columns } = table.columns;
    if (table.rows.indexOf(row) < table.columns.firstRow) return;
    const texts = cellTexts(row);
    const cells = row.paragraph.cells as readonly Span[];
    const at = (kind: string): number => columns.findIndex((c) => c.kind === kind);
    const task = at('task') >= 0 ? at('task') : at('indicator');
    const words = texts[task] ?? '';
    const filled = texts.filter((t, i) => i !== task && i !== at('serial') && t.trim() !== '').length;
    const serialText = texts[at('serial')]?.trim() ?? '';
    const named = (['lead', 'support', 'product'] as const).some((kind) => (texts[at(kind)] ?? '').trim() !== '');
    if (filled === 0 || spansRow(texts, at('serial')) || (SECTION_LABEL.test(serialText) && !named)) {
      this.#sections.open(row, serialText);
      return;
    }
    if (words.length < 12) return;
    const cell = cells[task] as Span;
    const roleText = (kind: string): string | undefined => {
      const i = at(kind);
      return i >= 0 ? texts[i] : undefined;
    };
    const lead = roleText('lead');
    const support = roleText('support');
    const roles = readRoleCells({
      ...(lead === undefined ? {} : { lead }),
      ...(support === undefined ? {} : { support }),
    });
    const time = at('time');
    const deadlines =
      time >= 0 && texts[time]
        ? readTimeCell(texts[time] as string, { planYear: this.page.planYear, docDate: this.page.docDate }).map((d) =>
            moved(d, (cells[time] as Span).start),
          )
        : findDeadlines(words, { planYear: this.page.planYear, docDate: this.page.docDate }).map((d) =>
            moved(d, cell.start),
          );
    const product = at('product');
    const products: FoundProduct[] =
      product >= 0 && (texts[product] ?? '').trim() !== ''
        ? [{ ...(cells[product] as Span), kind: findProducts(`${MAKE}${texts[product]}`)[0]?.kind ?? 'other' }]
        : findProducts(words).map((p) => moved(p, cell.start));
    const serial = serialText;
    this.tasks.push({
      block: row,
      span: cell,
      label: serial ? serial : null,
      section: this.#sections.of(row),
      lead: roles.lead.map((r) => placed(r, (cells[at('lead')] as Span | undefined)?.start ?? cell.start)),
      support: roles.support.map((r) => placed(r, (cells[at('support')] as Span | undefined)?.start ?? cell.start)),
      deadlines,
      products,
      fromTable: true,
    });
  }
}

const SECTION_LABEL = /^(?:[IVXLC]{1,6}|[A-ZĐ])\.?$/;

/** The headings among the rows of a table: `A` over `I` over `1`. */
class RowSections {
  #table = -1;
  #open: { depth: number; label: string }[] = [];

  open(row: Block, serial: string): void {
    this.#enter(row);
    const label = serial.replace(/[.)]$/, '');
    if (label === '') return;
    const depth = /^[IVXLC]+$/.test(label) ? 1 : /^[A-ZĐ]$/.test(label) ? 0 : 1 + label.split('.').length;
    while (this.#open.length > 0 && (this.#open.at(-1)?.depth ?? 0) >= depth) this.#open.pop();
    this.#open.push({ depth, label });
  }

  of(row: Block): string {
    this.#enter(row);
    return [row.section, ...this.#open.map((o) => o.label)].filter((s) => s !== '').join('.');
  }

  #enter(row: Block): void {
    const table = row.paragraph.table as number;
    if (table !== this.#table) this.#open = [];
    this.#table = table;
  }
}

function mayBeTask(block: Block): boolean {
  if (block.zone !== 'tasks' || block.role === 'note' || block.role === 'heading') return false;
  const { text } = block;
  if (text.length < 8 || CLOSING_FORMULA.test(text)) return false;
  if (block.role === 'lead-in') {
    // `b) Thông minh hóa hạ tầng …:` orders by itself; `1.2. Sở X chủ trì …:` only introduces.
    return (
      block.marker?.kind === 'letter' && isOrder(text) && text.length > 20 && !MOTHER_ORDER.test(text.slice(0, 24))
    );
  }
  return block.marker !== null || !/^[\p{Ll})\],;]/u.test(text);
}

/** A list item tells somebody to do something; a plain paragraph must say so. */
function isTask(block: Block, roles: Roles): boolean {
  if (block.role === 'lead-in') return true;
  if (isValueRow(block.text)) return false;
  if (AGREEMENT.test(block.text) && roles.lead.every((r) => r.inherited)) return false;
  if (block.marker?.kind === 'dash' || block.marker?.kind === 'plus') return true;
  if (block.marker !== null) return block.text.length > 20;
  return hasOrder(block.text) || roles.lead.some((r) => !r.inherited);
}

/** `I | Phát triển hạ tầng | Phát triển hạ tầng | …`: a heading over all columns, copied into each when the table was flattened. */
function spansRow(texts: readonly string[], serial: number): boolean {
  const cells = texts.filter((t, i) => i !== serial && t.trim() !== '');
  return cells.length >= 3 && cells.every((t) => t === cells[0]);
}

function capitalised(text: string): string {
  return text.length === 0 ? text : (text[0] as string).toUpperCase() + text.slice(1);
}

function placed(role: Role, offset: number): PlacedRole {
  return {
    name: role.name,
    span: role.inherited
      ? { start: role.start, end: role.end }
      : { start: role.start + offset, end: role.end + offset },
    inherited: role.inherited,
    confidence: role.confidence,
  };
}

function moved<T extends Span>(item: T, by: number): T {
  return { ...item, start: item.start + by, end: item.end + by };
}
