// Takes numbers away that Shopify has of members and shouldn't have: switched off, or of whoever is left out by now.
import type { MemberNumber } from '#app/core/notices/member-numbers.ts';
import { AdminRefused } from '#app/errors.ts';
import { callAdmin } from '#app/shopify/admin-api/admin.server.ts';
import { gid } from '#app/shopify/admin-api/ids.ts';
import { deleteMetafields } from '#app/shopify/notices/delete-metafields.ts';
import { NUMBERS_NAMESPACE } from '#app/shopify/storefront/metafields.ts';

type Dropping = { member: { customerId: string }; droppedNumbers: readonly MemberNumber[] };

/** Of members that were just written in one call, so these fit into one as well. Throws a Failure where Shopify refuses one of them. */
export async function dropNumbers(shop: { domain: string }, batch: readonly Dropping[]): Promise<void> {
  const metafields = batch.flatMap(({ member, droppedNumbers }) =>
    droppedNumbers.map((key) => ({
      ownerId: gid('Customer', member.customerId),
      namespace: NUMBERS_NAMESPACE,
      key,
    })),
  );
  if (metafields.length === 0) return;
  const { metafieldsDelete } = await callAdmin(shop.domain, deleteMetafields, { metafields });
  const [refused] = metafieldsDelete.userErrors;
  if (refused) throw new AdminRefused(shop.domain, `metafieldsDelete: ${refused.message}`);
}
