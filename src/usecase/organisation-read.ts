/** Organisations read: list, tree, one with its history, places of the country (cơ quan, cây tổ chức, địa danh). */
import { bare } from '#base/fold.ts';
import { err, ok } from '#base/result.ts';
import { listProvinces, provinceById } from '#catalogue/provinces.ts';
import { communesOfProvince, districtsOf } from '#catalogue/territory.ts';
import { organisationRoutes } from '#contract/organisation.ts';
import { notFound } from '#contract/problem.ts';
import { existsOn } from '#plan/organisation.ts';
import { listOrganisations } from '#store/organisation-list.ts';
import { loadOrganisations } from '#store/organisation-state.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { detailOf, viewOf, viewOfRow } from './organisation-shape.ts';
import { behind } from './usecase.ts';

export const browseOrganisations = behind(
  organisationRoutes['GET /organisations'],
  'organisation.list',
  'read',
  async (context, { asOf = context.today, text, kind, standing, cursor, limit }) => {
    const at = readCursor(cursor, { position: 'number' });
    if (!at.ok) return at;
    const rows = await listOrganisations(context, {
      asOf,
      bareText: text ? bare(text).trim() : undefined,
      kind,
      standing,
      after: at.value === null ? undefined : { position: at.value.position ?? 0, id: at.value.id },
      limit: limit + 1,
    });
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    const nextCursor = rows.length > limit && last ? writeCursor({ position: last.position, id: last.id }) : null;
    return ok({ items: page.map((row) => viewOfRow(row, asOf)), nextCursor, total: null });
  },
);

export const readTree = behind(
  organisationRoutes['GET /organisations/tree'],
  'organisation.tree',
  'read',
  async (context, { asOf = context.today }) => {
    const all = await loadOrganisations(context);
    const items = [...all.values()].filter(({ state }) => existsOn(state, asOf)).map((one) => viewOf(one, all, asOf));
    return ok({ asOf, items });
  },
);

export const readOrganisation = behind(
  organisationRoutes['GET /organisations/:id'],
  'organisation.read',
  'read',
  (context, { id, asOf = context.today }) => detailOf(context, id, asOf),
);

export const readTerritory = behind(
  organisationRoutes['GET /territory'],
  'territory.read',
  'read',
  async (context, { asOf = context.today, province: id, text }) => {
    const wanted = text ? bare(text).trim() : '';
    const isWanted = ({ name }: { readonly name: string }) => bare(name).includes(wanted);
    if (id === undefined) {
      const items = listProvinces(asOf).map((one) => {
        const name = one.names.find(({ from, to }) => (from ?? '') <= asOf && asOf < (to ?? '9999')) ?? one.names[0];
        const kind = name?.kind ?? 'province';
        return {
          code: one.id,
          name: `${kind === 'city' ? 'Thành phố' : 'Tỉnh'} ${name?.text ?? one.name}`,
          kind,
          district: null,
          validFrom: null,
          validTo: one.to,
        };
      });
      return ok({ asOf, items: items.filter(isWanted).sort((a, b) => a.name.localeCompare(b.name, 'vi')) });
    }
    if (!provinceById(id)) return err(notFound('tỉnh, thành phố này', 'province'));
    const districts = new Map(districtsOf(id, asOf).map((one) => [one.code, one.fullName]));
    const items = communesOfProvince(id, asOf).map((one) => ({
      code: one.code,
      name: one.fullName,
      kind: one.kind as string,
      district: one.districtCode === null ? null : (districts.get(one.districtCode) ?? null),
      validFrom: one.validFrom,
      validTo: one.validTo,
    }));
    return ok({ asOf, items: items.filter(isWanted) });
  },
);
