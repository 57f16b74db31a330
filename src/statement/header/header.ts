/**
 * Phần đầu và phần cuối văn bản: reads type, number, issuing body, place, date, title, plan year and signer from the
 * many ways in which a header comes out of Word, a scan or a web page, and infers what the text lost.
 */
import type { Span } from '#base/span.ts';
import { isCity, provinceById } from '#catalogue/provinces.ts';
import { readSymbol } from '#statement/citation/symbol.ts';
import type { Confidence, DocumentField, DocumentHeader } from '#statement/model.ts';
import { findDates, fullDate } from '#statement/time/date.ts';
import { type HeadSegment, splitHead, TITLE_OPENS } from './head.ts';
import { inferIssuer, inferPlanYear, inferProvince, inferType, typeOfCode } from './infer.ts';
import { readAdoption, readAnnexNote } from './lost.ts';
import { readPreface } from './preface.ts';
import { findCopy, findSignature, type Signature } from './signature.ts';
import { readTitle } from './title.ts';
import { capitalProvinces, fromCapitals, isCapitals, ORG_CAPS, TYPE_CAPS, TYPE_LINE, TYPE_SENTENCE } from './words.ts';

export interface ReadHeader extends DocumentHeader {
  /** The number as printed, also where its number is blank: `/KH-UBND`. */
  readonly printedSymbol: string | null;
  /** The year of the date when day or month are blank: `ngày     tháng    năm 2026`. */
  readonly docYear: number | null;
  /** Where the header ends and the body begins. */
  readonly headEnd: number;
  /** Where the recipients or the signature begin; the text's end without them. */
  readonly footStart: number;
  readonly signature: Signature | null;
}

