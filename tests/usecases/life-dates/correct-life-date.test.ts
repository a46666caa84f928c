// Dates of life on the member's page: seen with who told them and the words agreed to, entered, corrected, taken away, with a reason.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { consentHash } from '#app/core/life-dates/life-date-request.ts';
import { correctLifeDate, type TypedLifeDate } from '#app/usecases/life-dates/correct-life-date.ts';
import { readMemberDates } from '#app/usecases/life-dates/read-member-dates.ts';
import { tellLifeDate } from '#app/usecases/life-dates/tell-life-date.ts';
import { rules } from '#tests/support/factories.ts';
import { momentRule } from '#tests/support/moment-rules.ts';
import { momentShop } from '#tests/support/moment-shop.ts';
import { memberWith, type OccasionShop } from '#tests/support/occasions.ts';
import { merge } from '#tests/support/people.ts';
import { addVersion } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

const WEDDING = momentRule('life-date', {
  key: 'wedding',
  title: { en: 'Your wedding', fr: 'Votre mariage' },
  consent: { en: 'Kept for your gift.', fr: 'Gardé pour votre cadeau.' },
});
const REWORDED = { ...WEDDING, consent: { en: 'Kept for a gift.', fr: 'Gardé pour un cadeau.' } };
const DAY = { month: 5, day: 3, year: null };
const TYPED = { remove: false, month: '6', day: '4', year: '2019', reason: ' They called ' };

const tell = (shop: OccasionShop, customerId: string) =>
  tellLifeDate(
    shop.id,
    { customerId },
    {
      ...{ momentKey: 'wedding', date: DAY, by: { kind: 'shopper' }, agreed: consentHash(WEDDING) },
      requestKey: randomUUID(),
    },
  );

const correct = (shop: OccasionShop, id: string, change: Partial<TypedLifeDate> = {}) =>
  correctLifeDate(shop, id, {
    ...{ momentKey: 'wedding', requestKey: randomUUID(), userId: '42', ...TYPED, ...change },
  });

describe('S-13 C142 a date of life on the member’s page', () => {
  it('says who told which, and to which words they agreed, as they were then', async () => {
    const shop = await momentShop([WEDDING]);
    const { id, customerId } = await memberWith(shop);
    await tell(shop, customerId);
    await addVersion(shop.id, 3, rules({ moments: [REWORDED] }), '2027-02-01T12:00:00Z');
    expect(await correct(shop, id)).toEqual({ ok: true });
    const [wedding, ...others] = await readMemberDates(shop.id, id);
    expect(others).toEqual([]);
    expect(wedding).toMatchObject({
      ...{ key: 'wedding', title: WEDDING.title, asked: true, date: { month: 6, day: 4, year: 2019 } },
      log: [
        {
          by: 'merchant',
          userId: '42',
          reason: 'They called',
          words: null,
          date: { month: 6, day: 4, year: 2019 },
        },
        { by: 'shopper', userId: null, reason: null, words: WEDDING.consent, date: DAY },
      ],
    });
  });

  it('is asked for before it is told, and shown after the program stopped asking: then it can only go', async () => {
    const shop = await momentShop([WEDDING]);
    const { id, customerId } = await memberWith(shop);
    expect(await readMemberDates(shop.id, id)).toEqual([
      { key: 'wedding', title: WEDDING.title, asked: true, date: null, log: [] },
    ]);
    await tell(shop, customerId);
    await addVersion(shop.id, 3, rules({ moments: [] }), '2027-02-01T12:00:00Z');
    expect(await readMemberDates(shop.id, id)).toMatchObject([
      { title: WEDDING.title, asked: false, date: DAY },
    ]);
    expect(await correct(shop, id)).toEqual({
      ...{ ok: false, reason: 'refused' },
      problems: [{ field: null, reason: 'no-such-date' }],
    });
    expect(await correct(shop, id, { remove: true })).toEqual({ ok: true });
    expect(await readMemberDates(shop.id, id)).toMatchObject([
      { date: null, log: [{ date: null }, { date: DAY }] },
    ]);
  });

  it('C03 a dialog that is sent twice changes it once, and another date by its key is refused', async () => {
    const shop = await momentShop([WEDDING]);
    const { id } = await memberWith(shop);
    const requestKey = randomUUID();
    const both = await Promise.all([correct(shop, id, { requestKey }), correct(shop, id, { requestKey })]);
    expect(both).toEqual([{ ok: true }, { ok: true }]);
    expect(await correct(shop, id, { requestKey, day: '5' })).toMatchObject({
      problems: [{ reason: 'other-request' }],
    });
    expect((await readMemberDates(shop.id, id))[0]?.log).toHaveLength(1);
  });

  it.each([
    [{ day: '31' }, [{ field: 'day', reason: 'impossible' }]],
    [
      { day: '', month: '' },
      [
        { field: 'month', reason: 'required' },
        { field: 'day', reason: 'required' },
      ],
    ],
    [{ reason: ' ' }, [{ field: 'reason', reason: 'required' }]],
    [{ year: '19' }, [{ field: 'year', reason: 'year-range' }]],
    [{ year: '1066' }, [{ field: 'year', reason: 'year-range' }]],
    [{ month: '2', day: '29', year: '2019' }, [{ field: 'day', reason: 'impossible' }]],
    [{ momentKey: 'moved' }, [{ field: null, reason: 'no-such-date' }]],
  ])('what can’t be is said beside its field: %j', async (change, problems) => {
    const shop = await momentShop([WEDDING]);
    const { id } = await memberWith(shop);
    expect(await correct(shop, id, change)).toEqual({ ok: false, reason: 'refused', problems });
    expect((await readMemberDates(shop.id, id))[0]?.date).toBeNull();
  });

  it('a year to come is one: nothing is celebrated before it', async () => {
    const shop = await momentShop([WEDDING]);
    const { id } = await memberWith(shop);
    expect(await correct(shop, id, { year: '2030' })).toEqual({ ok: true });
  });

  it('of who was merged or isn’t there nothing is changed', async () => {
    const shop = await momentShop([WEDDING]);
    const [one, other] = [await memberWith(shop), await memberWith(shop)];
    await merge(shop, other.customerId, one.customerId);
    for (const id of [one.id, '999999999'])
      expect(await correct(shop, id)).toMatchObject({ problems: [{ reason: 'no-member' }] });
  });
});
