// Rings the reconciliation of every shop that can be asked: of its orders, of its cards' discounts, of birthdays where they
// bring something, and of a program that Shopify hasn't got yet.
import type { ShopJobName } from '#app/core/jobs.ts';
import { shopsWithBirthdays } from '#app/db/moments/birthday-reading.server.ts';
import { shopsWithCards } from '#app/db/discounts/card-discounts.server.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { withTransaction, type Queryable } from '#app/db/pool.server.ts';
import { shopsToReconcile } from '#app/db/orders/reconciliation.server.ts';
import { shopsBehindProgram } from '#app/db/storefront/sync.server.ts';
import { eachApart } from '../upkeep/each-apart.ts';

/** One kind of shop that can't be asked for keeps the others from nothing. */
export async function ringReconciliations(): Promise<void> {
  await eachApart({
    orders: () => ringThose('reconcile_shop', shopsToReconcile),
    birthdays: () =>
      ringThose('read_birthdays', async (db) => shopsWithBirthdays(db, await shopsToReconcile(db))),
    discounts: () => ringThose('sync_discounts', shopsWithCards),
    programs: () => ringThose('sync_program', shopsBehindProgram),
  });
}

async function ringThose(job: ShopJobName, shops: (db: Queryable) => Promise<number[]>): Promise<void> {
  await withTransaction(async (client) => {
    for (const shopId of await shops(client)) await enqueue(client, job, { shopId });
  });
}
