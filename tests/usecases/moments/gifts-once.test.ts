// A cause brings something once to one person, whatever it brings and whoever asks: the gift's row comes first.
import { describe, expect, it } from 'vitest';
import { pool } from '#app/db/pool.server.ts';
import { exportCustomerData } from '#app/usecases/members/export-customer-data.ts';
import { readMember } from '#app/usecases/members/read-member.ts';
import { sweepMoments } from '#app/usecases/moments/sweep-moments.ts';
import { serveWaitingGifts } from '#app/usecases/rewards/serve-waiting-gifts.ts';
import { unsyncedMembers } from '#app/db/storefront/sync.server.ts';
import { cutOffAfter } from '#tests/support/cut-off.ts';
import { occasion, rules } from '#tests/support/factories.ts';
import { giftRows, giveReward } from '#tests/support/gifts.ts';
import { giftsOf, memberWith, occasionShop, type OccasionShop } from '#tests/support/occasions.ts';
import { merge, pointsOfShop, redact } from '#tests/support/people.ts';
import { addReadyCodes, books, FIVE } from '#tests/support/rewards.ts';
import { addVersion } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

const noon = (day: string) => new Date(`${day}T12:00:00Z`);
const CAUSE = 'birthday/2027';
const BORN = { month: 5, day: 3 };
const open = occasion({ daysAfter: 9 });

async function shopWith(codes: number): Promise<OccasionShop> {
  const shop = await occasionShop([open], { rules: { rewards: [FIVE] } });
  await addReadyCodes(shop, FIVE, codes);
  return shop;
}

const states = async (shop: OccasionShop) =>
  (await giftRows(shop)).map(({ cause, state }) => `${cause} ${state}`);
const entries = async (shop: OccasionShop) => (await giftsOf(shop)).map(({ sourceKey }) => sourceKey);

it('a birthday’s points have their row, with what they were, and when and by which version they came', async () => {
  const shop = await shopWith(0);
  const { id } = await memberWith(shop, BORN);
  await sweepMoments(shop.id, noon('2027-05-03'));
  const [{ occurredAt } = { occurredAt: null }] = await giftsOf(shop);
  expect(await giftRows(shop)).toEqual([
    {
      ...{ memberId: id, cause: CAUSE, requestHash: '', rewardKey: null, programVersion: 2, state: 'given' },
      gives: { kind: 'points', points: 50 },
      givenAt: occurredAt,
    },
  ]);
});

describe('C183 the kind of a gift changes between two sweeps', () => {
  it('from points to a reward: who has had the points gets no reward', async () => {
    const shop = await shopWith(1);
    const { id, customerId } = await memberWith(shop, BORN);
    await sweepMoments(shop.id, noon('2027-05-03'));
    await addVersion(
      shop.id,
      3,
      rules({ rewards: [FIVE], occasions: [{ ...open, offer: { kind: 'points', points: 80 } }] }),
      '2027-05-03T13:00:00Z',
    );
    await pool().query(`update "Shop" set "sweptThrough" = '2027-05-02' where id = $1`, [shop.id]);
    expect(await giveReward(shop, id, CAUSE, noon('2027-05-03'))).toBe('before');
    await sweepMoments(shop.id, noon('2027-05-03'));
    expect([await entries(shop), await states(shop)]).toEqual([[CAUSE], [`${CAUSE} given`]]);
    expect(await books(shop, customerId)).toMatchObject({ points: 50, vouchers: [], codes: [] });
  });

  it('from a reward to points: no points, no second gift within its rest, and pages know of it', async () => {
    const shop = await shopWith(1);
    const { id } = await memberWith(shop, BORN);
    expect(await giveReward(shop, id, CAUSE, noon('2027-05-03'))).toBe('given');
    for (const day of ['2027-05-03', '2027-05-04']) await sweepMoments(shop.id, noon(day));
    expect(await entries(shop)).toEqual([]);
    const [shown] = await unsyncedMembers(pool(), shop.id, 1, { at: new Date(), today: '2027-05-04' });
    expect(shown?.state()).toMatchObject({ gifts: [], birthday: { givenYear: 2027 } });
    // Moved to the other side of New Year.
    await pool().query(`update "Member" set "birthMonth" = 1, "birthDay" = 2 where id = $1`, [id]);
    await sweepMoments(shop.id, noon('2028-01-02'));
    expect(await entries(shop)).toEqual([]);
    await sweepMoments(shop.id, noon('2029-01-02'));
    expect(await entries(shop)).toEqual(['birthday/2029']);
  });
});

