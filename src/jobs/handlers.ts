/** Every kind of job. */
import { distributionLetterJob } from './distribution.ts';
import { readDocumentJob } from './document.ts';
import { NOTICE_HANDLERS } from './notice.ts';
import { PEOPLE_HANDLERS } from './people.ts';
import type { JobHandler } from './queue.ts';
import { WEBHOOK_HANDLERS } from './webhook.ts';

export const HANDLERS: readonly JobHandler[] = [
  distributionLetterJob,
  readDocumentJob,
  ...PEOPLE_HANDLERS,
  ...WEBHOOK_HANDLERS,
  ...NOTICE_HANDLERS,
];
