/** A whole server for a test: real database, queue and HTTP, a clock that the test sets, provinces with a person per role. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashPassword } from '#identity/password.ts';
import { ROLES, type Role } from '#plan/rights.ts';
import { type Config, readConfig } from '#server/config.ts';
import { type Running, startServer } from '#server/start.ts';
import { newId } from '#store/ids.ts';
import { insertOrganisations } from '#store/organisations.ts';
import { appoint, insertPerson, insertPost } from '#store/people.ts';
import { makeProvince } from '#usecase/setup.ts';
import { dropDatabase, freshDatabase } from './cluster.ts';

export const PASSWORD = 'Sông La xanh 1930';
let hashed: Promise<string> | null = null;

export interface TestServer extends Running {
  readonly config: Config;
  /** The instant it is for the server; a test moves it. */
  now: Date;
  /** Makes a province with a person per role, all with {@link PASSWORD}; logins are the roles. */
  province(code: string): Promise<TestProvince>;
  /** Signs in and gives a client with the cookie. */
  signIn(province: string, login: string, password?: string): Promise<Client>;
  close(): Promise<void>;
}

export interface TestProvince {
  readonly id: number;
  readonly slug: string;
  /** Organisation of the agency lead and the officer. */
  readonly department: string;
  readonly office: string;
  readonly people: Readonly<Record<Role, string>>;
}

export async function startTestServer(
  given: Partial<Record<keyof Config, string>> = {},
  more: { readonly pages?: string | null; readonly jobs?: boolean } = {},
): Promise<TestServer> {
  const url = await freshDatabase();
  const data = mkdtempSync(join(tmpdir(), 'bamsat-server-'));
  const read = readConfig({
    env: {},
    file: null,
    given: { data, databaseUrl: url, port: '0', requestsPerMinute: '1000000', ...given },
  });
  if (!read.ok) throw new Error(read.error.en);
  const state = { now: new Date() };
  const started = await startServer({
    config: read.value,
    pages: more.pages ?? null,
    jobs: more.jobs ?? true,
    log: (level, message, data) => {
      if (level === 'error' && process.env.BAMSAT_DEBUG) console.error(message, data);
    },
    clock: () => state.now,
  });
  if (!started.ok) throw new Error(started.error.en);
  const running = started.value;
  const server: TestServer = {
    ...running,
    config: read.value,
    get now() {
      return state.now;
    },
    set now(value: Date) {
      state.now = value;
    },
    province: (code) => populate(running, code),
    signIn: async (province, login, password = PASSWORD) => {
      const client = new Client(running.address);
      const answer = await client.post('/session', { province, login, password });
      if (answer.status !== 200) throw new Error(`sign-in of ${login}: ${JSON.stringify(answer.body)}`);
      return client;
    },
    close: async () => {
      await running.stop();
      await dropDatabase(url);
      rmSync(data, { recursive: true, force: true });
    },
  };
  return server;
}

async function populate({ services }: Running, code: string): Promise<TestProvince> {
  hashed ??= hashPassword(PASSWORD);
  const passwordHash = await hashed;
  const made = await makeProvince(
    services,
    code,
    {
      fullName: 'Quản trị',
      login: 'first',
      password: PASSWORD,
      email: null,
    },
    { bare: true },
  );
  if (!made.ok) throw new Error(made.error.en);
  const { provinceId } = made.value;
  return services.database.transaction(provinceId, async (scope) => {
    const office = newId();
    const department = newId();
    const named = (name: string) => [{ name, shortName: null, validFrom: null, validTo: null }];
    await insertOrganisations(scope, [
      {
        id: office,
        code: null,
        kind: 'office',
        names: named('Văn phòng'),
        parentId: null,
        validFrom: null,
        validTo: null,
        position: 10,
      },
      {
        id: department,
        code: 'so-tai-chinh',
        kind: 'department',
        names: named('Sở Tài chính'),
        parentId: null,
        validFrom: null,
        validTo: null,
        position: 11,
      },
    ]);
    const people: Partial<Record<Role, string>> = {};
    for (const role of ROLES) {
      const personId = newId();
      const postId = newId();
      await insertPerson(scope, {
        id: personId,
        fullName: `Người ${role}`,
        login: role,
        email: `${role}@example.vn`,
        passwordHash,
        mustChangePassword: false,
      });
      await insertPost(scope, {
        id: postId,
        organisationId: role === 'agency-lead' || role === 'officer' ? department : office,
        title: role,
        role,
        validFrom: null,
      });
      await appoint(scope, { id: newId(), postId, personId, from: '2020-01-01' });
      people[role] = personId;
    }
    return { id: provinceId, slug: code, office, department, people: people as Record<Role, string> };
  });
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into what it expects.
  readonly body: any;
}

/** Sends requests as our pages do: cookie, header against forgery, JSON. */
export class Client {
  readonly address: string;
  cookie = '';

  constructor(address: string) {
    this.address = address;
  }

  /** As a browser: one of a name, those that ended are gone. */
  #keep(lines: readonly string[]): void {
    const jar = new Map(
      this.cookie.split('; ').flatMap((pair) => (pair ? [[pair.split('=')[0] as string, pair]] : [])),
    );
    for (const line of lines) {
      const pair = line.split(';')[0] as string;
      const [name, value] = pair.split('=') as [string, string];
      if (value === '') jar.delete(name);
      else jar.set(name, pair);
    }
    this.cookie = [...jar.values()].join('; ');
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('GET', path, undefined, headers);
  }

  post(path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('POST', path, body, headers);
  }

  put(path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('PUT', path, body, headers);
  }

  patch(path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('PATCH', path, body, headers);
  }

  delete(path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('DELETE', path, body, headers);
  }

  /** `body` is sent as JSON, bytes as they are. */
  async send(method: string, path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const bytes = body instanceof Uint8Array;
    const response = await fetch(path.startsWith('/api') ? this.address + path : `${this.address}/api/v1${path}`, {
      method,
      redirect: 'manual',
      headers: {
        ...(this.cookie ? { cookie: this.cookie } : {}),
        ...(method === 'GET' ? {} : { 'x-bamsat-csrf': '1' }),
        ...(body === undefined ? {} : { 'content-type': bytes ? 'application/octet-stream' : 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: bytes ? (body as Uint8Array<ArrayBuffer>) : JSON.stringify(body) }),
    });
    this.#keep(response.headers.getSetCookie());
    const text = await response.text();
    const json = /\/(?:problem\+)?json/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, headers: response.headers, body: json ? JSON.parse(text) : text };
  }
}
