/** Marks that were put onto a document after it was written: notes of electronic signatures, stamps of the post room. */
import type { PageContent } from '../page.ts';
import type { Line } from './line.ts';
import type { Row } from './lines.ts';

const SIGNED =
  /^(?:(?:Được\s)?[Kk]ý bởi|Người ký|Ngày ký|Giờ ký|Thời gian ký|Chữ ký số|Signature (?:Not Verified|valid)|Digitally signed by|Signed by|Signing [Tt]ime)\s?:?/u;
const SIGNED_MORE =
  /^(?:Cơ quan|Email|E-mail|Thư điện tử|Ngày ký|Thời gian ký|Giờ ký|Chức vụ|Đơn vị|Date|Lý do|Reason|Location|Nơi ký|Số chứng thư|Tổ chức|\d{1,2}[./-]\d{1,2}[./-]\d{4}(?:\s|$)|\d{2}:\d{2}:\d{2})/u;
/** The running line of the official gazette (Công báo). */
const GAZETTE = /^(?:\d{1,4}\s)?CÔNG BÁO\s?\/\s?Số\b/iu;
/** The stamp for incoming mail: ĐẾN, with number and day on the lines below. */
const ARRIVED = /^(?:(?:CÔNG VĂN|VĂN BẢN)\s)?Đ[ẾÊ]N(?:\sSố\s?:.*)?$/u;
const ARRIVED_MORE = /^(?:Số\s?:?[\s\d.…_]*$|Ngày\s?:?[\s\d.…_/-]*$|Chuyển\s?:?|Giờ\s?:?|Lưu hồ sơ|Số và ký hiệu HS)/iu;

/** Rows, or parts of rows, that are such marks. */
export function findNoise(rows: readonly Row[], page: PageContent): Set<Line> {
  const noise = new Set<Line>();
  for (const [i, row] of rows.entries()) {
    for (const part of row.parts) {
      if (noise.has(part)) continue;
      if (GAZETTE.test(part.text) && row.top < 0.12 * page.height) noise.add(part);
      else if (SIGNED.test(part.text) && part.text.length < 90) takeBelow(rows, i, part, noise);
      else if (ARRIVED.test(part.text) && part.top < 0.3 * page.height) takeStamp(rows, i, part, noise);
    }
  }
  return noise;
}

/** The lines right below that belong to the same note. */
function takeBelow(rows: readonly Row[], at: number, first: Line, noise: Set<Line>): void {
  noise.add(first);
  let last = first;
  for (let i = at + 1; i < Math.min(rows.length, at + 9); i++) {
    const part = (rows[i] as Row).parts.find((one) => Math.abs(one.left - first.left) < 2 * first.size);
    if (!part || part.top - last.bottom > 1.2 * last.size) continue;
    if (part.size > first.size * 1.25 || !(SIGNED.test(part.text) || SIGNED_MORE.test(part.text))) break;
    noise.add(part);
    last = part;
  }
}

/** The stamp is one only when its own lines stand below, near its middle. */
function takeStamp(rows: readonly Row[], at: number, first: Line, noise: Set<Line>): void {
  const found: Line[] = [];
  let last = first;
  for (let i = at + 1; i < Math.min(rows.length, at + 8); i++) {
    const part = (rows[i] as Row).parts.find(
      (one) => one.left < first.right + 60 && one.right > first.left - 60 && ARRIVED_MORE.test(one.text),
    );
    if (!part || part.top - last.bottom > 2 * first.size) continue;
    found.push(part);
    last = part;
  }
  if (found.length < 2) return;
  for (const part of [first, ...found]) noise.add(part);
}
