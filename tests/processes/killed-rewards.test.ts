// C07: web and worker are killed (-9) while they stand at each step that takes, makes, deletes, uses or gives back a code. After
// they were started again nothing was taken twice and nothing is lost.
import { randomUUID } from 'node:crypto';
import process from 'node:process';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { ShopJobName } from '#app/core/jobs.ts';
import type { Reward } from '#app/core/rewards/reward-rules.ts';
import { shownHash } from '#app/core/rewards/shown-hash.ts';
import { enqueue } from '#app/db/enqueue.server.ts';
import { closePool, pool, withTransaction } from '#app/db/pool.server.ts';
import { giveBack } from '#app/usecases/rewards/give-back.ts';
import { rescueJobs } from '#app/usecases/upkeep/rescue-jobs.ts';
import { proxySignature } from '#tests/local-shopify/storefront/proxy-signature.ts';
import type { Hold } from '#tests/local-shopify/shop/held-calls.ts';
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import { publishRewards } from '#tests/support/publish-rewards.ts';
import { books, FIVE, isRung, memberIdOf, memberWith, tap } from '#tests/support/rewards.ts';
import { heldStatements, type HeldStatements, type Moment } from './held-statements.ts';
import { keyedApp, newKey, SECRET, type KeyedApp } from './keyed-app.ts';

type Shop = { id: number; domain: string; local: LocalShop };
type Held = { id: string; code: string };

const TEN: Reward = {
  ...FIVE,
  key: 'ten',
  title: { en: '€10.00 off', fr: '10,00 € de remise' },
  cost: 200,
  gives: { kind: 'amount', minor: 1000 },
};
/** So long a worker is watched before its jobs are given to another. */
const WATCH_MS = 600;
const WAIT = { timeout: 30_000, interval: 50 };

let app: KeyedApp;
let statements: HeldStatements;
let shops: Shop[];
const shopOf = (index: number): Shop => shops[index]!;
const faults = ({ domain }: Shop) => app.shopify.faults(domain);
const query = (text: string, ...values: unknown[]) => pool().query<{ id: string }>(text, values);

beforeAll(async () => {
  app = await keyedApp(Object.keys(TAPS).length);
  await app.start({ SESSION_KEY: newKey() });
  Object.assign(process.env, app.env(), { LOG_LEVEL: 'silent' });
  for (const domain of app.domains) expect((await app.visit(domain)).status).toBe(200);
  const { rows } = await pool().query<{ id: number; domain: string }>(
    'select id, domain from "Shop" order by domain',
  );
  shops = rows.map((one) => ({ ...one, local: app.shopify.shop(one.domain) }));
  for (const shop of shops) {
    app.shopify.throttle(shop.domain).configure(1_000_000);
    await publishRewards(shop.id, [FIVE]);
  }
  statements = await heldStatements(app.databaseUrl);
  for (const shop of shops) await untilPoolIsFull(shop);
});

afterAll(async () => {
  await statements.stop();
  await closePool();
  await app.stop();
});

async function codesOf(shop: Shop, state: string): Promise<string[]> {
  const { rows } = await pool().query<{ code: string }>(
    'select code from "RewardCode" where "shopId" = $1 and state = $2 order by code',
    [shop.id, state],
  );
  return rows.map(({ code }) => code);
}

const somebodys = async (shop: Shop) =>
  [...(await codesOf(shop, 'ready')), ...(await codesOf(shop, 'taken'))].sort();

const untilPoolIsFull = (shop: Shop) =>
  vi.waitFor(async () => expect((await codesOf(shop, 'ready')).length).toBeGreaterThanOrEqual(50), WAIT);

function atShopify({ local }: Shop): string[] {
  const all = local.codeDiscounts.values().flatMap(({ id }) => local.codeDiscounts.codesOf(id));
  return all.map(({ code }) => code).sort();
}

