/**
 * An organisation (cơ quan, tổ chức, đơn vị) with all that it was called and whom it stood under, and the rules by which
 * it changes: names and bodies above follow each other without overlap, nothing lies outside of the time it existed.
 * Days are ISO days; `to` is the first day on which something no longer holds, null is open.
 */
import { formatDate, isWithin } from '#base/date.ts';
import { err, ok, type Result } from '#base/result.ts';

export const ORGANISATION_KINDS = [
  'committee',
  'council',
  'party-body',
  'department',
  'office',
  'board',
  'front',
  'union',
  'court',
  'armed-force',
  'vertical-agency',
  'media',
  'school',
  'enterprise',
  'district-committee',
  'commune-committee',
  'central',
  'other',
] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/** Loại cơ quan, as the pages write it. */
export const ORGANISATION_KIND_NAMES: Readonly<Record<OrganisationKind, string>> = {
  committee: 'Ủy ban nhân dân tỉnh',
  council: 'Hội đồng nhân dân, Đoàn đại biểu Quốc hội',
  'party-body': 'Cơ quan Đảng',
  department: 'Sở, cơ quan chuyên môn',
  office: 'Văn phòng, trung tâm',
  board: 'Ban quản lý, ban chỉ đạo',
  front: 'Mặt trận Tổ quốc',
  union: 'Đoàn thể, hội',
  court: 'Tòa án, kiểm sát, thi hành án',
  'armed-force': 'Lực lượng vũ trang',
  'vertical-agency': 'Cơ quan ngành dọc',
  media: 'Cơ quan báo chí',
  school: 'Trường',
  enterprise: 'Doanh nghiệp',
  'district-committee': 'Ủy ban nhân dân cấp huyện',
  'commune-committee': 'Ủy ban nhân dân cấp xã',
  central: 'Cơ quan trung ương',
  other: 'Đơn vị khác',
};

export interface HeldName {
  readonly name: string;
  readonly shortName: string | null;
  readonly from: string | null;
  readonly to: string | null;
  /** Căn cứ pháp lý. */
  readonly basis: string | null;
}

