/** What a number measures: the name left of it, right of it, or taken over from the number before; or why it measures nothing. */
import { isOrder } from '#outline/order.ts';
import { counted } from './counted-name.ts';
import type { BlockMeasurement, Scene } from './flow.ts';
import { capitalise, cleanName, statedPart, uncapitalise } from './indicator.ts';
import type { Lead } from './lead.ts';
import { against, leftName } from './left-name.ts';
import { type Named, PLAIN, type Place } from './named.ts';
import type { Numeral } from './numeral.ts';
import { countedPhrase, isPreposition, stripAtLeast, VERB_AT_END, verbAdverb } from './words.ts';

/** The name of what a number measures, or the reason why it measures nothing. */
export function nameOf(
  scene: Scene,
  n: Numeral,
  lead: Lead,
  left: string,
  rest: string,
  right: string,
  place: Place,
): Named | string {
  const { flow, context } = scene;
  const last = flow.last >= 0 ? (scene.items[flow.last] as BlockMeasurement) : null;
  if (lead.rank || (n.unitKind === 'rank' && n.fraction)) {
    const of = place.follows && last !== null ? last.base : left !== '' ? left : (last?.indicator ?? '');
    if (of === '') return 'rank-of-nothing';
    return { ...PLAIN, name: place.follows || left === '' ? `Thứ hạng ${uncapitalise(of)}` : of, unit: n.unit };
  }
  const noUnit = n.unit === null;
  if (noUnit) return unitless(scene, n, lead, left, last, place);
  if (n.unitKind === 'count' || n.unitKind === 'time') return counted(scene, n, lead, left, rest, right, last, place);
  const bare = left === '' || isPreposition(left);
  if (bare && lead.counts && n.unitKind !== 'percent') {
    // `Toàn tỉnh có 78.850 ha cây ăn quả`
    const thing = stripAtLeast(countedPhrase(right)).trim();
    if (/^\p{L}/u.test(thing) && !NO_THING.test(thing))
      return { ...PLAIN, name: capitalise(thing), unit: n.unit, right: true };
  }
  const made =
    n.unitKind !== 'percent' || USES.test(left) ? madeThing(statedPart(left), right, place.words, n.unit) : null;
  if (made !== null) {
    const added = /^bổ sung(?! dự toán)/i.test(left) ? { measure: 'increase' as const } : {};
    return { ...PLAIN, name: made, unit: n.unit, right: true, ...added };
  }
  if (!bare) return leftName(scene, n, lead, left, right, last, place);
  // Only verbs before it: `, giảm 3,4%`, `bằng 117,6% dự toán`, `và 242 triệu USD`.
  const continues = last !== null && (place.follows || place.paren >= 0) && flow.lastUnitEnd <= n.start;
  if (n.unitKind === 'percent') {
    const noun = cleanName(right).name;
    const compared = /^\s*(?:so|kế hoạch|dự toán|chỉ tiêu|mục tiêu|cùng kỳ|nghị quyết)(?![\p{L}])/iu.test(right);
    if (
      continues &&
      (lead.verb !== null || noun === '' || place.paren >= 0 || compared) &&
      !(lead.counts && noun !== '')
    ) {
      return { ...PLAIN, name: against(last.base, lead, right), base: last.base, unit: n.unit, inherited: true };
    }
    if (place.paren >= 0 && place.words.trim().length < 14 && last === null) {
      const before = scene.text.slice(Math.max(flow.clause, flow.lastUnitEnd), place.paren);
      const owner = cleanName(before.slice(before.search(/[^,]*$/)).replace(/^.*(?:trong đó|phấn đấu)\s/is, '')).name;
      // `tăng trưởng kinh tế vượt mục tiêu Chính phủ giao (10%)`
      const beyond = /^(.{6,}?)\s(?:vượt|cao hơn)\s/iu.exec(owner);
      if (beyond) return { ...PLAIN, name: beyond[1] as string, unit: n.unit, guess: true, beyond: true };
      if (owner !== '') return { ...PLAIN, name: owner, unit: n.unit, guess: true };
    }
    if (noun !== '' && /^\p{Lu}|^\d/u.test(noun)) {
      const prefix = isPreposition(left) ? `${capitalise(left)} ` : '';
      const whole = flow.inside ? (scene.items[flow.inside.parent]?.indicator ?? '') : '';
      if (whole !== '' && prefix === '' && QUALIFIES.test(noun)) {
        const owner = whole.toLowerCase();
        const at = owner.indexOf(` ${(noun.split(' ')[0] as string).toLowerCase()} `);
        const name = stripAtLeast(`${at > 0 ? whole.slice(0, at) : whole} ${uncapitalise(noun)}`);
        return { ...PLAIN, name, unit: n.unit, completed: whole, atLeast: /trở lên$/.test(right.trimEnd()) };
      }
      return {
        ...PLAIN,
        name: capitalise(stripAtLeast(prefix === '' ? noun : prefix + uncapitalise(noun))),
        unit: n.unit,
        right: true,
        atLeast: /trở lên$/.test(right.trimEnd()),
        measure: lead.verb === 'increase' || lead.verb === 'decrease' ? undefined : 'level',
      };
    }
  }
  if (continues || (last !== null && flow.head === '' && (lead.verb !== null || place.words.trim() === 'và'))) {
    return {
      ...PLAIN,
      name: against((last as BlockMeasurement).base, lead, right),
      base: (last as BlockMeasurement).base,
      unit: n.unit,
      inherited: true,
    };
  }
  if (flow.head !== '') return { ...PLAIN, name: flow.head, unit: n.unit };
  if (context.parentName !== '') return { ...PLAIN, name: context.parentName, unit: n.unit };
  return 'no-indicator';
}

