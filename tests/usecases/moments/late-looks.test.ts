// Gifts whose last condition came in time, and that a sweep sees after the window's last day.
import { describe, expect, it } from 'vitest';
import { dayIn } from '#app/core/values/days.ts';
import { pool } from '#app/db/pool.server.ts';
import { blockMember } from '#app/usecases/members/block-member.ts';
import { setBirthday } from '#app/usecases/moments/set-birthday.ts';
import { sweepMoments } from '#app/usecases/moments/sweep-moments.ts';
import { occasion, order } from '#tests/support/factories.ts';
import { giftDays, giftsOf, memberWith, occasionShop, type OccasionShop } from '#tests/support/occasions.ts';
import { merge } from '#tests/support/people.ts';
import { tellAndApply } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

const THIRD = { month: 5, day: 3 };
const GIVEN = ['birthday/2027 on 2027-05-03'];
/** The shop's clock is two hours ahead of UTC in May. */
const clock = (day: string, time: string) => new Date(`${day}T${time}+02:00`);
const swept = (shop: OccasionShop, day: string, time = '00:30:00') => sweepMoments(shop.id, clock(day, time));

/** A shop where birthdays bring a gift on the day itself, and its members' one day is over once the sweep ran. */
async function sweptShop(offer: Parameters<typeof occasion>[0] = {}) {
  const shop = await occasionShop([occasion(offer)]);
  await swept(shop, '2027-05-03');
  return shop;
}

function told(shop: OccasionShop, customerId: string, at: Date) {
  return setBirthday(shop.id, { customerId }, { ...THIRD, year: null }, { kind: 'shopper' }, 'k', at);
}

describe('a gift whose condition was met in time is given, however late it is looked at', () => {
  it.each([
    ['told at noon, the worker down overnight', '12:00:00', '06:00:00'],
    ['told a second before midnight, looked at a second after', '23:59:59', '00:00:01'],
  ])('C87 %s', async (_name, toldAt, lookedAt) => {
    const shop = await sweptShop();
    await told(shop, '1', clock('2027-05-03', toldAt));
    await swept(shop, '2027-05-04', lookedAt);
    await swept(shop, '2027-05-04', '12:00:00');
    expect(await giftDays(shop)).toEqual(GIVEN);
  });

  it('C87 told a second after midnight it is too late', async () => {
    const shop = await sweptShop();
    await told(shop, '1', clock('2027-05-04', '00:00:01'));
    await swept(shop, '2027-05-04', '06:00:00');
    expect(await giftsOf(shop)).toEqual([]);
  });

  it('C87 after a week without a worker, with other changes since', async () => {
    const shop = await sweptShop();
    await told(shop, '1', clock('2027-05-03', '12:00:00'));
    const { rows } = await pool().query<{ id: string }>('select id::text from "Member" where "shopId" = $1', [
      shop.id,
    ]);
    await blockMember(shop.id, rows[0]!.id, true, clock('2027-05-05', '12:00:00'));
    await blockMember(shop.id, rows[0]!.id, false, clock('2027-05-06', '12:00:00'));
    await swept(shop, '2027-05-10');
    expect(await giftDays(shop)).toEqual(GIVEN);
  });

  it('C87 left out, and admitted again on the window’s last day', async () => {
    const shop = await occasionShop([occasion()]);
    const { id } = await memberWith(shop, THIRD);
    await blockMember(shop.id, id, true, clock('2027-05-01', '12:00:00'));
    await swept(shop, '2027-05-03');
    await blockMember(shop.id, id, false, clock('2027-05-03', '18:00:00'));
    await swept(shop, '2027-05-04');
    expect(await giftDays(shop)).toEqual(GIVEN);
  });

  it('C87 admitted again the day after it is too late', async () => {
    const shop = await occasionShop([occasion()]);
    const { id } = await memberWith(shop, THIRD);
    await blockMember(shop.id, id, true, clock('2027-05-01', '12:00:00'));
    await swept(shop, '2027-05-03');
    await blockMember(shop.id, id, false, clock('2027-05-04', '06:00:00'));
    await swept(shop, '2027-05-04', '07:00:00');
    expect(await giftsOf(shop)).toEqual([]);
  });

  it.each<[string, string, string, string[]]>([
    ['admitted again the day after', '2027-05-01', '2027-05-04', []],
    ['left out on the day itself, admitted again the day after', '2027-05-03', '2027-05-04', GIVEN],
    ['admitted again on the day itself', '2027-05-01', '2027-05-03', GIVEN],
    ['left out and admitted again later', '2027-05-04', '2027-05-05', GIVEN],
  ])('C87 C88 %s, and the worker was down meanwhile: as if it had run', async (_name, from, until, given) => {
    const shop = await occasionShop([occasion()]);
    const { id } = await memberWith(shop, THIRD);
    await swept(shop, '2027-04-30');
    await blockMember(shop.id, id, true, clock(from, '12:00:00'));
    await blockMember(shop.id, id, false, clock(until, '12:00:00'));
    await swept(shop, '2027-05-06');
    expect(await giftDays(shop)).toEqual(given);
  });

  it('C87 merged on the last day, looked at the next', async () => {
    const shop = await occasionShop([occasion({ who: 'ordered' })]);
    const [dated, buyer] = [await memberWith(shop, THIRD), await memberWith(shop)];
    await tellAndApply(shop, order({ processedAt: '2027-04-03T15:00:00Z', customerId: buyer.customerId }));
    await swept(shop, '2027-05-03');
    await merge(shop, dated.customerId, buyer.customerId, clock('2027-05-03', '20:00:00'));
    await swept(shop, '2027-05-04', '06:00:00');
    expect(await giftDays(shop, dated.id)).toEqual(GIVEN);
  });

  it('C87 marked by a process of the release before, which knows no day: since yesterday', async () => {
    const shop = await occasionShop([occasion()]);
    const { id } = await memberWith(shop, { ...THIRD, setOn: '2027-05-03' });
    await pool().query('update "Shop" set "sweptThrough" = $2 where id = $1', [shop.id, '2027-05-04']);
    await pool().query('update "Member" set "lookAgain" = true where id = $1', [id]);
    await swept(shop, '2027-05-04', '06:00:00');
    expect(await giftDays(shop)).toEqual(GIVEN);
    const { rows } = await pool().query('select "lookFrom", "lookAgain" from "Member" where id = $1', [id]);
    expect(rows).toEqual([{ lookFrom: null, lookAgain: false }]);
  });
});

