/**
 * What stands before the letterhead on a web page: the page's own title, a list of properties (`Số hiệu: …`,
 * `Ngày ban hành: …`), tabs (`Thuộc tính`, `Lược đồ`). It only speaks where the letterhead is lost.
 */
import { issuerAfter } from '#statement/citation/issuer.ts';
import { readSymbol } from '#statement/citation/symbol.ts';
import { typeAt } from '#statement/citation/type.ts';
import { findDates, fullDate, isoDate } from '#statement/time/date.ts';
import { isCapitals, ORG_CAPS } from './words.ts';

/** What the page says of the document. */
export interface Preface {
  readonly type: string | null;
  readonly symbol: string | null;
  readonly date: string | null;
  readonly issuer: string | null;
  readonly title: string | null;
  readonly signer: string | null;
}

const CHARS_MAX = 12_000;
const MOTTO = /CỘNG\s{1,2}H(?:ÒA|OÀ)\s{1,2}XÃ\s{1,2}HỘI\s{1,2}CHỦ|ĐẢNG\s{1,2}CỘNG\s{1,2}SẢN\s{1,2}VIỆT\s{1,2}NAM/u;
const NOTHING = /^[\s*#|_=.–—-]*$/;
const LABEL =
  /^[\s•*+-]{0,4}(Số hiệu(?: văn bản)?|Số\s?\/\s?[Kk]ý hiệu|Số,? ký hiệu(?: văn bản)?|Ký hiệu|Loại văn bản|Hình thức văn bản|Cơ quan ban hành|Nơi ban hành|Đơn vị ban hành|Ngày ban hành|Ngày ký|Người ký|Trích yếu(?: nội dung)?|Tên văn bản|Tiêu đề|Ngày (?:có )?hiệu lực|Ngày hết hiệu lực|Ngày bị [^:]{3,60}|Ngày đăng|Ngày công báo|Số công báo|Ngày cập nhật|Cập nhật|Tình trạng(?: hiệu lực)?|Hiệu lực|Thời gian duy trì hiệu lực|Lĩnh vực(?:, ngành)?|Ngành|Phạm vi|Áp dụng|Ngôn ngữ|Định dạng[^:]{0,40}|Người đăng|Nguồn(?: thu thập)?|Chức danh|Chức vụ|Tệp đính kèm|File đính kèm)\s?(?::\s{0,3}(.*))?$/u;
/** What belongs to a body and never to a page's frame. */
const BODY =
  /^(?:Căn cứ|Kính gửi|Điều\s\d|QUYẾT NGHỊ|QUYẾT ĐỊNH\s?:|Nơi nhận|[IVX]{1,5}\s?[.\-–]\s?\p{L}|\d{1,2}\s?[.)]\s?\p{L}|PHẦN\s|Phần\s(?:thứ|[IVX\d]))/u;

interface Cell {
  readonly start: number;
  readonly text: string;
}

function cells(text: string): Cell[] {
  const found: Cell[] = [];
  let start = 0;
  const stop = Math.min(text.length, CHARS_MAX);
  while (start < stop && found.length < 160) {
    const next = text.slice(start, stop + 500).search(/[\n\t]/);
    const end = next < 0 ? Math.min(text.length, stop + 500) : start + next;
    found.push({ start, text: text.slice(start, end).trim() });
    start = end + 1;
  }
  return found;
}

/** Does the line belong to a letterhead that goes on below: a body in capitals, a number, a rule of dashes? */
function isLetterhead(text: string): boolean {
  if (NOTHING.test(text) || /^S[ốỐ]\s?:?[\s\d.…_/-]/.test(text)) return true;
  if (text.length < 90 && /,\s{0,3}ngày[\s\d.…_]{1,14}tháng/.test(text)) return true;
  return text.length < 120 && isCapitals(text.replace(/\s?[-–_*]{2,}$/, ''));
}

/** Where the letterhead begins: 0 at the top of the text, where none is found, and where a body comes before it. */
export function letterheadStart(text: string): number {
  const list = cells(text);
  const motto = list.findIndex((c) => MOTTO.test(c.text));
  let labelled = -1;
  for (const [i, c] of list.entries()) {
    if (i === motto) break;
    if (LABEL.test(c.text)) labelled = i;
    else if (BODY.test(c.text)) return 0;
  }
  let first = motto;
  // Without a motto the first body or type in capitals behind the properties opens the letterhead.
  if (motto < 0 && labelled >= 0)
    first = list.findIndex(
      (c, i) => i > labelled && isCapitals(c.text) && (ORG_CAPS.test(c.text) || c.text.length < 30),
    );
  if (first < 0) return 0;
  while (first > 0 && first - 1 > labelled && isLetterhead((list[first - 1] as Cell).text)) first--;
  return (list[first] as Cell).start;
}

