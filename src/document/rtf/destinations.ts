/** What the groups of RTF hold (đích): text of the document, a note, a label – or nothing to read. */

export type Destination = 'text' | 'silent' | 'fonts' | 'instruction' | 'note' | 'label' | 'box' | 'header';

const DESTINATIONS: ReadonlyMap<string, Destination> = new Map(
  Object.entries<Destination>({
    fonttbl: 'fonts',
    footnote: 'note',
    fldinst: 'instruction',
    listtext: 'label',
    pntext: 'label',
    shptxt: 'box',
    dptxbxtext: 'box',
    header: 'header',
    headerf: 'header',
    headerl: 'header',
    headerr: 'header',
  }),
);

/** Groups without text of the document; those with `\*` before their name that are not known are such anyway. */
const SILENT = new Set(
  (
    'stylesheet colortbl info pict object objdata objclass objname footer footerf footerl footerr datafield ' +
    'falt panose annotation atnid atnauthor atndate atnref xe tc rxe bkmkstart bkmkend listtable listoverridetable ' +
    'rsidtbl revtbl generator themedata colorschememapping latentstyles datastore xmlnstbl filetbl nonshppict ' +
    'nonesttables private pn ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn template comment doccomm sp upr shprslt'
  ).split(' '),
);

/** Groups that are marked as ignorable but hold text that is read. */
const READ = new Set(['shptxt', 'shpinst', 'do', 'dptxbxtext', 'footnote', 'ud', 'fldrslt', 'result', 'txfieldtext']);
/** Groups within silent ones that hold text: the picture of an object, the Unicode form of a text. */
const WITHIN = new Set(['result', 'ud']);

/** Null when the group goes on with what it stands in. */
export function destinationOf(name: string, mayBeIgnored: boolean, around: Destination): Destination | null {
  if (around === 'silent') return WITHIN.has(name) ? 'text' : null;
  if (around === 'fonts') return mayBeIgnored || SILENT.has(name) ? 'silent' : null;
  const known = DESTINATIONS.get(name);
  if (known) return known === 'fonts' || around !== 'note' || known === 'label' ? known : null;
  if (SILENT.has(name)) return 'silent';
  return mayBeIgnored && !READ.has(name) ? 'silent' : null;
}
