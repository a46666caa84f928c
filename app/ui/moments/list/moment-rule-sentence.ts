// "With order no. 3: one of their choice (50 points, “Free coffee”)." What a moment does, in the merchant's words.
import type { CauseKind } from '#app/core/moments/causes/cause-kinds.ts';
import type { MomentRule, Offer } from '#app/core/moments/moment-rule.ts';
import type { Language } from '#app/core/values/languages.ts';
import { textsOf } from '#app/locales/texts.ts';
import { formatNumber, pluralForm } from '#app/ui/values/format.ts';
import type { Wording } from '../../stamps/card-terms.ts';
import { giftInWords, type AroundMoment } from '../describe-moment.ts';

export function momentRuleSentence(moment: MomentRule, of: AroundMoment, wording: Wording): string {
  const { moments: say } = textsOf(wording.language);
  return say.sentence(causeInWords(moment, wording.language), offersInWords(moment.offers, of, wording));
}

type OfKind<K extends CauseKind> = Extract<MomentRule, { kind: K }>;
type CauseWords = { [K in CauseKind]: (moment: OfKind<K>, language: Language) => string };

const counted = (count: number, language: Language) =>
  [formatNumber(count, language), pluralForm(count, language)] as const;
const causes = (language: Language) => textsOf(language).moments.causes;

const WORDS: CauseWords = {
  joined: (_, language) => causes(language).joined,
  'nth-order': ({ when: { n, every } }, language) =>
    causes(language)[every ? 'everyOrder' : 'order'](formatNumber(n, language)),
  birthday: (_, language) => causes(language).birthday,
  anniversary: (_, language) => causes(language).anniversary,
  'life-date': (_, language) => causes(language).lifeDate,
  newsletter: (_, language) => causes(language).newsletter,
  'parcel-arrived': ({ when: { days } }, language) =>
    days === 0 ? causes(language).arrivedAtOnce : causes(language).arrived(...counted(days, language)),
  'parcel-late': ({ when: { days } }, language) => causes(language).late(...counted(days, language)),
  silent: ({ when: { factor } }, language) => causes(language).silent(formatNumber(factor, language)),
  'by-hand': (_, language) => causes(language).byHand,
};

export function causeInWords(moment: MomentRule, language: Language): string {
  const words = WORDS[moment.kind] as (moment: MomentRule, language: Language) => string;
  return words(moment, language);
}

export function offersInWords(offers: readonly Offer[], of: AroundMoment, wording: Wording): string {
  const { moments: say } = textsOf(wording.language);
  const gifts = offers.map((offer) => offerInWords(offer, of, wording));
  if (gifts.length > 1) return say.choice(gifts.join(', '));
  return gifts[0] ?? say.wordsOnly;
}

function offerInWords(offer: Offer, of: AroundMoment, wording: Wording): string {
  const { moments: say } = textsOf(wording.language);
  if (offer.kind === 'task') return say.tasks[offer.task](offer.words);
  return offer.kind === 'reward' && offer.key === '' ? say.noReward : giftInWords(offer, of, wording);
}
