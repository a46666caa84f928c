import { expect, it } from 'vitest';
import { pool } from '#app/db/pool.server.ts';
import { readMonthOfBirthdays } from '#app/db/moments/month-of-birthdays.server.ts';
import { memberWith } from '#tests/support/occasions.ts';
import { installedShop } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

it('C62 counts the month’s birthdays by day, of this shop’s members who take part', async () => {
  const [shop, other] = [await installedShop(), await installedShop()];
  for (const [month, day] of [[2, 1], [2, 29], [2, 28], [3, 1]] as const) await memberWith(shop, { month, day }); // prettier-ignore
  await memberWith(other, { month: 2, day: 1 });
  const blocked = await memberWith(shop, { month: 2, day: 5 });
  await pool().query('update "Member" set blocked = true where id = $1', [blocked.id]);
  const { month, days } = await readMonthOfBirthdays(pool(), shop.id, '2027-02-14');
  expect([month, days.length, days[0], days[27]]).toEqual(['2027-02', 28, 1, 2]);
  expect(days.reduce((sum, count) => sum + count, 0)).toBe(3);
  expect((await readMonthOfBirthdays(pool(), shop.id, '2028-02-14')).days).toHaveLength(29);
});
