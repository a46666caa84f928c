// Customers whose emails a merchant pasted. Shopify alone knows them; none is kept.
import { digitsOfGid } from '#app/shopify/admin-api/ids.ts';
import { callPatiently } from '#app/shopify/admin-api/call-patiently.ts';
import { customersByEmail, emailsQuery, EMAILS_AT_ONCE } from '#app/shopify/members/customers-by-email.ts';

/** Null where Shopify tells this app no emails, so that nobody can be found for certain. Throws Failures. */
export async function findByEmail(
  shopDomain: string,
  emails: readonly string[],
): Promise<ReadonlyMap<string, string> | null> {
  const found = new Map<string, string>();
  const left = partsOf(emails, EMAILS_AT_ONCE);
  for (let some = left.shift(); some; some = left.shift()) {
    const { customers } = await callPatiently(shopDomain, customersByEmail, { query: emailsQuery(some) });
    for (const { id, defaultEmailAddress } of customers.nodes) {
      if (!defaultEmailAddress) return null;
      const customerId = digitsOfGid(id);
      const email = defaultEmailAddress.emailAddress?.toLowerCase();
      if (customerId !== null && email) found.set(email, customerId);
    }
    // Addresses that Shopify finds many by crowd out the others: those are asked for apart.
    const missing = some.filter((email) => !found.has(email));
    if (customers.pageInfo.hasNextPage && some.length > 1)
      left.unshift(...partsOf(missing, Math.ceil(some.length / 2)));
  }
  return found;
}

function partsOf(emails: readonly string[], size: number): string[][] {
  const count = Math.ceil(emails.length / size);
  return Array.from({ length: count }, (_, nr) => emails.slice(nr * size, (nr + 1) * size));
}