describe('C183 one cause in both of two who are merged', () => {
  it('keeps the merge from nothing, and brings the survivor nothing more', async () => {
    const shop = await shopWith(0);
    const [one, other] = [await memberWith(shop, BORN), await memberWith(shop, BORN)];
    await sweepMoments(shop.id, noon('2027-05-03'));
    await merge(shop, one.customerId, other.customerId);
    await merge(shop, one.customerId, other.customerId);
    expect((await giftRows(shop)).map(({ memberId }) => memberId)).toEqual([one.id, other.id]);
    await Promise.all([1, 2].map(() => sweepMoments(shop.id, noon('2027-05-04'))));
    expect([await entries(shop), await pointsOfShop(shop)]).toEqual([[CAUSE, CAUSE], 100]);
  });

  it('as rewards, and as a reward of the one and points of the other, alike', async () => {
    const shop = await shopWith(5);
    const [kept, ...gone] = [
      await memberWith(shop, BORN),
      await memberWith(shop, BORN),
      await memberWith(shop, { month: 5, day: 4 }),
    ];
    for (const { id } of [kept, gone[0]]) await giveReward(shop, id, CAUSE, noon('2027-05-03'));
    await sweepMoments(shop.id, noon('2027-05-04'));
    for (const { customerId } of gone) await merge(shop, kept.customerId, customerId);
    expect(await giveReward(shop, kept.id, CAUSE, noon('2027-05-05'))).toBe('before');
    await sweepMoments(shop.id, noon('2027-05-05'));
    expect(await states(shop)).toEqual([1, 2, 3].map(() => `${CAUSE} given`));
    expect(await entries(shop)).toEqual([CAUSE]);
  });

  it('a gift of who was merged away keeps the survivor from it, however many merges lie between', async () => {
    const shop = await shopWith(1);
    const [kept, between, gone] = [
      await memberWith(shop),
      await memberWith(shop),
      await memberWith(shop, BORN),
    ];
    await giveReward(shop, gone.id, CAUSE, noon('2027-05-03'));
    await merge(shop, between.customerId, gone.customerId);
    await merge(shop, kept.customerId, between.customerId);
    await sweepMoments(shop.id, noon('2027-05-04'));
    expect([await entries(shop), await pointsOfShop(shop)]).toEqual([[], 0]);
  });
});

it('C183 a pool that is empty on the window’s last day makes the gift wait, and loses it not', async () => {
  const shop = await shopWith(0);
  const { id, customerId } = await memberWith(shop, BORN);
  expect(await giveReward(shop, id, CAUSE, noon('2027-05-12'))).toBe('waiting');
  await sweepMoments(shop.id, noon('2027-05-12'));
  expect(await giveReward(shop, id, CAUSE, noon('2027-05-12'))).toBe('before');
  await addReadyCodes(shop, FIVE, 2);
  expect(await serveWaitingGifts(shop.id, noon('2027-05-13'))).toBe(1);
  await sweepMoments(shop.id, noon('2027-05-13'));
  expect(await books(shop, customerId)).toMatchObject({ points: 0, vouchers: ['held'], gifts: ['given'] });
});

describe('C59 C61 at once', () => {
  it('sweeps in parallel leave one row beside each entry', async () => {
    const shop = await shopWith(0);
    for (let count = 0; count < 130; count += 1) await memberWith(shop, BORN);
    await Promise.all([1, 2, 3, 4].map(() => sweepMoments(shop.id, noon('2027-05-03'))));
    expect([(await entries(shop)).length, (await giftRows(shop)).length]).toEqual([130, 130]);
    expect(await pointsOfShop(shop)).toBe(130 * 50);
  });

  it('a reward and a sweep for one cause: whichever comes first gives', async () => {
    const shop = await shopWith(20);
    for (let count = 0; count < 20; count += 1) {
      const { id } = await memberWith(shop, BORN);
      await Promise.all([
        sweepMoments(shop.id, noon('2027-05-03')),
        giveReward(shop, id, CAUSE, noon('2027-05-03')),
      ]);
      await pool().query('update "Shop" set "sweptThrough" = null where id = $1', [shop.id]);
    }
    const { rows } = await pool().query<{ vouchers: number }>(
      'select count(*)::int as vouchers from "Voucher" where "shopId" = $1',
      [shop.id],
    );
    expect((await giftRows(shop)).length).toBe(20);
    expect((await entries(shop)).length + rows[0]!.vouchers).toBe(20);
  });
});

it(
  'C61 whoever sweeps is killed after each statement in turn: row and entry are there, or neither',
  { timeout: 60_000 },
  async () => {
    for (let deed = 1; ; deed += 1) {
      const shop = await shopWith(0);
      const { customerId } = await memberWith(shop, BORN);
      const wasCut = await cutOffAfter(deed, () => sweepMoments(shop.id, noon('2027-05-03')));
      const half = [await entries(shop), (await giftRows(shop)).map(({ cause }) => cause)];
      expect(half[0], `after deed ${deed}`).toEqual(half[1]);
      await sweepMoments(shop.id, noon('2027-05-03'));
      expect([await entries(shop), await states(shop)]).toEqual([[CAUSE], [`${CAUSE} given`]]);
      expect((await books(shop, customerId)).points).toBe(50);
      if (!wasCut) break;
      expect(deed).toBeLessThan(60);
    }
  },
);

describe('C63 who asks, and who goes', () => {
  it('the gift is in the copy of the data, also of who was merged, and not among the rewards of the page', async () => {
    const shop = await shopWith(1);
    const [kept, gone] = [await memberWith(shop), await memberWith(shop, BORN)];
    await sweepMoments(shop.id, noon('2027-05-03'));
    await merge(shop, kept.customerId, gone.customerId);
    expect(await exportCustomerData(shop, kept.customerId)).toMatchObject({
      gifts: [{ cause: CAUSE, gives: { kind: 'points', points: 50 }, state: 'given', reason: null }],
    });
    const page = await readMember({ ...shop, currency: 'EUR' }, kept.id, null);
    expect(page).toMatchObject({ rewards: { list: [], more: 0 } });
  });

  it('the row stays without anything that leads to the person, and a gift that waits is withdrawn', async () => {
    const shop = await shopWith(0);
    const [one, other] = [await memberWith(shop, BORN), await memberWith(shop, BORN)];
    await giveReward(shop, other.id, CAUSE, noon('2027-05-03'));
    await sweepMoments(shop.id, noon('2027-05-03'));
    for (const { customerId } of [one, other]) await redact(shop, customerId);
    expect(await states(shop)).toEqual([`${CAUSE} given`, `${CAUSE} withdrawn`]);
    await sweepMoments(shop.id, noon('2028-05-03'));
    expect(await entries(shop)).toEqual([CAUSE]);
  });
});
