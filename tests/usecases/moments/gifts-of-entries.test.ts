// The release before gives birthdays as entries alone, before the upgrade and beside it: nobody is given one of them twice, and
// each gets its row.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { pool } from '#app/db/pool.server.ts';
import { sweepMoments } from '#app/usecases/moments/sweep-moments.ts';
import { checkLedger } from '#app/usecases/upkeep/check-ledger.ts';
import { occasion } from '#tests/support/factories.ts';
import { giftRows, giveReward, withoutRows } from '#tests/support/gifts.ts';
import { giftsOf, memberWith, occasionShop, type OccasionShop } from '#tests/support/occasions.ts';
import { merge, pointsOfShop } from '#tests/support/people.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

const noon = (day: string) => new Date(`${day}T12:00:00Z`);
const MIGRATION = '../../../prisma/migrations/0031_gifts_of_occasions/migration.sql';

type Swept = { shop: OccasionShop; kept: string; gone: string };

/** Two who were given a birthday's points; the one was merged into the other since. */
async function sweptShop(): Promise<Swept> {
  const shop = await occasionShop([occasion({ daysAfter: 9 }), occasion({ kind: 'anniversary' })]);
  const [kept, gone] = [
    await memberWith(shop, { month: 5, day: 3 }),
    await memberWith(shop, { month: 5, day: 4, joined: '2026-05-04' }),
  ];
  await sweepMoments(shop.id, noon('2027-05-04'));
  await merge(shop, kept.customerId, gone.customerId);
  return { shop, kept: kept.id, gone: gone.id };
}

async function sweepAgain({ shop }: Swept): Promise<void> {
  await pool().query(`update "Shop" set "sweptThrough" = '2027-05-02' where id = $1`, [shop.id]);
  await pool().query(
    `update "Member" set "lookFrom" = '2027-05-01', "lookAgain" = true where "shopId" = $1`,
    [shop.id],
  );
  await Promise.all([1, 2].map(() => sweepMoments(shop.id, noon('2027-05-05'))));
}

const migrate = async () => pool().query(await readFile(path.join(import.meta.dirname, MIGRATION), 'utf8'));

it('C183 what an older process gave is believed, of the person, though it has no row', async () => {
  const swept = await sweptShop();
  const { shop, kept } = swept;
  await withoutRows(shop);
  await sweepAgain(swept);
  for (const cause of ['birthday/2027', 'anniversary/2027']) {
    expect(await giveReward(shop, kept, cause, noon('2027-05-05'))).toBe('before');
  }
  expect([(await giftsOf(shop)).length, await pointsOfShop(shop)]).toEqual([3, 150]);
  expect(await giftRows(shop)).toEqual([]);
});

it.each([
  ['every night', checkLedger],
  ['by the migration', migrate],
])('such rows are written %s, as if they had been written then; twice does nothing', async (_, write) => {
  const swept = await sweptShop();
  const { shop, kept, gone } = swept;
  const before = await giftRows(shop);
  await withoutRows(shop);
  await write();
  const after = await giftRows(shop);
  expect(after).toEqual(before);
  expect(after.map(({ memberId, cause }) => [memberId, cause])).toEqual([
    [kept, 'birthday/2027'],
    [gone, 'anniversary/2027'],
    [gone, 'birthday/2027'],
  ]);
  await write();
  await sweepAgain(swept);
  expect([await giftRows(shop), await pointsOfShop(shop)]).toEqual([before, 150]);
});

it('an entry that says of itself what nobody can read keeps the migration from none of the others', async () => {
  const { shop, kept } = await sweptShop();
  await pool().query(
    `with odd as (
       insert into "LedgerEntry" ("shopId", "memberId", seq, unit, kind, "sourceKey", amount, "balanceAfter", explanation,
         "occurredAt", "recordedAt")
       select "shopId", id, 90, 'points', 'occasion', 'odd', 5, points + 5, '[]', now(), now() from "Member"
       where "shopId" = $1 and id = $2
     ) update "Member" set points = points + 5 where "shopId" = $1 and id = $2`,
    [shop.id, kept],
  );
  await withoutRows(shop);
  await migrate();
  expect((await giftRows(shop)).length).toBe(4);
});

it('C59 while both releases run, each leaves alone what the other gave', async () => {
  const shop = await occasionShop([occasion({ daysAfter: 9 })]);
  for (let count = 0; count < 40; count += 1) await memberWith(shop, { month: 5, day: 3 });
  const sweeps = [1, 2, 3].map(() => sweepMoments(shop.id, noon('2027-05-03')));
  // The older one's rows are missing from whatever was given by then.
  await Promise.all([...sweeps, withoutRows(shop), withoutRows(shop)]);
  await pool().query(`update "Shop" set "sweptThrough" = null where id = $1`, [shop.id]);
  await Promise.all([1, 2].map(() => sweepMoments(shop.id, noon('2027-05-04'))));
  expect([(await giftsOf(shop)).length, await pointsOfShop(shop)]).toEqual([40, 2_000]);
});
