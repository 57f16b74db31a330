/** The five real documents of `samples/`, as text. */
import { listFiles, readText } from '#test/support/files.ts';

export const SAMPLES: readonly { readonly name: string; readonly text: string }[] = listFiles('samples', (path) =>
  path.endsWith('.txt'),
).map((path) => ({ name: path.slice('samples/'.length, 'samples/'.length + 3), text: readText(path) }));
