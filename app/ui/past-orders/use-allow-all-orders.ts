import { useRevalidator } from '@remix-run/react';
import { useState } from 'react';

export type AllowingAll = 'idle' | 'asking' | 'declined' | 'failed';

const SCOPES: Parameters<typeof window.shopify.scopes.request>[0] = ['read_all_orders'];

/** Shopify's own question whether the app may read orders of more than 60 days ago. */
export function useAllowAllOrders(): { state: AllowingAll; allow: () => void } {
  const { revalidate } = useRevalidator();
  const [state, setState] = useState<AllowingAll>('idle');
  const allow = async () => {
    setState('asking');
    try {
      const { result } = await window.shopify.scopes.request(SCOPES);
      setState(result === 'granted-all' ? 'idle' : 'declined');
      revalidate();
    } catch (error) {
      // App Bridge rejects where it can't ask.
      if (!(error instanceof Error)) throw error;
      setState('failed');
    }
  };
  return { state, allow: () => void allow() };
}
