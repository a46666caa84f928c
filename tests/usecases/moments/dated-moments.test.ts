// Dates of the list of moments, tried with what is hard for dates: leap days, zones, outages, moved dates, times left out.
import { describe, expect, it } from 'vitest';
import { blockMember } from '#app/usecases/members/block-member.ts';
import { setBirthday } from '#app/usecases/moments/set-birthday.ts';
import { sweepMoments } from '#app/usecases/moments/sweep-moments.ts';
import { momentRule } from '#tests/support/moment-rules.ts';
import { bought, counted, momentGifts, momentShop, sweepOn } from '#tests/support/moment-shop.ts';
import { memberWith, type OccasionShop } from '#tests/support/occasions.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

const dayItself = { daysBefore: 0, daysAfter: 0, waitDays: 0 };
const birth = momentRule('birthday', { key: 'born', when: dayItself });
const year = momentRule('anniversary', { key: 'year', when: { daysBefore: 0, daysAfter: 0 } });
const THIRD = { month: 5, day: 3 };
const GIVEN = ['born/2027 given 50'];
/** The shop's clock is two hours ahead of UTC in May. */
const clock = (day: string, time: string) => new Date(`${day}T${time}+02:00`);
const swept = (shop: OccasionShop, day: string, time = '00:30:00') => sweepMoments(shop.id, clock(day, time));

const tell = (
  shop: OccasionShop,
  customerId: string,
  on: { month: number; day: number },
  at: Date,
  key = 'k',
) =>
  setBirthday(
    shop.id,
    { customerId },
    { ...on, year: null },
    { kind: 'merchant', userId: '1', reason: 'So' },
    key,
    at,
  );

describe('the day', () => {
  it('C55 of a leap day is the 28th in other years, for a birthday and for a year with us', async () => {
    const shop = await momentShop([birth, year]);
    const { id } = await memberWith(shop, { month: 2, day: 29, joined: '2024-02-29' });
    await sweepOn(shop, '2027-02-27', '2027-02-28', '2027-03-01', '2028-02-28', '2028-02-29', '2028-03-01');
    expect(await momentGifts(shop, id)).toEqual(
      ['born/2027', 'year/2027', 'born/2028', 'year/2028'].map((cause) => `${cause} given 50`),
    );
  });

  it.each([
    ['Pacific/Apia', '2027-05-02T10:59:00Z', '2027-05-02T11:01:00Z'],
    ['Pacific/Honolulu', '2027-05-03T09:59:00Z', '2027-05-03T10:01:00Z'],
  ])('C56 begins at the shop’s midnight (%s)', async (timeZone, before, after) => {
    const shop = await momentShop([birth], { timeZone });
    await memberWith(shop, THIRD);
    await sweepMoments(shop.id, new Date(before));
    expect(await momentGifts(shop)).toEqual([]);
    await sweepMoments(shop.id, new Date(after));
    expect(await momentGifts(shop)).toEqual(GIVEN);
  });

  it('C57 is given when nobody swept on it', async () => {
    const shop = await momentShop([birth, year]);
    await memberWith(shop, { ...THIRD, joined: '2025-05-04' });
    await sweepOn(shop, '2027-05-01', '2027-05-06', '2027-05-07');
    expect(await momentGifts(shop)).toEqual(['born/2027 given 50', 'year/2027 given 50']);
  });

  it('C101 of two causes brings both', async () => {
    const hello = momentRule('joined', { key: 'hello' });
    const first = momentRule('nth-order', { key: 'first', when: { n: 1, every: false } });
    const shop = await momentShop([birth, hello, first]);
    const { id } = await memberWith(shop, { ...THIRD, joined: '2027-05-03' });
    await counted(shop, id, 0);
    await bought(shop, id, ['2027-05-03']);
    await sweepOn(shop, '2027-05-03', '2027-05-04');
    expect((await momentGifts(shop, id)).map((gift) => gift.split('/')[0])).toEqual([
      'born',
      'first',
      'hello',
    ]);
  });
});

