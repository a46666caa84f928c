// A checkout of Local Shopify with a reward's code: what the core says that it takes off, and what the order bears.
import { savingTaken } from '#app/core/rewards/saving-taken.ts';
import type { Saving } from '#app/core/rewards/function-kinds/function-cart.ts';
import {
  VOUCHER_CONFIG,
  VOUCHER_VARIABLES,
  VOUCHERS_FUNCTION,
  voucherClass,
  voucherConfig,
  voucherVariables,
  type FunctionGives,
} from '#app/core/rewards/voucher-config.ts';
import type { NeverEarns } from '#app/core/program/never-earns.ts';
import { functionInput } from '#tests/local-shopify/functions/function-cart.ts';
import { queryInput } from '#tests/local-shopify/functions/input-query.ts';
import { shownCart } from '#tests/local-shopify/shop/cart-order.ts';
import { ratedOf, type Cart } from '#tests/local-shopify/shop/cart.ts';
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import { exponentOf, shownLineMinor } from '#tests/local-shopify/shop/money.ts';
import { COMBINES } from '#tests/local-shopify/shop/offers.ts';
import type { Metafields, Order, OrderLine } from '#tests/local-shopify/shop/types.ts';
import { metafieldsOf } from '#tests/support/with-cards.ts';
import { extensionFiles } from '../extension-files.ts';
import { savingOf } from './reference-answer.ts';
import { voucherCart } from './voucher-cart.ts';
import type { VoucherInput } from './voucher-input.ts';
import { CODE, TITLE } from './voucher-scene.ts';

const { inputQuery } = extensionFiles(VOUCHERS_FUNCTION);
const AT = '2026-01-05T09:00:00Z';

export type Rewarded = { gives: FunctionGives; minimumMinor: number | null; never: NeverEarns };

/** By line, in minor units of the shopper's currency. */
export type Checkout = { saving: Saving | null; said: number[]; ours: number[]; others: number[] };

/** The reward's discount is there for this checkout alone. */
export async function checkout(shop: LocalShop, cart: Cart, reward: Rewarded): Promise<Checkout> {
  const held = metafieldsOfReward(shop, reward);
  const { id } = await shop.codeDiscounts.add(discountOf(reward, held.metafields), CODE);
  const order = await shop.placeOrder(shownCart(shop, cart));
  await shop.codeDiscounts.remove(id);
  const discount = { metafields: held.metafields, discountClasses: [voucherClass(reward.gives)] };
  const whole = functionInput({ shop, cart, discount, code: CODE });
  const input = queryInput(inputQuery, whole, held.variables) as VoucherInput;
  const saving = savingOf(input);
  const [ours, others] = [offLines(order, true), offLines(order, false)];
  const priced = voucherCart(input, exponentOf(shop.currency)).lines.map((line, index) => ({
    ...line,
    lowered: offLines(order, false, 'automatic')[index] ?? 0,
  }));
  return { saving, said: savingTaken(saving, priced, shop.unsettled.leastSubtotal), ours, others };
}

function metafieldsOfReward(shop: LocalShop, { gives, minimumMinor, never }: Rewarded) {
  const ofShop = { currencyExponent: exponentOf(shop.currency), never };
  const variables = voucherVariables({ gives }, ofShop);
  const metafields = metafieldsOf(shop, [
    [VOUCHER_CONFIG, voucherConfig({ title: TITLE, gives, minimumMinor }, ofShop)],
    [VOUCHER_VARIABLES, variables],
  ]);
  return { metafields, variables };
}

function discountOf({ gives }: Rewarded, metafields: Metafields) {
  return {
    gives: {
      ...{ kind: 'app' as const, functionHandle: VOUCHERS_FUNCTION, metafields },
      discountClasses: [voucherClass(gives)],
    },
    ...{ title: TITLE.en, tags: [], items: null, minimum: null, usageLimit: 1, combinesWith: COMBINES },
    ...{ startsAt: AT, endsAt: null, appliesOnSubscription: false, appliesOnOneTimePurchase: true },
    recurringCycleLimit: 1,
  };
}

function offLines(order: Order, own: boolean, type?: 'automatic'): number[] {
  return order.lines.map((line) =>
    line.allocations
      .filter(({ application }) => {
        const named = order.discounts[application];
        return (named?.title === CODE) === own && (type === undefined || named?.type === type);
      })
      .reduce((sum, allocation) => sum + shownOf(order, line, allocation), 0),
  );
}

function shownOf(
  order: Order,
  line: OrderLine,
  { amountMinor, shownMinor }: OrderLine['allocations'][number],
) {
  return shownMinor ?? shownLineMinor(order, line.unitPriceMinor, amountMinor);
}

export const shownPrices = (shop: LocalShop, cart: Cart): number[] =>
  cart.lines.map(({ variantId, quantity }) => {
    const price = shop.variant(variantId)?.variant.priceMinor ?? 0;
    return shownLineMinor(ratedOf(shop, cart), price, price * quantity);
  });
