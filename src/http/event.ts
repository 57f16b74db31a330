/** The log over HTTP: the export is a stream. */
import { routes } from '#contract/routes.ts';
import { browseEvents, exportLog, type LogFile, readEvent } from '#usecase/event-read.ts';
import { undoEvent } from '#usecase/event-undo.ts';
import { type Binding, binding, type Edge } from './bind.ts';
import { dispositionOf } from './document.ts';

export function eventBindings(): Binding[] {
  const at = <K extends keyof typeof routes>(key: K) => [key, routes[key]] as const;
  return [
    binding(...at('GET /events'), browseEvents),
    binding(...at('GET /events/export'), exportLog, { finish: sendLog }),
    binding(...at('GET /events/:id'), readEvent),
    binding(...at('POST /events/:id/undo'), undoEvent),
  ];
}

function sendLog({ reply }: Edge, { fileName, lines }: LogFile) {
  return reply
    .header('content-disposition', dispositionOf(fileName))
    .header('cache-control', 'private, no-store')
    .type('application/x-ndjson; charset=utf-8')
    .send(lines);
}
