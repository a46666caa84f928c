// "10 % off the order", or off chosen products; with a ceiling "at most €5.00".
import { mulDivFloor } from '../../values/money.ts';
import { changed, PLAIN, type RewardKind, type Worth } from './reward-kind.ts';

export const percent: RewardKind<'percent'> = {
  ...PLAIN,
  /** Ids in any order are the same choice. Without a ceiling the hash is that of programs from before there were any. */
  value: ({ percent, of, mostMinor }) => [
    percent,
    of === 'order' ? of : [[...of.productIds].sort(), [...of.collectionIds].sort()],
    ...(mostMinor === null ? [] : [mostMinor]),
  ],
  discountClass: ({ of }) => (of === 'order' ? 'order' : 'product'),
  // A discount of Shopify's own has no ceiling.
  usesFunction: ({ mostMinor }) => mostMinor !== null,
  needsFunction: ({ mostMinor }) => (mostMinor === null ? null : 'most'),
  most: ({ mostMinor }) => mostMinor,
  worth: ({ minimumMinor }, { percent, of, mostMinor }, usual): Worth | null => {
    const most = mostMinor === null ? null : ({ minor: mostMinor, sort: 'up-to' } as const);
    if (of !== 'order' || usual === null) return most;
    const minor = mulDivFloor(Math.max(usual, minimumMinor ?? 0), percent, 100);
    return { minor: Math.min(minor, mostMinor ?? minor), sort: 'about' };
  },
  percentOff: ({ percent, of }) => (of === 'order' ? 0 : percent),
  named: ({ of }) => (of === 'order' ? null : of),
  of: (gives, named) => (gives.of === 'order' ? gives : { ...gives, of: named }),
  held: (gives) => ({ ...gives, of: gives.of === 'order' ? 'order' : 'products' }),
  withMoney: (gives, change) => ({ ...gives, mostMinor: changed(gives.mostMinor, change) }),
};
