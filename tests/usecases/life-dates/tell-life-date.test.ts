// A date of life is told with the care of a birthday, and brings what its moment gives.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { consentHash } from '#app/core/life-dates/life-date-request.ts';
import { pool } from '#app/db/pool.server.ts';
import { exportCustomerData } from '#app/usecases/members/export-customer-data.ts';
import { leaveProgram } from '#app/usecases/leaving/leave-program.ts';
import { tellLifeDate, type WantedLifeDate } from '#app/usecases/life-dates/tell-life-date.ts';
import { rules } from '#tests/support/factories.ts';
import { momentRule } from '#tests/support/moment-rules.ts';
import { momentGifts, momentShop, noon, sweepOn } from '#tests/support/moment-shop.ts';
import { memberWith, type OccasionShop } from '#tests/support/occasions.ts';
import { merge, redact } from '#tests/support/people.ts';
import { addVersion } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

const WEDDING = momentRule('life-date', { key: 'wedding' });
const MOVED = momentRule('life-date', { key: 'moved', when: { yearly: false } });
const DAY = { month: 5, day: 3, year: null };

const shopWith = () => momentShop([WEDDING, MOVED]);

type Tells = Partial<WantedLifeDate> & { on?: string };
const tell = (shop: OccasionShop, customerId: string, { on = '2027-01-05', ...change }: Tells = {}) =>
  tellLifeDate(
    shop.id,
    { customerId },
    {
      ...{ momentKey: 'wedding', date: DAY, by: { kind: 'shopper' }, agreed: consentHash(WEDDING) },
      ...{ requestKey: randomUUID(), ...change },
    },
    noon(on),
  );

async function datesOf(shop: OccasionShop): Promise<string[]> {
  const { rows } = await pool().query<{ text: string }>(
    `select "momentKey" || ' ' || day || '/' || month || coalesce('/' || year, '') as text from "MemberDate" where "shopId" = $1
     order by "memberId", "momentKey"`,
    [shop.id],
  );
  return rows.map(({ text }) => text);
}

describe('C142 S-13 a wedding day', () => {
  it('is told, and celebrated every year on its day', async () => {
    const shop = await shopWith();
    const { customerId } = await memberWith(shop);
    expect(await tell(shop, customerId)).toEqual({ ok: true });
    expect(await datesOf(shop)).toEqual(['wedding 3/5']);
    await sweepOn(shop, '2027-05-02');
    expect(await momentGifts(shop)).toEqual([]);
    await sweepOn(shop, '2027-05-03', '2027-05-04', '2028-05-03');
    expect(await momentGifts(shop)).toEqual(['wedding/2027 given 50', 'wedding/2028 given 50']);
  });

  it('C58 C142 told too late it waits, and changed it can’t be changed again within a year', async () => {
    const shop = await shopWith();
    const { customerId } = await memberWith(shop);
    await tell(shop, customerId, { on: '2027-05-01' });
    await sweepOn(shop, '2027-05-03');
    expect(await momentGifts(shop)).toEqual([]);
    await sweepOn(shop, '2027-05-31');
    expect(await momentGifts(shop)).toEqual(['wedding/2027 given 50']);
    const other = { date: { ...DAY, day: 20 }, on: '2027-06-01' };
    expect(await tell(shop, customerId, other)).toEqual({ ok: true });
    expect(await tell(shop, customerId, { ...other, date: { ...DAY, day: 21 } })).toMatchObject({
      ok: false,
      reason: 'too-soon',
    });
    // The other day brings no second gift in its year.
    await sweepOn(shop, '2027-07-05');
    expect(await momentGifts(shop)).toHaveLength(1);
  });

  it('C142 of once comes once, in the year that was told', async () => {
    const shop = await shopWith();
    const { customerId } = await memberWith(shop);
    const agreed = consentHash(MOVED);
    await tell(shop, customerId, { momentKey: 'moved', date: { ...DAY, year: 2028 }, agreed });
    await sweepOn(shop, '2027-05-03', '2028-05-03', '2029-05-03');
    expect(await momentGifts(shop)).toEqual(['moved/2028 given 50']);
  });

  it('C142 taken away it brings nothing, and needs no agreement', async () => {
    const shop = await shopWith();
    const { customerId } = await memberWith(shop);
    await tell(shop, customerId);
    expect(await tell(shop, customerId, { date: null, agreed: null })).toEqual({ ok: true });
    expect(await datesOf(shop)).toEqual([]);
    await sweepOn(shop, '2027-05-03');
    expect(await momentGifts(shop)).toEqual([]);
  });

  it('C142 the same request again is the same answer, another date under its key is not', async () => {
    const shop = await shopWith();
    const { customerId } = await memberWith(shop);
    const requestKey = randomUUID();
    const all = await Promise.all(Array.from({ length: 10 }, () => tell(shop, customerId, { requestKey })));
    expect(all).toEqual(all.map(() => ({ ok: true })));
    const other = await tell(shop, customerId, { requestKey, date: { ...DAY, day: 9 } });
    expect(other).toMatchObject({ ok: false, reason: 'other-request' });
    const { rows } = await pool().query('select "consentHash" from "MemberDateChange" where "shopId" = $1', [
      shop.id,
    ]);
    expect(rows).toEqual([{ consentHash: consentHash(WEDDING) }]);
  });

  it('C142 told again under other words it keeps these, waits no longer for it, and brings no second gift', async () => {
    const shop = await shopWith();
    const { customerId } = await memberWith(shop);
    await tell(shop, customerId);
    const words = { ...WEDDING, consent: { en: 'Kept until you say otherwise.', fr: 'Gardé.' } };
    await addVersion(shop.id, 3, rules({ moments: [words, MOVED] }), '2027-01-06T12:00:00Z');
    const agreed = consentHash(words);
    expect(await tell(shop, customerId, { on: '2027-04-30' })).toMatchObject({ reason: 'other-words' });
    const again = () => tell(shop, customerId, { on: '2027-04-30', agreed });
    expect(await Promise.all([again(), again(), again()])).toEqual([
      { ok: true },
      { ok: true },
      { ok: true },
    ]);
    const { rows } = await pool().query(
      `select d."consentHash" as words, to_char(d."setOn", 'YYYY-MM-DD') as "setOn",
         (select count(*)::int from "MemberDateChange" c where c."memberId" = d."memberId") as lines
       from "MemberDate" d where d."shopId" = $1`,
      [shop.id],
    );
    expect(rows).toEqual([{ words: agreed, setOn: '2027-01-05', lines: 2 }]);
    await sweepOn(shop, '2027-05-03');
    expect(await momentGifts(shop)).toEqual(['wedding/2027 given 50']);
  });

  it('the merchant corrects it, and says why', async () => {
    const shop = await shopWith();
    const { id, customerId } = await memberWith(shop);
    await tell(shop, customerId);
    const by = (reason: string) => ({ kind: 'merchant', userId: '42', reason }) as const;
    const wanted = { momentKey: 'wedding', date: { ...DAY, day: 9 }, agreed: null };
    const correct = (reason: string) =>
      tellLifeDate(
        shop.id,
        { memberId: id },
        { ...wanted, by: by(reason), requestKey: randomUUID() },
        noon('2027-01-06'),
      );
    expect(await correct(' ')).toMatchObject({ ok: false, field: 'reason' });
    expect(await correct('Called us')).toEqual({ ok: true });
    expect(await datesOf(shop)).toEqual(['wedding 9/5']);
  });
});

