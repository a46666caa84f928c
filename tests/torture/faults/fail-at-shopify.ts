// Shopify throttles, fails, doesn't answer, or answers and the answer is lost: the next few calls of a shop.
import type { Fault } from '#tests/local-shopify/shop/faults.ts';
import type { TortureFault } from './torture-fault.ts';

const failing = (name: string, weight: number, fault: Fault, most: number): TortureFault => ({
  name,
  weight,
  strike(random, { shopify, histories }) {
    shopify.faults(random.pick(histories).shop.domain).plan(fault, random.whole(1, most));
    return Promise.resolve(true);
  },
});

export const failAtShopify: readonly TortureFault[] = [
  failing('throttling', 4, 'throttle', 3),
  failing('error 500', 4, 'error', 2),
  failing('lost answer', 5, 'lose_answer', 2),
  failing('no answer', 1, 'time_out', 1),
];
