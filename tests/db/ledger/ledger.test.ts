import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ledgerMismatches } from '#app/db/ledger/ledger-check.server.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import { applyToldOrders } from '#app/usecases/orders/apply-orders.ts';
import { line, nextId, order } from '#tests/support/factories.ts';
import { orderStory } from '#tests/support/order-stories.ts';
import { balance, installedShop, tell, tellAndApply } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

describe('the ledger', () => {
  it('C06 refuses to change or delete an entry, an allocation or a published version', async () => {
    const shop = await installedShop();
    const bought = order({ lines: [line({ lineId: '1', quantity: 3 })] });
    const back = {
      ...bought,
      updatedAt: '2026-11-21T11:00:00Z',
      lines: [line({ lineId: '1', quantity: 3, currentQuantity: 1 })],
    };
    await tellAndApply(shop, bought, back);
    for (const statement of [
      'update "LedgerEntry" set amount = 1000',
      'delete from "LedgerEntry"',
      'truncate "LedgerEntry" cascade',
      'update "LotAllocation" set amount = 1',
      'delete from "LotAllocation"',
      'truncate "LotAllocation"',
      `update "ProgramVersion" set rules = '{}'`,
      'delete from "ProgramVersion"',
    ]) {
      await expect(pool().query(statement), statement).rejects.toThrow(/append-only/);
    }
  });

  it('lets the entries go with a shop that is being erased, and only with that one', async () => {
    const [gone, kept] = [await installedShop(), await installedShop()];
    for (const shop of [gone, kept]) await tellAndApply(shop, order());
    const erase = (shopId: number) =>
      withTransaction(async (client) => {
        await client.query(`select set_config('sixth.erasing_shop', $1, true)`, [String(gone.id)]);
        await client.query('delete from "Shop" where id = $1', [shopId]);
      });
    await expect(erase(kept.id)).rejects.toThrow(/append-only/);
    await erase(gone.id);
    expect(await balance(kept)).toMatchObject({ points: 14 });
  });

  it('C01 refuses a second entry of one source', async () => {
    const shop = await installedShop();
    await tellAndApply(shop, order());
    const again = `insert into "LedgerEntry" ("shopId", "memberId", seq, unit, kind, "sourceKey", amount, "balanceAfter",
        explanation, "occurredAt", "recordedAt")
      select "shopId", "memberId", seq + 100, unit, kind, "sourceKey", amount, 0, '{}', "occurredAt", "recordedAt"
      from "LedgerEntry" where "shopId" = $1`;
    await expect(pool().query(again, [shop.id])).rejects.toThrow(/unique/);
  });

  it('the check finds a cached number that its entries don’t give', async () => {
    const shop = await installedShop();
    await tellAndApply(shop, order());
    await pool().query('update "Member" set points = points + 1 where "shopId" = $1', [shop.id]);
    expect(await ledgerMismatches(pool(), shop.id)).toMatchObject([
      { unit: 'points', cached: '15', entries: '14', lotsLessOwed: '14' },
    ]);
    await pool().query('update "Member" set points = points - 1, "pendingPoints" = 5 where "shopId" = $1', [
      shop.id,
    ]);
    expect(await ledgerMismatches(pool(), shop.id)).toMatchObject([
      { pendingCached: '5', pendingOrders: '0' },
    ]);
    await pool().query('update "Member" set "pendingPoints" = 0 where "shopId" = $1', [shop.id]);
    expect(await ledgerMismatches(pool(), shop.id)).toEqual([]);
  });

  it('C01 C05 C12 any two tellings of the same snapshots end alike, and every number agrees', async () => {
    // The same orders, told differently in two shops, by customers who buy nothing else.
    const shops = [await installedShop(), await installedShop()];
    const ten = fc.array(orderStory('0', '0'), { minLength: 10, maxLength: 10 });
    await fc.assert(
      fc.asyncProperty(ten, async (stories) => {
        const buyers = stories.map((told) => ({ told, orderId: nextId(), customerId: nextId() }));
        const ends = await Promise.all(
          (['one', 'other'] as const).map(async (way, index) => {
            const shop = shops[index]!;
            const longest = Math.max(...stories.map((story) => story[way].length));
            for (let step = 0; step < longest; step += 1) {
              const said = buyers.flatMap(({ told, ...ids }) =>
                told[way].slice(step, step + 1).map((each) => ({ ...each, ...ids })),
              );
              await tell(shop, ...said);
              if (step % 2 === 0) await applyToldOrders(shop.id);
            }
            await applyToldOrders(shop.id);
            return Promise.all(buyers.map(({ customerId }) => balance(shop, customerId)));
          }),
        );
        expect(ends[0]).toEqual(ends[1]);
      }),
      { numRuns: 20 },
    );
    expect(await ledgerMismatches(pool())).toEqual([]);
  }, 120_000);
});
