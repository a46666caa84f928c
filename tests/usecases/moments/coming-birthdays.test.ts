import { describe, expect, it } from 'vitest';
import { addDays } from '#app/core/values/days.ts';
import { firstGivingDay, momentWindow, yearOf } from '#app/core/moments/calendar.ts';
import { comingDays } from '#app/core/moments/coming-gifts.ts';
import { countTold, readGiftFigures } from '#app/db/moments/birthday-figures.server.ts';
import {
  comingBirthdays,
  countComing,
  type ComingBirthday,
} from '#app/db/moments/coming-birthdays.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { sweepMoments } from '#app/usecases/moments/sweep-moments.ts';
import { line, occasion, order } from '#tests/support/factories.ts';
import { memberWith, occasionShop } from '#tests/support/occasions.ts';
import { merge } from '#tests/support/people.ts';
import { tellAndApply, type TestShop } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

const OFFER = { daysBefore: 3, daysAfter: 7, waitDays: 20 };

/** The same figures on every run. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

type Told = { id: string; month: number; day: number; setOn: string };

async function manyMembers(shop: TestShop, count: number, today: string): Promise<Told[]> {
  const roll = dice(7);
  const members: Told[] = [];
  for (let index = 0; index < count; index += 1) {
    const date = addDays('2028-01-01', roll(366));
    const [month, day] = [Number(date.slice(5, 7)), Number(date.slice(8))];
    const setOn = addDays(today, roll(3) === 0 ? -roll(25) : -100);
    const { id } = await memberWith(shop, { month, day, setOn });
    members.push({ id, month, day, setOn });
  }
  return members;
}

/** By the rules of the sweep, member by member. */
function expected(members: readonly Told[], today: string): string[] {
  const last = addDays(today, 29);
  const found = members.flatMap(({ id, setOn, ...date }) =>
    [-1, 0, 1].flatMap((offset) => {
      const on = firstGivingDay(momentWindow(date, yearOf(today) + offset, OFFER), setOn, OFFER.waitDays);
      return on !== null && on >= today && on <= last ? [{ on, id }] : [];
    }),
  );
  return found
    .sort((a, b) => a.on.localeCompare(b.on) || Number(BigInt(a.id) - BigInt(b.id)))
    .map(({ on, id }) => `${on} ${id}`);
}

const names = (members: readonly ComingBirthday[]) => members.map(({ giftOn, id }) => `${giftOn} ${id}`);

describe('the birthdays of the next 30 days', () => {
  it.each(['2026-12-20', '2027-02-10', '2028-02-10'])(
    'C55 C57 C58 are those of whom the sweep would give something, page by page and back (%s)',
    async (today) => {
      const shop = await occasionShop([occasion(OFFER)]);
      const all = expected(await manyMembers(shop, 400, today), today);
      expect(all.length).toBeGreaterThan(26);
      const days = comingDays(OFFER, today);
      expect(await countComing(pool(), shop.id, days)).toBe(all.length);
      const pages: string[][] = [];
      let page = await comingBirthdays(pool(), shop.id, days, null);
      for (;;) {
        pages.push(names(page.members));
        const last = page.members.at(-1)!;
        if (!page.hasNext) break;
        page = await comingBirthdays(pool(), shop.id, days, { side: 'after', on: last.giftOn, id: last.id });
      }
      expect(pages.flat()).toEqual(all);
      const first = page.members[0]!;
      const before = { side: 'before', on: first.giftOn, id: first.id } as const;
      const back = await comingBirthdays(pool(), shop.id, days, before);
      expect(names(back.members)).toEqual(pages.at(-2));
      expect(back.hasNext).toBe(true);
    },
  );

  it('leave out who is left out, and everybody of another shop', async () => {
    const [shop, other] = [await occasionShop([occasion()]), await occasionShop([occasion()])];
    const { id } = await memberWith(shop, { month: 5, day: 3 });
    await memberWith(other, { month: 5, day: 3 });
    await pool().query('update "Member" set blocked = true where id = $1', [id]);
    const days = comingDays(occasion(), '2027-05-01');
    expect((await comingBirthdays(pool(), shop.id, days, null)).members).toEqual([]);
    expect(await countComing(pool(), shop.id, days)).toBe(0);
    expect(await countTold(pool(), shop.id)).toBe(1);
  });
});

describe('the figures of gifts', () => {
  const period = { from: new Date('2027-05-01T00:00:00Z'), to: new Date('2027-06-01T00:00:00Z') };
  const sweep = (shop: TestShop) => sweepMoments(shop.id, new Date('2027-05-03T09:00:00Z'));
  const buys = (customerId: string, at: string, changes = {}) =>
    order({ customerId, processedAt: at, updatedAt: at, lines: [line()], ...changes });

  it('count a gift once, and with it an order of the next 30 days that counts', async () => {
    const shop = await occasionShop([occasion({ daysAfter: 3 })]);
    const members = [];
    for (let each = 0; each < 5; each += 1) members.push(await memberWith(shop, { month: 5, day: 3 }));
    const [soon, late, before, gone, never] = members;
    await sweep(shop);
    await tellAndApply(
      shop,
      buys(soon!.customerId, '2027-05-04T10:00:00Z'),
      buys(soon!.customerId, '2027-05-05T10:00:00Z'),
      buys(late!.customerId, '2027-06-02T10:00:00Z'),
      buys(before!.customerId, '2027-05-01T10:00:00Z'),
      buys(gone!.customerId, '2027-05-06T10:00:00Z', { cancelledAt: '2027-05-07T10:00:00Z' }),
    );
    expect(never).toBeDefined();
    expect(await readGiftFigures(pool(), shop.id, period)).toEqual({ given: 5, followed: 1 });
    const june = { from: period.to, to: new Date('2027-07-01T00:00:00Z') };
    expect(await readGiftFigures(pool(), shop.id, june)).toEqual({ given: 0, followed: 0 });
  });

  it('C36 follow a member who was merged', async () => {
    const shop = await occasionShop([occasion()]);
    const [loser, kept] = [await memberWith(shop, { month: 5, day: 3 }), await memberWith(shop)];
    await sweep(shop);
    await merge(shop, kept.customerId, loser.customerId);
    await tellAndApply(shop, buys(kept.customerId, '2027-05-04T10:00:00Z'));
    expect(await readGiftFigures(pool(), shop.id, period)).toEqual({ given: 1, followed: 1 });
  });
});
