/** A generator of load: so many users, each sends its next request when the last was answered, over connections that stay. */
import { Agent, request } from 'node:http';

export interface Asked {
  readonly method?: string;
  readonly path: string;
  readonly body?: unknown;
}

export interface Answered {
  readonly status: number;
  readonly body: string;
}

export interface Load {
  readonly requests: number;
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  /** Answers that were not 2xx. */
  readonly failed: number;
}

export interface LoadOptions {
  readonly address: string;
  readonly cookie: string;
  readonly users: number;
  readonly seconds: number;
  /** What user `user` asks as its request number `turn`; `last` is what it was answered before. */
  readonly next: (user: number, turn: number, last: Answered | null) => Asked;
}

export async function putLoad(options: LoadOptions): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: options.users });
  const times: number[] = [];
  let failed = 0;
  const began = performance.now();
  // What comes first warms up: compiled code, plans, connections.
  const from = began + 1000;
  const end = from + options.seconds * 1000;
  const user = async (number: number) => {
    let last: Answered | null = null;
    for (let turn = 0; performance.now() < end; turn++) {
      const start = performance.now();
      last = await ask(agent, options.address, options.cookie, options.next(number, turn, last));
      const took = performance.now() - start;
      if (start < from) continue;
      times.push(took);
      if (last.status < 200 || last.status > 299) failed++;
    }
  };
  await Promise.all(Array.from({ length: options.users }, (_, number) => user(number)));
  const lasted = (performance.now() - from) / 1000;
  agent.destroy();
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
  return {
    requests: times.length,
    perSecond: times.length / lasted,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    failed,
  };
}

export function ask(
  agent: Agent,
  address: string,
  cookie: string,
  { method = 'GET', path, body }: Asked,
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const headers = {
      cookie,
      ...(method === 'GET' ? {} : { 'x-bamsat-csrf': '1' }),
      ...(text === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
    };
    const sent = request(`${address}${path}`, { method, agent, headers }, (response) => {
      let answer = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        answer += part;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: answer }));
      response.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(text);
  });
}
