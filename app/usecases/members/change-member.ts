// Something of one member changes, under the lock. What is told of a merged customer is the survivor’s.
import type { PoolClient } from 'pg';
import { survivorOf } from '#app/core/members/survivor-of.ts';
import { lockKnownMember } from '#app/db/members/lock-known-member.server.ts';
import { createMissing, lockMembers, type LockedMember } from '#app/db/members/members.server.ts';
import { withTransaction, type Planned } from '#app/db/pool.server.ts';
import { welcomeMember } from '../moments/welcome-member.ts';

/**
 * A shopper is known by the customer, and becomes a member by this, unless `onlyKnown`, whose cards aren't read either; the merchant
 * picks a member.
 */
export type WhichMember = { customerId: string; onlyKnown?: true } | { memberId: string };

/** `named` is who was meant, `member` whose everything is today. */
export type MemberToChange = { named: LockedMember; member: LockedMember };

type Act<Result> = (client: PoolClient, of: MemberToChange | null) => Promise<Result>;

/** `act` gets null where there is no such member, and none is made. It may run twice, in another transaction each time. */
export async function changeMember<Result>(
  shopId: number,
  who: WhichMember,
  at: Date,
  act: Act<Result>,
  planned?: Planned,
): Promise<Result> {
  for (;;) {
    const done = await withTransaction(async (client) => {
      const { named, member } = await lockWhom(client, shopId, who, at);
      if (!named) return becomesMember(who) ? null : { result: await act(client, null) };
      return member && { result: await act(client, { named, member }) };
    }, planned);
    // A merge or an erasing came between the look and the lock: the next look sees it.
    if (done) return done.result;
  }
}

const becomesMember = (who: WhichMember): who is { customerId: string } =>
  !('memberId' in who) && !who.onlyKnown;

async function lockWhom(client: PoolClient, shopId: number, who: WhichMember, at: Date) {
  const known = 'onlyKnown' in who ? await lockKnownMember(client, shopId, who.customerId) : null;
  if (known) return { named: known, member: known };
  const byMember = 'memberId' in who;
  const made = becomesMember(who) ? await createMissing(client, shopId, [who.customerId], at) : 0;
  const wanted = byMember
    ? { customerIds: [], memberIds: [who.memberId] }
    : { customerIds: [who.customerId], memberIds: [] };
  const locked = await lockMembers(client, shopId, { ...wanted, onlyKnown: true }, at);
  const named = locked.find((each) =>
    byMember ? each.id === who.memberId : each.customerId === who.customerId,
  );
  if (named && made > 0) await welcomeMember(client, shopId, named.id, at);
  return { named, member: survivorOf(named, locked) };
}
