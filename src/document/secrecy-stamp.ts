/**
 * The secrecy mark as it is stamped: in red ink (mực màu đỏ, Thông tư 24/2020/TT-BCA, Điều 3), often over other print.
 * The red of the upper half of the first page is read apart from everything else, and only when there is some.
 */
import type { PageContent } from './page.ts';
import type { Raster } from './raster.ts';
import { hasMark, isPageMarked } from './secrecy.ts';

/** Part of the upper half of the page that is red: a stamp of 20 × 8 mm has 0.1 %, a coloured page more than a tenth. */
const LEAST_RED = 0.0003;
const MOST_RED = 0.1;

/** What this needs of a recogniser. */
export interface StampReader {
  recognise(
    raster: Raster,
    page: { readonly number: number; readonly width: number; readonly height: number },
  ): Promise<PageContent>;
}

/** True when there is as much red in the upper half of a page as a stamp has. */
export function hasRedStamp(raster: Raster): boolean {
  if (raster.channels === 1) return false;
  const { width, channels, data } = raster;
  const height = Math.ceil(raster.height / 2);
  let red = 0;
  for (let i = 0; i < width * height * channels; i += channels) if (isRed(data, i)) red++;
  return red >= LEAST_RED * width * height && red <= MOST_RED * width * height;
}

/** Reads what is red in the upper half of a page. */
export async function hasMarkedStamp(raster: Raster, reader: StampReader): Promise<boolean> {
  const red = onlyRed(raster);
  const scale = 72 / red.dpi;
  const page = await reader.recognise(red, { number: 1, width: red.width * scale, height: red.height * scale });
  return isPageMarked({ ...page, height: page.height * 2 }) || hasMark([page.words.map(({ text }) => text).join(' ')]);
}

/** The upper half in grey, red as black and all else as white. */
function onlyRed({ width, height, dpi, channels, data }: Raster): Raster {
  const upper = Math.ceil(height / 2);
  const grey = new Uint8Array(width * upper).fill(255);
  for (let i = 0; i < grey.length; i++) if (isRed(data, i * channels)) grey[i] = 0;
  return { width, height: upper, dpi, channels: 1, data: grey };
}

function isRed(data: Uint8Array, at: number): boolean {
  const red = data[at] as number;
  return red > 90 && red - (data[at + 1] as number) > 50 && red - (data[at + 2] as number) > 40;
}
