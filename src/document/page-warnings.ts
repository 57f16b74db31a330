/** What a person should know about how the pages of a file were read. */
import type { Issue } from '#base/issue.ts';
import type { PageContent } from './page.ts';

export interface ReadPage {
  readonly content: PageContent;
  /** A picture that was not to be recognised. */
  readonly lacksText: boolean;
  /** The text is an invisible layer that somebody else's recognition left. */
  readonly foreign: boolean;
}

export function pageWarnings(pages: readonly ReadPage[]): Issue[] {
  const numbers = (wanted: (page: ReadPage) => boolean) => pages.filter(wanted).map(({ content }) => content.number);
  const recognised = numbers(({ content }) => content.source === 'ocr' && content.words.length > 0);
  const foreign = numbers((page) => page.foreign);
  const pictures = numbers((page) => page.lacksText);
  const blank = numbers(({ content, lacksText }) => content.words.length === 0 && !lacksText);
  const warnings: Issue[] = [];
  const add = (list: readonly number[], severity: Issue['severity'], code: string, vi: string, en: string) => {
    if (list.length === 0) return;
    const said = listPages(list);
    warnings.push({
      severity,
      code,
      span: null,
      message: `Trang ${said}: ${vi}`,
      messageEn: `Page${list.length > 1 ? 's' : ''} ${said}: ${en}`,
    });
  };
  add(
    recognised,
    'info',
    'pages-recognised',
    'đọc bằng nhận dạng chữ (OCR); cần đối chiếu số liệu với bản gốc.',
    'read by recognition of characters (OCR); compare the figures with the original.',
  );
  add(
    foreign,
    'warning',
    'foreign-recognition',
    'lớp chữ do chương trình quét khác tạo ra, có thể sai mà không được đánh dấu.',
    'the text was left by another scanning program and may be wrong without a mark.',
  );
  add(
    pictures,
    'warning',
    'pages-not-recognised',
    'chỉ là ảnh hoặc có lớp chữ hỏng nên chưa được đọc; hãy cho phép nhận dạng chữ (OCR).',
    'only a picture, or broken text, and so not read; allow recognition of characters (OCR).',
  );
  add(blank, 'info', 'pages-without-text', 'không có chữ nào.', 'no text was found.');
  return warnings;
}

/** What recognition is not sure of, in the text as it is read: page numbers and the like are left out. */
export function doubtWarning(doubts: number): Issue {
  return {
    severity: 'warning',
    code: 'recognition-doubts',
    span: null,
    message: `Có ${doubts} chỗ nhận dạng chưa chắc, đã đánh dấu để kiểm tra.`,
    messageEn: `Recognition is not sure of ${doubts} place${doubts > 1 ? 's' : ''}; they are marked to be checked.`,
  };
}

/** `1–3, 5` */
export function listPages(pages: readonly number[]): string {
  const parts: string[] = [];
  for (let i = 0; i < pages.length; ) {
    let end = i;
    while (pages[end + 1] === (pages[end] as number) + 1) end++;
    parts.push(end === i ? `${pages[i]}` : `${pages[i]}–${pages[end]}`);
    i = end + 1;
  }
  return parts.join(', ');
}
