// Which customers Shopify has.
import { callPatiently } from '#app/shopify/admin-api/call-patiently.ts';
import { digitsOfGid, gid } from '#app/shopify/admin-api/ids.ts';
import { customersThere } from '#app/shopify/members/customers-there.ts';

/** Shopify's limit of one `nodes` query. */
export const MOST_CUSTOMERS = 250;

/** The ids of those of the customers, MOST_CUSTOMERS at most, who are there. Throws a Failure where Shopify can't say. */
export async function askCustomersThere(
  shopDomain: string,
  customers: readonly { customerId: string }[],
): Promise<ReadonlySet<string>> {
  const ids = customers.map(({ customerId }) => gid('Customer', customerId));
  const { nodes } = await callPatiently(shopDomain, customersThere, { ids });
  return new Set(nodes.flatMap((node) => (node && digitsOfGid(node.id)) ?? []));
}
