/** The kinds of files that people send, with the endings that their names may have and what to do about those not read. */
import type { Format } from './model.ts';

export interface Kind {
  /** What it is opened as; null for what is not read. */
  readonly format: Format | null;
  /** `tệp PDF` */
  readonly vi: string;
  /** `a PDF file` */
  readonly en: string;
  /** The endings of its names, lower case, the usual one first. */
  readonly endings: readonly string[];
  /** What a person can do with a file that is not read; null when nothing helps. */
  readonly way: { readonly vi: string; readonly en: string } | null;
}

function read(format: Format, vi: string, en: string, ...endings: string[]): Kind {
  return { format, vi, en, endings, way: null };
}

function convert(vi: string, en: string, target: Way, ...endings: string[]): Kind {
  return { format: null, vi, en, endings, way: target };
}

type Way = { readonly vi: string; readonly en: string };

const AS_WORD: Way = { vi: 'hãy lưu lại ở dạng Word (.docx)', en: 'save it as Word (.docx)' };
const AS_PDF: Way = { vi: 'hãy lưu lại ở dạng PDF', en: 'save it as PDF' };
const AS_PICTURE: Way = { vi: 'hãy lưu lại ở dạng JPEG hoặc PDF', en: 'save it as JPEG or PDF' };
export const UNPACK: Way = { vi: 'hãy giải nén, chọn từng tệp bên trong', en: 'unpack it and choose the files inside' };

export const KINDS = {
  docx: read('docx', 'tệp Word', 'a Word file', 'docx', 'docm', 'dotx', 'dotm'),
  doc: read('doc', 'tệp Word đời cũ', 'an old Word file', 'doc', 'dot'),
  odt: read('odt', 'văn bản OpenDocument', 'an OpenDocument text', 'odt', 'ott'),
  rtf: read('rtf', 'tệp RTF', 'an RTF file', 'rtf'),
  pdf: read('pdf', 'tệp PDF', 'a PDF file', 'pdf'),
  png: read('image', 'ảnh PNG', 'a PNG picture', 'png'),
  jpeg: read('image', 'ảnh JPEG', 'a JPEG picture', 'jpg', 'jpeg', 'jpe', 'jfif'),
  tiff: read('image', 'ảnh TIFF', 'a TIFF picture', 'tif', 'tiff'),
  webp: read('image', 'ảnh WebP', 'a WebP picture', 'webp'),
  html: read('html', 'trang HTML', 'an HTML page', 'html', 'htm', 'xhtml'),
  markdown: read('md', 'văn bản Markdown', 'Markdown text', 'md', 'markdown'),
  text: read('txt', 'văn bản thuần', 'plain text', 'txt', 'text'),

  xlsx: convert('bảng tính Excel', 'an Excel workbook', AS_PDF, 'xlsx', 'xlsm', 'xltx', 'xlsb'),
  xls: convert('bảng tính Excel đời cũ', 'an old Excel workbook', AS_PDF, 'xls', 'xlt'),
  pptx: convert('bản trình chiếu PowerPoint', 'a PowerPoint presentation', AS_PDF, 'pptx', 'pptm', 'ppsx', 'potx'),
  ppt: convert('bản trình chiếu PowerPoint đời cũ', 'an old PowerPoint presentation', AS_PDF, 'ppt', 'pps'),
  ods: convert('bảng tính OpenDocument', 'an OpenDocument spreadsheet', AS_PDF, 'ods', 'ots'),
  odp: convert('bản trình chiếu OpenDocument', 'an OpenDocument presentation', AS_PDF, 'odp', 'odg'),
  msg: convert('thư Outlook', 'an Outlook message', AS_PDF, 'msg'),
  mht: convert('trang web lưu trong một tệp (MHT)', 'a web page in one file (MHT)', AS_WORD, 'mht', 'mhtml'),
  wordXml: convert('tệp Word XML', 'a Word XML file', AS_WORD, 'xml'),
  oldWord: convert('tệp Word rất cũ', 'a very old Word file', AS_WORD, 'doc'),
  epub: convert('sách điện tử EPUB', 'an EPUB book', AS_PDF, 'epub'),
  xps: convert('tệp XPS', 'an XPS file', AS_PDF, 'xps', 'oxps'),
  djvu: convert('tệp DjVu', 'a DjVu file', AS_PDF, 'djvu', 'djv'),
  postscript: convert('tệp PostScript', 'a PostScript file', AS_PDF, 'ps', 'eps'),
  gif: convert('ảnh GIF', 'a GIF picture', AS_PICTURE, 'gif'),
  bmp: convert('ảnh BMP', 'a BMP picture', AS_PICTURE, 'bmp'),
  heic: convert('ảnh HEIC', 'a HEIC picture', AS_PICTURE, 'heic', 'heif', 'avif'),
  zip: convert('tệp nén ZIP', 'a ZIP archive', UNPACK, 'zip'),
  rar: convert('tệp nén RAR', 'a RAR archive', UNPACK, 'rar'),
  sevenZip: convert('tệp nén 7z', 'a 7z archive', UNPACK, '7z'),
  gzip: convert('tệp nén GZIP', 'a GZIP archive', UNPACK, 'gz', 'tgz'),
  bzip2: convert('tệp nén BZIP2', 'a BZIP2 archive', UNPACK, 'bz2'),
  xz: convert('tệp nén XZ', 'an XZ archive', UNPACK, 'xz'),
  program: {
    format: null,
    vi: 'chương trình máy tính',
    en: 'a program',
    endings: ['exe', 'dll', 'com', 'scr'],
    way: null,
  },
  media: {
    format: null,
    vi: 'tệp âm thanh hoặc phim',
    en: 'sound or film',
    endings: ['mp3', 'mp4', 'wav', 'avi', 'mov', 'm4a', 'ogg'],
    way: null,
  },
} as const satisfies Record<string, Kind>;

/** The kinds whose name may end so; empty for an ending that says nothing. */
export function kindsOfEnding(ending: string): Kind[] {
  return Object.values<Kind>(KINDS).filter((kind) => kind.endings.includes(ending));
}

/** What files begin with. */
export const MAGIC: readonly (readonly [string, Kind])[] = [
  ['\x89PNG\r\n\x1a\n', KINDS.png],
  ['\xff\xd8\xff', KINDS.jpeg],
  ['II*\0', KINDS.tiff],
  ['MM\0*', KINDS.tiff],
  ['II+\0', KINDS.tiff],
  ['GIF8', KINDS.gif],
  ['AT&TFORM', KINDS.djvu],
  ['%!PS', KINDS.postscript],
  ['\xc5\xd0\xd3\xc6', KINDS.postscript],
  ['Rar!\x1a\x07', KINDS.rar],
  ['7z\xbc\xaf\x27\x1c', KINDS.sevenZip],
  ['\x1f\x8b\x08', KINDS.gzip],
  ['BZh', KINDS.bzip2],
  ['\xfd7zXZ\0', KINDS.xz],
  ['\xdb\xa5\x2d\0', KINDS.oldWord],
  ['\x7fELF', KINDS.program],
  ['\xcf\xfa\xed\xfe', KINDS.program],
  ['\xca\xfe\xba\xbe', KINDS.program],
  ['ID3', KINDS.media],
  ['OggS', KINDS.media],
  ['\x1a\x45\xdf\xa3', KINDS.media],
];