it.each([
  [{ date: { month: 2, day: 30, year: null } }, { field: 'day', reason: 'impossible' }],
  [{ date: { month: 13, day: 1, year: null } }, { field: 'month', reason: 'impossible' }],
  [{ date: { month: 2, day: 29, year: 2027 } }, { field: 'day', reason: 'impossible' }],
  [{ date: { ...DAY, year: 2050 } }, { field: 'year', reason: 'year-range' }],
  [{ date: { ...DAY, year: 1800 } }, { field: 'year', reason: 'year-range' }],
  [{ agreed: null }, { field: 'agreed', reason: 'not-agreed' }],
  [{ agreed: '0'.repeat(16) }, { field: null, reason: 'other-words' }],
  [{ momentKey: 'nobody-asks' }, { field: null, reason: 'no-such-date' }],
])('C60 %o is refused beside its field, and keeps nothing', async (change, refusal) => {
  const shop = await shopWith();
  const { customerId } = await memberWith(shop);
  expect(await tell(shop, customerId, change)).toEqual({ ok: false, ...refusal });
  expect(await datesOf(shop)).toEqual([]);
});

describe('C87 C62 people who become one, leave, or are erased', () => {
  it('a merge keeps the survivor’s date, and hands over what they hadn’t told', async () => {
    const shop = await shopWith();
    const [kept, lost] = [await memberWith(shop), await memberWith(shop)];
    const agreed = consentHash(MOVED);
    await tell(shop, kept.customerId);
    await tell(shop, lost.customerId, { date: { ...DAY, day: 9 } });
    await tell(shop, lost.customerId, { momentKey: 'moved', agreed });
    await merge(shop, kept.customerId, lost.customerId);
    expect(await datesOf(shop)).toEqual(['moved 3/5', 'wedding 3/5']);
    const { lifeDates, lifeDateChanges } = { ...(await exportCustomerData(shop, kept.customerId)) } as {
      [list: string]: unknown;
    };
    expect([lifeDates, lifeDateChanges]).toMatchObject([{ length: 2 }, { length: 3 }]);
    await sweepOn(shop, '2027-05-03', '2027-05-09');
    expect(await momentGifts(shop)).toEqual(['moved/2027 given 50', 'wedding/2027 given 50']);
  });

  it('who leaves or is erased has none', async () => {
    const shop = await shopWith();
    const [left, gone] = [await memberWith(shop), await memberWith(shop)];
    for (const { customerId } of [left, gone]) await tell(shop, customerId);
    await leaveProgram(shop.id, left.customerId, 'a', noon('2027-01-06'));
    await redact(shop, gone.customerId);
    expect(await datesOf(shop)).toEqual([]);
    expect(await tell(shop, left.customerId)).toMatchObject({ ok: false, reason: 'blocked' });
  });
});
