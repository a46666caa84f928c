import { describe, expect, it } from 'vitest';
import { pool } from '#app/db/pool.server.ts';
import type { Birthday } from '#app/core/moments/parse-birthday.ts';
import { blockMember } from '#app/usecases/members/block-member.ts';
import { setBirthday } from '#app/usecases/moments/set-birthday.ts';
import { nextId, occasion } from '#tests/support/factories.ts';
import { memberWith, occasionShop } from '#tests/support/occasions.ts';
import { merge, redact } from '#tests/support/people.ts';
import type { TestShop } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

const SHOPPER = { kind: 'shopper' } as const;
const merchant = (reason = 'typed wrongly') => ({ kind: 'merchant', userId: '42', reason }) as const;
const on = (month: number, day: number, year: number | null = null): Birthday => ({ month, day, year });
const noon = (day: string) => new Date(`${day}T12:00:00Z`);

let lastKey = 0;
const freshKey = () => `key-${(lastKey += 1)}`;

function tell(shop: TestShop, customerId: string, date: Birthday | null, day: string, key = freshKey()) {
  return setBirthday(shop.id, { customerId }, date, SHOPPER, key, noon(day));
}

async function stored(shop: TestShop, customerId: string) {
  const { rows } = await pool().query<{
    date: string | null;
    setOn: string | null;
    rev: number;
    log: string[];
  }>(
    `select concat_ws('-', m."birthYear", m."birthMonth", m."birthDay") as date, m."birthdaySetOn"::text as "setOn", m.rev,
       array(select concat_ws(' ', b.month, b.day, b."madeBy", b.reason) from "BirthdayChange" b
         where b."memberId" = m.id order by b."madeAt") as log
     from "Member" m where m."shopId" = $1 and m."customerId" = $2`,
    [shop.id, customerId],
  );
  return rows[0] ?? null;
}

