// The admin of a shop with a hundred thousand members and a million entries: each screen's loader over HTTP beside the
// same reads over one connection, and what Chromium feels inside the frame.
import type pg from 'pg';
import { figureMismatches } from '#app/db/figures/daily-figures.server.ts';
import { historyMismatches } from '#app/db/history/kept-orders.server.ts';
import { ledgerMismatches } from '#app/db/ledger/ledger-check.server.ts';
import { seedShop, ENTRIES, MEMBERS } from './admin-seed.ts';
import { SCREENS, type BenchShop, type Screen } from './admin-screens.ts';
import { vitalFigures } from './admin-vitals.ts';
import type { Bench } from './bench.ts';
import { query, withClient, type Database } from './databases.ts';
import { percentile, type Figure } from './figures.ts';
import { startShops, type RunningShops } from './running-shops.ts';

const ROUNDS = 3;
const REQUESTS = 60;
const WARM_UP = 20;

async function publishCard(database: Database): Promise<void> {
  await query(
    database,
    `with card as (
       insert into "ProgramVersion" ("shopId", number, rules, "publishedAt", "publishedBy")
       select id, 2, jsonb_set(draft, '{cards,0,products,all}', 'true'), now(), 'bench' from "Shop"
       returning "shopId", rules)
     update "Shop" s set "publishedVersion" = 2, draft = card.rules from card where card."shopId" = s.id`,
  );
}

async function prepare(
  bench: Bench,
  { database }: RunningShops,
): Promise<{ shop: BenchShop; seeded: number }> {
  await publishCard(database);
  const [shop] = await query<Omit<BenchShop, 'memberId'>>(
    database,
    'select id, "timeZone", "needsReopenSince", "reconciledThrough" from "Shop"',
  );
  if (!shop) throw new Error('the shop was not installed');
  const seeded = await seedShop(database, shop.id);
  bench.say(`  ${MEMBERS} members and ${ENTRIES} entries in ${seeded.toFixed(1)} s`);
  const wrong = await withClient(database, async (client) => [
    ...(await ledgerMismatches(client)),
    ...(await figureMismatches(client)),
    ...(await historyMismatches(client)),
  ]);
  if (wrong.length > 0)
    throw new Error(`the seeded ledger disagrees with itself: ${JSON.stringify(wrong[0])}`);
  const [row] = await query<{ id: string }>(database, 'select max(id)::text as id from "Member"');
  return { shop: { ...shop, memberId: row?.id ?? '' }, seeded };
}

/** One request after the other, as one merchant makes them. @returns milliseconds each. */
async function timed(count: number, once: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const start = performance.now();
    await once();
    times.push(performance.now() - start);
  }
  return times;
}

async function ask({ shopify }: RunningShops, screen: Screen, shop: BenchShop): Promise<void> {
  const token = await shopify.sessionToken(shopify.firstShop.domain);
  const path = screen.path(shop);
  const url = `${shopify.urls.tunnel}${path}${path.includes('?') ? '&' : '?'}_data=${encodeURIComponent(screen.route)}`;
  const response = await fetch(url, {
    headers: { authorization: `Bearer ${token}`, 'user-agent': 'Mozilla/5.0 Chrome/153.0.0.0' },
  });
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`${screen.name} answered ${response.status}`);
}

async function loaderFigures(
  running: RunningShops,
  client: pg.Client,
  screen: Screen,
  shop: BenchShop,
): Promise<Figure[]> {
  const [ours, bare]: [number[][], number[][]] = [[], []];
  await timed(WARM_UP, () => ask(running, screen, shop));
  for (let round = 0; round < ROUNDS; round += 1) {
    bare.push(await timed(REQUESTS, () => screen.bare(client, shop)));
    ours.push(await timed(REQUESTS, () => ask(running, screen, shop)));
  }
  const at = (share: number, wanted: string | null): Figure => ({
    part: 'admin',
    name: `${screen.name}: loader over HTTP, p${share * 100}`,
    unit: 'ms',
    ours: ours.map((round) => percentile(round, share)),
    baseline: { name: 'reads alone', values: bare.map((round) => percentile(round, share)) },
    wanted,
  });
  return [at(0.5, null), at(0.95, '< 100 ms')];
}

export async function adminPart(bench: Bench): Promise<Figure[]> {
  const running = await startShops(bench, 'admin', 1);
  try {
    const { shop, seeded } = await prepare(bench, running);
    const seeding = { name: `${ENTRIES.toLocaleString('en')} entries seeded`, ours: [seeded] };
    const figures: Figure[] = [{ part: 'admin', unit: 's', baseline: null, wanted: null, ...seeding }];
    await withClient(running.database, async (client) => {
      for (const screen of SCREENS) figures.push(...(await loaderFigures(running, client, screen, shop)));
    });
    return [...figures, ...(await vitalFigures(bench, running, shop))];
  } finally {
    await running.stop();
  }
}
