import { useFetcher } from '@remix-run/react';
import type { NotSaved } from '#app/ui/keep-what-was-typed.ts';
import type { HomeAnswer } from './home-data.ts';

type Wanted =
  | { do: 'dismiss-guide' | 'show-guide' }
  | { do: 'publish-card'; productIds: string[]; collectionIds: string[] };

/** Sends to the home page's action; nothing while an earlier sending is under way. */
export function useHomeAction() {
  const fetcher = useFetcher<HomeAnswer | NotSaved>();
  const busy = fetcher.state !== 'idle';
  const send = (wanted: Wanted) => {
    if (busy) return;
    fetcher.submit(JSON.stringify(wanted), {
      method: 'post',
      action: '/app?index',
      encType: 'application/json',
    });
  };
  return { send, busy, answer: busy ? null : (fetcher.data ?? null) };
}
