import { useEffect, useState } from 'react';
import { isErasedCustomer } from '#app/core/members/erased-customer.ts';
import { readNames, type CustomerNames } from './read-names.ts';

const NONE: CustomerNames = {};

/**
 * Names by customer id, where Shopify gives them: asked once the page is there, so that no list waits for Shopify.
 * Empty until they come, and for good where they don't: the page shows ids then. Whoever is in `known` isn't asked for again.
 */
export function useCustomerNames(customerIds: readonly string[], known = NONE): CustomerNames {
  const [names, setNames] = useState<CustomerNames>(NONE);
  const ids = customerIds.filter((id) => !isErasedCustomer(id) && known[id] === undefined).join(',');
  useEffect(() => {
    if (ids === '') return;
    const leaving = new AbortController();
    const add = (more: CustomerNames) => setNames((before) => ({ ...before, ...more }));
    readNames(ids.split(','), add, leaving.signal).catch(() => {
      // A page without names is whole: what Shopify or the network refuse here is nobody's error.
    });
    return () => leaving.abort();
  }, [ids]);
  return { ...names, ...known };
}
