// Takes the code of one voucher out of the world: with its discount, or out of the pool in which it was made.
import { now } from '#app/clock.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { isPoolDiscount } from '#app/db/rewards/own-discounts.server.ts';
import { log } from '#app/log.server.ts';
import { callPatiently } from '#app/shopify/admin-api/call-patiently.ts';
import { gid } from '#app/shopify/admin-api/ids.ts';
import { deleteCodes } from '#app/shopify/rewards/code-pool.ts';
import { deleteCodeDiscount } from '#app/shopify/rewards/write-reward-discount.ts';
import { CODE_DISCOUNT_NODE } from '../ask-reward-discounts.ts';
import { idOfCode } from '../id-of-code.ts';

type Shop = { id: number; domain: string };
type OfVoucher = { code: string; codeId: string | null };

/** @param discountId of whatever has the code now. Asked as often as it takes: that it is gone is looked up. */
export async function deleteCodeOfOwn(
  shop: Shop,
  { code, codeId }: OfVoucher,
  discountId: string,
): Promise<void> {
  if (!(await isPoolDiscount(pool(), shop.id, discountId))) return deleteOwn(shop, discountId);
  const id = await idOfCode(shop.domain, { code, codeId, discountId, releasingSince: now() });
  const refusal = id === null ? null : await deleteCodes(shop.domain, discountId, [id]);
  if (refusal) log.warn({ shopDomain: shop.domain, said: refusal.message }, 'a code could not be deleted');
}

/** One that is gone already is no matter. */
export async function deleteOwn(shop: Shop, discountId: string): Promise<void> {
  const id = gid(CODE_DISCOUNT_NODE, discountId);
  const { discountCodeDelete: answer } = await callPatiently(shop.domain, deleteCodeDiscount, { id });
  const [refusal] = answer.userErrors;
  if (refusal) log.info({ shopDomain: shop.domain, discountId, said: refusal.message }, 'not deleted');
}
