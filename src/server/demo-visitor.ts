/** Somebody of the demonstration who is signed in and asks as a page does, without a network in between. */
import type { FastifyInstance } from 'fastify';

/** Of everybody: the demonstration is open to this machine alone. */
export const DEMO_PASSWORD = 'dung-thu-bam-sat';

const LONGEST_READING_MS = 60_000;

export class Visitor {
  readonly #app: FastifyInstance;
  readonly #cookie: string;

  private constructor(app: FastifyInstance, cookie: string) {
    this.#app = app;
    this.#cookie = cookie;
  }

  static async signIn(app: FastifyInstance, province: string, login: string): Promise<Visitor> {
    const answer = await app.inject({
      method: 'POST',
      url: '/api/v1/session',
      headers: { 'x-bamsat-csrf': '1' },
      payload: { province, login, password: DEMO_PASSWORD },
    });
    const cookie = answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    if (answer.statusCode !== 200) throw new Error(`sign-in of ${login}: ${answer.body}`);
    return new Visitor(app, cookie);
  }

  async send<T>(method: 'GET' | 'POST' | 'PUT', path: string, body?: object): Promise<T> {
    const bytes = Buffer.isBuffer(body);
    const answer = await this.#app.inject({
      method,
      url: `/api/v1${path}`,
      headers: {
        cookie: this.#cookie,
        'x-bamsat-csrf': '1',
        ...(bytes ? { 'content-type': 'application/octet-stream' } : {}),
      },
      ...(body === undefined ? {} : { payload: body }),
    });
    if (answer.statusCode >= 300) throw new Error(`${method} ${path}: ${answer.body}`);
    return answer.json() as T;
  }

  async untilRead(id: string): Promise<void> {
    const end = performance.now() + LONGEST_READING_MS;
    for (;;) {
      const { state } = await this.send<{ state: string }>('GET', `/documents/${id}`);
      if (state === 'read') return;
      if (state === 'refused' || performance.now() > end) throw new Error(`the document ${id} is ${state}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
