/** Reads groups of bodies: `các sở, ban, ngành, địa phương`, `cấp ủy, chính quyền`, `các doanh nghiệp logistics`. */

import type { Word } from '#statement/role/phrase.ts';
import { BREAKS, NAME_VERBS } from '#statement/role/vocabulary.ts';
import { levelAt, readMoreNames, readTail } from './tail.ts';
import { ACTIVITY, AFTER_ORGANISATION, CLOSED, LONELY, NEEDS_DESCRIPTION, TERRITORY } from './vocabulary.ts';
import {
  authorityNouns,
  type Body,
  body,
  descriptions,
  groupNouns,
  helpers,
  isLookalike,
  isVerb,
  orderVerbs,
} from './word.ts';

/** The readers of other names, which groups end at or belong to. */
export interface Neighbours {
  /** A proper name at `at`. */
  named(words: readonly Word[], at: number): Body | null;
  /** Any body at `at`. */
  any(words: readonly Word[], at: number): Body | null;
}

/**
 * Groups of bodies.
 *
 * - `các sở, ban, ngành, địa phương triển khai` → up to `địa phương`; `doanh nghiệp viễn thông, bưu chính ưu tiên` → up to `bưu chính`
 * - not `Các lĩnh vực giáo dục`; not `Tổ chức, bộ máy`, `Cấp cơ sở`: a noun that also means something else needs another beside it
 */
export function readGroup(words: readonly Word[], from: number, at: number, others: Neighbours): Body | null {
  let noun = nounAt(words, at, from < at);
  if (noun === null) return null;
  const first = noun;
  let authority = noun.authority;
  let nouns = 1;
  let end = at;
  for (;;) {
    const described = end + noun.count;
    end = readDescription(words, described, noun.open, others);
    if (noun.place && end > described && words[described]?.capital === true) end = readMoreNames(words, end);
    // `Ngành tài chính, các địa phương` are two: the first is said which.
    if (noun.trade && end > described && descriptions.match(words, described) === 0) authority = false;
    const next = nextNoun(words, end, authority, noun.open, others);
    if (next === null) break;
    end = next.at;
    if (next.noun === null) {
      end = next.end;
      break;
    }
    noun = next.noun;
    nouns++;
    authority &&= noun.authority;
  }
  if (nouns === 1 && words[at]?.low === 'lĩnh') return null;
  if (from === at && nouns === 1 && (first.lonely || (first.needsDescription && end === at + first.count))) return null;
  return body(from, end, 'group', { authority, plural: from < at });
}

interface Noun {
  readonly count: number;
  readonly authority: boolean;
  /** Takes any words that describe it. */
  readonly open: boolean;
  /** A noun that proper names of places may follow. */
  readonly place: boolean;
  /** `ngành`: with a field behind it, one body rather than all. */
  readonly trade: boolean;
  /** Without a determiner it is a group only beside another noun: `sở`, `cấp`. */
  readonly lonely: boolean;
  /** Without a determiner it is a group only when described: `cơ quan tư pháp`. */
  readonly needsDescription: boolean;
}

function nounAt(words: readonly Word[], at: number, plural: boolean): Noun | null {
  if (isLookalike(words, at)) return null;
  const authority = authorityNouns.match(words, at);
  const group = groupNouns.match(words, at);
  if (authority === 0 && group === 0) return null;
  const count = Math.max(authority, group);
  const text = authorityNouns.text(words, at, count);
  const territory = TERRITORY.has(text);
  if (territory && !plural) return null;
  if (text === 'xã' && words[at + count]?.low === 'hội') return null;
  if (!plural && words[at]?.low === 'tổ' && !isOrganisation(words, at + 2)) return null;
  return {
    count,
    authority: authority >= group,
    open: !territory && !CLOSED.has(text),
    place: territory || text === 'địa phương',
    trade: text === 'ngành',
    lonely: LONELY.has(text),
    needsDescription: NEEDS_DESCRIPTION.has(text),
  };
}

/** `tổ chức` as a noun: `tổ chức liên quan`; as a verb: `tổ chức quán triệt`, `tổ chức Hội nghị`. */
function isOrganisation(words: readonly Word[], at: number): boolean {
  const next = words[at];
  return next === undefined || (!next.capital && AFTER_ORGANISATION.has(next.low));
}

