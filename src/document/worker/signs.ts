/** What the process that opens files says about itself when it can't say it in a message any more. */

/** Written to its standard error before it ends itself. */
export const OVER_MEMORY = '\nbamsat: over the limit of memory\n';

/** What V8, WebAssembly and the system say when memory is out. */
const OUT_OF_MEMORY = /out of memory|allocation failed|could not allocate|cannot allocate|bad_alloc|\bOOM\b/i;

/** True when the last words of a process tell that memory was what it lacked. */
export function toldOfMemory(stderr: string): boolean {
  return stderr.includes(OVER_MEMORY.trim()) || OUT_OF_MEMORY.test(stderr);
}
