import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { now } from '#app/clock.server.ts';
import { keepWhatWasTyped, revalidateUnlessRefused } from '#app/ui/form/keep-what-was-typed.ts';
import { FlaggedRewards } from '#app/ui/rewards/flags/flagged-rewards.tsx';
import { OrderQuestion } from '#app/ui/order-answers/order-question.tsx';
import { PastOrdersLink } from '#app/ui/past-orders/past-orders-link.tsx';
import { SetAsidePanel } from '#app/ui/orders/set-aside-panel.tsx';
import { FlagsPage } from '#app/ui/stamps/flags/flags-page.tsx';
import { readSetAsideOrders } from '#app/usecases/orders/read-set-aside-orders.ts';
import { trySetAsideAgain } from '#app/usecases/orders/try-set-aside-again.ts';
import { readFlaggedRewards } from '#app/usecases/rewards/read-flagged-rewards.ts';
import { seeFlag } from '#app/usecases/rewards/see-flag.ts';
import { answerDiscountName } from '#app/usecases/stamps/answer-discount-name.ts';
import { changeDiscountName } from '#app/usecases/stamps/change-discount-name.ts';
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
  const page = await readOrderFlags(shop, { decided, after });
  const setAside = await readSetAsideOrders(shop.id);
  const flagged = await readFlaggedRewards(shop.id);
  const shown = { isFirstPage: after === null, decided, timeZone: shop.timeZone };
  return { ...page, ...shown, setAside, flagged, currency: shop.currency, now: now().toISOString() };
});

/** Shopify's longest title of a discount. */
const MOST_TITLE = 255;

const wanted = z.union([
  z.object({ do: z.literal('try-again') }),
  z.object({ do: z.literal('see-reward'), id, flag: z.string().max(50) }),
  z.object({ name: z.string().min(1).max(MOST_TITLE), isOwn: z.boolean() }),
  z.object({ orderId: id, lineId: id, isOwn: z.boolean() }),
  z.object({ orderId: id, lineId: id, freeUnits: z.number() }),
]);

export const action = forMerchant(async ({ shop, userId, request }) => {
  const asked = await parseBody(request, wanted);
  if ('do' in asked) {
    if (asked.do === 'see-reward') return Response.json(await seeFlag(shop.id, asked));
    await trySetAsideAgain(shop.id);
    return Response.json({ ok: true });
  }
  if ('name' in asked) {
    const change = { title: asked.name, isOwn: asked.isOwn, decidedBy: userId };
    return Response.json(await changeDiscountName(shop.id, change));
  }
  if ('isOwn' in asked) {
    const { isOwn, ...flag } = asked;
    return Response.json(await answerDiscountName(shop.id, flag, { isOwn, decidedBy: userId }));
  }
  const { freeUnits, ...flag } = asked;
  return Response.json(await decideOrderFlag(shop.id, flag, { freeUnits, decidedBy: userId }));
});

export default function OrdersToCheck() {
  const { setAside, flagged, currency, now, ...flags } = useLoaderData<typeof loader>();
  return (
    <FlagsPage {...flags}>
      <OrderQuestion memberId={null} />
      <FlaggedRewards {...flagged} currency={currency} />
      <SetAsidePanel {...setAside} now={now} timeZone={flags.timeZone} />
      <PastOrdersLink />
    </FlagsPage>
  );
}
