// What the program says a balance is worth, and what blocks say.
import { expect, it } from 'vitest';
import type { RewardGives } from '#app/core/rewards/reward-gives.ts';
import type { Reward } from '#app/core/rewards/reward-rules.ts';
import { worthOfBalance } from '#app/core/rewards/worth-of-balance.ts';
import { projectRewards } from '#app/core/storefront/project-rewards.ts';
import { reward } from '#tests/support/factories.ts';
import { renderSnippet } from './scene/render-snippet.ts';

const TODAY = '2026-12-01';

const amount = (cost: number, minor: number) =>
  reward({ key: `for-${cost}`, cost, gives: { kind: 'amount', minor } });
const any = (cost: number, minor: number): Reward => {
  const gives: RewardGives = {
    kind: 'any-amount',
    minor,
    leastMinor: 100,
    mostMinor: null,
    sharePercent: 100,
  };
  return reward({ key: 'any', cost, gives });
};
const half = reward({
  key: 'half',
  cost: 10,
  gives: { kind: 'percent', percent: 50, of: 'order', mostMinor: 500 },
});
const free = reward({ key: 'free', cost: 10, gives: { kind: 'product', productIds: ['1'], upToMinor: 500 } });
const AMOUNTS = [amount(100, 500), amount(180, 1_000), half, free];

it.each<[string, Reward[], points: number, minor: number | null]>([
  ['too few for the smallest', AMOUNTS, 99, null],
  ['exactly enough for the smallest', AMOUNTS, 100, 500],
  ['not yet enough for the next', AMOUNTS, 179, 500],
  ['the most money of them', AMOUNTS, 180, 1_000],
  ['and no more', AMOUNTS, 1_000_000, 1_000],
  ['any amount: by its rate', [...AMOUNTS, any(100, 500)], 120, 600],
  ['cut to the minor unit', [any(3, 1)], 1_000, 333],
  ['even where an amount is dearer', [any(100, 100), amount(100, 500)], 100, 100],
  ['a point that is no minor unit yet', [any(100, 1)], 99, null],
  ['nothing', [any(100, 500)], 0, null],
  ['owed points', [any(100, 500)], -250, null],
  ['no money among the rewards', [half, free], 5_000, null],
  ['a rate that begins tomorrow', [{ ...any(100, 500), startsOn: '2026-12-02' }, amount(50, 200)], 100, 200],
  ['a rate on its only day', [{ ...any(100, 500), startsOn: TODAY, endsOn: TODAY }], 100, 500],
  ['an amount that ended yesterday', [{ ...amount(50, 200), endsOn: '2026-11-30' }], 100, null],
  ['no rewards', [], 5_000, null],
])('what a balance is worth: %s', (_what, rewards, points, minor) => {
  expect(worthOfBalance(points, rewards, TODAY)).toBe(minor);
  const { rewards: shown } = projectRewards(rewards);
  const said = renderSnippet('reward-worth', {}, { points, rewards: shown, today: TODAY });
  expect(said).toBe(minor === null ? '' : String(minor));
});
