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
  for (let start = 0; start < emails.length; start += EMAILS_AT_ONCE) {
    const query = emailsQuery(emails.slice(start, start + EMAILS_AT_ONCE));
    const { customers } = await callPatiently(shopDomain, customersByEmail, { query });
    for (const { id, defaultEmailAddress } of customers.nodes) {
      if (!defaultEmailAddress) return null;
      const customerId = digitsOfGid(id);
      const email = defaultEmailAddress.emailAddress?.toLowerCase();
      if (customerId !== null && email) found.set(email, customerId);
    }
  }
  return found;
}
