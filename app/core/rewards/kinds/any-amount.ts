// "100 points are €5.00: use as many as you like." What a code is worth stands beside it, so one discount serves every rate.
import { changed, PLAIN, type RewardKind } from './reward-kind.ts';

export const anyAmount: RewardKind<'any-amount'> = {
  ...PLAIN,
  // The discount itself refuses what is more than that share of a cart.
  value: ({ sharePercent }) => (sharePercent === 100 ? [] : [sharePercent]),
  taking: ({ minor, leastMinor, mostMinor }) => [minor, leastMinor, mostMinor],
  discountClass: () => 'order',
  // Where functions can't run each code is a discount of Shopify's own, so nothing is needed.
  usesFunction: () => true,
  standsAlone: true,
  // Of a gift, whose amount nobody chooses: one step.
  face: ({ minor }) => minor,
  most: ({ mostMinor }) => mostMinor,
  worth: (_reward, { minor }) => ({ minor, sort: 'exactly' }),
  withMoney: (gives, change) => ({
    ...gives,
    minor: change(gives.minor),
    leastMinor: change(gives.leastMinor),
    mostMinor: changed(gives.mostMinor, change),
  }),
};
