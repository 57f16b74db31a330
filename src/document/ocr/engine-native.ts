/** The `tesseract` program where it is installed with Vietnamese data: the same characters in about half the time. */
import { spawn } from 'node:child_process';
import { type Engine, type RawWord, readTsv, type Shape, writePgm } from './engine.ts';
import type { Grey, Rect } from './grey.ts';

const PROGRAM = 'tesseract';
const MODES: Readonly<Record<Shape, string>> = { block: '6', line: '7' };

/** Whether the program is on the PATH and has the Vietnamese data. */
export async function hasNativeEngine(): Promise<boolean> {
  try {
    return (await run(['--list-langs'], null)).split(/\s+/).includes('vie');
  } catch {
    return false;
  }
}

export async function openNativeEngine(): Promise<Engine> {
  return {
    name: PROGRAM,
    read: async (picture, regions, shape, dpi) => {
      const words: RawWord[] = [];
      for (const region of regions) {
        const args = [
          'stdin',
          'stdout',
          '-l',
          'vie',
          '--oem',
          '1',
          '--psm',
          MODES[shape],
          '--dpi',
          String(Math.round(dpi)),
        ];
        const tsv = await run([...args, '-c', 'tessedit_do_invert=0', 'tsv'], writePgm(cut(picture, region)));
        words.push(...readTsv(tsv, { x: region.left, y: region.top }, (words.at(-1)?.line ?? -1) + 1));
      }
      return words;
    },
    close: () => {},
  };
}

function cut({ width, data }: Grey, { left, top, right, bottom }: Rect): Grey {
  const out = new Uint8Array((right - left) * (bottom - top));
  for (let y = top; y < bottom; y++)
    out.set(data.subarray(y * width + left, y * width + right), (y - top) * (right - left));
  return { width: right - left, height: bottom - top, data: out };
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
