// A line in a list of what follows: rings one of the shop's bells, whatever else is told.
import type { PoolClient } from 'pg';
import type { ShopJobName } from '#app/core/jobs.ts';
import { enqueue } from '#app/db/enqueue.server.ts';

type Reaction = (client: PoolClient, news: { shopId: number }) => Promise<void>;

export function ringBell(name: ShopJobName): Reaction {
  return (client, { shopId }) => enqueue(client, name, { shopId });
}
