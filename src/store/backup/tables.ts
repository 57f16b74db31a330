/** The tables of a backup: in an order in which no row refers to one that comes later, with the key to sort by. */
import type pg from 'pg';

export interface TableShape {
  readonly name: string;
  /** In the order of the table. */
  readonly columns: readonly string[];
  /** Columns of the primary key, as they are sorted by: texts by their bytes, whatever the language of the server. */
  readonly key: readonly string[];
  /** Rows belong to a province; false only for `province` itself. */
  readonly ofProvince: boolean;
}

/** Tables that say how the database was made, not what is in it. */
const LEFT_OUT = new Set(['schema_migration']);

export async function listTables(client: pg.Client): Promise<TableShape[]> {
  const { rows: tables } = await client.query<{ name: string; columns: string[]; key: string[] }>(`
    select c.relname as name,
           array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0
                  and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
           array(select quote_ident(a.attname) || case when a.atttypid = 'text'::regtype then ' collate "C"' else '' end
                   from pg_index i
                   cross join lateral unnest(i.indkey::smallint[]) with ordinality as k(attnum, place)
                   join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
                  where i.indrelid = c.oid and i.indisprimary order by k.place) as key
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind = 'r' order by c.relname collate "C"`);
  const { rows: references } = await client.query<{ from: string; to: string }>(`
    select f.relname as from, t.relname as to from pg_constraint k
      join pg_class f on f.oid = k.conrelid join pg_class t on t.oid = k.confrelid
      join pg_namespace n on n.oid = f.relnamespace
     where k.contype = 'f' and n.nspname = 'public'`);
  const shapes = new Map(
    tables
      .filter((table) => !LEFT_OUT.has(table.name))
      .map((table) => [table.name, { ...table, ofProvince: table.name !== 'province' }]),
  );
  const ordered: TableShape[] = [];
  const begun = new Set<string>();
  const put = (name: string) => {
    const shape = shapes.get(name);
    if (!shape || begun.has(name)) return;
    begun.add(name);
    for (const { from, to } of references) if (from === name) put(to);
    if (shape.ofProvince && !shape.columns.includes('province_id'))
      throw new Error(`table ${name} has no province_id and can't be backed up`);
    ordered.push(shape);
  };
  put('province');
  for (const name of shapes.keys()) put(name);
  return ordered;
}

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** `copy` of the rows of one province, in the order of their key, so that the same rows give the same bytes. */
export function copyOfProvince(table: string, columns: readonly string[], key: readonly string[], provinceId: number) {
  return `copy (select ${columns.map(quoted).join(', ')} from ${quoted(table)}
    where province_id = ${Number(provinceId)} order by ${key.join(', ')}) to stdout`;
}
