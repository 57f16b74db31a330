/** A form as HTML for a browser to print: the same look as the Word file, pages of A4 filled by `paginate.js`. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import {
  columnShares,
  type Form,
  type FormPart,
  type Head,
  type Label,
  type Rows,
  type Run,
  type Signing,
} from './form.ts';

const SUBSETS = ['latin', 'latin-ext', 'vietnamese'];
const LOOKS = [
  { weight: 400, style: 'normal' },
  { weight: 400, style: 'italic' },
  { weight: 700, style: 'normal' },
  { weight: 700, style: 'italic' },
];

/** Face of the text; Tinos when nothing else is asked for. */
export const USUAL_FACE = 'Tinos';

const STYLE = `
@page { size: 210mm 297mm; margin: 0 }
* { box-sizing: border-box; margin: 0; padding: 0 }
body { font: 13.5pt/1.28 var(--face), serif; color: #000; background: #fff }
.page { width: 210mm; height: 297mm; padding: 20mm 17mm 18mm 30mm; position: relative; display: flex; flex-direction: column; break-after: page; overflow: hidden }
.page:last-child { break-after: auto }
.number { position: absolute; top: 10mm; left: 30mm; right: 17mm; text-align: center; font-size: 13pt }
.content { flex: 1; min-height: 0; overflow: hidden }
.notes { flex: none; font-size: 10pt; line-height: 1.15 }
.notes:not(:empty)::before { content: ''; display: block; width: 5cm; border-top: 0.5pt solid #000; margin: 6pt 0 3pt }
.note { text-align: justify }
p { margin-top: 6pt; text-align: justify; white-space: pre-wrap }
p.body { text-indent: 1.27cm }
p.left { text-align: left; font-weight: bold }
p.centre { text-align: center; text-indent: 0; font-weight: bold }
p.cut { text-align-last: justify }
p.rest { text-indent: 0; margin-top: 0 }
sup { font-size: 8.5pt; line-height: 0 }
table { border-collapse: collapse; width: 100% }
.rows { margin: 6pt 0; font-size: 13pt }
.rows.dense { font-size: 11pt; line-height: 1.15; table-layout: fixed }
.rows td { border: 0.6pt solid #000; padding: 2pt 5pt; vertical-align: middle; text-align: center }
.rows td.wide { text-align: left }
.side td { vertical-align: top; text-align: center; padding: 0 2pt }
.side p { text-align: center; margin: 0 }
.head { margin-bottom: 14pt; font-size: 13pt; line-height: 1.2 }
.signing + .head { margin-top: 26pt }
.head td:first-child { width: 40% }
.head tr + tr td { padding-top: 8pt }
.rule { width: 40%; border-top: 0.8pt solid #000; margin: 2pt auto 0 }
.title { text-align: center; font-weight: bold; margin-bottom: 12pt }
.title p { text-align: center; margin: 0; font-size: 14pt }
.title .rule { width: 25% }
.signing { margin-top: 14pt }
.signing td:first-child { width: 52%; text-align: left; font-size: 11pt; line-height: 1.15 }
.signing td:first-child p { text-align: left }
.space { height: 30mm }
b.name { display: block }
`;

