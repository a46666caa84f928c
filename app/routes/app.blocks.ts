import { z } from 'zod';
import { rememberBlocks } from '#app/usecases/storefront/remember-blocks.ts';
import { forMerchant } from './merchant/for-merchant.ts';
import { parseBody } from './merchant/parse-body.ts';

const told = z.object({ placed: z.boolean() });

/** Shopify's word to the merchant's browser on the theme: asked by a plain fetch, so that nothing is read anew. */
export const action = forMerchant(async ({ shop, request }) => {
  const { placed } = await parseBody(request, told);
  await rememberBlocks(shop.id, placed);
  return Response.json({ ok: true });
});
