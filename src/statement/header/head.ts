/**
 * Phần đầu văn bản: cuts the lines above the body into the pieces of a header, also where they run together.
 */
import type { Span } from '#base/span.ts';
import { readSymbol } from '#statement/citation/symbol.ts';
import { letterheadStart } from './preface.ts';
import { HEADING_TYPES, isCapitals, ORG_CAPS, TYPE_CAPS, TYPE_LINE, TYPE_SENTENCE } from './words.ts';

export interface HeadSegment extends Span {
  readonly kind: 'motto' | 'party' | 'number' | 'date' | 'org' | 'line';
  readonly text: string;
}

export interface Head {
  readonly segments: readonly HeadSegment[];
  /** Where the letterhead begins: behind the frame of a web page. */
  readonly start: number;
  /** Where the body begins. */
  readonly end: number;
}

const LINES_MAX = 80;
const CHARS_MAX = 9000;
const MOTTO = /^(?:CỘNG H(?:ÒA|OÀ) XÃ HỘI|Độc lập\s?[-–])/;
const PARTY = /^ĐẢNG CỘNG SẢN VIỆT NAM$/;
const NUMBER = /^S[ốỐ]\s{0,3}:?\s{0,3}(?=[\d.…_/\s]{1,40}[-/–])/u;
const DATE = /(?:^|[,\s])ngày[\s\d.…_]{1,14}\s?tháng[\s\d.…_]{1,14}\s?năm(?:\s|$)/iu;
/** What opens a body, whatever stands before it. */
const BODY_HARD =
  /^(?:Căn cứ|Kính gửi|Điều\s\d|QUYẾT NGHỊ|QUYẾT ĐỊNH\s?:|Quyết nghị|Quyết định\s?:|[IVX]{1,5}\s?[.\-–]\s?\p{L}|PHẦN\s|Phần\s(?:thứ|[IVX\d])|Chương\s[IVX\d]|A\s?[.\-–]|\d{1,2}\s?[.)\-–]\s?\p{L}|[-+•]\s|Xét\s|Sau khi|(?:Hội nghị|Đại hội) .{0,200}\shọp|Ngày\s\d|Năm\s\d{4},|Nơi nhận)/u;
/** What opens a body only after a title has been read. */
const BODY_SOFT =
  /^(?:Thực hiện|Triển khai|Theo|Trên cơ sở|Nhằm|Để|Tiếp tục|Trong|Qua|Từ|Vừa qua|Thời gian qua|Ủy ban|Uỷ ban|UBND|Hội đồng|HĐND|Tỉnh|Ban|Chính phủ|Thủ tướng|Bộ|Sở)\s/;
/** The issuing body again, under the title: `HỘI ĐỒNG NHÂN DÂN TỈNH … KHÓA …, KỲ HỌP THỨ …`. */
const ORG_LINE =
  /^(?:(?:Hội đồng nhân dân|Uỷ ban nhân dân|Ủy ban nhân dân|Ban chấp hành|Ban Chấp hành|Chính phủ)(?: (?:tỉnh|thành phố|đảng bộ|huyện|Đảng bộ))?[^.;:]{0,60}|(?:Khóa|Khoá|KHÓA|KHOÁ|Kỳ họp|KỲ HỌP)\s[^.;:]{1,50})$/;

/** The body that orders, on a line that the order opens: `THỦ TƯỚNG CHÍNH PHỦ điện:`. */
const ORG_ORDER = /^(\p{Lu}[\p{Lu}\s-]{7,80}?)\s(?:điện|yêu cầu|chỉ thị|ban hành|ra nghị quyết)\s?:/u;
/** A body that stands alone under a title in capitals, and a title that is not at its end. */
const ORG_FULL =
  /^(?:HỘI ĐỒNG NHÂN DÂN|(?:ỦY|UỶ) BAN NHÂN DÂN|CHỦ TỊCH (?:ỦY|UỶ) BAN|CHÍNH PHỦ$|THỦ TƯỚNG CHÍNH PHỦ|QUỐC HỘI|BỘ TRƯỞNG|BAN CHẤP HÀNH|BAN THƯỜNG VỤ|BỘ CHÍNH TRỊ|BAN BÍ THƯ)/;
