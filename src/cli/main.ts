/** The entry of the command line: arguments in, exit code out. Every mistake ends in one clear line. */
import { readFileSync } from 'node:fs';
import { exhaustive } from '#base/exhaustive.ts';
import { readArguments } from './arguments.ts';
import { helpText } from './help.ts';
import { complain, print, watchOutput } from './output.ts';
import { ownMistake, refusalLine } from './refusal.ts';

async function main(args: readonly string[]): Promise<number> {
  const order = readArguments(args);
  if (!order.ok) {
    complain(refusalLine(order.error));
    return 2;
  }
  switch (order.value.kind) {
    case 'help':
      await print(helpText(order.value.topic));
      return 0;
    case 'version':
      await print(`bamsat ${readVersion()}\n`);
      return 0;
    case 'read':
      return (await import('./read-command.ts')).runRead(order.value);
    case 'serve':
      return (await import('./serve-command.ts')).runServe(order.value);
    case 'migrate':
      return (await import('./migrate-command.ts')).runMigrate(order.value);
    case 'backup':
      return (await import('./backup-command.ts')).runBackup(order.value, readVersion());
    case 'restore':
      return (await import('./backup-command.ts')).runRestore(order.value);
    case 'user':
      return (await import('./user-command.ts')).runUser(order.value);
    case 'import':
      return (await import('./import-command.ts')).runImport(order.value);
    case 'export':
      return (await import('./export-command.ts')).runExport(order.value);
    case 'verify-log':
      return (await import('./verify-log-command.ts')).runVerifyLog(order.value);
    case 'doctor':
      return (await import('./doctor-command.ts')).runDoctor(order.value, readVersion());
    default:
      return exhaustive(order.value);
  }
}

function readVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return String((JSON.parse(text) as { version?: unknown }).version);
}

/** Our own mistake. */
function confess(error: unknown): number {
  complain(refusalLine(ownMistake(error)));
  return 1;
}

watchOutput();
process.exitCode = await main(process.argv.slice(2)).catch(confess);
