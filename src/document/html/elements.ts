/** What the elements of HTML mean for a text that is read. */

export const BLOCKS = new Set(
  (
    'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);

/** Never text of a document: code, controls, other documents, pictures. */
export const SILENT = new Set(
  (
    'applet audio button canvas datalist dialog embed head iframe input map noframes noscript object optgroup option ' +
    'script select style svg template textarea title video'
  ).split(' '),
);

/** The frame of a web page, by element or role. */
const FRAME_ELEMENTS = new Set(['nav', 'footer', 'aside']);
const FRAME_ROLES = new Set(['navigation', 'banner', 'contentinfo', 'search', 'complementary']);
const NAMED = new Set(['div', 'ul', 'ol', 'section', 'header']);
const FRAME_NAMES = new RegExp(
  `(?:^|[\\s_-])(?:${[
    'nav(?:bar|igation)?',
    '(?:main|top|left|right|sub)?-?menu',
    'breadcrumbs?',
    'side-?bar',
    '(?:page-|site-)?footer',
    'pag(?:ination|ing|er)',
    'social(?:-?share)?',
    'comments?',
    'advert(?:isement)?s?',
    'cookies?',
    'pop-?up',
    'modal',
    'tool-?bar',
  ].join('|')})(?=$|[\\s_-])`,
  'i',
);

export function isFrame(tag: string, attributes: Readonly<Record<string, string>>): boolean {
  if (FRAME_ELEMENTS.has(tag)) return true;
  const { role = '', title = '' } = attributes;
  if (FRAME_ROLES.has(role)) return true;
  // LibreOffice writes the header and footer of a page so.
  if (tag === 'div' && (title === 'header' || title === 'footer')) return true;
  return false;
}

/** By its name it may be a part of the frame, or hold the page and only be named after one: its text has to tell. */
export function mayBeFrame(tag: string, { class: names = '', id = '' }: Readonly<Record<string, string>>): boolean {
  return NAMED.has(tag) && FRAME_NAMES.test(`${names.slice(0, 200)} ${id.slice(0, 100)}`);
}

/** What holds the document itself, when a page says so. */
export function isMain(tag: string, attributes: Readonly<Record<string, string>>): boolean {
  return tag === 'main' || tag === 'article' || attributes.role === 'main';
}
