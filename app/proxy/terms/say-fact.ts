// A fact of the terms in words: a name where it has one, and sentences.
import type { StampCard } from '#app/core/program/card-rules.ts';
import type { TermsFact } from '#app/core/terms/terms-fact.ts';
import type { Language } from '#app/core/values/languages.ts';
import { textsOf } from '#app/locales/texts.ts';
import { sayMoney } from '../say-money.ts';
import { pluralOf, sayNumber, sayPoints, type PointsNames } from '../say-points.ts';
import { sayAlone } from './say-alone.ts';
import { sayDays } from './say-days.ts';
import { sayMoment } from './say-moment.ts';
import { sayRewardRule, sayRewardTerms } from './say-reward-terms.ts';

export type TermsWording = { language: Language; currency: string; names: PointsNames };

/** `name` is the merchant's, or the kind of gift. */
export type SaidFact = { name: string | null; sentences: string[] };

type Of<S extends TermsFact['say']> = Extract<TermsFact, { say: S }>;

/** One line a kind of fact. */
const SAY: { readonly [S in TermsFact['say']]: (fact: Of<S>, wording: TermsWording) => SaidFact } = {
  plain: ({ fact }, { language }) => ({ name: null, sentences: [textsOf(language).terms.plain[fact]] }),
  rate: ({ points, perMinor }, { language, currency, names }) => {
    const said = sayPoints(points, language, names);
    const sentence = textsOf(language).program.earnSentence(said, sayMoney(perMinor, language, currency));
    return { name: null, sentences: [sentence] };
  },
  card: ({ card }, wording) => ({
    name: card.title[wording.language],
    sentences: cardSentences(card, wording),
  }),
  reward: ({ reward }, wording) => ({
    name: reward.title[wording.language],
    sentences: [sayRewardRule(reward, wording), ...sayRewardTerms(reward, wording)],
  }),
  gift: giftWords,
  moment: ({ moment, rewards }, wording) => sayMoment(moment, rewards, wording),
};

export function sayFact<S extends TermsFact['say']>(
  fact: Of<S> & { say: S },
  wording: TermsWording,
): SaidFact {
  return SAY[fact.say](fact, wording);
}

function cardSentences(card: StampCard, { language, currency }: TermsWording): string[] {
  const { terms, cards } = textsOf(language);
  const { products, size, maxPriceMinor, combinesWith } = card;
  const days = sayDays(card, language);
  return [
    terms.card.rule(sayNumber(size, language)),
    products.all ? terms.card.all : terms.card.chosen,
    ...(products.withoutTags.length === 0 ? [] : [terms.card.except]),
    ...(maxPriceMinor === null ? [] : [cards.ceiling(sayMoney(maxPriceMinor, language, currency))]),
    ...(days === null ? [] : [terms.card.days(days)]),
    ...sayAlone(combinesWith, language),
  ];
}

function giftWords({ moment, reward }: Of<'gift'>, { language, names }: TermsWording): SaidFact {
  const { birthdays, terms } = textsOf(language);
  const { kind, offer, who, daysBefore, daysAfter, waitDays } = moment;
  const { offer: say } = birthdays;
  const gift = offer.kind === 'points' ? sayPoints(offer.points, language, names) : terms.aReward;
  const when = daysBefore === 0 ? say.onTheDay : say.before(...counted(daysBefore, language));
  return {
    name: say.kinds[kind],
    sentences: [
      say.sentence[kind](say.members[typeof who === 'string' ? who : 'some'], gift, when),
      ...(reward ? [terms.itIs(reward.title[language])] : []),
      ...(daysAfter === 0 ? [] : [terms.late(...counted(daysAfter, language))]),
      ...(waitDays === 0 ? [] : [say.wait(...counted(waitDays, language))]),
    ],
  };
}

const counted = (count: number, language: Language) =>
  [sayNumber(count, language), pluralOf(count, language)] as const;
