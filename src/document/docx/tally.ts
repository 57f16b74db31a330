/** What was left out or taken for granted while a Word document was read, and the warnings that come of it. */

import type { Issue, Severity } from '#base/issue.ts';

export interface Tally {
  /** Tracked insertions, deletions and moves. */
  changes: number;
  /** Runs, paragraphs and rows of hidden text. */
  hidden: number;
  comments: number;
  /** Embedded objects in the text. */
  objects: number;
  pictures: number;
  /** Tables of contents. */
  contents: number;
  /** Parts of other formats that Word would draw in, and what the document takes from outside. */
  outside: number;
  /** Pieces of text in an encoding before Unicode. */
  legacy: number;
  /** Letters and digits of the text. */
  letters: number;
}

export function newTally(): Tally {
  return {
    changes: 0,
    hidden: 0,
    comments: 0,
    objects: 0,
    pictures: 0,
    contents: 0,
    outside: 0,
    legacy: 0,
    letters: 0,
  };
}

/** Fewer letters than this beside pictures: the text is in the pictures. */
const ALMOST_NOTHING = 200;

export function listWarnings(tally: Tally, names: readonly string[]): Issue[] {
  const issues: Issue[] = [];
  const add = (severity: Severity, code: string, message: string, messageEn: string) =>
    issues.push({ severity, code, span: null, message, messageEn });
  if (tally.changes > 0) {
    add(
      'warning',
      'tracked-changes',
      `Văn bản có ${tally.changes} chỗ sửa theo dấu (Track Changes); được đọc như đã chấp nhận tất cả.`,
      `The document has ${tally.changes} tracked changes; they are read as accepted.`,
    );
  }
  if (tally.hidden > 0) {
    add(
      'warning',
      'hidden-text',
      `Văn bản có chữ ẩn (${tally.hidden} đoạn chữ); phần này không được đọc.`,
      `The document has hidden text (${tally.hidden} pieces); it is not read.`,
    );
  }
  if (tally.comments > 0) {
    add(
      'warning',
      'comments',
      `Văn bản có ${tally.comments} ghi chú (comment) bên lề; phần này không được đọc.`,
      `The document has ${tally.comments} comments in the margin; they are not read.`,
    );
  }
  if (names.some((name) => /(?:^|\/)vba(?:Project\w*\.bin|Data\w*\.xml)$/i.test(name))) {
    add('warning', 'macros', 'Tệp có chứa macro; macro không được chạy.', 'The file holds macros; they are not run.');
  }
  const embedded = names.filter((name) => /(?:^|\/)(?:embeddings|activeX)\/[^/]+\.(?!rels$)\w+$/i.test(name)).length;
  const objects = Math.max(embedded, tally.objects);
  if (objects > 0) {
    add(
      'warning',
      'embedded-objects',
      `Tệp có ${objects} đối tượng nhúng (OLE, tệp đính kèm); chúng không được mở và không được đọc.`,
      `The file holds ${objects} embedded objects; they are neither opened nor read.`,
    );
  }
  if (tally.outside > 0) {
    add(
      'warning',
      'outside-parts',
      `Tệp có ${tally.outside} phần lấy từ nơi khác (mẫu, ảnh, tệp ghép ngoài); chúng không được tải và không được đọc.`,
      `The file takes ${tally.outside} parts from elsewhere (template, pictures, joined files); they are not fetched and not read.`,
    );
  }
  if (tally.legacy > 0) {
    add(
      'info',
      'legacy-fonts',
      'Văn bản có chữ theo phông cũ (TCVN3, VNI); đã được chuyển sang Unicode.',
      'The document has text in fonts before Unicode (TCVN3, VNI); it was converted.',
    );
  }
  if (tally.contents > 0) {
    add(
      'info',
      'contents-left-out',
      'Mục lục tự động của văn bản không được đọc (các đề mục đã có trong nội dung).',
      'The generated table of contents is not read (its headings stand in the text).',
    );
  }
  if (tally.pictures > 0 && tally.letters < ALMOST_NOTHING) {
    add(
      'warning',
      'pictures-without-text',
      `Văn bản có ${tally.pictures} ảnh và hầu như không có chữ; nếu là ảnh chụp trang giấy, hãy lưu thành PDF rồi mở lại để nhận dạng chữ.`,
      `The document has ${tally.pictures} pictures and almost no text; if they are scanned pages, save it as PDF and open that to have them recognised.`,
    );
  }
  return issues;
}
