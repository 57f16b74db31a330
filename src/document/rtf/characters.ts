/** Words and symbols of RTF that stand for a character. */
export const SHOWN: ReadonlyMap<string, string> = new Map(
  Object.entries({
    tab: '\t',
    '~': '\u00a0',
    // Shown at the end of a line only, but ư in TCVN3; it is dropped later where it is not.
    '-': '\u00ad',
    _: '-',
    '\\': '\\',
    '{': '{',
    '}': '}',
    emdash: '—',
    endash: '–',
    emspace: ' ',
    enspace: ' ',
    qmspace: ' ',
    bullet: '•',
    lquote: '‘',
    rquote: '’',
    ldblquote: '“',
    rdblquote: '”',
  }),
);

export function isCharacter(name: string): boolean {
  return SHOWN.has(name);
}
