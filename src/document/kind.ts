/**
 * What a file is by its content, whatever its name says. A name that says something else is refused with a sentence that
 * names both: an office program opens such a file silently, and nobody learns that it is not what it seems.
 */
import { err, ok, type Result } from '#base/result.ts';
import { openArchive } from './archive.ts';
import { CompoundFile } from './doc/compound-file.ts';
import { KINDS, type Kind, kindsOfEnding, MAGIC, UNPACK } from './kind-table.ts';
import { type FileRefusal, type Format, fileRefusal } from './model.ts';
import { DAMAGED, ENCRYPTED } from './refusals.ts';

/** The format to open the file as; `name` may be `-` or have no ending, then the content alone tells. */
export function kindOf(bytes: Uint8Array, name: string): Result<Format, FileRefusal> {
  const ending = endingOf(name);
  const named = kindsOfEnding(ending);
  const found = kindOfContent(bytes, named);
  if (!found.ok) return found;
  const kind = found.value;
  if (kind === null) return err(named.length > 0 ? notAsNamed(named[0] as Kind, ending) : UNKNOWN);
  if (named.length > 0 && !named.includes(kind)) return err(wrongEnding(ending, kind));
  return kind.format === null ? err(notRead(kind)) : ok(kind.format);
}

/** The ending of a name, lower case, without its dot; '' when there is none. */
export function endingOf(name: string): string {
  return /[^/\\]\.([A-Za-z0-9]{1,8})$/.exec(name.trim())?.[1]?.toLowerCase() ?? '';
}

/** What the content alone is, `named` being the kinds that the name would allow; null when nothing is recognised. */
export function kindOfContent(bytes: Uint8Array, named: readonly Kind[]): Result<Kind | null, FileRefusal> {
  const start = latin(bytes.subarray(0, 1024));
  if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06')) return kindOfZip(bytes);
  if (start.startsWith(COMPOUND)) return kindOfCompound(bytes);
  if (start.startsWith('%PDF-')) return ok(KINDS.pdf);
  const magic = MAGIC.find(([beginning]) => start.startsWith(beginning));
  if (magic) return ok(magic[1]);
  const held = kindOfContainer(start);
  if (held) return ok(held);
  if (isText(bytes)) return ok(kindOfText(bytes, named));
  // Some programs put a few bytes before the header of a PDF; readers look for it in the first kilobyte.
  return ok(start.includes('%PDF-') ? KINDS.pdf : null);
}

/** Kinds told by more than their first bytes. */
function kindOfContainer(start: string): Kind | null {
  if (start.startsWith('RIFF')) return start.startsWith('WEBP', 8) ? KINDS.webp : KINDS.media;
  if (start.startsWith('ftyp', 4))
    return /^(?:hei|hev|mif|msf|avi)/.test(start.slice(8, 12)) ? KINDS.heic : KINDS.media;
  if (start.startsWith('BM') && start.slice(6, 10) === '\0\0\0\0') return KINDS.bmp;
  if (start.startsWith('MZ') && start.includes('\0')) return KINDS.program;
  return null;
}

function kindOfZip(bytes: Uint8Array): Result<Kind | null, FileRefusal> {
  const archive = openArchive(bytes);
  if (!archive.ok) return archive;
  const { names } = archive.value;
  const under = (folder: string) => names.some((name) => name.startsWith(folder));
  if (archive.value.has('[Content_Types].xml')) {
    if (under('word/')) return ok(KINDS.docx);
    if (under('xl/')) return ok(KINDS.xlsx);
    if (under('ppt/')) return ok(KINDS.pptx);
  }
  if (under('FixedDocSeq') || under('FixedDocumentSequence')) return ok(KINDS.xps);
  if (archive.value.has('mimetype')) {
    const type = archive.value.read('mimetype');
    const said = type.ok && type.value ? latin(type.value.subarray(0, 80)) : '';
    if (said.includes('epub')) return ok(KINDS.epub);
    if (said.includes('opendocument.spreadsheet')) return ok(KINDS.ods);
    if (/opendocument\.(?:presentation|graphics)/.test(said)) return ok(KINDS.odp);
  }
  return ok(archive.value.has('content.xml') && under('META-INF/') ? KINDS.odt : KINDS.zip);
}

/** An OLE compound file, as Word and Excel before 2007 wrote and as encrypted files still are. */
const COMPOUND = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';
const COMPOUND_HEADER = 512;

