/** What a number measures: the name left of it, right of it, or taken over from the number before; or why it measures nothing. */
import { isCommitted } from './clause.ts';
import {
  attributeName,
  capitalise,
  cleanName,
  completeName,
  standsAlone,
  statedPart,
  uncapitalise,
} from './indicator.ts';
import type { Lead } from './lead.ts';
import type { BlockMeasurement, Scene } from './measurement-flow.ts';
import {
  COMMIT_VERB,
  cleanWords,
  countedPhrase,
  EACH,
  isPreposition,
  keepsVerb,
  NAME_OF_COUNT,
  partName,
  runPart,
  stripAtLeast,
  stripHeadWords,
  VERB_AT_END,
  verbAdverb,
} from './measurement-words.ts';
import type { Measure } from './model.ts';
import type { Numeral } from './numeral.ts';

/** What a number measures, once it is named. */
export interface Named {
  readonly name: string;
  readonly base?: string;
  readonly unit: string | null;
  /** The name stands on the right of the number. */
  readonly right: boolean;
  readonly counted: boolean;
  /** Goes on a list of counts: verb and comparator run through. */
  readonly run: boolean;
  readonly atLeast: boolean;
  readonly verb: string;
  readonly measure?: Measure | undefined;
  readonly completed: string;
  /** Taken over from the measurement before. */
  readonly inherited: boolean;
  readonly part: boolean;
  readonly guess: boolean;
  /** The number is to be passed. */
  readonly beyond?: boolean;
}

const PLAIN: Omit<Named, 'name' | 'unit'> = {
  right: false,
  counted: false,
  run: false,
  atLeast: false,
  verb: '',
  completed: '',
  inherited: false,
  part: false,
  guess: false,
};

export function nameOf(
  scene: Scene,
  n: Numeral,
  lead: Lead,
  left: string,
  rest: string,
  right: string,
  place: { paren: number; follows: boolean; words: string },
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
  const made = n.unitKind !== 'percent' || USES.test(left) ? madeThing(left, right, place.words) : null;
  if (made !== null) return { ...PLAIN, name: made, unit: n.unit, right: true };
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
      return { ...PLAIN, name: against(scene, last.base, lead, right), base: last.base, unit: n.unit, inherited: true };
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
        name: stripAtLeast(prefix === '' ? noun : prefix + uncapitalise(noun)),
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
      name: against(scene, (last as BlockMeasurement).base, lead, right),
      base: (last as BlockMeasurement).base,
      unit: n.unit,
      inherited: true,
    };
  }
  if (flow.head !== '') return { ...PLAIN, name: flow.head, unit: n.unit };
  if (context.parentName !== '') return { ...PLAIN, name: context.parentName, unit: n.unit };
  return 'no-indicator';
}

