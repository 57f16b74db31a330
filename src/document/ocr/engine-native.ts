/** The `tesseract` program where it is installed with Vietnamese data: the same characters in about half the time. */
import { spawn } from 'node:child_process';
import { type Cutting, type Engine, type RawWord, readTsv, type Shape } from './engine.ts';
import { writeTiff } from './tiff.ts';

const PROGRAM = 'tesseract';
const MODES: Readonly<Record<Shape, string>> = { block: '6', line: '13' };

/** Whether the program is on the PATH and has the Vietnamese data. */
export async function hasNativeEngine(): Promise<boolean> {
  try {
    return (await run(['--list-langs'], null)).split(/\s+/).includes('vie');
  } catch {
    return false;
  }
}

export async function openNativeEngine(): Promise<Engine> {
  return { name: PROGRAM, read: (cuttings, shape, dpi) => readAll(cuttings, shape, dpi), close: () => {} };
}

/** All cuttings go in as the pages of one TIFF: starting the program and loading its data costs more than a line. */
async function readAll(cuttings: readonly Cutting[], shape: Shape, dpi: number): Promise<RawWord[][]> {
  if (cuttings.length === 0) return [];
  const settings = ['-l', 'vie', '--oem', '1', '--psm', MODES[shape], '--dpi', String(Math.round(dpi))];
  const args = ['stdin', 'stdout', ...settings, '-c', 'tessedit_do_invert=0', 'tsv'];
  const tsv = await run(args, writeTiff(cuttings.map(({ picture }) => picture)));
  const rows: string[][] = cuttings.map(() => []);
  for (const row of tsv.split('\n')) rows[Number(row.split('\t', 2)[1]) - 1]?.push(row);
  return cuttings.map((cutting, i) => readTsv((rows[i] as string[]).join('\n'), cutting));
}

/** What the program prints; a failure to start or to succeed rejects. */
function run(args: readonly string[], input: Uint8Array | null): Promise<string> {
  return new Promise((resolve, reject) => {
    // One thread: pages are read side by side already, and Tesseract's own threads make a page four times slower.
    const child = spawn(PROGRAM, args, { env: { ...process.env, OMP_THREAD_LIMIT: '1' }, stdio: 'pipe' });
    const parts: Buffer[] = [];
    child.on('error', reject);
    child.stdout.on('data', (part: Buffer) => parts.push(part));
    child.stderr.resume();
    // The program may end before it has read everything; what it says then is in its exit code.
    child.stdin.on('error', () => {});
    child.on('close', (code) => {
      if (code === 0) resolve(Buffer.concat(parts).toString('utf8'));
      else reject(new Error(`tesseract ended with code ${code}`));
    });
    child.stdin.end(input ?? undefined);
  });
}
