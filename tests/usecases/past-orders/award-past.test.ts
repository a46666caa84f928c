// Past orders that earn: as if the program had been there, once, and back while nobody has spent of it.
import fc from 'fast-check';
import type { PoolClient } from 'pg';
import { describe, expect, it, vi } from 'vitest';

import { dayIn } from '#app/core/values/days.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import { figureMismatches } from '#app/db/figures/daily-figures.server.ts';
import { setBlocked } from '#app/db/members/members.server.ts';
import { adjustMember } from '#app/usecases/members/adjust-member.ts';
import { goOnWithPast } from '#app/usecases/past-orders/go-on-with-past.ts';
import { card, nextId, reward, rules } from '#tests/support/factories.ts';
import { merge, redact } from '#tests/support/people.ts';
import { award, count, day, rowOf, say, seenOf, shopWithPast, undo, work } from '#tests/support/past-shop.ts';
import { memberIdOf } from '#tests/support/rewards.ts';
import {
  addVersion,
  balance,
  entries,
  installedShop,
  tellAndApply,
  type TestShop,
} from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

// Looks follow each other at once: what is waited for is done by the test itself.
vi.mock('node:timers/promises', () => ({ setTimeout: () => Promise.resolve() }));

useDatabase();

async function take(shop: TestShop, amount: number) {
  const once = {
    unit: 'points',
    amount: -amount,
    reason: 'x',
    belowZero: false,
    madeBy: '42',
    requestKey: nextId(),
  };
  expect(await adjustMember(shop.id, await memberIdOf(shop, '9001'), once)).toMatchObject({ ok: true });
}

describe('C133 past orders are counted first', () => {
  it('with members, points, stamps, the largest, and who could have something at once', async () => {
    const shop = await shopWithPast(
      day('2026-03-01', 2_000),
      day('2026-04-01', 9_000, '9002', 6),
      day('2026-05-01', 500, '9002'),
    );
    await addVersion(shop.id, 2, rules({ rewards: [reward({ cost: 100 })] }), '2026-11-21T09:00:00Z');
    const counted = await count(shop, null, 2);
    expect(counted).toMatchObject({
      orders: 3,
      earning: 3,
      members: 2,
      points: 20 + 540 + 5,
      stamps: { 'stamps/coffee': 8 },
      withReward: 1,
      withFullCard: 1,
    });
    expect(counted.largest.map(({ customerId, points }) => [customerId, points])).toEqual([
      ['9002', 545],
      ['9001', 20],
    ]);
    expect(await balance(shop)).toMatchObject({ points: 0, stamps: 0 });
    expect(await count(shop, '2026-04-01', 2)).toMatchObject({ orders: 2, members: 1 });
  });

  it('and what is agreed to is what was seen', async () => {
    const shop = await shopWithPast(day('2026-03-01'));
    await addVersion(shop.id, 2, rules({ earn: { points: 5, perMinor: 100 } }), '2026-11-21T12:00:00Z');
    await count(shop);
    const seen = await seenOf(shop);
    await count(shop, null, 2);
    for (const other of [seen, { ...(await seenOf(shop)), awardsFrom: '2026-01-01' }])
      expect(await say(shop, { do: 'award', seen: other })).toEqual({ ok: false, refused: 'counted-again' });
    expect(await say(shop, { do: 'count', version: 9, awardsFrom: null })).toEqual({
      ok: false,
      refused: 'no-version',
    });
    expect(await say(shop, { do: 'undo' })).toEqual({ ok: false, refused: 'not-now' });
  });
});

