// `customers/data_request`: the file that the merchant hands to the customer. With it the request is answered.
import { now } from '#app/clock.server.ts';
import { finishRequest, lockRequest, openDataRequestIds } from '#app/db/members/people-requests.server.ts';
import { withTransaction } from '#app/db/pool.server.ts';
import { personLists } from '#app/db/taking-out/person-lists.server.ts';

export type CustomerDataFile = { shop: string; customerId: string; madeAt: string };

/** Everything that is stored of a customer, as plain data; of a stranger, lists without rows. */
export async function exportCustomerData(
  shop: { id: number; domain: string },
  customerId: string,
): Promise<CustomerDataFile> {
  return withTransaction(async (client) => {
    const at = now();
    const rows = await personLists(client, shop.id, customerId);
    for (const id of await openDataRequestIds(client, shop.id, customerId)) {
      const request = await lockRequest(client, shop.id, id);
      if (request) await finishRequest(client, shop.id, request, at);
    }
    return { shop: shop.domain, customerId, madeAt: at.toISOString(), ...rows };
  });
}
