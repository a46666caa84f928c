// Customers by name or e-mail, as Shopify finds them. Who of them is a member is for our own data to say.
import { setTimeout as wait } from 'node:timers/promises';
import { Failure } from '#app/errors.ts';
import { log } from '#app/log.server.ts';
import { askAdmin } from '#app/shopify/admin-api/admin.server.ts';
import { digitsOfGid } from '#app/shopify/admin-api/ids.ts';
import { customerQuery, customerSearch } from '#app/shopify/members/customer-search.ts';
import { namesOf, type Names } from './ask-customer-names.ts';

/** `refused`: Shopify gives this app no names, and so may have looked for none. `failed`: it couldn't be asked just now. */
export type ByName = 'searched' | 'refused' | 'failed';

export type CustomersCalled = {
  byName: ByName;
  customerIds: string[];
  names: Names;
  /** More customers were found than Shopify was asked for. */
  more: boolean;
};

/** Somebody looks at the list that waits: numbers find without Shopify. */
const PATIENCE_MS = 5_000;
const timeIsUp = () => wait(PATIENCE_MS, null, { ref: false });

const nobody = (byName: ByName): CustomersCalled => ({ byName, customerIds: [], names: {}, more: false });

export async function askCustomersCalled(shopDomain: string, typed: string): Promise<CustomersCalled> {
  const query = customerQuery(typed);
  if (query === null) return nobody('searched');
  try {
    const answer = await Promise.race([askAdmin(shopDomain, customerSearch, { query }), timeIsUp()]);
    if (answer === null) return nobody('failed');
    const { data, refusedFields } = answer;
    const { nodes, pageInfo } = data.customers;
    return {
      byName: refusedFields.some((field) => field.endsWith('Name')) ? 'refused' : 'searched',
      customerIds: nodes.flatMap(({ id }) => digitsOfGid(id) ?? []),
      names: namesOf(nodes),
      more: pageInfo.hasNextPage,
    };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    log.info({ shopDomain, code: error.code }, 'customers could not be searched by name');
    return nobody('failed');
  }
}
