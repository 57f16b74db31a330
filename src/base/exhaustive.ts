/** Ends a `switch` over a union: the compiler refuses a forgotten case, and at run time it is our own mistake. */
export function exhaustive(value: never): never {
  throw new Error(`unexpected case: ${JSON.stringify(value)}`);
}
