/** A row of the library as it goes over the wire. */
import type { DocumentView, HeaderField } from '#contract/document.ts';
import { READER } from '#reading/read.ts';
import type { DocumentFound } from '#store/documents.ts';

export function viewOf(row: DocumentFound): DocumentView {
  return {
    id: row.id,
    fileName: row.file_name,
    format: row.format,
    state: row.state as DocumentView['state'],
    refusal: row.refusal,
    progress: row.progress,
    type: row.type,
    symbol: row.symbol,
    issuedOn: row.issued_on,
    issuer: row.issuer,
    title: row.title,
    planYear: row.plan_year,
    reviewState: row.review_state as DocumentView['reviewState'],
    pages: row.pages,
    uploadedBy: row.uploaded_by ? { id: row.uploaded_by, name: row.uploader ?? '' } : null,
    uploadedAt: row.uploaded_at,
    version: row.version,
    corrected: Object.keys(row.corrected) as HeaderField[],
    reader: row.reader,
    outdated: row.reader !== null && row.reader !== READER,
    deletedAt: row.deleted_at,
  };
}

/** What a document is called in the log and in lists: its symbol and title, else its file's name. */
export function titleOf(row: {
  readonly symbol: string | null;
  readonly title: string | null;
  readonly file_name: string;
}): string {
  return [row.symbol, row.title].filter(Boolean).join(' – ').slice(0, 300) || row.file_name;
}