/** `INDICATOR đạt 7%`: the name stands on the left. */
function leftName(
  scene: Scene,
  n: Numeral,
  lead: Lead,
  left: string,
  right: string,
  last: BlockMeasurement | null,
  _place: { paren: number; follows: boolean; words: string },
): Named | string {
  const { flow, context } = scene;
  let name = attributeName(statedPart(left));
  let completed = '';
  // A fact in running orders must be a promise: a name that heads an indicator, or a word that commits.
  if (context.strict && !lead.any && !standsAlone(left)) return 'not-committed';
  if (/\s(?:với|có) (?:tốc độ|tỷ lệ|tỉ lệ|mức|quy mô)$/i.test(left) && n.unitKind !== 'money' && !lead.states)
    return 'name';
  if (flow.head !== '' && (!standsAlone(name) || SECTOR.test(name))) {
    completed = flow.head;
    name = completeName(name, flow.head);
  } else if (flow.inside && !standsAlone(name)) {
    const parent = scene.items[flow.inside.parent]?.indicator ?? '';
    const share = n.unitKind === 'percent' && /^(?:tỷ lệ|tỉ lệ|tỷ trọng)/i.test(parent);
    if (share || isKindOf(name, parent, scene.items[flow.inside.parent]?.unit === n.unit))
      name = completeName(name, parent);
  } else if (
    flow.inside &&
    isKindOf(name, scene.items[flow.inside.parent]?.indicator ?? '', scene.items[flow.inside.parent]?.unit === n.unit)
  ) {
    name = completeName(name, scene.items[flow.inside.parent]?.indicator ?? '');
  } else if (last !== null && _place.follows && !standsAlone(name) && sharesTail(name, last.base)) {
    // `tham gia bảo hiểm xã hội đạt 42%, bảo hiểm thất nghiệp đạt 35%`
    completed = last.base;
    name = completeName(name, last.base);
  } else if (
    flow.inside &&
    /^(?:đào tạo|nước)/i.test(name) &&
    /^tỷ lệ/i.test(scene.items[flow.inside.parent]?.indicator ?? '')
  ) {
    name = completeName(name, scene.items[flow.inside.parent]?.indicator ?? '');
  } else if (context.parentName !== '' && !standsAlone(name)) {
    completed = context.parentName;
    name = completeName(name, context.parentName);
  }
  // `ở đô thị 98%, ở nông thôn 85%`
  const where = /^(ở|tại|khu vực|vùng|đối với)\s/i.exec(name);
  if (where && last !== null && _place.follows && completed === '') {
    const at = last.base.toLowerCase().lastIndexOf(` ${(where[1] as string).toLowerCase()} `);
    completed = last.base;
    name = `${at > 0 ? last.base.slice(0, at) : last.base} ${uncapitalise(name)}`;
  }
  const short = /^(?:tổng(?: số)? vốn(?: đăng ký)?|vốn(?: đăng ký)?|số vốn|tổng số vốn)$/i.test(name);
  const owner = flow.lastOuter >= 0 && _place.paren < 0 ? (scene.items[flow.lastOuter] as BlockMeasurement) : last;
  if (short && owner !== null && owner.unit !== null) name = `${name} của ${uncapitalise(owner.indicator)}`;
  else if (/^(?:sản lượng|diện tích|năng suất|giá trị|doanh thu)$/i.test(name) && last !== null && _place.follows) {
    // `78.850 ha cây ăn quả, sản lượng 332.000 tấn`
    completed = last.base;
    name = `${name} ${uncapitalise(last.base.replace(/^(?:diện tích|sản lượng|năng suất)\s/i, ''))}`;
  }
  const base = name;
  if (n.unitKind === 'percent' && (lead.states || WHOLE.test(right))) name = against(scene, name, lead, right);
  return { ...PLAIN, name, base, unit: n.unit, completed, atLeast: /\strở lên$/.test(right.trimEnd()) };
}

/** `Trồng mới 2.500 ha rừng` → `Rừng trồng mới`; `Xây dựng 50 km đường giao thông nông thôn` → `Đường …`. */
function madeThing(left: string, right: string, words: string): string | null {
  const verb = VERB_AT_END.exec(left);
  if (verb?.index !== 0 && !USES.test(left)) return null;
  const thing = stripAtLeast(countedPhrase(right)).trim();
  if (!/^\p{L}/u.test(thing) || NO_THING.test(thing)) return null;
  const adverb = verbAdverb(words);
  return capitalise(adverb === 'mới' ? `${thing} ${uncapitalise(left)} mới` : thing);
}

/** Verbs whose share is one of the thing that follows: `sử dụng tối thiểu 50% quỹ đất …`. */
const USES = /^(?:sử dụng|dành|bố trí|tiết kiệm|kết nạp(?: mới)?|tuyển(?: dụng)?)$/i;

/** What may follow an amount without being the thing that the amount is of. */
const NO_THING =
  /^(?:từ|cho|để|nhằm|so|năm|trong|vào|tại|ở|trên|theo|với|và|đến|thuộc|của|bằng|gồm|mỗi|bình quân|trở|gắn|đối|do|là|được|theo|giai đoạn|hằng|hàng)(?![\p{L}])/iu;

/** `đạt 46% GDP`, `bằng 117,6% dự toán Trung ương giao`: a share of something named on the right. */
const AMOUNT = /^(?:sản lượng|diện tích|giá trị|kim ngạch|doanh thu|tổng sản lượng)/i;

/** `Sản lượng thủy sản …, trong đó: khai thác 60.000 tấn`: an activity that says which part of the amount. */
function isKindOf(name: string, whole: string, sameUnit: boolean): boolean {
  return (
    sameUnit &&
    AMOUNT.test(whole) &&
    /^(?:khai thác|nuôi trồng|chăn nuôi|chế biến|đánh bắt|xuất khẩu|nhập khẩu)/i.test(name)
  );
}

