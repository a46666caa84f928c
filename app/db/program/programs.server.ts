// Published versions of the rules: read often, never changed.
import type { ProgramRules, ProgramVersion } from '#app/core/program/program-rules.ts';
import { upgradeRules } from '#app/core/program/upgrade-rules.ts';
import { ownInOrder } from '../members/members-in-order.server.ts';
import type { Queryable } from '../pool.server.ts';

type VersionRow = { number: number; publishedAt: Date; rules: unknown };

/**
 * Versions are immutable, so a parsed one can be kept, and its rules needn't be read again; bounded, because shops publish
 * rarely and are many.
 */
const parsed = new Map<string, ProgramVersion>();
const MOST_KEPT = 5_000;

function keyOf(shopId: number, { number, publishedAt }: Pick<VersionRow, 'number' | 'publishedAt'>): string {
  return `${shopId}/${number}/${publishedAt.getTime()}`;
}

function parseVersion(shopId: number, row: VersionRow): ProgramVersion {
  const key = keyOf(shopId, row);
  const known = parsed.get(key);
  if (known) return known;
  const version = { number: row.number, publishedAt: row.publishedAt, rules: upgradeRules(row.rules) };
  if (parsed.size >= MOST_KEPT) parsed.clear();
  parsed.set(key, version);
  return version;
}

export type ShopProgram = {
  domain: string;
  currency: string;
  /** IANA name. */
  timeZone: string;
  /** The path at which the shop's pages reach the app, e.g. `/apps/sixth`. */
  proxyPath: string;
  earnsFrom: Date;
  publishedVersion: number;
  versions: ProgramVersion[];
};

type ShopRow = Omit<ShopProgram, 'versions'> & { named: { number: number; publishedAt: string }[] | null };

/** Null when there is no such shop. */
export async function shopProgram(db: Queryable, shopId: number): Promise<ShopProgram | null> {
  const shops = await db.query<ShopRow>({
    name: 'shop-program',
    text: `select domain, currency, "timeZone", "proxyPath", "earnsFrom", "publishedVersion", (
        select json_agg(json_build_object('number', number, 'publishedAt', "publishedAt") order by number)
        from "ProgramVersion" where "shopId" = s.id
      ) as named from "Shop" s where id = $1`,
    values: [shopId],
  });
  if (!shops.rows[0]) return null;
  const { named, ...shop } = shops.rows[0];
  const known = (named ?? []).map(({ number, publishedAt }) => {
    return parsed.get(keyOf(shopId, { number, publishedAt: new Date(publishedAt) }));
  });
  const versions = known.every((version) => version !== undefined) ? known : await allVersions(db, shopId);
  return { ...shop, versions };
}

async function allVersions(db: Queryable, shopId: number): Promise<ProgramVersion[]> {
  const { rows } = await db.query<VersionRow>({
    name: 'program-versions',
    text: 'select number, "publishedAt", rules from "ProgramVersion" where "shopId" = $1 order by number',
    values: [shopId],
  });
  return rows.map((row) => parseVersion(shopId, row));
}

/** The version that is published now. */
export function publishedVersion(program: ShopProgram): ProgramVersion {
  const version = program.versions.find(({ number }) => number === program.publishedVersion);
  if (!version) throw new Error(`${program.domain}: version ${program.publishedVersion} is missing`);
  return version;
}

export type LockedDraft = { draft: unknown; draftRevision: number; publishedVersion: number };

/** One version; null when the shop has none of this number. */
export async function oneVersion(
  db: Queryable,
  shopId: number,
  number: number,
): Promise<ProgramVersion | null> {
  const { rows } = await db.query<VersionRow>(
    'select number, "publishedAt", rules from "ProgramVersion" where "shopId" = $1 and number = $2',
    [shopId, number],
  );
  return rows[0] ? parseVersion(shopId, rows[0]) : null;
}

/** A version with who published it and why. */
export type SignedVersion = ProgramVersion & { publishedBy: string; note: string | null };

