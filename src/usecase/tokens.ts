/** Tokens of machines (mã truy cập cho máy): made and shown once, listed, revoked. */
import { addDays } from '#base/date.ts';
import { err, ok } from '#base/result.ts';
import { NOT_SIGNED_IN, notFound, problem } from '#contract/problem.ts';
import { settingsRoutes } from '#contract/settings.ts';
import { newMachineToken, sha256 } from '#identity/token.ts';
import type { Scope } from '#plan/rights.ts';
import { newId } from '#store/ids.ts';
import { insertToken, listTokens as listRows, revokeToken as revokeRow } from '#store/tokens.ts';
import { forgetActors } from './session-authenticate.ts';
import { behind } from './usecase.ts';

const LONGEST_DAYS = 366;
const BAD_DATE = problem(
  422,
  'date-order',
  'Ngày hết hạn phải từ hôm nay đến một năm nữa.',
  'The last day must lie between today and a year from now.',
  { fields: { expiresOn: { vi: 'Từ hôm nay đến một năm nữa.', en: 'Between today and a year from now.' } } },
);

export const listTokens = behind(settingsRoutes['GET /tokens'], 'token.list', 'read', async (context) => {
  const rows = await listRows(context);
  return ok({ items: rows.map((row) => ({ ...row, scopes: row.scopes as Scope[] })) });
});

export const makeToken = behind(settingsRoutes['POST /tokens'], 'token.make', 'write', async (context, input) => {
  const { personId } = context.actor;
  if (!personId) return err(NOT_SIGNED_IN);
  const { name, expiresOn } = input;
  if (expiresOn < context.today || expiresOn > addDays(context.today, LONGEST_DAYS)) return err(BAD_DATE);
  const scopes = [...new Set(input.scopes)];
  const token = newMachineToken(context.provinceId);
  const id = newId(context.now);
  // To the end of that day in Vietnam.
  const expiresAt = new Date(`${addDays(expiresOn, 1)}T00:00:00+07:00`);
  await insertToken(context, {
    id,
    name,
    tokenHash: sha256(token),
    scopes,
    createdBy: personId,
    now: context.now,
    expiresAt,
  });
  context.record({
    kind: 'token.made',
    subjectType: 'token',
    subjectId: id,
    title: name,
    after: { scopes, expiresOn },
  });
  return ok({ id, token, expiresAt: expiresAt.toISOString() });
});

export const revokeToken = behind(
  settingsRoutes['DELETE /tokens/:id'],
  'token.revoke',
  'write',
  async (context, { id }) => {
    const name = await revokeRow(context, id, context.now);
    if (name === null) return err(notFound('mã truy cập này', 'token'));
    context.record({ kind: 'token.revoked', subjectType: 'token', subjectId: id, title: name });
    context.afterwards(() => forgetActors(context.services));
    return ok(undefined);
  },
);
