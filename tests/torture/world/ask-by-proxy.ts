// A call of the shop's page as Shopify's app proxy passes it on: signed, to whichever web process is next.
import { signingSecret } from '#tests/local-shopify/shop/rotation.ts';
import type { LocalShopify } from '#tests/local-shopify/shop/local-shopify.ts';
import { proxySignature } from '#tests/local-shopify/storefront/proxy-signature.ts';
import type { Answer, Ask, Asked } from './shopper.ts';

/** Shopify's own. */
const LONGEST_MS = 10_000;

/** @param address of a web process, where one runs */
export function askByProxy(shopify: LocalShopify, address: () => string): Ask {
  return async (asked, patienceMs = LONGEST_MS) => {
    const url = `${address()}/proxy/${asked.action}?${signedQuery(shopify, asked).toString()}`;
    try {
      const answer = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...asked.body, language: 'en' }),
        signal: AbortSignal.timeout(patienceMs),
      });
      const said = (await answer.json()) as Omit<Answer, 'status'>;
      return { ...said, status: answer.status };
    } catch {
      // Whoever ends a process, or waits no longer, hears nothing: that is what is tried here.
      return null;
    }
  };
}

function signedQuery({ app, clock }: LocalShopify, { domain, customerId }: Asked): URLSearchParams {
  const { prefix = 'apps', subpath = 'sixth' } = app.proxy ?? {};
  const values = {
    shop: domain,
    logged_in_customer_id: customerId,
    path_prefix: `/${prefix}/${subpath}`,
    timestamp: String(Math.floor(clock().getTime() / 1000)),
  };
  return new URLSearchParams({
    ...values,
    signature: proxySignature(values, signingSecret(app, 'proxy')),
  });
}
