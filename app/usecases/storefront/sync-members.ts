// Makes the customers' metafields match: reads the state now, writes as many members as one call takes, and marks what
// Shopify has.
import { now } from '#app/clock.server.ts';
import { dayIn } from '#app/core/values/days.ts';
import { projectStamps } from '#app/core/storefront/project-cards.ts';
import { projectMember } from '#app/core/storefront/project-member.ts';
import type { StampCard } from '#app/core/program/card-rules.ts';
import { MEMBER_METAFIELD, STAMPS_METAFIELD } from '#app/shopify/storefront/metafields.ts';
import { SYNC_LEASE, withLease } from '#app/db/lease.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { publishedVersion, shopProgram } from '#app/db/program/programs.server.ts';
import {
  markGone,
  markSynced,
  placeOfShop,
  unsyncedMembers,
  type UnsyncedMember,
} from '#app/db/storefront/sync.server.ts';
import { AdminRefused } from '#app/errors.ts';
import { log } from '#app/log.server.ts';
import { callAdmin } from '#app/shopify/admin-api/admin.server.ts';
import { gid } from '#app/shopify/admin-api/ids.ts';
import { setMetafields, type MetafieldInput } from '#app/shopify/admin-api/set-metafields.ts';

/** Shopify's limit of one `metafieldsSet`. */
const MOST_METAFIELDS = 25;
const METAFIELDS_OF_A_MEMBER = 2;
/** Both metafields of a member are written together: the page and the cart never say different things. */
export const MEMBERS_A_CALL = Math.floor(MOST_METAFIELDS / METAFIELDS_OF_A_MEMBER);

function metafieldsOf(member: UnsyncedMember, cards: readonly StampCard[]): MetafieldInput[] {
  const of = { ownerId: gid('Customer', member.customerId), type: 'json' } as const;
  return [
    { ...MEMBER_METAFIELD, ...of, value: JSON.stringify(projectMember(member, cards)) },
    { ...STAMPS_METAFIELD, ...of, value: JSON.stringify(projectStamps(member, cards)) },
  ];
}

/**
 * One atomic call: Shopify writes all or none. A member whose customer is gone is dropped and marked, the rest stays to be
 * written, so that one deleted customer never holds up the others.
 * @returns whether any of them stays to be written
 */
async function syncBatch(
  shopDomain: string,
  batch: readonly UnsyncedMember[],
  cards: readonly StampCard[],
): Promise<boolean> {
  const { metafieldsSet } = await callAdmin(shopDomain, setMetafields, {
    metafields: batch.flatMap((member) => metafieldsOf(member, cards)),
  });
  const { userErrors } = metafieldsSet;
  if (userErrors.length === 0) return markSynced(pool(), batch);
  const refused = new Set(
    userErrors.map(({ elementIndex }) => Math.floor((elementIndex ?? NaN) / METAFIELDS_OF_A_MEMBER)),
  );
  const gone = batch.filter((_, index) => refused.has(index));
  const [first] = userErrors;
  if (gone.length === 0)
    throw new AdminRefused(shopDomain, `metafieldsSet: ${first?.code} ${first?.message}`);
  for (const member of gone) await markGone(pool(), member.id, now());
  log.warn(
    { shop: shopDomain, members: gone.length, code: first?.code },
    'customers refused by Shopify left out',
  );
  return true;
}

/**
 * Writes the next members. The program is read after them: of a publish in between, they show the new and stay behind.
 * @returns whether there may be more; whoever changes from here on rings the bell again
 */
async function syncNext(shopId: number, timeZone: string): Promise<boolean> {
  const members = await unsyncedMembers(pool(), shopId, MEMBERS_A_CALL, dayIn(timeZone, now()));
  const program = members.length > 0 ? await shopProgram(pool(), shopId) : null;
  if (!program) return false;
  const behind = await syncBatch(program.domain, members, publishedVersion(program).rules.cards);
  return behind || members.length === MEMBERS_A_CALL;
}

/** Returns when every member is synced. Throws a Failure when Shopify can't be told; nothing is lost then. */
export async function syncMembers(shopId: number): Promise<void> {
  const shop = await placeOfShop(pool(), shopId);
  if (!shop) return;
  const holding = { key: shop.id, domain: shop.domain };
  let more = true;
  while (more) more = await withLease(SYNC_LEASE, holding, now, () => syncNext(shopId, shop.timeZone));
}
