// The sweep of birthdays and anniversaries in shops of very different size, where the same number of members is due.
import { execFile } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import pg from 'pg';
import { checkLedger } from '#tests/support/ledger-check.ts';
import { occasion, rules } from '#tests/support/factories.ts';
import { appEnvironment, type Bench } from './bench.ts';
import { query, withClient, type Database } from './databases.ts';
import type { Figure } from './figures.ts';

const SIZES = [10_000, 100_000, 1_000_000];
/** Half of them by their birthday, half by the day of joining. */
const DUE = 1_000;
/** One sweep a year, each of the day on which all who are due are due. The first only warms up. */
const DAYS = ['2027-05-03', '2028-05-03', '2029-05-03', '2030-05-03', '2031-05-03', '2032-05-03'];
const script = path.join(import.meta.dirname, 'sweep-once.ts');

/** The others' dates lie on all days from July to December: nothing of theirs is due in May. */
const MEMBERS = `
  insert into "Member" ("shopId", "customerId", "syncedRev", "joinedAt", "joinedOn", "birthMonth", "birthDay",
    "birthdaySetOn")
  select $1::int, 10000000 + nr, 1, joined, joined::date, extract(month from born), extract(day from born), '2025-01-01'
  from generate_series(1, $2::int) as nr,
    lateral (select
      case when nr % ($2 / ${DUE}) = 0 and nr / ($2 / ${DUE}) % 2 = 0 then date '2000-05-03'
        else date '2000-07-01' + nr % 180 end as born,
      case when nr % ($2 / ${DUE}) = 0 and nr / ($2 / ${DUE}) % 2 = 1 then timestamptz '2025-05-03 12:00Z'
        else timestamptz '2025-07-01 12:00Z' + nr % 180 * interval '1 day' end as joined) as dates`;

/** @returns the shop's id */
async function seedShop(client: pg.Client, members: number): Promise<number> {
  const occasions = [occasion(), occasion({ kind: 'anniversary' })];
  const { rows } = await client.query<{ id: number }>(
    `insert into "Shop" (domain, currency, "timeZone", draft, "publishedVersion", "earnsFrom", "reconciledThrough",
       "installedAt", "sweptThrough")
     values ($1, 'EUR', 'Europe/Paris', $2, 1, '2026-01-01', '2026-01-01', '2026-01-01', '2026-12-31') returning id`,
    [`sweep-${members}.myshopify.com`, JSON.stringify(rules({ occasions }))],
  );
  const id = rows[0]?.id ?? 0;
  await client.query(
    `insert into "ProgramVersion" ("shopId", number, rules, "publishedAt", "publishedBy")
     select id, 1, draft, "earnsFrom", 'bench' from "Shop" where id = $1`,
    [id],
  );
  await client.query(MEMBERS, [id, members]);
  return id;
}

/** One process for all, so that none of the shops pays for its start. */
async function sweepAll(database: Database, shopIds: readonly number[]): Promise<number[][]> {
  const env = { ...process.env, ...appEnvironment(database), LOG_LEVEL: 'warn' };
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [script, shopIds.join(','), DAYS.join(',')],
    { env },
  );
  const days = JSON.parse(stdout) as number[][];
  return shopIds.map((_, index) => days.map((seconds) => seconds[index] ?? Number.NaN));
}

/** @throws Error where anybody got another number of gifts than one a year */
async function checkGifts(database: Database, shopIds: readonly number[]): Promise<void> {
  const rows = await query<{ shopId: number; gifts: number; members: number }>(
    database,
    `select "shopId", count(*)::int as gifts, count(distinct "memberId")::int as members
     from "LedgerEntry" where kind = 'occasion' group by 1`,
  );
  for (const shopId of shopIds) {
    const found = rows.find((row) => row.shopId === shopId);
    if (found?.gifts !== DUE * DAYS.length || found.members !== DUE) {
      throw new Error(`shop ${shopId}: ${found?.gifts} gifts for ${found?.members} members`);
    }
  }
  const checking = new pg.Pool({ connectionString: database.url, max: 1 });
  await checkLedger(checking).finally(() => checking.end());
}

export async function sweepPart(bench: Bench): Promise<Figure[]> {
  const database = await bench.databases.empty();
  try {
    const shopIds = await withClient(database, async (client) => {
      // Every row refers to a shop that was written just before: checking a million times would only take time.
      await client.query('set session_replication_role = replica');
      const ids: number[] = [];
      for (const members of SIZES) ids.push(await seedShop(client, members));
      return ids;
    });
    await query(database, 'vacuum analyze');
    const taken = await sweepAll(database, shopIds);
    await checkGifts(database, shopIds);
    return figuresOf(taken);
  } finally {
    await bench.databases.drop(database);
  }
}

function figuresOf(taken: readonly (readonly number[])[]): Figure[] {
  const words = (members: number) => `${members.toLocaleString('en')} members`;
  const [first = [], ...others] = taken.map((seconds) => seconds.map((each) => each * 1_000));
  const baseline = { name: words(SIZES[0] ?? 0), values: first };
  return others.map((ours, index) => {
    const name = `sweep, ${DUE.toLocaleString('en')} due of ${words(SIZES[index + 1] ?? 0)}`;
    return { part: 'sweep', name, unit: 'ms', ours, baseline, wanted: 'ratio ≤ 1.3' };
  });
}
