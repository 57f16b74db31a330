/**
 * A printed PDF as a scanner gives it back: each page a little askew, out of focus and noisy, with stamps and
 * signatures on it, as a JPEG or as black and white. The same seed gives the same file.
 */
import { PDFiumLibrary } from '@hyzyla/pdfium';
import sharp from 'sharp';
import { type PagePicture, writeImagePdf } from './image-pdf.ts';
import { between, type Random, seededRandom } from './random.ts';

/** Something that lies on a page, points from the top left. */
export interface Overlay {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** PNG with a transparent ground. */
  readonly picture: Uint8Array;
}

export interface ScanOptions {
  readonly seed: string;
  readonly dpi?: number;
  /** `jpeg` in colour, or `bilevel`: black and white as office copiers make it. */
  readonly kind?: 'jpeg' | 'bilevel';
  readonly overlays?: readonly Overlay[];
  /** Largest angle, degrees. */
  readonly skew?: number;
  /** Standard deviation of the noise, of 255. */
  readonly noise?: number;
  readonly quality?: number;
  /** How far out of focus, pixels: the least and the most. */
  readonly blur?: readonly [number, number];
}

const SLIGHT = [0.45, 0.75] as const;

interface Picture {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
}

/** Scans the printed pages. */
export async function makeScan(pdf: Uint8Array, options: ScanOptions): Promise<Uint8Array> {
  return writeImagePdf(await makeScanPages(pdf, options));
}

/** The pictures of the pages, before they become a file. */
export async function makeScanPages(pdf: Uint8Array, options: ScanOptions): Promise<PagePicture[]> {
  const dpi = options.dpi ?? 200;
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(pdf);
    const pages: PagePicture[] = [];
    for (const page of document.pages()) {
      const printed = await page.render({ scale: dpi / 72, render: 'bitmap', colorSpace: 'Gray' });
      const overlays = (options.overlays ?? []).filter((overlay) => overlay.page === pages.length + 1);
      const random = seededRandom(`${options.seed} ${pages.length + 1}`);
      pages.push(await scanPage({ ...printed, data: Buffer.from(printed.data) }, dpi, overlays, random, options));
    }
    document.destroy();
    return pages;
  } finally {
    library.destroy();
  }
}

async function scanPage(
  printed: Picture,
  dpi: number,
  overlays: readonly Overlay[],
  random: Random,
  options: ScanOptions,
): Promise<PagePicture> {
  const { width, height } = printed;
  const skew = options.skew ?? 0.7;
  const marked = await putOn(printed, overlays, dpi, random);
  const angle = between(random, -skew, skew);
  const turned = await sharp(marked.data, { raw: { width, height, channels: 3 } })
    .rotate(angle, { background: '#fff' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const left = Math.floor((turned.info.width - width) / 2);
  const top = Math.floor((turned.info.height - height) / 2);
  const size = { width: turned.info.width, height: turned.info.height, channels: 3 } as const;
  const { data } = await sharp(turned.data, { raw: size })
    .extract({ left, top, width, height })
    .blur(between(random, ...(options.blur ?? SLIGHT)))
    .raw()
    .toBuffer({ resolveWithObject: true });
  dirty(data, width, height, options.noise ?? 6, random);
  if (options.kind === 'bilevel') return { width, height, dpi, coding: 'bits', data: threshold(data, width, height) };
  const jpeg = await sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: options.quality ?? 70 })
    .toBuffer();
  return { width, height, dpi, coding: 'jpeg', data: jpeg };
}

/** Ink lies over print without hiding it: the darker of the two is seen. */
async function putOn(printed: Picture, overlays: readonly Overlay[], dpi: number, random: Random): Promise<Picture> {
  const { width, height } = printed;
  const pixels = (points: number) => Math.round((points * dpi) / 72);
  const layers = await Promise.all(
    overlays.map(async (overlay) => {
      const turn = between(random, -12, 12);
      const input = await sharp(overlay.picture)
        .resize(pixels(overlay.width), pixels(overlay.height), { fit: 'fill' })
        .rotate(turn, { background: { r: 0, g: 0, b: 0, alpha: 0 } })
        .png()
        .toBuffer({ resolveWithObject: true });
      const x = pixels(overlay.x + overlay.width / 2) - (input.info.width >> 1);
      const y = pixels(overlay.y + overlay.height / 2) - (input.info.height >> 1);
      return {
        input: input.data,
        left: Math.max(0, Math.min(width - input.info.width, x)),
        top: Math.max(0, Math.min(height - input.info.height, y)),
        blend: 'multiply' as const,
      };
    }),
  );
  const data = await sharp(printed.data, { raw: { width, height, channels: 1 } })
    .toColourspace('srgb')
    .composite(layers)
    .removeAlpha()
    .raw()
    .toBuffer();
  return { data, width, height };
}

/** Paper is not quite white and darker towards one side, the sensor is noisy, and there is dust. */
function dirty(data: Buffer, width: number, height: number, noise: number, random: Random): void {
  const grains = Float32Array.from({ length: 65521 }, () => (random() + random() + random() - 1.5) * 2 * noise);
  const shade = between(random, 4, 14);
  const paper = [between(random, 246, 252), between(random, 245, 250), between(random, 238, 247)];
  let grain = Math.floor(random() * grains.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 3;
      const dim = (shade * x) / width - (grains[grain] as number);
      grain = grain + 1 === grains.length ? 0 : grain + 1;
      for (let c = 0; c < 3; c++) {
        // Print that came out at full black is dark grey on the sensor.
        const value = 28 + ((data[at + c] as number) * ((paper[c] as number) - 28)) / 255 - dim;
        data[at + c] = Math.max(0, Math.min(255, value));
      }
    }
    // Another row starts at another grain, or the noise would stand in columns.
    grain = (grain + Math.floor(random() * 999)) % grains.length;
  }
  for (let i = 0; i < 60; i++) speck(data, width, height, random);
}

function speck(data: Buffer, width: number, height: number, random: Random): void {
  const size = random() < 0.8 ? 1 : 2;
  const left = Math.floor(random() * (width - size));
  const top = Math.floor(random() * (height - size));
  const grey = between(random, 60, 170);
  for (let y = top; y < top + size; y++) {
    for (let x = left; x < left + size; x++) data.fill(grey, (y * width + x) * 3, (y * width + x) * 3 + 3);
  }
}

/** Rows of bits, 1 is white. */
function threshold(data: Buffer, width: number, height: number): Uint8Array {
  const row = (width + 7) >> 3;
  const bits = new Uint8Array(row * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 3;
      const light = 0.3 * (data[at] as number) + 0.59 * (data[at + 1] as number) + 0.11 * (data[at + 2] as number);
      const index = y * row + (x >> 3);
      if (light > 150) bits[index] = (bits[index] as number) | (0x80 >> (x & 7));
    }
  }
  return bits;
}
