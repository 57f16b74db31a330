/** A schema beside our own (that of the queue) for the role that the server works as on a superuser's connection. */
import pg from 'pg';
import { APP_ROLE } from './database.ts';

/** Does nothing where the connection's own role is the one that works. */
export async function letAppUse(url: string, schema: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: 'bamsat-migrate' });
  await client.connect();
  try {
    const { rows } = await client.query(
      'select rolsuper or rolbypassrls as above from pg_roles where rolname = current_user',
    );
    if (!rows[0].above) return;
    const name = client.escapeIdentifier(schema);
    await client.query(`grant usage on schema ${name} to ${APP_ROLE}`);
    await client.query(`grant select, insert, update, delete on all tables in schema ${name} to ${APP_ROLE}`);
    await client.query(`grant execute on all functions in schema ${name} to ${APP_ROLE}`);
  } finally {
    await client.end();
  }
}
