// A gift may be due whose day came while the member was blocked, as far as its window was open on the day of admission.
import type { PoolClient } from 'pg';
import type { BlockedMember } from '#app/core/members/blocked-member.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { markToLookFrom } from '#app/db/moments/moments.server.ts';

export async function sweepWhenAdmitted(
  client: PoolClient,
  { shopId, memberId, blocked, at }: BlockedMember,
): Promise<void> {
  if (blocked) return;
  await markToLookFrom(client, shopId, [memberId], at);
  await enqueue(client, 'sweep_occasions', { shopId });
}
