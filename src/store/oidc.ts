/** Sign-ins at a provider that were begun and not yet finished. */
import type { Scope } from './database.ts';

export interface OidcFlow {
  readonly nonce: string;
  readonly codeVerifier: string;
  readonly returnTo: string;
}

export async function insertFlow(
  { db, provinceId }: Scope,
  stateHash: string,
  flow: OidcFlow,
  expiresAt: Date,
): Promise<void> {
  await db
    .insertInto('oidc_flow')
    .values({
      province_id: provinceId,
      state_hash: stateHash,
      nonce: flow.nonce,
      code_verifier: flow.codeVerifier,
      return_to: flow.returnTo,
      expires_at: expiresAt,
    })
    .execute();
}

/** Takes a flow away, so that it is finished once; null when there is none or it is too old. */
export async function takeFlow({ db, provinceId }: Scope, stateHash: string, now: Date): Promise<OidcFlow | null> {
  const row = await db
    .deleteFrom('oidc_flow')
    .where('province_id', '=', provinceId)
    .where('state_hash', '=', stateHash)
    .returning(['nonce', 'code_verifier', 'return_to', 'expires_at'])
    .executeTakeFirst();
  if (!row || Date.parse(row.expires_at) <= now.getTime()) return null;
  return { nonce: row.nonce, codeVerifier: row.code_verifier, returnTo: row.return_to };
}

export async function forgetFlows({ db, provinceId }: Scope, now: Date): Promise<void> {
  await db
    .deleteFrom('oidc_flow')
    .where('province_id', '=', provinceId)
    .where('expires_at', '<', now.toISOString())
    .execute();
}
