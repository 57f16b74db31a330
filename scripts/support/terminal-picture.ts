/** A stretch of terminal output, with its bold, faint and coloured parts, as an SVG picture. */

interface Run {
  readonly text: string;
  readonly codes: string;
}

const CELL = 8.4;
const LINE = 19;
const PADDING = 18;
const BAR = 30;
const INK = '#d8dee9';
/** Colours of the escape codes that the table uses. */
const LOOK: Readonly<Record<string, string>> = {
  '1': 'fill="#ffffff" font-weight="700"',
  '2': 'fill="#6b7a90"',
  '33': 'fill="#e5c07b"',
  '1;33': 'fill="#e5c07b" font-weight="700"',
};

/** The lines as a picture with the command in its title bar; every run of text is held to the grid of the terminal. */
export function drawTerminal(command: string, lines: readonly string[], widthOf: (text: string) => number): string {
  const rows = lines.map(splitRuns);
  const columns = Math.max(...rows.map((runs) => runs.reduce((sum, run) => sum + widthOf(run.text), 0)));
  const width = Math.ceil(columns * CELL + 2 * PADDING);
  const height = BAR + 2 * PADDING + lines.length * LINE;
  const body = rows.flatMap((runs, i) => drawRow(runs, BAR + PADDING + (i + 0.75) * LINE, widthOf));
  return [
    '<!-- Made by `npm run sync` from the real output; do not edit. -->',
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    `<title>${escapeXml(command)}</title>`,
    `<rect width="${width}" height="${height}" rx="8" fill="#1b222d"/>`,
    '<circle cx="20" cy="16" r="5" fill="#ff5f57"/><circle cx="38" cy="16" r="5" fill="#febc2e"/><circle cx="56" cy="16" r="5" fill="#28c840"/>',
    `<g font-family="'Cascadia Mono', Menlo, Consolas, 'Noto Sans Mono', 'Liberation Mono', 'DejaVu Sans Mono', monospace" font-size="14" fill="${INK}" xml:space="preserve">`,
    `<text x="78" y="21" fill="#8a97aa" font-size="13">$ ${escapeXml(command)}</text>`,
    ...body,
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

function drawRow(runs: readonly Run[], y: number, widthOf: (text: string) => number): string[] {
  const drawn: string[] = [];
  let column = 0;
  for (const { text, codes } of runs) {
    // Words are placed one by one, so that a viewer's font cannot push the columns apart.
    for (const match of text.matchAll(/\S+(?: \S+)*/g)) {
      const at = column + widthOf(text.slice(0, match.index));
      const length = round(widthOf(match[0]) * CELL);
      const place = `x="${round(PADDING + at * CELL)}" y="${round(y)}" textLength="${length}" lengthAdjust="spacingAndGlyphs"`;
      drawn.push(`<text ${place}${codes in LOOK ? ` ${LOOK[codes]}` : ''}>${escapeXml(match[0])}</text>`);
    }
    column += widthOf(text);
  }
  return drawn;
}

/** The line cut at its escape codes; a run keeps the code that is in force. */
function splitRuns(line: string): Run[] {
  const parts = line.split('\u001b[');
  const runs: Run[] = [{ text: parts[0] as string, codes: '' }];
  for (const part of parts.slice(1)) {
    const end = part.indexOf('m');
    const codes = part.slice(0, end);
    runs.push({ text: part.slice(end + 1), codes: codes === '0' ? '' : codes });
  }
  return runs.filter((run) => run.text !== '');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
