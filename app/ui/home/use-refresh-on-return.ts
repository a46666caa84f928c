import { useRevalidator } from '@remix-run/react';
import { useCallback } from 'react';
import { useAnyUnderWay } from './use-home-action.ts';
import { useReturn } from './use-return.ts';

/**
 * Steps are done in other tabs, such as the theme editor and the shop itself: who comes back sees them done. An action
 * under way is followed by a reading of its own, and an older one that comes after it would show what was before.
 */
export function useRefreshOnReturn(): void {
  const { revalidate } = useRevalidator();
  const underWay = useAnyUnderWay();
  const refresh = useCallback(() => {
    if (!underWay) revalidate();
  }, [underWay, revalidate]);
  useReturn(refresh);
}
