// Orders of a bulk file, one after the other, each with the number of its last line. A part that comes apart from its order makes
// that order be read by itself.
import { z } from 'zod';
import { digitsOfGid } from '../admin-api/ids.ts';
import { readBulkLines } from '../admin-api/read-bulk-lines.ts';
import { readPastOrder, type PastOrderLines, type PastOrderRead } from './past-order.ts';

/** `line` is the last that belongs to it: whoever goes on behind it misses nothing. */
export type PastOrder = PastOrderRead & { line: number };

const child = z.object({ __parentId: z.string() });

export async function* pastOrders(shopDomain: string, url: string, skip = 0): AsyncGenerator<PastOrder> {
  let open: (PastOrderLines & { id: string | null; line: number }) | null = null;
  for await (const { number, value } of readBulkLines(shopDomain, url, skip)) {
    if (value === undefined) {
      // It may have been a part of the open order, or an order whose parts come now.
      open?.parts.push(value);
      yield { orderId: null, snapshot: null, why: 'unreadable', line: open ? open.line : number };
      continue;
    }
    const parent = child.safeParse(value).data?.__parentId;
    if (parent !== undefined && open !== null && parent === open.id) {
      open.parts.push(value);
      open.line = number;
      continue;
    }
    if (parent !== undefined) {
      const orderId = digitsOfGid(parent);
      // The order that is open goes on behind it.
      if (orderId !== null)
        yield { orderId, snapshot: null, why: 'by-itself', line: open ? open.line : number };
      continue;
    }
    if (open) yield { ...readPastOrder(open), line: open.line };
    open = { order: value, parts: [], id: idOf(value), line: number };
  }
  if (open) yield { ...readPastOrder(open), line: open.line };
}

const idOf = (value: unknown): string | null =>
  z.object({ id: z.string() }).safeParse(value).data?.id ?? null;
