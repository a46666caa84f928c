// The discount that has a code, whatever case it is written in: what a code can do is known by this look alone, never by what a
// job says that it has done.
import { z } from 'zod';
import { callPatiently } from '../admin-api/call-patiently.ts';
import { digitsOfGid } from '../admin-api/ids.ts';
import { operation } from '../admin-api/operation.ts';

const discountOfCode = operation<{ code: string }>()({
  name: 'FindCode',
  document: `#graphql
    query FindCode($code: String!) {
      codeDiscountNodeByCode(code: $code) {
        id
      }
    }`,
  result: z.object({ codeDiscountNodeByCode: z.object({ id: z.string() }).nullable() }),
  whole: true,
});

/** Digits of the discount's id; null: no discount of the shop has the code. Throws a Failure when Shopify can't be asked. */
export async function findCode(shopDomain: string, code: string): Promise<{ discountId: string } | null> {
  const { codeDiscountNodeByCode: found } = await callPatiently(shopDomain, discountOfCode, { code });
  const discountId = found && digitsOfGid(found.id);
  return discountId ? { discountId } : null;
}
