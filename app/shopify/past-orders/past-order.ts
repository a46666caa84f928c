// An order out of a bulk file's lines: its own, then its goods and ways of sending. Whatever can't be told from these is read by
// itself.
import { z } from 'zod';
import type { OrderSnapshot } from '#app/core/snapshots/order-snapshot.ts';
import { digitsOfGid } from '../admin-api/ids.ts';
import { adminOrder, adminOrderLine, adminShippingLine, type AdminOrder } from '../snapshots/admin-order.ts';
import { snapshotFromAdmin } from '../snapshots/order-from-admin.ts';
import { UnreadableOrder } from '../snapshots/unreadable-order.ts';

/** Lines of one order, as they came. */
export type PastOrderLines = { order: unknown; parts: unknown[] };

/** `by-itself`: it has refunds, or the file doesn't say all of it. */
export type PastOrderRead =
  | { orderId: string; snapshot: OrderSnapshot }
  | { orderId: string; snapshot: null; why: 'by-itself' | 'unreadable' }
  /** Not even whose it is can be told. */
  | { orderId: null; snapshot: null; why: 'unreadable' };

const head = z.object({ id: z.string() });
const bulkOrder = adminOrder
  .omit({ discountApplications: true, shippingLines: true, lineItems: true })
  .extend({ discountCodes: z.array(z.string()) });
const application = z.object({
  __typename: z.string(),
  index: z.int(),
  title: z.string().optional(),
  code: z.string().optional(),
});
const withApplications = z.object({
  discountAllocations: z.array(z.object({ discountApplication: application })),
});
type Application = z.infer<typeof application>;

export function readPastOrder({ order, parts }: PastOrderLines): PastOrderRead {
  const orderId = digitsOfGid(head.safeParse(order).data?.id ?? '');
  if (orderId === null) return { orderId, snapshot: null, why: 'unreadable' };
  const read = bulkOrder.safeParse(order);
  if (!read.success) return { orderId, snapshot: null, why: 'by-itself' };
  const whole = wholeOf(read.data, parts);
  if (!whole) return { orderId, snapshot: null, why: 'by-itself' };
  try {
    return { orderId, snapshot: snapshotFromAdmin(whole, []) };
  } catch (error) {
    if (!(error instanceof UnreadableOrder)) throw error;
    return { orderId, snapshot: null, why: 'by-itself' };
  }
}

/** As one order is read by itself; null where something is missing. */
function wholeOf(
  { discountCodes, ...order }: z.infer<typeof bulkOrder>,
  parts: readonly unknown[],
): AdminOrder | null {
  if (order.refunds.length > 0) return null;
  const lines: AdminOrder['lineItems']['nodes'] = [];
  const sent: AdminOrder['shippingLines']['nodes'] = [];
  for (const part of parts) {
    const line = adminOrderLine.safeParse(part);
    const way = adminShippingLine.safeParse(part);
    if (line.success) lines.push(line.data);
    else if (way.success) sent.push(way.data);
    else return null;
  }
  const applications = applicationsOf(parts);
  const known = new Set(applications.map(({ code }) => code));
  const isGapless = applications.every(({ index }, place) => index === place);
  if (lines.length === 0 || !isGapless || discountCodes.some((code) => !known.has(code))) return null;
  const pageInfo = { hasNextPage: false, endCursor: null };
  return {
    ...order,
    discountApplications: { nodes: applications },
    lineItems: { nodes: lines, pageInfo },
    shippingLines: { nodes: sent, pageInfo },
  };
}

/** Each once, by its index. */
function applicationsOf(parts: readonly unknown[]): Application[] {
  const found = new Map<number, Application>();
  for (const part of parts)
    for (const { discountApplication } of withApplications.parse(part).discountAllocations)
      found.set(discountApplication.index, discountApplication);
  return [...found.values()].sort((a, b) => a.index - b.index);
}
