/** The published schema of Akoma Ntoso, for tests that run where it lies beside the repository; it is not part of it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { memoryPages, validateXML } from 'xmllint-wasm';
import { ROOT } from './files.ts';

const SCHEMA = join(ROOT, '../shared/reference/akn');

/** For the `skip` of a test: false where the schema is, else why the test does not run. */
export const SKIP_SCHEMA: false | string = existsSync(SCHEMA)
  ? false
  : 'the Akoma Ntoso schema (../shared/reference/akn) is not here';

/** Validates documents; gives back what the schema complains about. */
export async function validateAkn(documents: readonly { fileName: string; contents: string }[]): Promise<string[]> {
  const file = (name: string) => ({ fileName: name, contents: readFileSync(join(SCHEMA, name), 'utf8') });
  const result = await validateXML({
    xml: documents,
    schema: [file('akomantoso30.xsd')],
    // The schema imports `./xml.xsd`: xmllint finds it in its own file system, where preloading puts it.
    preload: [file('xml.xsd')],
    maxMemoryPages: memoryPages.GiB,
  });
  return result.errors.map((error) => error.rawMessage);
}
