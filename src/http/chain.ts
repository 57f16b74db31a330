/** The chain of documents over HTTP. */
import { routes } from '#contract/routes.ts';
import { decideCitation, listCitations, listMissing, showChain } from '#usecase/chain.ts';
import { checkConsistency } from '#usecase/consistency.ts';
import { type Binding, binding } from './bind.ts';

export function chainBindings(): Binding[] {
  return [
    binding('GET /documents/:id/citations', routes['GET /documents/:id/citations'], listCitations),
    binding('PATCH /citations/:id', routes['PATCH /citations/:id'], decideCitation),
    binding('GET /documents/chain', routes['GET /documents/chain'], showChain),
    binding('GET /documents/missing', routes['GET /documents/missing'], listMissing),
    binding('GET /documents/consistency', routes['GET /documents/consistency'], checkConsistency),
  ];
}
