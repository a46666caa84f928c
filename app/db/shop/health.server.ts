// The facts of a shop's health: one statement, each part over an index that holds only what is in that state.
import { HEALTH_ITEMS, MOST_COUNTED, type HealthFacts, type HealthItem } from '#app/core/shop/health.ts';
import { renewBefore } from '#app/core/storefront/stamps-until.ts';
import { addDays, dayIn } from '#app/core/values/days.ts';
import { isWaiting } from '../orders/set-aside.server.ts';
import type { Queryable } from '../pool.server.ts';

/** Rows with a `since`, the first of them: how many there are, and since when. */
const counted = (rows: string, more = ''): string =>
  `select json_build_object('count', count(*), 'since', min(since)${more}) from (${rows} limit ${MOST_COUNTED + 1}) as found`;

/** One column of the shop: set, and since when. */
const ofShop = (isSo: string, since: string, more = ''): string =>
  `select json_build_object('count', (${isSo})::int, 'since', ${since}${more}) from "Shop" s where s.id = $1`;

const MEMBER = `from "Member" m where m."shopId" = $1 and m."mergedIntoId" is null and m."erasedAt" is null`;
const PUBLISHED = `(select greatest(v."publishedAt", s."installedAt") from "ProgramVersion" v
  where v."shopId" = s.id and v.number = s."publishedVersion")`;

/** $1 is the shop, $2 the moment, $3 the day before which a last day of stamps is overdue. */
const HEALTH_FACTS: Record<HealthItem, string> = {
  token: ofShop('s."needsReopenSince" is not null', 's."needsReopenSince"'),
  orders: counted(`select o."dueSince" as since from "Order" o where o."shopId" = $1
    and o."appliedRevision" < o.revision and not ${isWaiting('o', 'apply', '$2')}`),
  setAside: counted(
    `select min(a.since) as since, nullif(min(o.name), '') as name from "SetAsideOrder" a
    left join "Order" o on o."shopId" = $1 and o."orderId" = a."orderId" where a."shopId" = $1 group by a."orderId"`,
    `, 'detail', array_to_string((array_agg(name order by since, name) filter (where name is not null))[:3], ', ')`,
  ),
  sync: counted(`select m."behindSince" as since ${MEMBER} and m."syncedRev" < m.rev and m."goneAt" is null
    and m."refusedSince" is null`),
  refused: counted(
    `select m."refusedSince" as since, m.refusal ${MEMBER} and m."refusedSince" is not null`,
    `, 'detail', mode() within group (order by refusal)`,
  ),
  gone: counted(
    `select m."goneAt" as since ${MEMBER} and m."syncTryAt" is not null and m."goneAt" is not null`,
  ),
  stamps:
    counted(`select m."stampsUntil" as since ${MEMBER} and m."goneAt" is null and m."stampsUntil" < $3::date
    and m."stampsUntil" > '1970-01-01'`),
  requests: counted(`select r."requestedAt" as since from "PeopleRequest" r
    where r."shopId" = $1 and r."doneAt" is null and r.kind in ('merge', 'redact')`),
  program: ofShop('s."syncedVersion" < s."publishedVersion"', PUBLISHED),
  discounts: ofShop('s."discountsVersion" < s."publishedVersion"', PUBLISHED),
  currency: ofShop('s."newCurrency" is not null', 's."newCurrencySince"', `, 'detail', s."newCurrency"`),
  webhooks: `select json_build_object('count', 0, 'since', (
    select p."heardAt" from "WebhookPulse" p where p."shopId" = $1))`,
  reconciliation: ofShop('false', 'coalesce(s."reconciledAt", s."reconciledThrough")'),
};

const READ = {
  name: 'health',
  text: `select json_build_object(${HEALTH_ITEMS.map((item) => `'${item}', (${HEALTH_FACTS[item]})`).join(', ')}) as facts
    from "Shop" where id = $1`,
};

type Told = Record<HealthItem, { count: number; since: string | null; detail?: string | null }>;

export async function readHealth(
  db: Queryable,
  shop: { id: number; timeZone: string },
  now: Date,
): Promise<HealthFacts> {
  const overdue = renewBefore(addDays(dayIn(shop.timeZone, now), -1));
  const { rows } = await db.query<{ facts: Told }>({ ...READ, values: [shop.id, now, overdue] });
  const told = rows[0]?.facts;
  if (!told) throw new Error(`there is no shop ${shop.id}`);
  const facts = HEALTH_ITEMS.map((item) => {
    const { since, ...fact } = told[item];
    return [item, { ...fact, since: since === null ? null : new Date(since) }] as const;
  });
  return Object.fromEntries(facts) as HealthFacts;
}
