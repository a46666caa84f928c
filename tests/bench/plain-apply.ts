// The baseline of `apply`: every due order in a transaction of its own, over eight connections, through `pg` alone.
// A process of its own, as the worker is; says in one JSON line how long it took.
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import pg from 'pg';
import { shopProgram, type ShopProgram } from '#app/db/program/programs.server.ts';
import { applyOneOrder } from './plain-transaction.ts';

const CONNECTIONS = 8;

type Due = { shopId: number; orderId: string };

async function connect(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: process.env['DATABASE_URL'] });
  await client.connect();
  return client;
}

async function programsOf(client: pg.Client, due: readonly Due[]): Promise<Map<number, ShopProgram>> {
  const programs = new Map<number, ShopProgram>();
  for (const shopId of new Set(due.map((order) => order.shopId))) {
    const program = await shopProgram(client, shopId);
    if (program) programs.set(shopId, program);
  }
  return programs;
}

async function applyAll(clients: readonly pg.Client[], first: pg.Client): Promise<void> {
  const { rows: due } = await first.query<Due>(
    `select "shopId", "orderId"::text from "Order" where "appliedRevision" < revision order by "shopId", "orderId"`,
  );
  const programs = await programsOf(first, due);
  const left = due.values();
  await Promise.all(
    clients.map(async (client) => {
      // One iterator for all: each takes the next.
      for (const { shopId, orderId } of left) {
        const program = programs.get(shopId);
        if (program) await applyOneOrder(client, { shopId, program }, orderId);
      }
    }),
  );
}

const clients = await Promise.all(Array.from({ length: CONNECTIONS }, connect));
const [first] = clients;
if (!first) throw new Error('no connection');
const start = performance.now();
await applyAll(clients, first);
const seconds = (performance.now() - start) / 1_000;
await Promise.all(clients.map((client) => client.end()));
process.stdout.write(`${JSON.stringify({ seconds })}\n`);
