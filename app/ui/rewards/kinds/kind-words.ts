// What is said of a kind of reward.
import type { RewardForm } from '#app/core/editing/reward-form.ts';
import type { GivesOf, KindName } from '#app/core/rewards/kinds/reward-kind.ts';
import type { Reward } from '#app/core/rewards/reward-rules.ts';
import type { Language } from '#app/core/values/languages.ts';
import type { Wording } from '../../stamps/card-terms.ts';

/** What a name can be made of. */
export type Named = Pick<RewardForm, 'kind' | 'amount' | 'percent' | 'products'>;

export type KindWords<K extends KindName> = {
  /** "€5.00 off": what shoppers would call it; null while its number can't be read. */
  title: (form: Named, currency: string, language: Language) => string | null;
  /** "€5.00 off the order" */
  gives: (gives: GivesOf<K>, wording: Wording) => string;
  /** The rule, where it isn't "100 points are" and what it gives. `points` is "100 points". */
  rule?: (gives: GivesOf<K>, points: string, wording: Wording) => string;
  /** Terms of its own, a sentence each. */
  terms: (gives: GivesOf<K>, wording: Wording) => string[];
  /** Whether its smallest order goes without saying. */
  isPlainMinimum: (reward: Pick<Reward, 'minimumMinor'>, gives: GivesOf<K>) => boolean;
};

/** What most kinds say alike. */
export const PLAIN_WORDS = { terms: () => [], isPlainMinimum: () => false } as const;
