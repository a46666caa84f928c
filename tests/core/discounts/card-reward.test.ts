import { describe, expect, it } from 'vitest';
import { cardOfReward, cardReward, lacksForCodes } from '#app/core/discounts/card-reward.ts';
import { readRewardOwner } from '#app/core/discounts/discount-owner.ts';
import { faceOf } from '#app/core/rewards/decide-redeem.ts';
import { kindOf } from '#app/core/rewards/kinds/kind-of.ts';
import { storedReward } from '#app/core/rewards/reward-rules.ts';
import { rewardValueHash } from '#app/core/rewards/reward-value.ts';
import { MOST_TITLE } from '#app/core/values/languages.ts';
import { NO_PRODUCTS, type StampCard } from '#app/core/program/card-rules.ts';
import { card, reward } from '#tests/support/factories.ts';

const NOUN = { en: { one: 'coffee', other: 'coffees' }, fr: { one: 'un café', other: 'cafés' } };
const coffee = (change: Partial<StampCard> = {}) =>
  card({ maxPriceMinor: 1_500, products: { ...NO_PRODUCTS, productIds: ['7', '8'] }, noun: NOUN, ...change });

describe('what a full card is given as', () => {
  it('costs its stamps, is stored as any reward, and is used up by whatever its item costs', () => {
    const given = cardReward(coffee(), 'EUR')!;
    expect(given).toMatchObject({
      key: 'card.coffee',
      cost: 5,
      title: { en: 'Up to €15.00 off coffee', fr: 'Jusqu’à 15,00\u00a0€ de remise sur un café' },
      gives: { kind: 'amount', minor: 1_500, of: { productIds: ['7', '8'], collectionIds: [] } },
    });
    expect(storedReward.parse(given)).toEqual(given);
    expect([faceOf(given), faceOf(reward())]).toEqual([null, 500]);
    expect(cardOfReward(given.key)).toBe('coffee');
    expect(cardOfReward('coffee')).toBeNull();
    const owner = `reward/${given.key}/${rewardValueHash(given)}/1`;
    expect(readRewardOwner(owner)).toMatchObject({ rewardKey: 'card.coffee', generation: 1 });
  });

  it('of everything it comes off the order, of chosen products off these', () => {
    const classOf = (of: StampCard) => {
      const { gives } = cardReward(of, 'EUR')!;
      return kindOf(gives).discountClass(gives);
    };
    expect(classOf(coffee())).toBe('product');
    expect(classOf(coffee({ products: { ...NO_PRODUCTS, all: true } }))).toBe('order');
  });

  it('has a name in which there is room for its amount', () => {
    const noun = { en: { one: 'c'.repeat(30), other: 'x' }, fr: { one: 'c'.repeat(30), other: 'x' } };
    const title = { en: 'L'.repeat(60), fr: 'L'.repeat(60) };
    for (const one of [coffee({ noun }), card({ maxPriceMinor: 999_999_999, title })]) {
      const { en, fr } = cardReward(one, 'IDR')!.title;
      expect(Math.max(en.length, fr.length)).toBeLessThanOrEqual(MOST_TITLE);
      expect(en).toMatch(/^Up to IDR/);
    }
  });

  it('an amount off the order has the hash that it always had', () => {
    expect(rewardValueHash(reward())).toBe(
      rewardValueHash({ ...reward(), gives: { kind: 'amount', minor: 500 } }),
    );
    const { gives } = cardReward(coffee(), 'EUR')!;
    const swapped = cardReward(
      coffee({ products: { ...NO_PRODUCTS, productIds: ['8', '7'] } }),
      'EUR',
    )!.gives;
    expect(kindOf(gives).value(gives as never)).toEqual(kindOf(swapped).value(swapped as never));
  });
});

describe('what a card lacks for it', () => {
  const products = (change: Partial<StampCard['products']>) =>
    coffee({ products: { ...NO_PRODUCTS, productIds: ['7'], ...change } });
  const many = (count: number) => Array.from({ length: count }, (_, index) => String(index + 1));

  it.each([
    ['nothing', coffee(), null],
    ['a price', coffee({ maxPriceMinor: null }), 'ceiling'],
    ['tags are unknown to Shopify’s own', products({ withTags: ['bean'] }), 'tags'],
    ['and so are exceptions', products({ withoutTags: ['old'] }), 'tags'],
    ['products and collections', products({ collectionIds: ['9'] }), 'both-kinds'],
    ['fifty at most', products({ productIds: many(51) }), 'too-many'],
    ['twenty at most', products({ productIds: [], collectionIds: many(21) }), 'too-many'],
    ['of everything nothing else counts', products({ all: true, collectionIds: ['9'] }), null],
  ] as const)('%s', (_what, one, lacks) => {
    expect(lacksForCodes(one)).toBe(lacks);
    expect(cardReward(one, 'EUR') === null).toBe(lacks !== null);
  });
});
