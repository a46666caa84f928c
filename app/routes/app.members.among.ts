import { z } from 'zod';
import { whoRules } from '#app/core/who/who.ts';
import { countWho } from '#app/usecases/who/count-who.ts';
import { forMerchant } from './merchant/for-merchant.ts';
import { parseBody } from './merchant/parse-body.ts';

const wanted = z.object({ who: whoRules });

/** How many members the conditions are about that are being typed. Stores nothing. */
export const action = forMerchant(async ({ shop, request }) => {
  const { who } = await parseBody(request, wanted);
  return Response.json(await countWho(shop, who), { headers: { 'Cache-Control': 'no-store' } });
});
