// "Take 3.50 instead of 6.00": an amount that is ready to use may become another one. It costs what its step said when it was
// taken; more than was taken is given only while the reward is offered just so.
import { priceOf, wrongAmount, type RedeemRefusal } from './decide-redeem.ts';
import type { Reward } from './reward-rules.ts';
import { shownHash } from './shown-hash.ts';

export type AmountRefusal =
  | Extract<RedeemRefusal, { reason: 'excluded' | 'owing' | 'not-enough' | 'over' | 'amount' }>
  | { reason: 'changed' };

export type AmountState = {
  /** As it was given. */
  reward: Reward;
  /** The program's of the same key; null where it has none. */
  published: Reward | null;
  /** Points that it has taken so far. */
  price: number;
  /** What the member has beside them. */
  points: number;
  excluded: boolean;
  validUntil: string;
  /** Of the shop's calendar. */
  today: string;
};

/** @param minor what it shall take off, in minor units of the shop's currency */
export function decideAmount(
  state: AmountState,
  minor: number,
): { ok: true; price: number } | { ok: false; refusal: AmountRefusal } {
  const price = priceOf(state.reward, minor);
  const refusal = price > state.price ? whyNoMore(state, minor, price) : whyNotNow(state, minor);
  return refusal ? { ok: false, refusal } : { ok: true, price };
}

function whyNotNow({ reward, validUntil, today }: AmountState, minor: number): AmountRefusal | null {
  return today > validUntil ? { reason: 'over' } : wrongAmount(reward, minor);
}

function whyNoMore(state: AmountState, minor: number, price: number): AmountRefusal | null {
  const { reward, published, points, excluded } = state;
  if (excluded) return { reason: 'excluded' };
  if (!published || shownHash(published) !== shownHash(reward)) return { reason: 'changed' };
  const wrong = whyNotNow(state, minor);
  if (wrong) return wrong;
  if (points < 0) return { reason: 'owing', owed: -points };
  const missing = price - state.price - points;
  return missing > 0 ? { reason: 'not-enough', missing } : null;
}
