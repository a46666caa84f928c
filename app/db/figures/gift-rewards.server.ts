import { MOMENTS } from '#app/core/moments/kinds/moment-kinds.ts';
import type { Queryable } from '../pool.server.ts';

/** How many rewards birthdays and anniversaries brought since then. Those that wait for a code aren't there yet. */
export async function countGiftRewards(db: Queryable, shopId: number, since: Date): Promise<number> {
  const { rows } = await db.query<{ count: number }>({
    name: 'count-gift-rewards',
    text: `select count(*)::int as count from "Voucher"
      where "shopId" = $1 and "heldAt" >= $2 and price = 0 and split_part(cause, '/', 1) = any($3)`,
    values: [shopId, since, MOMENTS],
  });
  return rows[0]?.count ?? 0;
}
