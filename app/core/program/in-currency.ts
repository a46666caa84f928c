// The same figures in another currency: "1 point for every €1" becomes "1 point for every $1", and what is counted in
// hundredths there and in whole units here is counted so.
import { currencyExponent, MOST_MINOR } from '../values/money.ts';
import { kindOf } from '../rewards/kinds/kind-of.ts';
import type { Reward } from '../rewards/reward-rules.ts';
import type { ProgramRules } from './program-rules.ts';

/** A step or a ceiling is at least one minor unit, and no part of one. */
function scaled(minor: number, decimals: number): number {
  const exact = decimals >= 0 ? minor * 10 ** decimals : Math.ceil(minor / 10 ** -decimals);
  return Math.min(exact, MOST_MINOR);
}

export function inCurrency(rules: ProgramRules, from: string, to: string): ProgramRules {
  const decimals = currencyExponent(to) - currencyExponent(from);
  if (decimals === 0) return rules;
  const { rewards } = rules;
  return {
    ...rules,
    earn: { ...rules.earn, perMinor: scaled(rules.earn.perMinor, decimals) },
    cards: rules.cards.map((card) => ({
      ...card,
      maxPriceMinor: card.maxPriceMinor === null ? null : scaled(card.maxPriceMinor, decimals),
    })),
    ...(rewards && { rewards: rewards.map((reward) => rewardIn(reward, decimals)) }),
  };
}

function rewardIn(reward: Reward, decimals: number): Reward {
  const { minimumMinor, gives } = reward;
  return {
    ...reward,
    gives: kindOf(gives).withMoney(gives, (minor) => scaled(minor, decimals)),
    minimumMinor: minimumMinor === null ? null : scaled(minimumMinor, decimals),
  };
}
