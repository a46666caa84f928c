// Somebody buys: a customer, a new one, one of the staff, or a guest, with the free units that their card gives and with codes.
// Of some carts Shopify is asked which codes it takes; of others nobody is, as where an app writes the order. Most pay at once.
import { requestOfCart } from '#tests/local-shopify/shop/cart-order.ts';
import type { DiscountRequest } from '#tests/local-shopify/shop/types.ts';
import type { Random } from '../random.ts';
import type { ShopHistory } from '../shop-history.ts';
import { freeUnitsAtCheckout } from './checkout.ts';
import {
  buyerWithCode,
  codesAtCheckout,
  drawCodes,
  typedCodes,
  type WantedCodes,
} from './codes-at-checkout.ts';
import { drawPurchase, saidOfPurchase, type Purchase } from './draw-purchase.ts';
import type { TortureEvent } from './torture-event.ts';

const CODE = {
  type: 'discount_code',
  title: 'WELCOME',
  value: { kind: 'percent', percentBp: 1_000 },
} as const;
/** The same, as the stand-in's shops have it. */
const SPRING = 'SPRING10';

/** Null is a guest, undefined somebody new. */
function buyer(random: Random, { customers, staff }: ShopHistory): string | null | undefined {
  const dice = random.next();
  if (dice < 0.05) return null;
  if (dice < 0.08) return random.pick(staff);
  if (dice < 0.12 || customers.length === 0) return undefined;
  return random.pick(customers);
}

async function newCustomer({ shop, customers }: ShopHistory): Promise<string> {
  const model = shop.setup.customers[0];
  if (!model) throw new Error(`${shop.domain} was opened without a customer`);
  const { id } = await shop.addCustomer({ ...model, tags: [] });
  customers.push(id);
  return id;
}

/** What is written without asking whether it may stand there. */
function writtenDiscounts(
  history: ShopHistory,
  customerId: string | null,
  { lines, rest, welcome }: Purchase,
  wanted: WantedCodes | null,
): DiscountRequest[] {
  const free = customerId === null ? [] : freeUnitsAtCheckout(history, customerId, lines);
  const ours = wanted ? codesAtCheckout(history, customerId, wanted, rest) : [];
  return [...free, ...ours, ...(welcome ? [CODE] : [])];
}

/** What Shopify takes of the codes that were typed: which stand together, from which sum on, which are used up or ended. */
function takenDiscounts(
  { shop }: ShopHistory,
  { lines, rest, payment, welcome }: Purchase,
  typed: readonly string[],
): DiscountRequest[] {
  const codes = [...typed, ...(welcome ? [SPRING] : [])];
  const { presentment } = rest;
  // By a guest's cart: what cards give is written, and never asked for here.
  const guest = { customerId: null, isAuthenticated: false, language: 'en' };
  const cart = { lines, codes, ...guest, ...(presentment ? { presentment } : {}) };
  return requestOfCart(shop, cart, { payment, ...rest }).discounts ?? [];
}

function saidOf(discounts: readonly DiscountRequest[]): string[] {
  return discounts.map(({ type, title, takes = [] }) =>
    type === 'automatic' ? `${takes.map(({ units }) => units).join(' and ')} free by ${title}` : title,
  );
}

export const placeOrder: TortureEvent = {
  name: 'order',
  weight: 58,
  draw(random, history) {
    const drawn = buyer(random, history);
    const purchase = drawPurchase(random, history);
    const wanted = drawCodes(random);
    return async () => {
      const { shop, orders } = history;
      const asDrawn = drawn === undefined ? await newCustomer(history) : drawn;
      const customerId = asDrawn && wanted ? buyerWithCode(history, asDrawn, wanted) : asDrawn;
      const discounts = wanted?.isAsked
        ? takenDiscounts(history, purchase, typedCodes(history, customerId, wanted))
        : writtenDiscounts(history, customerId, purchase, wanted);
      const { lines, payment, rest } = purchase;
      const { id } = await shop.placeOrder({ customerId, lines, payment, locale: 'en', discounts, ...rest });
      const placed = { id, everPaid: false, exchanged: false, favoured: false };
      orders.push(placed);
      for (const { type, title } of discounts.filter(isOurs))
        history.nameCode(placed, title, type === 'discount_code');
      history.note(placed, [saidOfPurchase(purchase), ...saidOf(discounts)].join('; '));
    };
  },
};

/** Not the merchant's own. */
const isOurs = ({ type, title }: DiscountRequest): boolean =>
  type !== 'automatic' && title !== CODE.title && title !== SPRING;
