/** What the cells of an annex say (ô của phụ lục): what a plan asks for, a deadline, several bodies, a kind of product. */

import { isDate } from '#base/date.ts';
import { parsePlain, parseVietnamese, toPlain } from '#base/decimal.ts';
import { bare } from '#base/fold.ts';
import { resolveAgency } from '#catalogue/agencies.ts';
import type { MeasurementFields } from './review.ts';

export interface AnnexDemand {
  readonly measure: MeasurementFields['measure'];
  readonly comparator: MeasurementFields['comparator'];
  /** As printed. */
  readonly value: string;
  readonly decimal: string;
  readonly decimalMax: string | null;
  /** A unit behind the number, `9%`; null when the column of units says it. */
  readonly unit: string | null;
}

const NUMBER = String.raw`[-−]?\d[\d. ]*(?:,\d+)?`;
const DEMAND = new RegExp(
  String.raw`^(?:(tang|giam)(?: them)?\s+)?(tu|tren|hon|lon hon|toi thieu|it nhat|khong qua|khong vuot qua|toi da|duoi|nho hon|khoang|uoc|dat|>=|<=|≥|≤|>|<|~|=)?\s*` +
    String.raw`(${NUMBER})(?:\s*(?:-|–|den)\s*(${NUMBER}))?\s*(.*?)\s*(tro len|tro xuong)?$`,
);

const COMPARATORS: Readonly<Record<string, AnnexDemand['comparator']>> = {
  tren: '>',
  hon: '>',
  'lon hon': '>',
  '>': '>',
  'toi thieu': '>=',
  'it nhat': '>=',
  '>=': '>=',
  '≥': '>=',
  'khong qua': '<=',
  'khong vuot qua': '<=',
  'toi da': '<=',
  '<=': '<=',
  '≤': '<=',
  duoi: '<',
  'nho hon': '<',
  '<': '<',
  khoang: '~',
  uoc: '~',
  '~': '~',
};

function decimalOf(text: string): string | null {
  const clean = text.trim().replace('−', '-');
  const value = parseVietnamese(clean) ?? parsePlain(clean);
  return value ? toPlain(value) : null;
}

/** `trên 12.000`, `tăng từ 5 trở lên`, `giảm 1,5 điểm %`, `14 - 16`; null for what is no number. */
export function readDemand(text: string): AnnexDemand | null {
  const clean = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  const found = DEMAND.exec(bare(clean));
  if (!found) return null;
  const [, verb, word, first, second, rest, upOrDown] = found as unknown as (string | undefined)[];
  const decimal = decimalOf(first ?? '');
  const decimalMax = second === undefined ? null : decimalOf(second);
  if (decimal === null || (second !== undefined && decimalMax === null)) return null;
  // The unit as printed, with its marks: folding keeps the length of a text.
  const unit = rest ? clean.slice(-(rest.length + (upOrDown ? upOrDown.length + 1 : 0))).slice(0, rest.length) : '';
  const points = /^diem ?(?:%|phan tram)$/.test(rest ?? '');
  const comparator =
    decimalMax !== null
      ? 'range'
      : upOrDown === 'tro len'
        ? '>='
        : upOrDown === 'tro xuong'
          ? '<='
          : (COMPARATORS[word ?? ''] ?? '=');
  return {
    measure: verb === 'tang' ? 'increase' : verb === 'giam' ? 'decrease' : 'level',
    comparator,
    value: second === undefined ? (first as string).trim() : `${(first as string).trim()}-${second.trim()}`,
    decimal,
    decimalMax,
    unit: unit === '' ? null : points ? '%' : unit,
  };
}

const pad = (part: string | number) => String(part).padStart(2, '0');
const endOf = (year: number, month: number) =>
  `${year}-${pad(month)}-${pad(new Date(Date.UTC(year, month, 0)).getUTCDate())}`;

/**
 * The last day of a deadline: `30/6/2026`, `tháng 6/2026`, `quý II năm 2026`, `năm 2026`, an ISO day. Undefined for words
 * that name no day (`Thường xuyên`), null for what can't be read.
 */
