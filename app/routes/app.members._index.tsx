import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { MEMBER_FILTERS } from '#app/core/members/member-filters.ts';
import { MembersPage } from '#app/ui/members/members-page.tsx';
import { readMembers } from '#app/usecases/members/read-members.ts';
import { forMerchant } from './merchant/for-merchant.ts';

const id = z
  .string()
  .regex(/^\d{1,18}$/)
  .nullable()
  .catch(null);

/** An address that somebody has tampered with shows the first page. */
const query = z.object({
  filter: z.enum(MEMBER_FILTERS).catch('all'),
  q: z
    .string()
    .trim()
    .max(100)
    .regex(/^[^\0]*$/)
    .catch(''),
  after: id,
  before: id,
});

export const loader = forMerchant(async ({ shop, request }) => {
  const { searchParams } = new URL(request.url);
  const asked = query.parse(
    Object.fromEntries(['filter', 'q', 'after', 'before'].map((name) => [name, searchParams.get(name)])),
  );
  const { filter, q } = asked;
  return { ...(await readMembers(shop, asked)), filter, q, timeZone: shop.timeZone };
});

export default function Members() {
  return <MembersPage {...useLoaderData<typeof loader>()} />;
}
