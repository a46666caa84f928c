// "€5.00 off the order"; of a full stamp card "up to €15.00 off coffee".
import { PLAIN, type GivesOf, type NamedProducts, type RewardKind } from './reward-kind.ts';

const namedOf = ({ of }: GivesOf<'amount'>): NamedProducts | null =>
  of === undefined || of === 'all' ? null : of;

export const amount: RewardKind<'amount'> = {
  ...PLAIN,
  /** Ids in any order are the same choice. Off the whole order the hash is that of programs from before cards gave codes. */
  value: (gives) => {
    const named = namedOf(gives);
    return [gives.minor, ...(named ? [[[...named.productIds].sort(), [...named.collectionIds].sort()]] : [])];
  },
  discountClass: (gives) => (namedOf(gives) ? 'product' : 'order'),
  // A full card is used up by whatever its item costs.
  face: ({ minor, of }) => (of === undefined ? minor : null),
  most: ({ minor }) => minor,
  worth: (_reward, { minor, of }) => ({ minor, sort: of === undefined ? 'exactly' : 'up-to' }),
  named: namedOf,
  of: (gives, named) => (namedOf(gives) ? { ...gives, of: named } : gives),
  held: ({ kind, minor, of }) => ({ kind, minor, ...(of !== undefined && { of: 'card' as const }) }),
  withMoney: (gives, change) => ({ ...gives, minor: change(gives.minor) }),
};
