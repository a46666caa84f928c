// The facts of a shop's health: one statement, each part over an index that holds only what is in that state.
import { HEALTH_ITEMS, MOST_COUNTED, type HealthFacts } from '#app/core/shop/health.ts';
import { renewBefore } from '#app/core/storefront/stamps-until.ts';
import { addDays, dayIn } from '#app/core/values/days.ts';
import type { Queryable } from '../pool.server.ts';
import {
  RECONCILED,
  ROW_STATES,
  SHOP_STATES,
  type RowState,
  type Scope,
  type ShopState,
} from './health-states.server.ts';

/** $1 is the shop, $2 the moment, $3 the day before which a last day of stamps is overdue, $4 the shop's day. */
const SCOPE: Scope = { of: (shopId) => `${shopId} = $1`, at: '$2', overdue: '$3::date', today: '$4::date' };

/** Whether rules can be read isn't SQL's to say: readHome adds it. */
export type FactsOfDatabase = Omit<HealthFacts, 'rules'>;

/** How many rows there are, counted so far as it takes, and since when the first of them. */
const counted = (state: RowState, more = ''): string =>
  `select json_build_object('count', count(*), 'since', min(since)${more})
   from (${ROW_STATES[state](SCOPE)} limit ${MOST_COUNTED + 1}) as found`;

/** Whether the shop is in a state, and since when. */
const isIn = (state: ShopState, more = ''): string => {
  const { isSo, since } = SHOP_STATES[state];
  return `select json_build_object('count', (${isSo})::int, 'since', ${since}${more}) from "Shop" s where s.id = $1`;
};

const FIRST_NAMES = `(array_agg(name order by since, name) filter (where name is not null))[:3]`;

/** Collections of the conditions in one list of the rules `v.rules`. */
const namedBy = (list: 'moments' | 'occasions'): string =>
  `jsonb_path_query_array(v.rules, '$.${list}[*].who.conditions[*].collectionIds[*]')`;

const HEALTH_FACTS: Record<keyof FactsOfDatabase, string> = {
  token: isIn('token'),
  orders: counted('orders'),
  setAside: counted('setAside', `, 'detail', array_to_string(${FIRST_NAMES}, ', ')`),
  sync: counted('sync'),
  refused: counted('refused', `, 'detail', mode() within group (order by refusal)`),
  unreadable: counted('unreadable'),
  gone: counted('gone'),
  stamps: counted('stamps'),
  requests: counted('requests'),
  gifts: counted('gifts'),
  waitingRewards: counted('waitingRewards'),
  returning: counted('returning'),
  collections: `select json_build_object('count', count(*), 'since', min(c."waitingSince"),
      'detail', string_agg(distinct c.title, ', ' order by c.title))
    from "KeptCollection" c join "Shop" s on s.id = c."shopId"
    join "ProgramVersion" v on v."shopId" = s.id and v.number = s."publishedVersion"
    where c."shopId" = $1 and c.lack is not null
      and (${namedBy('moments')} || ${namedBy('occasions')}) ? c."collectionId"::text`,
  program: isIn('program'),
  discounts: isIn('discounts'),
  currency: isIn('currency', `, 'detail', s."newCurrency"`),
  webhooks: `select json_build_object('count', 0, 'since', (
    select p."heardAt" from "WebhookPulse" p where p."shopId" = $1))`,
  reconciliation: `select json_build_object('count', 0, 'since', ${RECONCILED}) from "Shop" s where s.id = $1`,
};

const ITEMS = HEALTH_ITEMS.filter((item) => item !== 'rules');

const READ = {
  name: 'health',
  text: `select json_build_object(${ITEMS.map((item) => `'${item}', (${HEALTH_FACTS[item]})`).join(', ')}) as facts
    from "Shop" where id = $1`,
};

type Told = Record<keyof FactsOfDatabase, { count: number; since: string | null; detail?: string | null }>;

export async function readHealth(
  db: Queryable,
  shop: { id: number; timeZone: string },
  now: Date,
): Promise<FactsOfDatabase> {
  const today = dayIn(shop.timeZone, now);
  const overdue = renewBefore(addDays(today, -1));
  const { rows } = await db.query<{ facts: Told }>({ ...READ, values: [shop.id, now, overdue, today] });
  const told = rows[0]?.facts;
  if (!told) throw new Error(`there is no shop ${shop.id}`);
  const facts = ITEMS.map((item) => {
    const { since, ...fact } = told[item];
    return [item, { ...fact, since: since === null ? null : new Date(since) }] as const;
  });
  return Object.fromEntries(facts) as FactsOfDatabase;
}
