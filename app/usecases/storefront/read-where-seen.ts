// What the merchant's pages say of where customers see the program.
import { now } from '#app/clock.server.ts';
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
  /** Told so long ago that the page asks anew when it opens. */
  isOld: boolean;
  now: Date;
};

const OLD_MS = 5 * 60_000;

export async function readWhereSeen(shopId: number): Promise<WhereSeen> {
  const { seen, known, toldAt, canRead, trouble } = await themeOf(pool(), shopId);
  const at = now();
  const isOld = toldAt === null || at.getTime() - toldAt.getTime() > OLD_MS;
  return { seen, missing: known.missing, toldAt, canRead, trouble, isOld, now: at };
}
