/** What becomes of a document once its file was opened: its reading is stored, or it is refused, or nothing of it stays. */
import { ok } from '#base/result.ts';
import type { HeaderField } from '#contract/document.ts';
import type { Document, FileRefusal } from '#document/model.ts';
import { termsOf, tsVectorOf } from '#plan/search-terms.ts';
import { symbolKey } from '#plan/symbol-key.ts';
import type { Reading } from '#reading/model.ts';
import { dropUnusedBlob } from '#store/blobs.ts';
import { putSearchEntry } from '#store/document-search.ts';
import {
  type DocumentChange,
  type DocumentFound,
  findDocument,
  lockDocument,
  updateDocument,
} from '#store/documents.ts';
import { letGoOfEvidence } from '#store/evidence.ts';
import { newId } from '#store/ids.ts';
import { dropReadings, insertReading, putText } from '#store/readings.ts';
import { relinkCitations, storeCitations } from './citation-link.ts';
import { packLayout } from './document-layout.ts';
import { beginReview } from './review-begin.ts';
import type { Context, UseCase } from './usecase.ts';

interface Read {
  readonly documentId: string;
  readonly document: Document;
  readonly reading: Reading;
  /** Words of the text as `tsvector`, and the text without marks. */
  readonly body: string;
  readonly bare: string;
}

/** Header fields and the columns that hold them. */
export const COLUMN_OF = {
  type: 'type',
  symbol: 'symbol',
  issuedOn: 'issued_on',
  issuer: 'issuer',
  title: 'title',
  planYear: 'plan_year',
} as const satisfies Record<HeaderField, keyof DocumentChange>;

export const storeReading: UseCase<Read, void> = {
  name: 'document.store-reading',
  access: 'public',
  kind: 'write',
  run: async (context, { documentId, document, reading, body, bare }) => {
    const row = await stillWanted(context, documentId);
    if (!row) return ok(undefined);
    const head = reading.document;
    const read: Record<HeaderField, string | number | null> = {
      type: head.type,
      symbol: head.symbol,
      issuedOn: head.date,
      issuer: head.issuer,
      title: head.title,
      planYear: head.planYear,
    };
    const change: Record<string, unknown> = {};
    const corrected: Record<string, unknown> = { ...row.corrected };
    for (const [field, value] of Object.entries(read) as [HeaderField, string | number | null][]) {
      // What a person put right stays; what the reader says now is kept beside it.
      if (field in corrected) corrected[field] = value;
      else change[COLUMN_OF[field]] = value;
    }
    const after = { ...row, ...change } as DocumentFound;
    await updateDocument(context, documentId, null, {
      ...change,
      corrected: JSON.stringify(corrected),
      symbol_key: after.symbol === null ? null : symbolKey(after.symbol),
      state: 'read',
      refusal: null,
      progress: null,
      format: document.format,
      pages: document.pages.length || null,
      reader: reading.reader,
      review_state: row.review_state === 'none' ? 'open' : row.review_state,
    });
    await putText(context, documentId, document.text, packLayout(document));
    await insertReading(context, {
      id: newId(context.now),
      documentId,
      reader: reading.reader,
      body: reading,
      now: context.now,
    });
    await putSearchEntry(context, { documentId, sortOn: sortOn(after), head: headOf(after), body, bare });
    await storeCitations(context, documentId, reading, context.now);
    await relinkCitations(context, documentId, [knownBy(row), knownBy(after)]);
    await beginReview(context, documentId, reading, document.text, context.now);
    context.record({
      kind: 'document.read',
      subjectType: 'document',
      subjectId: documentId,
      title: row.file_name,
      after: {
        reader: reading.reader,
        symbol: after.symbol,
        targets: reading.targets.length,
        tasks: reading.tasks.length,
      },
    });
    context.tell('document', { id: documentId, state: 'read' });
    return ok(undefined);
  },
};

export const refuseDocument: UseCase<{ readonly documentId: string; readonly refusal: FileRefusal }, void> = {
  name: 'document.refuse',
  access: 'public',
  kind: 'write',
  run: async (context, { documentId, refusal }) => {
    const row = await stillWanted(context, documentId);
    if (!row) return ok(undefined);
    const { code } = refusal;
    const { vi, en } = sentence(refusal);
    await updateDocument(context, documentId, null, {
      state: 'refused',
      refusal: JSON.stringify({ code, vi, en }),
      progress: null,
    });
    context.record({
      kind: 'document.refused',
      subjectType: 'document',
      subjectId: documentId,
      title: row.file_name,
      after: { code },
    });
    context.tell('document', { id: documentId, state: 'refused' });
    return ok(undefined);
  },
};

/** A state secret: the name of the file and that it was refused are all that stays. */
export const removeSecret: UseCase<{ readonly documentId: string }, void> = {
  name: 'document.remove-secret',
  access: 'public',
  kind: 'write',
  run: async (context, { documentId }) => {
    const row = await stillWanted(context, documentId);
    if (!row) return ok(undefined);
    await dropReadings(context, documentId);
    await updateDocument(context, documentId, null, {
      sha256: null,
      state: 'refused',
      refusal: JSON.stringify(SECRET),
      progress: null,
      format: null,
      type: null,
      symbol: null,
      symbol_key: null,
      issued_on: null,
      issuer: null,
      title: null,
      plan_year: null,
      pages: null,
      corrected: '{}',
      reader: null,
      review_state: 'none',
    });
    if (row.sha256) {
      await letGoOfEvidence(context, row.sha256, context.now);
      await dropUnusedBlob(context, row.sha256);
    }
    context.record({
      kind: 'document.refused',
      subjectType: 'document',
      subjectId: documentId,
      title: row.file_name,
      after: { code: 'secret' },
    });
    context.tell('document', { id: documentId, state: 'refused' });
    return ok(undefined);
  },
};

const SECRET = {
  code: 'secret',
  vi: 'Văn bản có dấu chỉ độ mật nên không được nhận; nội dung đã bị xóa, không lưu lại gì.',
  en: 'The document is marked as a state secret and was not taken; its content was removed and nothing of it is kept.',
};

/** The row, locked, when it still waits for what the job brings. */
async function stillWanted(context: Context, documentId: string): Promise<DocumentFound | null> {
  const locked = await lockDocument(context, documentId);
  if (!locked || locked.deleted_at || (locked.state !== 'waiting' && locked.state !== 'reading')) return null;
  return (await findDocument(context, documentId)) ?? null;
}

/** Refusals of the command line begin with a small letter and go on with what to do; on a page they are sentences. */
function sentence({ vi, en }: FileRefusal): { vi: string; en: string } {
  const whole = (text: string) => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`;
  return { vi: whole(vi), en: whole(en) };
}

export function knownBy(row: { readonly symbol: string | null; readonly issued_on: string | null }) {
  return { symbolKey: row.symbol === null ? null : symbolKey(row.symbol), issuedOn: row.issued_on };
}

/** Words of the header, as `tsvector`. */
export function headOf(row: DocumentFound): string {
  const parts = [row.type, row.symbol, row.title, row.issuer, row.file_name.replace(/\.[^.]+$/, '')];
  return tsVectorOf(termsOf(parts.filter(Boolean).join(' ; ')));
}

/** The day by which results are put in order. */
export function sortOn(row: DocumentFound): string {
  return row.issued_on ?? row.uploaded_at.slice(0, 10);
}
