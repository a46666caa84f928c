import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { typedAmount } from '#app/core/ledger/typed-amount.ts';
import { MOST_AT_A_TIME } from '#app/core/members/bulk.ts';
import { keepWhatWasTyped, revalidateUnlessRefused } from '#app/ui/form/keep-what-was-typed.ts';
import { MembersPage } from '#app/ui/members/members-page.tsx';
import { adjustMembers } from '#app/usecases/members/adjust-members.ts';
import { blockMembers } from '#app/usecases/members/block-members.ts';
import { readMembers } from '#app/usecases/members/read-members.ts';
import { undoAdjustments } from '#app/usecases/members/undo-adjustments.ts';
import { forMerchant } from './merchant/for-merchant.ts';
import { parseBody } from './merchant/parse-body.ts';
import { wantedMembers } from './merchant/wanted-members.ts';

export const clientAction = keepWhatWasTyped;
export const shouldRevalidate = revalidateUnlessRefused;

/** Points, or milliseconds that PostgreSQL takes for an instant. */
const placeInList = z
  .string()
  .regex(/^-?\d{1,14}_\d{1,18}$/)
  .transform((text) => ({ place: text.split('_')[0] ?? '', id: text.split('_')[1] ?? '' }))
  .nullable()
  .catch(null);

/** An address that somebody has tampered with shows the first page. */
const place = z.object({ after: placeInList, before: placeInList });

export const loader = forMerchant(async ({ shop, request }) => {
  const url = new URL(request.url);
  const [after, before] = [url.searchParams.get('after'), url.searchParams.get('before')];
  const places = place.parse({ after, before });
  const cursor = places.before
    ? { side: 'before' as const, ...places.before }
    : places.after && { side: 'after' as const, ...places.after };
  const asked = wantedMembers(url);
  return { ...(await readMembers(shop, { ...asked, cursor })), ...asked, timeZone: shop.timeZone };
});

const memberIds = z
  .array(z.string().regex(/^\d{1,18}$/))
  .min(1)
  .max(MOST_AT_A_TIME);
const requestKey = z.string().regex(/^[\w-]{8,50}$/);

const wantedAction = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('adjust'),
    memberIds,
    requestKey,
    unit: z.string().max(50),
    direction: z.enum(['add', 'remove']),
    amount: z.string().max(30),
    reason: z.string().max(2_000),
  }),
  z.object({ do: z.literal('undo'), memberIds, requestKey }),
  z.object({ do: z.literal('block'), memberIds, blocked: z.boolean() }),
]);

export const action = forMerchant(async ({ shop, userId, request }) => {
  const asked = await parseBody(request, wantedAction);
  switch (asked.do) {
    case 'block':
      return Response.json(await blockMembers(shop.id, asked.memberIds, asked.blocked));
    case 'undo':
      return Response.json(await undoAdjustments(shop.id, asked.memberIds, { ...asked, madeBy: userId }));
    case 'adjust': {
      const { direction, amount, ...wanted } = asked;
      const adjustment = { ...wanted, amount: typedAmount(direction, amount), madeBy: userId };
      return Response.json(await adjustMembers(shop.id, asked.memberIds, adjustment));
    }
  }
});

export default function Members() {
  return <MembersPage {...useLoaderData<typeof loader>()} />;
}
