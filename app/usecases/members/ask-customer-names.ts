// Names as Shopify gives them, asked for the page that shows them and stored nowhere. Not every app is given names: without
// them every page works the same.
import { shownName, type GivenName } from '#app/core/members/shown-name.ts';
import { Failure } from '#app/errors.ts';
import { log } from '#app/log.server.ts';
import { callAdmin } from '#app/shopify/admin-api/admin.server.ts';
import { digitsOfGid, gid } from '#app/shopify/admin-api/ids.ts';
import { customerNames } from '#app/shopify/members/customer-names.ts';

export type Names = Record<string, string>;

/** By customer id; whoever has no name that we may see is missing. @param customerIds at most 250 */
export async function askCustomerNames(shopDomain: string, customerIds: readonly string[]): Promise<Names> {
  if (customerIds.length === 0) return {};
  try {
    const ids = customerIds.map((id) => gid('Customer', id));
    return namesOf((await callAdmin(shopDomain, customerNames, { ids })).nodes);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    log.info({ shopDomain, code: error.code }, 'customers are shown without names');
    return {};
  }
}

export function namesOf(customers: readonly ((GivenName & { id?: string | undefined }) | null)[]): Names {
  const named = customers.flatMap((customer) => {
    const id = customer?.id ? digitsOfGid(customer.id) : null;
    const name = customer && shownName(customer);
    return id && name ? [[id, name] as const] : [];
  });
  return Object.fromEntries(named);
}
