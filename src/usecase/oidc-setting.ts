/** The identity provider of a province (đăng nhập tập trung) as it is kept: the secret of the client is sealed. */
import { type OidcProvider, openOidc } from '#identity/oidc.ts';
import { unseal } from '#identity/sealed.ts';
import type { Scope } from '#store/database.ts';
import { readSetting } from '#store/settings.ts';
import type { Services } from './services.ts';

export interface OidcSetting {
  readonly enabled: boolean;
  readonly label: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly secret: string | null;
  readonly clientAuth: 'basic' | 'post' | null;
  readonly scopes: readonly string[];
}

/** One for the whole process: it remembers what providers said about themselves. */
export const oidc = openOidc();

export const oidcPurpose = (provinceId: number) => `oidc:${provinceId}`;

export function oidcRedirect(services: Services): string {
  return `${services.settings.publicUrl}/api/v1/oidc/callback`;
}

/** The provider if there is one that is used. */
export async function providerOf(scope: Scope, services: Services): Promise<OidcProvider | null> {
  const { value } = await readSetting<OidcSetting>(scope, 'oidc');
  return value?.enabled ? toProvider(value, scope.provinceId, services) : null;
}

export function toProvider(setting: OidcSetting, provinceId: number, services: Services): OidcProvider {
  const { secretKey } = services.settings;
  const secret = setting.secret === null ? null : unseal(secretKey, oidcPurpose(provinceId), setting.secret);
  return {
    issuer: setting.issuer,
    clientId: setting.clientId,
    ...(secret === null ? {} : { clientSecret: secret }),
    ...(setting.clientAuth === null ? {} : { clientAuth: setting.clientAuth }),
    scopes: setting.scopes,
    redirectUri: oidcRedirect(services),
  };
}
