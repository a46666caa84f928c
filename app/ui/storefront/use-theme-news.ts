// Asks anew what the theme shows: us, where we may read it, or Shopify through App Bridge where only the browser is told.
import { useRevalidator } from '@remix-run/react';
import { useCallback, useEffect, useRef } from 'react';
import { ask } from '#app/ui/form/ask.ts';
import { readActivations } from '#app/ui/home/read-activations.ts';
import { useReturn } from '#app/ui/home/use-return.ts';
import { browserWord } from './browser-word.ts';
import type { WhereSeenData } from './where-seen-data.ts';

export const THEME_PATH = '/app/theme';
export const LOOK = JSON.stringify({ do: 'look' });

export type ThemeAnswer = { changed: boolean; failed?: boolean };

/** When the page opens, and whenever the merchant comes back, perhaps from the theme editor. */
export function useThemeNews({ canRead, isOld }: Pick<WhereSeenData, 'canRead' | 'isOld'>): void {
  const { revalidate } = useRevalidator();
  const told = useRef('');
  const isAsking = useRef(false);
  const look = useCallback(async () => {
    if (isAsking.current) return;
    isAsking.current = true;
    const question = canRead ? LOOK : await wordToTell();
    // What the browser has told already is no news.
    const isNews = question !== null && (canRead || question !== told.current);
    const answer = isNews ? await ask<ThemeAnswer>(THEME_PATH, question, null) : null;
    if (question !== null && answer) told.current = question;
    isAsking.current = false;
    if (answer?.changed) revalidate();
  }, [canRead, revalidate]);
  const opens = useRef(isOld || !canRead);
  useEffect(() => {
    if (opens.current) void look();
    opens.current = false;
  }, [look]);
  useReturn(
    useCallback(() => {
      void look();
    }, [look]),
  );
}

/** Null where Shopify doesn't tell. */
async function wordToTell(): Promise<string | null> {
  const activations = await readActivations().catch(() => null);
  return activations && JSON.stringify({ do: 'tell', ...browserWord(activations) });
}
