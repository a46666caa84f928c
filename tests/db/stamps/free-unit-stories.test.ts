import fc from 'fast-check';
import { expect, it } from 'vitest';
import { figureMismatches } from '#app/db/figures/daily-figures.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { applyToldOrders } from '#app/usecases/orders/apply-orders.ts';
import { nameCards } from '#tests/support/card-titles.ts';
import { nextId } from '#tests/support/factories.ts';
import { freeUnitStory, plainStamps } from '#tests/support/free-unit-stories.ts';
import { balance, installedShop, tell } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

const SIZE = 5;
const stories = fc.array(freeUnitStory('0'), { minLength: 1, maxLength: 3 });

it('C53 C65 C70 C71 the ledger’s stamps are a plain replay’s, whatever is told when, twice and by two workers', async () => {
  const shop = await installedShop();
  await nameCards(shop);
  await fc.assert(
    fc.asyncProperty(stories, fc.boolean(), async (orders, atOnce) => {
      const customerId = nextId();
      const named = orders.map(({ snapshots, told }) => {
        const orderId = nextId();
        const named = (each: (typeof told)[number]) => ({ ...each, orderId, customerId });
        return { snapshots: snapshots.map(named), told: told.map(named) };
      });
      for (const { told } of named) {
        for (const snapshot of told) {
          await tell(shop, snapshot);
          if (!atOnce) await applyToldOrders(shop.id);
        }
      }
      await Promise.all([applyToldOrders(shop.id), applyToldOrders(shop.id)]);
      const wanted = named.reduce((sum, { snapshots }) => sum + plainStamps(snapshots, SIZE), 0);
      expect((await balance(shop, customerId)).stamps).toBe(wanted);
      for (const { told } of named) await tell(shop, ...told);
      await applyToldOrders(shop.id);
      expect((await balance(shop, customerId)).stamps).toBe(wanted);
    }),
    { numRuns: 30 },
  );
  expect(await figureMismatches(pool(), shop.id)).toEqual([]);
}, 60_000);
