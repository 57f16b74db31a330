/** The table of fonts of an RTF file: families and the code pages that their bytes stand in. */

import { legacyEncodingOfFont } from '../encoding/legacy.ts';

export interface RtfFont {
  name: string;
  /** As `\fcharset` has it; -1 where nothing is said. */
  charset: number;
  /** Code page that the font names itself. */
  codePage: number;
}

type Decoder = InstanceType<typeof TextDecoder>;

const SYMBOLS = 2;
const CODE_PAGES: Readonly<Record<number, number>> = {
  0: 1252,
  77: 10000,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
};
const LABELS: Readonly<Record<number, string>> = {
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  874: 'windows-874',
  10000: 'macintosh',
  65001: 'utf-8',
};

/** Decodes bytes of text by their font and the code page of the file. */
export class FontDecoder {
  readonly #decoders = new Map<string, Decoder>();

  decode(bytes: Uint8Array, font: RtfFont | undefined, filePage: number): string {
    // Fonts before Unicode say all kinds of character sets; their places are Western ones.
    if (font && legacyEncodingOfFont(font.name)) return this.#decoder('windows-1252').decode(bytes);
    if (font?.charset === SYMBOLS) return [...bytes].map((byte) => String.fromCharCode(0xf000 + byte)).join('');
    const page = font?.codePage || (font ? CODE_PAGES[font.charset] : 0) || filePage || 1252;
    return this.#decoder(LABELS[page] ?? `windows-${page}`).decode(bytes);
  }

  #decoder(label: string): Decoder {
    let decoder = this.#decoders.get(label);
    if (!decoder) {
      try {
        decoder = new TextDecoder(label);
      } catch {
        decoder = new TextDecoder('windows-1252');
      }
      this.#decoders.set(label, decoder);
    }
    return decoder;
  }
}
