// A shopper comes back to the program: at nothing, and with what is ordered from now on.
import { now } from '#app/clock.server.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { addDeparture, setReturned } from '#app/db/leaving/departures.server.ts';
import { changeMember } from '../members/change-member.ts';

/** A request that comes again, or of somebody who never left, does nothing more. */
export async function returnToProgram(
  shopId: number,
  customerId: string,
  requestKey: string,
  at: Date = now(),
): Promise<void> {
  await changeMember(shopId, { customerId, onlyKnown: true }, at, async (client, of) => {
    if (!of?.member.isLeft) return;
    const { member } = of;
    const isNew = await addDeparture(client, shopId, {
      memberId: member.id,
      requestKey,
      what: 'returned',
      at,
    });
    if (!isNew) return;
    await setReturned(client, shopId, member.id, at);
    await enqueue(client, 'sync_members', { shopId });
  });
}
