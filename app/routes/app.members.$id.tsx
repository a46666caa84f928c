import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { typedAmount } from '#app/core/ledger/typed-amount.ts';
import { birthdayForm } from '#app/core/moments/birthday-form.ts';
import { rewardKey } from '#app/core/values/shapes.ts';
import { shopInitial } from '#app/core/shop/shop-initial.ts';
import { keepWhatWasTyped, revalidateUnlessRefused } from '#app/ui/form/keep-what-was-typed.ts';
import { MemberPage } from '#app/ui/members/member/member-page.tsx';
import { adjustMember } from '#app/usecases/members/adjust-member.ts';
import { blockMember } from '#app/usecases/members/block-member.ts';
import { readMember } from '#app/usecases/members/read-member.ts';
import { giveByHand } from '#app/usecases/rewards/give-by-hand.ts';
import { takeBackGift } from '#app/usecases/rewards/take-back-gift.ts';
import { takeBack } from '#app/usecases/rewards/take-back.ts';
import { correctLifeDate } from '#app/usecases/life-dates/correct-life-date.ts';
import { correctBirthday } from '#app/usecases/moments/correct-birthday.ts';
import { forMerchant } from './merchant/for-merchant.ts';
import { parseBody } from './merchant/parse-body.ts';

export const clientAction = keepWhatWasTyped;
export const shouldRevalidate = revalidateUnlessRefused;

const memberId = z.string().regex(/^\d{1,18}$/);

/** `bought=<day>_<order>`: the last purchase of the page before. */
const lastBought = z.tuple([z.iso.date().refine((text) => /^[1-9]\d{3}-/.test(text)), memberId]);

/** Every address that isn't a member of this shop is the same to whoever asks. */
function found<T>(value: T | null | undefined): T {
  if (value == null) throw Response.json(null, { status: 404 });
  return value;
}

export const loader = forMerchant(async ({ shop, request, params }) => {
  const id = found(memberId.safeParse(params['id']).data);
  const { search, searchParams } = new URL(request.url);
  const before = memberId.safeParse(searchParams.get('before')).data ?? null;
  const [day, orderId] = lastBought.safeParse(searchParams.get('bought')?.split('_')).data ?? [];
  const bought = day && orderId ? { day, orderId } : null;
  const read = found(await readMember(shop, id, before, bought));
  // With the query, which holds a document's session token.
  if ('mergedInto' in read) return redirect(`/app/members/${read.mergedInto}${search}`);
  const { currency, timeZone } = shop;
  return { ...read, currency, timeZone, initial: shopInitial(shop), isFirstPage: before === null };
});

const requestKey = z.string().regex(/^[\w-]{8,64}$/);

const wantedAction = z.discriminatedUnion('do', [
  birthdayForm.extend({ do: z.literal('birthday'), requestKey }),
  birthdayForm.extend({ do: z.literal('life-date'), moment: rewardKey, requestKey }),
  z.object({
    do: z.literal('adjust'),
    unit: z.string().max(50),
    direction: z.enum(['add', 'remove']),
    amount: z.string().max(30),
    reason: z.string().max(2_000),
    // Pages that were open before it was there don't send it.
    note: z.string().max(2_000).default(''),
    requestKey,
    belowZero: z.boolean(),
  }),
  z.object({ do: z.literal('block'), blocked: z.boolean() }),
  z.object({
    do: z.literal('give-reward'),
    reward: z.string().max(50),
    reason: z.string().max(2_000),
    note: z.string().max(2_000),
    requestKey,
  }),
  z.object({ do: z.literal('take-back-gift'), cause: z.string().max(100), reason: z.string().max(2_000) }),
  z.object({ do: z.literal('take-back-reward'), voucher: memberId, reason: z.string().max(2_000) }),
]);

export const action = forMerchant(async ({ shop, userId, request, params }) => {
  const id = found(memberId.safeParse(params['id']).data);
  const asked = await parseBody(request, wantedAction);
  switch (asked.do) {
    case 'block':
      return Response.json(await blockMember(shop.id, id, asked.blocked));
    case 'give-reward': {
      const { reward: rewardKey, reason, note } = asked;
      const gift = { rewardKey, reason, note, requestKey: asked.requestKey, madeBy: userId };
      return Response.json(await giveByHand(shop.id, id, gift));
    }
    case 'take-back-reward': {
      const { voucher: voucherId, reason } = asked;
      return Response.json(await takeBack(shop.id, id, { voucherId, reason, userId }));
    }
    case 'take-back-gift': {
      const { cause, reason } = asked;
      return Response.json(await takeBackGift(shop.id, id, { cause, reason, userId }));
    }
    case 'birthday':
      return Response.json(await correctBirthday(shop, id, { ...asked, userId }));
    case 'life-date': {
      const { do: _, moment: momentKey, ...typed } = asked;
      return Response.json(await correctLifeDate(shop, id, { ...typed, momentKey, userId }));
    }
    case 'adjust': {
      const { direction, amount, ...wanted } = asked;
      const adjustment = { ...wanted, amount: typedAmount(direction, amount), madeBy: userId };
      return Response.json(await adjustMember(shop.id, id, adjustment));
    }
  }
});

export default function Member() {
  return <MemberPage {...useLoaderData<typeof loader>()} />;
}
