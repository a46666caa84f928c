// The sweep of moments of the list in shops of very different size, where the same number of members is due, beside the one of
// birthdays and anniversaries; and orders applied with moments on, beside the same without.
import { execFile } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import pg from 'pg';
import type { ProgramRules } from '#app/core/program/program-rules.ts';
import { checkLedger } from '#tests/support/ledger-check.ts';
import { occasion, rules } from '#tests/support/factories.ts';
import { momentRule } from '#tests/support/moment-rules.ts';
import { appEnvironment, ROUNDS, type Bench } from './bench.ts';
import { query, withClient, type Database } from './databases.ts';
import type { Figure } from './figures.ts';
import { ORDERS_A_SHOP, storeOrders } from './stored-orders.ts';
import { applyByWorker, onCopy } from './worker-run.ts';

const SIZES = [100_000, 1_000_000];
/** A quarter each: who joined, whose parcel came, whose parcel is late, who is silent. */
const DUE = 1_000;
/** The first only warms up. */
const DAYS = ['2027-05-03', '2027-05-04', '2027-05-05', '2027-05-06', '2027-05-07', '2027-05-08'];
const script = path.join(import.meta.dirname, 'sweep-once.ts');

const MOMENTS = [
  momentRule('joined', { key: 'hello' }),
  momentRule('nth-order', { key: 'third' }),
  momentRule('parcel-arrived', { key: 'use', when: { days: 3 } }),
  momentRule('parcel-late', { key: 'late' }),
  momentRule('silent', { key: 'quiet', when: { factor: 2, leastDays: 45, fallbackDays: 90 } }),
];

/** Of all that are due on the days every fourth by the same kind, spread over all members. */
const DUE_NR = `lateral (select nr / ($2::int / ($3::int * ${DUE})) as place, nr % ($2 / ($3 * ${DUE})) = 0
  and nr / ($2 / ($3 * ${DUE})) <= $3 * ${DUE} as due) as d`;

/** Whatever is known of all others lies a year back. */
const MEMBERS = `
  insert into "Member" ("shopId", "customerId", "syncedRev", "joinedAt", "joinedOn", "keptOrders", "firstOn", "lastOn", "spentMinor",
    "rhythmDays", "ordersAtShopify", "ordersAskedAt")
  select $1::int, 10000000 + nr, 1, joined + interval '12 hours', joined, 2, last - 30, last, 2000, 30, 0, now()
  from generate_series(1, $2::int) as nr, ${DUE_NR},
    lateral (select case when due and place % 4 = 0 then date '2027-05-03' + place / 4 % $3
        else date '2026-01-01' + nr % 90 end as joined,
      case when due and place % 4 = 1 then date '2027-05-03' - 60 + place / 4 % $3
        when due and place % 4 > 1 then date '2027-04-20' else date '2026-02-01' + nr % 90 end as last) as dates`;

/** Two orders of each member; of those who are due by a parcel, one that came, or should have. */
const ORDERS = `
  insert into "KeptOrder" ("shopId", "orderId", "memberId", day, "keptMinor", "promisedOn", "deliveredOn")
  select $1::int, 20000000 + m.id * 2 + o, m.id, m."lastOn" - 30 * o, 1000,
    case when o = 1 then null when due and place % 4 = 2 then date '2027-05-01' + place / 4 % $3
      when due and place % 4 = 3 then null else m."lastOn" + 3 end,
    case when o = 1 or due and place % 4 = 2 then null when due and place % 4 = 3 then date '2027-04-30' + place / 4 % $3
      else m."lastOn" + 3 end
  from "Member" m cross join generate_series(0, 1) as o,
    lateral (select (m."customerId" - 10000000)::int as nr) as n, ${DUE_NR}
  where m."shopId" = $1`;

async function seedShop(client: pg.Client, name: string, published: ProgramRules): Promise<number> {
  const { rows } = await client.query<{ id: number }>(
    `insert into "Shop" (domain, currency, "timeZone", draft, "publishedVersion", "earnsFrom", "reconciledThrough",
       "installedAt", "sweptThrough")
     values ($1, 'EUR', 'Europe/Paris', $2, 1, '2026-11-01', '2026-11-01', '2026-11-01', '2026-12-31') returning id`,
    [`moments-${name}.myshopify.com`, JSON.stringify(published)],
  );
  const id = rows[0]?.id ?? 0;
  await client.query(
    `insert into "ProgramVersion" ("shopId", number, rules, "publishedAt", "publishedBy")
     select id, 1, draft, "earnsFrom", 'bench' from "Shop" where id = $1`,
    [id],
  );
  return id;
}

async function seedMoments(client: pg.Client, members: number): Promise<number> {
  const id = await seedShop(client, String(members), rules({ moments: MOMENTS }));
  await client.query(MEMBERS, [id, members, DAYS.length]);
  await client.query(ORDERS, [id, members, DAYS.length]);
  return id;
}

