// "New orders of this customer earn nothing … Orders placed meanwhile stay without", whenever an order is told.
import { describe, expect, it } from 'vitest';
import { figureMismatches } from '#app/db/figures/daily-figures.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { blockMember } from '#app/usecases/members/block-member.ts';
import { exportCustomerData } from '#app/usecases/members/export-customer-data.ts';
import { at, line, order } from '#tests/support/factories.ts';
import { merge, redact } from '#tests/support/people.ts';
import { balance, installedShop, tellAndApply, type TestShop } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

const coffees = (quantity: number) => [line({ lineId: '11', priceMinor: 1_000, quantity })];
const placed = (time: string, customerId: string, quantity = 1) =>
  order({ customerId, processedAt: at(time), updatedAt: at(time), lines: coffees(quantity) });

async function memberOf(shop: TestShop, customerId: string): Promise<string> {
  const { rows } = await pool().query<{ id: string }>(
    `insert into "Member" ("shopId", "customerId", "joinedAt") values ($1, $2, $3)
     on conflict ("shopId", "customerId") do update set "joinedAt" = excluded."joinedAt" returning id::text`,
    [shop.id, customerId, at('08:00')],
  );
  return rows[0]!.id;
}

async function leaveOut(shop: TestShop, customerId: string, from: string, until: string | null) {
  const id = await memberOf(shop, customerId);
  await blockMember(shop.id, id, true, new Date(at(from)));
  if (until !== null) await blockMember(shop.id, id, false, new Date(at(until)));
}

describe('C88 an order of somebody who is left out for a time', () => {
  it('C88 counts when it was placed before and told after', async () => {
    const shop = await installedShop();
    await leaveOut(shop, '1', '10:30', null);
    await tellAndApply(shop, placed('10:00', '1'));
    expect(await balance(shop, '1')).toMatchObject({ points: 10, stamps: 1 });
  });

  it('C88 brings nothing when it was placed meanwhile and told after they were included again', async () => {
    const shop = await installedShop();
    await leaveOut(shop, '1', '10:00', '11:00');
    const meanwhile = placed('10:30', '1');
    await tellAndApply(shop, meanwhile, placed('11:30', '1'));
    expect(await balance(shop, '1')).toMatchObject({ points: 10, stamps: 1 });
    await tellAndApply(shop, { ...meanwhile, updatedAt: at('12:00'), tags: ['packed'] });
    expect(await balance(shop, '1')).toMatchObject({ points: 10 });
  });

  it('C88 C67 keeps what it was awarded, whatever becomes of the customer', async () => {
    const shop = await installedShop();
    const bought = placed('10:00', '1', 3);
    await tellAndApply(shop, bought);
    await leaveOut(shop, '1', '09:00', null);
    await tellAndApply(shop, { ...bought, updatedAt: at('12:00'), tags: ['packed'] });
    expect(await balance(shop, '1')).toMatchObject({ points: 30, stamps: 3 });
  });

  it('C88 goes by each of several times', async () => {
    const shop = await installedShop();
    await leaveOut(shop, '1', '09:00', '10:00');
    await leaveOut(shop, '1', '11:00', '12:00');
    await leaveOut(shop, '1', '13:00', null);
    for (const time of ['08:30', '09:30', '10:30', '11:30', '12:30', '13:30']) {
      await tellAndApply(shop, placed(time, '1'));
    }
    expect(await balance(shop, '1')).toMatchObject({ points: 30 });
  });

  it('C88 left out and included again within one second, and then left out', async () => {
    const shop = await installedShop();
    await leaveOut(shop, '1', '09:00', '09:00');
    await leaveOut(shop, '1', '09:00', null);
    await tellAndApply(shop, placed('09:00', '1'));
    expect(await balance(shop, '1')).toMatchObject({ points: 0 });
  });
});

