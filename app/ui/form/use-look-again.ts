import { useRevalidator } from '@remix-run/react';
import { useEffect, useState } from 'react';

/** A job takes seconds; what isn't done after so many looks takes longer than anybody watches. */
const EVERY_MS = 2_000;
const MOST_LOOKS = 15;

/**
 * Reads the page anew for half a minute, once `since` says that something was set going, until nothing is left to wait for.
 * @param since the answer that said so; another one begins again
 */
export function useLookAgain(since: unknown, waits: boolean): void {
  const { revalidate, state } = useRevalidator();
  const [looks, setLooks] = useState({ since, count: 0 });
  const count = looks.since === since ? looks.count : 0;
  const looking = since !== null && waits && count < MOST_LOOKS && state === 'idle';
  useEffect(() => {
    if (!looking) return;
    const timer = setTimeout(() => {
      setLooks({ since, count: count + 1 });
      revalidate();
    }, EVERY_MS);
    return () => clearTimeout(timer);
  }, [looking, since, count, revalidate]);
}
