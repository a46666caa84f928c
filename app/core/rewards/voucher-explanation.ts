// The "why" of a voucher's entries: what was taken for it, and what came back.
import { z } from 'zod';
import { localized } from '../values/languages.ts';

export const VOUCHER_REASONS = [
  'redeemed',
  /** Nobody used it, and its points came back. */
  'not-used',
  /** Its owner chose another amount. */
  'amount-changed',
  /** Its orders used less than it was worth. */
  'in-part',
  /** Items of its order went back. */
  'refunded',
  /** Its order was cancelled, deleted, or never paid. */
  'order-gone',
  /** Somebody took the code off the order. */
  'taken-off',
  /** A second order named the code. */
  'used-again',
  /** An order named it after its points were back. */
  'used-late',
  /** Anything else that changed what its orders use. */
  'settled',
] as const;
export type VoucherReason = (typeof VOUCHER_REASONS)[number];

/** Amounts are units of the entry. */
export const voucherExplanation = z.object({
  v: z.literal(1),
  /** The reward's title as the voucher was given. */
  title: localized,
  why: z.enum(VOUCHER_REASONS),
  price: z.number(),
  /** Of the price, or beyond it, what is used by now. */
  used: z.number(),
  /** Names of the orders that named its code. */
  orders: z.array(z.string()),
});
export type VoucherExplanation = z.infer<typeof voucherExplanation>;
