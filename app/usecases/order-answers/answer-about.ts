// The answer about an order that was found, or wasn't, for whoever asks.
import {
  orderAnswer,
  type Asker,
  type AskedOrder,
  type OrderAnswer,
} from '#app/core/order-answers/order-answer.ts';
import type { Waits } from '#app/core/order-answers/order-why.ts';
import { NOTHING_POSTED } from '#app/core/orders/order-corrections.ts';
import { whySetAside } from '#app/core/orders/set-aside.ts';
import type { AskedOrderRow } from '#app/db/order-answers/asked-orders.server.ts';
import { postedByOrders } from '#app/db/orders/due-orders.server.ts';
import { pool } from '#app/db/pool.server.ts';
import type { ShopProgram } from '#app/db/program/programs.server.ts';
import { readTitleBook } from '#app/db/stamps/card-titles.server.ts';
import { decisionsOf } from '#app/db/stamps/order-flags.server.ts';

export async function answerAbout(
  shopId: number,
  program: ShopProgram,
  row: AskedOrderRow | null,
  asker: Asker,
): Promise<OrderAnswer> {
  if (!row) return { found: false };
  const { due: _, setAside: __, ...known } = row;
  const [posted, decisions, book] = await Promise.all([
    postedByOrders(pool(), shopId, [row.orderId]),
    decisionsOf(pool(), shopId, [row.orderId]),
    readTitleBook(pool(), shopId, program.versions),
  ]);
  const order: AskedOrder = {
    ...known,
    posted: posted.get(row.orderId) ?? NOTHING_POSTED,
    waits: waitsOf(row),
  };
  return orderAnswer(order, asker, program, { book, decided: decisions.get(row.orderId) ?? {} });
}

function waitsOf({ setAside, due }: AskedOrderRow): Waits {
  if (setAside) return whySetAside(setAside.step, setAside.reason);
  return due ? 'due' : null;
}
