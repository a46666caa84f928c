import { useRevalidator } from '@remix-run/react';
import { useReturn } from './use-return.ts';

/** Steps are done in other tabs, such as the theme editor and the shop itself: who comes back sees them done. */
export function useRefreshOnReturn(): void {
  const { revalidate } = useRevalidator();
  useReturn(revalidate);
}
