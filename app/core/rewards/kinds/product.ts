// "One unit of it is free": of the cheapest that is in the cart, up to a price where there is one.
import { changed, PLAIN, type RewardKind } from './reward-kind.ts';

export const product: RewardKind<'product'> = {
  ...PLAIN,
  value: ({ productIds, upToMinor }) => [[...productIds].sort(), upToMinor],
  discountClass: () => 'product',
  usesFunction: () => true,
  needsFunction: () => 'kind',
  most: ({ upToMinor }) => upToMinor,
  worth: (_reward, { upToMinor }) => (upToMinor === null ? null : { minor: upToMinor, sort: 'up-to' }),
  percentOff: () => 100,
  named: ({ productIds }) => ({ productIds, collectionIds: [] }),
  of: (gives, { productIds }) => ({ ...gives, productIds }),
  held: ({ kind, upToMinor }) => ({ kind, upToMinor }),
  withMoney: (gives, change) => ({ ...gives, upToMinor: changed(gives.upToMinor, change) }),
};
