// Every state of a free product: what adds it, and why it can't be had.
import type { Reward } from '#app/core/rewards/reward-rules.ts';
import type { VoucherProjection } from '#app/core/storefront/project-rewards.ts';
import { projectRewards } from '#app/core/storefront/project-rewards.ts';
import type { ProgramProjection } from '#app/core/storefront/projection.ts';
import {
  liquidCart,
  liquidProduct,
  type LiquidLine,
  type LiquidProduct,
  type OrderDiscount,
} from '#tests/storefront/scene/liquid-objects.ts';
import type { Scene } from '#tests/storefront/scene/render-block.ts';
import { sampleMember } from '#tests/storefront/scene/sample-shop.ts';
import { reward } from '#tests/support/factories.ts';
import { programWith, readyReward } from './rewards.ts';

type Scenes = Record<string, Omit<Scene, 'language'>>;

const BAG: LiquidProduct = { id: '511', title: 'Morning House', priceMinor: 950 };
const SIZES: LiquidProduct = {
  ...{ id: '512', title: 'Guji & friends' },
  variants: [
    { title: '250 g', priceMinor: 900 },
    { title: '200 g', priceMinor: 850 },
    { title: '1 kg', priceMinor: 3_200 },
  ],
};
const ONE_SIZE: LiquidProduct = {
  ...SIZES,
  variants: SIZES.variants?.filter((_, place) => place !== 1) ?? [],
};
const MUG: LiquidProduct = { id: '513', title: 'Mug', priceMinor: 700 };
const OTHER: LiquidLine = { product: { id: '502', priceMinor: 990 }, quantity: 1 };
const COFFEE: LiquidProduct = { id: '501', priceMinor: 900, collections: ['7300000000009'] };

const of = (change: Partial<Reward>, ...products: LiquidProduct[]) =>
  reward({
    ...{ key: 'bag', title: { en: 'Free bag', fr: 'Un paquet offert' }, cost: 100, minimumMinor: null },
    gives: { kind: 'product', productIds: products.map(({ id = '' }) => id), upToMinor: 950 },
    ...change,
  });

const handleOf = ({ id = '' }: LiquidProduct) => `product-${id}`;

function withFree(
  products: readonly LiquidProduct[],
  change: Partial<Reward> = {},
  program: Partial<ProgramProjection> = {},
): Pick<Scene, 'program' | 'products'> {
  const handles = Object.fromEntries(products.map((one) => [one.id ?? '', handleOf(one)]));
  return {
    program: programWith([], { ...projectRewards([of(change, ...products)], handles), ...program }),
    products: Object.fromEntries(products.map((one) => [handleOf(one), liquidProduct(one)])),
  };
}

const inCart = (lines: LiquidLine[], scene: Partial<Scene>, discounts: OrderDiscount[] = []) => ({
  member: sampleMember({ points: 120 }),
  cart: liquidCart(lines, scene.currency, discounts),
  ...scene,
});
const holding = (scene: Partial<Scene>, change: Partial<VoucherProjection> = {}, lines = [OTHER]) =>
  inCart(lines, {
    ...scene,
    member: sampleMember({ points: 20, vouchers: [readyReward(change, of({}, BAG))] }),
  });
const soldOut = (one: LiquidProduct): LiquidProduct => ({ ...one, available: false });
const never = { never: { productIds: ['511'], collectionIds: [] } };

export const FREE_PRODUCT_STATES: Scenes = {
  'S-05 it isn’t in the cart, and one tap adds it': inCart([OTHER], withFree([BAG])),
  'S-05 an empty cart': inCart([], withFree([BAG])),
  'S-05 it is in the cart': inCart([OTHER, { product: BAG, quantity: 2 }], withFree([BAG])),
  'S-05 logged out': inCart([OTHER], { ...withFree([BAG]), member: null }),
  'S-05 points are missing': inCart([OTHER], { ...withFree([BAG]), member: sampleMember({ points: 80 }) }),
  'S-05 one of its variants is within the ceiling': inCart([OTHER], withFree([ONE_SIZE])),
  'S-05 a variant has to be chosen': inCart([OTHER], withFree([SIZES])),
  'S-05 a variant is chosen on its own page': inCart([OTHER], {
    ...withFree([SIZES]),
    product: liquidProduct(SIZES),
    path: `/products/${handleOf(SIZES)}`,
  }),
  'S-05 a dearer variant is in the cart': inCart(
    [{ product: SIZES, variant: 2, quantity: 1 }],
    withFree([SIZES]),
  ),
  'S-05 one of three': inCart([OTHER], withFree([BAG, SIZES, MUG])),
  'C112 sold out': inCart([OTHER], withFree([soldOut(BAG)])),
  'C112 one is sold out, the others aren’t': inCart([OTHER], withFree([soldOut(BAG), ONE_SIZE, MUG])),
  'C112 all but one are sold out': inCart([OTHER], withFree([soldOut(BAG), soldOut(SIZES), MUG])),
  'C112 deleted, or a draft': inCart([OTHER], { ...withFree([BAG]), products: {} }),
  'C112 no page can find it': inCart([OTHER], {
    program: programWith([of({}, BAG)]),
  }),
  'C112 has become a gift card': inCart([OTHER], withFree([{ ...BAG, giftCard: true }])),
  'C112 is sold by subscription alone': inCart([OTHER], withFree([{ ...BAG, onlyByPlan: true }])),
  'C112 never counts by now': inCart([OTHER], withFree([BAG], {}, never)),
  'C112 costs more by now': inCart([OTHER], withFree([{ ...BAG, priceMinor: 1_200 }])),
  'C111 a minimum beside it': inCart([OTHER], withFree([BAG], { minimumMinor: 3_000 })),
  'S-05 from the next order, so nothing is added to this one': inCart(
    [OTHER],
    withFree([BAG], { usable: 'next-day' }),
  ),
  'C48 another code is on the cart': inCart([OTHER], withFree([BAG]), [{ title: 'WELCOME10', minor: 90 }]),
  'C116 the free coffee saves more': inCart([{ product: COFFEE, quantity: 6, free: 1 }], withFree([COFFEE])),
  'another currency, and several prices': inCart([OTHER], { ...withFree([SIZES]), currency: 'USD' }),
  'S-05 ready, and not in the cart': holding(withFree([BAG])),
  'S-05 ready, and in the cart': holding(withFree([BAG]), {}, [{ product: BAG, quantity: 1 }]),
  'C112 ready, and sold out': holding(withFree([soldOut(BAG)])),
  'C112 ready, and deleted': holding({ program: programWith([]) }),
};
