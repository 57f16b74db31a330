/** Annexes in Excel (phụ lục): imported as a reading to be reviewed. */
import { z } from 'zod';
import { defineRoutes, uuid } from './route.ts';

export const annexRoutes = defineRoutes({
  'POST /documents/import-annex': {
    access: 'document.upload',
    tag: 'plan',
    summary: {
      vi: 'Nhập phụ lục Excel chỉ tiêu, nhiệm vụ thành bản đọc để rà soát',
      en: 'Import an annex in Excel as a reading to be reviewed',
    },
    query: z.object({ fileName: z.string().trim().min(1).max(255) }),
    takes: 'bytes',
    status: 201,
    response: z.object({
      documentId: uuid,
      /** True when the library has these very bytes; nothing was kept twice. */
      already: z.boolean(),
      targets: z.int(),
      tasks: z.int(),
      /** Rows that could not be taken, or not whole; rows as Excel counts. */
      faults: z.array(z.object({ sheet: z.string(), row: z.int(), vi: z.string(), en: z.string() })),
    }),
    problems: ['too-large', 'not-a-workbook', 'no-table', 'no-rows'],
  },
});
