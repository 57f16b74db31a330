/** Reading a document, as a job. */

import { readDocument } from '#usecase/document-read.ts';
import { READ_JOB, type ReadJob } from '#usecase/document-upload.ts';
import type { JobHandler } from './queue.ts';

export const readDocumentJob: JobHandler = {
  name: READ_JOB,
  retries: 3,
  // The longest time that opening a file may take, and a little for reading it.
  seconds: 2100,
  atOnce: 2,
  run: (services, data, signal) => {
    const { provinceId, documentId } = data as unknown as ReadJob;
    return readDocument(services, provinceId, documentId, signal);
  },
};
