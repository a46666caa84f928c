import { useEffect, useState } from 'react';

type Titles = Readonly<Record<string, string>>;

const NONE: Titles = {};

/** What an order's lines are called, by line id. Empty until they come, and for good where they don't: lines have numbers then. */
export function useLineTitles(orderId: string | null): Titles {
  const [titles, setTitles] = useState<Titles>(NONE);
  useEffect(() => {
    if (orderId === null) return;
    const leaving = new AbortController();
    readTitles(orderId, leaving.signal).then(setTitles, () => {
      // A "why" without names is whole: what Shopify or the network refuse here is nobody's error.
    });
    return () => leaving.abort();
  }, [orderId]);
  return titles;
}

async function readTitles(orderId: string, signal: AbortSignal): Promise<Titles> {
  const response = await fetch(`/app/members/lines?order=${orderId}`, { signal });
  return response.ok ? ((await response.json()) as Titles) : NONE;
}
