// Amounts as webhook payloads tell them.
import { z } from 'zod';
import type { MoneyPair } from '#app/core/snapshots/order-snapshot.ts';
import { toldAmount } from '../payloads/told-values.ts';
import { pairIn } from './snapshot-parts.ts';

const money = z.object({ amount: toldAmount });

export const moneySet = z.object({ shop_money: money, presentment_money: money });
export type MoneySet = z.infer<typeof moneySet>;

/** Reads one amount in both currencies. Throws UnreadableOrder. */
export type PairOf = (set: MoneySet) => MoneyPair;

export function pairOf(currencies: { currency: string; presentmentCurrency: string }): PairOf {
  const inMinor = pairIn(currencies);
  return (set) => inMinor(set.shop_money, set.presentment_money);
}
