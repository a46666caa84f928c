// A gift whose order was cancelled had no use: the member gets it once more, for the rest of its days.
import type { PoolClient } from 'pg';
import { isErasedCustomer } from '#app/core/members/erased-customer.ts';
import { againCause } from '#app/core/rewards/cause.ts';
import { rewardAgain } from '#app/core/rewards/give-again.ts';
import type { LockedMember } from '#app/db/members/members.server.ts';
import { readReward } from '#app/db/rewards/read-reward.server.ts';
import type { SettledVoucherRow } from '#app/db/rewards/settled-vouchers.server.ts';
import { give } from './give.ts';

/** In the caller's transaction, under the person's lock. Safe to repeat: the voucher is the cause. */
export async function giveAgain(
  client: PoolClient,
  shopId: number,
  { id, gives, programVersion, validUntil, today }: SettledVoucherRow,
  person: LockedMember,
  at: Date,
): Promise<void> {
  if (isErasedCustomer(person.customerId)) return;
  const reward = rewardAgain(readReward(gives), validUntil, today);
  const giving = { member: person, cause: againCause(id), gives: reward, programVersion, givenAt: at };
  await give(client, shopId, [giving], { today, at });
}
