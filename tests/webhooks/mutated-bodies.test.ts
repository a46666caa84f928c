// Whatever a signed body says: it is stored, or refused with a reason, and never "later".
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closePrisma, prisma } from '#app/db/client.server.ts';
import { closePool } from '#app/db/pool.server.ts';
import { parseOrderNews } from '#app/shopify/snapshots/order-payload.ts';
import { testDatabase, type TestDatabase } from '#tests/support/database.ts';
import { mutatedBodies } from './mutated-bodies.ts';
import { plantShop } from './plant-shop.ts';
import { setEnvironment, SHOP, startApp, type RunningApp } from './shopify-sends.ts';

const SEED = 20_261_126;

let database: TestDatabase;
let app: RunningApp;

beforeAll(async () => {
  database = await testDatabase();
  setEnvironment(database.url);
  await plantShop(SHOP);
  app = await startApp();
});

afterAll(async () => {
  await app.stop();
  await Promise.all([closePrisma(), closePool()]);
  await database.drop();
});

test('four thousand spoilt order bodies: each is an order that can be kept, or is refused by fields', () => {
  const told = mutatedBodies(SEED, 8_000).filter(({ path }) => path === '/webhooks/orders');
  const kinds = { read: 0, refused: 0 };
  for (const { topic, body } of told) {
    const read = parseOrderNews(topic, body);
    kinds[read.ok ? 'read' : 'refused'] += 1;
    if (!read.ok) expect(read.reason).toMatch(/^not (JSON|an? [a-z]+)(: [\w., ]+)?$/);
    else expect(JSON.stringify(read.news)).not.toMatch(/\\u0000|\\ud[89a-f]/);
  }
  expect(kinds.read).toBeGreaterThan(100);
  expect(kinds.refused).toBeGreaterThan(100);
});

test('six hundred spoilt bodies of every topic through the listener: 200 each, and no half is left', async () => {
  const bodies = mutatedBodies(SEED + 1, 600);
  for (let from = 0; from < bodies.length; from += 50) {
    const batch = bodies.slice(from, from + 50);
    const answers = await Promise.all(
      batch.map(({ path, topic, body }, index) =>
        app.send(path, body, { topic, webhookId: `spoilt-${from + index}` }),
      ),
    );
    expect(batch.filter((_, index) => answers[index] !== 200)).toEqual([]);
  }
  expect(await prisma().order.count({ where: { orderId: { lte: 0 } } })).toBe(0);
});
