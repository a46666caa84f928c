import { describe, expect, it } from 'vitest';
import { byFunction, titleOfReward } from '#app/core/discounts/wanted-reward-discount.ts';
import { reward, rules } from '#tests/support/factories.ts';

const title = { en: 'A free bag', fr: 'Un sachet offert' };
const free = reward({
  title,
  gives: { kind: 'product', productIds: ['7'], upToMinor: 1500 },
  minimumMinor: 900,
});
const never = { productIds: ['8'], collectionIds: ['9'] };

describe('what the function is asked for', () => {
  it('is nothing where Shopify itself decides', () => {
    const shop = { currency: 'EUR', never };
    expect(byFunction(reward({}), shop)).toBeNull();
    const plain = { kind: 'percent', percent: 10, of: 'order', mostMinor: null } as const;
    expect(byFunction(reward({ gives: plain }), shop)).toBeNull();
    expect(byFunction(reward({ gives: { ...plain, mostMinor: 500 } }), shop)).not.toBeNull();
  });

  it.each([
    ['EUR', 2],
    ['JPY', 0],
    ['KWD', 3],
  ])('holds the decimals of %s, the minimum, and what never counts', (currency, exponent) => {
    const asked = byFunction(free, { currency, never });
    expect(asked?.classes).toEqual(['PRODUCT']);
    expect(JSON.parse(asked?.config ?? '')).toMatchObject({
      title,
      exponent,
      minimumMinor: 900,
      gives: free.gives,
      never: ['8'],
    });
    expect(JSON.parse(asked?.variables ?? '')).toMatchObject({ neverIds: ['gid://shopify/Collection/9'] });
  });
});

describe('the title of a discount in every language', () => {
  const version = (number: number, change: object) => ({
    number,
    publishedAt: new Date(0),
    rules: rules({ rewards: [{ ...free, key: 'bag', ...change }] }),
  });

  it('is the newest of its reward that says the same in English', () => {
    const versions = [version(1, {}), version(2, { title: { en: 'A free bag', fr: 'Un paquet' } })];
    expect(titleOfReward('bag', 'A free bag', versions)).toEqual({ en: 'A free bag', fr: 'Un paquet' });
    expect(
      titleOfReward('bag', 'A free bag', [...versions, version(3, { title: { en: 'X', fr: 'Y' } })]),
    ).toEqual({ en: 'A free bag', fr: 'Un paquet' });
  });

  it('is its own where no version names it', () => {
    expect(titleOfReward('other', 'A free bag', [version(1, {})])).toEqual({
      en: 'A free bag',
      fr: 'A free bag',
    });
  });
});
