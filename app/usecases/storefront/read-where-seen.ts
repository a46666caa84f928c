// What the merchant's pages say of where customers see the program.
import type { ThemeSeen } from '#app/core/storefront/theme-seen.ts';
import type { MissingPlace } from '#app/core/storefront/went-missing.ts';
import { pool } from '#app/db/pool.server.ts';
import { themeOf, type ThemeTrouble } from '#app/db/storefront/theme-seen.server.ts';

export type WhereSeen = {
  /** Null until somebody told. */
  seen: ThemeSeen | null;
  missing: MissingPlace[];
  toldAt: Date | null;
  /** Whether the merchant lets us read the theme. */
  canRead: boolean;
  trouble: ThemeTrouble | null;
};

export async function readWhereSeen(shopId: number): Promise<WhereSeen> {
  const { seen, known, toldAt, canRead, trouble } = await themeOf(pool(), shopId);
  return { seen, missing: known.missing, toldAt, canRead, trouble };
}
