/** How the bodies of a province are called: the agency's name with the province's in it, for every time it had another. */
import type { Agency, AgencyName } from './agencies-model.ts';
import { OWN_NAMES } from './data/organisations-provinces.ts';
import type { OrganisationName } from './organisations-model.ts';
import type { Province, ProvinceName } from './provinces.ts';

/** A stretch of days: `to` is the first day after it, null: open. */
export interface Interval {
  readonly from: string | null;
  readonly to: string | null;
}

/** The days that two stretches share, null when there are none. */
export function overlap(a: Interval, b: Interval): Interval | null {
  const from =
    [a.from, b.from]
      .filter((day) => day !== null)
      .sort()
      .at(-1) ?? null;
  const to = [a.to, b.to].filter((day) => day !== null).sort()[0] ?? null;
  return from !== null && to !== null && from >= to ? null : { from, to };
}

/** `holds(unit, day)`: is the day in the stretch? */
export function holds({ from, to }: Interval, day: string): boolean {
  return (from ?? '') <= day && day < (to ?? '9999');
}

/** Names of an agency in a province while it existed there, newest first. */
export function namesOf(agency: Agency, province: Province, existence: Interval): OrganisationName[] {
  const names = agency.names.flatMap((name) =>
    province.names.flatMap((place) => {
      const time = overlap(name, place);
      const shared = time === null ? null : overlap(time, existence);
      return shared === null ? [] : [{ ...nameIn(agency, name, province, place), ...shared }];
    }),
  );
  return joinEqual(names.sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? 1 : -1)));
}

/** Newest first; the same name in stretches that touch becomes one. */
function joinEqual(names: readonly OrganisationName[]): OrganisationName[] {
  const joined: OrganisationName[] = [];
  for (const name of names) {
    const newer = joined.at(-1);
    if (newer !== undefined && newer.text === name.text && newer.short === name.short)
      joined[joined.length - 1] = { ...newer, from: name.from };
    else joined.push(name);
  }
  return joined;
}

function nameIn(agency: Agency, name: AgencyName, province: Province, place: ProvinceName) {
  const own = OWN_NAMES[province.id]?.[agency.code];
  const text = own ?? fullName(agency, name.text, place);
  return { text, short: shortName(agency, name, own ?? null, place) };
}

/** `Công an tỉnh` → `Công an tỉnh Hà Tĩnh`, `Công an thành phố Huế`; `Báo tỉnh` → `Báo Gia Lai`; `Sở …` stays. */
function fullName(agency: Agency, text: string, place: ProvinceName): string {
  const words = inCity(text, place);
  if (text === 'Tỉnh ủy') return `${words} ${place.text}`;
  if (!text.endsWith(' tỉnh')) return words;
  const stem = text.slice(0, -' tỉnh'.length);
  if (agency.kind === 'media') return `${stem} ${place.text}`;
  return `${stem} ${wordOf(place)} ${place.text}`;
}

/** Abbreviations that nobody outside of the office reads. */
const PRIVATE = /^(?:BCH|BTV|BTC|BTG|BDV|BCSĐ|TT|UBKT|VP|CA|HND|BQL|TTPVHCC) /;

/** The usual short form when it is clearly shorter than the name without the province. */
function shortName(agency: Agency, name: AgencyName, own: string | null, place: ProvinceName): string {
  if (own !== null) return own;
  if (agency.kind === 'media') return fullName(agency, name.text, place);
  const short = name.short.find((form) => !PRIVATE.test(form) && name.text.length - form.length > 8);
  return inCity(short ?? name.text, place);
}

/** `UBND tỉnh` → `UBND thành phố`, `Ban Tổ chức Tỉnh ủy` → `Ban Tổ chức Thành ủy`, in a city. */
function inCity(text: string, place: ProvinceName): string {
  if (place.kind !== 'city') return text;
  return text
    .replace(/Tỉnh ủy/g, 'Thành ủy')
    .replace(/^Tỉnh đoàn$/, 'Thành đoàn')
    .replace(/ tỉnh$/, ' thành phố');
}

/** Only Hồ Chí Minh writes its `Thành phố` with a capital. */
function wordOf(place: ProvinceName): string {
  if (place.kind !== 'city') return 'tỉnh';
  return place.text === 'Hồ Chí Minh' ? 'Thành phố' : 'thành phố';
}
