import { useRouteLoaderData } from '@remix-run/react';
import type { Support } from '#app/core/help/support.ts';
import type { Language } from '#app/core/values/languages.ts';

/** The data that the root loader gives every page. */
export type RootData = { apiKey: string; language: Language; support: Support | null };

/** Undefined where the root loader itself failed. */
export function useRootData(): RootData | undefined {
  return useRouteLoaderData<RootData>('root');
}

export function useLanguage(): Language {
  return useRootData()?.language ?? 'en';
}

/** Whom a merchant can ask; null where nobody said. */
export function useSupport(): Support | null {
  return useRootData()?.support ?? null;
}
