/**
 * What a list of organisations in a workbook would change (nhập danh sách cơ quan): row by row new, renamed, moved,
 * ended, changed, unchanged or wrong. An empty cell says nothing; what the list does not name stays as it is.
 */
import { formatDate, isDate, isWithin } from '#base/date.ts';
import { fold } from '#base/fold.ts';
import {
  correctName,
  end,
  existsOn,
  found,
  hasCircle,
  move,
  nameOn,
  ORGANISATION_KIND_NAMES,
  ORGANISATION_KINDS,
  type OrganisationState,
  parentOn,
  rename,
} from './organisation.ts';
import { organisationNameKey } from './organisation-find.ts';

/** Cells as typed; null: empty, or there is no such column. */
export interface ImportRow {
  /** As Excel counts. */
  readonly row: number;
  readonly code: string | null;
  readonly name: string | null;
  readonly shortName: string | null;
  readonly kind: string | null;
  /** Code or name of the body above. */
  readonly parent: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly basis: string | null;
}

export type ImportChange = 'new' | 'renamed' | 'moved' | 'ended' | 'changed' | 'unchanged' | 'wrong';

export interface PlannedRow {
  readonly row: number;
  readonly name: string;
  readonly changes: readonly ImportChange[];
  readonly vi: string;
  readonly en: string;
}

export interface ImportPlan {
  readonly rows: readonly PlannedRow[];
  /** What becomes of each: id of an organisation, or `row:7` for a new one. Only those that change. */
  readonly states: ReadonlyMap<string, OrganisationState>;
}

interface Said {
  readonly change: ImportChange;
  readonly vi: string;
  readonly en: string;
}

class Wrong extends Error {
  readonly en: string;
  constructor(vi: string, en: string) {
    super(vi);
    this.en = en;
  }
}

const CODE = /^[a-z0-9][a-z0-9-]{0,118}$/;

/** `on`: the day from which names and bodies above hold when the list says no other. `basis`: for rows without one. */
export function planImport(
  rows: readonly ImportRow[],
  organisations: ReadonlyMap<string, OrganisationState>,
  on: string,
  basis: string | null,
): ImportPlan {
  const states = new Map(organisations);
  const index = new Index(organisations, on);
  const targets = new Map<number, string>();
  const problems = new Map<number, Wrong>();
  const said = new Map<number, Said[]>();
  const attempt = (row: ImportRow, work: () => void) => {
    if (problems.has(row.row)) return;
    try {
      work();
    } catch (error) {
      if (!(error instanceof Wrong)) throw error;
      problems.set(row.row, error);
    }
  };
  const say = (row: ImportRow, one: Said) => said.set(row.row, [...(said.get(row.row) ?? []), one]);

  // First what each row is, and the new ones, so that a row may name a body that a later row founds.
  const seen = new Map<string, number>();
  for (const row of rows) {
    attempt(row, () => {
      const id = index.find(row) ?? `row:${row.row}`;
      const before = seen.get(id);
      if (before !== undefined) {
        throw new Wrong(`Trùng với dòng ${before}.`, `The same as row ${before}.`);
      }
      seen.set(id, row.row);
      if (states.has(id)) index.addAlias(row, id);
      else {
        states.set(id, foundBy(row, on, basis));
        index.add(row, id);
        say(row, { change: 'new', vi: 'Thêm mới', en: 'New' });
      }
      targets.set(row.row, id);
    });
  }
  const each = (work: (row: ImportRow, id: string, state: OrganisationState) => void) => {
    for (const row of rows) {
      const id = targets.get(row.row);
      if (id !== undefined) attempt(row, () => work(row, id, states.get(id) as OrganisationState));
    }
  };
  each((row, id, state) => {
    if (id.startsWith('row:')) return;
    states.set(
      id,
      changedBy(row, state, on, basis, (one) => say(row, one)),
    );
  });
  each((row, id, state) => {
    if (row.parent === null) return;
    const parentId = index.parent(row.parent);
    const isNew = id.startsWith('row:');
    const from = isNew ? state.validFrom : on;
    const parents = new Map([...states].map(([key, one]) => [key, one.parents]));
    if (isNew) {
      const placed = { ...state, parents: [{ parentId, from, to: state.validTo }] };
      if (hasCircle(id, parents.set(id, placed.parents), from)) throw new Wrong(...CIRCLE);
      states.set(id, placed);
      return;
    }
    if (parentOn(state, on) === parentId) return;
    const moved = move(state, { id, parentId, from: on, parents });
    if (!moved.ok) throw new Wrong(moved.error.vi, moved.error.en);
    states.set(id, moved.value);
    const name = nameOn(states.get(parentId) as OrganisationState, on).name;
    say(row, { change: 'moved', vi: `Chuyển về trực thuộc ${name}`, en: `Under ${name}` });
  });
  each((row, id, state) => {
    if (row.to === null) return;
    const day = dayOf(row.to, 'Đến ngày');
    if (state.validTo === day) return;
    const why = row.basis ?? basis;
    if (why === null) throw new Wrong('Thiếu căn cứ kết thúc hoạt động.', 'The legal basis of its end is missing.');
    const ended = end(state, { on: day, basis: why });
    if (!ended.ok) throw new Wrong(ended.error.vi, ended.error.en);
    states.set(id, ended.value);
    say(row, { change: 'ended', vi: `Kết thúc từ ${formatDate(day)}`, en: `Ends on ${day}` });
  });
  // What ends may not leave anything below it.
  each((_row, id, state) => {
    const { validTo } = state;
    if (validTo === null || validTo === organisations.get(id)?.validTo) return;
    const left = [...states].find(([, one]) => existsOn(one, validTo) && parentOn(one, validTo) === id);
    if (left) {
      const name = nameOn(left[1], validTo).name;
      throw new Wrong(`Còn đơn vị trực thuộc: ${name}.`, `${name} still stands under it.`);
    }
  });
  each((row, _id, state) => {
    const parentId = parentOn(state, state.validFrom ?? on);
    const parent = parentId === null ? undefined : states.get(parentId);
    if (parent && !isWithin(on, parent.validFrom, parent.validTo) && existsOn(state, on) && parentOn(state, on)) {
      throw new Wrong(
        `Cơ quan chủ quản “${row.parent ?? nameOn(parent, on).name}” không tồn tại vào ngày ${formatDate(on)}.`,
        `The body above does not exist on ${on}.`,
      );
    }
  });
  const changed = new Map([...states].filter(([id, state]) => organisations.get(id) !== state));
  return { rows: rows.map((row) => summary(row, problems.get(row.row), said.get(row.row) ?? [])), states: changed };
}

