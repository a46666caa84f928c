// How many members conditions are about: exactly, or told from some of them.
import { expect, it } from 'vitest';
import { roughly } from '#app/core/who/who-count.ts';
import type { Who } from '#app/core/who/who.ts';
import { pool } from '#app/db/pool.server.ts';
import { countWho } from '#app/usecases/who/count-who.ts';
import { installedShop, type TestShop } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

const AT = new Date('2026-11-22T12:00:00Z');
const MAY: Who = { conditions: [{ kind: 'birthday-month', month: 5 }] };

/** Every tenth was born in May, every hundredth takes part no more. Another shop's lie between them. */
async function shopOf(members: number): Promise<TestShop & { timeZone: string }> {
  const [shop, other] = [await installedShop(), await installedShop()];
  await pool().query(
    `insert into "Member" ("shopId", "customerId", "joinedAt", "birthMonth", "birthDay", "birthdaySetOn", blocked)
     select case when nr % 3 = 0 and nr % 30 <> 0 then $2::int else $1::int end, nr, now(),
       case when nr % 10 = 1 then 5 else 6 end, 3, '2025-01-01', nr % 100 = 7
     from generate_series(1, $3::int) as nr`,
    [shop.id, other.id, members],
  );
  return { ...shop, timeZone: 'Europe/Paris' };
}

it('counts each in a small shop', async () => {
  const shop = await shopOf(1_000);
  const { rows } = await pool().query<{ among: number; members: number }>(
    `select count(*) filter (where "birthMonth" = 5)::int as among, count(*)::int as members from "Member"
     where "shopId" = $1 and not blocked`,
    [shop.id],
  );
  expect(await countWho(shop, MAY, AT)).toEqual({ ...rows[0], isAbout: false });
});

it('says about how many in a large one, the same each time', async () => {
  const shop = await shopOf(24_000);
  const first = await countWho(shop, MAY, AT);
  expect(first.isAbout).toBe(true);
  // 16,800 of the shop's, a hundredth of them blocked; 1,680 were born in May.
  expect(Math.abs(first.members - 16_600)).toBeLessThan(600);
  expect(Math.abs(first.among - 1_680)).toBeLessThan(300);
  expect(await countWho(shop, MAY, AT)).toEqual(first);
  expect(await countWho({ id: 999_999, timeZone: 'Europe/Paris' }, MAY, AT)).toEqual({
    among: 0,
    members: 0,
    isAbout: false,
  });
});

it('says no more digits than it knows', () => {
  expect([0, 7, 98, 123, 12_345, 999].map(roughly)).toEqual([0, 7, 98, 120, 12_000, 1_000]);
});
