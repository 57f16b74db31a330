/** Which use case stands behind which route, area by area. */
import type { Services } from '#usecase/services.ts';
import type { Authenticator } from '#usecase/session-authenticate.ts';
import type { Binding } from './bind.ts';
import { documentBindings } from './document.ts';
import { liveBindings } from './live.ts';
import { reviewBindings } from './review.ts';
import { sessionBindings } from './session.ts';

export function listBindings(services: Services, authenticator: Authenticator): Binding[] {
  return [
    ...sessionBindings(services, authenticator),
    ...reviewBindings(),
    ...documentBindings(),
    ...liveBindings(authenticator),
  ];
}
