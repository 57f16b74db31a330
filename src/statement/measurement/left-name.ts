/** `INDICATOR đạt 7%`: the name stands on the left; it is completed from its head, its whole or the number before. */
import type { BlockMeasurement, Scene } from './flow.ts';
import { attributeName, completeName, standsAlone, statedPart, uncapitalise } from './indicator.ts';
import type { Lead } from './lead.ts';
import { type Named, PLAIN, type Place } from './named.ts';
import type { Numeral } from './numeral.ts';

/** The name left of a number, or the reason why there is none. */
export function leftName(
  scene: Scene,
  n: Numeral,
  lead: Lead,
  left: string,
  right: string,
  last: BlockMeasurement | null,
  place: Place,
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
  } else if (last !== null && place.follows && !standsAlone(name) && sharesTail(name, last.base)) {
    // `tham gia bảo hiểm xã hội đạt 42%, bảo hiểm thất nghiệp đạt 35%`
    completed = last.base;
    name = completeName(name, last.base);
  } else if (
    flow.inside &&
    /^(?:đào tạo|nước)/i.test(name) &&
    /^tỷ lệ/i.test(scene.items[flow.inside.parent]?.indicator ?? '')
  ) {
    name = completeName(name, scene.items[flow.inside.parent]?.indicator ?? '');
  } else if (context.parentName !== '' && (!standsAlone(name) || /^cơ cấu/i.test(context.parentName))) {
    completed = context.parentName;
    name = completeName(name, context.parentName);
  }
  // `ở đô thị 98%, ở nông thôn 85%`
  const where = /^(ở|tại|khu vực|vùng|đối với)\s/i.exec(name);
  if (where && last !== null && place.follows && completed === '') {
    const at = last.base.toLowerCase().lastIndexOf(` ${(where[1] as string).toLowerCase()} `);
    completed = last.base;
    name = `${at > 0 ? last.base.slice(0, at) : last.base} ${uncapitalise(name)}`;
  }
  const short = /^(?:tổng(?: số)? vốn(?: đăng ký)?|vốn(?: đăng ký)?|số vốn|tổng số vốn)$/i.test(name);
  const owner = flow.lastOuter >= 0 && place.paren < 0 ? (scene.items[flow.lastOuter] as BlockMeasurement) : last;
  if (short && owner !== null && owner.unit !== null) name = `${name} của ${uncapitalise(owner.indicator)}`;
  else if (
    /^(?:(?:tổng )?(?:công suất|diện tích|sản lượng|mức đầu tư|chiều dài)|năng suất|giá trị|doanh thu)$/i.test(name) &&
    last !== null &&
    place.follows
  ) {
    // `78.850 ha cây ăn quả, sản lượng 332.000 tấn`
    completed = last.base;
    name = `${name} ${uncapitalise(last.base.replace(/^(?:diện tích|sản lượng|năng suất)\s/i, ''))}`;
  }
  const base = name;
  if (n.unitKind === 'percent' && (lead.states || WHOLE.test(right))) name = against(name, lead, right);
  return { ...PLAIN, name, base, unit: n.unit, completed, atLeast: /\strở lên$/.test(right.trimEnd()) };
}

/** Amounts that an activity parts. */
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

/** `đạt 46% GDP`, `bằng 117,6% dự toán Trung ương giao`: a share of something named on the right. */
export function against(name: string, lead: Lead, right: string): string {
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
    .replace(/\s(?:do|vì|nhờ|trong khi)\s.*$/s, '')
    .replace(/[\s.]+$/, '')
    .replace(/\s+trở (?:lên|xuống)$/i, '');
  return `${name} so với ${named}`;
}