function dayOf(value: string): string | null {
  const m = /(?<!\d)(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})(?!\d)/.exec(value);
  if (m !== null) return isoDate(Number(m[3]), Number(m[2]), Number(m[1]));
  const day = findDates(value).find((p) => fullDate(p) !== null);
  return day === undefined ? null : fullDate(day);
}

/** `Nghị quyết số 19/2011/NQ-HĐND ngày 29/07/2011 của Hội đồng nhân dân tỉnh Nghệ An Thực hiện nhiệm vụ …` at the top. */
function readPageTitle(line: string): Preface | null {
  const kind = typeAt(line, 0);
  if (kind === null || line.length > 500 || /[.;:,]$/.test(line)) return null;
  const mark = /^\s(?:số\s?:?\s?)?(?=\d)/iu.exec(line.slice(kind.end, kind.end + 12));
  const symbol = mark === null ? null : readSymbol(line, kind.end + mark[0].length);
  if (symbol === null) return null;
  // `Quyết định 123/QĐ-UBND năm 2021 về …`
  let rest = symbol.end + (/^\snăm\s\d{4}(?!\d)/iu.exec(line.slice(symbol.end, symbol.end + 12))?.[0].length ?? 0);
  const day = findDates(line.slice(rest, rest + 40)).find((p) => fullDate(p) !== null);
  const dated = day !== undefined && /^[\s,]{1,3}(?:ngày\s)?$/i.test(line.slice(rest, rest + day.start));
  if (dated) rest += day.end;
  const issuer = issuerAfter(line, rest);
  if (issuer !== null) rest = issuer.end;
  const title = line
    .slice(rest)
    .replace(/\s?\((?:Văn bản|VB)?\s?(?:đã |còn |hết |chưa )[^()]{0,40}\)\s?$/iu, '')
    .replace(/^[\s,:.–-]+/, '')
    .trim();
  return {
    type: kind.type,
    symbol: symbol.symbol,
    date: dated ? fullDate(day) : null,
    issuer: issuer?.name ?? null,
    title: title.length < 12 ? null : `${title.slice(0, 1).toUpperCase()}${title.slice(1)}`,
    signer: null,
  };
}

/** What the page says of the document in its title and its properties, down to `end` (the letterhead). */
export function readPreface(text: string, end: number): Preface | null {
  const list = cells(end > 0 ? text.slice(0, end) : text);
  // The title stands at the top, under a word or two of the page's menu.
  let page: Preface | null = null;
  for (const c of list.filter((c) => c.text !== '').slice(0, end > 0 ? 8 : 3)) {
    page = LABEL.test(c.text) ? null : readPageTitle(c.text);
    if (page !== null || c.text.length > 60) break;
  }
  const values = new Map<string, string>();
  for (const [i, c] of list.entries()) {
    const m = LABEL.exec(c.text);
    if (m === null) {
      if (BODY.test(c.text)) break;
      continue;
    }
    const own = (m[2] ?? '').trim();
    const next = list[i + 1]?.text ?? '';
    const value = own !== '' ? own : LABEL.test(next) ? '' : next;
    const key = (m[1] as string).toLowerCase();
    if (value !== '' && !values.has(key)) values.set(key, value);
  }
  // One property alone may be a line of the body.
  if (values.size < 2) return page;
  const of = (pattern: RegExp): string | null => [...values].find(([key]) => pattern.test(key))?.[1] ?? null;
  const number = of(/^(?:số|ký) (?:hiệu|ký)|^số\s?\/|^số, ký/);
  const day = of(/^ngày ban hành/) ?? of(/^ngày ký/);
  const type = of(/^(?:loại|hình thức) văn bản/);
  const signer = of(/^người ký/);
  return {
    type: page?.type ?? typeAt(type ?? '', 0)?.type ?? null,
    symbol: readSymbol(number ?? '', 0)?.symbol ?? page?.symbol ?? null,
    date: dayOf(day ?? '') ?? page?.date ?? null,
    issuer: page?.issuer ?? of(/^(?:cơ quan|nơi|đơn vị) ban hành/),
    title: page?.title ?? of(/^(?:trích yếu|tên văn bản|tiêu đề)/),
    signer: signer !== null && /^\p{Lu}\p{Ll}*(?: \p{Lu}\p{Ll}*){1,5}$/u.test(signer) ? signer : null,
  };
}
