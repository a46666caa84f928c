import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { keepWhatWasTyped } from '#app/ui/form/keep-what-was-typed.ts';
import { RequestsPage } from '#app/ui/members/requests-page.tsx';
import { exportCustomerData } from '#app/usecases/members/export-customer-data.ts';
import { readDataRequests } from '#app/usecases/members/read-data-requests.ts';
import { forMerchant } from './merchant/for-merchant.ts';
import { parseBody } from './merchant/parse-body.ts';

export const clientAction = keepWhatWasTyped;

export const loader = forMerchant(async ({ shop }) => {
  return { requests: await readDataRequests(shop.id), timeZone: shop.timeZone };
});

const wanted = z.object({ customerId: z.string().regex(/^\d{1,19}$/) });

/** The file itself; its request is answered with it. */
export const action = forMerchant(async ({ shop, request }) => {
  const { customerId } = await parseBody(request, wanted);
  return Response.json({ ok: true, file: await exportCustomerData(shop, customerId) });
});

export default function Requests() {
  return <RequestsPage {...useLoaderData<typeof loader>()} />;
}
