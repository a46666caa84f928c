import { expect, it } from 'vitest';
import { offeredKinds } from '#app/core/editing/offered-kinds.ts';
import type { KindName } from '#app/core/rewards/kinds/reward-kind.ts';

const EVERYWHERE: KindName[] = ['amount', 'percent', 'free-shipping'];

it.each<[string, KindName, runs: boolean, offered: KindName[]]>([
  ['what blocks let shoppers take', 'amount', true, [...EVERYWHERE, 'product']],
  ['no free product where functions can’t run', 'amount', false, EVERYWHERE],
  ['but the one that it is', 'product', false, [...EVERYWHERE, 'product']],
  ['and what it is, where that is another', 'any-amount', false, [...EVERYWHERE, 'any-amount']],
])('kinds of reward to choose from: %s', (_what, kind, runs, offered) => {
  expect(offeredKinds({ kind }, runs)).toEqual(offered);
});