/** `Trồng mới 2.500 ha rừng` → `Rừng trồng mới`; `Xây dựng 50 km đường giao thông nông thôn` → `Đường …`. */
function madeThing(left: string, right: string, words: string, unit: string | null): string | null {
  // `Xây dựng mới và cải tạo 150 km đường`: the last verb tells as well as the first.
  const last = isOrder(left) ? left.replace(/^.*(?:,|\svà)\s/s, '') : left;
  const verb = VERB_AT_END.exec(last);
  if (verb?.index !== 0 && !USES.test(left)) return null;
  // `km đường`: the unit took the first word of the thing.
  const taken = /^(?:km|m|m2|ha)\s(\p{L}.*)$/u.exec(unit ?? '')?.[1];
  const phrase = stripAtLeast(countedPhrase(right)).trim();
  const thing = taken === undefined ? phrase : `${taken} ${phrase}`.trim();
  if (!/^\p{L}/u.test(thing) || NO_THING.test(thing)) return null;
  if (/^(?:thu|chi)$/i.test(left)) return `${capitalise(left)} ${thing}`;
  const adverb = verbAdverb(words);
  return capitalise(adverb === 'mới' ? `${thing} ${uncapitalise(last)} mới` : thing);
}

/** Verbs whose share is one of the thing that follows: `sử dụng tối thiểu 50% quỹ đất …`. */
const USES =
  /^(?:sử dụng|dành|bố trí|tiết kiệm|kết nạp(?: mới)?|tuyển(?: dụng)?|hoàn thành|giải quyết|xử lý|thực hiện|thu|chi)$/i;

/** What may follow an amount without being the thing that the amount is of. */
const NO_THING =
  /^(?:từ|cho|để|nhằm|so|năm|trong|vào|tại|ở|trên|theo|với|và|đến|thuộc|của|bằng|gồm|mỗi|bình quân|trở|gắn|đối|do|là|được|theo|giai đoạn|hằng|hàng)(?![\p{L}])/iu;

/** Says what the whole's part is like, and has no noun of its own: `trong đó 30% đạt chuẩn nâng cao`. */
const QUALIFIES = /^(?:đạt|được|có|là|thuộc|hoàn thành|không)\s/i;

/** A number without a unit: `Việt Trì (12)`, `Chỉ số PCI: 65,2`. */
function unitless(
  scene: Scene,
  n: Numeral,
  lead: Lead,
  left: string,
  last: BlockMeasurement | null,
  place: Place,
): Named | string {
  const { text } = scene;
  if (place.paren >= 0 && place.words.trim() === '' && text[n.end] === ')' && last !== null) {
    const owner =
      /(?:^|[,:;]\s*)((?:thành phố|thị xã|huyện|xã|phường|tp\.?|tx\.?)?\s*\p{Lu}[\p{L}\s'’-]{1,40})\s*$/iu.exec(
        text.slice(Math.max(0, place.paren - 60), place.paren),
      );
    if (owner && last.unit !== null && /^\p{Lu}|thị xã|huyện|thành phố/u.test((owner[1] as string).trim())) {
      const base = listBase(scene, last);
      scene.flow.list = scene.items.indexOf(base);
      return {
        ...PLAIN,
        name: `${base.indicator} tại ${(owner[1] as string).trim()}`,
        unit: base.unit,
        part: true,
        measure: base.measure,
      };
    }
    return 'no-unit';
  }
  if (scene.context.strict) return 'no-unit';
  if (
    left !== '' &&
    (lead.colon || lead.states) &&
    /^(?:chỉ số|hệ số|điểm|số|tổng số|xếp hạng|thứ hạng|tuổi thọ)/i.test(left)
  ) {
    return { ...PLAIN, name: left, unit: null, guess: true };
  }
  return 'no-unit';
}

/** In a list of places, the count that the list breaks down. */
function listBase(scene: Scene, last: BlockMeasurement): BlockMeasurement {
  const { list } = scene.flow;
  return list >= 0 ? (scene.items[list] ?? last) : last;
}

export type { Named } from './named.ts';
