/** A province begins with its bodies of the time; names of documents lead to them and to who has the work today. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startTestServer, type TestServer } from '#test/support/server.ts';
import { organisationResolver, resolveOrganisation } from './organisation-resolve.ts';
import { insertOrganisationSet } from './organisation-set.ts';

describe('the organisations that a province begins with', () => {
  let server: TestServer;
  let provinceId: number;
  before(async () => {
    server = await startTestServer();
    provinceId = (await server.province('gia-lai')).id;
  });
  after(() => server.close());

  it('are put in with their history, once', async () => {
    const { database } = server.services;
    const first = await database.transaction(provinceId, (scope) =>
      insertOrganisationSet(scope, 'gia-lai', null, server.now),
    );
    const again = await database.transaction(provinceId, (scope) =>
      insertOrganisationSet(scope, 'gia-lai', null, server.now),
    );
    assert.ok(first.added > 300);
    assert.equal(again.added, 0);
    const { db } = database.scope(provinceId);
    const ended = await db
      .selectFrom('organisation')
      .select(['valid_to', 'ended_basis'])
      .where('province_id', '=', provinceId)
      .where('code', '=', 'so-ke-hoach-va-dau-tu')
      .executeTakeFirstOrThrow();
    assert.equal(ended.valid_to, '2025-03-01');
    assert.match(ended.ended_basis ?? '', /45\/2025/);
    const districts = await db
      .selectFrom('organisation_parent')
      .innerJoin('organisation as o', (join) => join.onRef('o.id', '=', 'organisation_parent.organisation_id'))
      .select('o.code')
      .where('organisation_parent.province_id', '=', provinceId)
      .where('o.code', 'like', 'ubnd-cap-huyen-%')
      .execute();
    assert.ok(districts.length >= 17);
  });

  it('are found by the names that a document of their day gives them', async () => {
    const scope = server.services.database.scope(provinceId);
    const codeOf = async (id: string | null | undefined) =>
      id
        ? (
            await scope.db
              .selectFrom('organisation')
              .select('code')
              .where('province_id', '=', provinceId)
              .where('id', '=', id)
              .executeTakeFirstOrThrow()
          ).code
        : null;
    const find = await organisationResolver(scope, '2026-11-20');
    const planning = find({ name: 'Sở Kế hoạch và Đầu tư', code: 'so-ke-hoach-va-dau-tu' }, '2021-02-01');
    assert.equal(await codeOf(planning?.organisationId), 'so-ke-hoach-va-dau-tu');
    assert.equal(await codeOf(planning?.successorId), 'so-tai-chinh');
    const district = find({ name: 'UBND huyện Đức Cơ', code: 'ubnd-cap-huyen' }, '2021-02-01');
    assert.equal(await codeOf(district?.organisationId), 'ubnd-cap-huyen-huyen-duc-co');
    assert.match((await codeOf(district?.successorId)) ?? '', /^ubnd-cap-xa-/);
    const committee = find({ name: 'Uỷ ban nhân dân tỉnh', code: null }, '2026-01-01');
    assert.equal(await codeOf(committee?.organisationId), 'ubnd-tinh');
    assert.equal(committee?.successorId, committee?.organisationId);
    assert.equal(find({ name: 'Hợp tác xã Bình Minh', code: null }, '2021-02-01'), null);
    const one = await resolveOrganisation(scope, { name: 'Sở KH&ĐT', code: null, date: '2021-02-01' }, '2026-11-20');
    assert.equal(one?.organisationId, planning?.organisationId);
  });
});
