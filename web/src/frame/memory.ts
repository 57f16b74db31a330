/** What this browser remembers (ghi nhớ) under `bamsat.…`: the theme, columns, drafts. Storage may be forbidden. */

/** Null when nothing is remembered or nothing may be. */
export function recall(name: string): string | null {
  try {
    return localStorage.getItem(`bamsat.${name}`);
  } catch {
    return null;
  }
}

/** Null forgets. */
export function remember(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(`bamsat.${name}`);
    else localStorage.setItem(`bamsat.${name}`, value);
  } catch {
    // Full or forbidden: the page works on, it only forgets.
  }
}

/** Forgets every remembered thing whose name begins with `prefix`. */
export function forgetAll(prefix: string): void {
  try {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(`bamsat.${prefix}`)) localStorage.removeItem(key);
    }
  } catch {
    // Nothing is remembered where storage is forbidden.
  }
}
