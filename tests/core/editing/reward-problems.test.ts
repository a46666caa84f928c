import { describe, expect, test } from 'vitest';
import { draftWithRewards } from '#app/core/editing/draft-rewards.ts';
import { publishProblems } from '#app/core/editing/publishable.ts';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import type { Reward } from '#app/core/rewards/reward-rules.ts';
import { card, reward, rules } from '#tests/support/factories.ts';

const fresh = { before: { cards: [] }, currency: 'EUR', functionsRun: true };

const problems = (rewards: Reward[], more: Partial<ProgramRules> = {}) =>
  publishProblems(rules({ cards: [], rewards, ...more }), fresh);

const ofProducts = (productIds: string[], collectionIds: string[] = []) =>
  reward({ gives: { kind: 'percent', percent: 10, of: { productIds, collectionIds }, mostMinor: null } });

describe('what keeps a reward from being published', () => {
  test('no product to take anything off', () => {
    expect(problems([ofProducts([])])).toEqual([{ field: 'rewards.0.products', reason: 'noRewardProducts' }]);
    expect(problems([ofProducts(['1'])])).toEqual([]);
    expect(problems([ofProducts([], ['7'])])).toEqual([]);
  });

  test('a key, or a title, that another reward has', () => {
    const other = reward({ title: { en: 'Another', fr: '5,00 DE REMISE ' } });
    expect(problems([reward(), other])).toEqual([
      { field: 'rewards.1.key', reason: 'malformed' },
      { field: 'rewards.1.title.fr', reason: 'rewardTitleTwice' },
    ]);
  });

  test('more than all that is spent for it', () => {
    // 1 point for 1.00: five points are 5.00 spent.
    expect(problems([reward({ cost: 5 })])).toEqual([]);
    expect(problems([reward({ cost: 4 })])).toEqual([{ field: 'rewards.0.cost', reason: 'givesTooMuch' }]);
    expect(problems([reward({ cost: 4 })], { pointsOff: true })).toEqual([]);
  });

  test('C32 a product that never comes off', () => {
    const neverEarns = { productIds: ['1'], collectionIds: ['7'] };
    const never = [{ field: 'rewards.0.products', reason: 'neverTakenOff' }];
    expect(problems([ofProducts(['2', '1'])], { neverEarns })).toEqual(never);
    expect(problems([ofProducts([], ['7'])], { neverEarns })).toEqual(never);
    expect(problems([ofProducts(['2'])], { neverEarns })).toEqual([]);
    expect(problems([ofProducts([], ['8'])], { neverEarns })).toEqual([]);
  });
});

describe('what only a discount function can give', () => {
  const free = reward({ gives: { kind: 'product', productIds: ['1'], upToMinor: 500 } });
  const upTo = (mostMinor: number | null, key = 'reward-1') =>
    reward({ key, gives: { kind: 'percent', percent: 10, of: 'order', mostMinor } });
  const anyAmount = (key = 'reward-1') =>
    reward({
      key,
      title: { en: key, fr: key },
      gives: { kind: 'any-amount', minor: 500, leastMinor: 100, mostMinor: null, sharePercent: 100 },
    });
  const without = (before: Reward[], ...rewards: Reward[]) =>
    publishProblems(rules({ cards: [], rewards }), {
      ...fresh,
      before: { cards: [], rewards: before },
      functionsRun: false,
    });
  const refused = (field: string) => [{ field, reason: 'rewardNeedsFunctions' }];

  test('isn’t published where none runs', () => {
    expect(without([], free)).toEqual(refused('rewards.0.kind'));
    expect(without([], upTo(500))).toEqual(refused('rewards.0.most'));
    expect(without([], upTo(null))).toEqual([]);
    expect(problems([free])).toEqual([]);
    expect(problems([upTo(500)])).toEqual([]);
  });

  test('C110 holds nothing up where it is published already, whatever changes of it', () => {
    expect(without([free], { ...free, cost: 900 })).toEqual([]);
    expect(without([upTo(500)], upTo(700))).toEqual([]);
    expect(without([upTo(null)], upTo(500))).toEqual(refused('rewards.0.most'));
    expect(without([upTo(500, 'other')], upTo(500))).toEqual(refused('rewards.0.most'));
  });

  test('any amount is published anywhere, and once', () => {
    expect(without([], anyAmount())).toEqual([]);
    expect(problems([anyAmount(), reward({ key: 'b' }), anyAmount('c'), anyAmount('d')])).toEqual([
      { field: 'rewards.2.kind', reason: 'anyAmountTwice' },
      { field: 'rewards.3.kind', reason: 'anyAmountTwice' },
    ]);
  });

  test('a product that is free and never comes off', () => {
    const never = [{ field: 'rewards.0.products', reason: 'neverTakenOff' }];
    expect(problems([free], { neverEarns: { productIds: ['1'], collectionIds: [] } })).toEqual(never);
    const nothing = reward({ gives: { kind: 'product', productIds: [], upToMinor: null } });
    expect(problems([nothing])).toEqual([{ field: 'rewards.0.products', reason: 'noRewardProducts' }]);
  });
});

test('products and collections in one reward, and more than pages may carry, keep a program back', () => {
  expect(problems([ofProducts(['1'], ['7'])])).toEqual([
    { field: 'rewards.0.products', reason: 'eitherKind' },
  ]);
  const products = Array.from({ length: 250 }, (_, index) =>
    String(7_300_000_000_000_000_000n + BigInt(index)),
  );
  const cards = Array.from({ length: 10 }, (_, index) =>
    card({
      key: `card-${index}`,
      title: { en: `A${index}`, fr: `B${index}` },
      products: {
        all: false,
        productIds: products,
        collectionIds: [],
        withTags: Array.from({ length: 20 }, () => 'x'.repeat(255)),
        withoutTags: [],
      },
    }),
  );
  const found = publishProblems(rules({ cards }), fresh);
  expect(found).toContainEqual({ field: 'cards', reason: 'tooLongForPages' });
});

describe('C108 a reward is taken out of the draft, and put back', () => {
  const [first, second] = [reward(), reward({ key: 'reward-2', title: { en: 'B', fr: 'B' } })];
  const published = rules({ rewards: [first, second] });

  test('where it stood, as it is published', () => {
    const without = draftWithRewards(published, published, { do: 'remove-reward', key: 'reward-1' });
    expect(without).toEqual(rules({ rewards: [second] }));
    expect(draftWithRewards(without!, published, { do: 'keep-reward', key: 'reward-1' })).toEqual(published);
  });

  test('rules say nothing of rewards once the last is gone', () => {
    const one = rules({ rewards: [first] });
    const without = draftWithRewards(one, one, { do: 'remove-reward', key: 'reward-1' });
    expect(without).not.toHaveProperty('rewards');
  });

  test('asked twice, or for a reward that nobody knows, nothing is done', () => {
    expect(draftWithRewards(published, published, { do: 'keep-reward', key: 'reward-1' })).toBeNull();
    expect(draftWithRewards(rules(), rules(), { do: 'remove-reward', key: 'reward-1' })).toBeNull();
    expect(draftWithRewards(rules(), rules(), { do: 'keep-reward', key: 'reward-1' })).toBeNull();
  });
});
