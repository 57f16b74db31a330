/** Every kind of job. */
import { readDocumentJob } from './document.ts';
import { PEOPLE_HANDLERS } from './people.ts';
import type { JobHandler } from './queue.ts';

export const HANDLERS: readonly JobHandler[] = [readDocumentJob, ...PEOPLE_HANDLERS];
