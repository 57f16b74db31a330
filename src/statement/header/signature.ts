/**
 * Khối chữ ký: who signs, on whose behalf and as what; and the copy mark (sao lục) that may follow.
 */
import type { Span } from '#base/span.ts';
import { readSymbol } from '#statement/citation/symbol.ts';
import type { CertifiedCopy } from '#statement/model.ts';
import { findDates, fullDate } from '#statement/time/date.ts';
import { fromCapitals, isCapitals, TITLES, titleCase } from './words.ts';

export interface Signature {
  readonly span: Span;
  /** The body signed for, in capitals as printed: `BAN CHẤP HÀNH`; '' when none. */
  readonly authority: string;
  readonly signer: string | null;
  readonly signerSpan: Span | null;
  readonly title: string | null;
  readonly titleSpan: Span | null;
}

/** `T/M BAN CHẤP HÀNH`, `TM. ỦY BAN NHÂN DÂN`, `K/T CHÁNH VĂN PHÒNG`; not `TM.` inside a sentence in small letters. */
const ON_BEHALF =
  /(?<![\p{L}\d])(T\s?\/\s?M|TM\s?[.,]|K\s?\/\s?T|KT\s?[.,]|TL\s?\.|T\/L|TUQ\s?\.|TM(?=\s+(?:ỦY|UỶ|BAN|TỈNH|CHÍNH|HỘI)))\s{0,3}(?=\p{Lu}{2})/gu;
const SIGNED = /^[[(]?\s?(?:đã k[ýí]|Đã k[ýí]|ĐÃ K[ÝÍ])\s?[\])]?[.:]?$/;
const WORD = /\S+/gu;
const BLOCK_MAX = 400;
const NAME_LINE =
  /^[*\s]{0,4}(?:[[(]?(?:đã|Đã|ĐÃ) (?:k[ýí]|K[ÝÍ])[\])]?[\s:*]{1,20})?(\p{Lu}\p{Ll}{0,7}(?:\s{1,3}\p{Lu}\p{Ll}{0,7}){1,5})[*\s]{0,4}$/u;
/** `CHỦ TỊCH Hoàng Trung Dũng`, `CHỦ TỊCH     (Đã ký)     Huỳnh Tấn Việt`. */
const INLINE_NAME =
  /(?<![\p{L}])(\p{Lu}{2,}(?:\s{1,3}\p{Lu}+){1,4})\s{1,40}(?:[[(]?[Đđ]ã k[ýí][\])]?\s{1,40})?(\p{Lu}\p{Ll}{1,7}(?:\s{1,2}\p{Lu}\p{Ll}{0,7}){1,4})([*\s|]{0,4})$/u;
const NOT_NAME =
  /^(?:Nơi nhận|Phụ lục|Kính gửi|Văn phòng|Lưu|Mẫu|Biểu|Ghi chú|Phần|Điều|Chương|Bộ|Ban|Sở|Tỉnh|Hội|Đảng|Danh)\b/u;
const COPY_MARK = /^[*\s]{0,4}(SAO LỤC|SAO Y(?: BẢN CHÍNH)?|TRÍCH SAO|SAO Y BẢN CHÍNH)[*\s]{0,4}$/mu;

const TITLE_CAPS = TITLES.map((t) => t.toUpperCase());

/** The last title in a run of capitals: `KT. CHỦ TỊCH PHÓ CHỦ TỊCH` → `PHÓ CHỦ TỊCH`. */
function lastTitle(caps: string): { readonly title: string; readonly index: number } | null {
  let best: { title: string; index: number } | null = null;
  for (const title of TITLE_CAPS) {
    const index = caps.lastIndexOf(title);
    if (index < 0 || /\p{L}/u.test(caps[index - 1] ?? '') || /\p{L}/u.test(caps[index + title.length] ?? '')) continue;
    // `T/M ĐOÀN CHỦ TỊCH` is the chair of a congress, nobody's title.
    if (/ĐOÀN\s$/.test(caps.slice(0, index))) continue;
    if (best === null || index + title.length > best.index + best.title.length) best = { title, index };
    else if (index + title.length === best.index + best.title.length && title.length > best.title.length) {
      best = { title, index };
    }
  }
  return best;
}