describe('a date that is moved', () => {
  it('C58 to tomorrow waits, and twice in a year brings one gift', async () => {
    const waiting = momentRule('birthday', { key: 'born', when: { ...dayItself, waitDays: 30 } });
    const shop = await momentShop([waiting]);
    const { id, customerId } = await memberWith(shop, THIRD);
    await tell(shop, customerId, { month: 4, day: 2 }, clock('2027-04-01', '12:00:00'));
    await sweepOn(shop, '2027-04-02', '2027-04-03');
    expect(await momentGifts(shop, id)).toEqual([]);
    await tell(shop, customerId, { month: 5, day: 20 }, clock('2027-04-10', '12:00:00'), 'k2');
    await sweepOn(shop, '2027-05-20');
    await tell(shop, customerId, { month: 8, day: 1 }, clock('2027-06-01', '12:00:00'), 'k3');
    await sweepOn(shop, '2027-08-01', '2027-08-02');
    expect(await momentGifts(shop, id)).toEqual(GIVEN);
  });

  it('C99 across New Year brings no second gift within 270 days', async () => {
    const shop = await momentShop([birth]);
    const { id, customerId } = await memberWith(shop, { month: 12, day: 30 });
    await sweepOn(shop, '2027-12-30');
    await tell(shop, customerId, { month: 1, day: 2 }, clock('2027-12-31', '12:00:00'));
    await sweepOn(shop, '2028-01-02', '2028-01-03', '2028-09-30');
    expect(await momentGifts(shop, id)).toEqual(GIVEN);
    await sweepOn(shop, '2029-01-02');
    expect(await momentGifts(shop, id)).toEqual([...GIVEN, 'born/2029 given 50']);
  });
});

describe('looked at late, and left out', () => {
  it.each([
    ['told at noon, the worker down overnight', '12:00:00', '06:00:00'],
    ['told a second before midnight, looked at a second after', '23:59:59', '00:00:01'],
  ])('C87 %s', async (_name, toldAt, lookedAt) => {
    const shop = await momentShop([birth]);
    await swept(shop, '2027-05-03');
    const { customerId } = await memberWith(shop);
    await tell(shop, customerId, THIRD, clock('2027-05-03', toldAt));
    await swept(shop, '2027-05-04', lookedAt);
    await swept(shop, '2027-05-04', '12:00:00');
    expect(await momentGifts(shop)).toEqual(GIVEN);
  });

  it.each<[string, string, string, string[]]>([
    ['admitted again the day after', '2027-05-01', '2027-05-04', []],
    ['left out on the day itself, admitted again the day after', '2027-05-03', '2027-05-04', GIVEN],
    ['admitted again on the day itself', '2027-05-01', '2027-05-03', GIVEN],
    ['left out and admitted again later', '2027-05-04', '2027-05-05', GIVEN],
  ])('C87 C88 %s, and the worker was down meanwhile: as if it had run', async (_name, from, until, given) => {
    const shop = await momentShop([birth]);
    const { id } = await memberWith(shop, THIRD);
    await swept(shop, '2027-04-30');
    await blockMember(shop.id, id, true, clock(from, '12:00:00'));
    await blockMember(shop.id, id, false, clock(until, '12:00:00'));
    await swept(shop, '2027-05-06');
    expect(await momentGifts(shop)).toEqual(given);
  });

  it('C88 what an order brings falls into a time left out, and isn’t given after it', async () => {
    const late = momentRule('parcel-late', { key: 'late' });
    const shop = await momentShop([late]);
    const { id } = await memberWith(shop);
    await bought(shop, id, ['2027-05-01'], { promisedOn: '2027-05-03' });
    await blockMember(shop.id, id, true, clock('2027-05-02', '12:00:00'));
    await sweepOn(shop, '2027-05-05', '2027-05-20');
    await blockMember(shop.id, id, false, clock('2027-05-20', '18:00:00'));
    await sweepOn(shop, '2027-05-21', '2027-05-22');
    expect(await momentGifts(shop)).toEqual([]);
  });
});
