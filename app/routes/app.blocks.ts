import { z } from 'zod';
import { rememberBlocks } from '#app/usecases/storefront/remember-blocks.ts';
import { forMerchant } from './merchant/for-merchant.ts';
import { parseBody } from './merchant/parse-body.ts';

const told = z.object({ placed: z.boolean() });

/** What Shopify told the merchant's browser of the theme: asked by a plain fetch, because nothing is to be read anew. */
export const action = forMerchant(async ({ shop, request }) => {
  const { placed } = await parseBody(request, told);
  await rememberBlocks(shop.id, placed);
  return Response.json({ ok: true });
});
