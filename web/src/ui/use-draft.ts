/**
 * What is being typed (bản nháp) outlives a reload, a sign-out and a lost network: it is kept in this browser under the
 * form's name until the form is sent. Secrets never go in here.
 */
import { useCallback, useEffect, useState } from 'react';
import { recall, remember } from '../frame/memory.ts';

let owner = '';

/** Drafts are kept apart by person: a machine may be shared. Told when somebody signs in. */
export function draftsOf(personId: string): void {
  owner = personId;
}

export interface Draft<T> {
  readonly value: T;
  readonly set: (change: Partial<T>) => void;
  /** Sent or given up: forgets and starts anew. */
  readonly clear: () => void;
  /** True when what is shown was kept from an earlier visit. */
  readonly restored: boolean;
}

const placeOf = (name: string) => `draft.${owner}.${name}`;

function kept<T extends object>(name: string): Partial<T> | null {
  const text = recall(placeOf(name));
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Partial<T>) : null;
  } catch {
    return null;
  }
}

export function useDraft<T extends object>(name: string, empty: T): Draft<T> {
  const [before] = useState(() => kept<T>(name));
  const [value, setValue] = useState<T>({ ...empty, ...before });
  const [changed, setChanged] = useState(false);
  useEffect(() => {
    if (changed) remember(placeOf(name), JSON.stringify(value));
  }, [name, value, changed]);
  const set = useCallback((change: Partial<T>) => {
    setChanged(true);
    setValue((now) => ({ ...now, ...change }));
  }, []);
  const clear = () => {
    remember(placeOf(name), null);
    setChanged(false);
    setValue(empty);
  };
  return { value, set, clear, restored: before !== null && !changed };
}
