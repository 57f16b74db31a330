/** What changes, told to open pages as it happens (tin trực tiếp): server-sent events. */
import { z } from 'zod';
import { defineRoutes } from './route.ts';

export const liveRoutes = defineRoutes({
  'GET /live': {
    access: 'signed-in',
    tag: 'live',
    summary: {
      vi: 'Tin trực tiếp: mỗi sự kiện mang tên một chủ đề; “resync” nghĩa là có tin đã lỡ, hãy tải lại',
      en: 'Live news: each event is named by its topic; "resync" says that some were missed and pages should load anew',
    },
    query: z.object({
      /** Separated by commas; all that the person may hear of when absent. */
      topics: z.string().max(500).optional(),
    }),
    gives: 'events',
  },
});
