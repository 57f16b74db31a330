/** The schema of a database that was just migrated from nothing, as types and as SQL. */
import pg from 'pg';
import { writeSql, writeTypes } from '#store/introspect.ts';
import { dropDatabase, freshDatabase } from '#test/support/cluster.ts';

let made: Promise<{ types: string; sql: string }> | null = null;

/** Read once for both files. */
export function readSchema(): Promise<{ types: string; sql: string }> {
  made ??= read();
  return made;
}

async function read(): Promise<{ types: string; sql: string }> {
  const url = await freshDatabase();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return { types: await writeTypes(client), sql: await writeSql(client) };
  } finally {
    await client.end();
    await dropDatabase(url);
  }
}
