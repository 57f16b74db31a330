/** Distribution over HTTP. */
import { routes } from '#contract/routes.ts';
import { acknowledge, listDistribution, listReceived, recall, remind, sendDocument } from '#usecase/distribution.ts';
import { type Binding, binding } from './bind.ts';

export function distributionBindings(): Binding[] {
  return [
    binding('GET /documents/:id/distribution', routes['GET /documents/:id/distribution'], listDistribution),
    binding('POST /documents/:id/distribution', routes['POST /documents/:id/distribution'], sendDocument),
    binding('POST /distributions/:id/remind', routes['POST /distributions/:id/remind'], remind),
    binding('POST /distributions/:id/recall', routes['POST /distributions/:id/recall'], recall),
    binding('POST /distributions/:id/acknowledge', routes['POST /distributions/:id/acknowledge'], acknowledge),
    binding('GET /distributions/received', routes['GET /distributions/received'], listReceived),
  ];
}
