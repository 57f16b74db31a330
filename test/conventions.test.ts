/** House rules that a machine can hold: size of files, a page for every room, sound links, nothing of one machine in the repository. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { describe, it } from 'node:test';
import { listFiles, ROOT, readText } from '#test/support/files.ts';

const MAX_LINES = 450;
const MAX_README_LINES = 60;
/** Made from the migrations by `npm run sync`. */
const GENERATED = new Set(['src/store/schema.ts']);
/** Folders that say nothing of a machine. */
const ORDINARY = ['/', '/tmp/', '/root/', '/home/', '/opt/', '/srv/', '/usr/', '/var/', '/app/'];

/** Files that would be committed; without git (an unpacked archive) all files. */
const tracked = listTracked();
const texts = tracked
  .filter((path) => !/\.(png|xlsx|docx|pdf|woff2?)$/.test(path))
  .map((path) => ({ path, text: readText(path) }));
const code = texts.filter(({ path }) => /^(src|scripts|bin|test)\/.*\.ts$/.test(path));
const pages = texts.filter(({ path }) => path.endsWith('.md'));

describe('code', () => {
  it(`is in files of at most ${MAX_LINES} lines, but for data and tests`, () => {
    const long = code
      .filter(
        ({ path }) =>
          !path.includes('/data/') && !GENERATED.has(path) && !path.startsWith('test/') && !path.endsWith('.test.ts'),
      )
      .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
      .filter(({ lines }) => lines > MAX_LINES);
    assert.deepEqual(long, []);
  });

  it('leaves nothing for later in the text', () => {
    const marks = new RegExp(['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX'].map((mark) => `\\b${mark}\\b`).join('|'));
    assert.deepEqual(findLines(code, marks), []);
  });

  it('asserts no time: speed is measured by the benchmarks', () => {
    const timed = new RegExp(['performance\\.now', 'hrtime', 'Date\\.now'].join('|'));
    const tests = code.filter(({ path }) => path.endsWith('.test.ts') && path !== 'test/layers.test.ts');
    const own = 'test/conventions.test.ts';
    assert.deepEqual(
      tests.filter(({ path, text }) => path !== own && timed.test(text)).map(({ path }) => path),
      [],
    );
  });

  it('skips no test and runs none alone', () => {
    assert.deepEqual(findLines(code, /\b(it|describe|test)\.(skip|only|todo)\(/), []);
  });

  it('says what it is, in every file of the rooms', () => {
    const silent = code
      .filter(
        ({ path, text }) => path.startsWith('src/') && !path.endsWith('.test.ts') && !/^(\/\*\*|\/\/)/m.test(text),
      )
      .map(({ path }) => path);
    assert.deepEqual(silent, []);
  });
});

describe('rooms', () => {
  const rooms = readdirSync(join(ROOT, 'src'));

  for (const room of rooms) {
    it(`${room} has a page of at most ${MAX_README_LINES} lines`, () => {
      const path = `src/${room}/README.md`;
      assert.ok(
        existsSync(join(ROOT, path)),
        `${path} is missing: what comes in, what goes out, the files in reading order`,
      );
      assert.ok(readText(path).trimEnd().split('\n').length <= MAX_README_LINES);
    });
  }
});

describe('pages', () => {
  it('link to what is there', () => {
    const broken = pages.flatMap(({ path, text }) =>
      listLinks(text)
        .filter((link) => !/^[a-z]+:/.test(link))
        .map((link) => ({ path, link, problem: checkLink(path, link) }))
        .filter(({ problem }) => problem !== null),
    );
    assert.deepEqual(broken, []);
  });
});

describe('the list of quirks', () => {
  it('names files that are there', () => {
    const named = [...readText('docs/quirks.md').matchAll(/`(src\/[^`]+)`/g)].map((m) => m[1] as string);
    assert.deepEqual(
      named.filter((path) => !existsSync(join(ROOT, path))),
      [],
    );
  });
});

describe('the glossary', () => {
  const rows = readText('docs/glossary.md')
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(1)
    .map((line) => line.split('|').slice(1, -1));

  it('gives each of at least 60 terms a Vietnamese term, a meaning and a source', () => {
    assert.ok(rows.length >= 60);
    for (const row of rows) assert.ok(row.length === 4 && row.every((cell) => cell.trim() !== ''), row.join('|'));
  });

  it('is sorted and names no term twice', () => {
    const terms = rows.map((row) => (row[0] as string).trim().toLowerCase());
    assert.deepEqual(terms, [...new Set(terms)].sort());
  });
});

describe('the repository', () => {
  it('holds no path or host of one machine', () => {
    const around = `${dirname(ROOT.replace(/\/$/, ''))}/`;
    const machine = [ROOT, ...(ORDINARY.includes(around) ? [] : [around])];
    const registry = /\b(?:registry|npm|mirror|artifactory|nexus)\.[a-z0-9-]+\.[a-z]{2,}\b/;
    const leaks = texts.flatMap(({ path, text }) =>
      text
        .split('\n')
        .map((line, i) => ({ at: `${path}:${i + 1}`, line: line.trim().slice(0, 120) }))
        .filter(({ line }) => machine.some((place) => line.includes(place)) || registry.test(line)),
    );
    assert.deepEqual(leaks, []);
  });

  it('locks no download address', () => {
    assert.ok(!/"resolved": *"http/.test(readText('package-lock.json')));
  });

  it('locks every package for every platform, without which npm ci refuses the lock', () => {
    type Locked = { dependencies?: object; optionalDependencies?: object };
    const { packages } = JSON.parse(readText('package-lock.json')) as { packages: Record<string, Locked> };
    const needed = Object.values(packages).flatMap((p) =>
      Object.keys({ ...p.dependencies, ...p.optionalDependencies }),
    );
    assert.deepEqual(
      needed.filter((name) => !packages[`node_modules/${name}`]),
      [],
    );
  });

  it('pins exact versions, the same in the lock', () => {
    const { dependencies, devDependencies } = JSON.parse(readText('package.json')) as Record<
      string,
      Record<string, string>
    >;
    const lock = JSON.parse(readText('package-lock.json')) as { packages: Record<string, { version: string }> };
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
      assert.match(version, /^\d+\.\d+\.\d+$/, name);
      assert.equal(lock.packages[`node_modules/${name}`]?.version, version, name);
    }
  });
});

function listTracked(): string[] {
  try {
    const printed = execFileSync('git', ['ls-files', '-z', '--cached'], { cwd: ROOT, encoding: 'utf8', stdio: 'pipe' });
    const paths = printed.split('\0').filter((path) => path !== '' && existsSync(join(ROOT, path)));
    if (paths.length > 0) return paths.sort();
  } catch {
    // No git here: fall through to what lies in the folder.
  }
  return listFiles();
}

function findLines(files: readonly { path: string; text: string }[], pattern: RegExp): string[] {
  return files.flatMap(({ path, text }) =>
    text
      .split('\n')
      .flatMap((line, i) => (pattern.test(line) ? [`${path}:${i + 1} ${line.trim().slice(0, 100)}`] : [])),
  );
}

/** Targets of `[text](target)` and `src="target"`, outside fenced blocks and code. */
function listLinks(page: string): string[] {
  const prose = page.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)|\bsrc="([^"]+)"/g)].map((m) => (m[1] ?? m[2]) as string);
}

function checkLink(from: string, link: string): string | null {
  const [target = '', anchor] = link.split('#');
  const path = target === '' ? from : posix.normalize(posix.join(posix.dirname(from), target));
  if (!existsSync(join(ROOT, path))) return `${path} is not there`;
  if (anchor && path.endsWith('.md') && !listAnchors(readText(path)).includes(anchor))
    return `no heading #${anchor} in ${path}`;
  return null;
}

function listAnchors(page: string): string[] {
  return [...page.matchAll(/^#+ (.+)$/gm)].map((m) =>
    (m[1] as string)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M} -]/gu, '')
      .trim()
      .replaceAll(' ', '-'),
  );
}
