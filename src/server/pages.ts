/**
 * The pages (giao diện): built from `web/` when they are missing or older than their sources. What they were made of is
 * kept beside them as a hash, so that nothing is built twice and nothing old is served.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import type { Refusal } from '#base/refusal.ts';
import { err, ok, type Result } from '#base/result.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const WEB = join(ROOT, 'web');
export const PAGES = join(WEB, 'dist');
const SEAL = 'sources.sha256';
/** What pages are made of: themselves and the rooms that they share with the server. */
const SOURCES = ['web', 'src/base', 'src/plan', 'src/contract', 'package-lock.json'];

export type PagesState = 'current' | 'stale' | 'missing';

/** Whether the built pages are those of the sources; `current` also where only built pages were installed. */
export function statePages(): { state: PagesState; hash: string | null } {
  const built = existsSync(join(PAGES, 'index.html'));
  if (!existsSync(join(WEB, 'src'))) return { state: built ? 'current' : 'missing', hash: null };
  const hash = hashSources();
  if (!built) return { state: 'missing', hash };
  const seal = join(PAGES, SEAL);
  const kept = existsSync(seal) ? readFileSync(seal, 'utf8').trim() : '';
  return { state: kept === hash ? 'current' : 'stale', hash };
}

/** The folder of pages as they should be; builds them first where that is needed. */
export async function preparePages(say: (line: string) => void): Promise<Result<string, Refusal>> {
  const { state, hash } = statePages();
  if (state === 'current') return ok(PAGES);
  if (hash === null) return err(MISSING);
  say(state === 'missing' ? 'Đang dựng giao diện…' : 'Giao diện đã cũ, đang dựng lại…');
  // Beside the packages: there it may be written, and moving it to its place is one step.
  const drafts = join(ROOT, 'node_modules', '.cache');
  const draft = join(drafts, `bamsat-pages-${process.pid}`);
  const old = `${draft}-old`;
  try {
    mkdirSync(drafts, { recursive: true });
    const failed = await build(draft);
    if (failed !== null) return err(notBuilt(failed));
    writeFileSync(join(draft, SEAL), `${hash}\n`);
    if (existsSync(PAGES)) renameSync(PAGES, old);
    renameSync(draft, PAGES);
    return ok(PAGES);
  } catch (error) {
    return err(notBuilt(error instanceof Error ? error.message : String(error)));
  } finally {
    for (const folder of [draft, old]) rmSync(folder, { recursive: true, force: true });
  }
}

/** In a process of its own, whose memory goes with it. Gives the reason when it fails. */
async function build(folder: string): Promise<string | null> {
  const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
  if (!existsSync(vite)) return 'npm ci';
  const args = [vite, 'build', 'web', '--outDir', relative(WEB, folder), '--emptyOutDir', '--logLevel', 'error'];
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'ignore', 'pipe'] });
  const stop = () => child.kill('SIGTERM');
  process.once('exit', stop);
  let words = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    words += text;
  });
  const code = await new Promise<number | null>((resolve) => {
    child.once('error', (error) => {
      words += error.message;
      resolve(null);
    });
    child.once('close', resolve);
  });
  process.off('exit', stop);
  if (code === 0) return null;
  const plain = stripVTControlCharacters(words)
    .replace(/^.*error during build:\s*/m, '')
    .split('\n');
  const telling =
    plain.find((line) => /could not|cannot|\[[A-Z_]{4,}\]/i.test(line)) ?? plain.find((line) => line.trim());
  return telling?.trim() ?? `vite: ${code}`;
}

/** Tests and other people's drafts change nothing of the pages. */
const LEFT_OUT = /(?:^|\/)(?:dist|node_modules|zz-[^/]*|[^/]*\.test\.tsx?|[^/]*\.md)$/;

function hashSources(): string {
  const hash = createHash('sha256');
  const add = (path: string) =>
    hash
      .update(`${path}\n`)
      .update(readFileSync(join(ROOT, path)))
      .update('\n');
  const walk = (folder: string) => {
    const entries = readdirSync(join(ROOT, folder), { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = `${folder}/${entry.name}`;
      if (LEFT_OUT.test(path)) continue;
      if (entry.isDirectory()) walk(path);
      else if (entry.isFile()) add(path);
    }
  };
  for (const source of SOURCES) {
    if (!existsSync(join(ROOT, source))) continue;
    if (source.endsWith('.json')) add(source);
    else walk(source);
  }
  return hash.digest('hex');
}

const MISSING: Refusal = {
  vi: 'thiếu giao diện (thư mục web)',
  en: 'the pages are missing (folder web)',
};

function notBuilt(why: string): Refusal {
  return { vi: `không dựng được giao diện: ${why}`, en: `the pages could not be built: ${why}` };
}
