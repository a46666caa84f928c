// All members of a filter or a search, page by page, for a file: as they are when their page is read. Names as Shopify gives
// them. Once nobody waits for the file, nothing more is read.
import { MOST_NAMED_MEMBERS } from '#app/core/members/member-filters.ts';
import {
  countMembers,
  memberPage,
  type ListedMember,
  type MemberCursor,
} from '#app/db/members/member-list.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { log } from '#app/log.server.ts';
import { askByIds } from '#app/shopify/admin-api/ask-by-ids.ts';
import { gid } from '#app/shopify/admin-api/ids.ts';
import { customerNames } from '#app/shopify/members/customer-names.ts';
import { namesOf, type Names } from './ask-customer-names.ts';
import { readMembers, whichMembers, type ShopOfMembers, type WantedMembers } from './read-members.ts';

/** As many as Shopify tells the names of at once. */
const PAGE = 250;

export type ExportedPage = { members: ListedMember[]; names: Names };

export async function* exportMembers(
  shop: ShopOfMembers,
  wanted: Omit<WantedMembers, 'cursor'>,
  signal?: AbortSignal,
): AsyncGenerator<ExportedPage> {
  if (wanted.q !== '') {
    const { members } = await readMembers(shop, { ...wanted, cursor: null });
    yield { members, names: await namesFor(shop, members) };
    return;
  }
  const which = whichMembers(shop, wanted);
  const isNamed = (await countMembers(pool(), shop.id, which)) <= MOST_NAMED_MEMBERS;
  for (let cursor: MemberCursor = null; ;) {
    const { members, hasNext } = await memberPage(pool(), shop.id, { ...which, cursor, size: PAGE });
    yield { members, names: isNamed ? await namesFor(shop, members) : {} };
    const last = members.at(-1);
    if (!hasNext || !last || signal?.aborted) return;
    cursor = { side: 'after', place: last.place, id: last.id };
  }
}

/** Waits for Shopify's bucket a few seconds; whom it didn't tell by then is without a name. */
async function namesFor(shop: ShopOfMembers, members: readonly ListedMember[]): Promise<Names> {
  const ids = members.map(({ customerId }) => gid('Customer', customerId));
  const names: Names = {};
  const failure = await askByIds(shop.domain, customerNames, ids, {
    mostIds: PAGE,
    take: ({ nodes }) => void Object.assign(names, namesOf(nodes)),
  });
  if (failure)
    log.info({ shopDomain: shop.domain, code: failure.code }, 'members are exported without names');
  return names;
}
