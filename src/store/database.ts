/**
 * The way to PostgreSQL, embedded or a server's. Every connection that is lent out belongs to one province: it carries
 * `bamsat.province`, behind which row-level security hides all rows of other provinces.
 */
import { Kysely, PostgresAdapter, PostgresDriver, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import pg from 'pg';
import type { DB } from './schema.ts';

export type Db = Kysely<DB>;

/** Where a repository works: rows of one province, in a transaction or not. */
export interface Scope {
  readonly db: Db;
  readonly provinceId: number;
}

export interface DatabaseOptions {
  readonly url: string;
  /** Most connections at once. */
  readonly connections?: number;
  /** Longest time of one statement, milliseconds. */
  readonly statementTimeout?: number;
  readonly onError?: (error: Error) => void;
}

/** A role without privileges of its own, taken on when the one of the connection would skip row-level security. */
export const APP_ROLE = 'bamsat_app';

const types: pg.CustomTypesConfig = {
  getTypeParser: ((id: number, format?: string) => {
    if (format === 'binary') return pg.types.getTypeParser(id as never, 'binary');
    switch (id) {
      case pg.types.builtins.DATE:
        return (text: string) => text;
      case pg.types.builtins.TIMESTAMPTZ:
        return (text: string) => new Date(text).toISOString();
      case 1185: // timestamptz[]
        return (text: string) =>
          text.length <= 2
            ? []
            : text
                .slice(1, -1)
                .split(',')
                .map((part) => new Date(part.replaceAll('"', '')).toISOString());
      case pg.types.builtins.INT8:
        return Number;
      case pg.types.builtins.NUMERIC:
        return (text: string) => text;
      default:
        return pg.types.getTypeParser(id as never, 'text');
    }
  }) as pg.CustomTypesConfig['getTypeParser'],
};

/** Connection with the province it was last lent for. */
interface Lent extends pg.PoolClient {
  bamsatProvince?: number;
}

export class Database {
  readonly pool: pg.Pool;
  readonly url: string;
  readonly #scopes = new Map<number, Scope>();
  #role: string | null = null;

  private constructor(options: DatabaseOptions) {
    this.url = options.url;
    this.pool = new pg.Pool({
      connectionString: options.url,
      max: options.connections ?? 12,
      types,
      application_name: 'bamsat',
      statement_timeout: options.statementTimeout ?? 60_000,
      idle_in_transaction_session_timeout: 120_000,
      connectionTimeoutMillis: 15_000,
      keepAlive: true,
      onConnect: async (client: pg.ClientBase) => {
        await client.query("set time zone 'UTC'");
        if (this.#role) await client.query(`set role ${this.#role}`);
      },
    } as pg.PoolConfig);
    this.pool.on('error', (error) => options.onError?.(error));
  }

  /** Rejects when the server can't be reached. Call after the migrations, which make the role. */
  static async open(options: DatabaseOptions): Promise<Database> {
    const database = new Database(options);
    const { rows } = await database.pool.query(
      `select rolsuper or rolbypassrls as above, exists (select from pg_roles where rolname = $1) as has_role
         from pg_roles where rolname = current_user`,
      [APP_ROLE],
    );
    if (rows[0].above) {
      if (!rows[0].has_role) {
        await database.close();
        throw new Error(`the role ${APP_ROLE} is missing: migrate first`);
      }
      database.#role = APP_ROLE;
      await database.pool.query(`set role ${APP_ROLE}`);
    }
    return database;
  }

  /** Rows of one province. */
  scope(provinceId: number): Scope {
    let scope = this.#scopes.get(provinceId);
    if (!scope) {
      scope = { db: this.#kysely(provinceId), provinceId };
      this.#scopes.set(provinceId, scope);
    }
    return scope;
  }

  /** What belongs to no province: the list of provinces. Nothing else can be read through it. */
  get common(): Db {
    return this.scope(0).db;
  }

  /** All or nothing. */
  transaction<T>(provinceId: number, work: (scope: Scope) => Promise<T>): Promise<T> {
    return this.scope(provinceId)
      .db.transaction()
      .execute((db) => work({ db, provinceId }));
  }

  /** A connection of the province, for COPY and cursors; give it back with `release`. */
  async connect(provinceId: number): Promise<pg.PoolClient> {
    const client = (await this.pool.connect()) as Lent;
    if (client.bamsatProvince === provinceId) return client;
    try {
      await client.query("select set_config('bamsat.province', $1, false)", [String(provinceId)]);
      client.bamsatProvince = provinceId;
      return client;
    } catch (error) {
      client.release(true);
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.pool.end();
  }

  #kysely(provinceId: number): Db {
    const pool = {
      connect: () => this.connect(provinceId),
      // The pool is ours to end, not that of one province.
      end: async () => {},
    };
    return new Kysely<DB>({
      dialect: {
        createAdapter: () => new PostgresAdapter(),
        createDriver: () => new PostgresDriver({ pool: pool as never }),
        createIntrospector: (db) => new PostgresIntrospector(db),
        createQueryCompiler: () => new PostgresQueryCompiler(),
      },
    });
  }
}
