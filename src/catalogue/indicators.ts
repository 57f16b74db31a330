/**
 * Indicators (chỉ tiêu) by name: what `tỷ lệ hộ nghèo`, `GRDP bình quân đầu người` or `(11) Giảm tỷ lệ hộ nghèo` is in
 * the catalogue. A name is turned into a set of concepts and words (`data/indicators-words.ts`); names whose
 * *distinguishing* concepts are the same are compared by the weight of what they share, in any order.
 */
import { INDICATOR_SOURCES, INDICATOR_TABLE } from './data/indicators.ts';
import { nameTokens, type TokenSet, unitTokens } from './indicators-tokens.ts';
import { readUnit, type UnitKind, unitKey } from './units.ts';

export type IndicatorKind = 'level' | 'flow' | 'rate' | 'share' | 'index';
export type Direction = 'up' | 'down' | 'none';

/** A statistical indicator that provinces set as a target (chỉ tiêu). */
export interface Indicator {
  /** Ours, stable, kebab-case. */
  readonly code: string;
  readonly name: string;
  readonly synonyms: readonly string[];
  /** Unit in which it is usually given. */
  readonly unit: string;
  readonly kind: IndicatorKind;
  /** Where good lies; `none` where neither more nor less is better. */
  readonly direction: Direction;
  /** How the province's value comes from its organisations' values. */
  readonly overOrganisations: 'sum' | 'weighted-mean' | 'none';
  /** How a year's value comes from its months' or quarters'. */
  readonly overTime: 'sum' | 'last' | 'mean' | 'none';
  /** Field, in Vietnamese: `kinh tế`, `y tế` … */
  readonly group: string;
  /** Code of QĐ 05/2023/QĐ-TTg where its title is certain; else null. */
  readonly officialCode: string | null;
  /** Where the indicator comes from, in Vietnamese. */
  readonly source: string;
}

export interface IndicatorFound {
  readonly code: string;
  readonly name: string;
  readonly officialCode: string | null;
  readonly confidence: 'high' | 'check' | 'guess';
}

/** One printed form of an indicator's name. */
interface Form {
  readonly indicator: Indicator;
  readonly tokens: TokenSet;
  /** Holds only when the value is a percentage. */
  readonly onlyPercent: boolean;
  /** What the indicator's own unit is; null for an index, which is given in points, percent or ranks. */
  readonly measured: UnitKind | null;
}

const HIGH = 0.9;
const CHECK = 0.74;
const GUESS = 0.62;
/** What a value of another kind of unit costs: a percentage of a sum of money may be its growth … */
const PERCENT_OF_OTHER = 0.82;
/** … but money is never a count. */
const OTHER_UNIT = 0.74;
/** What a form that is only for percentages costs when the unit isn't known. */
const UNKNOWN_UNIT = 0.93;

const indicators: readonly Indicator[] = INDICATOR_TABLE.flatMap(([group, rows]) =>
  rows
    .split('\n')
    .filter((row) => row.trim() !== '')
    .map((row) => readRow(group, row)),
);
const byCode = new Map(indicators.map((indicator) => [indicator.code, indicator]));
/** Forms by their distinguishing concepts. */
const formsBySignature = buildForms();

function readRow(group: string, row: string): Indicator {
  const cells = row.split('|').map((cell) => cell.trim());
  const cell = (i: number) => cells[i] ?? '';
  return {
    code: cell(0),
    name: cell(1),
    synonyms: cell(2)
      .split(';')
      .map((synonym) => synonym.trim())
      .filter((synonym) => synonym !== ''),
    unit: cell(3),
    kind: cell(4) as IndicatorKind,
    direction: cell(5) as Direction,
    overOrganisations: cell(6) as Indicator['overOrganisations'],
    overTime: cell(7) as Indicator['overTime'],
    group,
    officialCode: cell(8) === '-' ? null : cell(8),
    source: INDICATOR_SOURCES[cell(9)] ?? cell(9),
  };
}

