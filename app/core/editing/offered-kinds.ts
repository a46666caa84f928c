// The kinds of reward that a merchant can choose from: what the shop can give, and any amount in one reward alone.
import type { KindName } from '../rewards/kinds/reward-kind.ts';
import type { RewardForm } from './reward-form.ts';

/** As they are offered. */
const KINDS: readonly KindName[] = ['any-amount', 'amount', 'percent', 'free-shipping', 'product'];
/** Of those, what a shop in which functions can't run isn't offered. */
const NEED_FUNCTIONS: readonly KindName[] = ['product'];

/** Its own kind always, so that what is chosen shows. @param all of the program */
export function offeredKinds(
  { kind: own }: Pick<RewardForm, 'kind'>,
  all: readonly Pick<RewardForm, 'kind'>[],
  functionsRun: boolean,
): KindName[] {
  const hasAnyAmount = all.some(({ kind }) => kind === 'any-amount');
  const isOffered = (kind: KindName) =>
    (kind !== 'any-amount' || !hasAnyAmount) && (functionsRun || !NEED_FUNCTIONS.includes(kind));
  return KINDS.filter((kind) => kind === own || isOffered(kind));
}
