// Shopify throttles, fails, doesn't answer, or answers and the answer is lost: the next few calls of a shop.
import type { Fault } from '#tests/local-shopify/shop/faults.ts';
import type { TortureFault } from './torture-fault.ts';

/** Of a shop that asks for nothing (it left, or its token is dead), they would pile up, and keep the app closed for good. */
const MOST_PLANNED = 3;

const failing = (name: string, weight: number, fault: Fault, most: number): TortureFault => ({
  name,
  weight,
  strike(random, { shopify, histories }) {
    const faults = shopify.faults(random.pick(histories).shop.domain);
    const calls = random.whole(1, most);
    const isRoom = faults.planned < MOST_PLANNED;
    if (isRoom) faults.plan(fault, calls);
    return Promise.resolve(isRoom);
  },
});

export const failAtShopify: readonly TortureFault[] = [
  failing('throttling', 4, 'throttle', 3),
  failing('error 500', 4, 'error', 2),
  failing('lost answer', 5, 'lose_answer', 2),
  failing('no answer', 1, 'time_out', 1),
];
