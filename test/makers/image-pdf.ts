/** A PDF whose pages are pictures, as a scanner makes it: no text, one image a page. */
import { deflateSync } from 'node:zlib';

export interface PagePicture {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly dpi: number;
  /** `jpeg` is the file as it is; `bits` are rows of one bit a pixel, 1 is white, each row filled up to a byte. */
  readonly coding: 'jpeg' | 'bits';
  readonly grey?: boolean;
  readonly data: Uint8Array;
}

/** Writes the PDF. */
export function writeImagePdf(pages: readonly PagePicture[]): Uint8Array {
  const objects: Buffer[] = [];
  const kids = pages.map((_, i) => `${3 + i * 3} 0 R`).join(' ');
  objects.push(Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'));
  objects.push(Buffer.from(`<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`));
  for (const [i, page] of pages.entries()) {
    const [own, image, content] = [3 + i * 3, 4 + i * 3, 5 + i * 3];
    const [width, height] = [page.width, page.height].map((pixels) => ((pixels * 72) / page.dpi).toFixed(2));
    objects.push(
      Buffer.from(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Contents ${content} 0 R ` +
          `/Resources << /XObject << /Im${own} ${image} 0 R >> >> >>`,
      ),
    );
    objects.push(pictureObject(page));
    objects.push(stream('', Buffer.from(`q ${width} 0 0 ${height} 0 0 cm /Im${own} Do Q`)));
  }
  return join(objects);
}

function pictureObject(page: PagePicture): Buffer {
  const size = `/Type /XObject /Subtype /Image /Width ${page.width} /Height ${page.height}`;
  return page.coding === 'jpeg'
    ? stream(
        `${size} /ColorSpace /${page.grey ? 'DeviceGray' : 'DeviceRGB'} /BitsPerComponent 8 /Filter /DCTDecode`,
        Buffer.from(page.data),
      )
    : stream(`${size} /ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /FlateDecode`, deflateSync(page.data));
}

function stream(entries: string, data: Buffer): Buffer {
  const opening = `<< ${entries} /Length ${data.length} >>\nstream\n`;
  return Buffer.concat([Buffer.from(opening), data, Buffer.from('\nendstream')]);
}

function join(objects: readonly Buffer[]): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.5\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  let length = (parts[0] as Buffer).length;
  const offsets: number[] = [];
  for (const [i, object] of objects.entries()) {
    offsets.push(length);
    const whole = Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]);
    parts.push(whole);
    length += whole.length;
  }
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const count = objects.length + 1;
  parts.push(
    Buffer.from(
      `xref\n0 ${count}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`,
    ),
  );
  return new Uint8Array(Buffer.concat(parts));
}
