// C94 The database is stopped eight times, and its connections are cut as often, while orders come in: no process ends, and
// every order that was answered 200 is in the ledger once.
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AppProcess } from '#tests/demo/app-process.ts';
import { orderBody } from '#tests/webhooks/order-body.ts';
import { orderHeaders, ownProcesses, type OwnProcesses } from './own-processes.ts';

const STOPS = 8;
const SENDERS = 4;
/** Of an order of 25.00. */
const POINTS = 25;

let own: OwnProcesses;
let processes: AppProcess[];
let ended: string[] = [];

beforeAll(async () => {
  own = await ownProcesses();
  processes = await Promise.all([own.start('web'), own.start('worker'), own.start('worker')]);
  for (const one of processes) one.ended.catch((error: unknown) => ended.push(String(error)));
});

afterAll(async () => {
  await own.stop();
});

let number = 0;
let going = true;

/** As Shopify sends: again until it is taken. */
async function deliver(): Promise<void> {
  const body = orderBody((number += 1));
  const headers = orderHeaders(body, `delivery-${number}`);
  const url = `http://127.0.0.1:${processes[0]?.ready.port}/webhooks/orders`;
  for (let status = 0; status !== 200;) {
    status = (await fetch(url, { method: 'POST', headers, body })).status;
    if (status !== 200) await sleep(100);
  }
}

async function send(): Promise<void> {
  while (going) await deliver();
}

const cutAll = () =>
  own.ask(`select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'sixth-%'`);

async function counts() {
  const [row] = await own.ask<{ orders: number; due: number; points: number; entries: number }>(
    `select (select count(*) from "Order")::int as orders,
       (select count(*) from "Order" where "appliedRevision" < revision)::int as due,
       (select coalesce(sum(points), 0) from "Member")::int as points,
       (select count(*) from "LedgerEntry")::int as entries`,
  );
  return row;
}

test('C94 no process ends, and nothing is lost or counted twice', async () => {
  const senders = Array.from({ length: SENDERS }, send);
  for (let stop = 0; stop < STOPS; stop += 1) {
    await sleep(150);
    await cutAll();
    await sleep(150);
    await own.restartDatabase();
  }
  going = false;
  await Promise.all(senders);
  await expect
    .poll(counts, { timeout: 60_000 })
    .toMatchObject({ orders: number, due: 0, points: number * POINTS });
  expect(ended).toEqual([]);
  ended = [];
});

test('C94 each of the workers has its lock again', async () => {
  const held = () =>
    own.ask(`select 1 from pg_locks where locktype = 'advisory' and classid = 6 * 65536 + 20856 and granted`);
  await expect.poll(async () => (await held()).length).toBe(2);
});

test('C94 what they said of it are lines of JSON, and none calls it fatal', async () => {
  const lines = await own.logged();
  expect(lines.filter((line) => !line.startsWith('{'))).toEqual([]);
  expect(lines.filter((line) => line.includes('"level":60'))).toEqual([]);
});
