import { expect, it } from 'vitest';
import { offeredKinds } from '#app/core/editing/offered-kinds.ts';
import type { KindName } from '#app/core/rewards/kinds/reward-kind.ts';

const EVERYWHERE: KindName[] = ['any-amount', 'amount', 'percent', 'free-shipping'];

it.each<[string, KindName, others: KindName[], runs: boolean, offered: KindName[]]>([
  ['all where functions run', 'amount', [], true, [...EVERYWHERE, 'product']],
  ['no free product where they don’t', 'amount', [], false, EVERYWHERE],
  ['but the one that it is', 'product', [], false, [...EVERYWHERE, 'product']],
  ['any amount once', 'amount', ['any-amount'], false, ['amount', 'percent', 'free-shipping']],
  ['and by the one that is it', 'any-amount', ['amount'], false, EVERYWHERE],
])('kinds of reward to choose from: %s', (_what, own, others, runs, offered) => {
  const all = [own, ...others].map((kind) => ({ kind }));
  expect(offeredKinds({ kind: own }, all, runs)).toEqual(offered);
});
