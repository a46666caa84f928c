// The "why" of an order's numbers, stored with each entry: what was counted, under which rules.
import { z } from 'zod';
import type { EntryKind } from '../ledger/entry-kind.ts';
import { LINE_EXCLUSIONS } from '../points/order-points.ts';
import { NOTHING_REASONS } from './order-worth.ts';

/** The kind of an entry: what an order earned, or what its free units took. */
export type OrderEntryKind = Extract<EntryKind, 'order' | 'free-unit'>;

/** One line of one card. Entries from before free units could be taken have the first two only. */
export const stampLine = z.object({
  lineId: z.string(),
  /** Stamps that the line brings once it is paid. */
  units: z.number(),
  /** Units ordered, still kept, and made free by our discount. */
  quantity: z.number().exactOptional(),
  kept: z.number().exactOptional(),
  free: z.number().exactOptional(),
  /** Stamps that the free units take. */
  taken: z.number().exactOptional(),
});
export type StampLine = z.infer<typeof stampLine>;

const pointsOfLine = z.object({
  lineId: z.string(),
  keptMinor: z.number(),
  excluded: z.enum(LINE_EXCLUSIONS).exactOptional(),
});

/** Amounts are units of the entry; money in shop minor units. */
export const orderExplanation = z.object({
  v: z.literal(1),
  order: z.string(),
  version: z.number().nullable(),
  /** The sums that the order should have posted, and had before this entry. Below 0 for what free units take. */
  target: z.number(),
  posted: z.number(),
  pending: z.number(),
  status: z.string(),
  nothing: z.enum(NOTHING_REASONS).nullable(),
  /** The one of the order's two numbers that the entry corrects; what it earned where this is missing. */
  part: z.literal('taken').exactOptional(),
  earned: z
    .object({
      points: z.number(),
      perMinor: z.number(),
      earningMinor: z.number(),
      baseMinor: z.number(),
      lines: z.array(pointsOfLine),
      /** As the shopper paid, whatever the rest is told in. */
      goodwill: z.object({ minor: z.number(), ofMinor: z.number(), currency: z.string() }).exactOptional(),
    })
    .exactOptional(),
  /** Its rules had points off: in place of `earned`. */
  pointsOff: z.literal(true).exactOptional(),
  stamps: z.array(stampLine).exactOptional(),
  /** Stamps that one free unit takes. */
  size: z.number().exactOptional(),
  /** The price of the free units that are kept, where stamps are taken for them: what the order's shopper saved. */
  savedMinor: z.number().exactOptional(),
});
export type OrderExplanation = z.infer<typeof orderExplanation>;
