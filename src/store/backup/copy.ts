/**
 * COPY as streams. `pg` knows the messages but has no streams for them; whoever reads slowly slows PostgreSQL down, and
 * the other way round, so that no table is ever in memory as a whole.
 */
import pg from 'pg';

/** The connection beneath a client, as far as COPY needs it. */
interface Wire {
  readonly stream: NodeJS.WritableStream & NodeJS.ReadableStream & { readonly writableNeedDrain: boolean };
  query(text: string): void;
  sendCopyFromChunk(chunk: Uint8Array): void;
  endCopyFrom(): void;
  sendCopyFail(why: string): void;
}

/** Parts that wait to be taken before PostgreSQL is told to wait. */
const WAITING_BYTES = 1024 * 1024;

/** What `pg` calls of a query of our own. */
class CopyQuery {
  readonly #text: string;
  readonly done: Promise<void>;
  protected finish: () => void = () => {};
  protected fail: (error: Error) => void = () => {};

  constructor(text: string) {
    this.#text = text;
    this.done = new Promise((resolve, reject) => {
      this.finish = resolve;
      this.fail = reject;
    });
    // Whoever reads the parts hears of it there too.
    this.done.catch(() => {});
  }

  submit(connection: unknown): void {
    (connection as Wire).query(this.#text);
  }

  handleError(error: Error): void {
    this.fail(error);
  }

  handleReadyForQuery(): void {
    this.finish();
  }

  handleCommandComplete(): void {}
  handleRowDescription(): void {}
  handleDataRow(): void {}
  handleEmptyQuery(): void {}
  handleCopyInResponse(connection: Wire): void {
    connection.sendCopyFail('nothing is to be sent');
  }
  handleCopyData(_message: { readonly chunk: Buffer }, _connection: Wire): void {}
}

class CopyOut extends CopyQuery {
  readonly parts: Buffer[] = [];
  #waiting = 0;
  #held: Wire | null = null;
  #wake: () => void = () => {};
  ended = false;

  override handleCopyData({ chunk }: { readonly chunk: Buffer }, connection: Wire): void {
    // The parser uses its memory again.
    this.parts.push(Buffer.from(chunk));
    this.#waiting += chunk.length;
    if (this.#waiting > WAITING_BYTES && !this.#held) {
      this.#held = connection;
      connection.stream.pause();
    }
    this.#wake();
  }

  override handleError(error: Error): void {
    this.ended = true;
    super.handleError(error);
    this.#wake();
  }

  override handleReadyForQuery(): void {
    this.ended = true;
    super.handleReadyForQuery();
    this.#wake();
  }

  /** All that has come so far; empty at the end. */
  async take(): Promise<Buffer[]> {
    if (this.parts.length === 0 && !this.ended) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    const taken = this.parts.splice(0);
    this.#waiting = 0;
    this.#held?.stream.resume();
    this.#held = null;
    return taken;
  }
}

/** Bytes of `copy … to stdout`, each part at least one row (text form: a line) and never a piece of one. */
export async function* copyOut(client: pg.Client, text: string): AsyncGenerator<Buffer> {
  const query = new CopyOut(text);
  client.query(query as unknown as pg.Submittable);
  for (;;) {
    const parts = await query.take();
    if (parts.length > 0) yield Buffer.concat(parts);
    else if (query.ended) break;
  }
  await query.done;
}

class CopyIn extends CopyQuery {
  readonly #parts: AsyncIterable<Uint8Array>;
  #error: Error | null = null;
  #wake: () => void = () => {};

  constructor(text: string, parts: AsyncIterable<Uint8Array>) {
    super(text);
    this.#parts = parts;
  }

  override handleCopyInResponse(connection: Wire): void {
    void this.#send(connection);
  }

  override handleError(error: Error): void {
    this.#error ??= error;
    this.#wake();
  }

  // After an error the connection is good again only from here on.
  override handleReadyForQuery(): void {
    if (this.#error) this.fail(this.#error);
    else this.finish();
  }

  async #send(connection: Wire): Promise<void> {
    try {
      for await (const part of this.#parts) {
        if (this.#error) return;
        connection.sendCopyFromChunk(part);
        if (connection.stream.writableNeedDrain) {
          await new Promise<void>((resolve) => {
            this.#wake = resolve;
            connection.stream.once('drain', resolve);
          });
        }
      }
      if (!this.#error) connection.endCopyFrom();
    } catch (error) {
      this.#error = error instanceof Error ? error : new Error(String(error));
      connection.sendCopyFail(this.#error.message);
    }
  }
}

/** Sends the parts to `copy … from stdin`; rejects with what PostgreSQL or the source of the parts said. */
export async function copyIn(client: pg.Client, text: string, parts: AsyncIterable<Uint8Array>): Promise<void> {
  const query = new CopyIn(text, parts);
  client.query(query as unknown as pg.Submittable);
  await query.done;
}

/** How values are written as text: the same everywhere, whatever the server is set to. */
export const TEXT_FORM = `set datestyle = 'ISO, YMD'; set timezone = 'UTC'; set extra_float_digits = 1;
  set bytea_output = 'hex'; set intervalstyle = 'iso_8601'; set client_encoding = 'UTF8'`;

/** A client for long work: without limits of time, with values in {@link TEXT_FORM}. */
export async function connectForCopy(url: string, name: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: name, keepAlive: true });
  await client.connect();
  await client.query('set statement_timeout = 0; set idle_in_transaction_session_timeout = 0');
  await client.query(TEXT_FORM);
  return client;
}
