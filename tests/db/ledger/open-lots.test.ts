// Books of lots are kept beside the entries: read quickly whatever the history, and right whoever wrote it.
import { describe, expect, it } from 'vitest';
import { now } from '#app/clock.server.ts';
import { loadLotBooks, lotBookKey } from '#app/db/ledger/lots.server.ts';
import { lotMismatches } from '#app/db/ledger/lot-books-check.server.ts';
import { writeLedger, type Posting } from '#app/db/ledger/ledger.server.ts';
import { lockMembers, type LockedMember } from '#app/db/members/members.server.ts';
import { pool, withTransaction, type Queryable } from '#app/db/pool.server.ts';
import { keepLongBooks } from '#app/usecases/upkeep/keep-lot-books.ts';
import { nextId } from '#tests/support/factories.ts';
import { installedShop, type TestShop } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

type Amount = { amount: number } & Partial<Posting>;

const posting = (member: LockedMember, more: Amount): Posting => ({
  member,
  unit: 'points',
  cardSize: null,
  kind: 'adjustment',
  sourceKey: `adjustment/${nextId()}`,
  orderId: null,
  programVersion: null,
  explanation: { v: 1 },
  occurredAt: now(),
  ...more,
});

async function post(shop: TestShop, ...amounts: Amount[]): Promise<void> {
  await withTransaction(async (client) => {
    const [member] = await lockMembers(client, shop.id, { customerIds: ['9001'], memberIds: [] }, now());
    await writeLedger(
      client,
      shop.id,
      { postings: amounts.map((each) => posting(member!, each)), pending: [] },
      now(),
    );
  });
}

/** Of one member, in the order of their entries. */
async function keptLots(shop: TestShop): Promise<number[]> {
  const { rows } = await pool().query<{ rest: number }>(
    'select rest::int from "OpenLot" where "shopId" = $1 order by seq',
    [shop.id],
  );
  return rows.map(({ rest }) => rest);
}

async function memberOf(shop: TestShop): Promise<string> {
  const { rows } = await pool().query<{ id: string }>('select id::text from "Member" where "shopId" = $1', [
    shop.id,
  ]);
  return rows[0]!.id;
}

/** Twenty entries that leave nothing: from the next on a book is kept. */
async function usedUp(): Promise<TestShop> {
  const shop = await installedShop();
  await post(shop, ...Array.from({ length: 20 }, (_, index) => ({ amount: index % 2 === 0 ? 1 : -1 })));
  return shop;
}

/** Many credits at once, as orders of years would have left them. */
async function longHistory(shop: TestShop, entries: number): Promise<void> {
  await post(shop, { amount: 1 });
  const id = await memberOf(shop);
  await pool().query(
    `insert into "LedgerEntry" ("shopId", "memberId", seq, unit, kind, "sourceKey", amount, "balanceAfter", explanation,
       "occurredAt", "recordedAt")
     select $1, $2, 1 + n, 'points', 'adjustment', 'long/' || n, 1, 1 + n, '{"v": 1}', timestamptz '2024-01-01' + n * interval '1 hour', now()
     from generate_series(1, $3::int) as n`,
    [shop.id, id, entries],
  );
  await pool().query('update "Member" set points = points + $2, seq = seq + $2 where id = $1', [id, entries]);
}

/** What a process of the release before would write: an entry, what it used, and nothing of books. */
async function spendAsBefore(shop: TestShop, seq: number): Promise<void> {
  const id = await memberOf(shop);
  await pool().query(
    `with debit as (
       insert into "LedgerEntry" ("shopId", "memberId", seq, unit, kind, "sourceKey", amount, "balanceAfter", explanation,
         "occurredAt", "recordedAt")
       select $1, id, seq + 1, 'points', 'adjustment', 'before/' || seq, -5, points - 5, '{"v": 1}', now(), now() from "Member" where id = $2
       returning id
     )
     insert into "LotAllocation" ("debitId", "creditId", amount)
     select debit.id, e.id, 5 from debit, "LedgerEntry" e where e."memberId" = $2 and e.seq = $3`,
    [shop.id, id, seq],
  );
  await pool().query('update "Member" set points = points - 5, seq = seq + 1 where id = $1', [id]);
}

describe('open lots', () => {
  it('of few entries are reckoned each time, and kept nowhere', async () => {
    const shop = await usedUp();
    expect(await keptLots(shop)).toEqual([]);
    expect(await lotMismatches(pool(), shop.id)).toEqual([]);
  });

  it('are kept once something is taken; a plain credit writes none', async () => {
    const shop = await usedUp();
    await post(shop, { amount: 10 });
    await post(shop, { amount: 20 });
    expect(await keptLots(shop)).toEqual([]);
    await post(shop, { amount: -15 });
    expect(await keptLots(shop)).toEqual([15]);
    await post(shop, { amount: 7 }, { amount: -2 });
    expect(await keptLots(shop)).toEqual([13, 7]);
  });

  it('C15 keep what is owed as well, until it is repaid', async () => {
    const shop = await usedUp();
    await post(shop, { amount: 10 });
    await post(shop, { amount: -25 });
    expect(await keptLots(shop)).toEqual([-15]);
    await post(shop, { amount: 20 });
    expect(await keptLots(shop)).toEqual([5]);
  });

  it('are reckoned anew after a process of the release before took something, and nothing is taken twice', async () => {
    const shop = await usedUp();
    await post(shop, { amount: 10 }, { amount: 10 }, { amount: -1 });
    await spendAsBefore(shop, 21);
    expect(await lotMismatches(pool(), shop.id)).toEqual([]);
    await post(shop, { amount: -6 });
    expect(await keptLots(shop)).toEqual([8]);
  });

  it('a number that the entries don’t give is found', async () => {
    const shop = await usedUp();
    await post(shop, { amount: 10 }, { amount: -1 });
    await pool().query('update "OpenLot" set rest = 8 where "shopId" = $1', [shop.id]);
    expect(await lotMismatches(pool(), shop.id)).toMatchObject([{ seq: 21, kept: '8', entries: '9' }]);
    await pool().query('update "OpenLot" set rest = 9 where "shopId" = $1', [shop.id]);
  });

  it('a long history is kept by night, and a debit then reads only the lots that it takes and its order’s own', async () => {
    const shop = await installedShop();
    await longHistory(shop, 1_000);
    await post(shop, { amount: 3, orderId: '77', kind: 'order' });
    expect(await keepLongBooks()).toBe(1);
    expect(await keepLongBooks()).toBe(0);
    expect(await keptLots(shop)).toHaveLength(1_002);
    const member = { id: await memberOf(shop) };
    const read = async (db: Queryable, takes: number) => {
      const takers = { orderIds: ['77'], voucherIds: [] };
      const { books } = await loadLotBooks(db, shop.id, [{ member, unit: 'points', takes }], takers);
      return books.get(lotBookKey(member.id, 'points'))!.book.lots.length;
    };
    expect(await read(pool(), 50)).toBe(51);
    expect(await read(pool(), 51)).toBe(1_002);
    await post(shop, { amount: -5, orderId: '77' });
    expect((await keptLots(shop)).length).toBe(999);
  });
});
