// The kinds of reward that a merchant can choose from: those that blocks let shoppers take.
import type { KindName } from '../rewards/kinds/reward-kind.ts';
import type { RewardForm } from './reward-form.ts';

/** As they are offered. Rules, discounts and the ledger know free products and any amount; no block takes them yet. */
const KINDS: readonly KindName[] = ['amount', 'percent', 'free-shipping'];

/** Its own kind always, so that what is chosen shows. */
export function offeredKinds({ kind: own }: Pick<RewardForm, 'kind'>): KindName[] {
  return KINDS.includes(own) ? [...KINDS] : [...KINDS, own];
}
