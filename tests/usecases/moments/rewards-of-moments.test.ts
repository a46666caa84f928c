// Birthdays and anniversaries that bring a reward: once, on the day, for its days, whoever looks and whenever.
import { describe, expect, it } from 'vitest';
import type { Moment } from '#app/core/moments/moment-rules.ts';
import { addDays, dayIn } from '#app/core/values/days.ts';
import type { MemberState } from '#app/core/storefront/project-member.ts';
import { projectVouchers } from '#app/core/storefront/project-rewards.ts';
import { readGiftFigures } from '#app/db/moments/birthday-figures.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { unsyncedMembers } from '#app/db/storefront/sync.server.ts';
import { giftsOfMoments } from '#app/db/figures/gifts-of-moments.server.ts';
import { blockMember } from '#app/usecases/members/block-member.ts';
import { setBirthday } from '#app/usecases/moments/set-birthday.ts';
import { sweepMoments } from '#app/usecases/moments/sweep-moments.ts';
import { serveWaitingGifts } from '#app/usecases/rewards/serve-waiting-gifts.ts';
import { occasion, order, reward, rules } from '#tests/support/factories.ts';
import { giftRows } from '#tests/support/gifts.ts';
import { memberWith, occasionShop, type OccasionShop } from '#tests/support/occasions.ts';
import { merge } from '#tests/support/people.ts';
import { addReadyCodes, isRung } from '#tests/support/rewards.ts';
import { addVersion, balance, tellAndApply, type TestShop } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';
import { later, orderWith } from '#tests/support/vouchers.ts';

useDatabase();

const FIVE = reward({ key: 'five' });
const OFFER = { kind: 'reward', key: 'five' } as const;
const noon = (day: string) => new Date(`${day}T12:00:00Z`);
const sweep = (shop: TestShop, ...days: string[]) =>
  days.reduce((before, day) => before.then(() => sweepMoments(shop.id, noon(day))), Promise.resolve());

type Options = Parameters<typeof occasionShop>[1] & { codes?: number; of?: typeof FIVE };

async function rewarding(change: Partial<Moment> = {}, options: Options = {}): Promise<OccasionShop> {
  const { codes = 20, of = FIVE, ...rest } = options;
  const shop = await occasionShop([occasion({ ...change, offer: OFFER })], {
    ...rest,
    rules: { rewards: [of] },
  });
  await addReadyCodes(shop, of, codes);
  return shop;
}

/** `birthday/2027 on 2027-05-03 until 2027-06-02`, of one member or of all. */
async function held(shop: OccasionShop, memberId: string | null = null): Promise<string[]> {
  const { rows } = await pool().query<{ text: string }>(
    `select cause || ' on ' || "validFrom" || ' until ' || "validUntil" as text from "Voucher"
     where "shopId" = $1 and price = 0 and ($2::bigint is null or "memberId" = $2) order by "validFrom", cause, id`,
    [shop.id, memberId],
  );
  return rows.map(({ text }) => text);
}
const on = (day: string, cause = `birthday/${day.slice(0, 4)}`) =>
  `${cause} on ${day} until ${addDays(day, FIVE.lastsDays)}`;
/** What pages are told of a member. */
async function shown(shop: OccasionShop, memberId: string, today = '2027-05-04'): Promise<MemberState> {
  const members = await unsyncedMembers(pool(), shop.id, 1, { at: new Date(), today });
  return members.find(({ id }) => id === memberId)!.state();
}
const states = async (shop: OccasionShop) =>
  (await giftRows(shop)).map(({ cause, state }) => `${cause} ${state}`);

