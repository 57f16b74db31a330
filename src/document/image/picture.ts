/**
 * Pictures of pages (ảnh chụp, ảnh quét): PNG, JPEG, TIFF with any number of pages, WebP. Decoded by sharp (libvips),
 * upright, never larger than recognition needs, and with a size on paper even where the file names none.
 */
import sharp, { type Metadata, type Sharp } from 'sharp';
import { err, ok, type Result } from '#base/result.ts';
import { type FileRefusal, fileRefusal } from '../model.ts';
import type { Raster } from '../raster.ts';
import { paperDpi } from './paper.ts';
import { isWholeTiff } from './tiff.ts';

export interface Picture {
  readonly pageCount: number;
  /** Points, upright. */
  pageSize(number: number): { readonly width: number; readonly height: number };
  /** Page `number` from 1, upright. A page that can't be decoded throws `DamagedPicture`. */
  raster(number: number): Promise<Raster>;
  close(): void;
}

/** A page that looked whole until its pixels were decoded. */
export class DamagedPicture extends Error {
  override readonly name = 'DamagedPicture';
  readonly refusal = DAMAGED;
}

const DAMAGED = fileRefusal(
  'damaged',
  'tệp ảnh bị hỏng hoặc bị cắt cụt; hãy quét lại hoặc gửi lại',
  'the picture is damaged or cut short; scan it or send it again',
);
const UNKNOWN = fileRefusal(
  'unknown-format',
  'không đọc được loại ảnh này; hãy dùng PNG, JPEG hoặc TIFF',
  'this kind of picture can not be read; use PNG, JPEG or TIFF',
);
const TOO_LARGE = fileRefusal(
  'too-large',
  'ảnh có kích thước quá lớn; hãy quét lại ở 200–300 dpi',
  'the picture has far too many pixels; scan it again at 200–300 dpi',
);

/** A1 at 300 dpi has 70 million pixels, A4 at 1200 dpi 139 million. */
const MOST_PIXELS = 150_000_000;
const MOST_DPI = 300;

interface PageOfPicture {
  readonly width: number;
  readonly height: number;
  /** Pixels an inch as stored. */
  readonly dpi: number;
  readonly grey: boolean;
}

/** Opens a picture; what is no picture, is cut short or absurdly large is refused. */
export async function openImage(bytes: Uint8Array): Promise<Result<Picture, FileRefusal>> {
  const format = pictureFormat(bytes);
  if (format === null) return err(UNKNOWN);
  if (format === 'tiff' && !isWholeTiff(bytes)) return err(DAMAGED);
  let first: Metadata;
  try {
    first = await decoder(bytes, 0).metadata();
  } catch {
    return err(DAMAGED);
  }
  const pageCount = format === 'tiff' ? (first.pages ?? 1) : 1;
  const pages: PageOfPicture[] = [];
  for (let page = 0; page < pageCount; page++) {
    try {
      const data = page === 0 ? first : await decoder(bytes, page).metadata();
      const { width, height } = data.autoOrient;
      if (width * height > MOST_PIXELS) return err(TOO_LARGE);
      const grey = data.space === 'b-w' || data.channels <= 2;
      pages.push({ width, height, dpi: paperDpi(width, height, data.density), grey });
    } catch {
      return err(DAMAGED);
    }
  }
  // The pixels of a single picture are decoded at once, so that one cut short is refused here and not later.
  let ready: Raster | null = null;
  try {
    ready = await decode(bytes, 0, pages[0] as PageOfPicture);
  } catch {
    return err(DAMAGED);
  }

  const pageAt = (number: number): PageOfPicture => {
    const page = pages[number - 1];
    if (!page) throw new RangeError(`no page ${number}`);
    return page;
  };
  return ok({
    pageCount,
    pageSize: (number) => {
      const { width, height, dpi } = pageAt(number);
      return { width: (width * 72) / dpi, height: (height * 72) / dpi };
    },
    raster: async (number) => {
      const page = pageAt(number);
      const kept = number === 1 ? ready : null;
      if (number === 1) ready = null;
      if (kept) return kept;
      try {
        return await decode(bytes, number - 1, page);
      } catch {
        throw new DamagedPicture('the pixels of a page could not be decoded');
      }
    },
    close: () => {
      ready = null;
    },
  });
}

/** By the first bytes; sharp itself would also open SVG and others, which may do more than show pixels. */
function pictureFormat(bytes: Uint8Array): 'png' | 'jpeg' | 'tiff' | 'webp' | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 12)).toString('latin1');
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (head.startsWith('II*\0') || head.startsWith('MM\0*') || head.startsWith('II+\0') || head.startsWith('MM\0+'))
    return 'tiff';
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'webp';
  return null;
}

function decoder(bytes: Uint8Array, page: number): Sharp {
  return sharp(bytes, { page, limitInputPixels: false, failOn: 'error', sequentialRead: true });
}

async function decode(bytes: Uint8Array, page: number, { width, height, dpi, grey }: PageOfPicture): Promise<Raster> {
  const scale = Math.min(1, MOST_DPI / dpi);
  let pipeline = decoder(bytes, page).autoOrient().flatten({ background: '#ffffff' });
  if (scale < 1) pipeline = pipeline.resize(Math.round(width * scale), Math.round(height * scale), { fit: 'fill' });
  const { data, info } = await pipeline
    .toColourspace(grey ? 'b-w' : 'srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  return {
    width: info.width,
    height: info.height,
    dpi: (dpi * info.width) / width,
    channels: info.channels as 1 | 3 | 4,
    data,
  };
}
