/**
 * Checks of a reading (kiểm tra tính nhất quán): what a careful clerk would ask about before the plan goes out. Each
 * check is pure and gives issues with a place; none changes the reading.
 */
import type { Issue } from '#base/issue.ts';
import type { Span } from '#base/span.ts';
import { findSuspects, type Suspect } from '#text/suspect.ts';
import {
  checkListNumbers,
  checkNumbering,
  findStatedCounts,
  type ListNumber,
  listNumbers,
} from './checks-numbering.ts';
import {
  byPlace,
  checkFractions,
  checkParts,
  checkSameIndicator,
  checkShares,
  checkStatedCounts,
} from './checks-values.ts';
import type { Reading } from './model.ts';

/** The cleaned text, whose places lead back to the text as given. */
export interface MappedText {
  readonly text: string;
  toSource(span: Span): Span;
}

/** All checks, in reading order. */
export function checkReading(
  source: string,
  clean: MappedText,
  reading: Pick<Reading, 'targets' | 'results' | 'outline'>,
): Issue[] {
  const numbers: ListNumber[] = listNumbers(clean.text).map(({ number, span }) => ({
    number,
    span: clean.toSource(span),
  }));
  const { targets, results, outline } = reading;
  return [
    ...checkBeginning(clean),
    ...[targets, results].flatMap((list) => [...checkShares(list), ...checkParts(list), ...checkFractions(list)]),
    ...checkSameIndicator(targets),
    ...checkNumbering(outline, source),
    ...checkListNumbers(numbers),
    ...checkStatedCounts(findStatedCounts(outline, source, numbers)),
    ...suspectIssues(findSuspects(clean.text), (span) => clean.toSource(span)),
  ].sort(byPlace);
}

/**
 * A text that begins in mid-sentence: its first page is missing. Reports `tập trung chỉ đạo …` at the very beginning;
 * not `a) Tập trung`, `- tập trung`, `1. tập trung`.
 */
export function checkBeginning(clean: MappedText): Issue[] {
  const start = clean.text.search(/\S/);
  if (start < 0) return [];
  const line = clean.text.slice(start, start + 80);
  if (!/^(?:\p{Ll}{2,}|\p{Ll} \p{Ll})/u.test(line) || /^\p{Ll}{1,2}[).]/u.test(line)) return [];
  const length = line.split('\n')[0]?.length ?? 1;
  return [
    {
      severity: 'warning',
      code: 'starts-mid-sentence',
      span: clean.toSource({ start, end: start + length }),
      message: 'Văn bản bắt đầu giữa câu, có thể thiếu (các) trang đầu.',
      messageEn: 'The text starts in mid-sentence; its first page or pages may be missing.',
    },
  ];
}

/** Suspected misprints as issues with a suggestion; their places led back to the text as given. */
export function suspectIssues(suspects: readonly Suspect[], toSource: (span: Span) => Span): Issue[] {
  return suspects.map(({ start, end, found, suggestion }) => {
    const printed = found.replace(/\s+/g, ' ').trim();
    const right = suggestion.replace(/\s+/g, ' ').trim();
    return {
      severity: 'info',
      code: 'suspected-typo',
      span: toSource({ start, end }),
      message: `Nghi có lỗi chính tả hoặc lỗi nhận dạng chữ: “${printed}”, có thể là “${right}”.`,
      messageEn: `Possibly a misprint or a scanning error: “${printed}”, perhaps “${right}”.`,
      suggestion,
    };
  });
}