/** What the theme's script sends when the shopper taps, as Shopify passes it on. Null: no answer. */
async function send({
  action,
  shop,
  customer,
  wish,
}: Pick<Wish, 'action' | 'shop' | 'customer' | 'wish'>): Promise<object | null> {
  const signed = {
    shop: shop.domain,
    logged_in_customer_id: customer,
    path_prefix: '/apps/sixth',
    timestamp: String(Math.floor(app.shopify.clock().getTime() / 1_000)),
  };
  const query = new URLSearchParams({ ...signed, signature: proxySignature(signed, SECRET) });
  const answer = await fetch(`${app.shopify.urls.tunnel}/proxy/${action}?${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ requestKey: randomUUID(), language: 'en', ...wish }),
  });
  const said = await answer.text();
  return said.startsWith('{') ? (JSON.parse(said) as object) : null;
}

async function held(shop: Shop, customerId: string): Promise<Held> {
  const taken = await tap(shop, customerId);
  if (!taken.ok) throw new Error(taken.refusal.reason);
  return taken.voucher;
}

/** Killed as it stands; what it had begun in the database has ended by itself when it is started again. */
async function killAndRevive(name: 'web' | 'worker'): Promise<void> {
  await app.kill(name);
  await statements.letGo();
  await app.revive();
  await rescueJobs(WATCH_MS);
}

async function run(job: ShopJobName, shop: Shop): Promise<void> {
  await withTransaction((client) => enqueue(client, job, { shopId: shop.id }));
  await expect.poll(() => isRung(shop, job)).toBe(false);
}

const customerOf = ({ local }: Shop, index: number) => [...local.customers.keys()][index] ?? '';

const TAKEN = { points: 0, vouchers: ['held'], gifts: ['given'], codes: ['taken'], entries: [-100] };
const BACK = { ...TAKEN, vouchers: ['releasing'] };
const NOTHING = { points: 100, vouchers: [], gifts: [], codes: [], entries: [] };

/** In which a tap stands, and what is there once whoever carried it out was killed. */
const TAPS = {
  debit: { action: 'redeem', half: NOTHING, whole: TAKEN },
  gift: { action: 'redeem', half: NOTHING, whole: TAKEN },
  voucher: { action: 'redeem', half: NOTHING, whole: TAKEN },
  redeemed: { action: 'redeem', half: TAKEN, whole: TAKEN },
  releasing: { action: 'give-back', half: TAKEN, whole: BACK },
  'given back': { action: 'give-back', half: BACK, whole: BACK },
} as const satisfies Partial<Record<Moment, object>>;
type Tap = (typeof TAPS)[keyof typeof TAPS];
type Wish = Tap & { shop: Shop; customer: string; wish: object };

/** In a shop of its own, where no other tap holds what it needs. */
async function tapThatStands(moment: keyof typeof TAPS, shop: Shop): Promise<Wish> {
  const customer = await memberWith(shop, 100, customerOf(shop, 0));
  const at = TAPS[moment];
  const wish =
    at.action === 'give-back'
      ? { voucher: (await held(shop, customer)).id }
      : { reward: FIVE.key, shown: shownHash(FIVE), requestKey: randomUUID() };
  await statements.hold(moment, await memberIdOf(shop, customer));
  return { ...at, shop, customer, wish };
}

test('C07 the web while it takes and gives back: all of it or nothing, and the same tap is done once', async () => {
  const moments = Object.keys(TAPS) as (keyof typeof TAPS)[];
  const wishes: Wish[] = [];
  for (const [index, moment] of moments.entries()) wishes.push(await tapThatStands(moment, shopOf(index)));
  const answers = wishes.map(send);
  await statements.standing(moments.length);
  await killAndRevive('web');
  expect(await Promise.all(answers)).toEqual(moments.map(() => null));

  const now = () => Promise.all(wishes.map(({ shop, customer }) => books(shop, customer)));
  expect(await now()).toEqual(wishes.map(({ half }) => half));
  // As the page does, which heard nothing.
  for (const wish of wishes) expect(await send(wish)).toMatchObject({ ok: true });
  expect(await now()).toEqual(wishes.map(({ whole }) => whole));
});

/** Pays with the code. */
async function order({ local }: Shop, customerId: string, { code }: Held): Promise<void> {
  const variantId = local.products[0]?.variants[0]?.id ?? '';
  const discounts = [
    { type: 'discount_code', title: code, value: { kind: 'amount', amountMinor: 500 } } as const,
  ];
  const lines = [{ variantId, quantity: 2 }];
  await local.placeOrder({ customerId, lines, payment: 'paid', locale: 'en', discounts });
}

const isUsedOnce = async (shop: Shop, customerId: string) => {
  const { vouchers, entries } = await books(shop, customerId);
  return { vouchers, entries };
};

test('C07 C106 the worker after Shopify has done what it was asked, and while an order uses a code', async () => {
  const [making, filling, releasing, applying] = [shopOf(0), shopOf(1), shopOf(2), shopOf(3)];
  const holds = [
    faults(making).held.hold('CreateRewardDiscount', 'done'),
    faults(filling).held.hold('AddCodes', 'done'),
    faults(releasing).held.hold('DeleteCodes', 'done'),
  ];
  await publishRewards(making.id, [FIVE, TEN]);
  await query(`update "RewardCode" set state = 'burnt' where "shopId" = $1 and state = 'ready'`, filling.id);
  await withTransaction((client) => enqueue(client, 'fill_codes', { shopId: filling.id }));
  const [back, buyer] = [customerOf(releasing, 1), customerOf(applying, 1)];
  await memberWith(releasing, 100, back);
  const gone = await held(releasing, back);
  await giveBack(releasing.id, back, gone.id);
  await memberWith(applying, 100, buyer);
  const used = await held(applying, buyer);
  await statements.hold('use', used.id);
  await order(applying, buyer, used);
  await standing(holds, 1);
  await killAndRevive('worker');
  for (const { letGo } of holds) letGo();

  await expect.poll(() => isUsedOnce(applying, buyer)).toEqual({ vouchers: ['used'], entries: [-100] });
  await untilPoolIsFull(filling);
  await expect.poll(() => releasing.local.codeDiscounts.find(gone.code)).toBeNull();
  expect((await books(releasing, back)).vouchers).toEqual(['releasing']);
  await expect.poll(async () => (await codesOf(making, 'ready')).length).toBeGreaterThanOrEqual(100);
  const titles = making.local.codeDiscounts.values().map(({ gives }) => gives);
  expect(titles).toEqual([
    { kind: 'amount', amountMinor: 500 },
    { kind: 'amount', amountMinor: 1000 },
  ]);
  for (const shop of [making, filling]) {
    await run('fill_codes', shop);
    const ours = await somebodys(shop);
    await expect.poll(() => atShopify(shop).filter((code) => !ours.includes(code))).toEqual([]);
    expect(atShopify(shop)).toEqual(expect.arrayContaining(await codesOf(shop, 'ready')));
  }
});

/** Each call at Shopify, and so many statements. */
async function standing(holds: readonly Hold[], count: number): Promise<void> {
  await expect.poll(() => holds.map((hold) => hold.isReached())).toEqual(holds.map(() => true));
  await statements.standing(count);
}

/** So many minutes pass for what is being released. */
async function pass(shop: Shop, minutes: number): Promise<void> {
  const earlier = (column: string) => `"${column}" = "${column}" - make_interval(mins => $2)`;
  const columns = ['releasingSince', 'goneSince', 'lookAt'].map(earlier).join(', ');
  await query(`update "Voucher" set ${columns} where "shopId" = $1`, shop.id, minutes);
}

test('C07 C181 the worker before Shopify was asked, and while points come back or an order is done with', async () => {
  const [ending, filling, releasing, applying] = [shopOf(0), shopOf(1), shopOf(2), shopOf(3)];
  const [back, buyer] = [customerOf(releasing, 1), customerOf(applying, 2)];
  for (let look = 0; look < 2; look += 1) {
    await pass(releasing, 1);
    await run('release_vouchers', releasing);
  }
  await statements.hold('released', await memberIdOf(releasing, back));
  await pass(releasing, 21);
  await query('update "Shop" set "reconciledThrough" = now() where id = $1', releasing.id);
  await withTransaction((client) => enqueue(client, 'release_vouchers', { shopId: releasing.id }));

  const holds = [
    faults(ending).held.hold('DeleteCodeDiscount', 'done'),
    faults(filling).held.hold('AddCodes', 'asked'),
  ];
  await publishRewards(ending.id, [FIVE]);
  await query(`update "RewardCode" set state = 'burnt' where "shopId" = $1 and state = 'ready'`, filling.id);
  await withTransaction((client) => enqueue(client, 'fill_codes', { shopId: filling.id }));
  await memberWith(applying, 100, buyer);
  const used = await held(applying, buyer);
  await statements.hold('used', used.id);
  await order(applying, buyer, used);
  await standing(holds, 2);
  await killAndRevive('worker');
  for (const { letGo } of holds) letGo();

  await expect.poll(() => isUsedOnce(applying, buyer)).toEqual({ vouchers: ['used'], entries: [-100] });
  await expect
    .poll(() => books(releasing, back))
    .toMatchObject({ points: 100, vouchers: ['released'], entries: [-100, 100] });
  await untilPoolIsFull(filling);
  await run('fill_codes', filling);
  await expect.poll(() => atShopify(filling)).toEqual(await somebodys(filling));
  await expect
    .poll(() => ending.local.codeDiscounts.values().map(({ gives }) => gives))
    .toEqual([{ kind: 'amount', amountMinor: 500 }]);
  // Told and done once more, nothing moves.
  await run('release_vouchers', releasing);
  await run('apply_orders', applying);
  expect((await books(releasing, back)).entries).toEqual([-100, 100]);
  expect((await books(applying, buyer)).entries).toEqual([-100]);
});
