// The lots that the ledger's writer says were used, beside the book of lots played from a member's first entry on.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { now } from '#app/clock.server.ts';
import {
  allocateEntry,
  EMPTY_BOOK,
  type Allocation,
  type LotBook,
  type LotOrigin,
} from '#app/core/ledger/lot-book.ts';
import { writeLedger, type Posting } from '#app/db/ledger/ledger.server.ts';
import { lockMembers, type LockedMember } from '#app/db/members/members.server.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import { nextId } from '#tests/support/factories.ts';
import { installedShop } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

type Amount = LotOrigin & { who: number; unit: 'points' | 'stamps/coffee'; amount: number };

function postingOf({ who: _, ...amount }: Amount, member: LockedMember): Posting {
  return {
    ...amount,
    member,
    cardSize: 5,
    kind: 'order',
    sourceKey: `order/${nextId()}`,
    programVersion: null,
    explanation: { v: 1 },
    occurredAt: now(),
  };
}

/** One transaction, as orders or gifts of several members share one. */
async function write(shopId: number, customerIds: readonly string[], amounts: readonly Amount[]) {
  await withTransaction(async (client) => {
    const members = await lockMembers(client, shopId, { customerIds, memberIds: [] }, now());
    const byCustomer = new Map(members.map((member) => [member.customerId, member]));
    const postings = amounts.map((each) => postingOf(each, byCustomer.get(customerIds[each.who]!)!));
    await writeLedger(client, shopId, { postings, pending: [] }, now());
  });
}

type Row = LotOrigin & { memberId: string; unit: string; seq: number; amount: number };
type Stored = Allocation & { memberId: string };

function played(rows: readonly Row[]): Stored[] {
  const books = new Map<string, LotBook>();
  return rows.flatMap((row) => {
    const key = `${row.memberId} ${row.unit}`;
    const { book, allocations } = allocateEntry(books.get(key) ?? EMPTY_BOOK, row);
    books.set(key, book);
    return allocations.map((each) => ({ ...each, memberId: row.memberId }));
  });
}

/** What was used together isn't said to be in an order. */
const inOrder = (allocations: readonly Stored[]) =>
  allocations
    .map(({ memberId, debit, credit, amount }) => [memberId, debit, credit, amount].join(' '))
    .sort();

async function stored(shopId: number): Promise<Stored[]> {
  const { rows } = await pool().query<Stored>(
    `select d."memberId"::text, d.seq as debit, c.seq as credit, a.amount::int as amount from "LotAllocation" a
     join "LedgerEntry" d on d.id = a."debitId" join "LedgerEntry" c on c.id = a."creditId"
     where d."shopId" = $1 and c."memberId" = d."memberId"`,
    [shopId],
  );
  return rows;
}

it('C15 whatever is given and taken, together or apart, uses the lots that the book says', async () => {
  const amount = fc.record({
    who: fc.integer({ min: 0, max: 2 }),
    unit: fc.constantFrom<Amount['unit'][]>('points', 'stamps/coffee'),
    // Often as much as was given before, so that balances come back to nothing.
    amount: fc.constantFrom(5, 5, 5, -5, -5, -5, 3, -2, 7, -9),
    orderId: fc.constantFrom('1', '2', '3', null),
    voucherId: fc.constantFrom('7', '8', null),
    countedOn: fc.constantFrom('2026-11-20', '2026-11-21'),
    keepUntil: fc.constantFrom('2026-12-05', null),
  });
  const batches = fc.array(fc.array(amount, { minLength: 1, maxLength: 6 }), { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(batches, async (told) => {
      const shop = await installedShop();
      const customerIds = [nextId(), nextId(), nextId()];
      for (const each of told) await write(shop.id, customerIds, each);
      const { rows } = await pool().query<Row>(
        `select "memberId"::text, unit, seq, "orderId"::text, "voucherId"::text, "countedOn"::text, "keepUntil"::text,
           amount::int as amount from "LedgerEntry"
         where "shopId" = $1 order by seq`,
        [shop.id],
      );
      expect(rows).toHaveLength(told.flat().length);
      expect(inOrder(await stored(shop.id))).toEqual(inOrder(played(rows)));
    }),
    { numRuns: 40 },
  );
});
