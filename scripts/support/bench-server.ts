/** What the benchmarks of the server share: a process that says when it is ready, rows of figures, the sign-in. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { DEMO_PASSWORD } from '#server/demo.ts';
import { Client } from '#test/support/server.ts';
import type { Load } from './load.ts';

export interface Started {
  /** What stood in the line that said it is ready, or the line. */
  readonly said: string;
  stop(): Promise<void>;
}

/** A process of ours on the data directory; waits for the line that says it is ready. */
export async function start(data: string, args: readonly string[], ready: RegExp): Promise<Started> {
  const env = {
    ...process.env,
    BAMSAT_DATA: data,
    BAMSAT_PORT: '0',
    BAMSAT_LOG_LEVEL: 'error',
    BAMSAT_REQUESTS_PER_MINUTE: '10000000',
  };
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  process.once('exit', () => child.kill('SIGKILL'));
  for await (const line of createInterface({ input: child.stdout })) {
    const found = ready.exec(line);
    if (!found) continue;
    child.stdout.resume();
    return { said: found[1] ?? line, stop };
  }
  throw new Error(`${args.join(' ')} ended before it was ready`);
}

/** A person of the demonstration, signed in. */
export async function signIn(address: string, province: string, login: string): Promise<Client> {
  const client = new Client(address);
  const answer = await client.post('/session', { province, login, password: DEMO_PASSWORD });
  if (answer.status !== 200) throw new Error(`sign-in of ${login}: ${JSON.stringify(answer.body)}`);
  return client;
}

/** The token in the cookie begins with the number of the province. */
export function provinceOf(client: Client): number {
  return Number(/=(\d+)\./.exec(decodeURIComponent(client.cookie))?.[1]);
}

export const ROW_HEAD: readonly string[] = [
  '| Route | requests/s | p50 ms | p95 ms | p99 ms | asked for p95 |',
  '| --- | ---: | ---: | ---: | ---: | ---: |',
];

/** A row of the table; said on the terminal too. Failed answers make the whole run fail. */
export function row(name: string, load: Load, asked: string): string {
  const figures = [load.perSecond.toFixed(0), load.p50.toFixed(1), load.p95.toFixed(1), load.p99.toFixed(1)];
  console.log(
    `${name}: ${figures[0]}/s, p50 ${figures[1]}, p95 ${figures[2]}, p99 ${figures[3]} ms${load.failed ? `, ${load.failed} FAILED` : ''}`,
  );
  if (load.failed > 0) process.exitCode = 1;
  return `| ${name} | ${figures.join(' | ')} | ${asked} |`;
}

export function count(number: number): string {
  return new Intl.NumberFormat('en').format(number);
}
