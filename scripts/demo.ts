/**
 * `npm run demo`: the whole application with three provinces and their real documents, on this machine alone. What is
 * done in it stays in data-demo/ until the next `npm run demo -- --fresh`.
 */
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Config, readConfig } from '#server/config.ts';
import { DEMO, DEMO_PASSWORD, makeDemo } from '#server/demo.ts';
import { preparePages } from '#server/pages.ts';
import { startServer } from '#server/start.ts';

const { values: options } = parseArgs({
  // `--no-pages`: only the interface for programs, for tests.
  options: { fresh: { type: 'boolean' }, port: { type: 'string' }, 'no-pages': { type: 'boolean' } },
});
const root = new URL('..', import.meta.url);
const data = process.env.BAMSAT_DATA ?? join(fileURLToPath(root), 'data-demo');
/** Stands in the folder once everything was made; a folder without it was left half made. */
const whole = join(data, 'demo-ready');

process.exitCode = await demo();

async function demo(): Promise<number> {
  const began = performance.now();
  const stop = new Promise<void>((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM'] as const)
      process.once(name, () => {
        process.once(name, () => process.exit(130));
        resolve();
      });
  });
  if (options.fresh || (existsSync(join(data, 'postgres')) && !existsSync(whole)))
    rmSync(data, { recursive: true, force: true });
  const pages = options['no-pages'] ? null : preparePages((line) => console.log(line));
  const started = await start(pages?.then((made) => (made.ok ? made.value : null)) ?? null);
  if (typeof started === 'string') {
    console.error(started);
    return 1;
  }
  const { address, broken } = started;
  try {
    const made = await pages;
    if (made && !made.ok) {
      console.error(`${made.error.vi} / ${made.error.en}`);
      return 1;
    }
    if (!existsSync(whole)) {
      await makeDemo(started, new URL('samples/', root));
      writeFileSync(whole, '');
    }
    tell(address, (performance.now() - began) / 1000);
    const why = await Promise.race([stop, broken]);
    if (typeof why === 'string') console.error(why);
    return typeof why === 'string' ? 1 : 0;
  } finally {
    await started.stop();
  }
}

/** On the port that was asked for, else on the usual one, else on any that is free. */
async function start(pages: Promise<string | null> | null) {
  const given = options.port ?? process.env.BAMSAT_PORT;
  let refused = '';
  for (const port of given === undefined ? ['8080', '0'] : [given]) {
    const config = readConfig({
      env: {},
      file: null,
      given: { data, port } satisfies Partial<Record<keyof Config, string>>,
    });
    if (!config.ok) return `${config.error.vi} / ${config.error.en}`;
    const started = await startServer({
      config: config.value,
      pages,
      demo: true,
      log: (level, message, more) => {
        if (level === 'error' || process.env.BAMSAT_DEBUG) console.error(level, message, more ?? '');
      },
    });
    if (started.ok) return started.value;
    refused = `${started.error.vi} / ${started.error.en}`;
  }
  return refused;
}

function tell(address: string, seconds: number): void {
  const lines = [
    '',
    `Bám Sát: ${address}`,
    '',
    `Tài khoản dùng thử, mật khẩu chung: ${DEMO_PASSWORD}`,
    ...DEMO.flatMap(({ code, people }) => [
      `  ${code}`,
      ...people.map(({ login, fullName, title }) => `    ${login.padEnd(12)} ${fullName}, ${title}`),
    ]),
    '',
    'Bắt đầu: đăng nhập “van-phong” ở Hà Tĩnh, xem Việc của tôi; mở Văn bản để rà soát và ban hành thêm. “giam-doc”, “chuyen-vien” là cơ quan.',
    'Begin: sign in as “van-phong” of Hà Tĩnh and see what waits; review a document and publish it. Ctrl-C ends it.',
    `Sẵn sàng sau ${seconds.toFixed(1).replace('.', ',')} giây; dữ liệu trong ${data} (npm run demo -- --fresh: làm lại từ đầu).`,
    '',
  ];
  console.log(lines.join('\n'));
}
