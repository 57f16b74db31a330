/**
 * The secrecy mark as it is stamped: by hand, so never quite level, in a double frame, and in red ink (mực màu đỏ, Thông tư
 * 24/2020/TT-BCA, Điều 3) over whatever was printed there. Reading of the page passes over such a stamp; so what could be
 * one in the upper half of the first page is cut out, set upright without its frame and read by itself.
 */
import type { PageContent, PageWord } from './page.ts';
import type { Raster } from './raster.ts';
import { hasMark } from './secrecy.ts';
import { findStamps, type Mask, redOf, upright } from './stamp.ts';

/** What this needs of a recogniser. */
export interface StampReader {
  recognise(
    raster: Raster,
    page: { readonly number: number; readonly width: number; readonly height: number },
  ): Promise<PageContent>;
}

/** Part of the upper half of the page that is red: a stamp of 20 × 8 mm has 0.1 %, a coloured page more than a tenth. */
const LEAST_RED = 0.0003;
const MOST_RED = 0.1;

/** True when there is as much red in the upper half of a page as a stamp has. */
export function hasRedStamp(raster: Raster): boolean {
  const red = redOf(raster);
  if (!red) return false;
  const count = red.ink.reduce((sum, value) => sum + value, 0);
  return count >= LEAST_RED * red.ink.length && count <= MOST_RED * red.ink.length;
}

/** Reads what looks like a stamp in the upper half of a page. */
export async function hasMarkedStamp(raster: Raster, reader: StampReader): Promise<boolean> {
  const stamps = findStamps(raster).map(upright).map(enlarge);
  if (stamps.length === 0) return false;
  const { sheet, bands } = arrange(stamps);
  const scale = 72 / sheet.dpi;
  const frame = { number: 1, width: sheet.width * scale, height: sheet.height * scale };
  const { words } = await reader.recognise(sheet, frame);
  return bands.some(({ from, to, colour }) => {
    const within = words.filter(({ box }) => box.y + box.height / 2 >= from * scale && box.y < to * scale);
    return hasMark(linesOf(within), colour === 'red');
  });
}

interface Band {
  /** Pixels from the top. */
  readonly from: number;
  readonly to: number;
  readonly colour: Mask['colour'];
}

/** Dots an inch that the stamps are shown at, and the times that they are enlarged for it. */
const SHEET_DPI = 200;
const ENLARGED = 1.5;

/** A stamp in grey, smooth and half as large again: the letters of stamps are small and ragged. */
function enlarge({ colour, width, height, dpi, ink }: Mask): Mask {
  const scale = (SHEET_DPI * ENLARGED) / dpi;
  const [across, down] = [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))];
  const reach = Math.max(0.5, 0.75 / scale);
  const grey = new Uint8Array(across * down);
  for (let y = 0, i = 0; y < down; y++) {
    for (let x = 0; x < across; x++, i++) {
      const [middleX, middleY] = [(x + 0.5) / scale - 0.5, (y + 0.5) / scale - 0.5];
      let [sum, weights] = [0, 0];
      for (let fromY = Math.ceil(middleY - 2 * reach); fromY <= middleY + 2 * reach; fromY++) {
        for (let fromX = Math.ceil(middleX - 2 * reach); fromX <= middleX + 2 * reach; fromX++) {
          const weight = Math.exp(-((fromX - middleX) ** 2 + (fromY - middleY) ** 2) / (2 * reach * reach));
          weights += weight;
          if (fromX < 0 || fromY < 0 || fromX >= width || fromY >= height) continue;
          sum += weight * (ink[fromY * width + fromX] as number);
        }
      }
      grey[i] = Math.round((255 * sum) / Math.max(weights, 1e-9));
    }
  }
  return { colour, width: across, height: down, dpi: SHEET_DPI, ink: grey };
}

/** The stamps one under the other on a white sheet. */
function arrange(stamps: readonly Mask[]): { readonly sheet: Raster; readonly bands: readonly Band[] } {
  const margin = SHEET_DPI / 4;
  const width = Math.max(...stamps.map((stamp) => stamp.width)) + 2 * margin;
  const height = stamps.reduce((sum, stamp) => sum + stamp.height + margin, margin);
  const data = new Uint8Array(width * height).fill(255);
  const bands: Band[] = [];
  let top = margin;
  for (const stamp of stamps) {
    for (let y = 0; y < stamp.height; y++) {
      for (let x = 0; x < stamp.width; x++) {
        data[(top + y) * width + margin + x] = 255 - (stamp.ink[y * stamp.width + x] as number);
      }
    }
    bands.push({ from: top - margin / 2, to: top + stamp.height + margin / 2, colour: stamp.colour });
    top += stamp.height + margin;
  }
  return { sheet: { width, height, dpi: SHEET_DPI, channels: 1, data }, bands };
}

/** Words that stand side by side, as lines. */
function linesOf(words: readonly PageWord[]): string[] {
  const lines: PageWord[][] = [];
  for (const word of words.toSorted((a, b) => a.box.y - b.box.y)) {
    const middle = word.box.y + word.box.height / 2;
    const line = lines.find(([first]) => first && middle > first.box.y && middle < first.box.y + first.box.height);
    if (line) line.push(word);
    else lines.push([word]);
  }
  return lines.map((line) =>
    line
      .sort((a, b) => a.box.x - b.box.x)
      .map(({ text }) => text)
      .join(' '),
  );
}
