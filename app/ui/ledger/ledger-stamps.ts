// What an event moved on cards. What an order earned and what its free items took stand beside each other: +5 and −5.
import { cardKeyOf } from '#app/core/values/units.ts';
import type { EntryRow } from '../members/member/member-data.ts';

export type Moved = { cardKey: string; amount: number };

/** By card, earned before taken; what a merge moved from one member to the other is nothing. */
export function stampsMoved(entries: readonly EntryRow[]): Moved[] {
  const sums = new Map<string, Moved>();
  for (const { unit, kind, amount } of entries) {
    const cardKey = cardKeyOf(unit);
    if (cardKey === null) continue;
    const of = `${cardKey} ${kind === 'free-unit' ? 'taken' : 'earned'}`;
    sums.set(of, { cardKey, amount: (sums.get(of)?.amount ?? 0) + amount });
  }
  return [...sums.values()].filter(({ amount }) => amount !== 0);
}