describe('telling a birthday', () => {
  it('makes the customer a member, names the next gift, and rings sync and sweep', async () => {
    const shop = await occasionShop([occasion({ daysBefore: 3, waitDays: 7 })]);
    const customerId = nextId();
    expect(await tell(shop, customerId, on(5, 3, 1990), '2027-02-01')).toEqual({
      ok: true,
      repeated: false,
      birthday: on(5, 3),
      nextGiftOn: '2027-04-30',
    });
    expect(await stored(shop, customerId)).toEqual({
      date: '5-3',
      setOn: '2027-02-01',
      rev: 2,
      log: ['5 3 shopper'],
    });
    const { rows } = await pool().query<{ key: string }>(
      `select key from graphile_worker.jobs where key like '%/' || $1::text order by key`,
      [shop.id],
    );
    expect(rows.map(({ key }) => key)).toEqual([`sweep_occasions/${shop.id}`, `sync_members/${shop.id}`]);
  });

  it('C60 keeps the year only where the program asks for it, and works without', async () => {
    const [asks, doesnt] = [await occasionShop([occasion({ asksYear: true })]), await occasionShop([])];
    expect(await tell(asks, '1', on(2, 29, 1992), '2027-02-01')).toMatchObject({ birthday: on(2, 29, 1992) });
    expect(await tell(asks, '2', on(2, 29), '2027-02-01')).toMatchObject({ birthday: on(2, 29) });
    expect(await tell(doesnt, '1', on(2, 29, 1992), '2027-02-01')).toMatchObject({
      birthday: on(2, 29),
      nextGiftOn: null,
    });
  });

  it('C60 refuses what is no date, beside its field, and makes nobody a member', async () => {
    const shop = await occasionShop([occasion()]);
    expect(await tell(shop, '1', on(2, 30), '2027-02-01')).toEqual({
      ok: false,
      field: 'day',
      reason: 'impossible',
    });
    expect(await tell(shop, '1', on(5, 3, 2028), '2027-02-01')).toMatchObject({
      field: 'year',
      reason: 'year-range',
    });
    expect(await stored(shop, '1')).toBeNull();
  });

  it('C56 counts the day of telling in the shop’s calendar', async () => {
    const instant = new Date('2027-01-09T11:30:00Z');
    const days = ['Pacific/Auckland', 'Pacific/Honolulu'].map(async (timeZone) => {
      const shop = await occasionShop([occasion()], { timeZone });
      await setBirthday(shop.id, { customerId: '1' }, on(5, 3), SHOPPER, freshKey(), instant);
      return (await stored(shop, '1'))?.setOn;
    });
    expect(await Promise.all(days)).toEqual(['2027-01-10', '2027-01-09']);
  });

  it('C58 the first telling is free, one change follows, and the next waits a year', async () => {
    const shop = await occasionShop([occasion()]);
    await tell(shop, '1', on(5, 3), '2027-02-01');
    expect(await tell(shop, '1', on(6, 4), '2027-02-02')).toMatchObject({ ok: true });
    expect(await tell(shop, '1', on(7, 5), '2027-03-01')).toEqual({
      ok: false,
      field: null,
      reason: 'too-soon',
      changeFrom: '2028-02-02',
    });
    expect(await stored(shop, '1')).toMatchObject({
      date: '6-4',
      setOn: '2027-02-02',
      log: ['5 3 shopper', '6 4 shopper'],
    });
    expect(await tell(shop, '1', on(7, 5), '2028-02-02')).toMatchObject({ ok: true, birthday: on(7, 5) });
  });

  it('C58 changed to tomorrow it waits as if it were new', async () => {
    const shop = await occasionShop([occasion({ daysAfter: 3, waitDays: 30 })]);
    await tell(shop, '1', on(9, 9), '2027-01-01');
    expect(await tell(shop, '1', on(5, 3), '2027-05-02')).toMatchObject({ nextGiftOn: '2028-05-03' });
  });

  it('of two changes at once one is made', async () => {
    const shop = await occasionShop([occasion()]);
    await tell(shop, '1', on(5, 3), '2027-02-01');
    const answers = await Promise.all(
      [6, 7, 8, 9].map((month) => tell(shop, '1', on(month, 1), '2027-02-02')),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await stored(shop, '1'))?.log).toHaveLength(2);
  });

  it('the same key again is the same answer, with other content it is refused, also at once', async () => {
    const shop = await occasionShop([occasion()]);
    const key = freshKey();
    const answers = await Promise.all([1, 2, 3, 4].map(() => tell(shop, '1', on(5, 3), '2027-02-01', key)));
    expect(answers.map((each) => each.ok && each.nextGiftOn)).toEqual(Array(4).fill('2027-05-03'));
    expect(answers.filter((each) => each.ok && each.repeated)).toHaveLength(3);
    expect(await tell(shop, '1', on(5, 4), '2027-02-01', key)).toEqual({
      ok: false,
      field: null,
      reason: 'other-request',
    });
    expect(await stored(shop, '1')).toMatchObject({ rev: 2, log: ['5 3 shopper'] });
  });

  it('the same date told again changes nothing, and the year added to it doesn’t make it wait anew', async () => {
    const shop = await occasionShop([occasion({ asksYear: true })]);
    await tell(shop, '1', on(5, 3), '2027-02-01');
    await tell(shop, '1', on(5, 3), '2027-02-02');
    expect((await stored(shop, '1'))?.log).toHaveLength(1);
    await tell(shop, '1', on(5, 3, 1990), '2027-02-03');
    expect(await stored(shop, '1')).toMatchObject({ date: '1990-5-3', setOn: '2027-02-01' });
    expect(await tell(shop, '1', on(6, 4), '2027-02-04')).toMatchObject({ ok: true });
  });

  it('who is left out is refused, and what was told can always be taken away', async () => {
    const shop = await occasionShop([occasion()]);
    const { id, customerId } = await memberWith(shop);
    await tell(shop, customerId, on(5, 3), '2027-02-01');
    expect(await tell(shop, customerId, null, '2027-02-02')).toEqual({
      ok: true,
      repeated: false,
      birthday: null,
      nextGiftOn: null,
    });
    expect(await stored(shop, customerId)).toMatchObject({ date: '', setOn: null });
    await blockMember(shop.id, id, true);
    expect(await tell(shop, customerId, on(5, 3), '2027-02-03')).toMatchObject({
      ok: false,
      reason: 'blocked',
    });
  });

  it('C36 of a merged customer it is told of the one that is kept', async () => {
    const shop = await occasionShop([occasion()]);
    await merge(shop, '1', '2');
    await tell(shop, '2', on(5, 3), '2027-02-01');
    expect(await stored(shop, '1')).toMatchObject({ date: '5-3' });
    expect(await stored(shop, '2')).toMatchObject({ date: '' });
  });

  it('C61 C62 of one person in two shops is two members, and neither shop sees the other’s', async () => {
    const [one, other] = [await occasionShop([occasion()]), await occasionShop([occasion()])];
    const key = freshKey();
    await tell(one, '1', on(5, 3), '2027-02-01', key);
    expect(await tell(other, '1', on(6, 4), '2027-02-01', key)).toMatchObject({ ok: true, repeated: false });
    expect([(await stored(one, '1'))?.date, (await stored(other, '1'))?.date]).toEqual(['5-3', '6-4']);
    const { id } = await memberWith(one);
    const wrong = await setBirthday(
      other.id,
      { memberId: id },
      on(5, 3),
      merchant(),
      freshKey(),
      noon('2027-02-01'),
    );
    expect(wrong).toEqual({ ok: false, field: null, reason: 'no-member' });
    expect(await setBirthday(999_999, { customerId: '1' }, on(5, 3), SHOPPER, freshKey())).toMatchObject({
      ok: false,
    });
  });
});

