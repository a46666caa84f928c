// Jobs that wait in the queue. One that has used up its attempts waits no more, though its row is still there.
import { JOBS, type ShopJobName } from '#app/core/jobs.ts';
import { AT_ONCE } from '../enqueue.server.ts';
import type { Queryable } from '../pool.server.ts';

const SHOP_JOBS = Object.entries(JOBS).flatMap(([name, { perShop }]) =>
  perShop ? [name as ShopJobName] : [],
);

/**
 * Rings the bell of those of the shops for which no such job waits or runs: each hundred at once, because whoever rings
 * one after another and a batch of webhooks that rings them too would wait for each other.
 * @param reachable whether only shops count that Shopify can be asked for: neither uninstalled nor waiting for a token
 * @returns the shops where it rang
 */
export async function ringWhereNoneWaits(
  db: Queryable,
  name: ShopJobName,
  shopIds: readonly number[],
  reachable: boolean,
): Promise<number[]> {
  const rung: number[] = [];
  for (let start = 0; start < shopIds.length; start += AT_ONCE) {
    rung.push(...(await ringSome(db, name, shopIds.slice(start, start + AT_ONCE), reachable)));
  }
  return rung;
}

async function ringSome(
  db: Queryable,
  name: ShopJobName,
  shopIds: readonly number[],
  reachable: boolean,
): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>({
    name: 'ring-where-none-waits',
    text: `with silent as materialized (
        select s.id from "Shop" s where s.id = any($2::int[])
          and (not $3 or (s."uninstalledAt" is null and s."needsReopenSince" is null))
          and not exists (select 1 from graphile_worker.jobs j
            where j.key = $1 || '/' || s.id and j.attempts < j.max_attempts)),
      rung as materialized (select ring_bells($1, array(select id from silent), $4::int)::text)
      select silent.id from silent, rung`,
    values: [name, shopIds, reachable, JOBS[name].maxAttempts],
  });
  return rows.map(({ id }) => id);
}

/**
 * No job of a shop that failed waits longer than until then for its next try, however often it has failed: what it needs
 * may be back at any time.
 */
export async function bringForward(db: Queryable, until: Date): Promise<void> {
  await db.query({
    name: 'bring-jobs-forward',
    text: `select count(*) from graphile_worker.jobs j
      cross join lateral graphile_worker.reschedule_jobs(array[j.id], run_at := $2)
      where j.task_identifier = any($1) and j.run_at > $2 and j.locked_at is null and j.attempts < j.max_attempts`,
    values: [SHOP_JOBS, until],
  });
}
