/**
 * What a header lost, inferred from the rest of the document: `Nghị quyết này`, the signature, the province named most.
 */
import { findProvinces, provinceById, resolveProvince } from '#catalogue/provinces.ts';
import { findDates } from '#statement/time/date.ts';
import { fromCapitals } from './words.ts';

const SELF =
  /(?<!\p{L})(Nghị quyết|Chương trình|Kế hoạch|Chỉ thị|Quyết định|Kết luận|Thông báo|Đề án|Báo cáo|Quy định|Quy chế|Hướng dẫn|Thông tư|Nghị định) này(?!\p{L})/giu;
const SAMPLE = 200_000;

/** The type by which the document speaks of itself: `Chương trình này`; `QUYẾT NGHỊ` is said by resolutions. */
export function inferType(text: string, from: number): string | null {
  const counts = new Map<string, number>();
  const body = text.slice(from, from + SAMPLE);
  for (const m of body.matchAll(SELF)) {
    const type = (m[1] as string).slice(0, 1).toUpperCase() + (m[1] as string).slice(1).toLowerCase();
    counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  if (/(?:^|\n)\s{0,3}(?:QUYẾT NGHỊ|Quyết nghị)\s?:?/.test(body))
    counts.set('Nghị quyết', (counts.get('Nghị quyết') ?? 0) + 5);
  if (/(?:^|\n)\s{0,3}QUYẾT ĐỊNH\s?:/.test(body)) counts.set('Quyết định', (counts.get('Quyết định') ?? 0) + 5);
  let best: string | null = null;
  for (const [type, n] of counts) if (best === null || n > (counts.get(best) ?? 0)) best = type;
  return best;
}

const CODE_TYPES: readonly (readonly [string, string])[] = [
  ['NQ', 'Nghị quyết'],
  ['QĐ', 'Quyết định'],
  ['KH', 'Kế hoạch'],
  ['CTr', 'Chương trình'],
  ['CT', 'Chỉ thị'],
  ['KL', 'Kết luận'],
  ['TB', 'Thông báo'],
  ['BC', 'Báo cáo'],
  ['HD', 'Hướng dẫn'],
];

/** The type that a number's code stands for: `123/QĐ-UBND` → `Quyết định`. */
export function typeOfCode(symbol: string | null): string | null {
  const code = /[/-](\p{Lu}+r?)[-/]/u.exec(symbol ?? '')?.[1];
  return CODE_TYPES.find(([short]) => short === code)?.[1] ?? null;
}

/** Bodies of the centre, in capitals. Not `BỘ CHỈ HUY QUÂN SỰ TỈNH`, `ĐOÀN ĐẠI BIỂU QUỐC HỘI TỈNH`. */
const CENTRAL =
  /^(?:CHÍNH PHỦ|(?:PHÓ )?THỦ TƯỚNG|VĂN PHÒNG (?:CHÍNH PHỦ|QUỐC HỘI|CHỦ TỊCH NƯỚC)|QUỐC HỘI|CHỦ TỊCH (?:NƯỚC|QUỐC HỘI)|BỘ TRƯỞNG|BỘ (?!CHỈ HUY|ĐỘI)|BAN BÍ THƯ|(?:ỦY|UỶ) BAN THƯỜNG VỤ QUỐC HỘI|ĐẢNG (?:ỦY|UỶ) (?:CHÍNH PHỦ|QUỐC HỘI|BỘ )|[\p{L}\s]{0,60}TRUNG ƯƠNG)/u;
const CENTRAL_CODE = /[/-](?:TTg|CP|TTCP|QH\d*|UBTVQH\d*|TW|VPCP|VPTW|CTN|B[A-ZĐ]{1,8})(?:-|$)/;

interface ProvinceClues {
  readonly bodies: readonly string[];
  readonly heads: readonly string[];
  readonly place: string | null;
  readonly title: string | null;
  /** Signed on whose behalf, in capitals. */
  readonly authority: string;
  readonly symbol: string | null;
  /** The body that a web page or an annex names. */
  readonly issuer: string | null;
  /** ISO day of the document, or one of its year. */
  readonly day: string | null;
}

export interface InferredProvince {
  readonly id: string;
  readonly name: string;
  readonly guessed: boolean;
}

/** The first province named in a line; a line in small letters is read by its words (`tỉnh hải dương`). */
function provinceIn(line: string): InferredProvince | null {
  const hit = findProvinces(line)[0] ?? null;
  if (hit !== null) return { id: hit.id, name: hit.name, guessed: false };
  const lower = /(?:tỉnh|thành phố)\s((?:\p{L}+[\s-]*){1,5})/iu.exec(line);
  if (lower === null) return null;
  const words = (lower[1] as string).trim().split(/\s+/);
  for (let n = Math.min(words.length, 5); n >= 1; n--) {
    const found = resolveProvince(words.slice(0, n).join(' '));
    if (found !== null) return { id: found.id, name: found.name, guessed: false };
  }
  return null;
}

/** The name that a province had on the day of the document; without a day, as the text prints it. */
function nameThen(found: InferredProvince, text: string, day: string | null): InferredProvince {
  const names = provinceById(found.id)?.names ?? [];
  if (new Set(names.map((n) => n.text)).size < 2) return found;
  const name =
    day === null
      ? names.find((n) => n.text !== found.name && text.slice(0, 20_000).includes(n.text))
      : names.find((n) => (n.from ?? '') <= day && day < (n.to ?? '9999'));
  return name === undefined ? found : { ...found, name: name.text };
}

/** The province of the document: of its body, its place, its title; else the one that the text names most. */
export function inferProvince(text: string, clues: ProvinceClues): InferredProvince | null {
  const found = findProvince(text, clues);
  return found === null ? null : nameThen(found, text, clues.day);
}

function findProvince(text: string, clues: ProvinceClues): InferredProvince | null {
  const bodies = [...clues.bodies, ...clues.heads, clues.issuer ?? '', clues.authority];
  const central =
    bodies.some((b) => CENTRAL.test(b.toUpperCase())) ||
    (clues.bodies.length === 0 && clues.symbol !== null && CENTRAL_CODE.test(clues.symbol));
  if (!central) {
    for (const line of [clues.bodies.join(' '), ...clues.heads, clues.place ?? '', clues.issuer ?? '']) {
      const found = line === '' ? null : provinceIn(line);
      if (found !== null) return found;
    }
    if (clues.place !== null) {
      const found = resolveProvince(clues.place);
      if (found !== null) return { id: found.id, name: found.name, guessed: false };
    }
  }
  if (clues.title !== null) {
    const found = provinceIn(clues.title);
    if (found !== null) return { ...found, guessed: central };
  }
  const weight = new Map<string, { name: string; n: number }>();
  for (const m of findProvinces(text.slice(0, 100_000))) {
    const entry = weight.get(m.id) ?? { name: m.name, n: 0 };
    entry.n += m.marked ? 3 : 1;
    weight.set(m.id, entry);
  }
  let best: { id: string; name: string; n: number } | null = null;
  let all = 0;
  for (const [id, { name, n }] of weight) {
    all += n;
    if (best === null || n > best.n) best = { id, name, n };
  }
  // A text of the centre is about a province only where it names hardly another one.
  const enough = central ? Math.max(20, all * 0.8) : Math.max(2, all * 0.4);
  return best === null || best.n < enough ? null : { id: best.id, name: best.name, guessed: true };
}

interface IssuerClues {
  readonly bodies: readonly string[];
  readonly heads: readonly string[];
  /** Signed on whose behalf, in capitals. */
  readonly authority: string;
  readonly province: string | null;
  readonly city: boolean;
  readonly type: string | null;
  /** The number as printed. */
  readonly symbol: string | null;
  /** The body that a web page or an annex names. */
  readonly named: string | null;
  readonly bodyStart: number;
}

const COMMITTEE = /BAN CHẤP HÀNH ĐẢNG BỘ (TỈNH|THÀNH PHỐ|HUYỆN|THỊ XÃ|XÃ|PHƯỜNG)/i;
const STANDING = /BAN THƯỜNG VỤ\s+(TỈNH|THÀNH|HUYỆN|THỊ)\s+(?:ỦY|UỶ)/i;
const PARTY_BODY = /^(TỈNH|THÀNH|HUYỆN|THỊ) (?:ỦY|UỶ)/i;
const ADOPTED =
  /này (?:đã )?được ((?:Hội đồng nhân dân|HĐND|Ban Chấp hành Đảng bộ)(?: (?:tỉnh|thành phố|huyện))?(?: \p{Lu}[\p{L}]+){0,4})/u;
const ORDERING =
  /(?<!\p{L})((?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Hội đồng nhân dân|HĐND|Chủ tịch Ủy ban nhân dân|Ban Thường vụ Tỉnh ủy|Ban Thường vụ Tỉnh uỷ)(?: (?:tỉnh|thành phố))?(?: \p{Lu}[\p{L}]+){0,4}) (?:yêu cầu|ban hành|quyết nghị|quyết định ban hành|chỉ thị|xây dựng kế hoạch)(?!\p{L})/u;

/** The bodies that the code of a number stands for. */
const CODES: readonly (readonly [RegExp, string])[] = [
  [/[/-]HĐND\d{0,2}$/, 'Hội đồng nhân dân'],
  [/[/-]UBND(?:-\p{Lu}+)?$/u, 'Ủy ban nhân dân'],
  [/[/-]TTg(?:-\p{Lu}+)?$/u, 'Thủ tướng Chính phủ'],
  [/[/-]CP$/, 'Chính phủ'],
  [/[/-]QH\d{1,2}$/, 'Quốc hội'],
];

/** The body of the Central Committee that a letterhead, a conference or the signature names. */
function centralParty(printed: string, authority: string): string {
  if (/^BỘ CHÍNH TRỊ|^BAN BÍ THƯ/.test(authority)) return fromCapitals(authority);
  if (!/BAN CHẤP HÀNH TRUNG ƯƠNG/.test(printed)) return fromCapitals(printed);
  return 'Ban Chấp hành Trung ương Đảng';
}

/** Names of communes and districts are in no list: all that follows the kind of place is a name. */
const PLACE_BEHIND =
  /(?<=(?<!\p{L})(?:xã|phường|huyện|quận|thị xã|thị trấn|đặc khu)\s)(?!ủy|uỷ|xã\s)\p{Ll}[\p{L}\s]*$/u;
const initials = (name: string): string => name.replace(/(?<!\p{L})\p{Ll}/gu, (c) => c.toUpperCase());

/** `UBND TỈNH` → `Ủy ban nhân dân tỉnh`, without `khóa XVI, kỳ họp thứ …`. */
function fullName(printed: string): string {
  const name = /\p{Ll}/u.test(printed) ? printed : fromCapitals(printed).replace(PLACE_BEHIND, initials);
  return name
    .replace(/\bUBND(?!\p{L})/u, 'Ủy ban nhân dân')
    .replace(/(?<!\p{L})HĐND(?!\p{L})/u, 'Hội đồng nhân dân')
    .replace(/\s*(?:khóa|khoá|Khóa|Khoá|kỳ họp|Kỳ họp)\s.*$/u, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Names the province behind a body of the province that is printed without it. */
function complete(name: string, clues: IssuerClues): string {
  if (clues.province === null) return name;
  if (name.toLowerCase().includes(clues.province.toLowerCase())) {
    const at = name.toLowerCase().indexOf(clues.province.toLowerCase());
    return name.slice(0, at) + clues.province + name.slice(at + clues.province.length);
  }
  if (/(?:tỉnh|thành phố|Tỉnh ủy|Thành ủy)$/.test(name)) return `${name} ${clues.province}`;
  if (
    /^(?:Ủy ban nhân dân|Uỷ ban nhân dân|Hội đồng nhân dân|Chủ tịch Ủy ban nhân dân|Ban Chấp hành Đảng bộ)$/.test(name)
  ) {
    return `${name} ${clues.city ? 'thành phố' : 'tỉnh'} ${clues.province}`;
  }
  return name;
}

export interface InferredIssuer {
  readonly name: string;
  readonly guessed: boolean;
}

/** The body that issues the document. */
export function inferIssuer(text: string, clues: IssuerClues): InferredIssuer | null {
  const done = (name: string, guessed: boolean): InferredIssuer => ({ name: complete(fullName(name), clues), guessed });
  for (const head of [...clues.heads, ...clues.bodies]) {
    const m = COMMITTEE.exec(head);
    if (m !== null) return done(`Ban Chấp hành Đảng bộ ${(m[1] as string).toLowerCase()}`, false);
    const s = STANDING.exec(head);
    if (s !== null) return done(`Ban Thường vụ ${fromCapitals(`${s[1]} ỦY`)}`, false);
  }
  const centre = [...clues.heads, ...clues.bodies, clues.authority].find((b) =>
    /TRUNG ƯƠNG|^BỘ CHÍNH TRỊ|^BAN BÍ THƯ/.test(b),
  );
  if (centre !== undefined) return done(centralParty(centre, clues.authority), false);
  const bodies = clues.bodies.filter((b) => !/^(?:KHÓA|KHOÁ|KỲ HỌP|HỘI NGHỊ|ĐẠI HỘI)/.test(b));
  const party = bodies.find((b) => PARTY_BODY.test(b));
  if (party !== undefined || PARTY_BODY.test(clues.authority) || /^BAN (?:CHẤP HÀNH|THƯỜNG VỤ)/.test(clues.authority)) {
    return partyIssuer(party ?? null, clues, done);
  }
  if (bodies.length > 0) {
    // A line that only names the place belongs to the body above: `ỦY BAN NHÂN DÂN ⏎ TỈNH ĐỒNG NAI`.
    const joined: string[] = [];
    for (const line of bodies) {
      if (/^(?:TỈNH|THÀNH PHỐ|HUYỆN|THỊ XÃ|QUẬN) /.test(line) && joined.length > 0)
        joined.push(`${joined.pop()} ${line}`);
      else joined.push(line);
    }
    return done(joined.at(-1) as string, false);
  }
  const head = clues.heads.find((h) =>
    /^(?:Hội đồng|Uỷ ban|Ủy ban|Chính phủ|Quốc hội|Thủ tướng|HỘI ĐỒNG|ỦY BAN|UỶ BAN|CHÍNH PHỦ|QUỐC HỘI|THỦ TƯỚNG|BỘ |CHỦ TỊCH (?:ỦY|UỶ) BAN|ĐẢNG (?:ỦY|UỶ))/.test(
      h,
    ),
  );
  if (head !== undefined) return done(lowerName(head), false);
  const full = clues.named;
  if (full !== null && !/^(?:Tỉnh|Thành phố) (?![ủu]y|uỷ)/i.test(full)) return done(full, true);
  if (/^(?:ỦY|UỶ) BAN NHÂN DÂN|^UBND/.test(clues.authority)) return done('Ủy ban nhân dân', true);
  if (/^HỘI ĐỒNG NHÂN DÂN|^HĐND/.test(clues.authority)) return done('Hội đồng nhân dân', true);
  if (/^CHÍNH PHỦ/.test(clues.authority)) return done('Chính phủ', true);
  const coded = CODES.find(([code]) => code.test(clues.symbol ?? ''))?.[1];
  if (coded !== undefined) return done(coded, true);
  const body = text.slice(clues.bodyStart);
  const adopted = ADOPTED.exec(body.slice(-6000)) ?? ADOPTED.exec(body.slice(0, SAMPLE));
  if (adopted !== null) return done(adopted[1] as string, true);
  const ordering = ORDERING.exec(body.slice(0, SAMPLE));
  return ordering === null ? null : done(ordering[1] as string, true);
}

/** `Hội đồng nhân dân tỉnh hải dương` keeps its words; the province gets its capitals when it is completed. */
function lowerName(head: string): string {
  return /\p{Ll}/u.test(head) ? head : fromCapitals(head);
}

function partyIssuer(
  party: string | null,
  clues: IssuerClues,
  done: (name: string, guessed: boolean) => InferredIssuer,
): InferredIssuer {
  const level = /^(?:THÀNH)/.test(party ?? clues.authority) || clues.city ? 'thành phố' : 'tỉnh';
  const committee = level === 'tỉnh' ? 'Tỉnh ủy' : 'Thành ủy';
  if (/^BAN THƯỜNG VỤ/.test(clues.authority)) return done(`Ban Thường vụ ${committee}`, party === null);
  if (/^BAN CHẤP HÀNH/.test(clues.authority) || (clues.type === 'Nghị quyết' && /ỦY|UỶ/.test(clues.authority))) {
    return done(`Ban Chấp hành Đảng bộ ${level}`, party === null);
  }
  return done(party === null ? committee : fromCapitals(party), party === null);
}

const PLAN_WORD = /(?:kế hoạch|nhiệm vụ|chỉ tiêu|mục tiêu|dự toán|tăng trưởng|giải pháp)[^.;\n]{0,60}?$/iu;

/** The (last) year that the plan is for: of the title, else the year of the plan that the body speaks of most. */
export function inferPlanYear(
  text: string,
  title: string | null,
  from: number,
): { readonly year: number; readonly guessed: boolean } | null {
  if (title !== null) {
    // A vision goes beyond the plan: `đến năm 2030, tầm nhìn đến năm 2045`, `…, định hướng đến năm 2050`.
    const plan = title.split(
      /,?\s(?:và\s)?(?:có\s)?(?:tầm nhìn(?!\p{L})|định hướng(?: phát triển)? (?:đến|tới)\s)/iu,
    )[0] as string;
    const years = findDates(plan)
      .filter((p) => p.unit !== 'day' && p.year !== null)
      .map((p) => p.year as number);
    if (years.length > 0) return { year: Math.max(...years), guessed: false };
  }
  const counts = new Map<number, number>();
  const body = text.slice(from, from + SAMPLE);
  for (const p of findDates(body)) {
    if (p.unit !== 'year' || p.year === null || p.edge !== null) continue;
    const before = body.slice(Math.max(0, p.start - 80), p.start);
    if (/(?:đến|tới)\s$/.test(before) || !PLAN_WORD.test(before)) continue;
    counts.set(p.year, (counts.get(p.year) ?? 0) + 1);
  }
  let best: number | null = null;
  for (const [year, n] of counts) {
    if (best === null || n > (counts.get(best) ?? 0) || (n === counts.get(best) && year > best)) best = year;
  }
  return best === null || (counts.get(best) ?? 0) < 2 ? null : { year: best, guessed: true };
}
