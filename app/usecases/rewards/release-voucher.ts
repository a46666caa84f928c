// One step of a voucher on its way back: look for the code, delete it, wait, look again, give back what it cost.
import type { PoolClient } from 'pg';
import { now } from '#app/clock.server.ts';
import { survivorOf } from '#app/core/members/survivor-of.ts';
import { decideRelease, isOnItsWay, needsLook, nextLook } from '#app/core/rewards/decide-release.ts';
import { isWithinReach } from '#app/core/rewards/shown-use.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { lockMembers, touchMembers } from '#app/db/members/members.server.ts';
import { pool, withTransaction, type Queryable } from '#app/db/pool.server.ts';
import {
  endRelease,
  noteLook,
  type DueRelease,
  type ShopToRelease,
} from '#app/db/rewards/releases.server.ts';
import { doubtOwnDiscount } from '#app/db/rewards/own-discounts.server.ts';
import { flagVouchers } from '#app/db/rewards/voucher-uses.server.ts';
import { log } from '#app/log.server.ts';
import { deleteCodes } from '#app/shopify/rewards/code-pool.ts';
import { findCode } from '#app/shopify/rewards/find-code.ts';
import { explainShownUse, settleAsUsed } from './explain-shown-use.ts';
import { findLostUses } from './find-lost-uses.ts';
import { idOfCode } from './id-of-code.ts';
import { deleteCodeOfOwn } from './own/delete-code-of-own.ts';
import { settleVouchers } from './settle-vouchers.ts';

/** Returns whether orders must be looked through before it can go on. Throws a Failure when Shopify can't be asked. */
export async function releaseVoucher(shop: ShopToRelease, due: DueRelease): Promise<boolean> {
  const times = { ...due, now: shop.now, reconciledThrough: shop.reconciledThrough };
  const found = needsLook(times) ? await lookFor(shop, due) : null;
  const there = found !== null;
  if (there && !isCounted(shop, due)) {
    await withTransaction((client) => ringCount(client, shop.id, due));
    await noteLook(pool(), shop.id, due.id, { goneSince: null, lookAt: later(shop, due) });
    return false;
  }
  const openBatch = due.openBatch || (due.isOwn && isOnItsWay(due, shop.now));
  const decided = decideRelease({ ...times, there, openBatch });
  switch (decided.step) {
    case 'delete':
      await deleteAtShopify(shop, due, found);
      await noteLook(pool(), shop.id, due.id, { goneSince: null, lookAt: decided.lookAt });
      return false;
    case 'wait':
      await noteLook(pool(), shop.id, due.id, decided);
      return decided.reconcile;
    case 'release':
      await finish(shop, due);
      return false;
  }
}

const later = ({ now: seenAt }: ShopToRelease, { releasingSince }: DueRelease): Date =>
  nextLook(seenAt, releasingSince);

/**
 * An order so old that Shopify tells it to nobody may have used it: then the count of its uses is all there is, and a code that is
 * gone has none. They are counted once a day.
 */
function isCounted(shop: ShopToRelease, { heldAt, countedAt }: DueRelease): boolean {
  const usedAfter = countedAt !== null && countedAt > heldAt ? countedAt : heldAt;
  return isWithinReach({ ...shop, usedAfter });
}

/** Where Shopify has shown it as used, the order is looked for first. */
async function finish(shop: ShopToRelease, due: DueRelease): Promise<void> {
  const { usedAfter } = due;
  const explained = usedAfter === null ? null : await explainShownUse(shop, { ...due, usedAfter });
  if (explained === 'soon') return postpone(pool(), shop, due);
  const settle = explained === 'out-of-reach' ? settleAsUsed : end;
  await withTransaction(async (client) => {
    if (!(await settle(client, shop, due))) await postpone(client, shop, due);
  });
}

const postpone = (db: Queryable, shop: ShopToRelease, due: DueRelease): Promise<void> =>
  noteLook(db, shop.id, due.id, { goneSince: due.goneSince, lookAt: later(shop, due) });

/** Under another's discount it is another's code: ours is gone. Where it has a discount of its own, whatever has it is ours. */
async function lookFor(
  { domain }: ShopToRelease,
  { code, discountId, isOwn }: DueRelease,
): Promise<string | null> {
  const found = await findCode(domain, code);
  return found !== null && (isOwn || found.discountId === discountId) ? found.discountId : null;
}

async function ringCount(client: PoolClient, shopId: number, { isOwn, discountId }: DueRelease) {
  if (isOwn && discountId !== null) await doubtOwnDiscount(client, shopId, discountId);
  await enqueue(client, isOwn ? 'own_discounts' : 'fill_codes', { shopId });
}

/** Asked as often as it takes: Shopify does it later, or says so and doesn't. */
async function deleteAtShopify(
  { id, domain }: ShopToRelease,
  due: DueRelease,
  found: string | null,
): Promise<void> {
  if (due.isOwn && found !== null) return deleteCodeOfOwn({ id, domain }, due, found);
  if (due.discountId === null) return;
  const codeId = await idOfCode(domain, due);
  const refusal = codeId === null ? null : await deleteCodes(domain, due.discountId, [codeId]);
  if (refusal === null && codeId !== null) return;
  log.warn({ shopDomain: domain, voucher: due.id, said: refusal?.message }, 'a code could not be deleted');
}

/**
 * An order that names the code and isn't applied yet, or was without its use, decides first; it has a bell of its own. Returns
 * whether it is over.
 */
async function end(client: PoolClient, { id: shopId }: ShopToRelease, due: DueRelease): Promise<boolean> {
  const memberIds = [due.memberId];
  const locked = await lockMembers(client, shopId, { customerIds: [], memberIds }, now());
  const survivor = survivorOf(
    locked.find(({ id }) => id === due.memberId),
    locked,
  );
  const waits = (await findLostUses(client, shopId, [due.id])).size > 0;
  if (!survivor || waits || !(await endRelease(client, shopId, due))) return false;
  await settleVouchers(client, shopId, { voucherIds: [due.id], memberIds, at: now() });
  if (due.shownUsedAt !== null) {
    await flagVouchers(client, shopId, [{ voucherId: due.id, flag: 'unexplained' }]);
  }
  await touchMembers(client, shopId, [survivor.id]);
  await enqueue(client, 'sync_members', { shopId });
  return true;
}
