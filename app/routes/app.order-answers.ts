import { z } from 'zod';
import { MOST_LETTERS } from '#app/core/order-answers/asked-name.ts';
import { askOrder } from '#app/usecases/order-answers/ask-order.ts';
import { readOrderNow } from '#app/usecases/order-answers/read-order-now.ts';
import { forMerchant } from './merchant/for-merchant.ts';
import { parseBody } from './merchant/parse-body.ts';

const id = z.string().regex(/^\d{1,18}$/);

const wanted = z.discriminatedUnion('do', [
  z.object({ do: z.literal('ask'), order: z.string().max(MOST_LETTERS), memberId: id.nullable() }),
  z.object({ do: z.literal('read'), orderId: id }),
]);

/** What became of an order; or it is read at Shopify, where the app wasn't told of it. */
export const action = forMerchant(async ({ shop, request }) => {
  const asked = await parseBody(request, wanted);
  const noStore = { headers: { 'Cache-Control': 'no-store' } };
  if (asked.do === 'read') return Response.json({ ok: await readOrderNow(shop, asked.orderId) }, noStore);
  return Response.json(await askOrder(shop, asked.order, asked.memberId), noStore);
});
