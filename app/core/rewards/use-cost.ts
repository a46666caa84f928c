// What a reward has cost on one order: what its code took off what the customer kept. What came back costs nothing any more,
// also where the reward's points didn't come back with it.
import { orderUse, type OrderOfVoucher } from './order-use.ts';
import { stillOff } from './points-back.ts';

/** `counts`: the order goes on, and bears the code. In the shop's minor units. */
export type UseCost = { counts: boolean; offMinor: number };

/** @param code as `codesOf` writes it */
export function useCost(order: OrderOfVoucher, code: string): UseCost {
  const use = orderUse(order, code, true);
  return { counts: !use.over, offMinor: stillOff(use) };
}
