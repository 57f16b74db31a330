/** Small PDFs made by hand: pages of content operators, with fonts that need no program. */

export interface TestPage {
  /** Content operators. */
  readonly content: string;
  /** Further entries of the page, e.g. `/Rotate 90`. */
  readonly entries?: string;
  readonly mediaBox?: readonly [number, number, number, number];
}

export interface TestFile {
  readonly pages: readonly TestPage[];
  /** Further objects; the first is `10 0 R`. Streams as `[dictionary entries, data]`. */
  readonly objects?: readonly (string | readonly [string, string | Uint8Array])[];
  /** Further entries of the catalogue, of the resources, of the trailer. */
  readonly catalogue?: string;
  readonly resources?: string;
  readonly trailer?: string;
  /** Names of fonts whose codes are those of UTF-16, every glyph half a size wide: `/U0`, `/U1` … */
  readonly fonts?: readonly string[];
  /** Characters of a font whose glyphs are drawn as blocks, half a size wide; other fonts lack most letters with marks. */
  readonly drawn?: string;
}

/** Pages start here, behind the objects that a test adds. */
const FIRST_FREE = 10;

/** Writes the file; `/H` is Helvetica, `/U0` the first of `fonts`, `/D` the font of `drawn`. */
export function writePdf(file: TestFile): Uint8Array {
  const objects = new Map<number, Buffer>();
  const extra = file.objects ?? [];
  for (const [i, object] of extra.entries()) objects.set(FIRST_FREE + i, objectOf(object));
  let next = FIRST_FREE + extra.length;
  const fonts = (file.fonts ?? ['Times New Roman']).map((name, i) => {
    const at = next;
    next += 2;
    const base = name.replaceAll(' ', '#20');
    objects.set(
      at,
      objectOf(
        `<</Type/Font/Subtype/Type0/BaseFont/${base}/Encoding/Identity-H/DescendantFonts[${at + 1} 0 R]/ToUnicode 4 0 R>>`,
      ),
    );
    objects.set(
      at + 1,
      objectOf(
        `<</Type/Font/Subtype/CIDFontType2/BaseFont/${base}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 500/FontDescriptor<</Type/FontDescriptor/FontName/${base}/Flags 4/FontBBox[0 -216 1000 891]/Ascent 891/Descent -216/CapHeight 700/ItalicAngle 0/StemV 80>>>>`,
      ),
    );
    return `/U${i} ${at} 0 R`;
  });
  const drawn = [...new Set(file.drawn ?? '')];
  if (drawn.length > 0) {
    fonts.push(`/D ${next} 0 R`);
    objects.set(next, objectOf(drawnFont(drawn, next + 1)));
    objects.set(next + 1, objectOf(['', '500 0 30 0 470 700 d1 30 0 440 700 re f']));
    objects.set(next + 2, objectOf(['', toUnicodeOf(drawn)]));
    next += 3;
  }
  objects.set(3, objectOf('<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>'));
  objects.set(4, objectOf(['', toUnicode()]));
  objects.set(5, objectOf(`<</Font<</H 3 0 R${fonts.join('')}>>${file.resources ?? ''}>>`));
  const kids: string[] = [];
  for (const page of file.pages) {
    const box = (page.mediaBox ?? [0, 0, 595, 842]).join(' ');
    objects.set(
      next,
      objectOf(
        `<</Type/Page/Parent 2 0 R/MediaBox[${box}]/Resources 5 0 R/Contents ${next + 1} 0 R ${page.entries ?? ''}>>`,
      ),
    );
    objects.set(next + 1, objectOf(['', page.content]));
    kids.push(`${next} 0 R`);
    next += 2;
  }
  objects.set(1, objectOf(`<</Type/Catalog/Pages 2 0 R ${file.catalogue ?? ''}>>`));
  objects.set(2, objectOf(`<</Type/Pages/Count ${kids.length}/Kids[${kids.join(' ')}]>>`));
  return join(objects, file.trailer ?? '');
}

