import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { NO_PRODUCTS } from '#app/core/program/card-rules.ts';
import type { Reward, RewardGives } from '#app/core/rewards/reward-rules.ts';
import { pick } from '#app/locales/plural.ts';
import { textsOf } from '#app/locales/texts.ts';
import { formatMoney, formatNumber, formatPercent, pluralForm } from '#app/ui/values/format.ts';
import { productsInWords, type Wording } from '../stamps/card-terms.ts';
import { rewardTerms } from './reward-terms.ts';

type Names = ProgramRules['names'];

/** "120 points", by the program's name for them. */
export function pointsInWords(points: number, names: Names, { language }: Pick<Wording, 'language'>): string {
  return `${formatNumber(points, language)} ${pick(pluralForm(points, language), names[language])}`;
}

/** "100 points are €5.00 off the order." */
export function rewardRule(reward: Reward, names: Names, wording: Wording): string {
  const { language } = wording;
  const points = pointsInWords(reward.cost, names, wording);
  const what = givesInWords(reward.gives, wording);
  return textsOf(language).rewards.sentence(points, pluralForm(reward.cost, language), what);
}

/** The same with its terms: "Orders of at least €5.00. Ready to use for 30 days." */
export function rewardSentence(reward: Reward, names: Names, wording: Wording): string {
  return [rewardRule(reward, names, wording), ...rewardTerms(reward, wording)].join(' ');
}

/** "€5.00 off the order" */
export function givesInWords(gives: RewardGives, wording: Wording): string {
  const { language, currency } = wording;
  const { rewards } = textsOf(language);
  const money = (minor: number) => formatMoney(minor, currency, language);
  switch (gives.kind) {
    case 'amount':
      return rewards.off(money(gives.minor));
    case 'free-shipping':
      return gives.upToMinor === null
        ? rewards.freeShipping
        : rewards.freeShippingUpTo(money(gives.upToMinor));
    case 'percent': {
      const percent = formatPercent(gives.percent, language);
      if (gives.of === 'order') return rewards.percentOff(percent);
      const { productIds, collectionIds } = gives.of;
      const nothing = productIds.length + collectionIds.length === 0;
      const products = nothing
        ? rewards.productsToChoose
        : productsInWords({ ...NO_PRODUCTS, productIds, collectionIds }, wording);
      return rewards.percentOffProducts(percent, products);
    }
  }
}