/** The newest versions up to a number (all of them when it is null), newest first. */
export async function newestVersions(
  db: Queryable,
  shopId: number,
  upTo: number | null,
  limit: number,
): Promise<SignedVersion[]> {
  const { rows } = await db.query<VersionRow & Pick<SignedVersion, 'publishedBy' | 'note'>>(
    `select number, "publishedAt", rules, "publishedBy", note from "ProgramVersion"
     where "shopId" = $1 and ($2::int is null or number <= $2) order by number desc limit $3`,
    [shopId, upTo, limit],
  );
  return rows.map((row) => {
    return { ...parseVersion(shopId, row), publishedBy: row.publishedBy, note: row.note };
  });
}

/** The draft as it is now; null when there is no such shop. */
export async function draftOf(
  db: Queryable,
  shopId: number,
): Promise<{ draft: unknown; draftRevision: number } | null> {
  const { rows } = await db.query<{ draft: unknown; draftRevision: number }>(
    'select draft, "draftRevision" from "Shop" where id = $1',
    [shopId],
  );
  return rows[0] ?? null;
}

/** The draft, locked until the transaction ends, though others go on writing rows of the shop; null when there is no such shop. */
export async function lockDraft(db: Queryable, shopId: number): Promise<LockedDraft | null> {
  const { rows } = await db.query<LockedDraft>(
    'select draft, "draftRevision", "publishedVersion" from "Shop" where id = $1 for no key update',
    [shopId],
  );
  return rows[0] ?? null;
}

export async function writeDraft(db: Queryable, shopId: number, rules: ProgramRules): Promise<number> {
  const { rows } = await db.query<{ draftRevision: number }>(
    `update "Shop" set draft = $2, "draftRevision" = "draftRevision" + 1 where id = $1 returning "draftRevision"`,
    [shopId, JSON.stringify(rules)],
  );
  return rows[0]?.draftRevision ?? 0;
}

/** Adds a version and makes it the published one. */
export async function insertVersion(
  db: Queryable,
  shopId: number,
  version: ProgramVersion & { publishedBy: string; note?: string | null },
): Promise<void> {
  const { number, rules, publishedAt, publishedBy, note = null } = version;
  await db.query(
    `insert into "ProgramVersion" ("shopId", number, rules, "publishedAt", "publishedBy", note)
     values ($1, $2, $3, $4, $5, $6)`,
    [shopId, number, JSON.stringify(rules), publishedAt, publishedBy, note],
  );
  await db.query('update "Shop" set "publishedVersion" = $2 where id = $1', [shopId, version.number]);
}

/** The same draft in other words: whoever edits it goes on. */
export async function rewriteDraft(db: Queryable, shopId: number, rules: ProgramRules): Promise<void> {
  await db.query('update "Shop" set draft = $2 where id = $1', [shopId, JSON.stringify(rules)]);
}

/** A smaller size is every member's at once. The holders must be locked, as touching them does. */
export async function shrinkCards(
  db: Queryable,
  shopId: number,
  cards: readonly { key: string; size: number }[],
): Promise<void> {
  await db.query(
    `update "MemberCard" c set size = s, taken = 0
     from "Member" m, unnest($2::text[], $3::int[]) as published(k, s)
     where m."shopId" = $1 and c."shopId" = $1 and c."memberId" = m.id and c."cardKey" = k and c.size > s`,
    [shopId, cards.map(({ key }) => key), cards.map(({ size }) => size)],
  );
}

/** Members whose cards look different now must reach the storefront again. */
export async function touchCardHolders(
  db: Queryable,
  shopId: number,
  cardKeys: readonly string[],
): Promise<void> {
  await db.query(
    `${ownInOrder(`m."shopId" = $1
       and exists (select 1 from "MemberCard" c where c."shopId" = $1 and c."memberId" = m.id and c."cardKey" = any($2))`)}
     update "Member" m set rev = m.rev + 1 from own where m."shopId" = $1 and m.id = own.id`,
    [shopId, cardKeys],
  );
}