describe('past orders earn', () => {
  it('C12 once, by the chosen version, from the day on which the merchant said so', async () => {
    const shop = await shopWithPast(day('2026-03-01', 2_000), day('2026-04-01', 1_000));
    await tellAndApply(shop, day('2026-11-21'));
    await award(shop, '2026-04-01');
    const seen = await seenOf(shop);
    expect(await balance(shop)).toMatchObject({ points: 10 + 10 });
    const both = await Promise.all([say(shop, { do: 'award', seen }), say(shop, { do: 'award', seen })]);
    expect(both).toEqual([{ ok: true }, { ok: true }]);
    await work(shop);
    expect(await entries(shop)).toHaveLength(2);
    const { rows } = await pool().query<{ month: string }>(
      `select distinct to_char(coalesce("countedOn", "occurredAt"), 'YYYY-MM') as month from "LedgerEntry" where "shopId" = $1`,
      [shop.id],
    );
    const today = dayIn('Europe/Paris', new Date());
    const months = new Set(['2026-11', today.slice(0, 7)]);
    expect(rows.map(({ month }) => month).sort()).toEqual([...months]);
    expect(await figureMismatches(pool(), shop.id)).toEqual([]);
  });

  it('C12 and give back by the rate of the award what is returned later', async () => {
    const past = day('2026-03-01', 2_000);
    const shop = await shopWithPast(past);
    await award(shop);
    const back = {
      ...past,
      updatedAt: '2026-11-22T10:00:00Z',
      lines: past.lines.map((one) => ({ ...one, currentQuantity: 0 })),
    };
    await tellAndApply(shop, back);
    expect(await balance(shop)).toMatchObject({ points: 0, stamps: 0 });
  });

  it('C68 under the chosen version, whatever is published meanwhile', async () => {
    const shop = await shopWithPast(day('2026-03-01', 2_000));
    await count(shop);
    const seen = await seenOf(shop);
    await addVersion(shop.id, 2, rules({ earn: { points: 5, perMinor: 100 } }), '2026-11-21T12:00:00Z');
    await say(shop, { do: 'award', seen });
    await work(shop);
    expect(await balance(shop)).toMatchObject({ points: 20 });
  });

  it('nothing for who was left out, and for nobody who was erased', async () => {
    const shop = await shopWithPast(day('2026-03-01'), day('2026-03-02', 1_000, '9002'));
    await redact(shop, '9002');
    await award(shop);
    expect((await rowOf(shop))!.counted).toMatchObject({ members: 1 });
    await setBlocked(pool(), shop.id, await memberIdOf(shop, '9001'), true);
    expect(await balance(shop)).toMatchObject({ points: 10 });
  });

  it('C36 and go with a merge', async () => {
    const shop = await shopWithPast(day('2026-03-01'), day('2026-03-02', 1_000, '9002'));
    await award(shop);
    await merge(shop, '9002', '9001');
    expect(await balance(shop, '9002')).toMatchObject({ points: 20, stamps: 2 });
    expect(await undo(shop)).toMatchObject({ step: 'undone', spentMembers: 0 });
    expect(await balance(shop, '9002')).toMatchObject({ points: 0, stamps: 0 });
  });
});

it('C133 all members are counted, given to and undone, whatever their ids', async () => {
  const ids = `pg_get_serial_sequence('"Member"', 'id')`;
  await pool().query(`select setval(${ids}, greatest(900, nextval(${ids})))`);
  const customers = Array.from({ length: 300 }, (_, index) => String(50_000 + index));
  const shop = await shopWithPast(...customers.map((customerId) => day('2026-03-01', 1_000, customerId)));
  expect(await count(shop)).toMatchObject({ orders: 300, members: 300, points: 3_000 });
  await award(shop);
  const withPoints = `select count(*)::int as count from "Member" where "shopId" = $1 and points = 10`;
  expect((await pool().query(withPoints, [shop.id])).rows).toEqual([{ count: 300 }]);
  await undo(shop);
  expect((await pool().query(withPoints, [shop.id])).rows).toEqual([{ count: 0 }]);
});

const bought = fc.record({
  date: fc.constantFrom('2026-02-03', '2026-05-09', '2026-09-27', '2026-11-01'),
  minor: fc.integer({ min: 0, max: 4_000 }),
  quantity: fc.integer({ min: 1, max: 7 }),
  kept: fc.integer({ min: 0, max: 7 }),
  who: fc.constantFrom('9001', '9002', '9003'),
  status: fc.constantFrom('paid', 'paid', 'paid', 'pending', 'refunded', 'voided') as fc.Arbitrary<'paid'>,
});