/** The whole page, with fonts and script inside. Another face than the usual one must be installed. */
export function writeHtml(form: Form, face: string = USUAL_FACE): string {
  const notes = form.notes.map(
    (note, i) => `<div class="note" data-note="${i + 1}"><sup>${i + 1}</sup> ${writeRuns(note.runs)}</div>`,
  );
  const script = readFileSync(new URL('./paginate.js', import.meta.url), 'utf8');
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><style>${fontFaces()}:root { --face: '${face}' }${STYLE}</style></head>
<body><template id="flow">${form.parts.map(writePart).join('\n')}</template><template id="notes">${notes.join('\n')}</template>
<script>${script}</script></body></html>`;
}

/** A drawing alone on a page without ground. */
export function writeDrawing(svg: string): string {
  return `<!doctype html><meta charset="utf-8"><style>${fontFaces()}*{margin:0}svg{display:block;width:100vw;height:100vh}</style>${svg}`;
}

/** Tinos has the widths of Times New Roman; the font files stand in the page, so nothing is fetched. */
function fontFaces(): string {
  const find = createRequire(import.meta.url).resolve;
  const ranges = JSON.parse(readFileSync(find('@fontsource/tinos/unicode.json'), 'utf8')) as Record<string, string>;
  return SUBSETS.flatMap((subset) =>
    LOOKS.map(({ weight, style }) => {
      const data = readFileSync(find(`@fontsource/tinos/files/tinos-${subset}-${weight}-${style}.woff2`)).toString(
        'base64',
      );
      const range = ranges[subset] ? `unicode-range:${ranges[subset]};` : '';
      return `@font-face{font-family:Tinos;font-weight:${weight};font-style:${style};${range}src:url(data:font/woff2;base64,${data})}`;
    }),
  ).join('\n');
}

function writePart(part: FormPart): string {
  switch (part.kind) {
    case 'head':
      return head(part);
    case 'title':
      return `<div class="title keep">${part.lines.map((line) => `<p>${toHtml(line)}</p>`).join('')}<div class="rule"></div></div>`;
    case 'heading':
      return `<p class="body keep ${part.centred ? 'centre' : 'left'}">${writeLabel(part.label)}${writeRuns(part.runs)}</p>`;
    case 'item':
    case 'paragraph':
      return `<p class="body">${writeLabel('label' in part ? part.label : null)}${writeRuns(part.runs)}</p>`;
    case 'rows':
      return rows(part);
    case 'signing':
      return signing(part);
  }
}

function head(part: Head): string {
  const issuer = part.issuer.map((line, i) => {
    const last = i === part.issuer.length - 1 || part.issuer[i + 1] === '*';
    return `<p>${last ? `<b>${toHtml(line)}</b>` : toHtml(line)}</p>`;
  });
  const rule = '<div class="rule"></div>';
  const left = issuer.join('') + (issuer.length > 0 && !part.issuer.includes('*') ? rule : '');
  const right =
    part.state.map((line) => `<p><b>${toHtml(line)}</b></p>`).join('') + (part.state.length > 0 ? rule : '');
  const top = left + right === '' ? '' : `<tr><td>${left}</td><td>${right}</td></tr>`;
  const below = `<tr><td>${toHtml(part.number)}</td><td><i>${toHtml(part.placeDate)}</i></td></tr>`;
  return `<table class="side head">${top}${below}</table>`;
}

function signing(part: Signing): string {
  const receivers = part.receivers.map((line) => `<p>${toHtml(line)}</p>`).join('');
  const left = part.receivers.length > 0 ? `<p><b><i>Nơi nhận:</i></b></p>${receivers}` : '';
  const roles = part.roles.map((line) => `<p><b>${toHtml(line)}</b></p>`).join('');
  return `<table class="side signing"><tr><td>${left}</td><td>${roles}<div class="space" data-seal></div><b class="name">${toHtml(part.name)}</b></td></tr></table>`;
}

function rows(part: Rows): string {
  const shares = columnShares(part);
  const cell = (html: string, i: number) =>
    `<td class="${(shares[i] ?? 0) > 0.3 ? 'wide' : ''}" style="width:${((shares[i] ?? 0) * 100).toFixed(1)}%">${html}</td>`;
  const head = `<tr>${part.head.map((text, i) => cell(`<b>${toHtml(text)}</b>`, i)).join('')}</tr>`;
  const lines = part.rows.map((row) => `<tr>${row.map((runs, i) => cell(writeRuns(runs), i)).join('')}</tr>`);
  return `<table class="rows${shares.length > 3 ? ' dense' : ''}">${head}${lines.join('')}</table>`;
}

function writeLabel(label: Label | null): string {
  return label ? `${toHtml(label.text)} ` : '';
}

function writeRuns(runs: readonly Run[]): string {
  return runs
    .map((run) => {
      if (run.note !== undefined) return `<sup data-ref="${run.note + 1}">${run.note + 1}</sup>`;
      const text = toHtml(run.text);
      const bold = run.bold ? `<b>${text}</b>` : text;
      return run.italic ? `<i>${bold}</i>` : bold;
    })
    .join('');
}

function toHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