export function readDeadline(text: string): string | null | undefined {
  const clean = bare(text.normalize('NFC')).replace(/\s+/g, ' ').trim();
  if (clean === '' || clean === '-' || clean === '—') return undefined;
  if (/^(?:thuong xuyen|hang (?:nam|quy|thang)|lien tuc|theo (?:ke hoach|quy dinh|yeu cau))/.test(clean))
    return undefined;
  if (isDate(clean)) return clean;
  const day = /(?:^|\D)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(clean);
  if (day) {
    const iso = `${day[3]}-${pad(day[2] as string)}-${pad(day[1] as string)}`;
    return isDate(iso) ? iso : null;
  }
  const month = /(?:^|\D)(\d{1,2})\s*(?:\/|-|nam)\s*(\d{4})$/.exec(clean);
  if (month && !/quy/.test(clean)) {
    const number = Number(month[1]);
    return number >= 1 && number <= 12 ? endOf(Number(month[2]), number) : null;
  }
  const quarter = /quy\s*(iv|iii|ii|i|[1-4])\s*(?:\/|-|nam)?\s*(\d{4})$/.exec(clean);
  if (quarter) {
    const at = ['i', 'ii', 'iii', 'iv'].indexOf(quarter[1] as string) + 1 || Number(quarter[1]);
    return endOf(Number(quarter[2]), at * 3);
  }
  const year = /^(?:trong )?(?:het )?(?:nam )?(\d{4})$/.exec(clean);
  return year ? `${year[1]}-12-31` : null;
}

/** Words with which names of bodies begin. */
const BODY =
  '(?:Sở|Ban|UBND|Ủy ban|Uỷ ban|Văn phòng|Công an|Bộ|Cục|Chi cục|Các|Tỉnh|Thành|Trường|Đài|Liên minh|Hội|Thanh tra|Bảo hiểm|Ngân hàng|Kho bạc|Trung tâm|Viện|Mặt trận|Liên đoàn|Đoàn|Báo)(?=\\s|$)';
const BEFORE_BODY = new RegExp(`,\\s*(?=${BODY})`, 'u');
const BEGINS_BODY = new RegExp(`^${BODY}`, 'u');

/** A comma parts two bodies only when names of bodies begin on both sides of it. */
function partsOf(text: string): string[] {
  if (/[;\n]/.test(text)) return text.split(/[;\n]+/);
  return BEGINS_BODY.test(text.trim()) && !resolveAgency(text.trim()) ? text.split(BEFORE_BODY) : [text];
}

/** The bodies of a cell, one a line, or parted by semicolons or commas. */
export function readAgencies(text: string): { readonly name: string; readonly code: string | null }[] {
  return partsOf(text)
    .map((part) =>
      part
        .replace(/^\s*[-+•]\s*/, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((name) => name !== '' && name !== '-' && name !== '—')
    .map((name) => ({ name: name.slice(0, 300), code: resolveAgency(name)?.code ?? null }));
}

const PRODUCTS: readonly (readonly [RegExp, string])[] = [
  [/^(?:du thao )?nghi quyet/, 'resolution'],
  [/^quyet dinh/, 'decision'],
  [/^de an/, 'scheme'],
  [/^(?:quy dinh|quy che|quy trinh)/, 'regulation'],
  [/^quy hoach/, 'planning'],
  [/^ke hoach/, 'plan'],
  [/^chuong trinh/, 'programme'],
  [/^(?:chinh sach|co che)/, 'policy'],
  [/^(?:du an|cong trinh)/, 'project'],
  [/^(?:to trinh|bao cao)/, 'report'],
  [/^(?:co so du lieu|nen tang|phan mem|he thong)/, 'database'],
  [/^bo tieu chi/, 'criteria'],
];

export function readProducts(text: string): { readonly kind: string; readonly quote: string }[] {
  return text
    .split(/[;\n]+/)
    .map((part) =>
      part
        .replace(/^[-+•]\s*/, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((quote) => quote !== '' && quote !== '-' && quote !== '—')
    .map((quote) => ({ kind: PRODUCTS.find(([form]) => form.test(bare(quote)))?.[1] ?? 'other', quote }));
}
