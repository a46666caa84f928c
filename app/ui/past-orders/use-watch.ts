import { useRevalidator } from '@remix-run/react';
import { useEffect } from 'react';

const EVERY_MS = 2_000;

/** Reads the page anew for as long as something goes on, which may be hours: only while somebody looks at it. */
export function useWatch(goesOn: boolean): void {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (!goesOn || state !== 'idle') return;
    const timer = setTimeout(() => {
      if (!document.hidden) revalidate();
    }, EVERY_MS);
    return () => clearTimeout(timer);
  });
}
