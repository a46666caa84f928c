// A shopper leaves the program: all that they have there ends at once, and nothing comes after.
import { now } from '#app/clock.server.ts';
import { addDeparture } from '#app/db/leaving/departures.server.ts';
import { changeMember } from '../members/change-member.ts';
import { closeAccount } from './close-account.ts';

/** Also of somebody who had nothing yet, so that no order of theirs brings anything. A request that comes again does nothing more. */
export async function leaveProgram(
  shopId: number,
  customerId: string,
  requestKey: string,
  at: Date = now(),
): Promise<void> {
  await changeMember(shopId, { customerId }, at, async (client, of) => {
    if (!of) throw new Error('a customer who left is a member');
    const { member } = of;
    const isNew = await addDeparture(client, shopId, { memberId: member.id, requestKey, what: 'left', at });
    if (isNew && !member.isLeft) await closeAccount(client, shopId, member, at);
  });
}
