// Points turned into codes at the use case, beside the bare transaction: by many members, and a thousand times at once by one.
import { performance } from 'node:perf_hooks';
import pg from 'pg';
import { rewardValueHash } from '#app/core/rewards/reward-value.ts';
import { shownHash } from '#app/core/rewards/shown-hash.ts';
import { BUDGET } from '#app/db/connections.server.ts';
import { closePool, pool } from '#app/db/pool.server.ts';
import { redeem } from '#app/usecases/rewards/redeem.ts';
import { ROUNDS, SHOPS, type Bench } from './bench.ts';
import type { Database } from './databases.ts';
import { percentile, type Figure } from './figures.ts';
import { redeemPlainly } from './plain-redemption.ts';
import {
  checkCrowd,
  openCrowd,
  REDEMPTIONS,
  REWARD,
  type Crowd,
  type Redeemer,
} from './redemption-crowds.ts';

/** Taps that are under way at once: as many as a web process has connections. */
const AT_ONCE = BUDGET.web.sql;
const OF_SHOPS: Crowd = { name: 'shops', shops: SHOPS, members: REDEMPTIONS / SHOPS, atOnce: AT_ONCE };
const OF_SHOP: Crowd = { name: 'shop', shops: 1, members: REDEMPTIONS, atOnce: AT_ONCE };
const ONE: Crowd = { name: 'one', shops: 1, members: 1, atOnce: REDEMPTIONS };

/** Takes the reward once more. @throws Error when it is refused */
type Take = (redeemer: Redeemer, key: string) => Promise<void>;

async function takeOurs({ shop, customerId }: Redeemer, key: string): Promise<void> {
  const wish = { requestKey: key, rewardKey: REWARD.key, shown: shownHash(REWARD) };
  const result = await redeem(shop.id, customerId, wish);
  if (!result.ok) throw new Error(`refused: ${result.refusal.reason}`);
}

const OWNER = `reward/${REWARD.key}/${rewardValueHash(REWARD)}/1`;

const takePlainly =
  (connections: pg.Pool): Take =>
  async ({ shop, customerId }, key) => {
    const client = await connections.connect();
    try {
      await redeemPlainly(client, { shopId: shop.id, customerId, reward: REWARD, owner: OWNER, key });
    } finally {
      client.release();
    }
  };

type Taken = { perSecond: number; p99: number };

/** @returns how long each took */
async function takeAll(redeemers: readonly Redeemer[], atOnce: number, take: Take): Promise<number[]> {
  const latencies: number[] = [];
  // One iterator for all: each takes the next.
  const left = redeemers.entries();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const [nr, redeemer] of left) {
        const began = performance.now();
        await take(redeemer, `key-${nr}`);
        latencies.push(performance.now() - began);
      }
    }),
  );
  return latencies;
}

/** Redemptions of each connection by which its statements are planned: PostgreSQL keeps a plan from the sixth time on. */
const FIRST = 8;

async function measure(name: string, crowd: Crowd, take: Take): Promise<Taken> {
  const redeemers = await openCrowd(`${name}-${crowd.name}`, crowd);
  // As connections that have served others before.
  const before = await openCrowd(`${name}-${crowd.name}-before`, OF_SHOP);
  await takeAll(before.slice(0, FIRST * AT_ONCE), AT_ONCE, take);
  const start = performance.now();
  const latencies = await takeAll(redeemers, crowd.atOnce, take);
  const seconds = (performance.now() - start) / 1_000;
  await checkCrowd(redeemers);
  return { perSecond: REDEMPTIONS / seconds, p99: percentile(latencies, 0.99) };
}

type Round = { ours: Taken; plain: Taken };

/** In turns, because the second of a pair finds a warmer machine; the first round only warms up. */
async function measureRounds(crowd: Crowd, connections: pg.Pool): Promise<Round[]> {
  const plainly = takePlainly(connections);
  const rounds: Round[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const ours = () => measure(`ours-${round}`, crowd, takeOurs);
    const plain = () => measure(`plain-${round}`, crowd, plainly);
    if (round % 2 === 0) rounds.push({ ours: await ours(), plain: await plain() });
    else rounds.push({ plain: await plain(), ours: await ours() });
  }
  return rounds.slice(1);
}

function rateFigure(name: string, rounds: readonly Round[]): Figure {
  const baseline = { name: 'the bare transaction', values: rounds.map(({ plain }) => plain.perSecond) };
  const ours = rounds.map((round) => round.ours.perSecond);
  return { part: 'redemptions', name, unit: 'a second', ours, baseline, wanted: 'ratio ≥ 0.5' };
}

function waitFigure(name: string, rounds: readonly Round[]): Figure {
  const baseline = { name: 'the bare row lock', values: rounds.map(({ plain }) => plain.p99) };
  const ours = rounds.map((round) => round.ours.p99);
  return { part: 'redemptions', name, unit: 'ms', ours, baseline, wanted: 'ratio ≤ 3' };
}

async function measureAll(database: Database): Promise<Figure[]> {
  // The app's pool gives up after three seconds, and nothing in front of this one takes turns.
  const connections = new pg.Pool({ connectionString: database.url, max: AT_ONCE });
  try {
    const ofShops = await measureRounds(OF_SHOPS, connections);
    const ofShop = await measureRounds(OF_SHOP, connections);
    const one = await measureRounds(ONE, connections);
    const count = REDEMPTIONS.toLocaleString('en');
    return [
      rateFigure(`redemptions, ${count} members of ${SHOPS} shops, ${AT_ONCE} at once`, ofShops),
      rateFigure(`redemptions, ${count} members of one shop, ${AT_ONCE} at once`, ofShop),
      rateFigure(`redemptions, one member, ${count} at once`, one),
      waitFigure(`p99 of ${count} redemptions at once, one member, none refused`, one),
    ];
  } finally {
    await connections.end();
  }
}

export async function redemptionsPart(bench: Bench): Promise<Figure[]> {
  const { database } = await bench.planted();
  try {
    // As if each were used at once: nobody may hold a thousand.
    await pool().query(`alter table "Voucher" alter state set default 'used'`);
    const figures = await measureAll(database);
    await pool().query(`alter table "Voucher" alter state set default 'held'`);
    return figures;
  } finally {
    await closePool();
  }
}