const OPEN_END = /(?:[,;–-]|(?<!\p{L})(?:CỦA|VÀ|VỀ|DO|THEO|TẠI|VỚI|CHO|LÀ|TRƯỚC|ĐỐI))$/u;
export const TITLE_OPENS = /^(?:V\/v|(?:VỀ|Về)\s\p{L})/u;

/** Cuts a line in which several pieces of the header run together. */
function explode(start: number, line: string, source: string): HeadSegment[] {
  const cuts = new Set<number>([0, line.length]);
  for (const m of line.matchAll(
    /CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM|ĐẢNG CỘNG SẢN VIỆT NAM|Độc lập\s?[-–]\s?Tự do\s?[-–]\s?Hạnh phúc/gu,
  )) {
    cuts.add(m.index);
    cuts.add(m.index + m[0].length);
  }
  const headed = cuts.size > 2;
  const day =
    /(?:(?:TP\.?|Thành phố)\s)?(?:\p{Lu}\p{Ll}{1,7}\s?(?:[-–]\s)?){1,5},\s{0,3}ngày[\s\d.…_]{1,14}\s?tháng[\s\d.…_]{1,14}\s?năm\s{0,3}(?:\d{4})?/u.exec(
      line,
    );
  if (day !== null && day[0].length < line.trim().length) {
    cuts.add(day.index);
    cuts.add(day.index + day[0].length);
  }
  if (headed || day !== null) {
    for (const m of line.matchAll(/(?<!\p{L})S[ốỐ]\s{0,3}:?(?=[\d.…_/\s]{1,40}[-/–])/gu)) {
      const symbol = readSymbol(source, start + m.index + m[0].length, true);
      if (symbol === null) continue;
      cuts.add(m.index);
      cuts.add(symbol.end - start);
      break;
    }
    for (const type of HEADING_TYPES) {
      const at = line.indexOf(type.toUpperCase());
      if (at < 0 || /\p{L}/u.test(line[at - 1] ?? '') || /\p{L}/u.test(line[at + type.length] ?? '')) continue;
      cuts.add(at);
      break;
    }
  }
  const points = [...cuts].filter((c) => c >= 0 && c <= line.length).sort((a, b) => a - b);
  const found: HeadSegment[] = [];
  for (let i = 0; i + 1 < points.length; i++) {
    const from = points[i] as number;
    const raw = line.slice(from, points[i + 1]);
    // Rules of dashes stick to a name: `HỘI ĐỒNG NHÂN DÂN TỈNH PHÚ YÊN --------`.
    const text = raw.replace(/^[\s*#|_-]+|(?:[\s*#|_]|(?<=\s)[-–—=]{3,})+$/g, '');
    if (text === '') continue;
    const at = start + from + raw.indexOf(text);
    found.push({ kind: kindOf(text), start: at, end: at + text.length, text });
  }
  return found;
}

function kindOf(text: string): HeadSegment['kind'] {
  if (MOTTO.test(text)) return 'motto';
  if (PARTY.test(text)) return 'party';
  if (NUMBER.test(text)) return 'number';
  return DATE.test(text) && text.length < 90 ? 'date' : 'line';
}

/** `Hà Nội, ngày 3 tháng 5 năm 2025`, `Số: 12-CV/ĐU`, a motto; not a date inside a sentence. */
function isHeadLine({ kind, text }: HeadSegment): boolean {
  return kind !== 'date' || /^\p{Lu}[\p{L}\s.-]{1,40},\s{0,3}ngày\s/u.test(text);
}

/** The pieces of the header, up to the body. A text that begins in the middle has none. */
export function splitHead(text: string): Head {
  const letterhead = letterheadStart(text);
  if (letterhead > 0) {
    const head = splitFrom(text, letterhead);
    if (head.segments.some((s) => TYPE_CAPS.test(s.text) || TYPE_SENTENCE.test(s.text) || TYPE_LINE.test(s.text)))
      return head;
  }
  return splitFrom(text, 0);
}

function splitFrom(text: string, first: number): Head {
  const segments: HeadSegment[] = [];
  let end = 0;
  let typed = false;
  let content: string | null = null;
  // The number, the date or the motto came before the title, as they should.
  let lettered = false;
  let start = first;
  for (let n = 0; n < LINES_MAX && start < Math.min(text.length, first + CHARS_MAX); n++) {
    const stop = text.slice(start, first + CHARS_MAX + 2000).search(/[\n\t]/);
    const lineEnd = stop < 0 ? Math.min(text.length, first + CHARS_MAX + 2000) : start + stop;
    const line = text.slice(start, lineEnd);
    const bare = line.replace(/^[\s*#|_-]+|[\s*#|_-]+$/g, '');
    const from = start;
    start = lineEnd + 1;
    if (bare === '') continue;
    if (BODY_HARD.test(line.replace(/^[\s*#|_]+/, '')) && !NUMBER.test(bare)) break;
    const pieces = explode(from, line, text);
    let body = false;
    for (const piece of pieces) {
      if (piece.kind !== 'line') {
        // A date or number in a sentence of the body is no header; a letterhead may stand under the title.
        if (typed && content !== null && (lettered || !isHeadLine(piece))) body = true;
        else segments.push(piece);
        lettered ||= content === null || piece.kind === 'date';
        continue;
      }
      const caps = isCapitals(piece.text);
      if (!typed) {
        const type = TYPE_CAPS.exec(piece.text) ?? TYPE_SENTENCE.exec(piece.text) ?? TYPE_LINE.exec(piece.text);
        if (type !== null) {
          typed = true;
          const rest = piece.text.slice(type[0].length);
          if (/(?:^|\s)(?:về|Về|VỀ)\s/.test(` ${rest}`) || rest.trim().length > 24) content = rest;
        } else if (TITLE_OPENS.test(piece.text) && segments.some((s) => s.kind === 'number' || s.kind === 'date')) {
          // The type line is lost, or a letter has none.
          typed = !/^V\/v/i.test(piece.text);
          content = typed ? piece.text : null;
        } else if (!caps && !/^V\/v/i.test(piece.text) && piece.text.length > 60) {
          body = true;
          break;
        }
        segments.push(piece);
        continue;
      }
      const order = ORG_ORDER.exec(piece.text)?.[1];
      if (order !== undefined && ORG_CAPS.test(order)) {
        segments.push({ ...piece, kind: 'org', end: piece.start + order.length, text: order });
        continue;
      }
      if (content === null) {
        segments.push(piece);
        if (!(caps && ORG_CAPS.test(piece.text.replace(/^CỦA\s+/, ''))) || /(?:^|\s)(?:VỀ|Về)\s/.test(piece.text))
          content = piece.text;
        continue;
      }
      // A letter's own subject under the title of the web page.
      if (!lettered && /^V\/v/i.test(piece.text)) continue;
      if (caps && ORG_FULL.test(piece.text) && !OPEN_END.test(content)) {
        segments.push({ ...piece, kind: 'org' });
        continue;
      }
      if (ORG_LINE.test(piece.text) || (caps && ORG_CAPS.test(piece.text) && !isCapitals(content))) {
        segments.push(piece);
        continue;
      }
      const goesOn =
        /^\p{Ll}/u.test(piece.text) ||
        /[,;–-]$/.test(content) ||
        (caps && isCapitals(content) && !ORG_CAPS.test(piece.text));
      if (!goesOn || (BODY_SOFT.test(piece.text) && !/[,;–-]$/.test(content)) || piece.text.length > 500) {
        body = true;
        break;
      }
      segments.push(piece);
      content = piece.text;
    }
    if (body) break;
    end = Math.min(text.length, lineEnd + 1);
  }
  const real =
    segments.some((s) => s.kind !== 'line') ||
    typed ||
    segments.some((s) => isCapitals(s.text) && ORG_CAPS.test(s.text));
  return real ? { segments, start: first, end } : { segments: [], start: first, end: 0 };
}
