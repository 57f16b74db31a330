/** What was read of a document: its text with the way back to the pages, and its readings, of which one is current. */
import type { Scope } from './database.ts';

export interface StoredText {
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: the shape is of who wrote it (`#usecase/document-layout.ts`).
  readonly layout: any;
}

export async function findText({ db, provinceId }: Scope, documentId: string): Promise<StoredText | undefined> {
  return db
    .selectFrom('document_text')
    .select(['text', 'layout'])
    .where('province_id', '=', provinceId)
    .where('document_id', '=', documentId)
    .executeTakeFirst();
}

export async function putText(
  { db, provinceId }: Scope,
  documentId: string,
  text: string,
  layout: object,
): Promise<void> {
  const values = { text, layout: JSON.stringify(layout) };
  await db
    .insertInto('document_text')
    .values({ province_id: provinceId, document_id: documentId, ...values })
    .onConflict((conflict) => conflict.columns(['province_id', 'document_id']).doUpdateSet(values))
    .execute();
}

/** The reading that stands, with its body as it was stored. */
export async function findReading({ db, provinceId }: Scope, documentId: string) {
  return db
    .selectFrom('reading')
    .select(['id', 'reader', 'created_at', 'body'])
    .where('province_id', '=', provinceId)
    .where('document_id', '=', documentId)
    .where('superseded_at', 'is', null)
    .executeTakeFirst();
}

/** The new one stands from now on; those before it are kept. */
export async function insertReading(
  { db, provinceId }: Scope,
  reading: {
    readonly id: string;
    readonly documentId: string;
    readonly reader: string;
    readonly body: object;
    readonly now: Date;
  },
): Promise<void> {
  await db
    .updateTable('reading')
    .set({ superseded_at: reading.now })
    .where('province_id', '=', provinceId)
    .where('document_id', '=', reading.documentId)
    .where('superseded_at', 'is', null)
    .execute();
  await db
    .insertInto('reading')
    .values({
      province_id: provinceId,
      id: reading.id,
      document_id: reading.documentId,
      reader: reading.reader,
      created_at: reading.now,
      body: JSON.stringify(reading.body),
    })
    .execute();
}

/** Everything that was ever read of it: for a document of which nothing may be kept. */
export async function dropReadings({ db, provinceId }: Scope, documentId: string): Promise<void> {
  for (const table of ['reading', 'document_text', 'document_search', 'citation_link', 'review_item'] as const) {
    await db.deleteFrom(table).where('province_id', '=', provinceId).where('document_id', '=', documentId).execute();
  }
}
