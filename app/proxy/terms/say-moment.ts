// A moment of the list in the terms: what brings it, what it brings, and for whom and how long, a sentence each.
import type { CauseKind } from '#app/core/moments/causes/cause-kinds.ts';
import type { MomentRule, Offer } from '#app/core/moments/moment-rule.ts';
import type { Reward } from '#app/core/rewards/reward-rules.ts';
import type { Language } from '#app/core/values/languages.ts';
import { textsOf } from '#app/locales/texts.ts';
import { pluralOf, sayNumber, sayPoints } from '../say-points.ts';
import type { SaidFact, TermsWording } from './say-fact.ts';

type OfKind<K extends CauseKind> = Extract<MomentRule, { kind: K }>;
type SayCause<K extends CauseKind> = (when: OfKind<K>['when'], language: Language) => string;

const say = (language: Language) => textsOf(language).terms.moments;
const counted = (count: number, language: Language) =>
  [sayNumber(count, language), pluralOf(count, language)] as const;

/** One line a kind; null where the terms don't foretell it. */
export const CAUSES_IN_TERMS: { readonly [K in CauseKind]: SayCause<K> | null } = {
  joined: (_, language) => say(language).causes.joined,
  'nth-order': ({ n, every }, language) => {
    const { everySingle, everyOrder, order } = say(language).causes;
    if (every && n === 1) return everySingle;
    return (every ? everyOrder : order)(sayNumber(n, language));
  },
  birthday: (_, language) => say(language).causes.birthday,
  anniversary: (_, language) => say(language).causes.anniversary,
  'life-date': ({ yearly }, language) => say(language).causes[yearly ? 'eachYear' : 'once'],
  newsletter: (_, language) => say(language).causes.newsletter,
  'parcel-arrived': ({ days }, language) => {
    const { arrived, arrivedAtOnce } = say(language).causes;
    return days === 0 ? arrivedAtOnce : arrived(...counted(days, language));
  },
  'parcel-late': null,
  silent: null,
  'by-hand': null,
};

export function sayMoment(moment: MomentRule, rewards: readonly Reward[], wording: TermsWording): SaidFact {
  const { language } = wording;
  const { title, kind, who, ceiling, offers } = moment;
  const words = say(language);
  const gifts = offers.map((offer) => sayOffer(offer, rewards, wording));
  const [gift = words.words] = gifts;
  const brings = gifts.length > 1 ? words.choice(sayNumber(gifts.length, language)) : gift;
  return {
    name: title[language],
    sentences: [
      words.brings(sayCause(moment, language), brings),
      ...(gifts.length > 1
        ? gifts.map((each, index) => words.oneOf(sayNumber(index + 1, language), each))
        : []),
      ...(kind === 'nth-order' ? [words.counted] : []),
      ...daysOf(moment, language),
      ...(who.conditions.length > 0 ? [words.some] : []),
      ...(ceiling ? [words.ceiling] : []),
      ...(moment.consent ? [words.told(moment.consent[language])] : []),
    ],
  };
}

function sayCause({ kind, when }: MomentRule, language: Language): string {
  const words = CAUSES_IN_TERMS[kind] as ((of: unknown, language: Language) => string) | null;
  if (!words) throw new Error(`the terms don’t foretell a moment of the kind ${kind}`);
  return words(when, language);
}

/** What the shop does by hand is told by its kind: the words are the shop's own note. */
function sayOffer(offer: Offer, rewards: readonly Reward[], { language, names }: TermsWording): string {
  const { tasks, quoted } = say(language);
  if (offer.kind === 'points') return sayPoints(offer.points, language, names);
  if (offer.kind === 'task') return tasks[offer.task];
  const reward = rewards.find(({ key }) => key === offer.key);
  return reward ? quoted(reward.title[language]) : textsOf(language).terms.aReward;
}

/** Points stay, and what is done by hand has no last day. */
function daysOf({ offers, openDays }: MomentRule, language: Language): string[] {
  const { days, daysToChoose } = say(language);
  if (offers.length > 1) return [daysToChoose(...counted(openDays, language))];
  return offers.some(({ kind }) => kind === 'reward') ? [days(...counted(openDays, language))] : [];
}
