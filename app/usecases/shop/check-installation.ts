// Something hinted that the app was uninstalled, that its scopes changed, or that the shop is to be erased. Only what
// Shopify answers to the shop's own token counts.
import { isDeepStrictEqual } from 'node:util';
import type { PoolClient } from 'pg';
import { now } from '#app/clock.server.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { dropRequests } from '#app/db/members/people-requests.server.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import {
  endHint,
  hintedShop,
  noteShutOut,
  settleHints,
  type HintedShop,
} from '#app/db/shop/installation-hints.server.ts';
import { lockShop, setSessionScope, type ShopStanding } from '#app/db/shop/shops.server.ts';
import { noteThemeAccess } from '#app/db/storefront/theme-seen.server.ts';
import { log } from '#app/log.server.ts';
import { THEME_SCOPE } from '../storefront/import-theme.ts';
import { askInstallation, type Installation } from './ask-installation.ts';
import { uninstallShop } from './uninstall-shop.ts';

/** So long a hint stays although Shopify says that all is as it was: its own servers may not agree at once. */
const DOUBT_MS = 2 * 60_000;

/** So long Shopify must have shut the app out, whenever it was asked, before the app counts as gone. */
const SHUT_OUT_MS = 5 * 60_000;

/** Safe to run twice and in parallel. Throws a Failure while Shopify can't be asked: the hint stays, and rings again. */
export async function checkInstallation(shopId: number): Promise<void> {
  const shop = await hintedShop(pool(), shopId);
  if (!shop) return;
  const askedAt = now();
  const found = await askInstallation(shop.domain);
  await withTransaction(async (client) => {
    const standing = await lockShop(client, shop.domain);
    if (!standing || standing.id !== shopId) return;
    if (await isHintedElse(client, shopId, shop)) return enqueue(client, 'check_installation', { shopId });
    if (found.state === 'installed') await stays(client, standing, found, shop);
    else if (isOver(standing, askedAt)) await enqueue(client, 'check_installation', { shopId });
    else if (found.state === 'shut-out' && !isShutOutForLong(shop, askedAt)) {
      await noteShutOut(client, shopId, shop.shutOutSince ?? askedAt);
    } else await goes(client, standing, askedAt);
  });
}

/** Another answer, or another hint, came between: this one may be the older. */
async function isHintedElse(client: PoolClient, shopId: number, asked: HintedShop): Promise<boolean> {
  return !isDeepStrictEqual(await hintedShop(client, shopId), asked);
}

/** The answer is of a token that was replaced meanwhile: the merchant was here. */
function isOver({ installedAt, tokenGivenAt }: ShopStanding, askedAt: Date): boolean {
  return installedAt >= askedAt || (tokenGivenAt !== null && tokenGivenAt >= askedAt);
}

/** Until then the hint stays, and rings. */
function isShutOutForLong({ shutOutSince }: HintedShop, askedAt: Date): boolean {
  return shutOutSince !== null && askedAt.getTime() - shutOutSince.getTime() >= SHUT_OUT_MS;
}

async function stays(
  client: PoolClient,
  { id, domain }: ShopStanding,
  { scopes }: Extract<Installation, { state: 'installed' }>,
  { hintedAt, shutOutSince }: HintedShop,
): Promise<void> {
  await setSessionScope(client, domain, scopes.join(','));
  await noteThemeAccess(client, id, scopes.includes(THEME_SCOPE), now());
  if (shutOutSince !== null) await noteShutOut(client, id, null);
  await settleHints(client, domain, ['app/scopes_update'], { outcome: 'done', reason: null });
  if (now().getTime() - hintedAt.getTime() < DOUBT_MS) return;
  const reason = 'Shopify says that the app is installed';
  const told = await settleHints(client, domain, ['app/uninstalled', 'shop/redact'], {
    outcome: 'ignored',
    reason,
  });
  await dropRequests(client, id, 'erase-shop', now());
  await endHint(client, id, hintedAt);
  if (told > 0) log.warn({ shopId: id, told }, 'an uninstall was told of a shop that has the app');
}

async function goes(client: PoolClient, { id, domain }: ShopStanding, at: Date): Promise<void> {
  await uninstallShop(client, id, at);
  await settleHints(client, domain, ['app/uninstalled', 'app/scopes_update'], {
    outcome: 'done',
    reason: null,
  });
  log.info({ shopId: id }, 'a shop has uninstalled');
}
