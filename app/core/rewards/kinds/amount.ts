// "€5.00 off the order."
import { PLAIN, type RewardKind } from './reward-kind.ts';

export const amount: RewardKind<'amount'> = {
  ...PLAIN,
  value: ({ minor }) => [minor],
  discountClass: () => 'order',
  face: ({ minor }) => minor,
  most: ({ minor }) => minor,
  worth: (_reward, { minor }) => ({ minor, sort: 'exactly' }),
  withMoney: (gives, change) => ({ ...gives, minor: change(gives.minor) }),
};
