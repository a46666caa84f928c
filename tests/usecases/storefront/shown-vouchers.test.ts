// What a member has ready to use, and how often points have bought it, as their copy tells it.
import { expect, it } from 'vitest';
import { now } from '#app/clock.server.ts';
import type { Reward } from '#app/core/rewards/reward-rules.ts';
import { projectMember } from '#app/core/storefront/project-member.ts';
import { pool } from '#app/db/pool.server.ts';
import { unsyncedMembers } from '#app/db/storefront/sync.server.ts';
import { at, nextId, order, reward } from '#tests/support/factories.ts';
import { merge } from '#tests/support/people.ts';
import { installedShop, tellAndApply, type TestShop } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';

useDatabase();

const TODAY = '2026-11-24';

type Given = {
  state: string;
  price: number;
  heldAt: string;
  until: string | null;
  customerId: string;
  gives: Reward;
};

async function give(shop: TestShop, given: Partial<Given> = {}): Promise<void> {
  const { state = 'held', price = 100, heldAt = at('10:00'), until = '2026-12-24' } = given;
  const { customerId = '9001', gives = reward() } = given;
  await pool().query(
    `insert into "Voucher" ("shopId", "memberId", cause, "rewardKey", "programVersion", gives, code, owner, price, "heldAt",
       "validFrom", "validUntil", state)
     select $1, id, $2, 'reward-1', 1, $3, $4, 'reward/reward-1/x/1', $5, $6::timestamptz,
       ($6::timestamptz)::date, $7::date, $8 from "Member"
     where "shopId" = $1 and "customerId" = $9`,
    [
      ...[
        shop.id,
        `${price > 0 ? 'redeem' : 'hand'}/${nextId()}`,
        JSON.stringify(gives),
        `CODE${nextId()}`,
        price,
        heldAt,
      ],
      ...[until, state, customerId],
    ],
  );
}

async function copyOf(shop: TestShop) {
  const [member] = await unsyncedMembers(pool(), shop.id, 1, { at: now(), today: TODAY });
  return projectMember(member!.state(), []);
}

it('tells what is ready and what is coming back, and nothing of what was used or is back', async () => {
  const shop = await installedShop();
  await tellAndApply(shop, order({}));
  expect(await copyOf(shop)).not.toHaveProperty('vouchers');
  for (const state of ['held', 'releasing', 'used', 'released']) await give(shop, { state });
  const { vouchers } = await copyOf(shop);
  expect(vouchers).toMatchObject([
    {
      state: 'held',
      key: 'reward-1',
      price: 100,
      until: '2026-12-24',
      code: expect.stringMatching(/^CODE/) as string,
    },
    { state: 'releasing', price: 100 },
  ]);
});

it('counts what points have bought by the day, week, month and year of the last time, in the shop’s calendar', async () => {
  const shop = await installedShop();
  await tellAndApply(shop, order({}));
  // 23:30 in UTC is the next day in Paris: Tuesday, the first of a month.
  for (const heldAt of [
    '2026-11-30T23:30:00Z',
    '2026-12-01T08:00:00Z',
    '2026-11-30T12:00:00Z',
    '2026-03-01T12:00:00Z',
  ])
    await give(shop, { heldAt });
  await give(shop, { heldAt: '2025-12-31T12:00:00Z', state: 'used' });
  // On its way back it counts still, as it does when somebody wants one more.
  await give(shop, { heldAt: '2025-12-30T12:00:00Z', state: 'releasing' });
  // Neither what came back, nor what nobody paid for.
  await give(shop, { heldAt: '2026-12-02T12:00:00Z', state: 'released' });
  await give(shop, { heldAt: '2026-12-02T12:00:00Z', price: 0 });
  expect((await copyOf(shop)).taken).toEqual([
    { key: 'reward-1', on: '2026-12-01', times: 6, day: 2, week: 3, month: 2, year: 4 },
  ]);
});

it('C36 is the whole person’s: what a member had who was merged into another', async () => {
  const shop = await installedShop();
  await tellAndApply(shop, order({}), order({ customerId: '2' }));
  await give(shop);
  await merge(shop, '2', '9001');
  const copy = await copyOf(shop);
  expect(copy.vouchers).toHaveLength(1);
  expect(copy.taken).toMatchObject([{ times: 1 }]);
});

it('C89 what can’t be read is one member’s matter', async () => {
  const shop = await installedShop();
  await tellAndApply(shop, order({}));
  await give(shop);
  await pool().query(`update "Voucher" set gives = '{"kind": "of tomorrow"}' where "shopId" = $1`, [shop.id]);
  const [member] = await unsyncedMembers(pool(), shop.id, 1, { at: now(), today: TODAY });
  expect(() => member!.state()).toThrow();
});

it('C116 tells one that was stored with a longer life than a reward may have', async () => {
  const shop = await installedShop();
  await tellAndApply(shop, order({}));
  await give(shop, { price: 0, until: '2029-12-31', gives: reward({ lastsDays: 1_136 }) });
  expect((await copyOf(shop)).vouchers).toMatchObject([{ state: 'held', until: '2029-12-31' }]);
});
