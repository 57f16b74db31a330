/**
 * Pictures of printed pages for tests of recognition, drawn with the packaged Tinos (a Times) and not with the fonts of
 * the machine, and with all that an office scanner does to a page.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import sharp, { type OverlayOptions } from 'sharp';
import type { Box } from '#document/model.ts';
import type { Raster } from '#document/raster.ts';

const require = createRequire(import.meta.url);
const DPI = 200;

export interface Printed {
  readonly text: string;
  /** Points, where the ink of the line is. */
  readonly box: Box;
}

export interface TypesetPage {
  readonly raster: Raster;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly Printed[];
}

export interface LineToPrint {
  readonly text: string;
  /** Points, of the left end of the line and of its top. */
  readonly x: number;
  readonly y: number;
  readonly size?: number;
}

/** Prints lines on white paper; `drawing` is SVG over them, in points. */
export async function typeset(
  width: number,
  height: number,
  lines: readonly LineToPrint[],
  drawing = '',
): Promise<TypesetPage> {
  const pixels = { width: Math.round((width * DPI) / 72), height: Math.round((height * DPI) / 72) };
  fontFile ??= useTinos();
  const font = await fontFile;
  const printed: Printed[] = [];
  const overlays: OverlayOptions[] = [];
  for (const { text, x, y, size = 14 } of lines) {
    const markup = `<span size="${size}pt">${markUp(text)}</span>`;
    const { data, info } = await sharp({
      text: { text: markup, font: 'Tinos', fontfile: font, dpi: DPI, rgba: true },
    })
      .png()
      .toBuffer({ resolveWithObject: true });
    const left = Math.round((x * DPI) / 72);
    const top = Math.round((y * DPI) / 72);
    overlays.push({ input: data, left, top });
    const point = 72 / DPI;
    printed.push({
      text,
      box: { x: left * point, y: top * point, width: info.width * point, height: info.height * point },
    });
  }
  if (drawing !== '') {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${pixels.width}" height="${pixels.height}" viewBox="0 0 ${width} ${height}">${drawing}</svg>`;
    // Ink of a stamp and of a pen lets black letters through.
    overlays.push({ input: Buffer.from(svg), left: 0, top: 0, blend: 'multiply' });
  }
  const data = await sharp({ create: { ...pixels, channels: 3, background: '#ffffff' } })
    .composite(overlays)
    .removeAlpha()
    .raw()
    .toBuffer();
  return { raster: { ...pixels, dpi: DPI, channels: 3, data }, width, height, lines: printed };
}

/** The page turned by a few degrees, clockwise, on white. */
export async function leaning(page: TypesetPage, degrees: number): Promise<TypesetPage> {
  const { width, height, channels, data } = page.raster;
  const turned = await sharp(data, { raw: { width, height, channels } })
    .rotate(degrees, { background: '#ffffff' })
    .toBuffer({ resolveWithObject: true });
  const left = Math.floor((turned.info.width - width) / 2);
  const top = Math.floor((turned.info.height - height) / 2);
  const cut = await sharp(turned.data, {
    raw: { width: turned.info.width, height: turned.info.height, channels },
  })
    .extract({ left, top, width, height })
    .raw()
    .toBuffer();
  return { ...page, raster: { ...page.raster, data: cut } };
}

export function asPng({ raster }: TypesetPage): Promise<Uint8Array> {
  return encoder(raster).png().withMetadata({ density: raster.dpi }).toBuffer();
}

export function asJpeg({ raster }: TypesetPage): Promise<Uint8Array> {
  return encoder(raster).jpeg({ quality: 75 }).withMetadata({ density: raster.dpi }).toBuffer();
}

/** As office scanners write them: two colours, CCITT group 4. */
export function asFaxTiff({ raster }: TypesetPage): Promise<Uint8Array> {
  return encoder(raster)
    .greyscale()
    .threshold(140)
    .toColourspace('b-w')
    .tiff({ compression: 'ccittfax4', bitdepth: 1, xres: raster.dpi / 25.4, yres: raster.dpi / 25.4 })
    .toBuffer();
}

function encoder({ width, height, channels, data }: Raster) {
  return sharp(data, { raw: { width, height, channels } });
}

let fontFile: Promise<string> | null = null;
/** As long as `Tinos`, so that it can take its place in the font. */
const VIETNAMESE = 'Tinov';

/**
 * Latin and Vietnamese letters come in two files of one name. Left to itself the renderer would put letters together from
 * both, with the marks beside them, so the second is renamed and asked for by name.
 */
function markUp(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/[ĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9₫]+/g, (letters) => `<span font_family="${VIETNAMESE}">${letters}</span>`);
}

async function useTinos(): Promise<string> {
  // The renderer opens the files whenever it draws, so they stay until the tests are through.
  const folder = mkdtempSync(join(tmpdir(), 'bamsat-type-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const files = ['latin', 'vietnamese'].map((subset) => {
    const woff = readFileSync(require.resolve(`@fontsource/tinos/files/tinos-${subset}-400-normal.woff`));
    const path = join(folder, `${subset}.ttf`);
    writeFileSync(path, subset === 'latin' ? trueType(woff) : renamed(trueType(woff)));
    return path;
  });
  // A font is known from its first use on.
  for (const fontfile of files)
    await sharp({ text: { text: 'a', font: 'Tinos', fontfile } })
      .png()
      .toBuffer();
  return files[0] as string;
}

/** Every `Tinos` in the font's names, in one byte a letter and in two. */
function renamed(font: Buffer): Buffer {
  for (const encoding of ['latin1', 'utf16le'] as const) {
    const [from, to] = ['Tinos', VIETNAMESE].map((name) => {
      const bytes = Buffer.from(name, encoding);
      return encoding === 'utf16le' ? bytes.swap16() : bytes;
    }) as [Buffer, Buffer];
    for (let at = font.indexOf(from); at >= 0; at = font.indexOf(from, at + 1)) to.copy(font, at);
  }
  return font;
}

/** The TrueType font in a WOFF: its tables, inflated, behind a new directory. */
function trueType(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12);
  const directory = Buffer.alloc(12 + 16 * count);
  directory.writeUInt32BE(woff.readUInt32BE(4), 0);
  directory.writeUInt16BE(count, 4);
  const exponent = Math.floor(Math.log2(count));
  directory.writeUInt16BE(16 * 2 ** exponent, 6);
  directory.writeUInt16BE(exponent, 8);
  directory.writeUInt16BE(count * 16 - 16 * 2 ** exponent, 10);
  const parts: Buffer[] = [directory];
  let at = directory.length;
  for (let i = 0; i < count; i++) {
    const entry = 44 + 20 * i;
    const [from, packed, length, sum] = [4, 8, 12, 16].map((offset) => woff.readUInt32BE(entry + offset)) as [
      number,
      number,
      number,
      number,
    ];
    const stored = woff.subarray(from, from + packed);
    const table = packed < length ? inflateSync(stored) : stored;
    woff.copy(directory, 12 + 16 * i, entry, entry + 4);
    directory.writeUInt32BE(sum, 16 + 16 * i);
    directory.writeUInt32BE(at, 20 + 16 * i);
    directory.writeUInt32BE(length, 24 + 16 * i);
    const padding = Buffer.alloc((4 - (length % 4)) % 4);
    parts.push(table, padding);
    at += length + padding.length;
  }
  return Buffer.concat(parts);
}
