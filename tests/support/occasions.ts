// Shops whose program gives something on yearly dates, and what it gave.
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import type { Moment } from '#app/core/moments/moment-rules.ts';
import { pool } from '#app/db/pool.server.ts';
import { nextId, rules } from './factories.ts';
import { addVersion, installedShop, type TestShop } from './shops.ts';

export type OccasionShop = TestShop & { timeZone: string };

/** Its program began in 2026 and holds these occasions since `publishedAt`, when it was swept last. */
export async function occasionShop(
  occasions: Moment[],
  { timeZone = 'Europe/Paris', publishedAt = '2027-01-01T12:00:00Z', ...more }: Options = {},
): Promise<OccasionShop> {
  const shop = await installedShop({ rules: rules(more.rules) });
  await pool().query(
    `update "Shop" set "timeZone" = $2, "earnsFrom" = '2026-01-01', "installedAt" = '2026-01-01',
       "sweptThrough" = ($3::timestamptz at time zone $2)::date - 1 where id = $1`,
    [shop.id, timeZone, publishedAt],
  );
  await addVersion(shop.id, 2, rules({ ...more.rules, occasions }), publishedAt);
  return { ...shop, timeZone };
}

type Options = { timeZone?: string; publishedAt?: string; rules?: Partial<ProgramRules> };

/** A member with a birthday that was told long ago; joined at noon UTC of `joined`. */
export async function memberWith(
  shop: TestShop,
  told: { month?: number; day?: number; setOn?: string; joined?: string } = {},
): Promise<{ id: string; customerId: string }> {
  const customerId = nextId();
  const { month = null, day = null, setOn = '2025-01-01', joined = '2025-06-15' } = told;
  const { rows } = await pool().query<{ id: string }>(
    `insert into "Member" ("shopId", "customerId", "joinedAt", "birthMonth", "birthDay", "birthdaySetOn")
     values ($1, $2, $3, $4::int, $5::int, case when $4 is not null then $6::date end) returning id::text`,
    [shop.id, customerId, `${joined}T12:00:00Z`, month, day, setOn],
  );
  return { id: rows[0]!.id, customerId };
}

export type Gift = { sourceKey: string; amount: number; occurredAt: Date; on: string; late: boolean };

/** Of one member, or of the whole shop, oldest first. */
export async function giftsOf(shop: TestShop, memberId: string | null = null): Promise<Gift[]> {
  const { rows } = await pool().query<Gift>(
    `select "sourceKey", amount::int, "occurredAt", explanation->>'on' as on, (explanation->>'late')::boolean as late
     from "LedgerEntry" where "shopId" = $1 and kind = 'occasion' and ($2::bigint is null or "memberId" = $2)
     order by "occurredAt", id`,
    [shop.id, memberId],
  );
  return rows;
}

/** `birthday/2027 on 2027-05-03`. */
export async function giftDays(shop: TestShop, memberId: string | null = null): Promise<string[]> {
  return (await giftsOf(shop, memberId)).map(({ sourceKey, on }) => `${sourceKey} on ${on}`);
}