export interface HeldParent {
  /** Null: it stood under nobody. */
  readonly parentId: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** All of an organisation that can change; names and parents the oldest first. */
export interface OrganisationState {
  readonly kind: string;
  readonly code: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly basis: string | null;
  readonly endedBasis: string | null;
  readonly names: readonly HeldName[];
  readonly parents: readonly HeldParent[];
}

/** Why a change can't be made. */
export interface OrganisationRefusal {
  readonly code:
    | 'date-order'
    | 'two-names'
    | 'same-name'
    | 'later-change'
    | 'ended'
    | 'not-ended'
    | 'circle'
    | 'no-such-name';
  readonly vi: string;
  readonly en: string;
}

type Changed = Result<OrganisationState, OrganisationRefusal>;

function refuse(code: OrganisationRefusal['code'], vi: string, en: string) {
  return err<OrganisationRefusal>({ code, vi, en });
}

/** What it was called on a day; before its first name the first, after its end the last. */
export function nameOn(state: Pick<OrganisationState, 'names'>, on: string): HeldName {
  const { names } = state;
  const held = names.find((name) => isWithin(on, name.from, name.to));
  if (held) return held;
  const past = names.findLast((name) => name.from === null || name.from <= on);
  return (past ?? names[0]) as HeldName;
}

export function parentOn(state: Pick<OrganisationState, 'parents'>, on: string): string | null {
  return state.parents.find((parent) => isWithin(on, parent.from, parent.to))?.parentId ?? null;
}

export function existsOn(state: Pick<OrganisationState, 'validFrom' | 'validTo'>, on: string): boolean {
  return isWithin(on, state.validFrom, state.validTo);
}

/** A day of a change has to lie in its life, after its beginning. */
function checkDay(state: OrganisationState, on: string): Result<null, OrganisationRefusal> {
  if (state.validFrom !== null && on <= state.validFrom) {
    return refuse(
      'date-order',
      `Ngày phải sau ngày thành lập ${formatDate(state.validFrom)}.`,
      `The day must be after it began on ${state.validFrom}.`,
    );
  }
  if (state.validTo !== null && on >= state.validTo) {
    return refuse(
      'ended',
      `Cơ quan đã kết thúc hoạt động từ ${formatDate(state.validTo)}.`,
      `It ended on ${state.validTo}.`,
    );
  }
  return ok(null);
}

/** Đổi tên: the new name holds from the day on, the old one is kept until then. */
export function rename(
  state: OrganisationState,
  given: {
    readonly name: string;
    readonly shortName: string | null;
    readonly from: string;
    readonly basis: string | null;
  },
): Changed {
  const day = checkDay(state, given.from);
  if (!day.ok) return day;
  const same = state.names.find((name) => name.from === given.from);
  if (same) {
    return refuse(
      'two-names',
      `Từ ngày ${formatDate(given.from)} đã có tên “${same.name}”: một ngày chỉ có một tên chính thức. Hãy đính chính tên đó.`,
      `On ${given.from} it takes the name “${same.name}”: there is one official name a day. Correct that one.`,
    );
  }
  const later = state.names.find((name) => name.from !== null && name.from > given.from);
  if (later) {
    return refuse(
      'later-change',
      `Đã có lần đổi tên sau đó, từ ${formatDate(later.from as string)}: “${later.name}”.`,
      `It was renamed later, on ${later.from}: “${later.name}”.`,
    );
  }
  if (nameOn(state, given.from).name === given.name) {
    return refuse('same-name', 'Tên mới giống tên đang dùng.', 'The new name is the one in use.');
  }
  const names = state.names.map((name) =>
    isWithin(given.from, name.from, name.to) ? { ...name, to: given.from } : name,
  );
  return ok({ ...state, names: [...names, { ...given, to: state.validTo }] });
}

/** Đính chính: the name had been typed wrongly; its time stays. `ordinal` counts from 0, the oldest first. */
export function correctName(
  state: OrganisationState,
  ordinal: number,
  given: { readonly name: string; readonly shortName: string | null },
): Changed {
  const old = state.names[ordinal];
  if (!old) return refuse('no-such-name', 'Không có tên này.', 'There is no such name.');
  if (old.name === given.name && old.shortName === given.shortName) {
    return refuse('same-name', 'Tên chưa có gì thay đổi.', 'Nothing of the name was changed.');
  }
  return ok({ ...state, names: state.names.with(ordinal, { ...old, ...given }) });
}

/** Bodies above all organisations, to see circles: id → stretches. */
export type Parents = ReadonlyMap<string, readonly HeldParent[]>;

/** Chuyển cơ quan chủ quản from a day on; null: it stands under nobody. */
export function move(
  state: OrganisationState,
  given: { readonly id: string; readonly parentId: string | null; readonly from: string; readonly parents: Parents },
): Changed {
  const day = checkDay(state, given.from);
  if (!day.ok) return day;
  const later = state.parents.find(({ from }) => from !== null && from > given.from);
  if (later) {
    return refuse(
      'later-change',
      `Đã có lần chuyển cơ quan chủ quản sau đó, từ ${formatDate(later.from as string)}.`,
      `It was moved later, on ${later.from}.`,
    );
  }
  if (parentOn(state, given.from) === given.parentId) {
    return refuse('same-name', 'Cơ quan chủ quản không thay đổi.', 'It stands under that body already.');
  }
  const kept = state.parents.flatMap((parent) => {
    if (parent.from !== null && parent.from >= given.from) return [];
    return [isWithin(given.from, parent.from, parent.to) ? { ...parent, to: given.from } : parent];
  });
  const added = given.parentId === null ? [] : [{ parentId: given.parentId, from: given.from, to: state.validTo }];
  const parents = [...kept, ...added];
  const all = new Map(given.parents).set(given.id, parents);
  if (given.parentId !== null && hasCircle(given.id, all, given.from)) {
    return refuse(
      'circle',
      'Không chuyển được: cơ quan chủ quản được chọn lại trực thuộc chính cơ quan này.',
      'It can’t be moved: the body above would stand under it.',
    );
  }
  return ok({ ...state, parents });
}

/** True when on some day from `from` on the way up from an organisation leads back to it. */
export function hasCircle(id: string, parents: Parents, from: string | null): boolean {
  const days = new Set<string>([from ?? '0001-01-01']);
  for (const stretches of parents.values()) {
    for (const one of stretches) if (one.from !== null && (from === null || one.from > from)) days.add(one.from);
  }
  for (const day of days) {
    const seen = new Set<string>();
    let at: string | null = id;
    while (at !== null && !seen.has(at)) {
      seen.add(at);
      at = parentOn({ parents: parents.get(at) ?? [] }, day);
    }
    if (at === id) return true;
  }
  return false;
}

/** Kết thúc hoạt động, giải thể: names and bodies above end with it. */
export function end(state: OrganisationState, given: { readonly on: string; readonly basis: string }): Changed {
  const day = checkDay(state, given.on);
  if (!day.ok) return day;
  const later = [...state.names, ...state.parents].find(({ from }) => from !== null && from >= given.on);
  if (later) {
    return refuse(
      'later-change',
      `Đã có thay đổi sau đó, từ ${formatDate(later.from as string)}.`,
      `There is a later change, on ${later.from}.`,
    );
  }
  return ok({
    ...state,
    validTo: given.on,
    endedBasis: given.basis,
    names: state.names.map((name) => cut(name, given.on)),
    parents: state.parents.map((parent) => cut(parent, given.on)),
  });
}

function cut<T extends { readonly to: string | null }>(held: T, on: string): T {
  return held.to === null || held.to > on ? { ...held, to: on } : held;
}

/** Mở lại: the end was a mistake. What ended on that day goes on. */
export function reopen(state: OrganisationState): Changed {
  const { validTo } = state;
  if (validTo === null) return refuse('not-ended', 'Cơ quan này đang hoạt động.', 'It has not ended.');
  const open = <T extends { readonly to: string | null }>(held: T): T =>
    held.to === validTo ? { ...held, to: null } : held;
  return ok({
    ...state,
    validTo: null,
    endedBasis: null,
    names: state.names.map(open),
    parents: state.parents.map(open),
  });
}

/** Thành lập: one name, one body above, from its first day on. */
export function found(given: {
  readonly kind: string;
  readonly code: string | null;
  readonly name: string;
  readonly shortName: string | null;
  readonly parentId: string | null;
  readonly from: string | null;
  readonly basis: string | null;
}): OrganisationState {
  const { kind, code, name, shortName, parentId, from, basis } = given;
  return {
    kind,
    code,
    validFrom: from,
    validTo: null,
    basis,
    endedBasis: null,
    names: [{ name, shortName, from, to: null, basis }],
    parents: parentId === null ? [] : [{ parentId, from, to: null }],
  };
}

/** The fields that two states differ in, of each: what the log keeps. */
export function difference(
  before: OrganisationState,
  after: OrganisationState,
): { before: Partial<OrganisationState>; after: Partial<OrganisationState> } {
  const keys = (Object.keys(after) as (keyof OrganisationState)[]).filter(
    (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  );
  const pick = (state: OrganisationState) => Object.fromEntries(keys.map((key) => [key, state[key]]));
  return { before: pick(before), after: pick(after) };
}
