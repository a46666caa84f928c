// A customer whom a merchant deleted is told to nobody. Members whose customer Shopify hasn't had for a year are forgotten as
// `customers/redact` would have them: the person goes, the sums stay.
import { now } from '#app/clock.server.ts';
import { daysBefore, KEPT_DAYS } from '#app/core/shop/retention.ts';
import { earlierNow } from '#app/db/upkeep/earlier-now.server.ts';
import { lockPerson } from '#app/db/members/erasure.server.ts';
import { isGoneSince, membersGoneSince, type GoneMember } from '#app/db/members/gone-members.server.ts';
import { isOfValues, reasonOf } from '#app/db/orders/of-values.server.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import { log } from '#app/log.server.ts';
import { onErasing } from './on-erasing.ts';

/** A night takes no more: there is another one. */
const A_NIGHT = 5_000;

/**
 * Each in a transaction of its own. Safe to run twice and in parallel. One who can't be forgotten keeps nobody else, and is
 * thrown at the end.
 */
export async function forgetGoneMembers(): Promise<void> {
  const at = await earlierNow(pool(), now());
  const when = { since: daysBefore(at, KEPT_DAYS.goneMembers), at: now() };
  const gone = await membersGoneSince(pool(), when, A_NIGHT);
  const failures: unknown[] = [];
  for (const member of gone) {
    try {
      await forget(member, when);
    } catch (error) {
      if (!isOfValues(error)) throw error;
      log.error({ shopId: member.shopId, reason: reasonOf(error) }, 'a member could not be forgotten');
      failures.push(error);
    }
  }
  const members = gone.length - failures.length;
  if (members > 0) log.info({ members }, 'members without a customer were forgotten');
  if (failures.length > 0) throw failures[0];
}

async function forget(member: GoneMember, when: { since: Date; at: Date }): Promise<void> {
  const { shopId, customerId } = member;
  await withTransaction(async (client) => {
    const memberIds = await lockPerson(client, shopId, customerId);
    if (!(await isGoneSince(client, member, when))) return;
    await onErasing(client, { shopId, customerId, memberIds, orderIds: [], at: now() });
  });
}
