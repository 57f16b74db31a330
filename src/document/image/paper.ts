/** How large a picture is on paper: what the file says where that can be true, else the size of A4. */

const A4 = { short: 210 / 25.4, long: 297 / 25.4 };
/** Inches: shorter than half of A5, longer than A2, and the density is a default of the camera and not a measure. */
const LONG_SIDE = { min: 5, max: 24 };

/** Pixels an inch. `density` is what the file claims; cameras write 72 whatever they see. */
export function paperDpi(width: number, height: number, density: number | undefined): number {
  const long = Math.max(width, height);
  const short = Math.min(width, height);
  if (density !== undefined && density >= 50) {
    const inches = long / density;
    if (inches >= LONG_SIDE.min && inches <= LONG_SIDE.max) return density;
  }
  // A cutting of a page keeps its width, so a picture much wider or longer than A4 is measured by its width.
  return long / short > 1.8 ? width / A4.short : Math.max(long / A4.long, short / A4.short);
}
