// "'Winter sale' is my own after all", or the card's: an answer is changed for every order that bears the name, past and to
// come. Whatever was decided of single orders gives way to it. The same answer twice changes nothing.
import type { PoolClient } from 'pg';
import { now } from '#app/clock.server.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { withTransaction } from '#app/db/pool.server.ts';
import { isSaid, sayCardTitles, unsayCardTitle } from '#app/db/stamps/card-titles.server.ts';
import {
  cardsAskedOf,
  decideName,
  lockOrdersNaming,
  touchOrders,
} from '#app/db/stamps/discount-names.server.ts';

type NameChange = { title: string; isOwn: boolean; decidedBy: string };
type Refused = { ok: false; field: null; reason: 'no-flag' };
type ChangeResult = { ok: true } | Refused;

export async function changeDiscountName(shopId: number, change: NameChange): Promise<ChangeResult> {
  const done = await withTransaction((client) => changeName(client, shopId, change));
  // An order that was told while the answer changed may have been applied by the one before.
  if (done.ok && done.changed) {
    await withTransaction(async (client) => {
      await applyAgain(client, shopId, await lockOrdersNaming(client, shopId, change.title));
    });
  }
  return done.ok ? { ok: true } : done;
}

async function changeName(
  client: PoolClient,
  shopId: number,
  change: NameChange,
): Promise<{ ok: true; changed: boolean } | Refused> {
  const { title, isOwn } = change;
  const orderIds = await lockOrdersNaming(client, shopId, title);
  const asked = await cardsAskedOf(client, shopId, title);
  if (asked.length === 0) return { ok: false, field: null, reason: 'no-flag' };
  if ((await isSaid(client, shopId, title)) === !isOwn) return { ok: true, changed: false };
  if (isOwn) await unsayCardTitle(client, shopId, title);
  else await sayCardTitles(client, shopId, asked, now());
  await decideName(client, shopId, change, now());
  await applyAgain(client, shopId, orderIds);
  return { ok: true, changed: true };
}

async function applyAgain(client: PoolClient, shopId: number, orderIds: readonly string[]): Promise<void> {
  await touchOrders(client, shopId, orderIds);
  await enqueue(client, 'apply_orders', { shopId });
}
