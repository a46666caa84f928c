// Where we may read no theme, the merchant's browser is told by Shopify which blocks stand, and passes it on. It counts only
// as long as nothing better is to be had.
import { isDeepStrictEqual } from 'node:util';
import { now } from '#app/clock.server.ts';
import type { ThemeSeen } from '#app/core/storefront/theme-seen.ts';
import { followPlaces } from '#app/core/storefront/went-missing.ts';
import { withTransaction } from '#app/db/pool.server.ts';
import { lockTheme, saveTheme } from '#app/db/storefront/theme-seen.server.ts';

export type ToldByBrowser = Pick<ThemeSeen, 'places'> & { themeId: string | null };

/** @returns whether anything is known otherwise than before */
export async function hearBrowser(shopId: number, { places, themeId }: ToldByBrowser): Promise<boolean> {
  const at = now();
  return withTransaction(async (client) => {
    const before = await lockTheme(client, shopId);
    if (before.canRead) return false;
    const theme = themeId === null ? null : { id: themeId, name: nameOf(before.seen, themeId) };
    const seen: ThemeSeen = { v: 1, by: 'browser', theme, places, pages: [], unread: [] };
    const known = followPlaces(before.known, seen, at);
    await saveTheme(client, shopId, { ...before, seen, known, toldAt: at, trouble: null }, null);
    return !isDeepStrictEqual([before.seen, before.known.missing], [seen, known.missing]);
  });
}

/** Shopify tells a browser no names. */
function nameOf(before: ThemeSeen | null, themeId: string): string | null {
  return before?.theme?.id === themeId ? before.theme.name : null;
}
