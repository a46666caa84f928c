// "Where are my points?" in a shop with a hundred thousand members and a million entries: what an answer takes, to a shopper, to one
// with thousands of orders, and to the merchant.
import { performance } from 'node:perf_hooks';
import { closePool, pool } from '#app/db/pool.server.ts';
import { askOrder } from '#app/usecases/order-answers/ask-order.ts';
import { askOwnOrder } from '#app/usecases/order-answers/ask-own-order.ts';
import { order } from '#tests/support/factories.ts';
import { installedShop, type TestShop } from '#tests/support/shops.ts';
import { ROUNDS, type Bench } from './bench.ts';
import { percentile, type Figure } from './figures.ts';

const MEMBERS = 100_000;
const ORDERS_EACH = 2;
const ENTRIES_EACH = 5;
/** Of one who never stops buying. */
const MANY_ORDERS = 5_000;
const FIRST_CUSTOMER = 1_000_000;
const QUESTIONS = 100;

const ORDERS = `insert into "Order" ("shopId", "orderId", "memberId", revision, "appliedRevision", "programVersion", "placedAt", name,
    shape, "snapshotUpdatedAt", facts, snapshot)
  select $1, nr, m.id, 1, 1, 1, now(), '#' || nr, 3, now(), '{"v":1,"blocked":false,"collections":{},"lines":{}}',
    ($2::jsonb || jsonb_build_object('orderId', nr::text, 'name', '#' || nr, 'customerId', m."customerId"::text))::json`;

const STATEMENTS: readonly [sql: string, values: readonly unknown[]][] = [
  [
    `insert into "Member" ("shopId", "customerId", "joinedAt", points, seq)
     select $1, ${FIRST_CUSTOMER} + nr, now(), 0, ${ORDERS_EACH * ENTRIES_EACH} from generate_series(1, ${MEMBERS}) as nr`,
    [],
  ],
  [
    `${ORDERS} from "Member" m, generate_series(1, ${ORDERS_EACH}) as n,
       lateral (select (m."customerId" - ${FIRST_CUSTOMER}) * 10 + n as nr) as named where m."shopId" = $1`,
    [JSON.stringify(order())],
  ],
  [
    `${ORDERS} from "Member" m, generate_series(1, ${MANY_ORDERS}) as n,
       lateral (select 90000000 + n as nr) as named where m."shopId" = $1 and m."customerId" = ${FIRST_CUSTOMER} + 1`,
    [JSON.stringify(order())],
  ],
  [
    `insert into "LedgerEntry" ("shopId", "memberId", seq, unit, kind, "sourceKey", "orderId", amount, "balanceAfter",
       "programVersion", explanation, "occurredAt", "recordedAt")
     select $1, o."memberId", (o."orderId" % 10 - 1) * ${ENTRIES_EACH} + n, 'points', 'order',
       'order/' || o."orderId" || '/' || n, o."orderId", 1, 1, 1, '{}', now(), now()
     from "Order" o, generate_series(1, ${ENTRIES_EACH}) as n where o."shopId" = $1 and o."orderId" < 90000000`,
    [],
  ],
];

async function openShop(): Promise<TestShop> {
  const shop = await installedShop({ domain: 'order-answers.myshopify.com' });
  for (const [sql, values] of STATEMENTS) await pool().query(sql, [shop.id, ...values]);
  await pool().query('vacuum analyze "Member", "LedgerEntry", "Order"');
  return shop;
}

type Question = (nr: number) => Promise<boolean>;

/** @throws Error for an answer without the order */
async function p95(question: Question): Promise<number> {
  const taken: number[] = [];
  for (let nr = 1; nr <= QUESTIONS; nr += 1) {
    const start = performance.now();
    const isFound = await question(nr * 37);
    taken.push(performance.now() - start);
    if (!isFound) throw new Error(`question ${nr} found no order`);
  }
  return percentile(taken, 0.95);
}

function questionsOf(shop: TestShop): Readonly<Record<string, Question>> {
  const own = async (nr: number, name: string) =>
    (await askOwnOrder(shop.id, String(FIRST_CUSTOMER + nr), name)).answer.found;
  return {
    'a shopper’s own order': (nr) => own(nr, String(nr * 10 + 1)),
    [`one of a shopper’s ${MANY_ORDERS.toLocaleString('en')} orders`]: (nr) => own(1, `#${90_000_000 + nr}`),
    'a merchant’s question': async (nr) => (await askOrder(shop, `#${nr * 10 + 1}`, null))?.known === 'here',
  };
}

export async function orderAnswersPart(bench: Bench): Promise<Figure[]> {
  await bench.planted();
  const shop = await openShop();
  const figures: Figure[] = [];
  for (const [name, question] of Object.entries(questionsOf(shop))) {
    await p95(question);
    const ours: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) ours.push(await p95(question));
    figures.push({
      part: 'order-answers',
      name: `${name}, p95`,
      unit: 'ms',
      ours,
      baseline: null,
      wanted: '≤ 100 ms',
    });
  }
  await closePool();
  return figures;
}
