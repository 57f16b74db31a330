/** What sign-in need not keep for ever (dọn dữ liệu đăng nhập): attempts, links, begun sign-ins, sessions of long ago. */
import { forgetLockOuts } from '#store/lock-out.ts';
import { forgetFlows } from '#store/oidc.ts';
import { listProvinces } from '#store/provinces.ts';
import { forgetResets } from '#store/resets.ts';
import { forgetSessions } from '#store/sessions.ts';
import type { Services } from './services.ts';

const DAY_MS = 86_400_000;
/** Sessions tell where somebody worked from: kept for as long as a breach may be looked into. */
const SESSION_DAYS = 365;

export async function forgetOld({ database, clock }: Services): Promise<void> {
  const now = clock();
  const before = (days: number) => new Date(now.getTime() - days * DAY_MS);
  for (const { provinceId } of await listProvinces(database)) {
    const scope = database.scope(provinceId);
    await forgetLockOuts(scope, before(3));
    await forgetResets(scope, before(30));
    await forgetFlows(scope, now);
    await forgetSessions(scope, before(SESSION_DAYS));
  }
}
