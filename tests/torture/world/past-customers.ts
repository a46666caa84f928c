// Customers and orders from before the app was there: it hears of them only where something of them changes, or where it reads them.
import type { Customer } from '#tests/local-shopify/shop/types.ts';
import { Random } from '../random.ts';
import { drawPurchase } from '../events/draw-purchase.ts';
import type { ShopHistory } from '../shop-history.ts';

const CUSTOMERS = 4;
const ORDERS = 12;
const MOST_DAYS = 25;
const DAY_MS = 86_400_000;

/** Long enough to be asked where they are, and short enough for Shopify to tell of it. */
const SLEEPS_DAYS = 47;

/** Nothing else ever happens to them: the app knows of them only by reading past orders. */
async function sellToSleeper({ shop, past }: ShopHistory, random: Random, model: Customer): Promise<void> {
  const { id: customerId } = await shop.addCustomer({ ...model, tags: [] });
  const placedAt = new Date(shop.now().getTime() - SLEEPS_DAYS * DAY_MS);
  const lines = [{ variantId: random.pick(random.pick(shop.products).variants).id, quantity: 1 }];
  const { id } = await shop.placeOrder({ customerId, lines, payment: 'paid', locale: 'en', placedAt });
  past.add(id);
}

/** Before the app is opened for the first time. */
export async function sellBefore(history: ShopHistory, seed: number): Promise<void> {
  const random = new Random(seed);
  const { shop, customers, orders, past } = history;
  const model = shop.setup.customers[0];
  if (!model) throw new Error(`${shop.domain} was opened without a customer`);
  while (customers.length < CUSTOMERS) customers.push((await shop.addCustomer({ ...model, tags: [] })).id);
  await sellToSleeper(history, random, model);
  for (let count = 0; count < ORDERS; count += 1) {
    const { lines, rest } = drawPurchase(random, history);
    const customerId = random.pick(customers);
    const placedAt = new Date(shop.now().getTime() - random.whole(1, MOST_DAYS) * DAY_MS);
    const { id } = await shop.placeOrder({ customerId, lines, payment: 'paid', locale: 'en', placedAt, ...rest });
    const placed = { id, everPaid: false, exchanged: false, favoured: false };
    orders.push(placed);
    past.add(id);
    history.note(placed, 'was placed before the app was there');
  }
} // prettier-ignore
