/** The lines of a head or a signature: each is a paragraph of its own, but for a name that had no room on one line. */

import { measureColumn } from './blocks.ts';
import type { Line } from './line.ts';
import { isHeadLine, opensRecipients, opensSmall, opensWithBullet } from './openings.ts';
import { type DraftParagraph, partParagraphs } from './paragraphs.ts';

/** Parts one column of a form into paragraphs. */
export function partForm(lines: readonly Line[]): DraftParagraph[] {
  const recipients = lines.findIndex((line) => opensRecipients(line.text));
  const head = recipients < 0 ? lines : lines.slice(0, recipients);
  const paragraphs: DraftParagraph[] = [];
  for (const line of head) {
    const open = paragraphs.at(-1);
    const last = open?.lines.at(-1);
    if (open && last && goesOn(open, last, line)) {
      open.lines.push(line);
      open.breaks.push(false);
    } else paragraphs.push({ lines: [line], breaks: [false], centred: false });
  }
  if (recipients >= 0) paragraphs.push(...partRecipients(lines.slice(recipients)));
  return paragraphs;
}

const SUBJECT = /^(?:V\/v|Về việc)/u;
/** Heads of lines that end in the middle of a name or a date. */
const CUT =
  /(?:CỘNG H(?:ÒA|OÀ) XÃ HỘI(?: CHỦ NGHĨA(?: VIỆT)?)?|Độc lập\s?[-–](?:\s?Tự do\s?[-–]?)?|ngày[\s\d.…_]*|tháng[\s\d.…_]*|năm|[-–,])$/u;

function goesOn(open: DraftParagraph, last: Line, line: Line): boolean {
  if (line.top - last.bottom > 0.8 * last.size) return false;
  const first = open.lines[0]?.text ?? '';
  if (SUBJECT.test(first)) return !isHeadLine(line.text);
  if (CUT.test(last.text) && !/^[-–,]$/.test(last.text))
    return !isHeadLine(line.text) || /^(?:CHỦ NGHĨA|Tự do|Hạnh phúc)/u.test(line.text);
  return opensSmall(line.text) && !isHeadLine(line.text) && !/[.;:]$/.test(last.text);
}

/** `Nơi nhận:` and its items, which wrap. */
function partRecipients(lines: readonly Line[]): DraftParagraph[] {
  const [first, ...items] = lines;
  if (!first) return [];
  const alone = { lines: [first], breaks: [false], centred: false };
  if (items.some((line) => opensWithBullet(line.text))) {
    // Items open with a dash; everything else goes on with the item before.
    const paragraphs: DraftParagraph[] = [alone];
    for (const line of items) {
      const open = paragraphs.at(-1) as DraftParagraph;
      const last = open.lines.at(-1) as Line;
      const sameSize = line.source === 'ocr' || Math.abs(last.size - line.size) < 0.15 * last.size;
      if (opensWithBullet(line.text) || open === alone || !sameSize || line.top - last.bottom > 1.5 * last.size) {
        paragraphs.push({ lines: [line], breaks: [false], centred: false });
      } else {
        open.lines.push(line);
        open.breaks.push(false);
      }
    }
    return paragraphs;
  }
  return [alone, ...partParagraphs(items, measureColumn(items)).map((draft) => ({ ...draft, centred: false }))];
}
