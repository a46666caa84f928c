import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { page } from '#app/core/values/page.ts';
import { orderFlags } from '#app/db/stamps/order-flags.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { publishedVersion, shopProgram } from '#app/db/program/programs.server.ts';
import { orResponse } from '#app/errors.ts';
import { keepWhatWasTyped, revalidateUnlessRefused } from '#app/ui/form/keep-what-was-typed.ts';
import { FlagsPage } from '#app/ui/stamps/flags/flags-page.tsx';
import { decideOrderFlag } from '#app/usecases/stamps/decide-order-flag.ts';
import { openApp } from '#app/usecases/shop/open-app.ts';

export const clientAction = keepWhatWasTyped;
export const shouldRevalidate = revalidateUnlessRefused;

const FLAGS_ON_A_PAGE = 20;
const id = z.string().regex(/^\d{1,18}$/);
/** `after=<order>-<line>`: the last of the page before. */
const cursor = z.tuple([id, id]);

export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await orResponse(openApp(request));
  const { searchParams } = new URL(request.url);
  const decided = searchParams.get('show') === 'decided';
  const [orderId, lineId] = cursor.safeParse(searchParams.get('after')?.split('-')).data ?? [];
  const after = orderId && lineId ? { orderId, lineId } : null;
  const found = await orderFlags(pool(), shop.id, { decided, after, limit: FLAGS_ON_A_PAGE + 1 });
  const { shown, hasNext } = page(found, FLAGS_ON_A_PAGE, after && 'after');
  const program = await shopProgram(pool(), shop.id);
  const cards = program ? publishedVersion(program).rules.cards : [];
  return {
    flags: shown,
    hasNext,
    isFirstPage: after === null,
    decided,
    cards: cards.map(({ key, title, size }) => ({ key, title, size })),
    timeZone: shop.timeZone,
  };
}

const wanted = z.object({ orderId: id, lineId: id, freeUnits: z.number() });

export async function action({ request }: ActionFunctionArgs) {
  const { shop, userId } = await orResponse(openApp(request));
  const asked = wanted.safeParse(await request.json().catch(() => null));
  if (!asked.success) return Response.json({ ok: false, reason: 'not-saved' }, { status: 422 });
  const { freeUnits, ...flag } = asked.data;
  return Response.json(await decideOrderFlag(shop.id, flag, { freeUnits, decidedBy: userId }));
}

export default function OrdersToCheck() {
  return <FlagsPage {...useLoaderData<typeof loader>()} />;
}