/** Operators that show a text at a place of the page's own space. */
export function show(font: string, size: number, x: number, y: number, text: string, before = ''): string {
  return `BT ${before} /${font} ${size} Tf 1 0 0 1 ${x} ${y} Tm ${encode(font, text)} Tj ET\n`;
}

/** A string in the codes of the font. */
export function encode(font: string, text: string, drawn = ''): string {
  if (font === 'D') {
    const codes = [...new Set(drawn)];
    return `<${[...text].map((letter) => (codes.indexOf(letter) + 1).toString(16).padStart(2, '0')).join('')}>`;
  }
  if (font === 'H') return `(${text.replace(/[\\()]/g, '\\$&')})`;
  return `<${[...Buffer.from(text, 'utf16le').swap16()].map((byte) => byte.toString(16).padStart(2, '0')).join('')}>`;
}

function objectOf(object: string | readonly [string, string | Uint8Array]): Buffer {
  if (typeof object === 'string') return Buffer.from(object, 'latin1');
  const [entries, data] = object;
  const bytes = typeof data === 'string' ? Buffer.from(data, 'latin1') : Buffer.from(data);
  return Buffer.concat([
    Buffer.from(`<<${entries}/Length ${bytes.length}>>\nstream\n`),
    bytes,
    Buffer.from('\nendstream'),
  ]);
}

/** Codes from 1 on, one glyph for all. */
function drawnFont(letters: readonly string[], glyph: number): string {
  const codes = letters.map((_, i) => i + 1);
  return `<</Type/Font/Subtype/Type3/FontBBox[0 0 500 700]/FontMatrix[0.001 0 0 0.001 0 0]/FirstChar 1/LastChar ${letters.length}
/Widths[${codes.map(() => 500).join(' ')}]/Encoding<</Type/Encoding/Differences[1 ${codes.map((code) => `/g${code}`).join('')}]>>
/CharProcs<<${codes.map((code) => `/g${code} ${glyph} 0 R`).join('')}>>/Resources<<>>/ToUnicode ${glyph + 1} 0 R>>`;
}

function toUnicodeOf(letters: readonly string[]): string {
  const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0');
  const rows = letters.map((letter, i) => `<${hex(i + 1, 2)}> <${hex(letter.codePointAt(0) as number, 4)}>`);
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /D def /CMapType 2 def
1 begincodespacerange <00> <ff> endcodespacerange
${rows.length} beginbfchar
${rows.join('\n')}
endbfchar
endcmap end end`;
}

/** Every code is its own character. */
function toUnicode(): string {
  const rows = Array.from({ length: 256 }, (_, high) => {
    const byte = high.toString(16).padStart(2, '0');
    return `<${byte}00> <${byte}ff> <${byte}00>`;
  });
  const blocks: string[] = [];
  for (let i = 0; i < rows.length; i += 64)
    blocks.push(`64 beginbfrange\n${rows.slice(i, i + 64).join('\n')}\nendbfrange`);
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def /CMapType 2 def
1 begincodespacerange <0000> <ffff> endcodespacerange
${blocks.join('\n')}
endcmap end end`;
}

function join(objects: ReadonlyMap<number, Buffer>, trailer: string): Uint8Array {
  const parts = [Buffer.from('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n', 'latin1')];
  let length = (parts[0] as Buffer).length;
  const size = Math.max(...objects.keys()) + 1;
  const table = ['0000000000 65535 f \n'];
  for (let number = 1; number < size; number++) {
    const object = objects.get(number);
    table.push(object ? `${String(length).padStart(10, '0')} 00000 n \n` : '0000000000 00000 f \n');
    if (!object) continue;
    const whole = Buffer.concat([Buffer.from(`${number} 0 obj\n`), object, Buffer.from('\nendobj\n')]);
    parts.push(whole);
    length += whole.length;
  }
  parts.push(
    Buffer.from(
      `xref\n0 ${size}\n${table.join('')}trailer\n<</Size ${size}/Root 1 0 R ${trailer}>>\nstartxref\n${length}\n%%EOF\n`,
    ),
  );
  return new Uint8Array(Buffer.concat(parts));
}
