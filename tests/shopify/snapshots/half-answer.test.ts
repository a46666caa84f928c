// Shopify says null for what it couldn't look up, as it does for what isn't there; only the errors beside it tell them apart.
import { useLocalShopify } from '#tests/support/use-local-shopify.ts';
import { expect, it } from 'vitest';
import { fetchOrder } from '#app/shopify/snapshots/fetch-order.ts';

const local = useLocalShopify();

it.each(['ReadRefundPage', 'ReadOrderPage'])(
  'takes a half answer to %s for no answer: neither a refund nor an order is left out for it',
  async (asked) => {
    const shop = await local.install();
    const variantId = shop.local.products[0]!.variants[0]!.id;
    const customerId = [...shop.local.customers.keys()][0]!;
    const { id } = await shop.local.placeOrder({
      ...{ customerId, lines: [{ variantId, quantity: 2 }], payment: 'paid', locale: 'en' },
    });
    await shop.local.refundOrder(id, { lines: [], customMinor: 100 });
    const faults = local.shopify().faults(shop.domain);
    faults.rewrite = (call, answer) => {
      if (!JSON.stringify(call).includes(asked)) return answer;
      const { data } = answer as { data: Record<string, unknown> };
      const fields = Object.keys(data);
      const nothing = Object.fromEntries(fields.map((field) => [field, null]));
      return { data: nothing, errors: [{ message: 'Timeout', path: fields }] };
    };
    await expect(fetchOrder(shop.domain, id)).rejects.toThrow('Timeout');
    faults.rewrite = null;
    expect((await fetchOrder(shop.domain, id))?.refunds).toHaveLength(1);
  },
);
