import { useRouteLoaderData } from '@remix-run/react';
import type { Language } from '#app/core/values/languages.ts';

/** What the root loader tells every page. */
export type RootData = { apiKey: string; language: Language };

/** Undefined where the root loader itself failed. */
export function useRootData(): RootData | undefined {
  return useRouteLoaderData<RootData>('root');
}

export function useLanguage(): Language {
  return useRootData()?.language ?? 'en';
}
