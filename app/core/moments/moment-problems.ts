// The problems that keep moments from being published.
import type { Reward } from '../rewards/reward-rules.ts';
import type { ConditionLack } from '../who/conditions/condition.ts';
import { lacksOf } from '../who/who.ts';
import type { Moment } from './moment-rules.ts';
import { rewardOfOffer } from './reward-of-moment.ts';
import { whoOf } from './who-of-moment.ts';

/** `malformed`: two of a kind, which no form makes. `noGiftReward`: it gives a reward that the program doesn't have. */
export type MomentPublishProblem = { field: string; reason: 'malformed' | 'noGiftReward' | ConditionLack };

/** A second offer for one day would never be given: the ledger gives once a year. */
export function momentProblems(
  occasions: readonly Moment[],
  rewards?: readonly Reward[],
): MomentPublishProblem[] {
  const kinds = occasions.map(({ kind }) => kind);
  return occasions.flatMap((occasion, index): MomentPublishProblem[] => {
    const { kind, offer } = occasion;
    const lacks = offer.kind === 'reward' && rewardOfOffer(offer, rewards) === null;
    return [
      ...(kinds.indexOf(kind) === index
        ? []
        : [{ field: `occasions.${index}`, reason: 'malformed' as const }]),
      ...(lacks ? [{ field: `occasions.${kind}.reward`, reason: 'noGiftReward' as const }] : []),
      ...unfinished(occasion),
    ];
  });
}

/** Beside the first condition that lacks something. */
function unfinished(occasion: Moment): MomentPublishProblem[] {
  const lacks = lacksOf(whoOf(occasion));
  const place = lacks.findIndex((lack) => lack !== null);
  const reason = lacks[place];
  return reason ? [{ field: `occasions.${occasion.kind}.who.${place}`, reason }] : [];
}
