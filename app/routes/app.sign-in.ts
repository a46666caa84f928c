import { z } from 'zod';
import { askSignInLinks } from '#app/usecases/shop/ask-sign-in-links.ts';
import { forMerchant } from './merchant/for-merchant.ts';
import { parseBody } from './merchant/parse-body.ts';

const asked = z.object({ do: z.literal('ask-sign-in') });

export type SignInAnswer = { shown: boolean | null };

/** Asked by the setup guide once its page stands: the page waits for no answer of Shopify's. */
export const action = forMerchant(async ({ shop, request }): Promise<SignInAnswer> => {
  await parseBody(request, asked);
  return { shown: await askSignInLinks(shop.domain) };
});
