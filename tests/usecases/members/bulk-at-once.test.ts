// Several members at once while everything else goes on: whatever comes in between, each adjustment is written as it was said,
// once, and undone once.
import { expect, it } from 'vitest';
import { figureMismatches } from '#app/db/figures/daily-figures.server.ts';
import { ledgerMismatches } from '#app/db/ledger/ledger-check.server.ts';
import { memberEntries } from '#app/db/members/member-page.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { adjustMembers } from '#app/usecases/members/adjust-members.ts';
import { blockMembers } from '#app/usecases/members/block-members.ts';
import { undoAdjustments } from '#app/usecases/members/undo-adjustments.ts';
import { line, nextId, order } from '#tests/support/factories.ts';
import { merge, redact } from '#tests/support/people.ts';
import { installedShop, tellAndApply, type TestShop } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

const MEMBERS = 8;

async function membersOf(shop: TestShop) {
  const { rows } = await pool().query<{ id: string; points: number; gone: boolean }>(
    `select id::text, points::int, ("mergedIntoId" is not null or "erasedAt" is not null) as gone
     from "Member" where "shopId" = $1 order by id`,
    [shop.id],
  );
  return rows;
}

/** What was written by hand, beside what the ledger has of it. */
async function writtenByHand(shop: TestShop) {
  const { rows } = await pool().query<{ member: string; key: string; said: number; posted: number[] }>(
    `select coalesce(a."memberId", e."memberId")::text as member, coalesce(a."requestKey", e."sourceKey") as key,
       a.amount::int as said, array_remove(array_agg(e.amount::int), null) as posted
     from "Adjustment" a full join (select * from "LedgerEntry" where kind = 'adjustment') e
       on e."memberId" = a."memberId" and e.unit = a.unit and e."sourceKey" = 'adjustment/' || a."requestKey"
     where coalesce(a."shopId", e."shopId") = $1 group by 1, 2, 3`,
    [shop.id],
  );
  return rows;
}

it.each([-7, 7])(
  'C03 C36 C63 gives %i, takes it back, excludes, merges and erases, all at once',
  async (amount) => {
    const shop = await installedShop();
    const customers = Array.from({ length: MEMBERS }, nextId);
    for (const customerId of customers) await tellAndApply(shop, order({ customerId, lines: [line({})] }));
    const ids = (await membersOf(shop)).map(({ id }) => id);
    for (let round = 0; round < 4; round += 1) {
      const by = (madeBy: string) => ({ requestKey: `round-${round}`, madeBy });
      const giving = { unit: 'points', amount, reason: 'r' };
      const [first, second] = [customers[round]!, customers[MEMBERS - 1 - round]!];
      await Promise.all([
        adjustMembers(shop.id, ids, { ...giving, ...by('1') }),
        adjustMembers(shop.id, ids.toReversed(), { ...giving, ...by('2') }),
        undoAdjustments(shop.id, ids, by('1')),
        undoAdjustments(shop.id, ids.toReversed(), by('2')),
        blockMembers(shop.id, ids, round % 2 === 0),
        blockMembers(shop.id, ids.toReversed(), round % 2 === 1),
        tellAndApply(shop, order({ customerId: first, lines: [line({})] })),
        round % 2 === 0 ? merge(shop, second, first) : redact(shop, first),
      ]);
      // Once more, when all is over: nothing is left that could be done twice.
      await undoAdjustments(shop.id, ids, by('1'));
      const before = (await membersOf(shop)).map(({ points }) => points);
      await adjustMembers(shop.id, ids, { ...giving, ...by('1') });
      await undoAdjustments(shop.id, ids, by('1'));
      const after = await membersOf(shop);
      const given = await writtenByHand(shop);
      expect(given.map(({ said }) => [said])).toEqual(given.map(({ posted }) => posted));
      for (const { id, gone, points } of after) {
        const keys = given.filter(({ member }) => member === id).map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
        // Whoever is still a member has it back, whatever came between; nobody has it twice.
        if (!gone) expect([id, points]).toEqual([id, before[after.findIndex((one) => one.id === id)]]);
        if (!gone && keys.includes(`round-${round}`)) expect(keys).toContain(`undo-round-${round}`);
      }
    }
    for (const { id, gone, points } of await membersOf(shop)) {
      const { entries } = await memberEntries(pool(), shop.id, id, null);
      if (!gone) expect(entries.find(({ unit }) => unit === 'points')?.points ?? 0).toBe(points);
    }
    expect(await ledgerMismatches(pool(), shop.id)).toEqual([]);
    expect(await figureMismatches(pool(), shop.id)).toEqual([]);
  },
);
