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

/** @param shippingMinor what shipping usually costs in this shop; null where nobody knows. @param rewards that there are already */
export function proposals(
  earn: ProgramRules['earn'],
  currency: string,
  shippingMinor: number | null,
  rewards: readonly Pick<Reward, 'gives'>[] = [],
): { amount: Proposal; shipping: Proposal } {
  const step = STEPS * firstStepMinor(currency);
  const minor = newAmount(step, rewards);
  const upToMinor = shippingMinor ?? step;
  return {
    amount: { gives: { kind: 'amount', minor }, cost: costAtFivePercent(minor, earn), minimumMinor: minor },
    shipping: {
      gives: { kind: 'free-shipping', upToMinor },
      cost: costAtFivePercent(upToMinor, earn),
      minimumMinor: null,
    },
  };
}

/** The smallest multiple of a step that no reward takes off yet. */
function newAmount(step: number, rewards: readonly Pick<Reward, 'gives'>[]): number {
  const taken = rewards.map(({ gives }) => (gives.kind === 'amount' ? gives.minor : 0));
  let minor = step;
  while (taken.includes(minor)) minor += step;
  return minor;
}
