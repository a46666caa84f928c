// "120 points, worth €6.00": by the rate of any amount where the program has it; else the most money that one reward takes off for
// that many points at most; else nothing is said. A reward that can't be taken today says nothing. Blocks say the same.
import { worthOf } from './any-amount.ts';
import type { RewardGives } from './reward-gives.ts';

type Priced = {
  readonly cost: number;
  readonly gives: Pick<RewardGives, 'kind'> & { readonly minor?: number };
  readonly startsOn?: string | null | undefined;
  readonly endsOn?: string | null | undefined;
};

/**
 * In minor units of the shop's currency; null where nothing is said.
 * @param today in the shop's calendar
 */
export function worthOfBalance(points: number, rewards: readonly Priced[], today: string): number | null {
  const ofToday = rewards.filter(
    ({ startsOn, endsOn }) => (startsOn ?? today) <= today && today <= (endsOn ?? today),
  );
  const minorOf = (kind: RewardGives['kind']) =>
    ofToday.flatMap(({ cost, gives }) =>
      gives.kind === kind ? [{ points: cost, minor: gives.minor ?? 0 }] : [],
    );
  const [rate] = minorOf('any-amount');
  if (rate) return worthOf(points, rate) || null;
  const amounts = minorOf('amount').filter(({ points: cost }) => cost <= points);
  return Math.max(0, ...amounts.map(({ minor }) => minor)) || null;
}