/** On each of the days a thousand have their birthday. */
async function seedBirthdays(client: pg.Client, members: number): Promise<number> {
  const id = await seedShop(client, 'birthdays', rules({ occasions: [occasion()] }));
  await client.query(
    `insert into "Member" ("shopId", "customerId", "syncedRev", "joinedAt", "joinedOn", "birthMonth", "birthDay", "birthdaySetOn")
     select $1::int, 10000000 + nr, 1, '2025-01-01', '2025-01-01', extract(month from born), extract(day from born), '2025-01-01'
     from generate_series(1, $2::int) as nr, lateral (select case when nr % ($2 / ($3 * ${DUE})) = 0
       and nr / ($2 / ($3 * ${DUE})) <= $3 * ${DUE} then date '2000-05-03' + nr / ($2 / ($3 * ${DUE})) % $3 else date '2000-07-01' + nr % 180 end as born) as dates`,
    [id, members, DAYS.length],
  );
  return id;
}

async function sweepAll(database: Database, shopIds: readonly number[]): Promise<number[][]> {
  const env = { ...process.env, ...appEnvironment(database), LOG_LEVEL: 'warn' };
  const args = [script, shopIds.join(','), DAYS.join(',')];
  const { stdout } = await promisify(execFile)(process.execPath, args, { env });
  const days = JSON.parse(stdout) as number[][];
  return shopIds.map((_, index) => days.map((seconds) => (seconds[index] ?? Number.NaN) * 1_000));
}

/** @throws Error where anybody got another number of gifts than one */
async function checkGifts(database: Database, shopIds: readonly number[]): Promise<void> {
  const rows = await query<{ shopId: number; gifts: number; members: number }>(
    database,
    `select "shopId", count(*)::int as gifts, count(distinct "memberId")::int as members from "Gift" group by 1`,
  );
  for (const shopId of shopIds) {
    const found = rows.find((row) => row.shopId === shopId);
    if (found?.gifts !== DUE * DAYS.length || found.members !== found.gifts) {
      throw new Error(`shop ${shopId}: ${found?.gifts} gifts for ${found?.members} members`);
    }
  }
  const checking = new pg.Pool({ connectionString: database.url, max: 1 });
  await checkLedger(checking).finally(() => checking.end());
}

async function sweepFigures(bench: Bench): Promise<Figure[]> {
  const database = await bench.databases.empty();
  try {
    const shopIds = await withClient(database, async (client) => {
      // Every row refers to a shop that was written just before: checking a million times would only take time.
      await client.query('set session_replication_role = replica');
      const ids: number[] = [];
      for (const members of SIZES) ids.push(await seedMoments(client, members));
      ids.push(await seedBirthdays(client, SIZES.at(-1) ?? 0));
      return ids;
    });
    await query(database, 'vacuum analyze');
    const [small = [], large = [], birthdays = []] = await sweepAll(database, shopIds);
    await checkGifts(database, shopIds);
    const name = `sweep of moments, ${DUE.toLocaleString('en')} due of ${SIZES.at(-1)?.toLocaleString('en')}`;
    const plain = { part: 'moments', unit: 'ms', ours: large } as const;
    const ofFewer = { name: `of ${SIZES[0]?.toLocaleString('en')} members`, values: small };
    const ofBirthdays = { name: 'birthdays alone', values: birthdays };
    return [
      { ...plain, name, baseline: ofFewer, wanted: 'ratio ≤ 1.3' },
      { ...plain, name, baseline: ofBirthdays, wanted: 'ratio ≤ 2.0' },
    ];
  } finally {
    await bench.databases.drop(database);
  }
}

const ON = momentRule('joined', { key: 'hello', ceiling: { of: 'points', most: 1 } });

/** A third order for everybody, and a thank-you for joining that gives to nobody: balances stay those of without. */
async function applyFigures(bench: Bench): Promise<Figure[]> {
  const stored = await storeOrders(bench);
  const orders = stored.shops.length * ORDERS_A_SHOP;
  const third = momentRule('nth-order', { key: 'third', ceiling: { of: 'points', most: 1 } });
  const taken: Record<'on' | 'off', number[]> = { on: [], off: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const which of ['off', 'on'] as const) {
      const { seconds } = await onCopy(bench, stored.database, async (copy) => {
        const moments = JSON.stringify(which === 'on' ? [ON, third] : []);
        // A version is never changed; here it is another shop's that never was.
        await query(
          copy,
          `set session_replication_role = replica; update "ProgramVersion" set rules = jsonb_set(rules::jsonb, '{moments}', '${moments}')`,
        );
        return applyByWorker(bench, copy, stored);
      });
      taken[which].push(orders / seconds);
    }
  }
  const baseline = { name: 'without moments', values: taken.off };
  const name = 'orders applied with moments on';
  return [{ part: 'moments', name, unit: 'orders/s', ours: taken.on, baseline, wanted: 'ratio ≥ 0.8' }];
}

export async function momentsPart(bench: Bench): Promise<Figure[]> {
  const applied = await applyFigures(bench);
  return [...(await sweepFigures(bench)), ...applied];
}
