// Two accounts became one, and the one that is kept had left the program: what the other brought goes as its own did.
import type { PoolClient } from 'pg';
import type { MergedPair } from '#app/core/members/merged-pair.ts';
import { lockMembers } from '#app/db/members/members.server.ts';
import { closeAccount } from './close-account.ts';

export async function closeMerged(client: PoolClient, { shopId, to, at }: MergedPair): Promise<void> {
  const [survivor] = await lockMembers(client, shopId, { customerIds: [], memberIds: [to] }, at);
  if (survivor?.isLeft) await closeAccount(client, shopId, survivor, at);
}
