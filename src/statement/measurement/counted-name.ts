/** Things counted: `có thêm ít nhất 5 xã đạt chuẩn nông thôn mới`, `Số lao động …: 26.000 lao động`. */
import { isCommitted } from './clause.ts';
import type { BlockMeasurement, Scene } from './flow.ts';
import { capitalise, completeName, standsAlone, uncapitalise } from './indicator.ts';
import type { Lead } from './lead.ts';
import { type Named, PLAIN, type Place } from './named.ts';
import type { Numeral } from './numeral.ts';
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
} from './words.ts';

/** The name of what is counted, or the reason why the count measures nothing. */
export function counted(
  scene: Scene,
  n: Numeral,
  lead: Lead,
  before: string,
  rest: string,
  right: string,
  last: BlockMeasurement | null,
  place: Place,
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
  if (phrase === '' && /lượt khách$/i.test(unit)) name = 'Lượt khách';
  if (EACH.test(left)) name = `${name} ${uncapitalise(left)}`;
  if (lead.present) name = `${name} hiện có`;
  let verb = '';
  if (verbs) {
    verb = (verbs[0] as string).trim();
    const adverb = lead.adds ? verbAdverb(place.words) : '';
    const done = verb.replace(/^(.*) cho$/i, 'được $1');
    if (keepsVerb(verb, adverb, phrase) && !/lượt khách$/i.test(unit))
      name = `${name} ${uncapitalise(done)}${adverb === '' ? '' : ` ${adverb}`}`;
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
