// A gift whose order was cancelled had no use: the member gets it once more, for the rest of its days.
import type { PoolClient } from 'pg';
import { isErasedCustomer } from '#app/core/members/erased-customer.ts';
import { againCause } from '#app/core/rewards/cause.ts';
import { rewardAgain } from '#app/core/rewards/give-again.ts';
import { shortHash } from '#app/core/rewards/reward-value.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { touchMembers, type LockedMember } from '#app/db/members/members.server.ts';
import { addGift, giftOfPerson } from '#app/db/rewards/gifts.server.ts';
import { readReward } from '#app/db/rewards/read-reward.server.ts';
import type { SettledVoucherRow } from '#app/db/rewards/settled-vouchers.server.ts';
import { handOutCode } from './hand-out-code.ts';

/** In the caller's transaction, under the person's lock. Safe to repeat: the voucher is the cause. */
export async function giveAgain(
  client: PoolClient,
  shopId: number,
  { id, gives, programVersion, validUntil, today }: SettledVoucherRow,
  person: LockedMember,
  at: Date,
): Promise<void> {
  const cause = againCause(id);
  if (isErasedCustomer(person.customerId) || (await giftOfPerson(client, shopId, person.id, cause))) return;
  const reward = rewardAgain(readReward(gives), validUntil, today);
  const gift = { memberId: person.id, cause, reward, programVersion };
  const given = await handOutCode(client, shopId, { ...gift, today, at });
  // Its value may be published no more: then its discount is made anew, and filled.
  if (!given) await enqueue(client, 'sync_discounts', { shopId });
  const state = given ? 'given' : 'waiting';
  await addGift(client, shopId, { ...gift, requestHash: shortHash(cause), state, givenAt: at, by: null });
  await touchMembers(client, shopId, [person.id]);
  await enqueue(client, 'sync_members', { shopId });
}
