import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { MEMBER_FILTERS } from '#app/core/members/member-filters.ts';
import {
  findMembers,
  hasMembers,
  memberPage,
  type MemberCursor,
} from '#app/db/members/member-list.server.ts';
import { openRequests } from '#app/db/members/people-requests.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { publishedVersion, shopProgram } from '#app/db/program/programs.server.ts';
import { orResponse } from '#app/errors.ts';
import { MembersPage } from '#app/ui/members/members-page.tsx';
import { openApp } from '#app/usecases/shop/open-app.ts';

const id = z
  .string()
  .regex(/^\d{1,18}$/)
  .nullable()
  .catch(null);

/** An address that somebody has tampered with shows the first page. */
const query = z.object({
  filter: z.enum(MEMBER_FILTERS).catch('all'),
  q: z.string().trim().max(100).catch(''),
  after: id,
  before: id,
});

function cursorOf({ after, before }: z.infer<typeof query>): MemberCursor {
  if (before !== null) return { side: 'before', id: before };
  return after !== null ? { side: 'after', id: after } : null;
}

export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await orResponse(openApp(request));
  const { searchParams } = new URL(request.url);
  const asked = query.parse(
    Object.fromEntries(['filter', 'q', 'after', 'before'].map((name) => [name, searchParams.get(name)])),
  );
  const db = pool();
  const [page, program, requests, any] = await Promise.all([
    asked.q
      ? findMembers(db, shop.id, asked.q).then((members) => ({ members, hasPrevious: false, hasNext: false }))
      : memberPage(db, shop.id, asked.filter, cursorOf(asked)),
    shopProgram(db, shop.id),
    openRequests(db, shop.id, ['data'], 100),
    hasMembers(db, shop.id),
  ]);
  const rules = program ? publishedVersion(program).rules : null;
  return {
    ...{ ...page, filter: asked.filter, q: asked.q, timeZone: shop.timeZone, any },
    cards: rules?.cards.map(({ key, title, size }) => ({ key, title, size })) ?? [],
    openRequests: requests.length,
  };
}

export default function Members() {
  return <MembersPage {...useLoaderData<typeof loader>()} />;
}
