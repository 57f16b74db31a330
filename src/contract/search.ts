/** Search over everything (tìm kiếm): documents, and what other areas add. */
import { z } from 'zod';
import { defineRoutes } from './route.ts';

export const hitKinds = ['document', 'target', 'task', 'organisation', 'person', 'indicator'] as const;
export type HitKind = (typeof hitKinds)[number];

export const hitSchema = z.object({
  kind: z.enum(hitKinds),
  id: z.string(),
  title: z.string(),
  /** One quiet line: symbol and date of a document, group of a target. */
  hint: z.string().nullable(),
  /** Words around the place that was found, and where in them the query's words stand: start, end. */
  snippet: z.object({ text: z.string(), marks: z.array(z.tuple([z.int(), z.int()])) }).nullable(),
  /** Where the query's words stand in the title. */
  marks: z.array(z.tuple([z.int(), z.int()])),
});
export type Hit = z.output<typeof hitSchema>;

export const searchRoutes = defineRoutes({
  'GET /search': {
    access: 'signed-in',
    tag: 'search',
    summary: {
      vi: 'Tìm trong mọi thứ: có dấu hay không dấu, cả cụm từ trong ngoặc kép, đầu số ký hiệu',
      en: 'Search over everything: with or without tone marks, phrases in quotes, beginnings of symbols',
    },
    query: z.object({
      q: z.string().min(1).max(300),
      /** Only this kind. */
      kind: z.enum(hitKinds).optional(),
      limit: z.coerce.number().int().min(1).max(50).default(10),
      /** False leaves the snippets out, for results while typing. */
      snippets: z.stringbool().default(true),
    }),
    response: z.object({
      groups: z.array(z.object({ kind: z.enum(hitKinds), hits: z.array(hitSchema) })),
    }),
  },
});
