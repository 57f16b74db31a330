/** Small PDFs written by hand: words at known places, and everything that a careless or hostile program may write. */
import { deflateSync } from 'node:zlib';

/** A piece of text at a place: points from the left and from the top of the page to its baseline. */
export interface Placed {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
}

export interface PdfOptions {
  readonly compressed?: boolean;
  /** Added to the trailer, and objects behind those of the pages. */
  readonly trailer?: string;
  readonly objects?: readonly string[];
}

const WIDTH = 595;
const HEIGHT = 842;

/** One page for each list, A4, in Helvetica, with letters of ASCII only. */
export function writePdf(pages: readonly (readonly Placed[])[], options: PdfOptions = {}): Uint8Array {
  const objects: Buffer[] = [];
  const kids = pages.map((_, i) => `${4 + 2 * i} 0 R`).join(' ');
  objects.push(Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'));
  objects.push(Buffer.from(`<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`));
  objects.push(Buffer.from('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>'));
  for (const [i, placed] of pages.entries()) {
    const box = `/MediaBox [0 0 ${WIDTH} ${HEIGHT}]`;
    objects.push(
      Buffer.from(
        `<< /Type /Page /Parent 2 0 R ${box} /Contents ${5 + 2 * i} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
      ),
    );
    const shown = placed.map(({ text, x, y, size = 12 }) => {
      const escaped = text.replace(/[\\()]/g, '\\$&');
      return `BT /F1 ${size} Tf 1 0 0 1 ${x} ${HEIGHT - y} Tm (${escaped}) Tj ET`;
    });
    objects.push(stream(Buffer.from(shown.join('\n')), options.compressed === true));
  }
  for (const object of options.objects ?? []) objects.push(Buffer.from(object));
  return joinObjects(objects, options.trailer);
}

function stream(data: Buffer, compressed: boolean): Buffer {
  const body = compressed ? deflateSync(data) : data;
  const filter = compressed ? ' /Filter /FlateDecode' : '';
  return Buffer.concat([
    Buffer.from(`<< /Length ${body.length}${filter} >>\nstream\n`),
    body,
    Buffer.from('\nendstream'),
  ]);
}

/** Numbers the objects from 1, the first being the catalogue, and writes the table of their places. */
export function joinObjects(objects: readonly Uint8Array[], trailer = ''): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  let at = (parts[0] as Buffer).length;
  const places: number[] = [];
  for (const [i, object] of objects.entries()) {
    places.push(at);
    const part = Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]);
    parts.push(part);
    at += part.length;
  }
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const count = objects.length + 1;
  parts.push(Buffer.from(`xref\n0 ${count}\n0000000000 65535 f \n${rows}`));
  parts.push(Buffer.from(`trailer\n<< /Size ${count} /Root 1 0 R ${trailer} >>\nstartxref\n${at}\n%%EOF\n`));
  return new Uint8Array(Buffer.concat(parts));
}

/** A PDF that asks for a password: no password opens it, since what it is checked against is made up. */
export function writeLockedPdf(): Uint8Array {
  const noise = (seed: number) =>
    Array.from({ length: 32 }, (_, i) => ((i * 37 + seed) % 256).toString(16).padStart(2, '0')).join('');
  return writePdf([[{ text: 'Nghi quyet', x: 72, y: 100 }]], {
    objects: [`<< /Filter /Standard /V 2 /R 3 /Length 128 /P -3904 /O <${noise(11)}> /U <${noise(91)}> >>`],
    trailer: `/Encrypt 6 0 R /ID [<${noise(3)}> <${noise(3)}>]`,
  });
}

/** A PDF whose pages have themselves as pages, and say that they are a thousand million. */
export function writeEndlessPdf(): Uint8Array {
  return joinObjects(
    [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Count 1000000000 /Kids [3 0 R 2 0 R] /Parent 3 0 R >>',
      '<< /Type /Pages /Count 500000000 /Kids [2 0 R 3 0 R] /Parent 2 0 R >>',
    ].map((object) => Buffer.from(object)),
  );
}
