/** Annexes in Excel over HTTP. */
import { routes } from '#contract/routes.ts';
import { importAnnex } from '#usecase/annex-import.ts';
import { type Binding, binding } from './bind.ts';

export function annexBindings(): Binding[] {
  return [binding('POST /documents/import-annex', routes['POST /documents/import-annex'], importAnnex as never)];
}
