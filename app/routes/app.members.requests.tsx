import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { now } from '#app/clock.server.ts';
import { answerBy } from '#app/core/members/people-request.ts';
import { memberIdsOf } from '#app/db/members/member-data.server.ts';
import { openRequests } from '#app/db/members/people-requests.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { orResponse } from '#app/errors.ts';
import { keepWhatWasTyped } from '#app/ui/form/keep-what-was-typed.ts';
import { RequestsPage } from '#app/ui/members/requests-page.tsx';
import { exportCustomerData } from '#app/usecases/members/export-customer-data.ts';
import { openApp } from '#app/usecases/shop/open-app.ts';

export const clientAction = keepWhatWasTyped;

/** A page holds more than a merchant ever has open. */
const MOST_SHOWN = 100;

export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await orResponse(openApp(request));
  const open = await openRequests(pool(), shop.id, ['data'], MOST_SHOWN);
  const customers = open.flatMap(({ customerId }) => customerId ?? []);
  const members = await memberIdsOf(pool(), shop.id, customers);
  const requests = open.flatMap(({ id, customerId, requestedAt }) => {
    if (customerId === null) return [];
    const by = answerBy(requestedAt);
    return [
      {
        id,
        customerId,
        requestedAt,
        answerBy: by,
        late: by < now(),
        memberId: members.get(customerId) ?? null,
      },
    ];
  });
  return { requests, timeZone: shop.timeZone };
}

const wanted = z.object({ customerId: z.string().regex(/^\d{1,19}$/) });

/** The file itself; its request is answered with it. */
export async function action({ request }: ActionFunctionArgs) {
  const { shop } = await orResponse(openApp(request));
  const asked = wanted.safeParse(await request.json());
  if (!asked.success) return Response.json({ ok: false, reason: 'not-saved' }, { status: 422 });
  return Response.json({ ok: true, file: await exportCustomerData(shop, asked.data.customerId) });
}

export default function Requests() {
  return <RequestsPage {...useLoaderData<typeof loader>()} />;
}
