import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { keepWhatWasTyped, revalidateUnlessRefused } from '#app/ui/form/keep-what-was-typed.ts';
import { FlagsPage } from '#app/ui/stamps/flags/flags-page.tsx';
import { decideOrderFlag } from '#app/usecases/stamps/decide-order-flag.ts';
import { readOrderFlags } from '#app/usecases/stamps/read-order-flags.ts';
import { forMerchant } from './merchant/for-merchant.ts';
import { parseBody } from './merchant/parse-body.ts';

export const clientAction = keepWhatWasTyped;
export const shouldRevalidate = revalidateUnlessRefused;

const id = z.string().regex(/^\d{1,18}$/);
/** `after=<order>-<line>`: the last of the page before. */
const cursor = z.tuple([id, id]);

export const loader = forMerchant(async ({ shop, request }) => {
  const { searchParams } = new URL(request.url);
  const decided = searchParams.get('show') === 'decided';
  const [orderId, lineId] = cursor.safeParse(searchParams.get('after')?.split('-')).data ?? [];
  const after = orderId && lineId ? { orderId, lineId } : null;
  const page = await readOrderFlags(shop.id, { decided, after });
  return { ...page, isFirstPage: after === null, decided, timeZone: shop.timeZone };
});

const wanted = z.object({ orderId: id, lineId: id, freeUnits: z.number() });

export const action = forMerchant(async ({ shop, userId, request }) => {
  const { freeUnits, ...flag } = await parseBody(request, wanted);
  return Response.json(await decideOrderFlag(shop.id, flag, { freeUnits, decidedBy: userId }));
});

export default function OrdersToCheck() {
  return <FlagsPage {...useLoaderData<typeof loader>()} />;
}
