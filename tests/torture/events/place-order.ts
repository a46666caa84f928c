// Somebody buys: a customer, a new one, one of the staff, or a guest; several lines, at times a tip, a code, shipping, and
// the free units that their card gives. Most pay at once.
import type { OrderRequest } from '#tests/local-shopify/shop/types.ts';
import type { Random } from '../random.ts';
import type { ShopHistory } from '../shop-history.ts';
import { freeUnitsAtCheckout } from './checkout.ts';
import { buyerWithCode, codesAtCheckout, drawCodes } from './codes-at-checkout.ts';
import type { TortureEvent } from './torture-event.ts';

const CODE = {
  type: 'discount_code',
  title: 'WELCOME',
  value: { kind: 'percent', percentBp: 1_000 },
} as const;

/** Shopify counts no use of a code for a draft: it works on, until the app ends it. */
const UNCOUNTED = { sourceName: 'shopify_draft_order' };

/** Null is a guest, undefined somebody new. */
function buyer(random: Random, { customers, staff }: ShopHistory): string | null | undefined {
  const dice = random.next();
  if (dice < 0.05) return null;
  if (dice < 0.08) return random.pick(staff);
  if (dice < 0.12 || customers.length === 0) return undefined;
  return random.pick(customers);
}

function drawLines(random: Random, { shop }: ShopHistory): OrderRequest['lines'] {
  return Array.from({ length: random.whole(1, 3) }, () => ({
    variantId: random.pick(random.pick(shop.products).variants).id,
    quantity: random.whole(1, 4),
  }));
}

async function newCustomer({ shop, customers }: ShopHistory): Promise<string> {
  const model = shop.setup.customers[0];
  if (!model) throw new Error(`${shop.domain} was opened without a customer`);
  const { id } = await shop.addCustomer({ ...model, tags: [] });
  customers.push(id);
  return id;
}

type Discounts = NonNullable<OrderRequest['discounts']>;

function saidOf(lines: OrderRequest['lines'], free: Discounts, codes: Discounts): string {
  const bought = lines.map(({ variantId, quantity }) => `${quantity} × ${variantId}`).join(', ');
  const units = free.flatMap(({ title, takes = [] }) =>
    takes.map((take) => `${take.units} free by ${title}`),
  );
  return [bought, ...units, ...codes.map(({ title }) => title)].join('; ');
}

export const placeOrder: TortureEvent = {
  name: 'order',
  weight: 58,
  draw(random, history) {
    const drawn = buyer(random, history);
    const lines = drawLines(random, history);
    const payment = random.chance(0.85) ? 'paid' : random.pick(['pending', 'authorized'] as const);
    const rest = {
      ...(random.chance(0.3) ? { shippingMinor: 490 } : {}),
      ...(random.chance(0.05) ? { tipMinor: random.whole(1, 500) } : {}),
      ...(random.chance(0.01) ? { test: true } : {}),
    };
    const codes = random.chance(0.15) ? [CODE] : [];
    const wanted = drawCodes(random);
    const source = random.chance(0.1) ? UNCOUNTED : {};
    return async () => {
      const { shop, orders } = history;
      const asDrawn = drawn === undefined ? await newCustomer(history) : drawn;
      const customerId = asDrawn && wanted ? buyerWithCode(history, asDrawn, wanted) : asDrawn;
      const free = customerId === null ? [] : freeUnitsAtCheckout(history, customerId, lines);
      const ours = wanted ? codesAtCheckout(history, customerId, wanted) : [];
      const discounts = [...free, ...ours, ...codes];
      const common = { customerId, lines, payment, locale: 'en', discounts } as const;
      const { id } = await shop.placeOrder({ ...common, ...rest, ...source });
      const placed = { id, everPaid: false, exchanged: false, favoured: false };
      orders.push(placed);
      for (const { title } of ours) history.nameCode(placed, title);
      history.note(placed, `${payment}: ${saidOf(lines, free, [...ours, ...codes])}`);
    };
  },
};
