// "Free shipping", for rates up to a price.
import { changed, PLAIN, type RewardKind } from './reward-kind.ts';

export const freeShipping: RewardKind<'free-shipping'> = {
  ...PLAIN,
  value: ({ upToMinor }) => [upToMinor],
  discountClass: () => 'shipping',
  most: ({ upToMinor }) => upToMinor,
  worth: (_reward, { upToMinor }) => (upToMinor === null ? null : { minor: upToMinor, sort: 'up-to' }),
  withMoney: (gives, change) => ({ ...gives, upToMinor: changed(gives.upToMinor, change) }),
};
