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

/** Times that a statement is seen before it is prepared; what is asked once is not worth keeping. */
const OFTEN = 3;
/** Statements that a connection keeps prepared: some kilobytes each. */
const MOST_PREPARED = 400;
const MOST_SEEN = 4_000;

/**
 * Which statements are asked again and again: these are prepared on each connection and not planned anew each time, which
 * costs more than carrying them out where they find their rows by an index.
 */
class Statements {
  readonly #seen = new Map<string, number>();
  readonly #names = new Map<string, string>();

  /** Null: not often enough yet, or there are too many. */
  nameOf(text: string): string | null {
    const name = this.#names.get(text);
    if (name !== undefined) return name;
    if (this.#names.size >= MOST_PREPARED) return null;
    const times = (this.#seen.get(text) ?? 0) + 1;
    if (times < OFTEN) {
      if (this.#seen.size >= MOST_SEEN) this.#seen.clear();
      this.#seen.set(text, times);
      return null;
    }
    this.#seen.delete(text);
    const next = `bamsat_${this.#names.size + 1}`;
    this.#names.set(text, next);
    return next;
  }
}

/** Statements with values go out under their name when they have one. */
function prepareOften(client: pg.ClientBase, statements: Statements): void {
  const plain = client.query.bind(client) as (...all: unknown[]) => unknown;
  client.query = ((first: unknown, values: unknown, ...rest: unknown[]) => {
    const name =
      typeof first === 'string' && Array.isArray(values) && rest.length === 0 ? statements.nameOf(first) : null;
    return name === null ? plain(first, values, ...rest) : plain({ name, text: first, values });
  }) as typeof client.query;
}

export class Database {
  readonly pool: pg.Pool;
  readonly url: string;
  readonly #scopes = new Map<number, Scope>();
  readonly #statements = new Statements();
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
        // Many ask at once: each question on one processor answers all of them sooner than one question on all.
        await client.query("set time zone 'UTC'; set max_parallel_workers_per_gather = 0");
        if (this.#role) await client.query(`set role ${this.#role}`);
        prepareOften(client, this.#statements);
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