/** Reads a signature block from its `TM.`: capitals, then the name in small letters with capital initials. */
function readBlock(text: string, at: number): Signature {
  const limit = Math.min(text.length, at + BLOCK_MAX);
  WORD.lastIndex = at;
  let capsEnd = at;
  const name: { word: string; start: number; end: number }[] = [];
  let lastEnd = at;
  for (let m = WORD.exec(text); m !== null && m.index < limit; m = WORD.exec(text)) {
    const word = m[0].replace(/^[*|]+|[*|]+$/g, '');
    const start = m.index + Math.max(0, m[0].indexOf(word));
    if (word === '' || /^[-–_.…]+$/.test(word)) continue;
    if (name.length === 0 && (/^[[(]?[đĐ]ã$/i.test(word) || SIGNED.test(word) || /^k[ýí][\])]?$/i.test(word))) continue;
    const capital = word === word.toUpperCase() && /\p{Lu}/u.test(word);
    if (capital && name.length === 0 && (word.length > 1 || /^[-,.]$/.test(word))) {
      capsEnd = start + word.length;
      lastEnd = capsEnd;
      continue;
    }
    if (!/^\p{Lu}\p{Ll}{0,7}$/u.test(word)) break;
    if (name.length > 0 && text.slice(lastEnd, start).includes('\n')) break;
    name.push({ word, start, end: start + word.length });
    lastEnd = start + word.length;
    if (name.length === 6) break;
  }
  const caps = text.slice(at, capsEnd).toUpperCase();
  const authority = (/^[^\n]*/.exec(caps)?.[0] ?? '').replace(/[*|]/g, ' ').trim();
  const title = lastTitle(caps);
  let signer = name.length >= 2 ? name.map((n) => n.word).join(' ') : null;
  let signerSpan = name.length >= 2 ? { start: (name[0] as Span).start, end: (name.at(-1) as Span).end } : null;
  if (signer === null && title !== null) {
    // The name in capitals under the title: `CHỦ TỊCH ⏎ NGUYỄN VĂN A`.
    const rest = caps.slice(title.index + title.title.length);
    const line = /^\s*\n+\s*(\p{Lu}+(?: \p{Lu}+){1,4})\s*$/u.exec(rest);
    if (line !== null) {
      signer = (line[1] as string).toLowerCase().replace(/(?<=^|\s)\p{Ll}/gu, (c) => c.toUpperCase());
      const start = at + title.index + title.title.length + rest.indexOf(line[1] as string);
      signerSpan = { start, end: start + (line[1] as string).length };
    }
  }
  return {
    span: { start: at, end: Math.max(capsEnd, signerSpan?.end ?? 0) },
    authority,
    signer,
    signerSpan,
    title: title === null ? null : titleCase(title.title),
    titleSpan: title === null ? null : { start: at + title.index, end: at + title.index + title.title.length },
  };
}

/** The first signature block from `from` to `to`. */
export function findSignature(text: string, from: number, to: number): Signature | null {
  ON_BEHALF.lastIndex = from;
  let m = ON_BEHALF.exec(text);
  // `TM.` in a line of recipients (`TM. UBND tỉnh` in small letters) is not followed by capitals alone.
  while (m !== null && m.index < to) {
    const after = m.index + m[0].length;
    const line = text.slice(after, after + 60).split('\n')[0] ?? '';
    if (isCapitals(line) || isCapitals(line.split(/\s+/).slice(0, 3).join(' '))) {
      const block = readBlock(text, after);
      return { ...block, span: { start: m.index, end: block.span.end } };
    }
    m = ON_BEHALF.exec(text);
  }
  return titleAlone(text, from, to) ?? nameAlone(text, from, to);
}

interface Line extends Span {
  readonly text: string;
}

function lines(text: string, from: number, to: number): Line[] {
  const found: Line[] = [];
  let start = from;
  while (start < to) {
    const nl = text.indexOf('\n', start);
    const end = nl < 0 || nl > to ? to : nl;
    found.push({ start, end, text: text.slice(start, end) });
    start = end + 1;
  }
  return found;
}

