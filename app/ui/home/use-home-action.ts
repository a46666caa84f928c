import { useFetcher, useFetchers } from '@remix-run/react';
import type { SetupForm } from '#app/core/editing/setup/first-setup.ts';
import type { NotSaved } from '#app/ui/form/keep-what-was-typed.ts';
import type { HomeAnswer } from './home-data.ts';

type Wanted =
  | { do: 'dismiss-guide' | 'show-guide' | 'try-again' }
  | { do: 'count-in'; currency: string }
  | ({ do: 'publish-setup' } & SetupForm);

/** Whether an action of the page is on its way, or the reading that follows it. */
export function useAnyUnderWay(): boolean {
  return useFetchers().some(({ state }) => state !== 'idle');
}

/**
 * Sends to the home page's action; nothing while anything is under way, here or in another part of the page: a refusal
 * that comes meanwhile would make Remix drop the reading that follows the other's success.
 */
export function useHomeAction() {
  const fetcher = useFetcher<HomeAnswer | NotSaved>();
  const underWay = useAnyUnderWay();
  const busy = fetcher.state !== 'idle';
  const send = (wanted: Wanted) => {
    if (busy || underWay) return;
    fetcher.submit(JSON.stringify(wanted), {
      method: 'post',
      action: '/app?index',
      encType: 'application/json',
    });
  };
  return { send, busy, waits: underWay && !busy, answer: busy ? null : (fetcher.data ?? null) };
}
