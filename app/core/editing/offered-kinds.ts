// The kinds of reward that a merchant can choose from: those that blocks let shoppers take, and that the shop can give.
import type { KindName } from '../rewards/kinds/reward-kind.ts';
import type { RewardForm } from './reward-form.ts';

/** As they are offered. Rules, discounts and the ledger know any amount; no block takes it yet. */
const KINDS: readonly KindName[] = ['amount', 'percent', 'free-shipping', 'product'];

/** Its own kind always, so that what is chosen shows. A free product needs the app's function. */
export function offeredKinds({ kind: own }: Pick<RewardForm, 'kind'>, functionsRun: boolean): KindName[] {
  const offered = KINDS.filter((kind) => kind === own || kind !== 'product' || functionsRun);
  return offered.includes(own) ? offered : [...offered, own];
}
