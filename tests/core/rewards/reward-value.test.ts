import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { shownHash } from '#app/core/rewards/shown-hash.ts';
import { rewardValue, rewardValueHash, shortHash } from '#app/core/rewards/reward-value.ts';
import { reward } from '#tests/support/factories.ts';

const percent = (productIds: string[]) =>
  reward({ gives: { kind: 'percent', percent: 10, of: { productIds, collectionIds: [] }, mostMinor: null } });

describe('a reward’s value', () => {
  test('is hashed by SHA-256, whoever hashes it', () => {
    const text = 'é 100 €';
    expect(shortHash(text)).toBe(createHash('sha256').update(text).digest('hex').slice(0, 16));
  });

  test('is this one for ever: discounts at Shopify bear it', () => {
    expect(rewardValueHash(reward())).toBe('84233368df00a20b');
    expect(rewardValueHash(percent(['1', '2']))).toBe('09692114bb03e915');
    expect(rewardValueHash(reward({ gives: { kind: 'free-shipping', upToMinor: null } }))).toBe(
      '5c8936a6f6398e75',
    );
  });

  test('stays when title, cost, days and limits change', () => {
    const other = reward({
      key: 'reward-2',
      title: { en: 'Five off', fr: 'Cinq' },
      cost: 7,
      lastsDays: 1,
      startsOn: '2027-01-01',
      limits: { perPerson: 1, perPeriod: null, inAll: null },
    });
    expect(rewardValueHash(other)).toBe(rewardValueHash(reward()));
    expect(rewardValue(other)).toEqual(rewardValue(reward()));
  });

  test('stays when products are named in another order, and fields stand in another', () => {
    expect(rewardValueHash(percent(['2', '1']))).toBe(rewardValueHash(percent(['1', '2'])));
    const turned = { shipping: true, order: false, product: true };
    expect(rewardValueHash(reward({ combinesWith: turned }))).toBe(rewardValueHash(reward()));
  });

  test.each([
    reward({ gives: { kind: 'amount', minor: 501 } }),
    reward({ minimumMinor: null }),
    reward({ combinesWith: { product: false, order: false, shipping: true } }),
    reward({ gives: { kind: 'free-shipping', upToMinor: 500 } }),
    percent(['1']),
  ])('is another when what it gives changes: %j', (other) => {
    expect(rewardValueHash(other)).not.toBe(rewardValueHash(reward()));
  });
});

describe('C107 what a shopper was shown of a reward', () => {
  test('is the same under another title and other limits', () => {
    const other = reward({
      title: { en: 'A', fr: 'B' },
      limits: { perPerson: 1, perPeriod: null, inAll: 9 },
    });
    expect(shownHash(other)).toBe(shownHash(reward()));
  });

  test.each([
    { cost: 120 },
    { gives: { kind: 'amount', minor: 400 } as const },
    { lastsDays: 14 },
    { usable: 'next-day' as const },
    { usableOn: { from: '2026-12-03', until: '2026-12-05' } },
  ])('is another with %j', (change) => {
    expect(shownHash(reward(change))).not.toBe(shownHash(reward()));
  });
});
