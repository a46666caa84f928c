// What a cause brought a member, once for the person. Its row keeps what it was, whatever the rules say since: points, which are
// the member's at once, or a reward of the program, which comes as a code.
import type { Reward } from './reward-rules.ts';

export type PointsGift = { kind: 'points'; points: number };

export type Gives = PointsGift | Reward;

/** Of a gift that brings nothing yet: words alone, something to choose, or what somebody was held out of. */
export type NothingGift = { kind: 'nothing' };

export function isPoints(gives: object): gives is PointsGift {
  return 'kind' in gives && gives.kind === 'points';
}
