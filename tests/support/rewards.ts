// A shop whose points buy rewards, with codes that are ready, and what became of them.
import { randomUUID } from 'node:crypto';
import type { Reward } from '#app/core/rewards/reward-rules.ts';
import { rewardValueHash } from '#app/core/rewards/reward-value.ts';
import { shownHash } from '#app/core/rewards/shown-hash.ts';
import { pool } from '#app/db/pool.server.ts';
import { redeem, type RedeemResult } from '#app/usecases/rewards/redeem.ts';
import { nextId, reward, rules } from './factories.ts';
import { installedShop, type TestShop } from './shops.ts';
import { givePoints } from './vouchers.ts';

export const FIVE = reward({ key: 'five' });

/** A shop with these rewards, and so many codes of each. */
export async function rewardShop({
  rewards = [FIVE],
  codes = 20,
  domain,
}: { rewards?: Reward[]; codes?: number; domain?: string } = {}): Promise<TestShop> {
  const shop = await installedShop({ rules: rules({ rewards }), ...(domain ? { domain } : {}) });
  for (const each of rewards) await addReadyCodes(shop, each, codes);
  return shop;
}

const ownerOf = (of: Reward): string => `reward/${of.key}/${rewardValueHash(of)}/1`;

const SIGNS = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';

/** Another one each time: a number in our signs. */
function newCode(): string {
  let [code, rest] = ['', Number(nextId())];
  for (; rest > 0; rest = Math.floor(rest / SIGNS.length)) code = `${SIGNS[rest % SIGNS.length]}${code}`;
  return code.padStart(12, 'A');
}

export async function addReadyCodes(shop: TestShop, of: Reward, count: number): Promise<void> {
  await pool().query(
    `insert into "RewardCode" ("shopId", code, owner, state, "madeAt")
     select $1, code, $2, 'ready', now() from unnest($3::text[]) as code`,
    [shop.id, ownerOf(of), Array.from({ length: count }, newCode)],
  );
}

/** A member with so many points. */
export async function memberWith(shop: TestShop, points: number, customerId = nextId()): Promise<string> {
  await givePoints(shop, customerId, points);
  return customerId;
}

/** As the page's tap does. */
export function tap(
  shop: TestShop,
  customerId: string,
  { of = FIVE, requestKey = randomUUID(), at }: { of?: Reward; requestKey?: string; at?: Date } = {},
): Promise<RedeemResult> {
  return redeem(shop.id, customerId, { requestKey, rewardKey: of.key, shown: shownHash(of) }, at);
}

export const outcome = (result: RedeemResult): string => (result.ok ? 'taken' : result.refusal.reason);

/** How often each word occurs. */
export function tally(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}

export type RewardBooks = {
  points: number;
  /** States of vouchers, of gifts, and of codes that aren't ready, in order. */
  vouchers: string[];
  gifts: string[];
  codes: string[];
  /** What entries took for vouchers and brought back. */
  entries: number[];
};

/** Everything that a redemption writes for one customer; codes are the shop's. */
export async function books(shop: TestShop, customerId: string): Promise<RewardBooks> {
  const { rows } = await pool().query<RewardBooks>(
    `select m.points::int,
       array(select v.state from "Voucher" v where v."memberId" = m.id order by v.id) as vouchers,
       array(select g.state from "Gift" g where g."memberId" = m.id order by g."givenAt", g.cause) as gifts,
       array(select c.state from "RewardCode" c where c."shopId" = $1 and c.state <> 'ready' order by c.code) as codes,
       array(select e.amount::int from "LedgerEntry" e where e."memberId" = m.id and e."voucherId" is not null order by e.seq) as entries
     from "Member" m where m."shopId" = $1 and m."customerId" = $2`,
    [shop.id, customerId],
  );
  if (!rows[0]) throw new Error('no such member');
  return rows[0];
}

/** Whether a job of the shop waits. */
export async function isRung(shop: TestShop, job: string): Promise<boolean> {
  const key = `${job}/${shop.id}`;
  return (await pool().query('select 1 from graphile_worker.jobs where key = $1', [key])).rowCount === 1;
}

export async function memberIdOf(shop: TestShop, customerId: string): Promise<string> {
  const { rows } = await pool().query<{ id: string }>(
    'select id::text from "Member" where "shopId" = $1 and "customerId" = $2',
    [shop.id, customerId],
  );
  if (!rows[0]) throw new Error('no such member');
  return rows[0].id;
}
