// C183: what was given and waits for its code gets it, whatever is published meanwhile.
import { useLocalShopify, type InstalledShop } from '#tests/support/use-local-shopify.ts';
import { beforeEach, expect, it } from 'vitest';
import { now } from '#app/clock.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { rewardsOfWaitingGifts, shopsWithWaitingGifts } from '#app/db/rewards/waiting-gifts.server.ts';
import { readHealth } from '#app/db/shop/health.server.ts';
import { syncDiscounts } from '#app/usecases/discounts/sync-discounts.ts';
import { fillCodes } from '#app/usecases/rewards/fill-codes.ts';
import { giveByHand } from '#app/usecases/rewards/give-by-hand.ts';
import { captureLog } from '#tests/support/captured-log.ts';
import { nextId } from '#tests/support/factories.ts';
import { publishRewards } from '#tests/support/publish-rewards.ts';
import { books, FIVE, isRung, memberIdOf, memberWith } from '#tests/support/rewards.ts';

const local = useLocalShopify(1);
const DEARER = { ...FIVE, gives: { kind: 'amount', minor: 900 } as const };
let shop: InstalledShop;
let customerId: string;

beforeEach(async () => {
  shop = await local.install();
  await publishRewards(shop.id, [FIVE]);
  await syncDiscounts(shop.id);
  customerId = await memberWith(shop, 10);
  // No code is ready.
  await pool().query(`update "RewardCode" set state = 'burnt' where "shopId" = $1 and state = 'ready'`, [
    shop.id,
  ]);
  const wish = { rewardKey: 'five', reason: 'x', note: '', requestKey: nextId(), madeBy: '42' };
  const given = await giveByHand(shop.id, await memberIdOf(shop, customerId), wish);
  expect(given).toEqual({ ok: true, waits: true });
});

const vouchers = async () => {
  const { rows } = await pool().query<{ minor: number }>(
    `select (gives->'gives'->>'minor')::int as minor from "Voucher" v join "Member" m on m.id = v."memberId"
     where v."shopId" = $1 and m."customerId" = $2`,
    [shop.id, customerId],
  );
  return rows.map(({ minor }) => minor);
};

it('C75 by the job that fills the pool', async () => {
  await fillCodes(shop.id);
  expect(await books(shop, customerId)).toMatchObject({ gifts: ['given'], vouchers: ['held'] });
});

it('C183 by a pool of its own value, which is then of no more use', async () => {
  await publishRewards(shop.id, [DEARER]);
  await syncDiscounts(shop.id);
  await fillCodes(shop.id);
  expect(await vouchers()).toEqual([500]);
  expect(await isRung(shop, 'sync_discounts')).toBe(true);
  await syncDiscounts(shop.id);
  const { rows } = await pool().query(
    `select count(*)::int as ready from "RewardCode" c join "Voucher" v on v."shopId" = c."shopId" and v.owner = c.owner
     where c."shopId" = $1 and c.state = 'ready' and v."memberId" = $2`,
    [shop.id, await memberIdOf(shop, customerId)],
  );
  expect(rows).toEqual([{ ready: 0 }]);
});

it('has a bell that rings every ten minutes until then', async () => {
  const at = (time: string) => shopsWithWaitingGifts(pool(), new Date(`2026-11-26T${time}Z`));
  expect([await at('10:09:59'), await at('10:11:00')]).toEqual([[], []]);
  expect(await at('10:10:30')).toEqual([shop.id]);
  await fillCodes(shop.id);
  expect(await at('10:10:30')).toEqual([]);
});

/** Waits for longer than the one that a hand gave. */
async function addOlder(gives: unknown): Promise<void> {
  await pool().query(
    `insert into "Gift" ("shopId", "memberId", cause, "requestHash", "rewardKey", gives, "programVersion", state, "givenAt")
     values ($1, $2, $3, '', 'five', $4, 1, 'waiting', '2026-01-01')`,
    [shop.id, await memberIdOf(shop, customerId), `again/${nextId()}`, JSON.stringify(gives)],
  );
}

it('C116 one that was stored with a longer life than a reward may have is served', async () => {
  await pool().query('delete from "Gift" where "shopId" = $1', [shop.id]);
  await addOlder({ ...FIVE, lastsDays: 1_136 });
  expect(await rewardsOfWaitingGifts(pool(), shop.id)).toHaveLength(1);
  await fillCodes(shop.id);
  expect(await books(shop, customerId)).toMatchObject({ gifts: ['given'], vouchers: ['held'] });
});

it('C116 one that can’t be read is told of, and keeps nobody from theirs, nor a discount from being made', async () => {
  await addOlder({ kind: 'unknown' });
  await publishRewards(shop.id, [DEARER]);
  const lines = captureLog();
  await syncDiscounts(shop.id);
  await fillCodes(shop.id);
  expect(await books(shop, customerId)).toMatchObject({ gifts: ['waiting', 'given'], vouchers: ['held'] });
  expect(lines.map(({ msg }) => msg)).toContain('a gift that waits for its code can’t be read');
  const { waitingRewards } = await readHealth(pool(), { id: shop.id, timeZone: 'Europe/Paris' }, now());
  expect(waitingRewards.count).toBe(1);
  expect(await shopsWithWaitingGifts(pool(), new Date('2026-11-26T10:10:30Z'))).toEqual([shop.id]);
});
