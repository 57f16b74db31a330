/** Words that are being typed into a filter (ô tìm): shown at once, told when the hand rests, gone when the filter is cleared. */
import { useEffect, useState } from 'react';

/** Milliseconds without a key. */
const TYPING = 250;

export function useTyped(
  given: string | undefined,
  onRest: (next: string | undefined) => void,
): readonly [typed: string, type: (text: string) => void] {
  const [typed, setTyped] = useState(given ?? '');
  useEffect(() => {
    if (given === undefined) setTyped('');
  }, [given]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only typing asks anew.
  useEffect(() => {
    const timer = window.setTimeout(() => {
      const next = typed.trim() || undefined;
      if (next !== given) onRest(next);
    }, TYPING);
    return () => window.clearTimeout(timer);
  }, [typed]);
  return [typed, setTyped];
}
