/** Reads the table of rooms in ARCHITECTURE.md and finds imports and calls that it does not allow. */

/** One row of the table: what a folder of `src/` may use. */
export interface Room {
  readonly name: string;
  readonly mayImport: readonly string[];
  readonly packages: readonly string[];
  /** No `node:` module, clock, randomness or global that only Node has. */
  readonly pure: boolean;
}

/** A source file; `path` from the root of the repository, with forward slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** The rooms of the first table that has the columns Room, May import, Packages, Pure. */
export function readRooms(markdown: string): Room[] {
  const lines = markdown.split('\n');
  const head = lines.findIndex(
    (line) => line.startsWith('|') && /\| *Room *\|/.test(line) && line.includes('May import'),
  );
  if (head < 0) throw new Error('no table of rooms: a header row with Room and May import is needed');
  const columns = readCells(lines[head] as string);
  const rooms: Room[] = [];
  for (const line of lines.slice(head + 2)) {
    if (!line.startsWith('|')) break;
    const cells = readCells(line);
    const cell = (name: string) => cells[columns.indexOf(name)] ?? '';
    rooms.push({
      name: cell('Room').replaceAll('`', '').replace(/\/$/, ''),
      mayImport: readList(cell('May import')),
      packages: readList(cell('Packages')),
      pure: cell('Pure') === 'yes',
    });
  }
  return rooms;
}

/** One line for each thing that the table does not allow: `outline may not import store: src/outline/x.ts:3`. */
export function findViolations(files: readonly SourceFile[], rooms: readonly Room[]): string[] {
  const violations: string[] = [];
  for (const file of files) {
    const name = roomOf(file.path);
    if (name === null) continue;
    const room = rooms.find((r) => r.name === name);
    if (!room) {
      violations.push(`${name} is not in the table of rooms: ${file.path}`);
      continue;
    }
    const isTest = /\.test\.ts$/.test(file.path);
    for (const { specifier, line } of listImports(file.text)) {
      const target = resolveImport(file.path, specifier);
      if (isAllowed(target, room, isTest)) continue;
      violations.push(`${name} may not import ${target.name}: ${file.path}:${line}`);
    }
    if (room.pure && !isTest) violations.push(...findImpurities(file, name));
  }
  return violations;
}

/** What an import leads to. */
type Target = { readonly kind: 'room' | 'test' | 'node' | 'package' | 'outside'; readonly name: string };

function isAllowed(target: Target, room: Room, isTest: boolean): boolean {
  switch (target.kind) {
    case 'room':
      return target.name === room.name || room.mayImport.includes(target.name);
    case 'test':
      return isTest;
    case 'node':
      return isTest || !room.pure;
    case 'package':
      return isTest || room.packages.includes(target.name);
    case 'outside':
      return false;
  }
}

/** Where `specifier` leads from the file at `path`: `#room/…`, a relative path, `node:…` or a package. */
export function resolveImport(path: string, specifier: string): Target {
  if (specifier.startsWith('#test/')) return { kind: 'test', name: 'test' };
  if (specifier.startsWith('#')) return { kind: 'room', name: specifier.slice(1).split('/')[0] as string };
  if (specifier.startsWith('node:')) return { kind: 'node', name: specifier };
  if (specifier.startsWith('.')) {
    const parts = path.split('/').slice(0, -1);
    for (const part of specifier.split('/')) {
      if (part === '..') parts.pop();
      else if (part !== '.') parts.push(part);
    }
    if (parts[0] === 'test') return { kind: 'test', name: 'test' };
    const name = roomOf(parts.join('/'));
    return name === null ? { kind: 'outside', name: parts.join('/') } : { kind: 'room', name };
  }
  const parts = specifier.split('/');
  return { kind: 'package', name: (specifier.startsWith('@') ? parts.slice(0, 2) : parts.slice(0, 1)).join('/') };
}

/** Every `import … from`, `export … from`, `import '…'` and `import('…')`, types included, with its line. */
export function listImports(source: string): { specifier: string; line: number }[] {
  const code = blankComments(source);
  const found: { specifier: string; line: number }[] = [];
  const patterns = [/^\s*\}?[^'"\n;]*\bfrom\s+['"]([^'"\n]+)['"]/gm, /\bimport\s*\(?\s*['"]([^'"\n]+)['"]/g];
  for (const pattern of patterns) {
    for (const match of code.matchAll(pattern)) {
      const end = match.index + match[0].length;
      found.push({ specifier: match[1] as string, line: code.slice(0, end).split('\n').length });
    }
  }
  return found.sort((a, b) => a.line - b.line);
}

const IMPURE: readonly (readonly [RegExp, string])[] = [
  [/\bDate\.now\b/, 'the clock (Date.now)'],
  [/\bnew Date\(\s*\)/, 'the clock (new Date())'],
  [/\bperformance\./, 'the clock (performance)'],
  [/\bMath\.random\b/, 'randomness (Math.random)'],
  [/\bcrypto\./, 'randomness (crypto)'],
  [/\bprocess\./, 'Node (process)'],
  [/\bBuffer\b/, 'Node (Buffer)'],
  [/\brequire\(/, 'Node (require)'],
];

function findImpurities(file: SourceFile, name: string): string[] {
  return blankComments(file.text)
    .split('\n')
    .flatMap((line, i) =>
      IMPURE.filter(([pattern]) => pattern.test(line)).map(
        ([, what]) => `${name} is pure and may not use ${what}: ${file.path}:${i + 1}`,
      ),
    );
}

/** The source with comments blanked and lines kept; a comment starts at a line's beginning or after a space. */
function blankComments(source: string): string {
  return source
    .replace(/(?<=^|\s)\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
    .replace(/(?<=^|\s)\/\/[^\n]*/gm, '');
}

function roomOf(path: string): string | null {
  return /^src\/([^/]+)\//.exec(`${path}/`)?.[1] ?? null;
}

function readCells(row: string): string[] {
  return row
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}

function readList(cell: string): string[] {
  return cell === '–' || cell === '' ? [] : cell.split(',').map((name) => name.trim());
}
