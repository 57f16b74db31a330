/** A picture of a page in memory. */
export interface Raster {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Pixels per inch of the page as it is shown. */
  readonly dpi: number;
  /** Grey, RGB or RGBA. */
  readonly channels: 1 | 3 | 4;
  /** Row by row from the top, `width * channels` bytes a row. */
  readonly data: Uint8Array;
}
