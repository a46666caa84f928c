// Shops that left, by the database's clock and ours, whichever is behind: a clock that is ahead must erase nobody.
import { daysBefore, KEPT_DAYS } from '#app/core/shop/retention.ts';
import type { Queryable } from '../pool.server.ts';

/** A delivery that comes within this time of an uninstall may have been sent before it. */
const LATE_DELIVERY = `interval '2 days'`;

/**
 * A signed delivery of these shops, or whatever else only an installed app gets. Written down, to the hour, where it says
 * something: of a shop that counts as uninstalled, or whose token is dead. Whoever has the shop locked knows better.
 */
export async function noteSignOfLife(db: Queryable, domains: readonly string[], at: Date): Promise<void> {
  await db.query({
    name: 'note-sign-of-life',
    text: `update "Shop" set "aliveAt" = $2 where id in (
      select id from "Shop" where domain = any($1)
        and ("needsReopenSince" is not null or "uninstalledAt" + ${LATE_DELIVERY} < $2)
        and ("aliveAt" is null or "aliveAt" < $2::timestamptz - interval '1 hour')
      order by id for update skip locked)`,
    values: [domains, at],
  });
}

/**
 * Beside a shop `s`: it has uninstalled, and given no sign of life since `$1` days before `$2`. Shopify gives a token only to
 * an app that is installed: whoever comes back has one a moment before the shop counts as installed, or long before, where
 * Shopify doesn't answer.
 */
const LEFT = `(s."uninstalledAt" is not null
  and greatest(s."uninstalledAt", s."aliveAt", s."tokenGivenAt") <= least($2::timestamptz, now()) - make_interval(days => $1))`;

/** Shops that are to be erased though nobody asked for it. */
export async function shopsLeftForGood(db: Queryable, at: Date): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    `select s.id from "Shop" s where ${LEFT} and s.domain not like 'erased-%.invalid' order by s.id`,
    [KEPT_DAYS.uninstalledShop, at],
  );
  return rows.map(({ id }) => id);
}

export async function hasLeftForGood(db: Queryable, shopId: number, at: Date): Promise<boolean> {
  const { rows } = await db.query(`select 1 from "Shop" s where ${LEFT} and s.id = $3`, [
    KEPT_DAYS.uninstalledShop,
    at,
    shopId,
  ]);
  return rows.length > 0;
}

/** Shops whose token has been dead for long, without a word of theirs since: nobody may have told us of their uninstall. */
export async function quietShops(db: Queryable, at: Date): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    `select s.id from "Shop" s
     where s."uninstalledAt" is null and s."hintedAt" is null
       and greatest(s."needsReopenSince", s."aliveAt") <= least($1::timestamptz, now() - $2::interval)
       and s."needsReopenSince" is not null
       and not exists (select 1 from "WebhookPulse" p where p."shopId" = s.id and p."heardAt" > $1)
     order by s.id`,
    [daysBefore(at, KEPT_DAYS.quietShop), `${KEPT_DAYS.quietShop} days`],
  );
  return rows.map(({ id }) => id);
}
