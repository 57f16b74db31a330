/**
 * Trích yếu: the title under the type, without the conference or body that stands between.
 */
import type { Span } from '#base/span.ts';
import type { HeadSegment } from './head.ts';
import { fromCapitals, isCapitals, ORG_CAPS } from './words.ts';

export interface Title {
  /** One line; null when only the body or its conference stands under the type. */
  readonly text: string | null;
  readonly span: Span | null;
  /** The lines about the body and its conference: `BAN CHẤP HÀNH ĐẢNG BỘ TỈNH KHÓA XVI`. */
  readonly heads: readonly string[];
}

const SESSION = /^(?:khóa|khoá|kỳ họp)\s(?:[ivxlc\d]+(?!\p{L})|thứ\s)/iu;
const ORG_SENTENCE = /^(?:Hội đồng nhân dân|Uỷ ban nhân dân|Ủy ban nhân dân|Ban [Cc]hấp hành|Chính phủ)(?=\s|$)/;
const NAME_RUN = /\p{Lu}\p{Ll}{1,7}(?: \p{Lu}\p{Ll}{1,7}){1,3}/gu;

/** Gives personal and place names of a title in capitals the form that they have in the body. */
function restoreNames(title: string, body: string): string {
  const forms = new Map<string, string>();
  for (const m of body.matchAll(NAME_RUN)) {
    if (m[0].split(' ').length >= 3 || !forms.has(m[0].toLowerCase())) forms.set(m[0].toLowerCase(), m[0]);
  }
  let out = title;
  for (const [lower, form] of forms) {
    if (lower.split(' ').length < 3) continue;
    const at = out.toLowerCase().indexOf(lower);
    if (at > 0 && !/\p{L}/u.test(out[at - 1] ?? '') && !/\p{L}/u.test(out[at + lower.length] ?? '')) {
      out = out.slice(0, at) + form + out.slice(at + lower.length);
    }
  }
  return out;
}

/** The body after a title in capitals, on the same line: `… NĂM 2021 HỘI ĐỒNG NHÂN DÂN TỈNH TRÀ VINH,`. */
const BODY_BEHIND =
  /^(.{12,}?)(?<!(?<!\p{L})(?:CỦA|VÀ|VỀ|DO|THEO|TẠI|VỚI|CHO|LÀ|TRƯỚC|CÁC|[,–-]))\s((?:HỘI ĐỒNG NHÂN DÂN|(?:ỦY|UỶ) BAN NHÂN DÂN) (?:TỈNH|THÀNH PHỐ)\s\p{Lu}[\p{Lu}\s-]{1,30}),?$/u;

/** Reads the title from the lines under the type. */
export function readTitle(lines: readonly HeadSegment[], text: string): Title {
  const heads: string[] = [];
  const kept: HeadSegment[] = [];
  for (const line of lines) {
    if (line.kind !== 'line') continue;
    const bare = line.text.replace(/^CỦA\s+/, '');
    const caps = isCapitals(line.text);
    // `HỘI NGHỊ LẦN THỨ 2 BAN CHẤP HÀNH ĐẢNG BỘ TỈNH KHOÁ XIX Về tình hình …` run together.
    const cut = /^(?:CỦA\s)?(\p{Lu}[\p{Lu}\s\d,.-]{6,160}?)\s+(?=(?:Về|về|VỀ)\s)/u.exec(line.text);
    if (kept.length === 0 && cut !== null && ORG_CAPS.test(cut[1] as string)) {
      heads.push(cut[1] as string);
      const start = line.start + cut[0].length;
      kept.push({ kind: 'line', start, end: line.end, text: line.text.slice(cut[0].length) });
      continue;
    }
    if (
      SESSION.test(bare) ||
      (ORG_SENTENCE.test(bare) && bare.length < 90) ||
      (caps && ORG_CAPS.test(bare) && !(kept.length > 0 && isCapitals((kept[0] as HeadSegment).text)))
    ) {
      heads.push(bare);
      continue;
    }
    if (/^[([]/.test(bare) && kept.length > 0) continue;
    kept.push(line);
  }
  if (kept.length === 0) return { text: null, span: null, heads };
  let joined = kept
    .map((l) => l.text)
    .join(' ')
    .replace(/^V\/v\s*/i, 'Về việc ')
    .replace(/\s+/g, ' ')
    .trim();
  const behind = isCapitals(joined) && joined.length < 600 ? BODY_BEHIND.exec(joined) : null;
  if (behind !== null) {
    joined = behind[1] as string;
    heads.push(behind[2] as string);
  }
  const span = { start: (kept[0] as Span).start, end: (kept.at(-1) as Span).end };
  const sentence = isCapitals(joined)
    ? restoreNames(fromCapitals(joined), text.slice(span.end, span.end + 20_000))
    : joined;
  const first = sentence.slice(0, 1).toUpperCase() + sentence.slice(1);
  return { text: first.replace(/[.;,]$/, ''), span, heads };
}
