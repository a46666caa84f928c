// The merchant's hand gives a reward: at once, or as soon as a code is ready.
import { describe, expect, it } from 'vitest';
import { pool } from '#app/db/pool.server.ts';
import { exportCustomerData } from '#app/usecases/members/export-customer-data.ts';
import { giveByHand } from '#app/usecases/rewards/give-by-hand.ts';
import { serveWaitingGifts } from '#app/usecases/rewards/serve-waiting-gifts.ts';
import { shownNotes } from '#tests/support/shown-notes.ts';
import { nextId, reward, rules } from '#tests/support/factories.ts';
import { merge, redact } from '#tests/support/people.ts';
import {
  addReadyCodes,
  books,
  FIVE,
  isRung,
  memberIdOf,
  memberWith,
  rewardShop,
} from '#tests/support/rewards.ts';
import { addVersion } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

const wanted = (overrides: object = {}) => ({
  rewardKey: 'five',
  reason: 'The cup came broken',
  note: 'Sorry for the broken cup.',
  requestKey: nextId(),
  madeBy: '42',
  ...overrides,
});

describe('a reward by hand', () => {
  it('costs nothing, is there at once, and its sentence reaches the customer', async () => {
    const shop = await rewardShop();
    const customerId = await memberWith(shop, 10);
    const id = await memberIdOf(shop, customerId);
    expect(await giveByHand(shop.id, id, wanted())).toEqual({ ok: true, waits: false });
    const given = { points: 10, vouchers: ['held'], gifts: ['given'], codes: ['taken'], entries: [] };
    expect(await books(shop, customerId)).toEqual(given);
    expect(await shownNotes(shop)).toEqual(['Sorry for the broken cup.']);
    expect(await isRung(shop, 'sync_members')).toBe(true);
  });

  it('C03 is given once per dialog, however often it is asked, and another wish under its key is refused', async () => {
    const shop = await rewardShop();
    const customerId = await memberWith(shop, 10);
    const id = await memberIdOf(shop, customerId);
    const wish = wanted();
    await Promise.all(Array.from({ length: 8 }, () => giveByHand(shop.id, id, wish)));
    expect(await giveByHand(shop.id, id, { ...wish, note: 'Another' })).toMatchObject({
      problems: [{ field: null, reason: 'other-request' }],
    });
    expect((await books(shop, customerId)).vouchers).toEqual(['held']);
  });

  it('isn’t kept from anybody by the limits and the days of redeeming', async () => {
    const of = { ...FIVE, endsOn: '2020-01-01', limits: { perPerson: 1, perPeriod: null, inAll: 1 } };
    const shop = await rewardShop({ rewards: [of] });
    const id = await memberIdOf(shop, await memberWith(shop, 10));
    expect(await giveByHand(shop.id, id, wanted())).toMatchObject({ ok: true });
    expect(await giveByHand(shop.id, id, wanted())).toMatchObject({ ok: true });
  });

  it('says beside each field what is missing or too long', async () => {
    const shop = await rewardShop();
    const id = await memberIdOf(shop, await memberWith(shop, 10));
    const bad = wanted({ rewardKey: 'six', reason: ' ', note: 'x'.repeat(141) });
    expect(await giveByHand(shop.id, id, bad)).toMatchObject({
      problems: [
        { field: 'reward', reason: 'no-reward' },
        { field: 'reason', reason: 'missing' },
        { field: 'note', reason: 'too-long' },
      ],
    });
  });

  it('C62 reaches nobody of another shop, nor who was merged or erased', async () => {
    const [shop, other] = [await rewardShop(), await rewardShop()];
    const [kept, gone] = [await memberWith(shop, 10), await memberWith(shop, 10)];
    const [keptId, goneId] = [await memberIdOf(shop, kept), await memberIdOf(shop, gone)];
    const noMember = { problems: [{ field: null, reason: 'no-member' }] };
    expect(await giveByHand(other.id, keptId, wanted())).toMatchObject(noMember);
    await merge(shop, kept, gone);
    expect(await giveByHand(shop.id, goneId, wanted())).toMatchObject(noMember);
    await redact(shop, kept);
    expect(await giveByHand(shop.id, keptId, wanted())).toMatchObject(noMember);
  });
});

