/** Figures of findings as sentences say them. */
import { formatVietnamese, parsePlain } from '#base/decimal.ts';

interface Figure {
  readonly value: string;
  readonly valueMax: string | null;
  readonly unit: string | null;
  readonly year: number | null;
  readonly comparator: string;
}

const COMPARATORS: Readonly<Record<string, string>> = {
  '>': 'trên ',
  '>=': 'từ ',
  '<': 'dưới ',
  '<=': 'không quá ',
  '~': 'khoảng ',
};

function number(plain: string): string {
  const parsed = parsePlain(plain);
  return parsed ? formatVietnamese(parsed) : plain;
}

/** `13.593,9 tỷ đồng`, `7,5–8%`. */
export function amount({ value, valueMax, unit }: Figure): string {
  const figure = valueMax === null ? number(value) : `${number(value)}–${number(valueMax)}`;
  if (unit === null) return figure;
  return unit.startsWith('%') ? `${figure}${unit}` : `${figure} ${unit}`;
}

/** With the comparator in words: `trên 8,5%`. */
export function phrase(figure: Figure): string {
  return `${COMPARATORS[figure.comparator] ?? ''}${amount(figure)}`;
}

/** For English sentences: `8.5 %`. */
export function decimalText({ value, valueMax, unit }: Figure): string {
  const figure = valueMax === null ? value : `${value}–${valueMax}`;
  return unit === null ? figure : `${figure} ${unit}`;
}

/** ` năm 2021`, or nothing. */
export function yearText({ year }: Figure): string {
  return year === null ? '' : ` năm ${year}`;
}
