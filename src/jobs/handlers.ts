/** Every kind of job. */
import type { JobHandler } from './queue.ts';

export const HANDLERS: readonly JobHandler[] = [];
