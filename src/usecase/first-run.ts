/** The first-run page (lần chạy đầu): what the server holds and how to sign in; the first province, by who has the code. */
import { err, ok, type Result } from '#base/result.ts';
import { type Problem, problem } from '#contract/problem.ts';
import type { RouteOutput } from '#contract/route.ts';
import { sessionRoutes } from '#contract/session.ts';
import { sameText } from '#identity/token.ts';
import { listProvinces } from '#store/provinces.ts';
import { readSetting } from '#store/settings.ts';
import type { OidcSetting } from './oidc-setting.ts';
import type { Services } from './services.ts';
import { beginSession, type SignedIn } from './session-begin.ts';
import { catalogueProvinces, isEmpty, makeProvince } from './setup.ts';
import { behind, type Context, nobody, perform } from './usecase.ts';

/** Setting `demo` of a province of the demonstration: what may be shown on the sign-in page. */
export interface DemoSetting {
  readonly signIns: readonly { login: string; password: string; name: string; post: string }[];
}

export const readSetup = behind(sessionRoutes['GET /setup'], 'setup.read', 'read', async ({ services }) => {
  const provinces: RouteOutput<(typeof sessionRoutes)['GET /setup']>['provinces'] = [];
  const demo: RouteOutput<(typeof sessionRoutes)['GET /setup']>['demo'] = [];
  for (const { provinceId, slug, name, kind } of await listProvinces(services.database)) {
    const scope = services.database.scope(provinceId);
    const { value: oidc } = await readSetting<OidcSetting>(scope, 'oidc');
    provinces.push({ slug, name, kind, oidc: oidc?.enabled ? { label: oidc.label } : null });
    if (!services.settings.demo) continue;
    const { value: shown } = await readSetting<DemoSetting>(scope, 'demo');
    demo.push(...(shown?.signIns ?? []).map((one) => ({ province: slug, ...one })));
  }
  const empty = provinces.length === 0;
  return ok({
    empty,
    provinces,
    demo,
    mail: services.mail.configured,
    catalogue: empty ? catalogueProvinces() : [],
  });
});

export interface FirstRunInput {
  readonly code: string;
  readonly province: string;
  readonly fullName: string;
  readonly login: string;
  readonly password: string;
  readonly email?: string | undefined;
}

const SET_UP = problem(409, 'already-set-up', 'Máy chủ đã được thiết lập.', 'The server is set up already.');
const WRONG_CODE = problem(
  403,
  'wrong-setup-code',
  'Mã thiết lập không đúng. Mã nằm trong nhật ký của máy chủ và trong tệp setup-code của thư mục dữ liệu.',
  'The setup code is wrong. It stands in the log of the server and in the file setup-code of its folder.',
  { fields: { code: { vi: 'Mã thiết lập không đúng.', en: 'Wrong.' } } },
);

/** Those who are being set up: two at once would make two first provinces. */
const underWay = new WeakSet<Services>();

export const setUp = {
  ...behind(sessionRoutes['POST /setup'], 'setup.first', 'read', async () => err(SET_UP)),
  run: async (outer: Context, input: FirstRunInput): Promise<Result<SignedIn, Problem>> => {
    const { services } = outer;
    const setup = services.settings.setup ?? null;
    if (setup === null || underWay.has(services)) return err(SET_UP);
    underWay.add(services);
    try {
      if (!(await isEmpty(services.database))) return err(SET_UP);
      if (!sameText(input.code.trim(), setup.code)) return err(WRONG_CODE);
      const { province, fullName, login, password, email = null } = input;
      const made = await makeProvince(services, province, { fullName, login, password, email });
      if (!made.ok) return made;
      setup.done();
      const { provinceId, personId } = made.value;
      const run = (context: Context) => beginSession(context, personId, 'password', null);
      const useCase = { name: 'setup.begin-session', access: 'public', kind: 'write', run } as const;
      const actor = nobody(provinceId, outer.actor.address, outer.actor.device);
      return await perform<undefined, SignedIn>(services, useCase, actor, undefined);
    } finally {
      underWay.delete(services);
    }
  },
};
