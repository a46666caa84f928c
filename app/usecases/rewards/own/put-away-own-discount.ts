// A voucher that nobody can use any more needs no discount: it goes, and what we know of it once a look shows that it did.
import { now } from '#app/clock.server.ts';
import { SOON_MS, isOnItsWay } from '#app/core/rewards/decide-release.ts';
import { pool } from '#app/db/pool.server.ts';
import {
  dropOwnDiscount,
  noteCounted,
  noteTended,
  type OwnDiscount,
} from '#app/db/rewards/own-discounts.server.ts';
import { noteShownUses } from '#app/db/rewards/shown-uses.server.ts';
import { findCode } from '#app/shopify/rewards/find-code.ts';
import { askOwnDiscounts } from './ask-own-discounts.ts';
import { deleteCodeOfOwn } from './delete-code-of-own.ts';
import type { OwnShop } from './tend-own-discounts.ts';

/** Throws a Failure when Shopify can't be asked. */
export async function putAwayOwnDiscount(shop: OwnShop, row: OwnDiscount): Promise<void> {
  if (row.state === 'releasing') return countUses(shop, row);
  const found = await findCode(shop.domain, row.code);
  if (found) await deleteCodeOfOwn(shop, row, found.discountId);
  else if (!row.openBatch && !isOnItsWay(row, now())) return dropOwnDiscount(pool(), shop.id, row.owner);
  await noteTended(pool(), shop.id, row, new Date(now().getTime() + SOON_MS));
}

/** Its release deletes it, and asks for this where nothing else says whether it was used. */
async function countUses(shop: OwnShop, row: OwnDiscount): Promise<void> {
  const { owner, code, countedAt, discountId } = row;
  const [shown] = await askOwnDiscounts(shop, discountId === null ? [] : [discountId]);
  if (shown?.used) await noteShownUses(pool(), shop.id, { owner, codes: [code], countedAt });
  if (shown) await noteCounted(pool(), shop.id, [owner]);
  await noteTended(pool(), shop.id, row, null);
}
