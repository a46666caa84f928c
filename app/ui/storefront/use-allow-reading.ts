import { useRevalidator } from '@remix-run/react';
import { useState } from 'react';
import { ask } from '#app/ui/form/ask.ts';
import { useTexts } from '#app/ui/shell/use-texts.ts';
import { LOOK, THEME_PATH, type ThemeAnswer } from './use-theme-news.ts';

export type Allowing = 'idle' | 'asking' | 'declined' | 'failed';

const SCOPES: Parameters<typeof window.shopify.scopes.request>[0] = ['read_themes'];

/** Shopify's own question for one permission more, and its end; what that changes is read at once. */
export function useAllowReading(): { state: Allowing; allow: () => void; stop: () => void } {
  const { whereSeen } = useTexts();
  const { revalidate } = useRevalidator();
  const [state, setState] = useState<Allowing>('idle');
  const settle = async (outcome: Promise<Outcome>, said: string | null) => {
    setState('asking');
    const done = await outcome;
    const answer = done === 'changed' ? await ask<ThemeAnswer>(THEME_PATH, LOOK, null) : null;
    const isRead = answer !== null && !answer.failed;
    if (isRead && said !== null) window.shopify.toast.show(said);
    if (isRead) revalidate();
    setState(done === 'changed' ? (isRead ? 'idle' : 'failed') : done);
  };
  return {
    state,
    allow: () => void settle(request(), whereSeen.allowed),
    stop: () => void settle(revoke(), null),
  };
}

type Outcome = 'changed' | 'declined' | 'failed';

const request = () =>
  outcomeOf(async () => {
    const { result } = await window.shopify.scopes.request(SCOPES);
    return result === 'granted-all';
  });

const revoke = () =>
  outcomeOf(async () => {
    await window.shopify.scopes.revoke(SCOPES);
    return true;
  });

async function outcomeOf(work: () => Promise<boolean>): Promise<Outcome> {
  try {
    return (await work()) ? 'changed' : 'declined';
  } catch (error) {
    // App Bridge rejects where it can't ask.
    if (error instanceof Error) return 'failed';
    throw error;
  }
}
