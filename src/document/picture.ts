/** The picture of a page, or of a part of it with a little around: what a person looks at to check a word. */
import sharp from 'sharp';
import { err, ok, type Result } from '#base/result.ts';
import { kindOf } from './kind.ts';
import { type Box, type FileRefusal, fileRefusal } from './model.ts';
import { openPages } from './page-source.ts';
import type { Raster } from './raster.ts';
import { noSuchPage } from './refusals.ts';

export interface DrawOrder {
  readonly name: string;
  /** From 1. */
  readonly page: number;
  readonly dpi: number;
  readonly box: Box | null;
}

/** Around a part of a page: half its height, and at least so many points. */
const LEAST_MARGIN = 6;
const MOST_DPI = 400;

/** A PNG. */
export async function drawPage(bytes: Uint8Array, order: DrawOrder): Promise<Result<Uint8Array, FileRefusal>> {
  const format = kindOf(bytes, order.name);
  if (!format.ok) return format;
  if (format.value !== 'pdf' && format.value !== 'image') return err(NO_PAGES);
  const opened = await openPages(bytes, format.value);
  if (!opened.ok) return opened;
  const pages = opened.value;
  try {
    if (!(order.page >= 1 && order.page <= pages.pageCount)) return err(noSuchPage(order.page, pages.pageCount));
    const drawn = await pages.raster(order.page, Math.min(order.dpi, MOST_DPI));
    return drawn.ok ? ok(await encode(drawn.value, order)) : drawn;
  } finally {
    pages.close();
  }
}

async function encode(raster: Raster, { dpi, box }: DrawOrder): Promise<Uint8Array> {
  const { width, height, channels, data } = raster;
  let picture = sharp(data, { raw: { width, height, channels }, limitInputPixels: false });
  let across = width;
  if (box) {
    const area = pixelsAround(box, raster);
    picture = picture.extract(area);
    across = area.width;
  }
  // A scan comes as fine as it was made.
  if (raster.dpi > dpi) picture = picture.resize({ width: Math.max(1, Math.round((across * dpi) / raster.dpi)) });
  return picture.png().toBuffer();
}

/** The pixels of a box and its margin, never outside of the picture and never none. */
function pixelsAround(box: Box, { width, height, dpi }: Raster) {
  const scale = dpi / 72;
  const margin = Math.max(LEAST_MARGIN, box.height / 2);
  const within = (value: number, most: number) => Math.min(most, Math.max(0, Math.round(value * scale)));
  const left = within(box.x - margin, width - 1);
  const top = within(box.y - margin, height - 1);
  return {
    left,
    top,
    width: Math.max(1, within(box.x + box.width + margin, width) - left),
    height: Math.max(1, within(box.y + box.height + margin, height) - top),
  };
}

const NO_PAGES = fileRefusal(
  'no-such-page',
  'loại tệp này không chia trang cố định nên không có ảnh trang',
  'this kind of file has no fixed pages, so there is no picture of one',
);
