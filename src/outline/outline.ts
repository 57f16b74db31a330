/**
 * The tree of a document: which block stands under which heading, and what each part is about.
 *
 * Input: clean paragraphs. Output: blocks in reading order, each with its parent. All offsets are clean offsets.
 */
import type { CleanText, Paragraph } from '#text/clean.ts';
import { isAllCaps } from '#text/join.ts';
import { readAttribute } from './attribute.ts';
import { type Marker, readMarker } from './marker.ts';
import { isOrder } from './order.ts';
import { type Zone, zoneOfHeading } from './zone.ts';
import { ZoneWalk } from './zone-walk.ts';

export interface Block {
  /** Position in reading order. */
  readonly index: number;
  readonly paragraph: Paragraph;
  readonly marker: Marker | null;
  /** `[start, end)` of the whole paragraph, and where its text begins after the marker. */
  readonly start: number;
  readonly textStart: number;
  readonly end: number;
  readonly text: string;
  /** A heading or a lead-in only introduces what stands under it. */
  readonly role: 'heading' | 'lead-in' | 'block' | 'note';
  readonly parent: Block | null;
  /** Labels of the headings above, joined: `III.1.2`. */
  readonly section: string;
  /** Its own label added to them. */
  readonly path: string;
  readonly zone: Zone;
  readonly rank: number;
  readonly hasChildren: boolean;
}

export interface Outline {
  readonly blocks: readonly Block[];
  /** First block of the body (after header and preamble). */
  readonly body: number;
}

interface Draft {
  index: number;
  paragraph: Paragraph;
  marker: Marker | null;
  start: number;
  textStart: number;
  end: number;
  text: string;
  role: Block['role'];
  parent: Draft | null;
  section: string;
  path: string;
  zone: Zone;
  rank: number;
  hasChildren: boolean;
}

const PREAMBLE =
  /^(?:căn cứ|sau khi|xét |theo đề nghị|trên cơ sở|thực hiện |để |nhằm |tiếp theo|hội nghị lần|ngày \d)/i;
const ENACTS = /^(?:quyết nghị|quyết định|nghị quyết|ban hành)\s*:?$/i;
const CLOSING = /^(?:nơi nhận\s*:?|nơi nhận\b.{0,40}:)|^(?:TM|T\/M|KT|K\/T|TL|T\/L|TUQ|T\/UQ)\s?[./ ]\s?\p{Lu}/u;
/** `Sở Công Thương theo dõi tình hình sản xuất.`: a body and what it does, however short. */
const BODY_ACTS =
  /^(?:Sở|UBND|Ủy ban|Uỷ ban|HĐND|Hội đồng nhân dân|Thường trực|Công an|Văn phòng|Ban|Đảng ủy|Huyện ủy|Thành ủy|Bộ|Các (?:sở|ban|ngành|cấp|huyện|cơ quan|đơn vị|địa phương))\s(?:\S+\s){6,}/u;
const EFFECT =
  /^trên đây là |^(?:nghị quyết|chỉ thị|quyết định|kế hoạch|chương trình|kết luận|quy định|công điện|thông báo) này (?:có hiệu lực|(?:đã )?được|phổ biến|thay thế|quán triệt)/i;
const CLOSING_LOWER = /^nơi nhận\b/i;
/** How the story of what was done opens: `Từ đầu năm 2025 đến nay, …`, `Trong 10 tháng năm 2025, …`. */
const PAST =
  /^(?:(?:kể )?từ (?:đầu năm|khi)|(?:trong|qua|sau) (?:\d{1,2} (?:năm|tháng|quý)|những năm|thời gian|các năm)|thời gian qua|những năm qua|năm qua|\d{1,2} tháng đầu năm|(?:trong )?năm \d{4}, (?:mặc dù|tuy|dưới sự|trong bối cảnh|với sự|kinh tế|tình hình))/i;
const PLAIN_RANK = 100;

/** Builds the outline of a clean text. */
export function readOutline(clean: CleanText): Outline {
  return new Builder(clean).run();
}

class Builder {
  readonly clean: CleanText;
  readonly drafts: Draft[] = [];
  readonly stack: Draft[] = [];
  readonly paragraphs: readonly Paragraph[];
  readonly markers: (Marker | null)[] = [];
  body = 0;
  readonly zones = new ZoneWalk();
  annexHead = false;

  constructor(clean: CleanText) {
    this.clean = clean;
    this.paragraphs = clean.paragraphs;
  }

