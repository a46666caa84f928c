// What Shopify told of a shop's theme, and when it is to be asked next.
import { themeSeenSchema, type ThemeSeen } from '#app/core/storefront/theme-seen.ts';
import { NOTHING_KNOWN, placesKnownSchema, type PlacesKnown } from '#app/core/storefront/went-missing.ts';
import type { Queryable } from '../pool.server.ts';

/** Why the theme couldn't be read: there is none, it is still being made ready, or Shopify refused. */
export const THEME_TROUBLES = ['none', 'processing', 'refused'] as const;
export type ThemeTrouble = (typeof THEME_TROUBLES)[number];

export type ThemeRow = {
  seen: ThemeSeen | null;
  known: PlacesKnown;
  toldAt: Date | null;
  askedAt: Date | null;
  canRead: boolean;
  trouble: ThemeTrouble | null;
  rev: number;
  readRev: number;
};

const COLUMNS = 'seen, known, "toldAt", "askedAt", "canRead", trouble, rev, "readRev"';

const FRESH: ThemeRow = {
  seen: null,
  known: NOTHING_KNOWN,
  toldAt: null,
  askedAt: null,
  canRead: false,
  trouble: null,
  rev: 0,
  readRev: 0,
};

type Stored = Omit<ThemeRow, 'seen' | 'known' | 'trouble'> & {
  seen: unknown;
  known: unknown;
  trouble: string | null;
};

/** What a later release wrote in words that this one doesn't know is told anew soon enough. */
function rowOf({ seen, known, trouble, ...rest }: Stored): ThemeRow {
  return {
    ...rest,
    seen: themeSeenSchema.nullable().catch(null).parse(seen),
    known: placesKnownSchema.catch(NOTHING_KNOWN).parse(known),
    trouble: THEME_TROUBLES.find((one) => one === trouble) ?? null,
  };
}

export async function themeOf(db: Queryable, shopId: number): Promise<ThemeRow> {
  const { rows } = await db.query<Stored>({
    name: 'theme-seen',
    text: `select ${COLUMNS} from "ThemeSeen" where "shopId" = $1`,
    values: [shopId],
  });
  return rows[0] ? rowOf(rows[0]) : FRESH;
}

/**
 * The row is made where there is none, and locked until the transaction ends. The shop's row comes first, as it does for whoever notes
 * an installation: else each would wait for the other.
 */
export async function lockTheme(db: Queryable, shopId: number): Promise<ThemeRow> {
  await db.query(
    `insert into "ThemeSeen" ("shopId", known) select id, $2 from "Shop" where id = $1 for key share on conflict do nothing`,
    [shopId, JSON.stringify(NOTHING_KNOWN)],
  );
  const { rows } = await db.query<Stored>(
    `select ${COLUMNS} from "ThemeSeen" where "shopId" = $1 for update`,
    [shopId],
  );
  return rows[0] ? rowOf(rows[0]) : FRESH;
}

/** @param dueAt null: not before somebody says so */
export async function saveTheme(
  db: Queryable,
  shopId: number,
  { seen, known, toldAt, askedAt, canRead, trouble, readRev }: Omit<ThemeRow, 'rev'>,
  dueAt: Date | null,
): Promise<void> {
  await db.query(
    `update "ThemeSeen" set seen = $2, known = $3, "toldAt" = $4, "askedAt" = $5, "canRead" = $6, trouble = $7, "readRev" = $8,
       "dueAt" = $9 where "shopId" = $1`,
    [
      shopId,
      seen && JSON.stringify(seen),
      JSON.stringify(known),
      toldAt,
      askedAt,
      canRead,
      trouble,
      readRev,
      dueAt,
    ],
  );
}

/** The merchant lets us read themes, or doesn't any more. What was told before stays as it is. */
export async function noteThemeAccess(
  db: Queryable,
  shopId: number,
  canRead: boolean,
  at: Date,
): Promise<void> {
  await db.query(
    `insert into "ThemeSeen" ("shopId", known, "canRead", "dueAt") select $1, $3, true, $4 where $2
     on conflict ("shopId") do update set "canRead" = true, "dueAt" = $4 where not "ThemeSeen"."canRead"`,
    [shopId, canRead, JSON.stringify(NOTHING_KNOWN), at],
  );
  await db.query(
    `update "ThemeSeen" set "canRead" = false, "dueAt" = null where "shopId" = $1 and "canRead" and not $2`,
    [shopId, canRead],
  );
}

/** A theme changed: it is read a moment later, so that many changes at once are read once. Nothing where it can't be read. */
export async function noteThemeChange(db: Queryable, shopId: number, dueAt: Date): Promise<void> {
  await db.query(
    `update "ThemeSeen" set rev = rev + 1, "dueAt" = least("dueAt", $2) where "shopId" = $1 and "canRead"`,
    [shopId, dueAt],
  );
}

export async function keepPlaces(db: Queryable, shopId: number, known: PlacesKnown): Promise<void> {
  await db.query('update "ThemeSeen" set known = $2 where "shopId" = $1', [shopId, JSON.stringify(known)]);
}

/** Shops whose theme is to be read now. */
export async function shopsToReadTheme(db: Queryable, at: Date): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>({
    name: 'shops-to-read-theme',
    text: 'select "shopId" as id from "ThemeSeen" where "dueAt" <= $1 order by "shopId"',
    values: [at],
  });
  return rows.map(({ id }) => id);
}
