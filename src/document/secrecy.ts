/**
 * Documents marked as state secrets (dấu chỉ độ mật: MẬT, TỐI MẬT, TUYỆT MẬT) are not read here.
 *
 * The Law on Protection of State Secrets (Luật Bảo vệ bí mật nhà nước, 117/2025/QH15, Article 5 clause 2; before it
 * 29/2018/QH14) forbids to write or keep them on a computer that is connected to a network other than an isolated one.
 * What is found marked is refused; its bytes are overwritten in the process that opened it, its text is in no message,
 * and that process ends with its temporary folder. The caller must remove its own copies: the bytes it handed over, the
 * upload and the file. The mark stands in the header, in letters of its own: words such as "bí mật nhà nước", "công tác
 * bảo mật" or "mật độ dân số" are not marks.
 */
import { type Document, fileRefusal } from './model.ts';
import type { PageContent, PageWord } from './page.ts';

export const SECRET = fileRefusal(
  'secret',
  'tài liệu có dấu chỉ độ mật (MẬT, TỐI MẬT hoặc TUYỆT MẬT) nên không được đọc và không lưu lại; hãy gỡ tệp khỏi máy này và xử lý theo quy định về bảo vệ bí mật nhà nước',
  'the document is marked as a state secret, so it was not read and nothing of it was kept; take the file off this machine and handle it by the rules on state secrets',
);

/** Lines of a text that its header can take. */
const HEADER_LINES = 60;

/** True when the header of a document that was read carries the mark. */
export function isMarkedSecret(document: Document): boolean {
  return hasMark(firstLines(document.text, HEADER_LINES));
}

/** The first lines that hold something. */
function firstLines(text: string, most: number): string[] {
  const lines: string[] = [];
  for (let at = 0; at < text.length && lines.length < most; ) {
    const end = text.indexOf('\n', at);
    const line = text.slice(at, end < 0 ? text.length : end).trim();
    if (line !== '') lines.push(line);
    at = end < 0 ? text.length : end + 1;
  }
  return lines;
}

/** True when one of the lines, or a cell or column of one, is the mark; `stamped` when they were read from a red stamp. */
export function hasMark(lines: readonly string[], stamped = false): boolean {
  const pieces = lines.flatMap((line) => line.normalize('NFC').split(/\t|\s{3,}|\|/));
  let before = '';
  for (const piece of pieces) {
    const plain = piece.replaceAll('*', '').trim();
    if (plain === '') continue;
    if (stamped && isStampedMark(plain)) return true;
    if (isLabelled(plain, before) || (isMark(plain) && !STARTS_A_WORD.test(before))) return true;
    before = plain;
  }
  return false;
}

/** `BẢO VỆ BÍ` at the end of a line: the `MẬT` of the next is no mark. */
const STARTS_A_WORD = /(?:^|[\s-])(?:bí|bảo|cơ|giải|thân|ngọt)$/iu;

/** `Độ mật: Tối mật`, also with the label and the value in cells of their own. */
function isLabelled(text: string, before: string): boolean {
  const value =
    /^(?:dấu chỉ\s+)?(?:mức\s+)?độ\s+mật\s*[:：](.*)$/iu.exec(text)?.[1] ?? (LABEL.test(before) ? text : null);
  return value !== null && isMark(value.toUpperCase());
}

const LABEL = /^(?:dấu chỉ\s+)?(?:mức\s+)?độ\s+mật\s*[:：]?$/iu;

/** A frame around the mark, brackets or dashes, also as recognition reads them. */
const AROUND = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;

/** The mark alone, in capitals; also with spaced letters and in the forms that recognition makes of it. */
function isMark(text: string): boolean {
  if (text.length > 40) return false;
  const compact = text.normalize('NFC').replace(AROUND, '').replace(/\s+/gu, '');
  return MARK.test(compact) || MARK.test(compact.replace(/^[Il1]|[Il1]$/gu, ''));
}

const A = '[ẬÂAẠẤẦẨẪ]';
const MARK = new RegExp(
  `^(?:T[ỐÔOỒỔỖỘÓÒ0][IÌÍl1]M${A.replace(']', 'ẶĂ]')}T|T[UƯỤÚ][YỲÝ][ỆÊEẾỀỂỄẸ]TM${A.replace(']', 'ẶĂ]')}T|M${A}T)$`,
  'u',
);

/** The mark as a smudged stamp reads: other things that are stamped (HỎA TỐC, THƯỢNG KHẨN, ĐẾN) are far from it. */
function isStampedMark(text: string): boolean {
  const words = text
    .split(/\s+/)
    .map(lettersOf)
    .filter((word) => word !== '');
  if (words.includes('MAT')) return true;
  return SMUDGED.test(words.join('')) || words.some((word, i) => /^M.{0,3}$/.test(word) && isSmudged(words[i - 1]));
}

const SMUDGED = /^.?(?:T[O0QC]?[IL1T]?|T?T[UVYI]{1,3}[E£]?[TIL1])?M[A-Z0-9]{0,2}[TIL17].?$/;

/** What is left of `TUYỆT` or `TỐI`. */
function isSmudged(word: string | undefined): boolean {
  return word !== undefined && /^.{0,2}(?:T?[UV]Y[EL]|TUY|T[O0][IL1]?$)/.test(word);
}

function lettersOf(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
}

/** True when a word of the upper half of a page is the mark, standing apart from the others of its line. */
export function isPageMarked(page: PageContent): boolean {
  const words = page.words.filter((word) => word.box.y < page.height / 2 && /[\p{L}\p{N}]/u.test(word.text));
  const candidates = words.filter((word) => isMark(word.text));
  return candidates.slice(0, MOST_CANDIDATES).some((word) => standsApart(word, words));
}

const MOST_CANDIDATES = 50;
/** Space beside the mark, in heights of its letters. */
const APART = 1.2;

function standsApart(mark: PageWord, words: readonly PageWord[]): boolean {
  const { box } = mark;
  const onLine = words.filter((word) => {
    const shared = Math.min(word.box.y + word.box.height, box.y + box.height) - Math.max(word.box.y, box.y);
    return word !== mark && shared > 0.4 * Math.min(word.box.height, box.height);
  });
  const right = onLine.filter((word) => word.box.x > box.x);
  if (right.some((word) => word.box.x - (box.x + box.width) < APART * box.height)) return false;
  const left = onLine.filter((word) => word.box.x < box.x).sort((a, b) => endOf(b) - endOf(a));
  const [nearest] = left;
  if (!nearest) return !endsLineAbove(mark, words);
  if (STARTS_A_WORD.test(nearest.text)) return false;
  if (box.x - endOf(nearest) >= APART * box.height) return true;
  const [, beyond] = left;
  return (
    FIRST_HALF.test(nearest.text.normalize('NFC')) && (!beyond || nearest.box.x - endOf(beyond) >= APART * box.height)
  );
}

const FIRST_HALF = /^\P{L}*(?:T[ỐÔOỒỔỖỘÓÒ0][IÌÍl1]|T[UƯỤÚ][YỲÝ][ỆÊEẾỀỂỄẸ]T)$/u;

/** `… BẢO VỆ BÍ` on the line above: the mark is the rest of a title. */
function endsLineAbove(mark: PageWord, words: readonly PageWord[]): boolean {
  return words.some(
    (word) =>
      STARTS_A_WORD.test(word.text) && word.box.y < mark.box.y && mark.box.y - word.box.y < 2.5 * mark.box.height,
  );
}

function endOf(word: PageWord): number {
  return word.box.x + word.box.width;
}
