// Who redeems in `redemptions`: members of shops whose codes are ready, and what they should have afterwards.
import { setTimeout as sleep } from 'node:timers/promises';
import { pool } from '#app/db/pool.server.ts';
import { shopProgram } from '#app/db/program/programs.server.ts';
import { reward, rules } from '#tests/support/factories.ts';
import { installedShop, type TestShop } from '#tests/support/shops.ts';
import { seedCodes, seedMembers } from './seeded-members.ts';

export const REDEMPTIONS = 1_000;
export const REWARD = reward({ key: 'five' });

/** `members` of each shop. */
export type Crowd = { name: string; shops: number; members: number; atOnce: number };
export type Redeemer = { shop: TestShop; customerId: string };

/** Their last credit is more than they need. */
const CREDITS = 2;

async function openShop(name: string, { shops, members }: Crowd): Promise<TestShop> {
  const domain = `redemptions-${name}.myshopify.com`;
  const shop = await installedShop({ rules: rules({ rewards: [REWARD] }), domain });
  const each = (REDEMPTIONS / shops / members / CREDITS) * REWARD.cost + 10;
  const customers = Array.from({ length: members }, (_, nr) => String(9_000 + nr));
  await seedMembers(
    shop,
    customers.map((customerId) => ({ customerId, credits: CREDITS, each })),
  );
  await seedCodes(shop, REWARD, REDEMPTIONS / shops);
  // As a process that has served the shop before.
  await shopProgram(pool(), shop.id);
  return shop;
}

/** Each redemption's member: all of a shop's, and one of each shop after the other. */
export async function openCrowd(name: string, crowd: Crowd): Promise<Redeemer[]> {
  const shops: TestShop[] = [];
  for (let nr = 0; nr < crowd.shops; nr += 1) shops.push(await openShop(`${name}-${nr}`, crowd));
  await pool().query('vacuum analyze');
  await pool().query('checkpoint');
  await sleep(100);
  return Array.from({ length: REDEMPTIONS }, (_, nr) => {
    const shop = shops[nr % shops.length];
    if (!shop) throw new Error('a crowd without shops');
    return { shop, customerId: String(9_000 + (Math.floor(nr / shops.length) % crowd.members)) };
  });
}

/** @throws Error where a code was given twice, or points were taken otherwise than for codes */
export async function checkCrowd(redeemers: readonly Redeemer[]): Promise<void> {
  const { rows } = await pool().query<{ codes: number; vouchers: number; taken: number }>(
    `select (select count(*)::int from "RewardCode" where "shopId" = any($1) and state = 'taken') as codes,
       (select count(distinct ("shopId", code))::int from "Voucher" where "shopId" = any($1)) as vouchers,
       (select -sum(amount)::int from "LedgerEntry" where "shopId" = any($1) and kind = 'redeem') as taken`,
    [[...new Set(redeemers.map(({ shop }) => shop.id))]],
  );
  const [found] = rows;
  const { codes, vouchers, taken } = found ?? {};
  if (codes !== REDEMPTIONS || vouchers !== REDEMPTIONS || taken !== REDEMPTIONS * REWARD.cost) {
    throw new Error(`${REDEMPTIONS} redemptions left ${JSON.stringify(found)}`);
  }
}