const CIRCLE = ['Cơ quan chủ quản lại trực thuộc chính cơ quan này.', 'The body above would stand under it.'] as const;

function summary(row: ImportRow, wrong: Wrong | undefined, said: readonly Said[]): PlannedRow {
  const name = row.name ?? row.code ?? '';
  if (wrong) return { row: row.row, name, changes: ['wrong'], vi: wrong.message, en: wrong.en };
  if (said.length === 0) return { row: row.row, name, changes: ['unchanged'], vi: 'Không thay đổi.', en: 'No change.' };
  return {
    row: row.row,
    name,
    changes: said.map(({ change }) => change),
    vi: `${said.map(({ vi }) => vi).join('; ')}.`,
    en: `${said.map(({ en }) => en).join('; ')}.`,
  };
}

function foundBy(row: ImportRow, on: string, basis: string | null): OrganisationState {
  const { code, name, shortName } = row;
  if (name === null) throw new Wrong('Thiếu tên cơ quan.', 'The name is missing.');
  if (code !== null && !CODE.test(code)) {
    throw new Wrong(`Mã “${code}” chỉ được gồm chữ thường không dấu, số và dấu -.`, `“${code}” is not a code.`);
  }
  return found({
    kind: kindOf(row.kind) ?? 'other',
    code,
    name,
    shortName,
    parentId: null,
    from: row.from === null ? on : dayOf(row.from, 'Từ ngày'),
    basis: row.basis ?? basis,
  });
}

