import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { addDays, dayIn } from '#app/core/values/days.ts';
import { now } from '#app/clock.server.ts';
import { keepWhatWasTyped, revalidateUnlessRefused } from '#app/ui/form/keep-what-was-typed.ts';
import { PastOrdersPage } from '#app/ui/past-orders/past-orders-page.tsx';
import { readPastPage } from '#app/usecases/past-orders/read-past-page.ts';
import { sayAboutPast } from '#app/usecases/past-orders/say-about-past.ts';
import { forMerchant } from './merchant/for-merchant.ts';
import { parseBody } from './merchant/parse-body.ts';

export const clientAction = keepWhatWasTyped;
export const shouldRevalidate = revalidateUnlessRefused;

/** As far as Shopify lets every app read. */
const REACH_DAYS = 60;

export const loader = forMerchant(async ({ shop }) => {
  const page = await readPastPage(shop);
  if (!page) throw new Response(null, { status: 404 });
  return page;
});

/** As PostgreSQL's calendar has it, too. */
const day = z.iso.date().refine((text) => /^[1-9]\d{3}-/.test(text));
const seen = z.object({
  version: z.int().positive(),
  awardsFrom: day.nullable(),
  orders: z.int().min(0),
  points: z.int(),
});

const wanted = z.discriminatedUnion('do', [
  z.object({ do: z.literal('read'), all: z.boolean() }),
  z.object({ do: z.literal('count'), version: z.int().positive(), awardsFrom: day.nullable() }),
  z.object({ do: z.literal('award'), seen }),
  z.object({ do: z.enum(['stop', 'go-on', 'undo']) }),
]);

export const action = forMerchant(async ({ shop, userId, request }) => {
  const said = await parseBody(request, wanted);
  const lastDays = addDays(dayIn(shop.timeZone, now()), -REACH_DAYS);
  const asked = said.do === 'read' ? ({ do: 'read', sinceDay: said.all ? null : lastDays } as const) : said;
  return Response.json(await sayAboutPast(shop, asked, userId));
});

export default function PastOrders() {
  return <PastOrdersPage {...useLoaderData<typeof loader>()} />;
}
