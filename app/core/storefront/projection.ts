// The small JSON that the storefront may see. Shared by sync, blocks and local Shopify. Never a source of truth.
import type { MomentsProjection } from '../moments/project-moments.ts';
import type { Localized } from '../values/languages.ts';
import type { Moment } from '../moments/moment-rules.ts';
import type { ProgramRules } from '../program/program-rules.ts';
import type { StampCard } from '../program/card-rules.ts';

/** Customer metafield `$app.loyalty`, read by Liquid as `customer.metafields["$app"].loyalty.value`. */
export const MEMBER_METAFIELD = { namespace: '$app', key: 'loyalty' } as const;

/** Customer metafield `$app.stamps`, read by the discount function. Far under the 10,000 bytes that it may be. */
export const STAMPS_METAFIELD = { namespace: '$app', key: 'stamps' } as const;

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
  /** Signed, as the ledger and the discount function count: what a cart makes free is reckoned from this. */
  stamps: number;
  /**
   * Stamps that the next ones repay first: what the card lacks and open orders won't bring. Six units that aren't paid yet
   * owe nothing, five stamps come with payment.
   */
  owed: number;
};

export type PointsProjection = {
  /** Spendable points, never below 0; what is owed stands beside. */
  points: number;
  /** Points that come when open orders are paid. */
  pending: number;
  /** Points that the next awards repay first. */
  owed: number;
};

export type CardsProjection = { cards: CardProjection[] };

type OwnProjection = {
  /** Left out by the merchant: earns and takes nothing, so blocks promise nothing. */
  blocked: boolean;
  /** Grows with every projected change of the member. */
  rev: number;
};

/** One part a feature. */
export type MemberProjection = { v: 1 } & PointsProjection &
  CardsProjection &
  MomentsProjection &
  OwnProjection;

/** Signed stamps and the running card's size, by card; nothing of it is a promise when `blocked`. */
export type StampsProjection = {
  v: 1;
  cards: Record<string, [stamps: number, size: number]>;
  blocked: boolean;
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
  occasions: Moment[];
  /** Where the shop's pages reach the app, e.g. `/apps/sixth`. */
  proxyPath: string;
};
