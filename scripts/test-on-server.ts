/**
 * `npm run test:server`: the tests that use a database, on a server instead of the embedded one, as DATABASE_URL would name it:
 * its role is the superuser, so row-level security must hold by the role that our connections take on. Uses
 * BAMSAT_TEST_SERVER when it is set, else a server of its own.
 */
import { spawn } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { startPlainServer } from './support/plain-server.ts';

const given = process.env.BAMSAT_TEST_SERVER;
const own = given ? null : await startPlainServer();
try {
  process.exitCode = await runTests(given ?? (own?.url as string));
} finally {
  await own?.stop();
}

function runTests(server: string): Promise<number> {
  const files = globSync('src/{store,usecase,http,jobs,server}/**/*.test.ts').filter((file) =>
    /#test\/support\/(?:server|cluster)\.ts/.test(readFileSync(file, 'utf8')),
  );
  const env = { ...process.env, BAMSAT_TEST_SERVER: server };
  const setup = '--test-global-setup=test/support/cluster.ts';
  const child = spawn(process.execPath, ['--test', setup, ...files], { stdio: 'inherit', env });
  return new Promise((done) => child.once('exit', (code) => done(code ?? 1)));
}