describe('C88 an order that changes hands', () => {
  it('C88 counts for who takes part, and no more for who is left out', async () => {
    const shop = await installedShop();
    await leaveOut(shop, '1', '09:00', null);
    const bought = placed('10:00', '1', 4);
    await tellAndApply(shop, bought);
    expect(await balance(shop, '1')).toMatchObject({ stamps: 0 });
    await tellAndApply(shop, { ...bought, customerId: '2', updatedAt: at('11:00') });
    expect(await balance(shop, '2')).toMatchObject({ points: 40, stamps: 4 });
    await tellAndApply(shop, { ...bought, updatedAt: at('12:00') });
    expect([await balance(shop, '1'), await balance(shop, '2')]).toMatchObject([
      { points: 0, stamps: 0 },
      { points: 0, stamps: 0 },
    ]);
    // The member who was made by hand isn't counted.
    const wrong = await figureMismatches(pool(), shop.id);
    expect(wrong.filter(({ kind }) => kind !== 'members-joined')).toEqual([]);
  });

  it('C88 in whatever order it is told', async () => {
    const shop = await installedShop();
    await leaveOut(shop, '2', '09:00', null);
    const bought = placed('10:00', '1', 4);
    const moved = { ...bought, customerId: '2', updatedAt: at('11:00') };
    await tellAndApply(shop, moved, bought);
    expect([await balance(shop, '1'), await balance(shop, '2')]).toMatchObject([
      { stamps: 0 },
      { stamps: 0 },
    ]);
  });

  it('C88 a guest’s order is decided for who claims it, as they were when it was placed', async () => {
    const shop = await installedShop();
    const guest = order({ customerId: null, lines: coffees(2) });
    await tellAndApply(shop, guest);
    await leaveOut(shop, '1', '10:30', null);
    await tellAndApply(shop, { ...guest, customerId: '1', updatedAt: at('12:00') });
    expect(await balance(shop, '1')).toMatchObject({ points: 20 });
  });
});

describe('C88 merged customers', () => {
  it('C36 C88 the survivor is left out since the merge, and by their own times before', async () => {
    const shop = await installedShop();
    await memberOf(shop, '1');
    await leaveOut(shop, '2', '09:00', null);
    await merge(shop, '1', '2', new Date(at('12:00')));
    const before = placed('10:00', '1', 2);
    await tellAndApply(shop, before, placed('12:30', '1', 3), placed('11:00', '2', 5));
    expect(await balance(shop, '1')).toMatchObject({ points: 20, stamps: 2 });
  });

  it('C36 C88 an order told before the merge stays as it was decided, also when it names the survivor', async () => {
    const shop = await installedShop();
    await leaveOut(shop, '2', '09:00', null);
    const bought = placed('10:00', '2', 2);
    await tellAndApply(shop, placed('10:00', '1', 1), bought);
    await merge(shop, '1', '2', new Date(at('12:00')));
    await tellAndApply(shop, { ...bought, customerId: '1', updatedAt: at('12:30') });
    expect(await balance(shop, '1')).toMatchObject({ points: 10, stamps: 1 });
  });
});

describe('the times', () => {
  it('C63 are in the person’s file, and go with the person', async () => {
    const shop = await installedShop();
    await leaveOut(shop, '1', '09:00', '10:00');
    const { leftOut } = (await exportCustomerData(shop, '1')) as unknown as { leftOut: { from: string }[] };
    expect(leftOut).toHaveLength(1);
    await redact(shop, '1');
    expect((await pool().query('select 1 from "LeftOut" where "shopId" = $1', [shop.id])).rows).toEqual([]);
  });

  it('a member whom the release before left out is included again: left out until then', async () => {
    const shop = await installedShop();
    const id = await memberOf(shop, '1');
    await pool().query('update "Member" set blocked = true where id = $1', [id]);
    await blockMember(shop.id, id, false, new Date(at('11:00')));
    await tellAndApply(shop, placed('10:00', '1'), placed('11:00', '1'));
    expect(await balance(shop, '1')).toMatchObject({ points: 10 });
  });

  it('C62 of another shop’s customer of the same number change nothing', async () => {
    const [shop, other] = [await installedShop(), await installedShop()];
    await leaveOut(shop, '1', '09:00', null);
    await tellAndApply(other, placed('10:00', '1'));
    expect(await balance(other, '1')).toMatchObject({ points: 10 });
  });
});
