/** How wide a word is in print, in ems of a Times-like face: ink that is much wider than its characters says that some were lost. */

const NARROW = /[iíìỉĩịjlIt.,;:'‘’|!()[\]{}/\\f°r-]/;
const WIDE = /[mwMWÂĂÔƠƯQOĐDGHKNUVXYÊ%–…@&]/;
const WIDEST = /[MW%—]/;

/** Ems; within a quarter for nearly all words of nearly all faces of text. */
export function printedWidth(text: string): number {
  let ems = 0;
  for (const letter of text) {
    const base = letter.normalize('NFD')[0] as string;
    if (/\d/.test(letter)) ems += 0.5;
    else if (WIDEST.test(letter)) ems += 0.85;
    else if (WIDE.test(letter) || WIDE.test(base)) ems += 0.72;
    else if (NARROW.test(base)) ems += 0.3;
    else if (/\p{Lu}/u.test(letter)) ems += 0.62;
    else ems += 0.46;
  }
  return ems;
}