describe('a reward on the day', () => {
  it('is ready to use from the day on, for its days, and costs nothing', async () => {
    const shop = await rewarding();
    const { id, customerId } = await memberWith(shop, { month: 5, day: 3 });
    await sweep(shop, '2027-05-02', '2027-05-03');
    expect(await held(shop, id)).toEqual([on('2027-05-03')]);
    expect(await balance(shop, customerId)).toMatchObject({ points: 0 });
    expect(await giftRows(shop)).toMatchObject([
      { cause: 'birthday/2027', rewardKey: 'five', state: 'given', programVersion: 2 },
    ]);
    expect(await isRung(shop, 'sync_members')).toBe(true);
  });

  it('whatever days the reward names for those who buy it, and however often they may', async () => {
    const none = { perPerson: 1, perPeriod: null, inAll: 1 };
    const of = reward({
      key: 'five',
      usable: 'next-day',
      usableOn: { from: '2026-12-03', until: '2026-12-05' },
      startsOn: '2026-12-01',
      endsOn: '2026-12-02',
      limits: none,
    });
    const shop = await rewarding({}, { of });
    for (const day of [3, 3]) await memberWith(shop, { month: 5, day });
    await sweep(shop, '2027-05-03');
    expect(await held(shop)).toEqual([on('2027-05-03'), on('2027-05-03')]);
  });

  it('pages know which it is, and that this year’s gift came', async () => {
    const shop = await rewarding({ daysAfter: 9 });
    const { id } = await memberWith(shop, { month: 5, day: 3 });
    await sweep(shop, '2027-05-03');
    expect(await shown(shop, id)).toMatchObject({
      gifts: [],
      birthday: { givenYear: 2027 },
      vouchers: [{ cause: 'birthday/2027', price: 0, from: '2027-05-03' }],
    });
  });

  it('C116 its order was cancelled: it is the birthday’s gift again, once, and pages say so', async () => {
    const today = dayIn('Europe/Paris', new Date());
    // Not so long ago that the birthday before is looked at, too.
    const shop = await rewarding({}, { publishedAt: `${addDays(today, -30)}T12:00:00Z` });
    const born = { month: Number(today.slice(5, 7)), day: Number(today.slice(8)) };
    const { id, customerId } = await memberWith(shop, born);
    await sweepMoments(shop.id, new Date());
    const { rows } = await pool().query<{ code: string }>(
      'select code from "Voucher" where "memberId" = $1',
      [id],
    );
    const bought = orderWith(rows[0]!, [500], { customerId });
    const gone = later(bought, [1], { cancelledAt: later(bought, []).updatedAt });
    await tellAndApply(shop, bought, gone, gone);
    const { vouchers } = projectVouchers(await shown(shop, id, today));
    expect(vouchers).toMatchObject([{ moment: 'birthday', again: true, price: 0, from: today }]);
    expect((await giftRows(shop)).map(({ state }) => state)).toEqual(['given', 'given']);
  });

  it('counts among the gifts of its days, and so does an order after it', async () => {
    const shop = await rewarding();
    const [one] = [
      await memberWith(shop, { month: 5, day: 3 }),
      await memberWith(shop, { month: 5, day: 3 }),
    ];
    await sweep(shop, '2027-05-03');
    await tellAndApply(shop, order({ customerId: one.customerId, processedAt: '2027-05-09T10:00:00Z' }));
    const period = { from: noon('2027-05-01'), to: noon('2027-05-10') };
    expect(await readGiftFigures(pool(), shop.id, period)).toEqual({ given: 2, followed: 1 });
    const days = { from: '2027-05-01', to: '2027-05-10' };
    expect(await giftsOfMoments(pool(), shop, days)).toEqual([
      { day: '2027-05-03', key: 'birthday', gifts: 2 },
    ]);
  });
});

