// A shop with the whole app behind it, where customers have points enough and codes are ready.
import type { Reward } from '#app/core/rewards/reward-rules.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import type { Bench } from './bench.ts';
import { withClient, type Database } from './databases.ts';
import { startShops, untilIdle, type RunningShops } from './running-shops.ts';

const PUBLISH = `
  with published as (
    insert into "ProgramVersion" ("shopId", number, rules, "publishedAt", "publishedBy")
    select id, 2, draft || jsonb_build_object('cards', '[]'::jsonb, 'rewards', $1::jsonb), now(), 'bench' from "Shop"
    returning "shopId", rules)
  update "Shop" s set "publishedVersion" = 2, draft = p.rules from published p where p."shopId" = s.id returning s.id`;

const GIVE = `
  with members as (
    insert into "Member" ("shopId", "customerId", "joinedAt", points, seq)
    select $1, c, now(), 100000, 1 from unnest($2::bigint[]) as c returning id
  )
  insert into "LedgerEntry" ("shopId", "memberId", seq, unit, kind, "sourceKey", amount, "balanceAfter", "programVersion",
    explanation, "occurredAt", "recordedAt")
  select $1, id, 1, 'points', 'adjustment', 'adjustment/bench', 100000, 100000, 2, '{"v":1}', now(), now() from members`;

async function ring(
  database: Database,
  shopId: number,
  ...jobs: Parameters<typeof enqueue>[1][]
): Promise<void> {
  await withClient(database, async (client) => {
    await client.query('begin');
    for (const job of jobs) await enqueue(client, job, { shopId });
    await client.query('commit');
  });
  await untilIdle(database);
}

export type TapShop = RunningShops & {
  customers: string[];
  /** What was taken is used, and pages say so: the next tap finds the same as the first. */
  use(): Promise<void>;
};

/** @param name of its database */
export async function openTapShop(bench: Bench, name: string, rewards: readonly Reward[]): Promise<TapShop> {
  const running = await startShops(bench, name, 1);
  const { database, shopify } = running;
  try {
    const customers = [...shopify.firstShop.customers.keys()];
    const shopId = await withClient(database, async (client) => {
      const { rows } = await client.query<{ id: number }>(PUBLISH, [JSON.stringify(rewards)]);
      const id = rows[0]?.id ?? 0;
      await client.query(GIVE, [id, customers]);
      return id;
    });
    await ring(database, shopId, 'sync_program', 'sync_discounts', 'sync_members');
    const use = async () => {
      await withClient(database, (client) =>
        client.query(
          `with used as (update "Voucher" set state = 'used', "usedAt" = now() where state = 'held' returning "memberId")
           update "Member" set rev = rev + 1 where id in (select "memberId" from used)`,
        ),
      );
      await ring(database, shopId, 'sync_members');
    };
    return { ...running, customers, use };
  } catch (error) {
    await running.stop();
    throw error;
  }
}
