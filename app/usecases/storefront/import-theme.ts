// The theme is read: once a day, a moment after Shopify told of a change, when the merchant lets us, and when they come back
// from the theme editor, of which Shopify tells nothing.
import { isDeepStrictEqual } from 'node:util';
import { now } from '#app/clock.server.ts';
import { followPlaces } from '#app/core/storefront/went-missing.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import { askedShop } from '#app/db/shop/shop-settings.server.ts';
import { lockTheme, saveTheme, themeOf, type ThemeRow } from '#app/db/storefront/theme-seen.server.ts';
import { callPatiently } from '#app/shopify/admin-api/call-patiently.ts';
import { themeAccess } from '#app/shopify/storefront/theme-access.ts';
import { askTheme, type AskedTheme } from './ask-theme.ts';
import { subscribeToThemeNews } from './subscribe-to-themes.ts';

export const THEME_SCOPE = 'read_themes';

/** Many changes at once, as a merchant makes who saves again and again, are read once. */
export const QUIET_MS = 20_000;
const DAY_MS = 24 * 60 * 60_000;
/** After what comes to nothing: Shopify still makes the theme ready, or refuses what the merchant grants. */
const AGAIN_MS = { processing: 5 * 60_000, refused: 60 * 60_000 };

type Asked = AskedTheme | { state: 'not-granted' };

/**
 * Safe to run twice and in parallel. Throws a Failure where Shopify can't be asked.
 * @returns whether anything is known otherwise than before
 */
export async function importTheme(shopId: number): Promise<boolean> {
  const shop = await askedShop(pool(), shopId);
  if (!shop) return false;
  const { rev } = await themeOf(pool(), shopId);
  const askedAt = now();
  const asked = await ask(shop.domain);
  return withTransaction(async (client) => {
    const known = await lockTheme(client, shopId);
    // Somebody asked after us, and wrote first.
    if (known.askedAt && known.askedAt > askedAt) return false;
    const next = { ...followed(known, asked, askedAt), askedAt, readRev: rev };
    await saveTheme(client, shopId, next, dueAfter(asked, askedAt, known.rev > rev));
    return differs(known, next);
  });
}

async function ask(domain: string): Promise<Asked> {
  const { currentAppInstallation, webhookSubscriptions } = await callPatiently(domain, themeAccess, {});
  const { accessScopes, app } = currentAppInstallation;
  if (!accessScopes.some(({ handle }) => handle === THEME_SCOPE)) return { state: 'not-granted' };
  // Nothing would be recognized as ours.
  if (app.handle === null) return { state: 'refused' };
  const asked = await askTheme(domain, app.handle);
  if (asked.state !== 'refused') await subscribeToThemeNews(domain, webhookSubscriptions.nodes);
  return asked;
}

/** What can't be read leaves what was known before as it is. */
function followed(known: ThemeRow, asked: Asked, at: Date): ThemeRow {
  if (asked.state === 'read') {
    const { seen } = asked;
    return {
      ...known,
      seen,
      known: followPlaces(known.known, seen, at),
      toldAt: at,
      canRead: true,
      trouble: null,
    };
  }
  if (asked.state === 'not-granted') return { ...known, canRead: false, trouble: null };
  return { ...known, canRead: true, trouble: asked.state };
}

function dueAfter({ state }: Asked, at: Date, changedMeanwhile: boolean): Date | null {
  if (state === 'not-granted') return null;
  if (changedMeanwhile) return new Date(at.getTime() + QUIET_MS);
  return new Date(at.getTime() + (state === 'processing' || state === 'refused' ? AGAIN_MS[state] : DAY_MS));
}

/** The instant is no news. */
function differs(before: ThemeRow, after: ThemeRow): boolean {
  const told = ({ seen, known, canRead, trouble }: ThemeRow) => [seen, known.missing, canRead, trouble];
  return !isDeepStrictEqual(told(before), told(after));
}
