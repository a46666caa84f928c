import { expect, it } from 'vitest';
import { offeredKinds } from '#app/core/editing/offered-kinds.ts';
import type { KindName } from '#app/core/rewards/kinds/reward-kind.ts';

const TAKEN_ON_PAGES: KindName[] = ['amount', 'percent', 'free-shipping'];

it.each<[string, KindName, offered: KindName[]]>([
  ['what blocks let shoppers take', 'amount', TAKEN_ON_PAGES],
  ['and what it is, where that is another', 'product', [...TAKEN_ON_PAGES, 'product']],
])('kinds of reward to choose from: %s', (_what, kind, offered) => {
  expect(offeredKinds({ kind })).toEqual(offered);
});