const toOrder = ({
  date,
  minor,
  quantity,
  kept,
  who,
  status,
}: typeof bought extends fc.Arbitrary<infer T> ? T : never) => {
  const told = day(date, minor, who, quantity);
  return {
    ...told,
    status,
    lines: told.lines.map((one) => ({ ...one, currentQuantity: Math.min(kept, quantity) })),
  };
};

/** Published versions are never changed, but for this. */
async function beginEarlier(client: PoolClient, shopId: number): Promise<void> {
  await client.query('set local session_replication_role = replica');
  await client.query(`update "Shop" set "earnsFrom" = '2026-01-01' where id = $1`, [shopId]);
  await client.query(`update "ProgramVersion" set "publishedAt" = '2026-01-01' where "shopId" = $1`, [
    shopId,
  ]);
}

it('C133 C12 a back-fill is having been there then, and undone it is not having been', async () => {
  let earned = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(bought, { minLength: 1, maxLength: 8 }), async (all) => {
      const orders = all.map(toOrder);
      const version = rules({ cards: [card({ size: 5 })] });
      const early = await installedShop({ rules: version });
      await withTransaction((client) => beginEarlier(client, early.id));
      await tellAndApply(early, ...orders);
      earned += (await balance(early)).points;
      const late = await shopWithPast(...orders);
      await award(late);
      for (const who of ['9001', '9002', '9003'])
        expect(await balance(late, who)).toEqual(await balance(early, who));
      await undo(late);
      for (const who of ['9001', '9002', '9003'])
        expect(await balance(late, who)).toEqual({ points: 0, pending: 0, stamps: 0, coming: 0 });
      await award(late);
      for (const who of ['9001', '9002', '9003'])
        expect(await balance(late, who)).toEqual(await balance(early, who));
    }),
    { numRuns: Number(process.env['RUNS'] ?? 10), endOnFailure: true },
  );
  expect(earned).toBeGreaterThan(0);
});

describe('C133 undone', () => {
  it('takes nothing from who has spent of it, and all from the others', async () => {
    const shop = await shopWithPast(day('2026-03-01', 5_000), day('2026-03-01', 5_000, '9002'));
    await award(shop);
    await take(shop, 20);
    expect(await undo(shop)).toMatchObject({ step: 'undone', spentMembers: 1 });
    expect(await balance(shop)).toMatchObject({ points: 30, stamps: 1 });
    expect(await balance(shop, '9002')).toMatchObject({ points: 0, stamps: 0 });
  });

  it('is what would have been without, after later orders and what they brought was spent', async () => {
    const shop = await shopWithPast(day('2026-03-01', 5_000));
    await tellAndApply(shop, day('2026-11-21', 3_000));
    await award(shop);
    await tellAndApply(shop, day('2026-11-22', 2_000));
    expect(await balance(shop)).toMatchObject({ points: 100 });
    await undo(shop);
    expect(await balance(shop)).toMatchObject({ points: 50, stamps: 2 });
  });

  it('beside a purchase with these points is one or the other', async () => {
    for (let turn = 0; turn < 5; turn += 1) {
      const shop = await shopWithPast(day('2026-03-01', 5_000));
      await award(shop);
      await say(shop, { do: 'undo' });
      const memberId = await memberIdOf(shop, '9001');
      const once = {
        unit: 'points',
        amount: -20,
        reason: 'x',
        belowZero: false,
        madeBy: '42',
        requestKey: nextId(),
      };
      const [, taken] = await Promise.all([goOnWithPast(shop.id), adjustMember(shop.id, memberId, once)]);
      await work(shop);
      const { points } = await balance(shop);
      expect([points, taken.ok, (await rowOf(shop))!.spentMembers]).toEqual(
        taken.ok ? [30, true, 1] : [0, false, 0],
      );
    }
  });
});
