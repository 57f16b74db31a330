/** Letters of distribution, as a job. */
import { DISTRIBUTION_LETTER } from '#usecase/distribution.ts';
import { sendDistributionLetters } from '#usecase/distribution-letter.ts';
import type { JobHandler } from './queue.ts';

export const distributionLetterJob: JobHandler = {
  name: DISTRIBUTION_LETTER,
  retries: 5,
  seconds: 300,
  atOnce: 1,
  run: sendDistributionLetters,
};
