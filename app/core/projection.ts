// The small JSON that the storefront may see. Shared by sync, blocks and local Shopify. Never a source of truth.
import type { Localized, ProgramRules, StampCard } from './program-rules.ts';

/** Customer metafield `$app.loyalty`, read by Liquid as `customer.metafields["$app"].loyalty.value`. */
export const MEMBER_METAFIELD = { namespace: '$app', key: 'loyalty' } as const;

/** App metafield, read by Liquid as `app.metafields.sixth.program.value`. */
export const PROGRAM_METAFIELD = { namespace: 'sixth', key: 'program' } as const;

export type CardProjection = {
  key: string;
  title: Localized;
  /** Filled stamps on the running card, 0 … size. */
  have: number;
  size: number;
  /** Free units the stamps pay for now. */
  free: number;
  /** Stamps that come when open orders are paid. */
  coming: number;
};

export type MemberProjection = {
  v: 1;
  /** Spendable points, never below 0; what is owed stands beside. */
  points: number;
  /** Points that come when open orders are paid. */
  pending: number;
  /** Points that the next awards repay first. */
  owed: number;
  cards: CardProjection[];
  /** Left out by the merchant: earns and takes nothing, so blocks promise nothing. */
  blocked: boolean;
  /** Grows with every projected change of the member. */
  rev: number;
};

export type ProgramProjection = {
  v: 1;
  version: number;
  names: ProgramRules['names'];
  /** `points` per `perMinor` minor units of `currency`, whose minor unit is 10^-exponent. */
  earn: { points: number; perMinor: number; currency: string; exponent: number };
  /** What earns beside ordinary lines: where Liquid can't know its money, blocks state the rule in words. */
  counts: Pick<ProgramRules['counts'], 'shipping' | 'giftCards' | 'tips' | 'tax'>;
  cards: StampCard[];
  /** Where the shop's pages reach the app, e.g. `/apps/sixth`. */
  proxyPath: string;
};
