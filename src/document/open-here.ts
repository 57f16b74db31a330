/** Opens a file in this very process: what the process of its own does, without its walls. Also for tests and benchmarks. */

import { exhaustive } from '#base/exhaustive.ts';
import type { Issue } from '#base/issue.ts';
import { err, ok, type Result } from '#base/result.ts';
import type { Content, PlainContent } from './block.ts';
import { compose } from './compose.ts';
import { kindOf } from './kind.ts';
import { limitsOf } from './limits.ts';
import type { Document, DocumentLine, FileRefusal, Format, OpenOptions } from './model.ts';
import { doubtWarning } from './page-warnings.ts';
import { EMPTY, NO_TEXT, tooLarge } from './refusals.ts';
import { hasMark, isMarkedSecret, SECRET } from './secrecy.ts';

export interface OpenHereOptions extends OpenOptions {
  /** True when nobody needs the bytes any more: a long PDF is then in memory once and not twice. They are empty afterwards. */
  readonly consume?: boolean;
}

/** Limits of time and memory are not kept here. */
export async function openHere(
  bytes: Uint8Array,
  name: string,
  options: OpenHereOptions = {},
): Promise<Result<Document, FileRefusal>> {
  const limits = limitsOf(options.limits);
  if (bytes.length === 0) return err(EMPTY);
  if (bytes.length > limits.bytes) return err(tooLarge(limits.bytes));
  const format = kindOf(bytes, name);
  if (!format.ok) return format;
  const content = await readContent(bytes, format.value, options);
  if (!content.ok) return content;
  const document = 'plain' in content.value ? keep(content.value) : compose(await withSequences(content.value));
  const margins = ('margins' in content.value && content.value.margins) || [];
  if (isMarkedSecret(document) || hasMark(margins.flatMap((text) => text.split('\n')))) return err(SECRET);
  if (/^[\s\p{Cf}]*$/u.test(document.text)) return err(NO_TEXT);
  const warnings = [...document.warnings];
  if (options.pages && document.pages.length === 0) warnings.push(NO_PAGES);
  if (document.doubts.length > 0) warnings.push(doubtWarning(document.doubts.length));
  return ok({ ...document, warnings });
}

/** A reader is loaded when a file needs it: a text shall not wait for the readers of pictures. */
async function readContent(
  bytes: Uint8Array,
  format: Format,
  options: OpenHereOptions,
): Promise<Result<Content | PlainContent, FileRefusal>> {
  switch (format) {
    case 'txt':
    case 'md':
      return (await import('./encoding/plain.ts')).readPlain(bytes, format);
    case 'html':
      return (await import('./html/html.ts')).readHtml(bytes);
    case 'docx': {
      const { hasMarkedHeader } = await import('./secrecy-header.ts');
      if (hasMarkedHeader(bytes, format)) return err(SECRET);
      return (await import('./docx/docx.ts')).readDocx(bytes);
    }
    case 'odt': {
      const { hasMarkedHeader } = await import('./secrecy-header.ts');
      if (hasMarkedHeader(bytes, format)) return err(SECRET);
      return (await import('./odt/odt.ts')).readOdt(bytes);
    }
    case 'doc':
      return (await import('./doc/doc.ts')).readDoc(bytes);
    case 'rtf':
      return (await import('./rtf/rtf.ts')).readRtf(bytes);
    case 'pdf':
    case 'image':
      return (await import('./paged.ts')).readPages(bytes, format, options);
    default:
      return exhaustive(format);
  }
}

/** Labels of recognised pages are held against their neighbours. */
async function withSequences(content: Content): Promise<Content> {
  if (content.pages.every((page) => page.source !== 'ocr')) return content;
  const { doubtSequences } = await import('./layout/sequences.ts');
  return { ...content, blocks: doubtSequences(content.blocks) };
}

/** A text that is kept to the letter: its lines are those of the file. */
function keep({ format, plain, warnings }: PlainContent): Document {
  const lines: DocumentLine[] = [];
  for (let start = 0; start < plain.length; ) {
    const found = plain.indexOf('\n', start);
    const end = found < 0 ? plain.length : found;
    if (end > start) lines.push({ span: { start, end }, page: null, box: null, font: null, confidence: null });
    start = end + 1;
  }
  return { format, pages: [], text: plain, lines, words: [], doubts: [], warnings };
}

const NO_PAGES: Issue = {
  severity: 'warning',
  code: 'no-pages',
  span: null,
  message: 'Loại tệp này không chia trang cố định nên đã đọc toàn bộ, không theo khoảng trang đã chọn.',
  messageEn: 'This kind of file has no fixed pages, so all of it was read and not the chosen pages.',
};
