// The program takes on a currency, with the same figures: at once while nothing was counted in another, and afterwards
// only because the merchant says so.
import type { PoolClient } from 'pg';
import { now } from '#app/clock.server.ts';
import { inCurrency } from '#app/core/program/in-currency.ts';
import { nextVersion } from '#app/core/program/next-version.ts';
import { upgradeRules } from '#app/core/program/upgrade-rules.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { withTransaction } from '#app/db/pool.server.ts';
import {
  insertVersion,
  lockDraft,
  publishedVersion,
  shopProgram,
  writeDraft,
} from '#app/db/program/programs.server.ts';
import { lockAskedShop, lookAtDiscountsAgain, setCurrency } from '#app/db/shop/shop-settings.server.ts';

/** The merchant says that the program counts in the shop's new currency. False where that isn't asked any more. */
export async function acceptNewCurrency(shopId: number, currency: string, userId: string): Promise<boolean> {
  return withTransaction(async (client) => {
    const shop = await lockAskedShop(client, shopId);
    if (!shop || shop.newCurrency !== currency) return false;
    await countInCurrency(client, shop, currency, userId);
    await lookAtDiscountsAgain(client, shopId);
    for (const job of ['sync_program', 'sync_discounts'] as const) await enqueue(client, job, { shopId });
    return true;
  });
}

/** The shop must be locked. Rules that mean another amount of minor units now become a version of their own. */
export async function countInCurrency(
  client: PoolClient,
  shop: { id: number; currency: string },
  currency: string,
  publishedBy: string,
): Promise<void> {
  const stored = await lockDraft(client, shop.id);
  const program = await shopProgram(client, shop.id);
  if (!stored || !program) return;
  await setCurrency(client, shop.id, currency);
  const before = publishedVersion(program);
  const rules = inCurrency(before.rules, shop.currency, currency);
  if (rules === before.rules) return;
  await writeDraft(client, shop.id, inCurrency(upgradeRules(stored.draft), shop.currency, currency));
  await insertVersion(client, shop.id, { ...nextVersion(before, rules, now()), publishedBy });
}