describe('the calendar', () => {
  it('C55 29 February’s on the 28th in a common year, on the 29th in a leap year', async () => {
    const shop = await rewarding();
    const leap = await memberWith(shop, { month: 2, day: 29 });
    await sweep(shop, '2027-02-27', '2027-02-28', '2027-03-01', '2028-02-28', '2028-02-29', '2028-03-01');
    expect(await held(shop, leap.id)).toEqual([on('2027-02-28'), on('2028-02-29')]);
  });

  it('C56 each shop’s own, at UTC+13 and UTC−10', async () => {
    const east = await rewarding({}, { timeZone: 'Pacific/Apia' });
    const west = await rewarding({}, { timeZone: 'Pacific/Honolulu' });
    for (const shop of [east, west]) await memberWith(shop, { month: 5, day: 3 });
    const counts: number[][] = [];
    for (const instant of ['02T10:30', '02T11:30', '03T09:30', '03T10:30']) {
      for (const { id } of [east, west]) await sweepMoments(id, new Date(`2027-05-${instant}:00Z`));
      counts.push([(await held(east)).length, (await held(west)).length]);
    }
    expect(counts).toEqual([
      [0, 0],
      [1, 0],
      [1, 0],
      [1, 1],
    ]);
    expect([await held(east), await held(west)]).toEqual([[on('2027-05-03')], [on('2027-05-03')]]);
  });

  it('C57 after two days without a run each comes, and none has lost a day of its use', async () => {
    const shop = await rewarding();
    for (const day of [2, 3, 4, 5, 6]) await memberWith(shop, { month: 5, day });
    await sweep(shop, '2027-05-02', '2027-05-05');
    expect(await held(shop)).toEqual([
      on('2027-05-02'),
      on('2027-05-05'),
      on('2027-05-05'),
      on('2027-05-05'),
    ]);
    const days = (await giftRows(shop)).map(({ givenAt }) => dayIn(shop.timeZone, givenAt)).sort();
    expect(days).toEqual(['2027-05-02', '2027-05-03', '2027-05-04', '2027-05-05']);
  });

  it('C58 a date moved to tomorrow waits, and one that was given rests', async () => {
    const shop = await rewarding({ waitDays: 30, daysAfter: 5 });
    const { id, customerId } = await memberWith(shop, { month: 5, day: 3 });
    const move = (day: string, to: { month: number; day: number }) =>
      setBirthday(shop.id, { customerId }, { ...to, year: null }, { kind: 'shopper' }, day, noon(day));
    await move('2027-03-01', { month: 3, day: 2 });
    await sweep(shop, '2027-03-02', '2027-03-07');
    expect(await held(shop, id)).toEqual([]);
    await sweep(shop, '2028-03-02');
    await move('2028-04-01', { month: 6, day: 1 });
    await sweep(shop, '2028-06-01', '2028-06-02');
    expect(await held(shop, id)).toEqual([on('2028-03-02')]);
  });

  it('C59 runs on one day, one after the other and at once, give one; and one more the next year', async () => {
    const shop = await rewarding({ daysAfter: 5 }, { codes: 120 });
    for (let count = 0; count < 40; count += 1) await memberWith(shop, { month: 5, day: 3 });
    await Promise.all([1, 2, 3, 4].map(() => sweep(shop, '2027-05-03')));
    await sweep(shop, '2027-05-03', '2027-05-04', '2027-06-01');
    expect(await held(shop)).toHaveLength(40);
    await Promise.all([1, 2].map(() => sweep(shop, '2028-05-03')));
    expect(await held(shop)).toHaveLength(80);
  });

  it('anniversaries from the first year on', async () => {
    const shop = await occasionShop([occasion({ kind: 'anniversary', offer: OFFER })], {
      publishedAt: '2026-01-02T12:00:00Z',
      rules: { rewards: [FIVE] },
    });
    await addReadyCodes(shop, FIVE, 5);
    const { id } = await memberWith(shop, { joined: '2026-06-15' });
    await sweep(shop, '2026-06-15', '2027-06-14', '2027-06-15');
    expect(await held(shop, id)).toEqual([on('2027-06-15', 'anniversary/2027')]);
  });

  it('C62 another shop’s codes and members are none of its', async () => {
    const [one, other] = [await rewarding(), await rewarding()];
    for (const shop of [one, other]) await memberWith(shop, { month: 5, day: 3 });
    await sweep(one, '2027-05-03');
    expect([(await held(one)).length, (await held(other)).length]).toEqual([1, 0]);
  });
});

describe('where no code is ready', () => {
  it('it waits, also past the window’s last day, and comes with all its days', async () => {
    const shop = await rewarding({}, { codes: 0 });
    const { id } = await memberWith(shop, { month: 5, day: 3 });
    await sweep(shop, '2027-05-03', '2027-05-04');
    expect(await states(shop)).toEqual(['birthday/2027 waiting']);
    expect(await shown(shop, id)).toMatchObject({ birthday: { givenYear: 2027, waits: true }, vouchers: [] });
    expect(await isRung(shop, 'fill_codes')).toBe(true);
    await addReadyCodes(shop, FIVE, 1);
    await Promise.all([1, 2].map(() => serveWaitingGifts(shop.id, noon('2027-05-06'))));
    expect(await states(shop)).toEqual(['birthday/2027 given']);
    expect(await held(shop)).toEqual([on('2027-05-06', 'birthday/2027')]);
    const { birthday, vouchers } = await shown(shop, id);
    expect(birthday).not.toHaveProperty('waits');
    expect(vouchers).toHaveLength(1);
  });

  it('those with a code have it, the others wait, and nobody has two', async () => {
    const shop = await rewarding({}, { codes: 2 });
    for (let count = 0; count < 5; count += 1) await memberWith(shop, { month: 5, day: 3 });
    await Promise.all([1, 2, 3].map(() => sweep(shop, '2027-05-03')));
    await addReadyCodes(shop, FIVE, 9);
    await serveWaitingGifts(shop.id, noon('2027-05-03'));
    expect(await held(shop)).toHaveLength(5);
    expect(new Set((await giftRows(shop)).map(({ memberId }) => memberId)).size).toBe(5);
  });
});

