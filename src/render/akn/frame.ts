/** The form around the body: preface, preamble, conclusions (NĐ 30/2020 Phụ lục I; STANDARDS §5.1). */
import type { Span } from '#base/span.ts';
import type { Reading } from '#reading/model.ts';
import { type Desk, leaf } from './hierarchy.ts';
import { type Block, isBasis, isFormula } from './layout.ts';
import { Counter } from './names.ts';

/** The stretch a run of blocks covers; an empty one for an empty run. */
export function cover(run: readonly Block[]): Span {
  return { start: run[0]?.start ?? 0, end: run.at(-1)?.end ?? 0 };
}

/** Writes `preface`: a `p` a block; the blocks of one field stay together, the title in `longTitle`. */
export function writePreface(desk: Desk, run: readonly Block[], reading: Reading): void {
  const { xml } = desk;
  const { spans } = reading.document;
  const found = units(desk, run, [spans.issuer, spans.symbol, spans.place, spans.date, spans.type, spans.title]);
  if (found.length === 0) return;
  xml.open('preface');
  const counter = new Counter();
  for (const unit of found) {
    const isTitle = spans.title !== undefined && spans.title.start < unit.end && spans.title.end > unit.start;
    if (isTitle) xml.open('longTitle');
    writeP(desk, unit, 'preface', counter);
    if (isTitle) xml.close('longTitle');
  }
  xml.close('preface');
}

const RECITAL = /^(?:sau khi|xét|theo đề nghị|trên cơ sở|qua xem xét|thực hiện|hội nghị|tại)(?=\s)/iu;

/** Writes `preamble`: Căn cứ lines as citations, what was considered as recitals, QUYẾT NGHỊ as formula. */
export function writePreamble(desk: Desk, run: readonly Block[], reading: Reading): void {
  const { end } = cover(run);
  // A citation is one sentence, also where a line break in it was taken for the end of a block.
  const cited = reading.citations.map((citation) => citation.span).filter((span) => span.start < end);
  const found = units(desk, run, cited);
  if (found.length === 0) return;
  const { xml, ids, flow } = desk;
  const counter = new Counter();
  xml.open('preamble');
  let open: 'citations' | 'recitals' | null = null;
  let group = '';
  let inGroup = new Counter();
  for (const block of found) {
    const kind = preambleKind(desk, block);
    const wanted = kind === 'citation' || kind === 'recital' ? (`${kind}s` as const) : null;
    if (open !== wanted) {
      if (open !== null) xml.close(open);
      open = wanted;
      if (wanted !== null) {
        group = ids.child('', wanted, counter.next(wanted));
        inGroup = new Counter();
        xml.open(wanted, { eId: group });
      }
    }
    if (kind === 'p') writeP(desk, block, 'preamble', counter);
    else {
      const parent = kind === 'formula' ? '' : group;
      const eId = ids.child(parent, kind, (kind === 'formula' ? counter : inGroup).next(kind));
      xml.open(kind, { eId, name: kind === 'formula' ? 'enactingFormula' : undefined });
      flow.enter(block, eId);
      leaf(desk, 'p', block.start, block.end);
      xml.close(kind);
    }
  }
  if (open !== null) xml.close(open);
  xml.close('preamble');
}

function preambleKind(desk: Desk, block: Span): 'citation' | 'recital' | 'formula' | 'p' {
  if (isFormula(block, desk.text)) return 'formula';
  if (isBasis(block, desk.text)) return 'citation';
  const words = desk.text.words(block.start, block.end, 120).normalize('NFC');
  return RECITAL.test(words) || words.length >= 80 ? 'recital' : 'p';
}

/** Writes `conclusions`: recipients and a certified copy as containers, the signer in a `signature`. */
export function writeConclusions(desk: Desk, run: readonly Block[], reading: Reading): void {
  const { xml, ids } = desk;
  const { spans, certifiedCopy } = reading.document;
  const found = units(desk, run, [spans.signerTitle, spans.signer]);
  if (found.length === 0) return;
  const counter = new Counter();
  xml.open('conclusions');
  let open: 'noiNhan' | 'saoLuc' | null = null;
  const enter = (name: 'noiNhan' | 'saoLuc'): void => {
    xml.open('container', { eId: ids.child('', 'container', counter.next('container')), name });
    open = name;
  };
  const leave = (): void => {
    if (open !== null) xml.close('container');
    open = null;
  };
  let listed = false;
  for (const unit of found) {
    const words = desk.text.words(unit.start, unit.end, 60).normalize('NFC');
    const inCopy = certifiedCopy !== null && unit.start < certifiedCopy.span.end && unit.end > certifiedCopy.span.start;
    if (inCopy) {
      if (open !== 'saoLuc') {
        leave();
        enter('saoLuc');
      }
    } else if (open === 'saoLuc') leave();
    else if (open === 'noiNhan' && listed && !/^[-+]/.test(words) && unit.afterBlank) leave();
    if (open === null && /^nơi nhận/iu.test(words)) {
      enter('noiNhan');
      listed = false;
    }
    listed ||= /^[-+]/.test(words);
    const signs = [spans.signerTitle, spans.signer].some(
      (s) => s !== undefined && s.start < unit.end && s.end > unit.start,
    );
    writeP(desk, unit, 'conclusions', counter, signs && !inCopy ? 'signature' : undefined);
  }
  leave();
  xml.close('conclusions');
}

interface Unit extends Span {
  /** True when a blank line (or only marks) stands before it. */
  readonly afterBlank: boolean;
}

/** The blocks of a run that hold words; blocks that one field crosses are one. */
function units(desk: Desk, run: readonly Block[], fields: readonly (Span | undefined)[]): Unit[] {
  const { source } = desk.text;
  const out: { start: number; end: number; afterBlank: boolean }[] = [];
  for (const { start, end } of run) {
    if (!desk.text.hasWords(start, end)) continue;
    const last = out.at(-1);
    const crossed = fields.some((f) => f !== undefined && f.start < start && f.end > start);
    if (last !== undefined && crossed && last.end <= start) last.end = end;
    else out.push({ start, end, afterBlank: last === undefined || /\n\s*\n/.test(source.slice(last.end - 1, start)) });
  }
  return out;
}

function writeP(desk: Desk, span: Span, parent: string, counter: Counter, wrap?: string): void {
  const eId = desk.ids.child(parent, 'p', counter.next('p'));
  desk.flow.enter(span, eId);
  desk.xml.leafOpen('p', { eId });
  if (wrap !== undefined) desk.xml.inlineOpen(wrap);
  desk.flow.write(span.start, span.end);
  if (wrap !== undefined) desk.xml.inlineClose(wrap);
  desk.xml.leafClose('p');
}