/** `CHỦ TỊCH ⏎ Nguyễn Văn A`: councils sign without `TM.`. */
function titleAlone(text: string, from: number, to: number): Signature | null {
  const tail = lines(text, from, to);
  for (let i = tail.length - 1; i >= 0 && i > tail.length - 400; i--) {
    const line = tail[i] as Line;
    // `- Lưu: VT. CHỦ TỊCH Hoàng Trung Dũng` run together.
    const inline = INLINE_NAME.exec(line.text.slice(-120));
    if (inline !== null && TITLE_CAPS.includes((inline[1] as string).replace(/\s+/g, ' '))) {
      const start = line.end - (inline[2] as string).length - (inline[3] as string).length;
      const span = { start, end: start + (inline[2] as string).length };
      const title = {
        start: line.end - inline[0].length,
        end: line.end - inline[0].length + (inline[1] as string).length,
      };
      return {
        span: { start: title.start, end: span.end },
        authority: '',
        signer: (inline[2] as string).replace(/\s+/g, ' '),
        signerSpan: span,
        title: titleCase(inline[1] as string),
        titleSpan: title,
      };
    }
    // `CHỦ TỊCH QUỐC HỘI`, `CHỦ TỊCH HĐND TỈNH`: the body signed for follows the title.
    const bare = line.text
      .replace(/[*\s|]+/g, ' ')
      .trim()
      .replace(/ (?:QUỐC HỘI|HỘI ĐỒNG NHÂN DÂN|HĐND|(?:ỦY|UỶ) BAN NHÂN DÂN|UBND)(?: \p{Lu}+){0,5}$/u, '');
    if (bare.length > 40 || !TITLE_CAPS.includes(bare)) continue;
    for (const next of tail.slice(i + 1, i + 5)) {
      const m = NAME_LINE.exec(next.text);
      if (m === null || NOT_NAME.test(next.text.trim())) continue;
      const signer = (m[1] as string).replace(/\s+/g, ' ');
      const start = next.start + next.text.indexOf(m[1] as string);
      return {
        span: { start: line.start, end: next.end },
        authority: '',
        signer,
        signerSpan: { start, end: start + (m[1] as string).length },
        title: titleCase(bare),
        titleSpan: { start: line.start, end: line.end },
      };
    }
  }
  return null;
}

/** Only the name is left of the block, on a line of its own after the recipients. */
function nameAlone(text: string, from: number, to: number): Signature | null {
  const recipients = /^[*\s|]{0,4}Nơi nhận/mu.exec(text.slice(from, to));
  if (recipients === null) return null;
  for (const line of lines(text, from + recipients.index, to).slice(1)) {
    const m = NAME_LINE.exec(line.text);
    if (m === null || NOT_NAME.test(line.text.trim())) continue;
    const start = line.start + line.text.indexOf(m[1] as string);
    const span = { start, end: start + (m[1] as string).length };
    return {
      span,
      authority: '',
      signer: (m[1] as string).replace(/\s+/g, ' '),
      signerSpan: span,
      title: null,
      titleSpan: null,
    };
  }
  return null;
}

/** `HUYỆN ỦY ĐỨC CƠ ⏎ VĂN PHÒNG` → `Văn phòng Huyện ủy Đức Cơ`; the place gives its name the capitals. */
function copyingBody(lines: readonly string[], place: string | null): string | null {
  if (lines.length === 0) return null;
  const office = lines.length > 1 && /^VĂN PHÒNG$/.test(lines.at(-1) as string);
  const printed = fromCapitals((office ? lines.slice(0, -1) : lines).join(' '));
  const name = office ? `Văn phòng ${printed}` : printed;
  const at = place === null ? -1 : name.toLowerCase().lastIndexOf(place.toLowerCase());
  return at < 0 || place === null ? name : name.slice(0, at) + place + name.slice(at + place.length);
}

/** The copy mark with its own number, place, date and signer, from the body that copies to the end of the text. */
export function findCopy(text: string, from: number): CertifiedCopy | null {
  const m = COPY_MARK.exec(text.slice(from));
  if (m === null) return null;
  const mark = from + m.index;
  // The body that copies stands in capitals on the lines above.
  let start = mark;
  const above = lines(text, Math.max(from, mark - 200), mark);
  const body: string[] = [];
  for (const line of above.reverse()) {
    if (line.text.trim() === '' || line.text.trim() === '*') continue;
    if (!isCapitals(line.text) || body.length === 3) break;
    body.unshift(line.text.replace(/[*|]/g, ' ').trim());
    start = line.start;
  }
  const number = /^[*\s]{0,4}Số\s?:?/mu.exec(text.slice(mark, mark + 300));
  const symbol = number === null ? null : readSymbol(text, mark + number.index + number[0].length);
  const place = /^[*\s]{0,4}([\p{Lu}][\p{L} .-]{1,40}?), ngày/mu.exec(text.slice(mark, mark + 400));
  const day = findDates(text.slice(mark, mark + 400)).find((p) => fullDate(p) !== null);
  const signed = findSignature(text, mark, text.length);
  return {
    span: { start, end: signed?.span.end ?? text.length },
    kind: fromCapitals(m[1] as string),
    symbol: symbol?.symbol ?? null,
    issuer: copyingBody(body, place?.[1] ?? null),
    place: place?.[1] ?? null,
    date: day === undefined ? null : fullDate(day),
    signer: signed?.signer ?? null,
  };
}