function buildForms(): Map<string, Form[]> {
  const forms = new Map<string, Form[]>();
  for (const indicator of indicators) {
    const measured = indicator.kind === 'index' ? null : measuredBy(indicator.unit);
    const seen = new Set<string>();
    const names = [indicator.name, ...indicator.synonyms];
    const ranked = indicator.kind === 'index' ? names.map((name) => `xếp hạng ${name}`) : [];
    for (const printed of [...names, ...ranked]) {
      const onlyPercent = printed.endsWith('{%}');
      const tokens = nameTokens(printed.replace(/\s*\{%\}$/, ''), true);
      const key = `${onlyPercent}${[...tokens.weights.keys()].sort((a, b) => a - b).join(',')}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const list = forms.get(tokens.signature);
      const form = { indicator, tokens, onlyPercent, measured };
      if (list) list.push(form);
      else forms.set(tokens.signature, [form]);
    }
  }
  return forms;
}

/** The kind of a printed unit; null where it tells nothing (`gấp 2 lần`, an unknown noun is a count). */
function measuredBy(unit: string): UnitKind | null {
  const kind = readUnit(unit, 0)?.kind ?? 'count';
  return kind === 'count' && unit.trim().toLowerCase() === 'lần' ? null : kind;
}

/** Finds the indicator of a code; null for an unknown one. */
export function indicatorByCode(code: string): Indicator | null {
  return byCode.get(code) ?? null;
}

/** Every indicator, by field in the order of the data. */
export function listIndicators(): readonly Indicator[] {
  return indicators;
}

/**
 * The indicator that a printed name means, with the unit of the value where it is known: a percentage of `xã đạt chuẩn
 * nông thôn mới` is another indicator than a count of them.
 *
 * `Tỷ lệ che phủ của rừng (kể cả cây cao su)` is `forest-cover`; `Tỷ lệ hộ cận nghèo` must not be `poverty`, and
 * `Tổng vốn dự án Khu công nghiệp A` is null.
 */
export function matchIndicator(name: string, unit: string | null = null): IndicatorFound | null {
  const asked = nameTokens(name, false, unit === null ? null : unitTokens(unit));
  const forms = formsBySignature.get(asked.signature);
  if (!forms) return null;
  const kind = unit === null ? null : measuredBy(unit);
  let best: Form | null = null;
  let bestScore = 0;
  let rivalScore = 0;
  for (const form of forms) {
    if (form.onlyPercent && kind !== null && kind !== 'percent') continue;
    const score = similarity(asked, form.tokens) * unitFactor(form, kind);
    if (score > bestScore) {
      if (best && best.indicator !== form.indicator) rivalScore = bestScore;
      bestScore = score;
      best = form;
    } else if (score > rivalScore && best && form.indicator !== best.indicator) rivalScore = score;
  }
  if (!best || bestScore < GUESS) return null;
  const close = rivalScore > bestScore - 0.02;
  const { code, name: title, officialCode } = best.indicator;
  const confidence = close || bestScore < CHECK ? 'guess' : bestScore < HIGH ? 'check' : 'high';
  return { code, name: title, officialCode, confidence };
}

function unitFactor(form: Form, kind: UnitKind | null): number {
  if (kind === null) return form.onlyPercent ? UNKNOWN_UNIT : 1;
  if (form.measured === null || form.measured === kind) return 1;
  return kind === 'percent' ? PERCENT_OF_OTHER : OTHER_UNIT;
}

/** Twice the shared weight over the sum of both. */
function similarity(a: TokenSet, b: TokenSet): number {
  let shared = 0;
  for (const [token, weight] of b.weights) {
    const other = a.weights.get(token);
    if (other !== undefined) shared += Math.min(weight, other);
  }
  const both = a.weight + b.weight;
  return both === 0 ? 0 : (2 * shared) / both;
}

/** True when a printed unit is the indicator's own: `triệu đồng` for GRDP per head, not `%`. */
export function isUnitOf(indicator: Indicator, unit: string): boolean {
  return unitKey(indicator.unit) === unitKey(unit);
}
