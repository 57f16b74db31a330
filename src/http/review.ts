/** Review of a reading. */
import { routes } from '#contract/routes.ts';
import {
  addItem,
  decideItems,
  editItem,
  markItemsSeen,
  mergeItems,
  splitItem,
  suggestItem,
} from '#usecase/review-change.ts';
import { readReview } from '#usecase/review-read.ts';
import { undoReview } from '#usecase/review-undo.ts';
import { type Binding, binding } from './bind.ts';

export function reviewBindings(): Binding[] {
  const at = <K extends keyof typeof routes>(key: K) => [key, routes[key]] as const;
  return [
    binding(...at('GET /documents/:id/review'), readReview),
    binding(...at('POST /documents/:id/review/decide'), decideItems),
    binding(...at('PATCH /documents/:id/review/items/:itemId'), editItem),
    binding(...at('POST /documents/:id/review/items'), addItem),
    binding(...at('POST /documents/:id/review/suggest'), suggestItem),
    binding(...at('POST /documents/:id/review/merge'), mergeItems),
    binding(...at('POST /documents/:id/review/split'), splitItem),
    binding(...at('POST /documents/:id/review/seen'), markItemsSeen),
    binding(...at('POST /documents/:id/review/undo'), undoReview),
  ];
}
