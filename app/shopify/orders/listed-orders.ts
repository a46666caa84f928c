import { z } from 'zod';
import type { ListedOrder } from '#app/core/snapshots/listed-order.ts';
import { digitsOfGid } from '../admin-api/ids.ts';

/** What a listing asks of each order. */
export const listedNode = z.object({
  id: z.string(),
  updatedAt: z.string(),
  cancelledAt: z.string().nullable(),
  displayFinancialStatus: z.string().nullable(),
});

export function listedOrders(nodes: readonly z.infer<typeof listedNode>[]): ListedOrder[] {
  return nodes.flatMap(({ id, updatedAt, cancelledAt, displayFinancialStatus: status }) => {
    const orderId = digitsOfGid(id);
    if (!orderId) return [];
    const said = (status ?? 'pending').toLowerCase();
    return [{ orderId, updatedAt: new Date(updatedAt), cancelled: cancelledAt !== null, status: said }];
  });
}
