/** An expected outcome that is either a value or a refusal; refusals are data, never thrown. */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

/** A good outcome. */
export function ok<T>(value: T): Result<T, never> {
  return { ok: true, value };
}

/** An expected refusal. */
export function err<E>(error: E): Result<never, E> {
  return { ok: false, error };
}
