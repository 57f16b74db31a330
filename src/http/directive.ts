/** Directives and conclusions of leaders. */
import { routes } from '#contract/routes.ts';
import { editDirective, withdrawDirective } from '#usecase/directive-change.ts';
import { makeFromDocument, previewDirectives } from '#usecase/directive-document.ts';
import { giveDirective } from '#usecase/directive-give.ts';
import { browseDirectives, listLeaders, readDirective } from '#usecase/directive-list.ts';
import { undoDirective } from '#usecase/directive-undo.ts';
import { type Binding, binding } from './bind.ts';

export function directiveBindings(): Binding[] {
  const at = <K extends keyof typeof routes>(key: K) => [key, routes[key]] as const;
  return [
    binding(...at('GET /directives'), browseDirectives),
    binding(...at('GET /directives/leaders'), listLeaders),
    binding(...at('GET /directives/:id'), readDirective),
    binding(...at('POST /directives'), giveDirective),
    binding(...at('PATCH /directives/:id'), editDirective),
    binding(...at('POST /directives/:id/withdraw'), withdrawDirective),
    binding(...at('POST /directives/:id/undo'), undoDirective),
    binding(...at('GET /documents/:id/directives'), previewDirectives),
    binding(...at('POST /documents/:id/directives'), makeFromDocument),
  ];
}
