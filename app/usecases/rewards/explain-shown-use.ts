// A code that Shopify shows as used, and the order that used it: one that is stored, one that Shopify's search finds, or none.
import type { PoolClient } from 'pg';
import { now } from '#app/clock.server.ts';
import { survivorOf } from '#app/core/members/survivor-of.ts';
import { nextLook } from '#app/core/rewards/decide-release.ts';
import { decideShownUse, isWithinReach } from '#app/core/rewards/shown-use.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { lockMembers, touchMembers } from '#app/db/members/members.server.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import type { ShopToRelease } from '#app/db/rewards/releases.server.ts';
import { countAsUsed, lookLater, type ShownUsedVoucher } from '#app/db/rewards/shown-uses.server.ts';
import { lockVouchers } from '#app/db/rewards/vouchers.server.ts';
import { log } from '#app/log.server.ts';
import { readOrdersOfCode } from '../orders/read-orders-of-code.ts';
import { findLostUses } from './find-lost-uses.ts';
import { startRelease } from './start-release.ts';

/** `soon`: an order that is still to be read or applied says more. */
type Explained = 'soon' | 'by-none' | 'out-of-reach';

/** After a reconciliation that saw every order of that time. Throws a Failure when Shopify can't be asked. */
export async function explainShownUse(
  shop: ShopToRelease,
  { id, code, usedAfter }: Pick<ShownUsedVoucher, 'id' | 'code' | 'usedAfter'>,
): Promise<Explained> {
  const waits = async () => (await withTransaction((client) => findLostUses(client, shop.id, [id]))).size > 0;
  if (await waits()) return 'soon';
  if (!(await readOrdersOfCode(shop, code)) || (await waits())) return 'soon';
  return isWithinReach({ ...shop, usedAfter }) ? 'by-none' : 'out-of-reach';
}

/** Of a held one. Returns whether orders must be looked through first. Throws a Failure when Shopify can't be asked. */
export async function lookForUse(shop: ShopToRelease, voucher: ShownUsedVoucher): Promise<boolean> {
  const decided = decideShownUse({ ...shop, ...voucher });
  if (decided.step === 'wait') {
    await lookLater(pool(), shop.id, voucher.id, decided.lookAt);
    return decided.reconcile;
  }
  const explained = await explainShownUse(shop, voucher);
  const carryOut = { soon: null, 'by-none': giveUp, 'out-of-reach': settleAsUsed }[explained];
  if (!carryOut || !(await withTransaction((client) => carryOut(client, shop, voucher)))) {
    await lookLater(pool(), shop.id, voucher.id, nextLook(shop.now, voucher.shownUsedAt));
  }
  return false;
}

type OfMember = Pick<ShownUsedVoucher, 'id' | 'memberId'>;

/** Apps see no order of that age, so the count is believed. Returns false where the member was merged meanwhile: later, then. */
export async function settleAsUsed(
  client: PoolClient,
  shop: ShopToRelease,
  { id, memberId }: OfMember,
): Promise<boolean> {
  const survivorId = await lockOwner(client, shop.id, memberId);
  if (survivorId === null) return false;
  log.info({ shopDomain: shop.domain, voucher: id }, 'a code counts as used, by an order beyond reach');
  await countAsUsed(client, shop.id, id);
  await touchMembers(client, shop.id, [survivorId]);
  await enqueue(client, 'sync_members', { shopId: shop.id });
  return true;
}

/** No order that ever comes will say what became of it: it is taken out of the world, and its points come back. */
async function giveUp(client: PoolClient, shop: ShopToRelease, { id, memberId }: OfMember): Promise<boolean> {
  const survivorId = await lockOwner(client, shop.id, memberId);
  if (survivorId === null) return false;
  log.warn({ shopDomain: shop.domain, voucher: id }, 'a code was used, and no order says on what');
  await lockVouchers(client, shop.id, [id]);
  await startRelease(client, shop.id, { ids: [id], survivors: [survivorId] }, { why: 'unexplained' });
  return true;
}

async function lockOwner(client: PoolClient, shopId: number, memberId: string): Promise<string | null> {
  const locked = await lockMembers(client, shopId, { customerIds: [], memberIds: [memberId] }, now());
  const owner = locked.find(({ id }) => id === memberId);
  return survivorOf(owner, locked)?.id ?? null;
}