describe('for those who ordered', () => {
  const day = (ago: number) => dayIn('Europe/Paris', new Date(Date.now() - ago * 86_400_000));
  const born = (on: string) => ({ month: Number(on.slice(5, 7)), day: Number(on.slice(8, 10)) });

  /** Somebody whose birthday was `ago` days ago, and whose first order is told today. */
  async function toldToday(ago: number, placedOn: string) {
    const offer = occasion({ who: 'ordered' });
    const shop = await occasionShop([offer], { publishedAt: `${day(90)}T12:00:00Z` });
    const buyer = await memberWith(shop, born(day(ago)));
    for (let past = ago; past >= 0; past -= 1) await swept(shop, day(past));
    const placedAt = `${placedOn}T12:00:00Z`;
    const bought = order({ processedAt: placedAt, updatedAt: placedAt, customerId: buyer.customerId });
    await tellAndApply(shop, bought);
    await sweepMoments(shop.id);
    return { shop, bought };
  }

  it('C87 an order of the last day that is told the next day, or a week later', async () => {
    for (const ago of [1, 7]) {
      const { shop } = await toldToday(ago, day(ago));
      expect(await giftDays(shop)).toEqual([`birthday/${day(ago).slice(0, 4)} on ${day(ago)}`]);
    }
  });

  it('C87 an order of the day after is too late, also when it is told once more', async () => {
    const { shop, bought } = await toldToday(2, day(1));
    await tellAndApply(shop, { ...bought, updatedAt: `${day(0)}T00:00:00Z`, tags: ['packed'] });
    await sweepMoments(shop.id);
    expect(await giftsOf(shop)).toEqual([]);
  });
});

describe('customers whose tags couldn’t be asked', () => {
  it('C87 on the last day: they get it the next day', async () => {
    const shop = await occasionShop([occasion()], { rules: { leftOutTags: ['staff'] } });
    await swept(shop, '2027-05-03');
    await told(shop, '1', clock('2027-05-03', '12:00:00'));
    // This shop has no token: Shopify can't be asked.
    await expect(swept(shop, '2027-05-03', '12:00:05')).rejects.toThrow();
    await expect(swept(shop, '2027-05-04')).rejects.toThrow();
    expect(await giftsOf(shop)).toEqual([]);
    const version = await pool().query<{ number: number }>(
      `insert into "ProgramVersion" ("shopId", number, rules, "publishedAt", "publishedBy")
       select "shopId", 3, jsonb_set(rules::jsonb, '{leftOutTags}', '[]'), '2027-05-03T00:00:00Z', 'test'
       from "ProgramVersion" where "shopId" = $1 and number = 2 returning number`,
      [shop.id],
    );
    await pool().query('update "Shop" set "publishedVersion" = $2 where id = $1', [
      shop.id,
      version.rows[0]!.number,
    ]);
    await swept(shop, '2027-05-05');
    expect(await giftDays(shop)).toEqual(GIVEN);
  });
});
