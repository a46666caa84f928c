// Makes the customers' metafields match: reads the state now, writes 25 at a time, and marks what Shopify has.
import { now } from '#app/clock.server.ts';
import { dayIn } from '#app/core/days.ts';
import { projectMember } from '#app/core/project-member.ts';
import type { StampCard } from '#app/core/program-rules.ts';
import { MEMBER_METAFIELD } from '#app/core/projection.ts';
import { pool } from '#app/db/pool.server.ts';
import { publishedVersion, shopProgram } from '#app/db/programs.server.ts';
import { markGone, markSynced, unsyncedMembers, type UnsyncedMember } from '#app/db/sync.server.ts';
import { AdminRefused } from '#app/errors.ts';
import { log } from '#app/log.server.ts';
import { callAdmin } from '#app/shopify/admin.server.ts';
import { gid } from '#app/shopify/ids.ts';
import { setMetafields, type MetafieldInput } from '#app/shopify/operations/set-metafields.ts';

/** Shopify's limit of one `metafieldsSet`. */
const MOST_METAFIELDS = 25;

function metafield(member: UnsyncedMember, cards: readonly StampCard[]): MetafieldInput {
  return {
    ...MEMBER_METAFIELD,
    ownerId: gid('Customer', member.customerId),
    type: 'json',
    value: JSON.stringify(projectMember(member, cards)),
  };
}

/**
 * One atomic call: Shopify writes all or none. A member whose customer is gone is dropped and marked, the rest
 * tried again, so that one deleted customer never holds up the others.
 */
async function syncBatch(shopDomain: string, batch: readonly UnsyncedMember[], cards: readonly StampCard[]) {
  let rest = [...batch];
  while (rest.length > 0) {
    const { metafieldsSet } = await callAdmin(shopDomain, setMetafields, {
      metafields: rest.map((member) => metafield(member, cards)),
    });
    if (metafieldsSet.userErrors.length === 0) return markSynced(pool(), rest);
    const refused = new Set(metafieldsSet.userErrors.map(({ elementIndex }) => elementIndex));
    const gone = rest.filter((_, index) => refused.has(index));
    const [first] = metafieldsSet.userErrors;
    if (gone.length === 0)
      throw new AdminRefused(shopDomain, `metafieldsSet: ${first?.code} ${first?.message}`);
    for (const member of gone) await markGone(pool(), member.id, now());
    log.warn(
      { shop: shopDomain, members: gone.length, code: first?.code },
      'customers refused by Shopify left out',
    );
    rest = rest.filter((member) => !gone.includes(member));
  }
}

/** Returns when every member is synced. Throws a Failure when Shopify can't be told; nothing is lost then. */
export async function syncMembers(shopId: number): Promise<void> {
  for (;;) {
    const program = await shopProgram(pool(), shopId);
    if (!program) return;
    const today = dayIn(program.timeZone, now());
    const members = await unsyncedMembers(pool(), shopId, MOST_METAFIELDS, today);
    if (members.length === 0) return;
    await syncBatch(program.domain, members, publishedVersion(program).rules.cards);
    // Whoever changes from here on rings the bell again.
    if (members.length < MOST_METAFIELDS) return;
  }
}