describe('nobody who had this year’s gift has another', () => {
  it('C183 had as points before the program gave a reward', async () => {
    const shop = await occasionShop([occasion({ daysAfter: 9 })], { rules: { rewards: [FIVE] } });
    await addReadyCodes(shop, FIVE, 5);
    const { id, customerId } = await memberWith(shop, { month: 5, day: 3 });
    await sweep(shop, '2027-05-03');
    const changed = rules({ rewards: [FIVE], occasions: [occasion({ daysAfter: 9, offer: OFFER })] });
    await addVersion(shop.id, 3, changed, '2027-05-04T10:00:00Z');
    await pool().query(`update "Shop" set "sweptThrough" = '2027-05-02' where id = $1`, [shop.id]);
    await sweep(shop, '2027-05-04', '2027-05-05');
    expect(await held(shop, id)).toEqual([]);
    expect(await balance(shop, customerId)).toMatchObject({ points: 50 });
    await sweep(shop, '2028-05-03');
    expect(await held(shop, id)).toEqual([on('2028-05-03')]);
  });

  it('written by a process of the release before, as an entry alone', async () => {
    const shop = await rewarding({ daysAfter: 9 });
    const { id } = await memberWith(shop, { month: 5, day: 3 });
    await addVersion(
      shop.id,
      3,
      rules({ rewards: [FIVE], occasions: [occasion({ daysAfter: 9 })] }),
      '2027-05-02T10:00:00Z',
    );
    await sweep(shop, '2027-05-03');
    await pool().query('delete from "Gift" where "shopId" = $1', [shop.id]);
    await addVersion(
      shop.id,
      4,
      rules({ rewards: [FIVE], occasions: [occasion({ daysAfter: 9, offer: OFFER })] }),
      '2027-05-04T10:00:00Z',
    );
    await pool().query(`update "Shop" set "sweptThrough" = '2027-05-02' where id = $1`, [shop.id]);
    await sweep(shop, '2027-05-05');
    expect(await held(shop, id)).toEqual([]);
  });

  it('C36 two of one birthday who become one keep what they have, and are given no third', async () => {
    const shop = await rewarding({ daysAfter: 9 });
    const [one, other] = [
      await memberWith(shop, { month: 5, day: 3 }),
      await memberWith(shop, { month: 5, day: 3 }),
    ];
    await sweep(shop, '2027-05-03');
    await merge(shop, one.customerId, other.customerId);
    await Promise.all([1, 2].map(() => sweep(shop, '2027-05-04')));
    expect(await held(shop)).toHaveLength(2);
    await sweep(shop, '2028-05-03');
    expect(await held(shop)).toHaveLength(3);
  });
});

describe('C87 a condition that was met in time', () => {
  const clock = (day: string, time: string) => new Date(`${day}T${time}+02:00`);

  it('is believed a second after midnight, and the reward has its days from then on', async () => {
    const shop = await rewarding();
    await sweepMoments(shop.id, clock('2027-05-03', '00:30:00'));
    const told = { month: 5, day: 3, year: null };
    await setBirthday(
      shop.id,
      { customerId: '1' },
      told,
      { kind: 'shopper' },
      'k',
      clock('2027-05-03', '23:59:59'),
    );
    await sweepMoments(shop.id, clock('2027-05-04', '00:00:01'));
    expect(await held(shop)).toEqual([on('2027-05-04', 'birthday/2027')]);
  });

  it('admitted again on the window’s last day, looked at the day after', async () => {
    const shop = await rewarding();
    const { id } = await memberWith(shop, { month: 5, day: 3 });
    await blockMember(shop.id, id, true, clock('2027-05-01', '12:00:00'));
    await sweepMoments(shop.id, clock('2027-05-03', '00:30:00'));
    await blockMember(shop.id, id, false, clock('2027-05-03', '18:00:00'));
    await sweepMoments(shop.id, clock('2027-05-04', '00:30:00'));
    expect(await held(shop)).toEqual([on('2027-05-04', 'birthday/2027')]);
  });

  it('merged on the last day with who had ordered, looked at the next', async () => {
    const shop = await rewarding({ who: 'ordered' });
    const [dated, buyer] = [await memberWith(shop, { month: 5, day: 3 }), await memberWith(shop)];
    const placed = order({ customerId: buyer.customerId, processedAt: '2027-04-03T15:00:00Z' });
    await tellAndApply(shop, placed);
    await sweepMoments(shop.id, clock('2027-05-03', '00:30:00'));
    await merge(shop, dated.customerId, buyer.customerId, clock('2027-05-03', '20:00:00'));
    await sweepMoments(shop.id, clock('2027-05-04', '06:00:00'));
    expect(await held(shop, dated.id)).toEqual([on('2027-05-04', 'birthday/2027')]);
  });
});