/** Name, short name, kind of one that is there. */
function changedBy(
  row: ImportRow,
  old: OrganisationState,
  on: string,
  basis: string | null,
  say: (one: Said) => void,
): OrganisationState {
  let state = old;
  const now = nameOn(state, on);
  const shortName = row.shortName ?? now.shortName;
  if (row.name !== null && row.name !== now.name) {
    const renamed = rename(state, {
      name: row.name,
      shortName: row.shortName,
      from: on,
      basis: row.basis ?? basis,
    });
    if (!renamed.ok) throw new Wrong(renamed.error.vi, renamed.error.en);
    state = renamed.value;
    say({ change: 'renamed', vi: `Đổi tên: ${now.name} → ${row.name}`, en: `Renamed: ${now.name} → ${row.name}` });
  } else if (shortName !== now.shortName) {
    const corrected = correctName(state, state.names.indexOf(now), { name: now.name, shortName });
    if (!corrected.ok) throw new Wrong(corrected.error.vi, corrected.error.en);
    state = corrected.value;
    say({ change: 'changed', vi: `Tên viết tắt: ${shortName}`, en: `Short name: ${shortName}` });
  }
  const kind = kindOf(row.kind);
  if (kind !== null && kind !== state.kind) {
    state = { ...state, kind };
    say({ change: 'changed', vi: `Loại: ${row.kind}`, en: `Kind: ${kind}` });
  }
  if (row.code !== null && row.code !== state.code) {
    if (!CODE.test(row.code)) throw new Wrong(`Mã “${row.code}” không đúng dạng.`, `“${row.code}” is not a code.`);
    state = { ...state, code: row.code };
    say({ change: 'changed', vi: `Mã: ${row.code}`, en: `Code: ${row.code}` });
  }
  return state;
}

function kindOf(text: string | null): string | null {
  if (text === null) return null;
  const wanted = fold(text).trim();
  const kind = ORGANISATION_KINDS.find((one) => one === wanted || fold(ORGANISATION_KIND_NAMES[one]) === wanted);
  if (kind === undefined) throw new Wrong(`Không có loại cơ quan “${text}”.`, `There is no kind “${text}”.`);
  return kind;
}

/** `01/07/2025` or `2025-07-01`. */
function dayOf(text: string, column: string): string {
  const found = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  const day = found ? `${found[3]}-${found[2]?.padStart(2, '0')}-${found[1]?.padStart(2, '0')}` : text;
  if (!isDate(day)) throw new Wrong(`${column}: “${text}” không phải là ngày.`, `“${text}” is not a day.`);
  return day;
}

/** Which organisation a row or a cell means. */
class Index {
  readonly #byCode = new Map<string, string>();
  readonly #byName = new Map<string, string[]>();

  constructor(organisations: ReadonlyMap<string, OrganisationState>, on: string) {
    for (const [id, state] of organisations) {
      if (state.code !== null) this.#byCode.set(state.code, id);
      if (existsOn(state, on)) this.#name(nameOn(state, on).name, id);
    }
  }

  #name(name: string, id: string): void {
    const key = organisationNameKey(name);
    const ids = this.#byName.get(key) ?? [];
    if (!ids.includes(id)) this.#byName.set(key, [...ids, id]);
  }

  find(row: ImportRow): string | null {
    const byCode = row.code === null ? undefined : this.#byCode.get(row.code);
    if (byCode !== undefined) return byCode;
    if (row.name === null) throw new Wrong('Thiếu tên cơ quan.', 'The name is missing.');
    const named = (this.#byName.get(organisationNameKey(row.name)) ?? []).filter((id) => !id.startsWith('row:'));
    if (named.length > 1) {
      throw new Wrong(
        `Có ${named.length} cơ quan cùng tên này: hãy ghi mã để phân biệt.`,
        `${named.length} have this name: give the code.`,
      );
    }
    return named[0] ?? null;
  }

  add(row: ImportRow, id: string): void {
    if (row.code !== null) this.#byCode.set(row.code, id);
    if (row.name !== null) this.#name(row.name, id);
  }

  /** The new name or code of one that is there. */
  addAlias(row: ImportRow, id: string): void {
    this.add(row, id);
  }

  parent(text: string): string {
    const byCode = this.#byCode.get(text);
    if (byCode !== undefined) return byCode;
    const named = this.#byName.get(organisationNameKey(text)) ?? [];
    if (named.length === 1) return named[0] as string;
    throw named.length === 0
      ? new Wrong(`Không tìm thấy cơ quan chủ quản “${text}”.`, `There is no body “${text}”.`)
      : new Wrong(`Có nhiều cơ quan tên “${text}”: hãy ghi mã.`, `Several are called “${text}”: give the code.`);
  }
}
