// What isn't done yet, by name, and the bells that ring for it.
import { pool } from '#app/db/pool.server.ts';
import { BELLS } from '#app/usecases/upkeep/bells.ts';
import type { World } from './world/world.ts';

const ON_ITS_WAY = 'rewards on their way back';
const MISSING = 'rewards without a code';
/** They end by the clock alone. */
export const WAITS = [ON_ITS_WAY, MISSING];

/** Empty when the app is at rest. */
export async function openWork(world: World): Promise<Record<string, number>> {
  return { ...(await undone(world)), ...(await ringing()) };
}

async function undone({ database }: World): Promise<Record<string, number>> {
  const [row = {}] = await database.ask<Record<string, number>>(`
    select (select count(*)::int from "Order" where "appliedRevision" < revision or "needsRead") as "due orders",
      (select count(*)::int from "Member" where "syncedRev" < rev and "mergedIntoId" is null and "erasedAt" is null) as "unsynced members",
      (select count(*)::int from "SetAsideOrder") as "orders set aside",
      (select count(*)::int from "PeopleRequest" where "doneAt" is null) as "open requests",
      (select count(*)::int from "Gift" where state = 'waiting') as "gifts that wait",
      (select count(*)::int from "Voucher" where state = 'releasing') as "${ON_ITS_WAY}",
      (select count(*)::int from "Voucher" where state = 'held' and "missingSince" is not null) as "${MISSING}"`);
  const jobs = await database.ask<{ name: string; many: number }>(
    `select concat_ws(' ', 'jobs of', task_identifier, case when locked_at is not null then 'that run' when attempts >= max_attempts then 'that are given up' end) as name, count(*)::int as many
     from graphile_worker.jobs group by 1`,
  );
  const open = Object.entries(row).filter(([, many]) => many > 0);
  return Object.fromEntries([...open, ...jobs.map(({ name, many }) => [name, many] as const)]);
}

/** Shops that have work of a kind now, by the bell that rings for it. */
async function ringing(): Promise<Record<string, number>> {
  const found: [string, number][] = [];
  for (const { job, shops } of BELLS) {
    const many = (await shops(pool(), new Date())).length;
    if (many > 0) found.push([`bell of ${job}`, many]);
  }
  return Object.fromEntries(found);
}
