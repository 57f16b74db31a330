/** A Word file as a package: its main part, wherever it stands, and the parts that belong to it. */

import { err, ok, type Result } from '#base/result.ts';
import { type Archive, openArchive } from '../archive.ts';
import { type FileRefusal, fileRefusal } from '../model.ts';
import { type Element, parseTree } from './tree.ts';

export interface Relationship {
  /** Last word of its type: `styles`, `footnotes`, `hyperlink`. */
  readonly type: string;
  /** Name of a part, or an address outside. */
  readonly target: string;
  readonly external: boolean;
}

export interface Package {
  readonly names: readonly string[];
  /** Name of the main part. */
  readonly main: string;
  /** What the main part is related to, by its id. */
  readonly relationships: ReadonlyMap<string, Relationship>;
  /** Bytes of a part, null when there is none of that name. */
  read(name: string): Result<Uint8Array | null, FileRefusal>;
  /** Tree of the first part that is related in this way; null when there is none. */
  tree(type: string): Result<Element | null, FileRefusal>;
}

export function openPackage(bytes: Uint8Array): Result<Package, FileRefusal> {
  const archive = openArchive(bytes);
  if (!archive.ok) return archive;
  const parts = new Parts(archive.value);
  const start = parts.relationships('');
  if (!start.ok) return start;
  const named = [...start.value.values()].find((each) => each.type === 'officeDocument' && !each.external)?.target;
  const main = [named, 'word/document.xml'].find((name) => name !== undefined && parts.find(name) !== null);
  if (main === undefined) return err(NO_DOCUMENT);
  const relationships = parts.relationships(main);
  if (!relationships.ok) return relationships;
  return ok({
    names: archive.value.names,
    main,
    relationships: relationships.value,
    read: (name) => parts.read(name),
    tree: (type) => {
      const related = [...relationships.value.values()].find((each) => each.type === type && !each.external);
      return related ? parts.tree(related.target) : ok(null);
    },
  });
}

/** Parts by their names, which do not tell small letters from capitals. */
class Parts {
  readonly #archive: Archive;
  readonly #names: ReadonlyMap<string, string>;

  constructor(archive: Archive) {
    this.#archive = archive;
    this.#names = new Map(archive.names.map((name) => [name.toLowerCase(), name]));
  }

  find(name: string): string | null {
    return this.#archive.has(name) ? name : (this.#names.get(name.toLowerCase()) ?? null);
  }

  read(name: string): Result<Uint8Array | null, FileRefusal> {
    const found = this.find(name);
    return found === null ? ok(null) : this.#archive.read(found);
  }

  tree(name: string): Result<Element | null, FileRefusal> {
    const bytes = this.read(name);
    if (!bytes.ok || bytes.value === null) return bytes as Result<null, FileRefusal>;
    const { root, refusal } = parseTree(bytes.value);
    return refusal ? err(refusal) : ok(root);
  }

  /** What a part is related to; '' for the package itself. */
  relationships(part: string): Result<ReadonlyMap<string, Relationship>, FileRefusal> {
    const folder = part.slice(0, part.lastIndexOf('/') + 1);
    const tree = this.tree(`${folder}_rels/${part.slice(folder.length)}.rels`);
    if (!tree.ok) return tree;
    const found = new Map<string, Relationship>();
    for (const { name, attributes } of tree.value?.children ?? []) {
      const { Id: id, Type: type = '', Target: target } = attributes;
      if (name !== 'Relationship' || id === undefined || target === undefined) continue;
      const external = attributes.TargetMode === 'External';
      found.set(id, {
        type: type.slice(type.lastIndexOf('/') + 1),
        target: external ? target : resolve(folder, target),
        external,
      });
    }
    return ok(found);
  }
}

/** A target as seen from a folder. */
function resolve(folder: string, target: string): string {
  const path: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}

const NO_DOCUMENT = fileRefusal(
  'damaged',
  'tệp không có nội dung của một văn bản Word',
  'the file does not hold a Word document',
);
