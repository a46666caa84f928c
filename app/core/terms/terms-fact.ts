// One thing that the terms say, as the rules have it; the words are app/locales' own.
import type { MomentRule } from '../moments/moment-rule.ts';
import type { Moment } from '../moments/moment-rules.ts';
import type { StampCard } from '../program/card-rules.ts';
import type { Reward } from '../rewards/reward-rules.ts';

/** The parts of the terms, in the order in which they are read. */
export const TERMS_PARTS = [
  'earning',
  'cards',
  'rewards',
  'gifts',
  'refunds',
  'expiry',
  'conversion',
  'accounts',
] as const;
export type TermsPart = (typeof TERMS_PARTS)[number];

/** Said alike under every rule. */
export type PlainFact =
  | 'paused'
  | 'points-off'
  | 'when-paid'
  | 'discounts'
  | 'tax-as-shown'
  | 'tax-without'
  | 'shipping'
  | 'no-shipping'
  | 'gift-cards'
  | 'no-gift-cards'
  | 'tips'
  | 'no-tips'
  | 'never'
  | 'left-out'
  | 'no-cards'
  | 'no-rewards'
  | 'no-gifts'
  | 'refund'
  | 'cancelled'
  | 'below-zero'
  | 'used-back'
  | 'free-back'
  | 'points-stay'
  | 'stamps-stay'
  | 'reward-ends'
  | 'gift-ends'
  | 'only-rewards'
  | 'no-conversion'
  | 'no-money'
  | 'merged'
  | 'leaving'
  | 'changes';

export type TermsFact =
  | { say: 'plain'; fact: PlainFact }
  | { say: 'rate'; points: number; perMinor: number }
  | { say: 'card'; card: StampCard }
  | { say: 'reward'; reward: Reward }
  /** `reward` is the one that it gives; null for points. */
  | { say: 'gift'; moment: Moment; reward: Reward | null }
  /** Of the list; `rewards` are the program's, of which it gives some. */
  | { say: 'moment'; moment: MomentRule; rewards: readonly Reward[] };

/** Parts with what they say, in their order; none is empty. */
export type Terms = readonly { part: TermsPart; facts: readonly TermsFact[] }[];
