// Names as Shopify shows them, asked for the page that shows them and stored nowhere. Shopify grants names to few apps:
// without them every page works the same.
import { Failure } from '#app/errors.ts';
import { log } from '#app/log.server.ts';
import { callAdmin } from '#app/shopify/admin-api/admin.server.ts';
import { digitsOfGid, gid } from '#app/shopify/admin-api/ids.ts';
import { customerNames } from '#app/shopify/members/customer-names.ts';

/** By customer id; whoever has no name that we may see is missing. @param customerIds at most 250 */
export async function askCustomerNames(
  shopDomain: string,
  customerIds: readonly string[],
): Promise<Record<string, string>> {
  if (customerIds.length === 0) return {};
  try {
    const ids = customerIds.map((id) => gid('Customer', id));
    const { nodes } = await callAdmin(shopDomain, customerNames, { ids });
    const named = nodes.flatMap((node) => {
      const id = node?.id ? digitsOfGid(node.id) : null;
      return id && node?.displayName ? [[id, node.displayName] as const] : [];
    });
    return Object.fromEntries(named);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    log.info({ shopDomain, code: error.code }, 'customers are shown without names');
    return {};
  }
}
