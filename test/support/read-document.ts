/** A document that was uploaded and read, without a file: for tests of what comes after the reading. */
import { createHash, randomUUID } from 'node:crypto';
import { read } from '#reading/read.ts';
import { newId } from '#store/ids.ts';
import { beginReview } from '#usecase/review-begin.ts';
import type { Services } from '#usecase/services.ts';

/** As a file without pages leaves it. */
const FLOWING = { pages: [], lines: [], words: [], doubts: [], warnings: [] };

/** Gives its id. */
export async function insertReadDocument(
  services: Services,
  provinceId: number,
  text: string,
  fileName = 'nghi-quyet.txt',
): Promise<string> {
  const id = newId();
  const sha256 = createHash('sha256').update(text).update(randomUUID()).digest('hex');
  const reading = read(text);
  const { document } = reading;
  await services.database.transaction(provinceId, async (scope) => {
    const { db } = scope;
    await db.insertInto('blob').values({ province_id: provinceId, sha256, size: text.length }).execute();
    await db
      .insertInto('document')
      .values({
        province_id: provinceId,
        id,
        sha256,
        file_name: fileName,
        format: 'txt',
        state: 'read',
        type: document.type,
        symbol: document.symbol,
        issued_on: document.date,
        issuer: document.issuer,
        title: document.title,
        plan_year: document.planYear,
        review_state: 'open',
        uploaded_at: services.clock(),
      })
      .execute();
    await db
      .insertInto('document_text')
      .values({ province_id: provinceId, document_id: id, text, layout: JSON.stringify(FLOWING) })
      .execute();
    await db
      .insertInto('reading')
      .values({
        province_id: provinceId,
        id: newId(),
        document_id: id,
        reader: reading.reader,
        created_at: services.clock(),
        body: JSON.stringify(reading),
      })
      .execute();
    await beginReview(scope, id, reading, text, services.clock());
  });
  return id;
}

/** Reads it once more, as a newer reader would. */
export async function readAnew(services: Services, provinceId: number, id: string, text: string): Promise<void> {
  const reading = read(text);
  await services.database.transaction(provinceId, (scope) => beginReview(scope, id, reading, text, services.clock()));
}
