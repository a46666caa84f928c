// Random things that a merchant does to an order at the desk.
import fc from 'fast-check';
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import { Refused } from '#tests/local-shopify/shop/refused.ts';
import type { Order, OrderRequest } from '#tests/local-shopify/shop/types.ts';

export const deskStep = fc.oneof(
  fc.record({ do: fc.constant('edit' as const), units: fc.integer({ min: 0, max: 8 }), line: fc.nat(2) }),
  fc.record({ do: fc.constant('add' as const), units: fc.integer({ min: 1, max: 2 }) }),
  fc.record({
    do: fc.constant('refund' as const),
    units: fc.integer({ min: 0, max: 3 }),
    line: fc.nat(2),
    customMinor: fc.constantFrom(0, 0, 1, 333, 2_000),
    shippingMinor: fc.constantFrom(0, 0, 100, 490),
    withMoney: fc.boolean(),
    to: fc.constantFrom('payment' as const, 'store_credit' as const),
  }),
  fc.record({ do: fc.constant('pay' as const), part: fc.constantFrom(undefined, 1, 950, 3_000) }),
  fc.record({ do: fc.constantFrom('void', 'expire', 'cancel', 'claim', 'touch') }),
);
export type DeskStep = typeof deskStep extends fc.Arbitrary<infer T> ? T : never;

export const deskStart = fc.record({
  payment: fc.constantFrom('paid' as const, 'pending' as const, 'authorized' as const),
  quantity: fc.integer({ min: 1, max: 6 }),
  tipMinor: fc.constantFrom(0, 300),
  percentBp: fc.constantFrom(0, 1_000, 3_333, 10_000),
  yen: fc.boolean(),
});

type DeskStart = typeof deskStart extends fc.Arbitrary<infer T> ? T : never;

const variantOf = (shop: LocalShop, handle: string): string =>
  shop.productByHandle(handle)?.variants[0]?.id ?? '';

export function deskOrder(shop: LocalShop, start: DeskStart): OrderRequest {
  const { quantity, percentBp, yen, payment, tipMinor } = start;
  const value = { kind: 'percent', percentBp } as const;
  return {
    customerId: shop.setup.customers[0]?.id ?? null,
    lines: [
      { variantId: variantOf(shop, 'morning-house'), quantity },
      { variantId: variantOf(shop, 'gift-card'), quantity: 1 },
    ],
    payment,
    locale: 'en',
    shippingMinor: 490,
    tipMinor,
    ...(percentBp > 0 ? { discounts: [{ type: 'manual', title: 'Sorry', value }] } : {}),
    ...(yen ? { presentment: { currency: 'JPY', rateBp: 1_641_234 } } : {}),
  };
}

const units = (order: Order, quantity: number, index: number) => ({
  lineId: order.lines[index]?.id ?? '',
  quantity,
});

function act(shop: LocalShop, order: Order, action: DeskStep): Promise<unknown> {
  switch (action.do) {
    case 'edit':
      return shop.editOrder(order.id, [units(order, action.units, action.line)]);
    case 'add':
      return shop.editOrder(order.id, {
        lines: [],
        added: [{ variantId: variantOf(shop, 'cone-dripper'), quantity: action.units }],
      });
    case 'refund': {
      const { customMinor, shippingMinor, withMoney, to } = action;
      const lines = [units(order, action.units, action.line)];
      return shop.refundOrder(order.id, { lines, customMinor, shippingMinor, withMoney, to });
    }
    case 'pay':
      return shop.payOrder(order.id, action.part);
    case 'void':
      return shop.voidOrder(order.id);
    case 'expire':
      return shop.expireOrder(order.id);
    case 'cancel':
      return shop.cancelOrder(order.id);
    case 'claim':
      return shop.moveOrder(order.id, shop.setup.customers[1]?.id ?? '');
    case 'touch':
      return shop.touchOrder(order.id, { tags: ['packed'] });
  }
}

/** False when the desk refuses it. */
export async function actAtDesk(shop: LocalShop, order: Order, action: DeskStep): Promise<boolean> {
  try {
    await act(shop, order, action);
    return true;
  } catch (error) {
    if (error instanceof Refused) return false;
    throw error;
  }
}
