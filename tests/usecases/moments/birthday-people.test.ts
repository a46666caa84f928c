import { describe, expect, it } from 'vitest';
import { pool } from '#app/db/pool.server.ts';
import { eraseShop } from '#app/usecases/shop/erase-shop.ts';
import { exportCustomerData } from '#app/usecases/members/export-customer-data.ts';
import { recordPrivacyRequest } from '#app/usecases/members/record-privacy-request.ts';
import { setBirthday } from '#app/usecases/moments/set-birthday.ts';
import { sweepMoments } from '#app/usecases/moments/sweep-moments.ts';
import { nextId, occasion } from '#tests/support/factories.ts';
import { giftsOf, occasionShop } from '#tests/support/occasions.ts';
import { delivery, merge, pointsOfShop, redact, uninstall } from '#tests/support/people.ts';
import type { TestShop } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

const noon = (day: string) => new Date(`${day}T12:00:00Z`);
const shopper = { kind: 'shopper' } as const;

function tell(shop: TestShop, customerId: string, month: number, day: string, key = nextId()) {
  return setBirthday(shop.id, { customerId }, { month, day: 3, year: null }, shopper, key, noon(day));
}

async function memberId(shop: TestShop, customerId: string): Promise<string> {
  const { rows } = await pool().query<{ id: string }>(
    'select id::text from "Member" where "shopId" = $1 and "customerId" = $2',
    [shop.id, customerId],
  );
  return rows[0]!.id;
}

/** `month/set on/lines in the log` of each member, by id. */
async function dates(shop: TestShop): Promise<string[]> {
  const { rows } = await pool().query<{ text: string }>(
    `select concat_ws('/', coalesce("birthMonth", 0), "birthdaySetOn",
       (select count(*) from "BirthdayChange" b where b."memberId" = m.id)) as text
     from "Member" m where m."shopId" = $1 order by id`,
    [shop.id],
  );
  return rows.map(({ text }) => text);
}

describe('C36 birthdays of merged customers', () => {
  it('the survivor’s date wins, and the log of both is kept, also of equal request keys', async () => {
    const shop = await occasionShop([occasion()]);
    await tell(shop, '1', 5, '2027-01-02', 'same key');
    await tell(shop, '2', 6, '2027-01-03', 'same key');
    await merge(shop, '1', '2');
    await merge(shop, '1', '2');
    expect(await dates(shop)).toEqual(['5/2027-01-02/2', '0/0']);
    expect(await tell(shop, '1', 5, '2027-01-04', 'same key')).toMatchObject({ ok: true, repeated: true });
  });

  it('the loser’s date comes where the survivor has none, with its wait', async () => {
    const shop = await occasionShop([occasion({ waitDays: 10 })]);
    await tell(shop, '2', 5, '2027-04-28');
    await merge(shop, '1', '2');
    expect(await dates(shop)).toContain('5/2027-04-28/1');
    await sweepMoments(shop.id, noon('2027-05-03'));
    expect(await giftsOf(shop)).toEqual([]);
    await sweepMoments(shop.id, noon('2028-05-03'));
    expect(await giftsOf(shop, await memberId(shop, '1'))).toMatchObject([{ sourceKey: 'birthday/2028' }]);
  });

  it('a chain of merges counts every gift of the year', async () => {
    const shop = await occasionShop([occasion({ daysAfter: 9 })]);
    await tell(shop, '3', 5, '2027-01-02');
    await sweepMoments(shop.id, noon('2027-05-03'));
    await merge(shop, '2', '3');
    await merge(shop, '1', '2');
    await Promise.all([1, 2].map(() => sweepMoments(shop.id, noon('2027-05-04'))));
    expect(await giftsOf(shop)).toHaveLength(1);
    expect(await pointsOfShop(shop)).toBe(50);
  });
});

describe('C63 birthdays of people who ask', () => {
  it('are in the copy of their data, with every change', async () => {
    const shop = await occasionShop([occasion()]);
    await tell(shop, '1', 5, '2027-01-02');
    const by = { kind: 'merchant', userId: '42', reason: 'said so on the phone' } as const;
    const id = await memberId(shop, '1');
    await setBirthday(
      shop.id,
      { memberId: id },
      { month: 6, day: 4, year: null },
      by,
      'k',
      noon('2027-01-03'),
    );
    expect(await exportCustomerData(shop, '1')).toMatchObject({
      members: [{ birthday: { month: 6, day: 4, year: null, setOn: '2027-01-03' } }],
      birthdayChanges: [
        { month: 5, day: 3, by: 'shopper', reason: null },
        { month: 6, day: 4, by: 'merchant', reason: 'said so on the phone' },
      ],
    });
    expect(await exportCustomerData(shop, '2')).toMatchObject({ members: [], birthdayChanges: [] });
  });

  it('go with the person, while the gifts’ points stay', async () => {
    const shop = await occasionShop([occasion()]);
    for (const customerId of ['1', '2']) await tell(shop, customerId, 5, '2027-01-02');
    await sweepMoments(shop.id, noon('2027-05-03'));
    await merge(shop, '1', '2');
    await redact(shop, '1');
    await redact(shop, '1');
    expect(await dates(shop)).toEqual(['0/0', '0/0']);
    expect(await pointsOfShop(shop)).toBe(100);
    await sweepMoments(shop.id, noon('2028-05-03'));
    expect(await giftsOf(shop)).toHaveLength(2);
  });

  it('go with a shop that is erased, and nothing of another shop’s', async () => {
    const [shop, other] = [await occasionShop([occasion()]), await occasionShop([occasion()])];
    for (const each of [shop, other]) await tell(each, '1', 5, '2027-01-02');
    await uninstall(shop);
    await recordPrivacyRequest(delivery(shop, 'shop/redact', '14:00'), { customerId: null, orderIds: [] });
    await eraseShop(shop.id);
    const { rows } = await pool().query('select "shopId" from "BirthdayChange"  where "shopId" = any($1)', [
      [shop.id, other.id],
    ]);
    expect(rows).toEqual([{ shopId: other.id }]);
  });
});
