/** The chain of documents (chuỗi văn bản): citations and what they lead to, the graph, what does not agree. */
import { z } from 'zod';
import { FINDING_KINDS } from '#plan/consistency.ts';
import { defineRoutes, idParams, isoDate, uuid, versioned } from './route.ts';

export const citationStates = ['missing', 'matched', 'confirmed', 'refused'] as const;

/** A document as others name it. */
export const documentNameSchema = z.object({
  id: uuid,
  type: z.string().nullable(),
  symbol: z.string().nullable(),
  title: z.string().nullable(),
  issuedOn: isoDate.nullable(),
  fileName: z.string(),
});
export type DocumentName = z.output<typeof documentNameSchema>;

export const citationSchema = z.object({
  id: uuid,
  start: z.int(),
  end: z.int(),
  quote: z.string(),
  type: z.string(),
  symbol: z.string().nullable(),
  citedOn: isoDate.nullable(),
  issuer: z.string().nullable(),
  /** `matched` by symbol and date; `confirmed`, `refused` by a person. */
  state: z.enum(citationStates),
  cited: documentNameSchema.nullable(),
  version: z.int(),
});

const passage = z.object({ documentId: uuid, start: z.int(), end: z.int(), quote: z.string() });

export const findingSchema = z.object({
  kind: z.enum(FINDING_KINDS),
  vi: z.string(),
  en: z.string(),
  left: passage,
  right: passage.nullable(),
  missingIn: uuid.nullable(),
});

const year = z.coerce.number().int().min(1900).max(2200);

export const chainRoutes = defineRoutes({
  'GET /documents/:id/citations': {
    access: 'document.read',
    tag: 'chain',
    machines: true,
    summary: { vi: 'Văn bản này viện dẫn gì, văn bản nào viện dẫn nó', en: 'What it cites and what cites it' },
    params: idParams,
    response: z.object({
      items: z.array(citationSchema),
      citedBy: z.array(z.object({ document: documentNameSchema, count: z.int(), quote: z.string(), start: z.int() })),
    }),
  },
  'PATCH /citations/:id': {
    access: 'document.edit',
    tag: 'chain',
    summary: { vi: 'Xác nhận, bác bỏ hoặc chọn văn bản được viện dẫn', en: 'Confirm, refuse or choose what is cited' },
    params: idParams,
    body: versioned.extend({
      /** `open` gives it back to matching. */
      decision: z.enum(['confirm', 'refuse', 'open']),
      /** The document that is meant, to confirm another than was matched. */
      citedId: uuid.optional(),
    }),
    response: citationSchema,
    problems: ['conflict', 'nothing-to-confirm', 'cites-itself'],
  },
  'GET /documents/chain': {
    access: 'document.read',
    tag: 'chain',
    machines: true,
    summary: {
      vi: 'Sơ đồ chuỗi văn bản của một năm kế hoạch hoặc quanh một văn bản',
      en: 'The graph of a plan year or around one document',
    },
    query: z.object({ year: year.optional(), around: uuid.optional() }),
    response: z.object({
      nodes: z.array(documentNameSchema.extend({ planYear: z.int().nullable(), issuer: z.string().nullable() })),
      edges: z.array(
        z.object({
          from: uuid,
          to: uuid,
          kind: z.enum(['implements', 'cites', 'copies']),
          count: z.int(),
          confirmed: z.boolean(),
        }),
      ),
      /** True when there was more than can be shown. */
      cut: z.boolean(),
    }),
  },
  'GET /documents/missing': {
    access: 'document.read',
    tag: 'chain',
    machines: true,
    summary: { vi: 'Văn bản được viện dẫn nhưng chưa có trong thư viện', en: 'Cited documents that the library lacks' },
    query: z.object({ year: year.optional() }),
    response: z.object({
      items: z.array(
        z.object({
          symbol: z.string().nullable(),
          type: z.string(),
          citedOn: isoDate.nullable(),
          issuer: z.string().nullable(),
          count: z.int(),
          /** Where it is cited. */
          documents: z.array(documentNameSchema),
        }),
      ),
    }),
  },
  'GET /documents/consistency': {
    access: 'document.read',
    tag: 'chain',
    machines: true,
    summary: {
      vi: 'Đối chiếu các văn bản của một năm kế hoạch, hoặc một văn bản với các văn bản liên quan',
      en: 'What does not agree within a plan year, or around one document',
    },
    query: z.object({ year: year.optional(), document: uuid.optional() }),
    response: z.object({
      findings: z.array(findingSchema),
      documents: z.array(documentNameSchema),
      /** Pairs that were held against each other: what decides and what carries it out. */
      pairs: z.array(z.object({ above: uuid, below: uuid })),
    }),
  },
});