describe('the merchant', () => {
  const correct = (shop: TestShop, memberId: string, date: Birthday | null, reason?: string) =>
    setBirthday(shop.id, { memberId }, date, merchant(reason), freshKey(), noon('2027-02-03'));

  it('corrects whenever it is needed, with a reason that stays in the log, and it costs the shopper no change', async () => {
    const shop = await occasionShop([occasion()]);
    const { id, customerId } = await memberWith(shop);
    await tell(shop, customerId, on(5, 3), '2027-02-01');
    await tell(shop, customerId, on(6, 4), '2027-02-02');
    expect(await correct(shop, id, on(7, 5))).toMatchObject({
      ok: true,
      birthday: on(7, 5),
      nextGiftOn: '2027-07-05',
    });
    expect(await correct(shop, id, on(8, 6))).toMatchObject({ ok: true });
    expect((await stored(shop, customerId))?.log.slice(2)).toEqual([
      '7 5 42 typed wrongly',
      '8 6 42 typed wrongly',
    ]);
    expect(await tell(shop, customerId, on(9, 7), '2027-02-04')).toMatchObject({ changeFrom: '2028-02-02' });
  });

  it('must say why, and finds nobody who was merged or erased', async () => {
    const shop = await occasionShop([occasion()]);
    const { id, customerId } = await memberWith(shop);
    expect(await correct(shop, id, on(5, 3), ' ')).toEqual({
      ok: false,
      field: 'reason',
      reason: 'required',
    });
    expect(await correct(shop, id, on(5, 3), 'x'.repeat(201))).toMatchObject({ reason: 'too-long' });
    await redact(shop, customerId);
    expect(await correct(shop, id, on(5, 3))).toMatchObject({ ok: false, reason: 'no-member' });
    expect(await correct(shop, '999999999', on(5, 3))).toMatchObject({ ok: false, reason: 'no-member' });
  });

  it('may enter it for somebody who is left out, without a gift being named', async () => {
    const shop = await occasionShop([occasion()]);
    const { id } = await memberWith(shop);
    await blockMember(shop.id, id, true);
    expect(await correct(shop, id, on(5, 3))).toMatchObject({ ok: true, nextGiftOn: null });
  });
});