function readDescription(words: readonly Word[], at: number, open: boolean, others: Neighbours): number {
  let end = readTail(words, at);
  if (open) {
    end = readPlain(words, end, others);
    end = Math.max(end, readTail(words, end));
  }
  if (words[end]?.low === 'của') return readOwner(words, end, others);
  // `đơn vị thuộc UBND xã`; not `xã thuộc Chương trình 135`.
  const over = words[end]?.low === 'thuộc' ? others.any(words, end + 1) : null;
  return over !== null && over.kind === 'named' ? over.to : end;
}

/** `của Quốc hội`, `của Đảng`, `của tỉnh`, `của Mặt trận`: whose the bodies are; from `của` on. */
function readOwner(words: readonly Word[], at: number, others: Neighbours): number {
  const owner = others.any(words, at + 1);
  if (owner !== null) return owner.kind === 'office' ? at : owner.to;
  if (words[at + 1]?.low === 'mặt' && words[at + 2]?.low === 'trận') return at + 3;
  return levelAt(words, at + 1) > 0 ? readTail(words, at + 1) : at;
}

/** Words that describe a group: `viễn thông`, `hoạt động khai thác khoáng sản`; not the verb behind them. */
function readPlain(words: readonly Word[], at: number, others: Neighbours): number {
  let end = at;
  while (end - at < 14) {
    const word = words[end];
    if (word === undefined) break;
    if (word.mark) {
      if (word.low !== '-' || end === at || words[end + 1]?.mark !== false) break;
      end++;
      continue;
    }
    if (BREAKS.has(word.low) || descriptions.match(words, end) > 0) break;
    const verb = orderVerbs.match(words, end);
    if (verb > 0 || helpers.match(words, end) > 0) {
      const activity = end > at && ACTIVITY.has(words[end - 1]?.low ?? '');
      if (!activity || verb === 0 || !NAME_VERBS.has(orderVerbs.text(words, end, verb))) break;
      end += verb;
      continue;
    }
    if (word.capital && end > at && others.named(words, end) !== null) break;
    end++;
  }
  return end;
}

interface Next {
  readonly at: number;
  readonly end: number;
  /** Null for a second description. */
  readonly noun: Noun | null;
}

/** What goes on with the same group behind a comma or `và`: `, ngành`, `và chính quyền địa phương`, `, các địa phương`. */
function nextNoun(
  words: readonly Word[],
  at: number,
  authority: boolean,
  open: boolean,
  others: Neighbours,
): Next | null {
  const mark = words[at]?.low;
  if (mark !== ',' && mark !== 'và') return null;
  let start = at + 1;
  if (mark === ',' && words[start]?.low === 'và') start++;
  const plural = words[start]?.low === 'các';
  const place = plural ? start + 1 : start;
  const word = words[place];
  if (word === undefined || word.mark) return null;
  const noun = nounAt(words, place, true);
  if (noun !== null && (plural || !isOrderThere(words, place))) {
    if (plural && (!authority || !noun.authority)) return null;
    // `huyện ủy, thành ủy, | đảng ủy trực thuộc`: without a capital no proper name.
    if ((word.low !== 'đảng' || word.capital) && others.named(words, place) !== null) return null;
    return { at: place, end: place, noun };
  }
  if (plural || !open || mark !== ',' || word.capital) return null;
  return readSecondDescription(words, place, others);
}

/** `doanh nghiệp viễn thông, | bưu chính | ưu tiên …`: it ends where an order's verb or the text ends. */
function readSecondDescription(words: readonly Word[], at: number, others: Neighbours): Next | null {
  const described = descriptions.match(words, at);
  if (described === 0 && (isVerb(words, at) || BREAKS.has(words[at]?.low ?? ''))) return null;
  const end = described > 0 ? at + described : readPlain(words, at, others);
  if (end === at || end - at > 4) return null;
  const after = words[end]?.low;
  const closes = after === undefined || after === ';' || after === '.' || after === ':' || isVerb(words, end);
  return closes ? { at, end, noun: null } : null;
}

/** A noun that is also a verb, used as a verb: `, tổ chức thực hiện`, `, cấp phép`; not `, cấp ủy`, `, cấp liên quan`. */
function isOrderThere(words: readonly Word[], at: number): boolean {
  const low = words[at]?.low;
  if (low === 'tổ' && words[at + 1]?.low === 'chức') return !isOrganisation(words, at + 2);
  const next = words[at + 1];
  return (
    low === 'cấp' && next !== undefined && !next.mark && next.low !== 'ủy' && next.low !== 'cơ' && next.low !== 'liên'
  );
}