/** The name opens with two words that the name before holds in its middle. */
function sharesTail(name: string, before: string): boolean {
  const words = name.toLowerCase().split(' ');
  if (words.length < 3 || !/^(?:tỷ lệ|tỉ lệ)/i.test(before)) return false;
  return before.toLowerCase().indexOf(` ${words[0]} ${words[1]} `) > 8;
}

/** A sector of the economy, which a head (`Tốc độ tăng giá trị sản xuất:`) always completes. */
const SECTOR = /^(?:xây dựng|khai thác|chăn nuôi|sản xuất|kinh tế (?:số|tư nhân|nhà nước|tập thể))$/i;

/** A total that a share is set against: `nợ xấu dưới 2% tổng dư nợ`. */
const WHOLE = /^\s*(?:tổng|grdp|gdp|dân số|dự toán)(?![\p{L}])/iu;

/** Says what the whole's part is like, and has no noun of its own: `trong đó 30% đạt chuẩn nâng cao`. */
const QUALIFIES = /^(?:đạt|được|có|là|thuộc|hoàn thành|không)\s/i;

function against(_scene: Scene, name: string, lead: Lead, right: string): string {
  if (lead.verb === 'increase' || lead.verb === 'decrease') return name;
  const text = right.trim();
  const explicit = /^so(?: với)?\s+(.+)$/is.exec(text);
  const of = explicit ? (explicit[1] as string) : text;
  if (
    of === '' ||
    /^(?:trở|\(|,|;|\.|so|và|năm|trong|vào|đến|tại|ở|để|nhằm|gắn|theo|với|cho|từ|trên địa bàn|cả|mỗi|bình quân|là|được|có|đối|tăng|giảm|giai đoạn|thời kỳ|\d)/i.test(
      of,
    )
  )
    return name;
  const named = of
    .replace(/\s*[(,;].*$/s, '')
    .replace(/[\s.]+$/, '')
    .replace(/\s+trở (?:lên|xuống)$/i, '');
  return `${name} so với ${named}`;
}

/** Things counted: `có thêm ít nhất 5 xã đạt chuẩn nông thôn mới`, `Số lao động …: 26.000 lao động`. */
function counted(
  scene: Scene,
  n: Numeral,
  lead: Lead,
  before: string,
  rest: string,
  right: string,
  last: BlockMeasurement | null,
  place: { paren: number; follows: boolean; words: string },
): Named | string {
  const { flow, context, text } = scene;
  const unit = n.unit as string;
  // `Cơ cấu lại ngành nông nghiệp, mỗi năm tăng thêm 5 sản phẩm OCOP`
  const each = /,\s*((?:(?:bình quân|trung bình)\s)?(?:mỗi|hằng|hàng) (?:năm|quý|tháng))$/iu.exec(before);
  const left = each ? (each[1] as string) : before;
  const leftHeads =
    left !== '' &&
    // `trong đó xuất khẩu lao động 1.500 người`; in a list of goals also by itself
    (((flow.inside !== null ||
      (!context.strict && /^\s*(?:[;.,]\s|[;.]?$)/.test(text.slice(n.unitEnd, n.unitEnd + 3)))) &&
      countedPhrase(right).trim() === '' &&
      !VERB_AT_END.test(left) &&
      !EACH.test(left) &&
      !isPreposition(left)) ||
      NAME_OF_COUNT.test(left) ||
      (lead.colon && !isPreposition(left)) ||
      ((lead.states || lead.verb === 'increase' || lead.verb === 'decrease') &&
        !lead.counts &&
        !VERB_AT_END.test(left) &&
        !EACH.test(left)));
  const phrase = stripAtLeast(countedPhrase(right)).trim();
  const atLeast = /trở lên$/.test(right.trimEnd());
  const noun = capitalise(unit.replace(/^(?:(?:nghìn|ngàn|vạn|triệu|tỷ|tỉ)\s)+/i, '').replace(/^lượt (?=khách)/i, ''));
  if (leftHeads) {
    const name = context.parentName !== '' && !standsAlone(left) ? completeName(left, context.parentName) : left;
    if (context.strict && !isCommitted(text, flow.sentence, n.start) && !lead.any) return 'not-committed';
    return { ...PLAIN, name, unit, atLeast, counted: false };
  }
  const moves = (lead.verb === 'increase' || lead.verb === 'decrease') && last?.unit === unit && !lead.adds;
  const stated =
    left === '' && last !== null && place.follows && !lead.counts && (lead.states || lead.cumulative || moves);
  if (last !== null && left === '' && place.follows && (unit === 'lần' || (stated && phrase === ''))) {
    return { ...PLAIN, name: last.base, unit, inherited: true, counted: true };
  }
  const equivalent = /tương đương|tương ứng|bằng$/i.test(place.words);
  const verbs = VERB_AT_END.exec(left);
  const bare = left === '' || EACH.test(left) || isPreposition(left);
  const runOn =
    flow.run !== null &&
    left === '' &&
    !lead.counts &&
    (place.follows || place.words.trim() === '' || /^[\s,;và]*$/.test(place.words));
  const partOfParen = place.paren >= 0 && last !== null && last.unit === unit && left === '';
  const hasVerb = lead.any || verbs !== null || runOn || partOfParen || equivalent;
  if (!hasVerb && !(bare && opensItem(scene, place))) return 'not-committed';
  if (
    context.strict &&
    !lead.any &&
    !runOn &&
    !partOfParen &&
    !equivalent &&
    !isCommitted(text, flow.sentence, n.start) &&
    !(verbs && COMMIT_VERB.test(left))
  ) {
    return 'not-committed';
  }
  if (!lead.any && !verbs && !bare && !equivalent) return 'not-committed';
  let name = `${noun}${phrase === '' ? '' : ` ${phrase}`}`.replace(/[\s,;.]+$/, '');
  const outer = flow.lastOuter >= 0 ? (scene.items[flow.lastOuter] as BlockMeasurement) : last;
  if (place.paren >= 0 && outer !== null && outer.unit === unit && runPart(outer.indicator))
    name = `${noun} ${partName(outer.indicator, unit)}${phrase === '' ? '' : ` ${phrase}`}`.replace(/\s+/g, ' ');
  if (phrase === '' && equivalent && last !== null)
    name = `${noun} ${stripHeadWords(last.indicator).replace(uncapitalise(noun), '').trim()}`.trim();
  if (EACH.test(left)) name = `${name} ${uncapitalise(left.replace(/^(?:bình quân|trung bình)\s/i, (m) => m))}`;
  if (lead.present) name = `${name} hiện có`;
  let verb = '';
  if (verbs) {
    verb = (verbs[0] as string).trim();
    const adverb = lead.adds ? verbAdverb(place.words) : '';
    const done = verb.replace(/^(.*) cho$/i, 'được $1');
    if (keepsVerb(verb, adverb, phrase)) name = `${name} ${uncapitalise(done)}${adverb === '' ? '' : ` ${adverb}`}`;
  } else if (/cho$/i.test(rest.trim()) && left !== '') {
    name = left.replace(/\s+cho$/i, '');
  }
  const job =
    /^(?:.*?)(việc làm(?: mới)?)(?: tăng thêm)?\s+cho$/iu.exec(rest.trim()) ??
    /^(?:.*?)(việc làm(?: mới)?)\s+cho$/iu.exec(cleanWords(place.words));
  if (job) {
    const creates = /tạo/i.test(place.words);
    return {
      ...PLAIN,
      name: creates
        ? capitalise(job[1] as string)
        : `${noun.replace(/^(?:vạn|nghìn|triệu)\s/i, '')} được giải quyết ${job[1]}`,
      unit,
      counted: true,
      measure: creates ? 'increase' : 'level',
      atLeast,
    };
  }
  const measure = lead.adds ? 'increase' : /thành lập mới$/i.test(phrase) ? 'increase' : undefined;
  return {
    ...PLAIN,
    name: capitalise(name.replace(/\s+/g, ' ')),
    unit,
    right: true,
    counted: true,
    run: runOn,
    atLeast,
    verb,
    ...(measure ? { measure } : {}),
  };
}

/** The number opens an item: `(28) trên 96% xã`, `; 50 trường …`. */
function opensItem(scene: Scene, place: { words: string; follows: boolean }): boolean {
  return place.words.trim() === '' && !place.follows && !scene.context.strict;
}

/** A number without a unit: `Việt Trì (12)`, `Chỉ số PCI: 65,2`. */
function unitless(
  scene: Scene,
  n: Numeral,
  lead: Lead,
  left: string,
  last: BlockMeasurement | null,
  place: { paren: number; follows: boolean; words: string },
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
