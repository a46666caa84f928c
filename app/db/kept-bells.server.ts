// A bell that nobody has rung yet is a row for which others who ring it wait until we commit. So those of a transaction are rung right
// before its commit, after every other lock, each once and in one order: nobody waits for another in a circle, in whatever order the
// work asked for them.
import { JOBS, type ShopJobName } from '#app/core/jobs.ts';
import type { Queryable } from './pool.server.ts';

type Bell = { name: ShopJobName; shopId: number };

/** By the connection on which the transaction runs. */
const kept = new WeakMap<Queryable, Map<string, Bell>>();

export function keepBells(client: Queryable): void {
  kept.set(client, new Map());
}

/** Whether it is kept: outside of a transaction of ours none is. */
export function keepBell(client: Queryable, bell: Bell): boolean {
  const bells = kept.get(client);
  bells?.set(`${bell.name}/${bell.shopId}`, bell);
  return bells !== undefined;
}

/** Of a transaction that is undone. */
export function forgetBells(client: Queryable): void {
  kept.delete(client);
}

const ORDER = Object.keys(JOBS);

function inOrder(one: Bell, other: Bell): number {
  return ORDER.indexOf(one.name) - ORDER.indexOf(other.name) || one.shopId - other.shopId;
}

export async function ringKeptBells(client: Queryable): Promise<void> {
  const bells = [...(kept.get(client)?.values() ?? [])].sort(inOrder);
  forgetBells(client);
  if (bells.length > 0) await ringBells(client, bells);
}

/** One after another, as they are listed. */
export async function ringBells(client: Queryable, bells: readonly Bell[]): Promise<void> {
  const names = bells.map(({ name }) => name);
  // Not add_job itself: see prisma/functions/ring_bell.sql.
  await client.query({
    name: 'ring-kept-bells',
    text: 'select ring_bell(job, shop, attempts) from unnest($1::text[], $2::int[], $3::int[]) as b(job, shop, attempts)',
    values: [names, bells.map(({ shopId }) => shopId), names.map((name) => JOBS[name].maxAttempts)],
  });
}
