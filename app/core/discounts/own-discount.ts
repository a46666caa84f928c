// "6.00 off, of Ada alone": where functions can't run, each amount that a shopper chose is a discount of Shopify's own, with one code
// that works once, for its owner.
import type { Reward } from '../rewards/reward-rules.ts';
import { mulDivCeil } from '../values/money.ts';
import { same } from '../values/same.ts';
import type { DiscountKind, HandChange, ShownStatus } from './decide-discounts.ts';
import { voucherOfOwner } from './discount-owner.ts';

type Beside = { product: boolean; order: boolean; shipping: boolean };

/** Money in minor units of the shop's currency. */
export type WantedOwnDiscount = {
  title: string;
  currency: string;
  minor: number;
  /** Least subtotal of the cart; null: any. */
  leastMinor: number | null;
  combinesWith: Beside;
  /** In capitals. */
  code: string;
  customerId: string;
};

/** As Shopify shows it; null is what no voucher has. */
export type ShownOwnDiscount = Omit<
  WantedOwnDiscount,
  'minor' | 'leastMinor' | 'code' | 'customerId' | 'currency'
> & {
  id: string;
  status: ShownStatus;
  tags: string[];
  startsAt: string;
  endsAt: string | null;
  minor: number | null;
  least: 'none' | 'foreign' | number;
  usageLimit: number | null;
  onSubscriptions: boolean;
  onOneTimePurchases: boolean;
  /** In capitals; more than one are more than ours. */
  codes: string[];
  /** Null: not of chosen customers. */
  customerIds: string[] | null;
};

/** The first tag of each of them. */
export const OWN_TAG = 'sixth-voucher';

export const tagsOfOwn = (owner: string): string[] => [OWN_TAG, owner];

const MOST_TITLE = 255;

export type OwnVoucher = {
  reward: Pick<Reward, 'title' | 'gives' | 'minimumMinor' | 'combinesWith'>;
  code: string;
  faceMinor: number;
  /** Of whoever owns it now. */
  customerId: string;
};

export function wantedOwnDiscount(
  { reward, code, faceMinor, customerId }: OwnVoucher,
  currency: string,
): WantedOwnDiscount {
  const { title, combinesWith } = reward;
  const leastMinor = leastOf(reward, faceMinor);
  const named = `${title.en.slice(0, MOST_TITLE - code.length - 3)} (${code})`;
  return { title: named, currency, minor: faceMinor, leastMinor, combinesWith, code, customerId };
}

/** A share of the cart is a least subtotal, as the function has it. */
function leastOf({ gives, minimumMinor }: OwnVoucher['reward'], minor: number): number | null {
  const share = gives.kind === 'any-amount' && gives.sharePercent < 100 ? gives.sharePercent : null;
  const least = Math.max(share === null ? 0 : mulDivCeil(minor, 100, share), minimumMinor ?? 0);
  return least > 0 ? least : null;
}

function difference(wanted: WantedOwnDiscount, shown: ShownOwnDiscount): HandChange | null {
  if (shown.title !== wanted.title.trim()) return 'renamed';
  if (shown.endsAt !== null) return shown.status === 'EXPIRED' ? 'ended' : 'dates';
  if (shown.status === 'SCHEDULED') return 'dates';
  if (shown.minor !== wanted.minor || shown.least !== (wanted.leastMinor ?? 'none')) return 'value';
  const { product, order, shipping } = shown.combinesWith;
  const beside = wanted.combinesWith;
  if (beside.product !== product || beside.order !== order || beside.shipping !== shipping)
    return 'combination';
  return isForOneOrderOf(wanted, shown) ? null : 'other';
}

function isForOneOrderOf({ customerId }: WantedOwnDiscount, shown: ShownOwnDiscount): boolean {
  const { usageLimit, onSubscriptions, onOneTimePurchases, customerIds } = shown;
  return usageLimit === 1 && !onSubscriptions && onOneTimePurchases && same(customerIds, [customerId]);
}

export const OWN_DISCOUNTS: DiscountKind<WantedOwnDiscount, ShownOwnDiscount> = {
  ownOwner: ({ tags }) => tags.find((tag) => voucherOfOwner(tag) !== null) ?? null,
  difference,
};
