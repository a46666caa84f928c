// What a shop without rewards is offered to begin with: an amount off, and free shipping. Both give back five percent.
import type { ProgramRules } from '../program/program-rules.ts';
import { firstStepMinor } from '../program/first-program.ts';
import { REWARD_LIMITS, type Reward } from '../rewards/reward-rules.ts';

export type Proposal = Pick<Reward, 'gives' | 'cost' | 'minimumMinor'>;

/** What a proposal gives of what is spent for it: a twentieth. */
const SPENT_FOR_ONE = 20;
/** A round amount, of the money that one point stands for at first: 5.00, ¥500, ₩5,000. */
const STEPS = 5;

/** Points for which an amount gives back five percent; at least one. */
export function costAtFivePercent(minor: number, { points, perMinor }: ProgramRules['earn']): number {
  const cost = (BigInt(minor) * BigInt(SPENT_FOR_ONE) * BigInt(points)) / BigInt(perMinor);
  return Math.min(Math.max(Number(cost), 1), REWARD_LIMITS.cost);
}

/** @param shippingMinor what shipping usually costs in this shop; null where nobody knows */
export function proposals(
  earn: ProgramRules['earn'],
  currency: string,
  shippingMinor: number | null,
): { amount: Proposal; shipping: Proposal } {
  const minor = STEPS * firstStepMinor(currency);
  const upToMinor = shippingMinor ?? minor;
  return {
    amount: { gives: { kind: 'amount', minor }, cost: costAtFivePercent(minor, earn), minimumMinor: minor },
    shipping: {
      gives: { kind: 'free-shipping', upToMinor },
      cost: costAtFivePercent(upToMinor, earn),
      minimumMinor: null,
    },
  };
}
