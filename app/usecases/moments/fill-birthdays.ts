// Dates that Shopify knew, for members who never had one.
import { createHash } from 'node:crypto';
import { isErasedCustomer } from '#app/core/members/erased-customer.ts';
import type { Birthday } from '#app/core/moments/parse-birthday.ts';
import { birthdaysOf, BY_SHOPIFY, setBirthdays } from '#app/db/moments/birthdays.server.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { lockMembers } from '#app/db/members/members.server.ts';
import { withTransaction } from '#app/db/pool.server.ts';

/** A member has at most one such line in the log. */
const REQUEST_KEY = 'facts.birth_date';

/** By member. Whoever told a date meanwhile, or had one taken away, keeps what there is. */
export async function fillBirthdays(
  shopId: number,
  dates: ReadonlyMap<string, Birthday>,
  today: string,
  at: Date,
): Promise<void> {
  await withTransaction(async (client) => {
    const wanted = { customerIds: [], memberIds: [...dates.keys()] };
    const locked = await lockMembers(client, shopId, wanted, at);
    const known = await birthdaysOf(client, shopId, wanted.memberIds);
    const changes = locked.flatMap(({ id, mergedIntoId, customerId }) => {
      const date = dates.get(id);
      const before = known.get(id);
      const gone = mergedIntoId !== null || isErasedCustomer(customerId);
      if (!date || gone || before?.birthday || before?.log.length) return [];
      const requestHash = createHash('sha256').update(JSON.stringify({ date })).digest('hex');
      const birthday = { ...date, setOn: today };
      const request = { requestKey: REQUEST_KEY, requestHash, madeBy: BY_SHOPIFY, reason: null };
      return [{ memberId: id, birthday, ...request }];
    });
    if (changes.length === 0) return;
    await setBirthdays(client, shopId, changes, at);
    await enqueue(client, 'sync_members', { shopId });
    await enqueue(client, 'sweep_occasions', { shopId });
  });
}
