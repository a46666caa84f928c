// Customers out of a bulk file's lines.
import { z } from 'zod';
import { digitsOfGid } from '../admin-api/ids.ts';
import { readBulkLines } from '../admin-api/read-bulk-lines.ts';

const customer = z.object({
  id: z.string(),
  defaultEmailAddress: z.object({ emailAddress: z.string().nullish() }).nullish(),
});

/** `email` is null where Shopify tells none, `customerId` where the line is no customer. */
export type BulkCustomer = { customerId: string | null; email: string | null };

/** Whom a line that can't be read was about isn't found. */
export async function* bulkCustomers(shopDomain: string, url: string): AsyncGenerator<BulkCustomer> {
  for await (const { value } of readBulkLines(shopDomain, url)) {
    const read = customer.safeParse(value);
    const customerId = read.success ? digitsOfGid(read.data.id) : null;
    const email = read.success ? (read.data.defaultEmailAddress?.emailAddress ?? null) : null;
    yield { customerId, email };
  }
}
