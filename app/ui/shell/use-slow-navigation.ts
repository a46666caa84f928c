import { useLocation, useNavigation } from '@remix-run/react';
import { useEffect, useState } from 'react';

/** Faster pages would only flicker. */
const SLOW_MS = 300;

/** The page that has been loading for longer than a glance, or null. Filters and forms of the same page don't count. */
export function useSlowNavigation(): string | null {
  const { pathname } = useLocation();
  const { state, location } = useNavigation();
  const target = state === 'loading' && location.pathname !== pathname ? location.pathname : null;
  const [slowTarget, setSlowTarget] = useState<string | null>(null);
  useEffect(() => {
    if (target === null) return;
    const timer = setTimeout(() => setSlowTarget(target), SLOW_MS);
    return () => {
      clearTimeout(timer);
      setSlowTarget(null);
    };
  }, [target]);
  return slowTarget === target ? target : null;
}
