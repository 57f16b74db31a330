/**
 * A change of several organisations at once: gathers what becomes of each, checks and writes all of it together, and
 * tells the log what was there before and after, so that it can be undone as one.
 */
import type { Json } from '#base/canonical.ts';
import { err, ok, type Result } from '#base/result.ts';
import { conflict, type Problem, problem } from '#contract/problem.ts';
import { difference, existsOn, nameOn, type OrganisationState, type Parents, parentOn } from '#plan/organisation.ts';
import { organisationNameKey } from '#plan/organisation-find.ts';
import { newId } from '#store/ids.ts';
import {
  insertLineage,
  insertOrganisation,
  insertParents,
  type Lineage,
  lastPosition,
  loadOrganisations,
  lockStructure,
  type StoredOrganisation,
  saveOrganisation,
} from '#store/organisation-state.ts';
import { NO_ORGANISATION, viewOf } from './organisation-shape.ts';
import type { Context } from './usecase.ts';

/** What the log keeps of a change of several. */
export interface StructureChange {
  /** Id → the fields that changed; null: it was not there. */
  readonly organisations: Readonly<Record<string, Partial<OrganisationState> | null>>;
  readonly lineage: readonly Lineage[];
}

export class Structure {
  readonly context: Context;
  readonly all: Map<string, StoredOrganisation>;
  readonly #before = new Map<string, StoredOrganisation | null>();
  readonly #lineage: Omit<Lineage, 'id'>[] = [];

  private constructor(context: Context, all: Map<string, StoredOrganisation>) {
    this.context = context;
    this.all = all;
  }

  /** Waits until nobody else changes the structure, then reads all of it. */
  static async open(context: Context): Promise<Structure> {
    await lockStructure(context);
    return new Structure(context, await loadOrganisations(context));
  }

  /** The organisation as the writer saw it, or why it can't be changed. */
  take(id: string, version: number): Result<StoredOrganisation, Problem> {
    const one = this.all.get(id);
    if (!one) return err(NO_ORGANISATION);
    return one.version === version ? ok(one) : err(conflict(viewOf(one, this.all, this.context.today)));
  }

  get parents(): Parents {
    return new Map([...this.all].map(([id, one]) => [id, one.state.parents]));
  }

  set(id: string, state: OrganisationState): void {
    const one = this.all.get(id) as StoredOrganisation;
    if (!this.#before.has(id)) this.#before.set(id, one);
    this.all.set(id, { ...one, state });
  }

  add(state: OrganisationState, position: number): string {
    const id = newId(this.context.now);
    this.#before.set(id, null);
    this.all.set(id, { id, version: 1, position, state });
    return id;
  }

  isTouched(id: string): boolean {
    return this.#before.has(id);
  }

  link(lineage: Omit<Lineage, 'id'>): void {
    this.#lineage.push(lineage);
  }

  /** Bodies directly below on a day. */
  below(id: string, on: string): StoredOrganisation[] {
    return [...this.all.values()].filter((one) => existsOn(one.state, on) && parentOn(one.state, on) === id);
  }

  nextPosition(): Promise<number> {
    return lastPosition(this.context).then((last) => last + 10);
  }

  /** Another body under the same one is called so already on that day. */
  nameTaken(name: string, parentId: string | null, on: string, but: string | null): Problem | null {
    const key = organisationNameKey(name);
    for (const one of this.all.values()) {
      if (one.id === but || !existsOn(one.state, on) || parentOn(one.state, on) !== parentId) continue;
      if (organisationNameKey(nameOn(one.state, on).name) !== key) continue;
      return problem(
        422,
        'name-taken',
        `Đã có “${nameOn(one.state, on).name}” trong cùng cơ quan chủ quản.`,
        `There is a “${nameOn(one.state, on).name}” under the same body.`,
        { fields: { name: { vi: 'Tên này đã có.', en: 'Taken.' } } },
      );
    }
    return null;
  }

  codeTaken(code: string | null | undefined, but: string | null): Problem | null {
    if (!code || ![...this.all.values()].some((one) => one.id !== but && one.state.code === code)) return null;
    return problem(422, 'code-taken', 'Mã này đã dùng cho cơ quan khác.', 'Another organisation has this code.', {
      fields: { code: { vi: 'Mã này đã có.', en: 'Taken.' } },
    });
  }

  /** The body above must be there on the day. */
  parentThere(parentId: string | null, on: string): Problem | null {
    if (parentId === null) return null;
    const parent = this.all.get(parentId);
    if (parent && existsOn(parent.state, on)) return null;
    return problem(
      422,
      'parent-not-there',
      'Cơ quan chủ quản không tồn tại vào ngày đó.',
      'The body above does not exist on that day.',
      { fields: { parentId: { vi: 'Không tồn tại vào ngày đó.', en: 'Does not exist on that day.' } } },
    );
  }

  /** Writes everything; gives what was before and after. Somebody else may have been faster. */
  async write(): Promise<Result<{ before: StructureChange; after: StructureChange }, Problem>> {
    const { context } = this;
    const before: Record<string, Partial<OrganisationState> | null> = {};
    const after: Record<string, Partial<OrganisationState> | null> = {};
    const added = [...this.#before].flatMap(([id, old]) => (old ? [] : [this.all.get(id) as StoredOrganisation]));
    for (const one of added) await insertOrganisation(context, one.id, one.position, one.state);
    for (const { id, state } of added) {
      await insertParents(context, id, state);
      before[id] = null;
      after[id] = state;
    }
    for (const [id, old] of this.#before) {
      if (old === null) continue;
      const now = this.all.get(id) as StoredOrganisation;
      const changed = difference(old.state, now.state);
      if (Object.keys(changed.after).length === 0) continue;
      if (!(await saveOrganisation(context, id, old.version, now.state))) {
        return err(conflict(viewOf(old, this.all, context.today)));
      }
      this.all.set(id, { ...now, version: old.version + 1 });
      before[id] = changed.before;
      after[id] = changed.after;
    }
    const lineage = await insertLineage(context, this.#lineage, context.now);
    return ok({ before: { organisations: before, lineage: [] }, after: { organisations: after, lineage } });
  }
}

export function asJson(value: unknown): Json {
  return value as Json;
}
