// Rings the reconciliation of every shop that can be asked: of its orders, of its cards' discounts, of birthdays where they
// bring something, and of a program that Shopify hasn't got yet.
import { shopsWithBirthdays } from '#app/db/moments/birthday-reading.server.ts';
import { shopsWithCards } from '#app/db/discounts/card-discounts.server.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { withTransaction } from '#app/db/pool.server.ts';
import { shopsToReconcile } from '#app/db/orders/reconciliation.server.ts';
import { shopsBehindProgram } from '#app/db/storefront/sync.server.ts';

export async function ringReconciliations(): Promise<void> {
  await withTransaction(async (client) => {
    const shopIds = await shopsToReconcile(client);
    for (const shopId of shopIds) await enqueue(client, 'reconcile_shop', { shopId });
    for (const shopId of await shopsWithBirthdays(client, shopIds)) {
      await enqueue(client, 'read_birthdays', { shopId });
    }
    for (const shopId of await shopsWithCards(client)) await enqueue(client, 'sync_discounts', { shopId });
    for (const shopId of await shopsBehindProgram(client)) await enqueue(client, 'sync_program', { shopId });
  });
}