it('C36 one key that gave to two customers who are merged answers each wish as before', async () => {
  const shop = await rewardShop();
  const [kept, gone] = [await memberWith(shop, 10), await memberWith(shop, 10)];
  const keptId = await memberIdOf(shop, kept);
  const [one, other] = [wanted(), wanted({ note: 'And another.' })];
  other.requestKey = one.requestKey;
  await giveByHand(shop.id, keptId, one);
  await giveByHand(shop.id, await memberIdOf(shop, gone), other);
  await merge(shop, kept, gone);
  for (const wish of [one, other]) {
    expect(await giveByHand(shop.id, keptId, wish)).toEqual({ ok: true, waits: false });
  }
});

describe('C75 without a ready code', () => {
  it('a hundred of a value that Shopify makes no code of hold up nobody behind them', async () => {
    const shop = await rewardShop({ codes: 0 });
    const [many, behind] = [await memberWith(shop, 10), await memberWith(shop, 10)];
    await pool().query(
      `insert into "Gift" ("shopId", "memberId", cause, "requestHash", "rewardKey", gives, "programVersion", state, "givenAt")
       select $1, $2, 'again/' || number, '', 'nine', $3, 1, 'waiting', '2026-01-01' from generate_series(1, 250) as number`,
      [shop.id, await memberIdOf(shop, many), JSON.stringify(reward({ key: 'nine' }))],
    );
    await giveByHand(shop.id, await memberIdOf(shop, behind), wanted());
    await addReadyCodes(shop, FIVE, 1);
    expect(await serveWaitingGifts(shop.id)).toBe(1);
    expect(await books(shop, behind)).toMatchObject({ gifts: ['given'], vouchers: ['held'] });
  });

  it('it waits, and is served once, the first first, when there is one', async () => {
    const shop = await rewardShop({ codes: 0 });
    const [first, second] = [await memberWith(shop, 10), await memberWith(shop, 10)];
    for (const customerId of [first, second]) {
      const given = await giveByHand(shop.id, await memberIdOf(shop, customerId), wanted());
      expect(given).toEqual({ ok: true, waits: true });
    }
    expect(await serveWaitingGifts(shop.id)).toBe(0);
    await addReadyCodes(shop, FIVE, 1);
    const served = await Promise.all([serveWaitingGifts(shop.id), serveWaitingGifts(shop.id)]);
    expect(served.reduce((sum, count) => sum + count)).toBe(1);
    expect(await books(shop, first)).toMatchObject({ vouchers: ['held'], gifts: ['given'] });
    expect(await books(shop, second)).toMatchObject({ vouchers: [], gifts: ['waiting'] });
  });

  it('C183 its value is settled: a publish meanwhile changes nothing of it', async () => {
    const shop = await rewardShop({ codes: 0 });
    const customerId = await memberWith(shop, 10);
    await giveByHand(shop.id, await memberIdOf(shop, customerId), wanted());
    const dearer = { ...FIVE, gives: { kind: 'amount', minor: 900 } as const };
    await addVersion(shop.id, 2, rules({ rewards: [dearer] }), '2026-11-21T12:00:00Z');
    await addReadyCodes(shop, dearer, 3);
    expect(await serveWaitingGifts(shop.id)).toBe(0);
    await addReadyCodes(shop, FIVE, 1);
    expect(await serveWaitingGifts(shop.id)).toBe(1);
  });

  it('C114 an erased customer gets none any more', async () => {
    const shop = await rewardShop({ codes: 0 });
    const customerId = await memberWith(shop, 10);
    await giveByHand(shop.id, await memberIdOf(shop, customerId), wanted());
    await redact(shop, customerId);
    await addReadyCodes(shop, FIVE, 1);
    expect(await serveWaitingGifts(shop.id)).toBe(0);
    const { rows } = await pool().query('select state, reason, note from "Gift" where "shopId" = $1', [
      shop.id,
    ]);
    expect(rows).toEqual([{ state: 'withdrawn', reason: null, note: null }]);
  });
});

it('C63 the customer’s file has it, with its code', async () => {
  const shop = await rewardShop();
  const customerId = await memberWith(shop, 10);
  await giveByHand(shop.id, await memberIdOf(shop, customerId), wanted());
  const file = (await exportCustomerData(shop, customerId)) as Record<string, unknown>;
  expect(file['gifts']).toMatchObject([{ reason: 'The cup came broken', note: 'Sorry for the broken cup.' }]);
  expect(file['vouchers']).toMatchObject([
    { state: 'held', price: 0, code: expect.stringMatching(/^[A-Z2-9]{12}$/) as unknown },
  ]);
});
