// A gift may be due whose day came while the member was blocked.
import type { PoolClient } from 'pg';
import { enqueue } from '#app/db/enqueue.server.ts';
import type { BlockedMember } from '#app/core/members/blocked-member.ts';

export async function sweepWhenAdmitted(
  client: PoolClient,
  { shopId, blocked }: BlockedMember,
): Promise<void> {
  if (!blocked) await enqueue(client, 'sweep_occasions', { shopId });
}
