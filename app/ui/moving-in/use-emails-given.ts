import { useEffect, useState } from 'react';

/** False where Shopify gives this app no addresses; null until it said so, and where it doesn't say. */
export function useEmailsGiven(): boolean | null {
  const [given, setGiven] = useState<boolean | null>(null);
  useEffect(() => {
    const leaving = new AbortController();
    readGiven(leaving.signal).then(setGiven, () => {
      // The file's own job finds out, as long as nobody knows.
    });
    return () => leaving.abort();
  }, []);
  return given;
}

async function readGiven(signal: AbortSignal): Promise<boolean | null> {
  const response = await fetch('/app/members/emails', { signal });
  return response.ok ? ((await response.json()) as { given: boolean | null }).given : null;
}