/** Every word of a place's name begins with a capital: `Hưng Yên, ngày …`, `TP. Hồ Chí Minh, ngày …`. */
const PLACE =
  /((?:(?:TP\.?|Thành phố|Tỉnh|Thị xã|Huyện)\s)?\p{Lu}\p{Ll}{1,7}(?:\s(?:[-–]\s)?\p{Lu}[\p{Ll}’']{1,7}){0,4})\s?,\s{0,3}$/u;
const NUMBER = /(?<![\p{L}])(?:Số|SỐ)\s{0,3}:?/u;

/** Reads the header and the foot of a document's clean text. */
export function readHeader(text: string): ReadHeader {
  const spans: Partial<Record<DocumentField, Span>> = {};
  const confidence: Record<string, Confidence> = {};
  const head = splitHead(text);
  let type: string | null = null;
  let symbol: string | null = null;
  let printedSymbol: string | null = null;
  let place: string | null = null;
  let date: string | null = null;
  let docYear: number | null = null;
  const bodies: HeadSegment[] = [];
  const orders: string[] = [];
  const titleLines: HeadSegment[] = [];
  let typed = false;
  let dated = false;

  for (const segment of head.segments) {
    if (segment.kind === 'motto' || segment.kind === 'party') continue;
    if (segment.kind === 'org') {
      orders.push(segment.text);
      continue;
    }
    if (segment.kind === 'number' && printedSymbol === null) {
      const mark = NUMBER.exec(segment.text);
      const read = mark === null ? null : readSymbol(text, segment.start + mark.index + mark[0].length, true);
      if (read !== null) {
        printedSymbol = read.symbol;
        symbol = read.symbol.startsWith('/') ? null : read.symbol;
        if (symbol !== null) spans.symbol = { start: segment.start + (mark as RegExpExecArray).index, end: read.end };
        if (read.repaired) confidence.symbol = 'check';
      }
      continue;
    }
    if (segment.kind === 'date' && date === null && docYear === null) {
      dated = true;
      const lead = /ngày/iu.exec(segment.text);
      const before = lead === null ? '' : segment.text.slice(0, lead.index);
      const m = PLACE.exec(before);
      if (m !== null) {
        place = (m[1] as string).replace(/\s+/g, ' ');
        spans.place = { start: segment.start + m.index, end: segment.start + m.index + (m[1] as string).length };
      }
      const day = findDates(segment.text).find((p) => fullDate(p) !== null);
      if (day !== undefined) {
        date = fullDate(day);
        spans.date = { start: segment.start + day.start, end: segment.start + day.end };
      }
      const year = /năm\s{1,3}(\d{4})/iu.exec(segment.text);
      docYear = year === null ? null : Number(year[1]);
      continue;
    }
    if (!typed) {
      const caps = TYPE_CAPS.exec(segment.text) ?? TYPE_SENTENCE.exec(segment.text) ?? TYPE_LINE.exec(segment.text);
      if (caps !== null) {
        typed = true;
        const word = caps[1] as string;
        type = word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase();
        const at = segment.start + caps[0].indexOf(word);
        spans.type = { start: at, end: at + word.length };
        const rest = segment.text.slice(caps[0].length);
        if (rest.trim() !== '') {
          titleLines.push({ kind: 'line', start: segment.start + caps[0].length, end: segment.end, text: rest });
        }
        continue;
      }
      if (/^V\/v/i.test(segment.text)) titleLines.push(segment);
      else if (TITLE_OPENS.test(segment.text) && (dated || printedSymbol !== null)) {
        // The line of the type is lost.
        titleLines.push(segment);
        typed = true;
      } else if (isCapitals(segment.text) && ORG_CAPS.test(segment.text)) bodies.push(segment);
      continue;
    }
    titleLines.push(segment);
  }

  const read = readTitle(titleLines, text);
  const title = { ...read, heads: [...orders, ...read.heads] };
  if (title.span !== null) spans.title = title.span;
  const copy = findCopy(text, head.end);
  // What the page's frame, an annex or the adoption clause says of a letterhead that is lost.
  const lost = printedSymbol === null && !dated && bodies.length === 0;
  const preface = head.start > 0 || lost ? readPreface(text, head.start) : null;
  const note = lost ? readAnnexNote(text, head.end) : null;
  if (printedSymbol === null) {
    symbol = preface?.symbol ?? note?.symbol ?? null;
    printedSymbol = symbol;
    if (symbol !== null) confidence.symbol = 'check';
  }
  if (date === null && !dated) {
    date = preface?.date ?? note?.date ?? readAdoption(text, head.end);
    if (date !== null) {
      docYear = Number(date.slice(0, 4));
      confidence.date = 'check';
    }
  }
  const bodyEnd = copy?.span.start ?? text.length;
  const signature = findSignature(text, head.end, bodyEnd);
  if (signature?.signerSpan) spans.signer = signature.signerSpan;
  if (signature?.titleSpan) spans.signerTitle = signature.titleSpan;
  if (signature !== null && signature.authority === '') confidence.signer = 'check';
  if (type === null) {
    type = /^V\/v/i.test(titleLines[0]?.text ?? '')
      ? 'Công văn'
      : (preface?.type ?? inferType(text, head.end) ?? note?.type ?? typeOfCode(printedSymbol));
    if (type !== null) confidence.type = 'check';
  }

  const congress = title.heads.find((h) => /^ĐẠI HỘI ĐẠI BIỂU/.test(h));
  const titleText = title.text ?? preface?.title ?? (congress === undefined ? null : fromCapitals(congress));
  const printed = bodies.map((b) => b.text.replace(/[*|]/g, ' ').replace(/\s+/g, ' ').trim());
  const province = inferProvince(text, {
    bodies: printed,
    heads: title.heads,
    place,
    title: titleText,
    authority: signature?.authority ?? '',
    symbol,
    issuer: preface?.issuer ?? note?.issuer ?? null,
    day: date ?? (docYear === null ? null : `${docYear}-06-30`),
  });
  if (province?.guessed) confidence.province = 'check';
  const issuer = inferIssuer(text, {
    bodies: printed,
    heads: title.heads,
    authority: signature?.authority ?? '',
    province: province?.name ?? null,
    city: province !== null && cityAt(province.id, text, province.name),
    type,
    symbol: printedSymbol,
    named: preface?.issuer ?? note?.issuer ?? null,
    bodyStart: head.end,
  });
  if (issuer?.guessed) confidence.issuer = 'check';
  if (bodies.length > 0 && issuer !== null && !issuer.guessed) {
    spans.issuer = { start: (bodies[0] as Span).start, end: (bodies.at(-1) as Span).end };
  }
  const plan = inferPlanYear(text, titleText, head.end);
  if (plan?.guessed) confidence.planYear = 'check';

  const recipients = /^[*\s|]{0,4}Nơi nhận/mu.exec(text.slice(head.end, bodyEnd));
  const footStart = Math.min(
    recipients === null ? text.length : head.end + recipients.index,
    signature?.span.start ?? text.length,
    copy?.span.start ?? text.length,
  );
  return {
    type,
    symbol,
    printedSymbol,
    issuer: issuer?.name ?? null,
    province: province?.name ?? null,
    place,
    date,
    docYear,
    title: titleText === null ? null : capitalProvinces(titleText),
    planYear: plan?.year ?? null,
    signer: signature?.signer ?? preface?.signer ?? null,
    signerTitle: signature?.title ?? null,
    certifiedCopy: copy,
    spans,
    confidence,
    headEnd: head.end,
    footStart,
    signature,
  };
}

/** Is it a centrally-run city here? The text's own words decide before the catalogue. */
function cityAt(id: string, text: string, name: string): boolean {
  const start = text.slice(0, 60_000);
  const tinh = start.includes(`tỉnh ${name}`) || start.includes(`TỈNH ${name.toUpperCase()}`);
  const city = start.includes(`thành phố ${name}`) || start.includes(`THÀNH PHỐ ${name.toUpperCase()}`);
  const unit = provinceById(id);
  return city && !tinh && unit !== undefined && isCity(unit);
}
