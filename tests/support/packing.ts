// Shops that put something into parcels, and what is to be done in them.
import type { MomentRule } from '#app/core/moments/moment-rule.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import { shopProgram } from '#app/db/program/programs.server.ts';
import { saveOrderCounts } from '#app/db/history/order-counts.server.ts';
import { settleParcelsOfCustomers } from '#app/usecases/tasks/settle-parcels.ts';
import { at, rules } from './factories.ts';
import { momentRule } from './moment-rules.ts';
import { addVersion, installedShop, type TestShop } from './shops.ts';

export function packingMoment(
  key: string,
  when: { n: number; every?: boolean },
  more: Partial<Pick<MomentRule, 'who'>> = {},
): MomentRule {
  const offers = [{ kind: 'task' as const, task: 'packing' as const, words: `Put in: ${key}` }];
  return momentRule('nth-order', { key, when: { every: false, ...when }, offers, ...more });
}

/** Its program began without, and has had the moments since 09:00 of the test day. */
export async function packingShop(...moments: MomentRule[]): Promise<TestShop & { timeZone: string }> {
  const shop = await installedShop();
  await addVersion(shop.id, 2, rules({ moments }), at('09:00'));
  return { ...shop, timeZone: 'Europe/Paris' };
}

/** Shopify says so many orders of the customer, as the app's job asks it. */
export async function tellOrderCount(shop: TestShop, count: number | null, customerId = '9001') {
  const asked = new Date(at('23:00'));
  const program = await shopProgram(pool(), shop.id);
  if (!program) throw new Error(`there is no shop ${shop.id}`);
  await withTransaction(async (client) => {
    await saveOrderCounts(client, shop.id, [{ customerId, count }], asked);
    await settleParcelsOfCustomers(client, { shopId: shop.id, ...program }, [customerId], asked);
  });
}

export type ShownTask = { customer: string; cause: string; order: string | null; state: string };

/** In the order of their causes. */
export async function tasksOf(shop: TestShop): Promise<ShownTask[]> {
  const { rows } = await pool().query<ShownTask>(
    `select m."customerId"::text as customer, t.cause, t."orderId"::text as order, t.state from "Task" t
     join "Member" m on m.id = t."memberId" where t."shopId" = $1 order by t.cause, m.id`,
    [shop.id],
  );
  return rows;
}
