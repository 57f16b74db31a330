/** Bytes of files by their content: SHA-256 → pieces of 256 KB, so that no file need be in memory as a whole. */
import { sql } from 'kysely';
import type { Scope } from './database.ts';

export const CHUNK_BYTES = 256 * 1024;

export async function findBlob({ db, provinceId }: Scope, sha256: string) {
  return db
    .selectFrom('blob')
    .select(['sha256', 'size'])
    .where('province_id', '=', provinceId)
    .where('sha256', '=', sha256)
    .executeTakeFirst();
}

/** Keeps the pieces, each at most {@link CHUNK_BYTES}; does nothing when the content is there already. */
export async function insertBlob(
  { db, provinceId }: Scope,
  sha256: string,
  size: number,
  pieces: () => AsyncIterable<Uint8Array>,
): Promise<void> {
  const made = await db
    .insertInto('blob')
    .values({ province_id: provinceId, sha256, size })
    .onConflict((conflict) => conflict.doNothing())
    .returning('sha256')
    .executeTakeFirst();
  if (!made) return;
  let ordinal = 0;
  for await (const bytes of pieces()) {
    await sql`insert into blob_chunk (province_id, sha256, ordinal, bytes)
      values (${provinceId}, ${sha256}, ${ordinal++}, ${Buffer.from(bytes)})`.execute(db);
  }
}

/** The pieces in order. */
export async function* readPieces({ db, provinceId }: Scope, sha256: string): AsyncGenerator<Buffer> {
  for (let ordinal = 0; ; ordinal++) {
    const { rows } = await sql<{ bytes: Buffer }>`select bytes from blob_chunk
      where province_id = ${provinceId} and sha256 = ${sha256} and ordinal = ${ordinal}`.execute(db);
    const bytes = rows[0]?.bytes;
    if (!bytes) return;
    yield bytes;
  }
}

/** All of it, for those who must have it at once. */
export async function readBytes(scope: Scope, sha256: string, size: number): Promise<Uint8Array> {
  const all = new Uint8Array(size);
  let at = 0;
  for await (const bytes of readPieces(scope, sha256)) {
    all.set(bytes, at);
    at += bytes.length;
  }
  if (at !== size) throw new Error(`blob ${sha256} has ${at} bytes instead of ${size}`);
  return all;
}

/** Removes the bytes when neither a document nor evidence, taken away or not, needs them any more. */
export async function dropUnusedBlob({ db, provinceId }: Scope, sha256: string): Promise<void> {
  await db
    .deleteFrom('blob')
    .where('province_id', '=', provinceId)
    .where('sha256', '=', sha256)
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('document')
            .select('id')
            .where('document.province_id', '=', provinceId)
            .where('document.sha256', '=', sha256),
        ),
      ),
    )
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('evidence')
            .select('id')
            .where('evidence.province_id', '=', provinceId)
            .where('evidence.sha256', '=', sha256),
        ),
      ),
    )
    .execute();
}
