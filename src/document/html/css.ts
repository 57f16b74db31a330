/**
 * The few properties of CSS that change what a text says or how it is taken: weight, hiding, alignment, fonts, capitals and
 * the numbering of lists. Selectors of one tag or one class count; nothing is loaded from outside.
 */

export interface Css {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly font?: string;
  readonly size?: number;
  readonly hidden?: boolean;
  readonly centred?: boolean;
  readonly capitals?: boolean;
  /** Lines are drawn around it, or expressly none. */
  readonly ruled?: boolean;
  /** `list-style-type`. */
  readonly list?: string;
}

/** Style sheets beyond this are cut off: the text of a document needs no more. */
const LONGEST_SHEET = 400_000;

/** The properties of a `style` attribute or the body of a rule. */
export function readDeclarations(declarations: string): Css {
  const css: { -readonly [K in keyof Css]: Css[K] } = {};
  for (const declaration of declarations.slice(0, 4000).split(';')) {
    const colon = declaration.indexOf(':');
    if (colon < 0) continue;
    const property = declaration.slice(0, colon).trim().toLowerCase();
    const value = declaration
      .slice(colon + 1)
      .replace(/!important/i, '')
      .trim();
    const word = value.toLowerCase();
    if (property === 'font-weight') css.bold = /^bold/.test(word) || Number(word) >= 600;
    else if (property === 'font-style') css.italic = word !== 'normal';
    else if (property === 'font-family' || property === 'mso-ascii-font-family') css.font ??= firstFamily(value);
    else if (property === 'font-size') css.size = sizeOf(word);
    else if (property === 'display') css.hidden = word === 'none';
    else if (property === 'visibility') css.hidden = word === 'hidden' || word === 'collapse';
    else if (property === 'mso-hide') css.hidden = word === 'all';
    else if (property === 'text-align') css.centred = word === 'center';
    else if (property === 'text-transform') css.capitals = word === 'uppercase';
    else if (/^border(?:-(?:top|right|bottom|left))?(?:-style)?$/.test(property)) css.ruled = css.ruled || isLine(word);
    else if (property === 'list-style-type') css.list = word;
    else if (property === 'list-style')
      css.list = word.split(/\s/).find((part) => LIST_TYPES.test(part)) ?? css.list ?? '';
  }
  return css;
}

const LIST_TYPES = /^(?:none|disc|circle|square|decimal|decimal-leading-zero|(?:lower|upper)-(?:roman|alpha|latin))$/;

function isLine(border: string): boolean {
  return /\b(?:solid|double|dashed|dotted|ridge|groove|inset|outset)\b/.test(border);
}

function firstFamily(value: string): string {
  return (value.split(',', 1)[0] as string).replace(/["']|&quot;/g, '').trim();
}

/** Points; 0 for sizes that depend on something else. */
function sizeOf(value: string): number {
  const found = /^([\d.]{1,8})(pt|px)$/.exec(value);
  return found ? Number(found[1]) * (found[2] === 'px' ? 0.75 : 1) : 0;
}

/** The rules of the style sheets of a page, by tag, `.class` and `tag.class`. */
export class StyleSheet {
  readonly #rules = new Map<string, Css>();

  add(sheet: string): void {
    const text = withoutComments(sheet.slice(0, LONGEST_SHEET));
    for (const rule of text.split('}')) {
      const brace = rule.lastIndexOf('{');
      // Rules inside `@media` are for other devices as often as for this one.
      if (brace < 0 || rule.includes('@media')) continue;
      const css = readDeclarations(rule.slice(brace + 1));
      if (Object.keys(css).length === 0) continue;
      for (const selector of rule.slice(0, brace).split(',')) {
        const name = /^\s*([a-z][a-z0-9]*)?(\.[\w-]+)?\s*$/i.exec(selector);
        if (name) this.#put(`${(name[1] ?? '').toLowerCase()}${name[2] ?? ''}`, css);
      }
    }
  }

  #put(selector: string, css: Css): void {
    if (selector !== '') this.#rules.set(selector, { ...this.#rules.get(selector), ...css });
  }

  /** What the sheets say of an element. */
  of(tag: string, classes: string): Css {
    let css: Css | undefined = this.#rules.get(tag);
    if (classes !== '') {
      for (const name of classes.split(/\s+/).slice(0, 12)) {
        for (const selector of [`.${name}`, `${tag}.${name}`]) {
          const rule = this.#rules.get(selector);
          if (rule) css = css ? { ...css, ...rule } : rule;
        }
      }
    }
    return css ?? NOTHING;
  }
}

const NOTHING: Css = {};

function withoutComments(sheet: string): string {
  let kept = '';
  for (let at = 0; at < sheet.length; ) {
    const start = sheet.indexOf('/*', at);
    if (start < 0) return (kept + sheet.slice(at)).replace(/<!--|-->/g, '');
    kept += sheet.slice(at, start);
    const end = sheet.indexOf('*/', start + 2);
    if (end < 0) break;
    at = end + 2;
  }
  return kept.replace(/<!--|-->/g, '');
}
