import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { birthdayForm } from '#app/core/moments/birthday-form.ts';
import { memberDetail, memberEntries, memberOrders } from '#app/db/members/member-page.server.ts';
import { openDataRequestIds } from '#app/db/members/people-requests.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { publishedVersion, shopProgram } from '#app/db/program/programs.server.ts';
import { orResponse } from '#app/errors.ts';
import { keepWhatWasTyped, revalidateUnlessRefused } from '#app/ui/form/keep-what-was-typed.ts';
import { MemberPage } from '#app/ui/members/member/member-page.tsx';
import { adjustMember } from '#app/usecases/members/adjust-member.ts';
import { correctBirthday } from '#app/usecases/moments/correct-birthday.ts';
import { blockMember } from '#app/usecases/members/block-member.ts';
import { openApp } from '#app/usecases/shop/open-app.ts';
import { readMemberBirthday } from '#app/usecases/moments/read-member-birthday.ts';

export const clientAction = keepWhatWasTyped;
export const shouldRevalidate = revalidateUnlessRefused;

const memberId = z.string().regex(/^\d{1,18}$/);

/** Every address that isn't a member of this shop is the same to whoever asks. */
function found<T>(value: T | null | undefined): T {
  if (value == null) throw Response.json(null, { status: 404 });
  return value;
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { shop } = await orResponse(openApp(request));
  const id = found(memberId.safeParse(params['id']).data);
  const member = found(await memberDetail(pool(), shop.id, id));
  const { search, searchParams } = new URL(request.url);
  // With the query, which holds a document's session token.
  if (member.mergedIntoId !== null) return redirect(`/app/members/${member.mergedIntoId}${search}`);
  const before = memberId.safeParse(searchParams.get('before')).data ?? null;
  const [history, orders, program, requests] = await Promise.all([
    memberEntries(pool(), shop.id, id, before),
    memberOrders(pool(), shop.id, id),
    shopProgram(pool(), shop.id),
    openDataRequestIds(pool(), shop.id, member.customerId),
  ]);
  const { cards, names, occasions } = publishedVersion(found(program)).rules;
  const { currency, timeZone } = shop;
  const birthdayGift = occasions.find(({ kind }) => kind === 'birthday') ?? null;
  const birthday = await readMemberBirthday(shop, member, birthdayGift);
  const asked = { dataRequested: requests.length > 0, isFirstPage: before === null };
  return { member, birthday, birthdayGift, orders, ...history, names, currency, timeZone, ...asked, cards };
}

const requestKey = z.string().regex(/^[\w-]{8,64}$/);

const wantedAction = z.discriminatedUnion('do', [
  birthdayForm.extend({ do: z.literal('birthday'), requestKey }),
  z.object({
    do: z.literal('adjust'),
    unit: z.string().max(50),
    direction: z.enum(['add', 'remove']),
    amount: z.string().max(30),
    reason: z.string().max(2_000),
    requestKey,
    belowZero: z.boolean(),
  }),
  z.object({ do: z.literal('block'), blocked: z.boolean() }),
]);

/** "1 000" and "1,000" are as good as "1000"; what is no whole number is NaN, and refused beside its field. */
function wholeNumber(typed: string): number {
  const digits = typed.replaceAll(/[\s,.\u00a0\u202f](?=\d{3}(?:\D|$))/g, '').trim();
  return /^\d+$/.test(digits) ? Number(digits) : NaN;
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { shop, userId } = await orResponse(openApp(request));
  const id = found(memberId.safeParse(params['id']).data);
  const asked = wantedAction.safeParse(await request.json());
  if (!asked.success) return Response.json({ ok: false, reason: 'not-saved' }, { status: 422 });
  if (asked.data.do === 'block') return Response.json(await blockMember(shop.id, id, asked.data.blocked));
  if (asked.data.do === 'birthday') {
    return Response.json(await correctBirthday(shop, id, { ...asked.data, userId }));
  }
  const { direction, amount: typed, ...wanted } = asked.data;
  const amount = direction === 'remove' ? -wholeNumber(typed) : wholeNumber(typed);
  return Response.json(await adjustMember(shop.id, id, { ...wanted, amount, madeBy: userId }));
}

export default function Member() {
  return <MemberPage {...useLoaderData<typeof loader>()} />;
}
