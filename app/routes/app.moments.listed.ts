import { z } from 'zod';
import { MOST_PASTED } from '#app/core/moments/hand-lines.ts';
import { lookAtList } from '#app/usecases/moments/look-at-list.ts';
import { forMerchant } from './merchant/for-merchant.ts';
import { parseBody } from './merchant/parse-body.ts';

const wanted = z
  .object({
    momentKey: z.string().max(100),
    customerIds: z.array(z.string().regex(/^[1-9]\d{0,17}$/)),
    emails: z.array(z.string().max(320)),
  })
  .refine(({ customerIds, emails }) => customerIds.length + emails.length <= MOST_PASTED);

/** Whom a pasted list names, before a moment is given to them by hand. Stores nothing. */
export const action = forMerchant(async ({ shop, request }) => {
  const pasted = await parseBody(request, wanted);
  return Response.json(await lookAtList(shop, pasted), { headers: { 'Cache-Control': 'no-store' } });
});
