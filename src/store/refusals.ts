/** Why the database can't be used: one clear sentence. */
import type { Refusal } from '#base/refusal.ts';

export interface StoreRefusal extends Refusal {
  /** Stable, kebab-case. */
  readonly code: string;
}

export function storeRefusal(code: string, vi: string, en: string): StoreRefusal {
  return { code, vi, en };
}
