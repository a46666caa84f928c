// How all shops stand together, for operators: the states of health, the queue, and the shops themselves. One statement, over
// indexes that hold only what is in a state. Shops that have left, or wait to be opened, count as such and as nothing else:
// nobody can work for them.
import { renewBefore } from '#app/core/storefront/stamps-until.ts';
import { dayAfterHours } from '#app/core/values/days.ts';
import { ADVISORY_LOCKS } from '../advisory-locks.server.ts';
import type { Queryable } from '../pool.server.ts';
import {
  RECONCILED,
  ROW_STATES,
  SHOP_STATES,
  type RowState,
  type Scope,
  type ShopState,
} from '../shop/health-states.server.ts';

/** Counting further would only take time. */
const MOST_COUNTED = 100_000;

/** `oldest`: seconds since the first of them. */
export type Standing = { count: number; oldest: number | null };
export type AllStates = {
  health: Record<RowState | Exclude<ShopState, 'token'> | 'reconciliation', Standing>;
  jobs: Record<'ready' | 'behind' | 'later' | 'running' | 'retrying' | 'dead', Standing>;
  shops: Record<'installed' | 'uninstalled' | 'needs-reopen' | 'hinted', number>;
  /** Seconds since any shop's webhook told of an order; null where none ever did. */
  heard: number | null;
};

/** $1 is the moment, $2 the day before which a last day of stamps is overdue in every time zone, $3 a day that has begun in each. */
const SCOPE: Scope = {
  of: (shopId) => `${shopId} not in (select id from unreachable)`,
  at: '$1',
  overdue: '$2::date',
  today: '$3::date',
};

const standing = (since: string, where = 'true'): string =>
  `json_build_object('count', count(*) filter (where ${where}),
    'oldest', extract(epoch from $1::timestamptz - min(${since}) filter (where ${where})))`;

const rows = Object.entries(ROW_STATES).map(
  ([state, of]) =>
    `'${state}', (select ${standing('since')} from (${of(SCOPE)} limit ${MOST_COUNTED}) as found)`,
);

const reached = `s."uninstalledAt" is null and s."needsReopenSince" is null`;
const ofShops = (['program', 'discounts', 'currency'] as const).map((state) => {
  const { isSo, since } = SHOP_STATES[state];
  return `'${state}', ${standing(since, `${reached} and ${isSo}`)}`;
});

/**
 * A running job's age is since it was due: the time on its lock is renewed for as long as it runs. Behind it waits the bell that
 * rang meanwhile, by the flag that its job has too, and needs nobody.
 */
const JOBS = `select json_build_object(
    'ready', ${standing('run_at', 'tries_left and locked_at is null and run_at <= $1 and not behind')},
    'behind', ${standing('run_at', 'tries_left and locked_at is null and run_at <= $1 and behind')},
    'later', ${standing('run_at', 'tries_left and locked_at is null and run_at > $1')},
    'running', ${standing('run_at', 'locked_at is not null')},
    'retrying', ${standing('created_at', 'tries_left and locked_at is null and attempts > 0')},
    'dead', ${standing('created_at', 'not tries_left and locked_at is null')})
  from (
    select *, attempts < max_attempts as tries_left, coalesce(key in (
      select jsonb_object_keys(r.flags) from graphile_worker._private_jobs r where r.locked_at is not null), false) as behind
    from graphile_worker._private_jobs limit ${MOST_COUNTED}
  ) as jobs`;

const READ = {
  name: 'all-states',
  text: `with unreachable as materialized (
      select id from "Shop" where "uninstalledAt" is not null or "needsReopenSince" is not null
    ), shops as (
      select json_build_object('installed', count(*) filter (where s."uninstalledAt" is null),
          'uninstalled', count(*) filter (where s."uninstalledAt" is not null),
          'needs-reopen', count(*) filter (where s."uninstalledAt" is null and ${SHOP_STATES.token.isSo}),
          'hinted', count(*) filter (where s."hintedAt" is not null)) as shops,
        json_build_object(${ofShops.join(', ')},
          'reconciliation', json_build_object('count', 0,
            'oldest', extract(epoch from $1::timestamptz - min(${RECONCILED}) filter (where ${reached})))) as states
      from "Shop" s
    )
    select json_build_object(${rows.join(', ')}) as rows, shops.states, shops.shops, (${JOBS}) as jobs,
      (select extract(epoch from $1::timestamptz - max("heardAt"))::float8 from "WebhookPulse") as heard from shops`,
};

/**
 * One process at a time; and PostgreSQL itself gives the question up, so that a database that is slow isn't made slower by
 * being asked how it is.
 */
const BEGIN = {
  text: `select pg_try_advisory_xact_lock($1, 0) as free, set_config('statement_timeout', '1500ms', true)`,
  values: [ADVISORY_LOCKS.states],
};

/** In a transaction of the caller's own. Null where another process is measuring: a database that is slow has one such question. */
export async function readAllStates(client: Queryable, at: Date): Promise<AllStates | null> {
  const begun = await client.query<{ free: boolean }>(BEGIN);
  if (!begun.rows[0]?.free) return null;
  const [today, yesterday] = [dayAfterHours(at, -12), dayAfterHours(at, -36)];
  type Row = Pick<AllStates, 'jobs' | 'shops' | 'heard'> & Record<'rows' | 'states', object>;
  const { rows: found } = await client.query<Row>({ ...READ, values: [at, renewBefore(yesterday), today] });
  const [row] = found;
  if (!row) throw new Error('nobody says how the shops stand');
  const { rows: counted, states, ...rest } = row;
  return { ...rest, health: { ...counted, ...states } as AllStates['health'] };
}
