import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { MEMBER_FILTERS, MEMBER_SORTS, NEWEST_FIRST } from '#app/core/members/member-filters.ts';
import { MembersPage } from '#app/ui/members/members-page.tsx';
import { readMembers } from '#app/usecases/members/read-members.ts';
import { forMerchant } from './merchant/for-merchant.ts';

const placeInList = z
  .string()
  .regex(/^-?\d{1,15}_\d{1,18}$/)
  .transform((text) => ({ place: text.split('_')[0] ?? '', id: text.split('_')[1] ?? '' }))
  .nullable()
  .catch(null);

/** An address that somebody has tampered with shows the first page. */
const query = z.object({
  filter: z.enum(MEMBER_FILTERS).catch('all'),
  sort: z.enum(MEMBER_SORTS).catch(NEWEST_FIRST),
  q: z
    .string()
    .trim()
    .max(100)
    .regex(/^[^\0]*$/)
    .catch(''),
  after: placeInList,
  before: placeInList,
});

export const loader = forMerchant(async ({ shop, request }) => {
  const { searchParams } = new URL(request.url);
  const { before, after, ...asked } = query.parse(
    Object.fromEntries(
      ['filter', 'sort', 'q', 'after', 'before'].map((name) => [name, searchParams.get(name)]),
    ),
  );
  const cursor = before
    ? { side: 'before' as const, ...before }
    : after && { side: 'after' as const, ...after };
  return { ...(await readMembers(shop, { ...asked, cursor })), ...asked, timeZone: shop.timeZone };
});

export default function Members() {
  return <MembersPage {...useLoaderData<typeof loader>()} />;
}
