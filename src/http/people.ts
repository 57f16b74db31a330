/** People, posts, settings, tokens of machines. */
import { routes } from '#contract/routes.ts';
import {
  addPerson,
  changePerson,
  disablePerson,
  enablePerson,
  erasePerson,
  listPeople,
  readPerson,
  readPersonData,
  removeTotp,
  resetPerson,
  unlockPerson,
} from '#usecase/people.ts';
import { addPost, appointPerson, changePost, endPost, listPosts, relievePerson } from '#usecase/posts.ts';
import {
  nameProvince,
  readSettings,
  setCalendar,
  setOidc,
  setSignIn,
  tryMail,
  tryOidc,
} from '#usecase/province-settings.ts';
import { listTokens, makeToken, revokeToken } from '#usecase/tokens.ts';
import { type Binding, binding, type Edge } from './bind.ts';

export function peopleBindings(): Binding[] {
  // Links and tokens are sent by `finish`, so that no idempotency key keeps them.
  const giveOnce =
    (status: number) =>
    ({ reply }: Edge, shown: unknown) =>
      reply.code(status).send(shown);
  return [
    binding('GET /people', routes['GET /people'], listPeople),
    binding('POST /people', routes['POST /people'], addPerson, { finish: giveOnce(201) }),
    binding('GET /people/:id', routes['GET /people/:id'], readPerson),
    binding('PATCH /people/:id', routes['PATCH /people/:id'], changePerson),
    binding('POST /people/:id/disable', routes['POST /people/:id/disable'], disablePerson),
    binding('POST /people/:id/enable', routes['POST /people/:id/enable'], enablePerson),
    binding('POST /people/:id/unlock', routes['POST /people/:id/unlock'], unlockPerson),
    binding('POST /people/:id/reset', routes['POST /people/:id/reset'], resetPerson, { finish: giveOnce(200) }),
    binding('POST /people/:id/totp-off', routes['POST /people/:id/totp-off'], removeTotp),
    binding('GET /people/:id/data', routes['GET /people/:id/data'], readPersonData),
    binding('POST /people/:id/anonymise', routes['POST /people/:id/anonymise'], erasePerson),
    binding('GET /posts', routes['GET /posts'], listPosts),
    binding('POST /posts', routes['POST /posts'], addPost),
    binding('PATCH /posts/:id', routes['PATCH /posts/:id'], changePost),
    binding('POST /posts/:id/end', routes['POST /posts/:id/end'], endPost),
    binding('POST /posts/:id/holders', routes['POST /posts/:id/holders'], appointPerson),
    binding('POST /holdings/:id/end', routes['POST /holdings/:id/end'], relievePerson),
    binding('GET /settings', routes['GET /settings'], readSettings),
    binding('PUT /settings/province', routes['PUT /settings/province'], nameProvince),
    binding('PUT /settings/sign-in', routes['PUT /settings/sign-in'], setSignIn),
    binding('PUT /settings/calendar', routes['PUT /settings/calendar'], setCalendar),
    binding('PUT /settings/oidc', routes['PUT /settings/oidc'], setOidc),
    binding('POST /settings/oidc/test', routes['POST /settings/oidc/test'], tryOidc),
    binding('POST /settings/mail/test', routes['POST /settings/mail/test'], tryMail),
    binding('GET /tokens', routes['GET /tokens'], listTokens),
    binding('POST /tokens', routes['POST /tokens'], makeToken, { finish: giveOnce(201) }),
    binding('DELETE /tokens/:id', routes['DELETE /tokens/:id'], revokeToken),
  ];
}
