import { expect, it } from 'vitest';
import { offeredKinds } from '#app/core/editing/offered-kinds.ts';
import type { KindName } from '#app/core/rewards/kinds/reward-kind.ts';

const EVERYWHERE: KindName[] = ['amount', 'percent', 'free-shipping'];

it.each<[string, KindName, others: KindName[], runs: boolean, offered: KindName[]]>([
  ['all where functions run', 'amount', [], true, ['any-amount', ...EVERYWHERE, 'product']],
  ['what needs none where they don’t', 'amount', [], false, EVERYWHERE],
  ['and what it is', 'product', [], false, [...EVERYWHERE, 'product']],
  ['and what it is, an amount of choice', 'any-amount', ['amount'], false, ['any-amount', ...EVERYWHERE]],
  ['any amount once', 'amount', ['any-amount'], true, [...EVERYWHERE, 'product']],
  ['and by the one that is it', 'any-amount', ['amount'], true, ['any-amount', ...EVERYWHERE, 'product']],
])('kinds of reward to choose from: %s', (_what, own, others, runs, offered) => {
  const all = [own, ...others].map((kind) => ({ kind }));
  expect(offeredKinds({ kind: own }, all, runs)).toEqual(offered);
});
