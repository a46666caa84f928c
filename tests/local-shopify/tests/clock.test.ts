// The clock that the desk moves: for the stand-in, for what it issued, and for processes that know nothing of it.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { coffeeRoaster } from '#tests/local-shopify/shop/coffee-roaster.ts';
import { readLaterDay, sameTimeOn } from '#tests/local-shopify/clock/later-day.ts';
import { MovableClock } from '#tests/local-shopify/clock/movable-clock.ts';
import { LocalShopify } from '#tests/local-shopify/shop/local-shopify.ts';

const DAY_MS = 86_400_000;
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'sixth-clock-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const inDays = (clock: MovableClock, days: number) => new Date(clock.now().getTime() + days * DAY_MS);
/** Whole days between the machine's clock and another; a moment passes between the two readings. */
const daysAhead = (at: Date) => Math.round((at.getTime() - Date.now()) / DAY_MS) || 0;

test('it goes ahead and never back, and the next start finds it there', async () => {
  const file = path.join(folder, 'kept');
  const clock = await MovableClock.open(file);
  expect(daysAhead(clock.now())).toBe(0);
  await clock.moveTo(inDays(clock, 3));
  await clock.moveTo(inDays(clock, 2));
  await expect(clock.moveTo(inDays(clock, -1))).rejects.toThrow('never goes back');
  expect(daysAhead(clock.now())).toBe(5);
  expect(daysAhead((await MovableClock.open(file)).now())).toBe(5);
});

test('a process that was started with it follows at once, in every way of asking the time', async () => {
  const clock = await MovableClock.open(path.join(folder, 'followed'));
  const preload = pathToFileURL(path.resolve(import.meta.dirname, '../preload.mjs')).href;
  const script = `process.stdin.on('data', () => console.log(JSON.stringify([new Date(), Date.now(), Date(), new Date(0),
    new Date() instanceof Date, new Date().constructor === Date])))`;
  const child = spawn(process.execPath, [`--import=${preload}`, '-e', script], {
    env: { ...process.env, LOCAL_CLOCK_FILE: clock.file, TZ: 'UTC' },
  });
  const answers = createInterface(child.stdout)[Symbol.asyncIterator]();
  const ask = async () => {
    child.stdin.write('?');
    const { value } = await answers.next();
    return JSON.parse(String(value)) as [string, number, string, string, boolean, boolean];
  };
  expect(daysAhead(new Date((await ask())[0]))).toBe(0);
  await clock.moveTo(inDays(clock, 30));
  const [made, number, words, first, ...kinds] = await ask();
  for (const read of [made, number, words]) expect(daysAhead(new Date(read))).toBe(30);
  expect([first, ...kinds]).toEqual(['1970-01-01T00:00:00.000Z', true, true]);
  child.kill();
});

test('tokens live as much longer as the clock was moved, and no longer', async () => {
  const movable = await MovableClock.open(path.join(folder, 'tokens'));
  const shops = [coffeeRoaster()];
  let moved = 0;
  const onMoved = async () => void (moved += 1);
  const shopify = await LocalShopify.open({ apiKey: 'key', apiSecret: 'secret', shops, movable, onMoved });
  const { domain } = shopify.firstShop;
  const token = await shopify.tokens.issue(domain, [], shopify.clock(), true);
  await shopify.moveClock(inDays(movable, 200));
  expect(moved).toBe(1);
  expect(daysAhead(shopify.clock())).toBe(200);
  const found = (hours: number) =>
    shopify.tokens.find(domain, token.accessToken, new Date(shopify.clock().getTime() + hours * 3_600_000));
  expect([found(0.9)?.accessToken, found(1.1)]).toEqual([token.accessToken, null]);
  expect(await shopify.tokens.refresh(domain, token.refreshToken ?? '', shopify.clock())).not.toBeNull();
  await shopify.stop();
});

test('orders are placed on the moved day', async () => {
  const movable = await MovableClock.open(path.join(folder, 'orders'));
  const shopify = await LocalShopify.open({ apiKey: 'k', apiSecret: 's', shops: [coffeeRoaster()], movable });
  await shopify.moveClock(inDays(movable, 10));
  const shop = shopify.firstShop;
  const variantId = shop.products[0]?.variants[0]?.id ?? '';
  const lines = [{ variantId, quantity: 1 }];
  const order = await shop.placeOrder({ customerId: null, lines, payment: 'paid', locale: 'en' });
  expect(daysAhead(new Date(order.processedAt))).toBe(10);
  await shopify.stop();
});

test('a shop may begin in the past, and catches up with the machine once', async () => {
  const movable = await MovableClock.open(path.join(folder, 'past'));
  const shopify = await LocalShopify.open({ apiKey: 'k', apiSecret: 's', shops: [coffeeRoaster()], movable });
  const token = await shopify.tokens.issue(shopify.firstShop.domain, [], shopify.clock(), true);
  await movable.beginAt(inDays(movable, -90));
  expect(daysAhead((await MovableClock.open(movable.file)).now())).toBe(-90);
  await shopify.moveClock(inDays(movable, 30));
  expect(daysAhead(shopify.clock())).toBe(-60);
  expect(Math.round(movable.behindMs / DAY_MS)).toBe(60);
  await shopify.catchUpClock();
  await shopify.catchUpClock();
  expect([movable.behindMs, daysAhead(shopify.clock())]).toEqual([0, 0]);
  expect(token.expiresAt).toBeGreaterThan(Date.now() + 80 * DAY_MS);
  await shopify.stop();
});

test('an order of the past bears its own time everywhere', async () => {
  const shopify = await LocalShopify.open({ apiKey: 'k', apiSecret: 's', shops: [coffeeRoaster()] });
  const shop = shopify.firstShop;
  const lines = [{ variantId: shop.products[0]?.variants[0]?.id ?? '', quantity: 1 }];
  const placedAt = new Date('2026-03-04T10:11:12Z');
  const order = await shop.placeOrder({ customerId: null, lines, payment: 'paid', locale: 'en', placedAt });
  const { createdAt, processedAt, updatedAt, transactions } = order;
  const times = new Set([createdAt, processedAt, updatedAt, transactions[0]?.createdAt]);
  expect([...times]).toEqual(['2026-03-04T10:11:12Z']);
  await shopify.stop();
});

test('a day is one of the calendar, ahead, and not too far', () => {
  const read = (typed: string) => readLaterDay(typed, '2026-11-21');
  expect(read('2026-11-22')).toEqual({ day: '2026-11-22' });
  for (const typed of ['', '2026-11-21', '2026-02-30', '2027-13-01', '2030-01-01', 'tomorrow', '22.11.2026'])
    expect(read(typed)).toHaveProperty('wrong');
});

test('a move lands on the day that was named, in time zones far apart and where clocks change', () => {
  for (const timeZone of ['Pacific/Apia', 'Pacific/Honolulu', 'Europe/Dublin', 'America/St_Johns']) {
    for (const time of ['00:10', '12:00', '23:50']) {
      for (const day of ['2026-11-22', '2027-03-28', '2027-03-29', '2027-07-01', '2027-10-31']) {
        const at = sameTimeOn(day, new Date(`2026-11-21T${time}:00Z`), timeZone);
        expect(new Intl.DateTimeFormat('en-CA', { timeZone }).format(at)).toBe(day);
      }
    }
  }
});
