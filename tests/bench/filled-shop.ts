// One shop that has installed the app, with members whom Shopify knows, and its bucket of points as Shopify begins it: empty.
import { setTimeout as sleep } from 'node:timers/promises';
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import type { Bench } from './bench.ts';
import { query, type Database } from './databases.ts';
import { startShops, untilIdle } from './running-shops.ts';

/** As an answer of Shopify's takes over the net. */
export const ANSWER_MS = 100;

export type FilledShop = {
  database: Database;
  shopId: number;
  local: LocalShop;
  memberIds: string[];
  /** From here on the bucket refills by so many points a second, and each answer takes so long. */
  throttle(perSecond: number, answerMs: number): void;
  /** Answers come at once, as many as are asked for. */
  open(): void;
  stop(): Promise<void>;
};

const PLENTY = 1_000_000;

/** @param name of the folder that keeps the processes' logs */
export async function fillShop(bench: Bench, name: string, members: number): Promise<FilledShop> {
  const { shopify, database, shops, stop } = await startShops(bench, name, 1);
  const [local] = shops;
  const known = local && [...local.customers.values()][0];
  if (!local || !known) throw new Error('there is no shop with customers');
  const throttle = shopify.throttle(local.domain);
  const faults = shopify.faults(local.domain);
  const open = () => {
    throttle.configure(PLENTY);
    faults.clear();
  };
  open();
  const customerIds: string[] = [];
  for (let nr = 0; nr < members; nr += 1) customerIds.push((await local.addCustomer(known)).id);
  const rows = await query<{ shopId: number; id: string }>(
    database,
    `insert into "Member" ("shopId", "customerId", "joinedAt") select s.id, c, now() from "Shop" s,
       unnest('{${customerIds.join(',')}}'::bigint[]) as c returning "shopId", id::text`,
  );
  await query(database, 'vacuum analyze');
  await untilIdle(database);
  return {
    ...{ database, local, open, stop },
    shopId: rows[0]?.shopId ?? 0,
    memberIds: rows.map(({ id }) => id),
    throttle: (perSecond, answerMs) => {
      throttle.configure(perSecond);
      throttle.take(throttle.status(shopify.clock()).currentlyAvailable, shopify.clock());
      faults.script = answerMs === 0 ? null : () => sleep(answerMs, null);
    },
  };
}
