/**
 * `npm run test:faults`: real servers that are killed, doubled, cut off and saved under load; ends with 1 when anything
 * that was acknowledged is lost. About four minutes. `-- --rounds 5` is shorter; `-- --write` puts the results into
 * docs/reliability.md.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { parseArgs } from 'node:util';
import {
  backupUnderLoad,
  brokenUpload,
  damagedArchives,
  jobCarriedOn,
  killRounds,
  manyEditors,
  secondServer,
  withServer,
} from '#test/support/faults.ts';
import { writeMarked } from './support/marked.ts';

const { values: options } = parseArgs({ options: { rounds: { type: 'string' }, write: { type: 'boolean' } } });
const rounds = Number(options.rounds ?? 30);
const EDITORS = 200;
const ARCHIVES = 40;
const PAGE = 'docs/reliability.md';

const lines: string[] = [];
const note = (what: string, result: string) => {
  lines.push(`| ${what} | ${result} |`);
  console.log(`${what}: ${result}`);
};
const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(1);
const count = (number: number) => new Intl.NumberFormat('en').format(number);

const killed = await killRounds(rounds, (line) => console.log(line));
note(
  `\`kill -9\` of the process group in the middle of writes, ${killed.rounds} rounds, every second one with the database's group`,
  `${count(killed.writes)} acknowledged writes, all there; ${count(killed.events)} events, chain whole after each round; ` +
    `slowest start afterwards ${seconds(killed.slowest)} s`,
);
await withServer(async (server, team) => {
  await secondServer(server);
  note('a second server on the same data directory', 'refused in one line that names the first; the first goes on');
  const { conflicts } = await manyEditors(team, EDITORS);
  note(
    `${EDITORS} editors at once, each adds one to the same field`,
    `exactly ${EDITORS}; ${count(conflicts)} conflicts were told and tried again`,
  );
  await brokenUpload(server, team);
  note('an upload cut off in the middle', 'no document, no bytes, no file left');
  await damagedArchives(server, ARCHIVES);
  note(`${ARCHIVES} backups with one bit turned or cut off`, 'all refused, nothing touched');
  const { rows, bytes } = await backupUnderLoad(server, team, 3);
  note(
    'backup while six writers go on, restored into an empty directory',
    `${count(rows)} rows, ${(bytes / 1024 / 1024).toFixed(1)} MB; a backup of the restored database has the same counts and SHA-256 of every table`,
  );
});
note('a reading killed with its server', `carried on by the next one, read after ${seconds(await jobCarriedOn())} s`);

if (options.write) {
  const machine = `${availableParallelism()} × ${cpus()[0]?.model.trim() ?? 'unknown'}, Node ${process.versions.node}`;
  const table = ['| Fault | What was measured |', '| --- | --- |', ...lines, '', `Measured on ${machine}.`];
  writeFileSync(PAGE, writeMarked(readFileSync(PAGE, 'utf8'), 'faults', table.join('\n')));
}