function kindOfCompound(bytes: Uint8Array): Result<Kind | null, FileRefusal> {
  const names = bytes.length < COMPOUND_HEADER ? [] : new CompoundFile(bytes).names;
  if (names.length === 0) return err(DAMAGED);
  if (names.includes('EncryptedPackage')) return err(ENCRYPTED);
  if (names.includes('WordDocument')) return ok(KINDS.doc);
  if (names.includes('Workbook') || names.includes('Book')) return ok(KINDS.xls);
  if (names.includes('PowerPoint Document')) return ok(KINDS.ppt);
  return ok(names.some((name) => name.startsWith('__substg1.0_')) ? KINDS.msg : null);
}

/** Of text: what its beginning says; else what the name says, if that is a kind of text. */
function kindOfText(bytes: Uint8Array, named: readonly Kind[]): Kind {
  const start = beginningOf(bytes);
  if (start.startsWith('{\\rtf')) return KINDS.rtf;
  if (start.startsWith('%PDF-')) return KINDS.pdf;
  if (/^mime-version:/i.test(start) && /multipart\/related/i.test(start)) return KINDS.mht;
  if (/^<\?xml\b/.test(start) && /<(?:w:wordDocument|pkg:package)\b/.test(start)) return KINDS.wordXml;
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i.test(start)) return KINDS.html;
  if (named.includes(KINDS.html)) return KINDS.html;
  return named.includes(KINDS.markdown) ? KINDS.markdown : KINDS.text;
}

/** The first characters, without a byte order mark and spaces before them. */
function beginningOf(bytes: Uint8Array): string {
  const [a, b] = bytes;
  const label = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(label).decode(bytes.subarray(0, 4096)).trimStart();
}

/** Bytes that a look is taken at to tell text from other things. */
const SAMPLE = 1 << 16;
/** Control characters that text holds. */
const ORDINARY = new Set([0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1a, 0x1b]);

/** Text in any encoding: without noughts and nearly without control characters; in UTF-16 every other byte may be nought. */
function isText(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, SAMPLE);
  let controls = 0;
  const noughts = [0, 0];
  for (const [i, byte] of sample.entries()) {
    if (byte === 0) noughts[i % 2] = (noughts[i % 2] as number) + 1;
    else if (byte < 0x20 && !ORDINARY.has(byte)) controls++;
  }
  const [even, odd] = noughts as [number, number];
  if (even + odd === 0) return controls <= sample.length / 50;
  const marked = (sample[0] === 0xff && sample[1] === 0xfe) || (sample[0] === 0xfe && sample[1] === 0xff);
  return marked || (Math.min(even, odd) === 0 && Math.max(even, odd) > sample.length / 8);
}

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

function wrongEnding(ending: string, kind: Kind): FileRefusal {
  const told = {
    vi: `tên tệp có đuôi .${ending} nhưng nội dung là ${kind.vi}`,
    en: `the name ends in .${ending} but the content is ${kind.en}`,
  };
  const way =
    kind.format === null
      ? (kind.way ?? CHOOSE_ANOTHER)
      : { vi: `hãy đổi đuôi thành .${kind.endings[0]}`, en: `rename it to .${kind.endings[0]}` };
  return fileRefusal('wrong-extension', `${told.vi}; ${way.vi} rồi thử lại`, `${told.en}; ${way.en} and try again`);
}

function notRead(kind: Kind): FileRefusal {
  const way = kind.way ?? CHOOSE_ANOTHER;
  return fileRefusal(
    kind.way === null || kind.way === UNPACK ? 'unknown-format' : 'needs-converting',
    `đây là ${kind.vi}, loại tệp không đọc được; ${way.vi} rồi thử lại`,
    `this is ${kind.en}, which can not be read; ${way.en} and try again`,
  );
}

function notAsNamed(kind: Kind, ending: string): FileRefusal {
  return fileRefusal(
    'damaged',
    `tên tệp có đuôi .${ending} nhưng nội dung không phải ${kind.vi}; tệp có thể bị hỏng, hãy xin lại hoặc xuất lại tệp gốc`,
    `the name ends in .${ending} but the content is not ${kind.en}; it may be damaged, so get or export the file anew`,
  );
}

const CHOOSE_ANOTHER = { vi: 'hãy chọn tệp văn bản', en: 'choose a document' };

const UNKNOWN = fileRefusal(
  'unknown-format',
  'không nhận ra loại tệp này; hãy dùng Word, PDF, ảnh quét (PNG, JPEG, TIFF) hoặc văn bản thuần',
  'this kind of file is not known; use Word, PDF, scans (PNG, JPEG, TIFF) or plain text',
);
