import { expect, it } from 'vitest';
import { offeredKinds } from '#app/core/editing/offered-kinds.ts';
import type { KindName } from '#app/core/rewards/kinds/reward-kind.ts';

const EVERYWHERE: KindName[] = ['amount', 'percent', 'free-shipping'];

it.each<[string, KindName, others: KindName[], runs: boolean, offered: KindName[]]>([
  ['all where functions run', 'amount', [], true, ['any-amount', ...EVERYWHERE, 'product']],
  ['what needs none where they don’t, and any amount', 'amount', [], false, ['any-amount', ...EVERYWHERE]],
  ['and what it is', 'product', [], false, ['any-amount', ...EVERYWHERE, 'product']],
  ['any amount once', 'amount', ['any-amount'], true, [...EVERYWHERE, 'product']],
  ['and once there, too', 'amount', ['any-amount'], false, EVERYWHERE],
  ['and by the one that is it', 'any-amount', ['amount'], true, ['any-amount', ...EVERYWHERE, 'product']],
])('kinds of reward to choose from: %s', (_what, own, others, runs, offered) => {
  const all = [own, ...others].map((kind) => ({ kind }));
  expect(offeredKinds({ kind: own }, all, runs)).toEqual(offered);
});
