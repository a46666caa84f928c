// Money that went back, in the currency the shopper paid in. Shopify's documents don't settle in which currency a refund's
// transaction is told, so its own `currency` is believed.
import type { OrderLine, OrderRefund } from '#app/core/snapshots/order-snapshot.ts';
import { mulDivFloor } from '#app/core/values/money.ts';
import { UnreadableOrder } from './unreadable-order.ts';
import { sumPairs } from './snapshot-parts.ts';

/** A successful refund transaction, in its own currency's minor units. `roundingMinor` is null where nothing tells it. */
export type GivenBack = {
  amountMinor: number;
  roundingMinor: number | null;
  currency: string;
  gateway: string | null;
};

type OfOrder = { currency: string; presentmentCurrency: string; lines: readonly OrderLine[] };

/** Coins below this are rare in any currency: cash whose rounding isn't told may have been rounded by less. */
const SMALLEST_COIN_MINOR = 5;

/** Throws UnreadableOrder for a currency that is neither the shop's nor the shopper's. */
export function givenBack(
  transactions: readonly GivenBack[],
  order: OfOrder,
): Required<Pick<OrderRefund, 'moneyMinor' | 'roundingMinor'>> {
  let moneyMinor = 0;
  let roundingMinor = 0;
  for (const given of transactions) {
    const inShopMoney = given.currency !== order.presentmentCurrency;
    if (inShopMoney && given.currency !== order.currency)
      throw new UnreadableOrder('not an order: refunds.transactions.currency');
    const convert = inShopMoney ? converterOf(order) : (minor: number) => minor;
    moneyMinor += convert(given.amountMinor);
    roundingMinor += convert(roundingOf(given)) + (inShopMoney ? 1 + convert(1) : 0);
  }
  return { moneyMinor, roundingMinor };
}

function roundingOf({ roundingMinor, gateway }: GivenBack): number {
  if (roundingMinor !== null) return Math.abs(roundingMinor);
  return gateway === 'cash' ? SMALLEST_COIN_MINOR - 1 : 0;
}

/** At the rate at which the order's own lines were paid, rounded half up. */
function converterOf({ lines }: OfOrder): (shopMinor: number) => number {
  const [shop, paid] = sumPairs(lines.map(({ gross }) => gross));
  if (shop <= 0) throw new UnreadableOrder('not an order: refunds.transactions.currency');
  return (minor) => Math.floor((mulDivFloor(2 * minor, paid, shop) + 1) / 2);
}
