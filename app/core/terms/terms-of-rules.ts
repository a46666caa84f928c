// "How points are earned, what they bring, what a refund does": all that a customer can ask of the rules, part by part.
import { causeOf } from '../moments/causes/cause-kinds.ts';
import { withoutPaused } from '../moments/paused-moments.ts';
import type { ProgramRules } from '../program/program-rules.ts';
import { TERMS_PARTS, type PlainFact, type Terms, type TermsFact, type TermsPart } from './terms-fact.ts';

const FACTS: Readonly<Record<TermsPart, (rules: ProgramRules) => TermsFact[]>> = {
  earning: (rules) => [...rateOf(rules), ...plain('when-paid', 'discounts', ...counted(rules))],
  cards: ({ cards }) =>
    cards.length === 0 ? plain('no-cards') : cards.map((card) => ({ say: 'card', card })),
  rewards: ({ rewards = [] }) =>
    rewards.length === 0 ? plain('no-rewards') : rewards.map((reward) => ({ say: 'reward', reward })),
  gifts: giftsOf,
  refunds: () => plain('refund', 'cancelled', 'used-back', 'free-back', 'below-zero'),
  expiry: () => plain('points-stay', 'stamps-stay', 'reward-ends', 'gift-ends'),
  conversion: conversionOf,
  accounts: ({ leftOutTags }) =>
    plain('merged', 'leaving', ...only(leftOutTags.length > 0, 'left-out'), 'changes'),
};

export function termsOfRules(rules: ProgramRules): Terms {
  const running = withoutPaused(rules);
  return TERMS_PARTS.map((part) => ({ part, facts: FACTS[part](running) }));
}

const plain = (...facts: PlainFact[]): TermsFact[] => facts.map((fact) => ({ say: 'plain', fact }));
const only = (holds: boolean, fact: PlainFact): PlainFact[] => (holds ? [fact] : []);

/** How points come in; while the program is paused, that nothing does. */
export function rateOf({ earn, pointsOff, paused }: ProgramRules): TermsFact[] {
  if (paused) return plain('paused');
  return pointsOff ? plain('points-off') : [{ say: 'rate', ...earn }];
}

/** What points turn into: the rewards, where there are any. */
export function conversionOf({ rewards = [] }: ProgramRules): TermsFact[] {
  return plain(rewards.length > 0 ? 'only-rewards' : 'no-conversion', 'no-money');
}

function counted({ counts, neverEarns }: ProgramRules): PlainFact[] {
  const { tax, shipping, giftCards, tips } = counts;
  return [
    tax === 'without' ? 'tax-without' : 'tax-as-shown',
    shipping ? 'shipping' : 'no-shipping',
    giftCards ? 'gift-cards' : 'no-gift-cards',
    tips ? 'tips' : 'no-tips',
    ...only(neverEarns !== undefined && hasAny(neverEarns), 'never'),
  ];
}

const hasAny = (never: { productIds: readonly string[]; collectionIds: readonly string[] }): boolean =>
  never.productIds.length + never.collectionIds.length > 0;

/** What comes as a surprise isn't foretold: neither a gift after a silence nor what the shop says is late. */
function giftsOf(rules: ProgramRules): TermsFact[] {
  const { moments = [], rewards = [] } = rules;
  const foretold = moments.filter(({ kind }) => causeOf(kind).foretold);
  const facts = [
    ...yearlyGifts(rules),
    ...foretold.map((moment): TermsFact => ({ say: 'moment', moment, rewards })),
  ];
  return facts.length === 0 ? plain('no-gifts') : facts;
}

function yearlyGifts({ occasions, rewards = [] }: ProgramRules): TermsFact[] {
  return occasions.map((moment): TermsFact => {
    const { offer } = moment;
    const reward = offer.kind === 'reward' ? rewards.find(({ key }) => key === offer.key) : undefined;
    return { say: 'gift', moment, reward: reward ?? null };
  });
}
