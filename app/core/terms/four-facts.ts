// Before somebody joins they are told four things: how points are earned, what they bring, when they end, and what they turn into
// (Québec, regulation P-40.1 r. 3, s. 79.6.4, read on 2026-11-21).
import type { ProgramRules } from '../program/program-rules.ts';
import { conversionOf, rateOf } from './terms-of-rules.ts';
import type { TermsFact } from './terms-fact.ts';

export const FOUR_FACTS = ['earned', 'bring', 'end', 'convert'] as const;
export type FourFact = (typeof FOUR_FACTS)[number];

export function fourFacts(rules: ProgramRules): Record<FourFact, TermsFact[]> {
  const rewards = rules.rewards ?? [];
  return {
    earned: rateOf(rules),
    bring:
      rewards.length === 0
        ? [{ say: 'plain', fact: 'no-rewards' }]
        : rewards.map((reward) => ({ say: 'reward', reward })),
    end: [{ say: 'plain', fact: 'points-stay' }],
    convert: conversionOf(rules),
  };
}
