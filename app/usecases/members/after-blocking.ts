// Steps after a member was blocked or admitted again, in this order: one line a feature, in the same transaction.
import type { PoolClient } from 'pg';
import { sweepWhenAdmitted } from '../moments/sweep-when-admitted.ts';
import { ringBell } from '../upkeep/ring-bell.ts';
import type { BlockedMember } from '#app/core/members/blocked-member.ts';

type AfterBlocking = (client: PoolClient, member: BlockedMember) => Promise<void>;

const AFTER_BLOCKING: readonly AfterBlocking[] = [ringBell('sync_members'), sweepWhenAdmitted];

export async function afterBlocking(client: PoolClient, member: BlockedMember): Promise<void> {
  for (const follow of AFTER_BLOCKING) await follow(client, member);
}
