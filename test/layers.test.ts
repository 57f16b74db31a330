/** Rooms import only what the table in ARCHITECTURE.md allows, and pure rooms stay pure. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { listFiles, readText } from '#test/support/files.ts';
import { findViolations, listImports, type Room, readRooms, resolveImport } from '#test/support/layers.ts';

const rooms = readRooms(readText('ARCHITECTURE.md'));

describe('the rooms of src/', () => {
  it('import only what the table allows', () => {
    const files = listFiles('src', (path) => path.endsWith('.ts')).map((path) => ({ path, text: readText(path) }));
    assert.ok(files.length > 0);
    assert.deepEqual(findViolations(files, rooms), []);
  });

  it('are all in the table, and the table names no other', () => {
    const folders = new Set(listFiles('src').map((path) => path.split('/')[1]));
    assert.deepEqual([...folders].sort(), rooms.map((room) => room.name).sort());
  });

  it('stand in an order in which no room imports a later one', () => {
    const names = rooms.map((room) => room.name);
    for (const [i, room] of rooms.entries()) {
      for (const name of room.mayImport) {
        assert.ok(names.slice(0, i).includes(name), `${room.name} may import ${name}, which does not stand before it`);
      }
    }
  });
});

describe('the check itself', () => {
  const outline: Room = { name: 'outline', mayImport: ['base'], packages: [], pure: true };
  const render: Room = { name: 'render', mayImport: ['base'], packages: ['hucre'], pure: false };
  const check = (path: string, text: string) => findViolations([{ path, text }], [outline, render]);

  it('finds a forbidden room, by subpath and by relative path', () => {
    const text =
      "import { a } from '#base/a.ts';\nimport type {\n  B,\n} from '#store/b.ts';\nexport * from '../store/c.ts';\n";
    assert.deepEqual(check('src/outline/article.ts', text), [
      'outline may not import store: src/outline/article.ts:4',
      'outline may not import store: src/outline/article.ts:5',
    ]);
  });

  it('finds imports for their effect, dynamic imports and packages', () => {
    const text = "import '#store/a.ts';\nconst b = await import('#store/b.ts');\nimport fc from 'fast-check';\n";
    assert.equal(check('src/outline/article.ts', text).length, 3);
    assert.deepEqual(check('src/render/x.ts', "import { w } from 'hucre/xlsx';\nimport { z } from 'node:fs';\n"), []);
  });

  it('finds Node, the clock and randomness in a pure room, but not in its tests', () => {
    const text =
      "import { readFileSync } from 'node:fs';\nconst a = Date.now() + Math.random();\nconst b = new Date();\n";
    assert.deepEqual(check('src/outline/article.ts', text), [
      'outline may not import node:fs: src/outline/article.ts:1',
      'outline is pure and may not use the clock (Date.now): src/outline/article.ts:2',
      'outline is pure and may not use randomness (Math.random): src/outline/article.ts:2',
      'outline is pure and may not use the clock (new Date()): src/outline/article.ts:3',
    ]);
    assert.deepEqual(check('src/outline/article.test.ts', text), []);
  });

  it('lets comments and fixed dates be', () => {
    assert.deepEqual(check('src/outline/a.ts', "// Math.random()\n/** from '#store/a.ts' */\nnew Date(0);\n"), []);
  });

  it('keeps test support out of the product', () => {
    const text = "import { checkSpans } from '#test/support/spans.ts';\n";
    assert.deepEqual(check('src/outline/article.ts', text), ['outline may not import test: src/outline/article.ts:1']);
    assert.deepEqual(check('src/outline/article.test.ts', text), []);
  });

  it('refuses a folder that the table does not know', () => {
    assert.deepEqual(check('src/helpers/a.ts', ''), ['helpers is not in the table of rooms: src/helpers/a.ts']);
  });

  it('reads specifiers', () => {
    assert.deepEqual(
      listImports('import a from \'x\';\nexport { b } from "./b.ts";\n').map((i) => i.specifier),
      ['x', './b.ts'],
    );
    assert.deepEqual(resolveImport('src/outline/deep/a.ts', '../../text/b.ts'), { kind: 'room', name: 'text' });
    assert.deepEqual(resolveImport('src/outline/a.ts', '@scope/name/x.ts'), { kind: 'package', name: '@scope/name' });
  });
});
