import { useEffect, useState } from 'react';
import { isErasedCustomer } from '#app/core/members/erased-customer.ts';

/**
 * Names by customer id, where Shopify grants them: asked once the page is there, so that no list waits for Shopify.
 * Empty until they come, and for good where they don't: the page shows ids then.
 */
export function useCustomerNames(customerIds: readonly string[]): Readonly<Record<string, string>> {
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  const ids = customerIds.filter((id) => !isErasedCustomer(id)).join(',');
  useEffect(() => {
    if (ids === '') return;
    const leaving = new AbortController();
    readNames(ids, leaving.signal).then(setNames, () => {
      // A page without names is whole: what Shopify or the network refuse here is nobody's error.
    });
    return () => leaving.abort();
  }, [ids]);
  return names;
}

async function readNames(ids: string, signal: AbortSignal): Promise<Record<string, string>> {
  const response = await fetch(`/app/members/names?ids=${ids}`, { signal });
  return response.ok ? ((await response.json()) as Record<string, string>) : {};
}