  run(): Outline {
    const { paragraphs, clean } = this;
    for (const p of paragraphs) {
      this.markers.push(
        p.kind === 'text' ? readMarker(clean.text.slice(p.start, Math.min(p.end, p.start + 80))) : null,
      );
    }
    let place: 'header' | 'preamble' | 'body' | 'closing' = this.#hasHeader() ? 'header' : 'body';
    for (let i = 0; i < paragraphs.length; i++) {
      const p = paragraphs[i] as Paragraph;
      const text = clean.text.slice(p.start, p.end);
      if (p.kind === 'note') {
        this.#note(p, text);
        continue;
      }
      place = this.#place(place, i, text);
      if (place === 'header') this.zones.header(text);
      if (place === 'body') this.#bodyBlock(i, text);
      else this.#formBlock(i, text, place);
    }
    return { blocks: this.drafts, body: this.body };
  }

  /** A document whose first page was lost begins in mid-text. */
  #hasHeader(): boolean {
    const first = this.paragraphs[0];
    if (!first) return false;
    const text = this.clean.text.slice(first.start, first.end);
    if (/^\p{Ll}/u.test(text) && text.length > 30) return false;
    return true;
  }

  #place(
    place: 'header' | 'preamble' | 'body' | 'closing',
    i: number,
    text: string,
  ): 'header' | 'preamble' | 'body' | 'closing' {
    const p = this.paragraphs[i] as Paragraph;
    const marker = this.markers[i] ?? null;
    if (place === 'closing') {
      if (!this.#leavesClosing(p, marker, text, i)) return 'closing';
      this.annexHead = true;
      return 'body';
    }
    if (this.annexHead && place === 'body') {
      // Between an annex's title and its first number stand subtitles: `(Kèm theo Nghị quyết số …)`.
      if (marker !== null || p.kind === 'row' || text.length > 400) this.annexHead = false;
    }
    if (p.kind === 'row') {
      if (place !== 'body') this.body = i;
      return 'body';
    }
    if (this.#isClosing(text, i)) return 'closing';
    if (place === 'body') return 'body';
    const structural =
      (marker !== null && !['dash', 'plus', 'upper'].includes(marker.kind) && !this.#headerNumber(text)) ||
      (marker?.kind === 'upper' && text.length > 8 && (place === 'preamble' || opensPart(text)));
    if (structural) {
      this.body = i;
      return 'body';
    }
    if (place === 'header') {
      if ((PREAMBLE.test(text) && text.length > 40) || (PAST.test(text) && text.length > 60)) return 'preamble';
      if (ENACTS.test(text) && i > 2 && /^(?:quyết nghị|quyết định)/i.test(text)) return 'preamble';
      if (text.length > 200 && /[.;:]$/.test(text)) return 'preamble';
      return 'header';
    }
    if (p.level > 0 && !ENACTS.test(text) && text.length > 12 && zoneOfHeading(text)) {
      this.body = i;
      return 'body';
    }
    return 'preamble';
  }

  /** `01-NQ/TU`, `19/6/2015`: numbers that open a header line but no section. */
  #headerNumber(text: string): boolean {
    return /^\d+\s?[-/]/.test(text) && !/^\d{1,2}-\s/.test(text);
  }

  #isClosing(text: string, i: number): boolean {
    if (text.length > 160) return false;
    if (CLOSING_LOWER.test(text)) return true;
    return i > 4 && CLOSING.test(text);
  }

  /** An annex or an attached programme begins after the signature. */
  #leavesClosing(p: Paragraph, marker: Marker | null, text: string, i: number): boolean {
    if (p.kind === 'row') return true;
    if (marker && ['annex', 'part', 'chapter', 'article'].includes(marker.kind)) return true;
    if (/^(?:phụ lục|phụ biểu|danh mục)\b/i.test(text)) return true;
    if (p.level > 0 && text.length > 10 && !CLOSING.test(text)) return true;
    if (marker?.kind === 'roman' && isAllCaps(text.slice(0, 60))) return true;
    return (
      isAllCaps(text) &&
      /^(?:chương trình|kế hoạch|đề án|quy định|quy chế|phương án|báo cáo|biểu)\b/i.test(text) &&
      i < this.paragraphs.length - 3
    );
  }

  #formBlock(i: number, text: string, zone: 'header' | 'preamble' | 'closing'): void {
    const p = this.paragraphs[i] as Paragraph;
    const marker = zone === 'closing' ? (this.markers[i] ?? null) : null;
    this.stack.length = 0;
    const told = zone === 'preamble' && PAST.test(text) ? 'results' : zone;
    this.#push(p, text, marker, { role: 'block', zone: told, rank: PLAIN_RANK, parent: null });
  }

  #note(p: Paragraph, text: string): void {
    // A note speaks where its mark stood.
    const owner = this.drafts.find((d) => d.paragraph.notes.some((n) => n.mark === p.mark));
    this.#push(p, text, null, {
      role: 'note',
      zone: owner?.zone ?? 'context',
      rank: PLAIN_RANK,
      parent: owner ?? null,
    });
  }

  #push(
    p: Paragraph,
    text: string,
    marker: Marker | null,
    rest: { role: Draft['role']; zone: Zone; rank: number; parent: Draft | null },
  ): Draft {
    const section = rest.parent?.role === 'note' ? '' : this.#sectionOf(rest.parent);
    const draft: Draft = {
      index: this.drafts.length,
      paragraph: p,
      marker,
      start: p.start,
      textStart: p.start + (marker?.length ?? 0),
      end: p.end,
      text: text.slice(marker?.length ?? 0),
      section,
      path: joinLabel(section, marker),
      hasChildren: false,
      ...rest,
    };
    if (rest.parent && rest.role !== 'note') rest.parent.hasChildren = true;
    this.drafts.push(draft);
    return draft;
  }

  #sectionOf(parent: Draft | null): string {
    return parent?.path ?? '';
  }

  #bodyBlock(i: number, text: string): void {
    const p = this.paragraphs[i] as Paragraph;
    const marker = this.markers[i] ?? null;
    if (p.kind === 'row') {
      const parent = this.stack.at(-1) ?? null;
      this.#push(p, text, null, { role: 'block', zone: parent?.zone ?? this.zones.fallback, rank: PLAIN_RANK, parent });
      return;
    }
    const rest = text.slice(marker?.length ?? 0);
    const role = this.#role(i, marker, rest, p);
    const rank = this.#rank(i, marker, rest, role, p);
    while (this.stack.length > 0 && (this.stack.at(-1) as Draft).rank >= rank) this.stack.pop();
    const parent = this.stack.at(-1) ?? null;
    const zone =
      this.annexHead && marker === null && role === 'block'
        ? 'preamble'
        : !parent && marker === null && role === 'block' && PAST.test(text)
          ? 'results'
          : this.zones.of(role, marker, rest, parent);
    const draft = this.#push(p, text, marker, { role, zone, rank, parent });
    if (rank < PLAIN_RANK) this.stack.push(draft);
  }

  #nextMarker(i: number): Marker | null {
    for (let k = i + 1; k < this.paragraphs.length; k++) {
      if ((this.paragraphs[k] as Paragraph).kind === 'text') return this.markers[k] ?? null;
      if ((this.paragraphs[k] as Paragraph).kind === 'row') return null;
    }
    return null;
  }

  #rank(i: number, marker: Marker | null, rest: string, role: Draft['role'], p: Paragraph): number {
    if (marker) return this.#markerRank(marker);
    if (role === 'block') return PLAIN_RANK;
    if (role === 'heading') {
      if (/^(?:phụ lục|phụ biểu)\b/i.test(rest)) return 0;
      const next = this.#nextMarker(i);
      // An unnumbered heading stands just above what follows it.
      if (p.level > 0) return Math.max(0.5, Math.min(next ? this.#markerRank(next) - 0.5 : 50, p.level));
      return next ? this.#markerRank(next) - 0.5 : 28;
    }
    const next = this.#nextMarker(i);
    return next ? this.#markerRank(next) - 0.25 : PLAIN_RANK;
  }

  /** Upper letters stand above Roman numbers where both are used; otherwise where they first stand. */
  #markerRank(marker: Marker): number {
    return marker.rank;
  }

  /**
   * Heading, lead-in or block? A heading has no full stop and something under it; `…:` above list items is a
   * lead-in; a paragraph that orders and then has bullets is a block of its own.
   */
  #role(i: number, marker: Marker | null, rest: string, p: Paragraph): Draft['role'] {
    const next = this.#nextMarker(i);
    const last = i + 1 >= this.paragraphs.length;
    const nextParagraph = this.paragraphs[i + 1];
    if (p.level > 0) return 'heading';
    const listItem = marker?.kind === 'dash' || marker?.kind === 'plus';
    const colon = /:["”]?$/.test(rest);
    const terminated = /[.;!?…][)"”]?$/.test(rest);
    const sentences = countSentences(rest);
    if (!listItem && (p.bold || (isAllCaps(rest) && rest.length > 3)) && sentences <= 1 && rest.length < 420) {
      if (!terminated || p.bold) return colon && !marker && !p.bold ? 'lead-in' : 'heading';
    }
    if (last) return 'block';
    if (marker && ['part', 'chapter', 'section', 'annex'].includes(marker.kind) && !terminated) return 'heading';
    const deeper = next !== null && this.#deeper(marker, next);
    const plainBelow =
      !listItem && nextParagraph?.kind === 'text' && next === null && !this.#endsDocument(nextParagraph, i + 1);
    const rowBelow = nextParagraph?.kind === 'row';
    if (colon && sentences <= 1 && (deeper || rowBelow || (plainBelow && marker !== null))) return 'lead-in';
    if (marker && isOrder(rest) && this.#attributesFollow(i)) return 'block';
    // `a) Phổ cập kết nối số toàn dân` over dashes orders by itself.
    if (marker?.kind === 'letter' && next?.kind === 'dash' && isOrder(rest) && rest.length > 30) return 'block';
    if (marker && !listItem && !terminated && (deeper || plainBelow || rowBelow) && sentences <= 2 && !colon) {
      return rest.length < 420 ? 'heading' : 'block';
    }
    if (marker?.kind === 'article' && sentences <= 1 && (deeper || rest.length < 60))
      return deeper ? 'heading' : 'block';
    // `1. Mục tiêu chung.`, `a. Đối với thương mại tư nhân.`: a title with a full stop.
    if (marker && !listItem && sentences <= 1 && rest.length < 90 && (deeper || plainBelow) && /\.$/.test(rest)) {
      if (BODY_ACTS.test(rest)) return 'block';
      const bidden = /^(?:Giao|Yêu cầu|Đề nghị)\s(?:các|\p{Lu})/u.test(rest);
      if (!isOrder(rest) || (!bidden && (marker.kind !== 'letter' || !this.#closesWithBracket(i)))) return 'heading';
    }
    if (!marker && !terminated && !colon && rest.length < 90 && p.italic && (next !== null || plainBelow))
      return 'heading';
    if (
      listItem &&
      !terminated &&
      sentences <= 1 &&
      rest.length < 90 &&
      next?.kind === 'plus' &&
      marker.kind === 'dash'
    ) {
      return /\d/.test(rest) ? 'block' : 'heading';
    }
    if (!marker && colon && sentences <= 1 && next !== null && rest.length < 300) return 'lead-in';
    return 'block';
  }

  /** `2.1. Xây dựng Đề án …` over `- Cơ quan chủ trì: …` orders by itself. */
  #attributesFollow(i: number): boolean {
    const p = this.paragraphs[i + 1];
    if (p?.kind !== 'text') return false;
    const marker = this.markers[i + 1];
    return readAttribute(this.clean.text.slice(p.start + (marker?.length ?? 0), p.end)) !== null;
  }

  /** The signature, or the clause on effect and adoption: nothing that stands under an item. */
  #endsDocument(p: Paragraph, i: number): boolean {
    const text = this.clean.text.slice(p.start, Math.min(p.end, p.start + 170));
    return this.#isClosing(text, i) || EFFECT.test(text);
  }

  /** Printed as `a)`, not as `a.`: such an item holds an order, where the other is a small title. */
  #closesWithBracket(i: number): boolean {
    const p = this.paragraphs[i] as Paragraph;
    return /^\S{1,4}\)/.test(this.clean.text.slice(p.start, p.start + 6));
  }

  #deeper(marker: Marker | null, next: Marker): boolean {
    if (!marker) return true;
    if (marker.kind === 'decimal' && next.kind === 'decimal') return next.label.startsWith(`${marker.label}.`);
    return next.rank > marker.rank;
  }
}

/** `A. TÌNH HÌNH NĂM 2022` right below the title: the first part, not a line of the header. */
function opensPart(text: string): boolean {
  return isAllCaps(text) && zoneOfHeading(text) !== null;
}

/** Sentence ends inside a text: a full stop, then a capital. Bounded: more than three are all the same. */
function countSentences(text: string): number {
  let count = 1;
  const ends = /[.!?…]["”)]?\s+["“(]?\p{Lu}/gu;
  while (count < 4 && ends.exec(text) !== null) count++;
  return count;
}

/** `III` + `1` = `III.1`; `II.2` + `2.1` = `II.2.1`; bullets add nothing. */
export function joinLabel(section: string, marker: Marker | null): string {
  if (!marker || marker.kind === 'dash' || marker.kind === 'plus') return section;
  if (section === '') return marker.label;
  const parts = marker.label.split('.');
  for (let keep = parts.length - 1; keep > 0; keep--) {
    const head = parts.slice(0, keep).join('.');
    if (section === head || section.endsWith(`.${head}`)) return `${section}.${parts.slice(keep).join('.')}`;
  }
  return `${section}.${marker.label}`;
}
