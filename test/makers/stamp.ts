/** What people put on paper: the round red stamp (con dấu) with its ring of letters, and a signature in blue ink. */
import { between, type Random } from './random.ts';

const RED = '#d3202a';
const BLUE = '#1f3f9e';

/** Points: a stamp of an office is 36 mm wide. */
export const STAMP_SIZE = (36 / 25.4) * 72;
export const SIGNATURE_SIZE = { width: 150, height: 70 };

/** The stamp as SVG, 200 units wide. `ring` runs around the top, `foot` below, `middle` stands in two lines inside. */
export function drawStamp(ring: string, foot: string, middle: readonly string[]): string {
  const star = 'M100 62 L104 73 L116 73 L106 80 L110 91 L100 84 L90 91 L94 80 L84 73 L96 73 Z';
  const lines = middle.map(
    (line, i) =>
      `<text x="100" y="${112 + i * 16}" text-anchor="middle" font-size="${line.length > 14 ? 10 : 13}">${line}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200" width="100%" height="100%">
<defs><path id="over" d="M 100 100 m -74 0 a 74 74 0 1 1 148 0"/><path id="under" d="M 100 100 m -87 0 a 87 87 0 0 0 174 0"/></defs>
<g fill="none" stroke="${RED}"><circle cx="100" cy="100" r="97" stroke-width="4"/><circle cx="100" cy="100" r="91" stroke-width="1.5"/><circle cx="100" cy="100" r="62" stroke-width="1.5"/></g>
<g fill="${RED}" font-family="Tinos" font-weight="700"><text font-size="17"><textPath href="#over" startOffset="50%" text-anchor="middle">${ring}</textPath></text>
<text font-size="15"><textPath href="#under" startOffset="50%" text-anchor="middle">${foot}</textPath></text><path d="${star}"/>${lines.join('')}</g></svg>`;
}

/** A scrawl of loops, 300 by 140 units. */
export function drawSignature(random: Random): string {
  let path = `M ${between(random, 15, 40)} ${between(random, 70, 100)}`;
  for (let x = 50; x < 260; x += between(random, 18, 42)) {
    const high = between(random, 10, 60);
    const low = between(random, 80, 125);
    path += ` C ${x - 20} ${high}, ${x + 25} ${high - 8}, ${x} ${low} S ${x + 35} ${high + 20}, ${x + 18} ${between(random, 55, 90)}`;
  }
  path += ` Q 180 130, ${between(random, 20, 60)} ${between(random, 112, 130)}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 140" width="100%" height="100%">
<path d="${path}" fill="none" stroke="${BLUE}" stroke-width="${between(random, 2.6, 3.6)}" stroke-linecap="round" stroke-linejoin="round"/></svg>`;
}
