// Everything goes well again; then the app has until it is at rest. What the clock would ring within hours is rung by hand.
import { setTimeout as sleep } from 'node:timers/promises';
import { pauseOrStart } from './events/pause-program.ts';
import { openWork, WAITS } from './open-work.ts';
import type { World } from './world/world.ts';

/** It heals by what it sees: these are for what never ends. */
const limitMs = ({ histories }: World): number =>
  histories.reduce((ms, { shop }) => ms + 30 * shop.orders.size, 900_000);
/** More than a voucher waits for checkouts under way, in two steps; below the four hours of move-clock.ts. */
const WAITS_MS = 11 * 60_000;
/** What the next minute would begin. */
const RUNG_BY_THE_MINUTE = /^bell of | that are given up$/;
/** Past the last day of what lasts a day. Nothing runs then, so no job is taken for forgotten. */
const LAPSE_MS = 60 * 3_600_000;
/** Looks, four a second. */
const TELL_EVERY = 40;
const HOURLY = ['rescue_jobs', 'reconcile_all', 'sweep_all'];

/** @returns after how many seconds all was at rest, and what wasn't when time ran out */
export async function heal(
  world: World,
  say: (text: string) => void,
): Promise<{ seconds: number; open: Record<string, number> }> {
  const startedMs = performance.now();
  const { shopify, merchant, histories, clock } = world;
  shopify.webhooks.controls.each = null;
  for (const history of histories) {
    const { shop } = history;
    shopify.faults(shop.domain).clear();
    shop.codeDiscounts.trouble.clear();
    if (history.away) await merchant.untilLeft(shop.domain);
    await merchant.openApp(shop.domain);
    history.away = false;
    if (history.paused) await pauseOrStart(history, merchant, false);
  }
  await shopify.webhooks.flush();
  await ring(world);
  await untilAtRest(world, startedMs, say);
  await merchant.moveClock(new Date(clock.now().getTime() + LAPSE_MS));
  let open: Record<string, number>;
  // Each hour 250 known orders are asked for, so a deletion that nobody told is found in its turn.
  do {
    await ring(world);
    open = await untilAtRest(world, startedMs, say);
  } while ((await deletionsToFind(world)) > 0 && performance.now() - startedMs < limitMs(world));
  return { seconds: Math.round((performance.now() - startedMs) / 1_000), open };
}

/** Once everything goes well: whatever is due now is done. @returns what wasn't when time ran out */
export async function rest(world: World, say: (text: string) => void): Promise<Record<string, number>> {
  await ring(world);
  return untilAtRest(world, performance.now(), say);
}

/** Codes are compared with Shopify's once a day: as if one had passed. */
async function ring({ database }: World): Promise<void> {
  await database.ask('update "ShopDiscount" set "sweptAt" = null where value is not null');
  await database.ask(
    `select graphile_worker.add_job('fill_codes', json_build_object('shopId', id), job_key => 'fill_codes/' || id)
     from "Shop" where "uninstalledAt" is null`,
  );
  for (const task of HOURLY) await database.ask('select graphile_worker.add_job($1, job_key => $1)', [task]);
}

async function untilAtRest(
  world: World,
  startedMs: number,
  say: (text: string) => void,
): Promise<Record<string, number>> {
  const { webhooks } = world.shopify;
  for (let look = 1; ; look += 1) {
    // What the app changes at Shopify is told to it in turn: on its way it is neither done nor in the queue.
    await webhooks.flush();
    const last = webhooks.deliveries.at(-1);
    const open = await lookAround(world, say);
    const isQuiet = Object.keys(open).length === 0 && webhooks.deliveries.at(-1) === last;
    if (isQuiet || performance.now() - startedMs > limitMs(world)) return open;
    if (look % TELL_EVERY === 0) say(`still to be done: ${JSON.stringify(open)}`);
    await hurry(world, open);
    await sleep(250);
  }
}

/** A look that fails is told and taken again: an hour's history isn't lost for one lost connection of the torture's own. */
async function lookAround(world: World, say: (text: string) => void): Promise<Record<string, number>> {
  try {
    return await openWork(world);
  } catch (error) {
    say(`a look failed: ${String(error)}`);
    return { 'looks that failed': 1 };
  }
}

/** Nobody waits for these, and they wait for nobody. */
const TRY_MEMBERS = `update "Member" m set "syncTryAt" = now() from (select id from "Member" where "syncTryAt" > now()
  and "syncedRev" < rev and "goneAt" is null order by id for update skip locked) as w where m.id = w.id`;

/** A job that failed waits up to ten minutes for its next try, an order or a member that was refused longer: as if they had passed. */
async function hurry({ database, merchant, clock }: World, open: Record<string, number>): Promise<void> {
  await database.ask('update "SetAsideOrder" set "tryAgainAt" = since where "tryAgainAt" > since');
  await database.ask(TRY_MEMBERS);
  await database.ask(
    `select graphile_worker.reschedule_jobs(array_agg(id), now()) from graphile_worker.jobs
     where run_at > now() and locked_at is null having count(*) > 0`,
  );
  const left = Object.keys(open);
  const isBusy = left.some((name) => !WAITS.includes(name) && !RUNG_BY_THE_MINUTE.test(name));
  if (isBusy || left.length === 0) return;
  if (left.every((name) => WAITS.includes(name)))
    await merchant.moveClock(new Date(clock.now().getTime() + WAITS_MS));
  await database.ask(`select graphile_worker.add_job('rescue_jobs', job_key => 'rescue_jobs')`);
}

async function deletionsToFind({ database, histories }: World): Promise<number> {
  const rows = await database.ask<{ domain: string; orderId: string }>(
    `select s.domain, o."orderId"::text from "Order" o join "Shop" s on s.id = o."shopId"
     where o."deletedAt" is null and o."missingSince" is null`,
  );
  const shops = new Map(histories.map(({ shop }) => [shop.domain, shop]));
  return rows.filter(({ domain, orderId }) => !shops.get(domain)?.orders.has(orderId)).length;
}
