// The problems that keep moments of the list from being published, each beside its field.
import type { Reward } from '../rewards/reward-rules.ts';
import type { ConditionLack } from '../who/conditions/condition.ts';
import { taskProblem, type TaskProblem } from './task-problems.ts';
import { lacksOf } from '../who/who.ts';
import { causeOf } from './causes/cause-kinds.ts';
import { dearest, offeredBy } from './moment-gift.ts';
import type { MomentRule } from './moment-rule.ts';
import { rewardOfOffer } from './reward-of-moment.ts';

export type MomentRuleProblem = {
  /** `moments.<index>.<what>`, by the names of its form. */
  field: string;
  reason:
    | 'malformed'
    | 'noGiftReward'
    | 'noOffer'
    /** Two of its offers are one and the same. */
    | 'choiceOfOne'
    | 'ceilingBelowOne'
    /** Nobody can say what money one of its offers is. */
    | 'ceilingUncounted'
    | 'noAdvice'
    | 'noConsent'
    /** Shoppers can read that it comes. */
    | 'holdoutForetold'
    /** Nobody outside the shop would hear of it. */
    | 'nobodyTold'
    /** A task that isn't to be: core/moments/task-problems.ts. */
    | TaskProblem
    /** A condition on members that says nothing yet. */
    | ConditionLack;
};

/** What is known beside the rules; absent: not known, and no problem. */
export type TellsOutside = { tellsOutside?: boolean };

type Reason = MomentRuleProblem['reason'];
type Check = (
  rule: MomentRule,
  rewards: readonly Reward[],
  context: TellsOutside,
) => [what: string, reason: Reason] | null;

export function momentRuleProblems(
  moments: readonly MomentRule[] = [],
  rewards: readonly Reward[] = [],
  context: TellsOutside = {},
): MomentRuleProblem[] {
  const keys = moments.map(({ key }) => key);
  return moments.flatMap((rule, index) => {
    const twice: [string, Reason][] = keys.indexOf(rule.key) === index ? [] : [['title.en', 'malformed']];
    const found = CHECKS.flatMap((check) => {
      const problem = check(rule, rewards, context);
      return problem ? [problem] : [];
    });
    return [...twice, ...found].map(([what, reason]) => ({ field: `moments.${index}.${what}`, reason }));
  });
}

const lacksReward: Check = ({ offers }, rewards) => {
  const place = offers.findIndex(
    (offer) => offer.kind === 'reward' && rewardOfOffer(offer, rewards) === null,
  );
  return place === -1 ? null : [`offers.${place}.reward`, 'noGiftReward'];
};

const lacksOffer: Check = ({ kind, offers }) =>
  offers.length === 0 && !causeOf(kind).needsNoOffer ? ['offers', 'noOffer'] : null;

const choiceOfOne: Check = ({ offers }) =>
  new Set(offers.map((offer) => JSON.stringify(offer))).size < offers.length
    ? ['offers', 'choiceOfOne']
    : null;

const ceilingTooLow: Check = (rule, rewards, context) => {
  const { ceiling } = rule;
  if (!ceiling || lacksReward(rule, rewards, context)) return null;
  const one = dearest(offeredBy(rule, rewards), ceiling.of, rewards);
  if (one === null) return ['ceiling', 'ceilingUncounted'];
  return one > ceiling.most ? ['ceiling', 'ceilingBelowOne'] : null;
};

/** Where nothing else comes, the words are all. */
const lacksAdvice: Check = ({ kind, offers, advice }) => {
  const needed = kind === 'silent' || (causeOf(kind).words.includes('advice') && offers.length === 0);
  return needed && !advice ? ['advice.en', 'noAdvice'] : null;
};

const lacksConsent: Check = ({ kind, consent }) =>
  causeOf(kind).words.includes('consent') && !consent ? ['consent.en', 'noConsent'] : null;

const foretold: Check = ({ kind, holdout }) =>
  holdout && causeOf(kind).foretold ? ['holdout', 'holdoutForetold'] : null;

/** Who doesn't come to the shop any more reads nothing there. */
const nobodyTold: Check = ({ kind }, _rewards, { tellsOutside }) =>
  kind === 'silent' && tellsOutside === false ? ['kind', 'nobodyTold'] : null;

const unfinished: Check = ({ who }) => {
  const lacks = lacksOf(who);
  const place = lacks.findIndex((lack) => lack !== null);
  const lack = lacks[place];
  return lack ? [`who.${place}`, lack] : null;
};

const CHECKS: readonly Check[] = [
  lacksReward,
  lacksOffer,
  choiceOfOne,
  ceilingTooLow,
  lacksAdvice,
  lacksConsent,
  foretold,
  nobodyTold,
  unfinished,
  taskProblem,
];
