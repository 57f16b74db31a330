/** True only when something has lasted: what is quick is not worth a sign of waiting. */
import { useEffect, useState } from 'react';

export function useLate(going: boolean, after = 300): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!going) {
      setLate(false);
      return;
    }
    const timer = window.setTimeout(() => setLate(true), after);
    return () => window.clearTimeout(timer);
  }, [going, after]);
  return going && late;
}
