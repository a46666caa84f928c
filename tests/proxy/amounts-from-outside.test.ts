// POST /proxy/redeem with an amount, /proxy/change-amount and /proxy/history, as somebody tries them who wants more than is theirs,
// and as a crowd does: no answer is a fault of ours, and no point is made or lost.
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { costOf } from '#app/core/rewards/any-amount.ts';
import { shownHash } from '#app/core/rewards/shown-hash.ts';
import { figureMismatches } from '#app/db/figures/daily-figures.server.ts';
import { setBlocked } from '#app/db/members/members.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { redeem } from '#app/usecases/rewards/redeem.ts';
import { nextId, reward, rules } from '#tests/support/factories.ts';
import { merge, redact } from '#tests/support/people.ts';
import { books, FIVE, memberWith, rewardShop, tally } from '#tests/support/rewards.ts';
import { addVersion, tellAndApply, type TestShop } from '#tests/support/shops.ts';
import { useDatabase } from '#tests/support/use-database.ts';
import { orderWith } from '#tests/support/vouchers.ts';
import { openShopPages, type Answered, type ProxyRequest, type ShopPages } from './shop-pages.ts';

useDatabase();

const GIVES = {
  kind: 'any-amount',
  minor: 500,
  leastMinor: 100,
  mostMinor: 5_000,
  sharePercent: 100,
} as const;
const ANY = reward({ key: 'any', minimumMinor: null, gives: GIVES });
let pages: ShopPages;
let shop: TestShop;

beforeAll(async () => {
  shop = await rewardShop({ rewards: [ANY, FIVE], codes: 600, domain: 'roaster.myshopify.com' });
  pages = await openShopPages();
  return () => pages.stop();
});

type Body = Answered['body'] & { refused?: string; points?: number; voucher?: { id: string; code: string } };
type Action = 'redeem' | 'change-amount' | 'give-back' | 'history';

async function send(action: Action, sent: unknown, customerId: string, request: ProxyRequest = {}) {
  const { status, body } = await pages.send(sent, { action, customerId, ...request });
  return { status, body: body as Body };
}

const wish = (minor: unknown = 1_000) => {
  return { requestKey: randomUUID(), reward: 'any', shown: shownHash(ANY), minor, language: 'en' };
};
const change = (voucher: unknown, minor: unknown) => {
  return { requestKey: randomUUID(), voucher, minor, language: 'fr' };
};

async function held(minor = 1_000, points = 1_000) {
  const customerId = await memberWith(shop, points);
  const wanted = { requestKey: randomUUID(), rewardKey: 'any', shown: shownHash(ANY), minor };
  const taken = await redeem(shop.id, customerId, wanted);
  if (!taken.ok) throw new Error(taken.refusal.reason);
  const { id, code, memberId } = taken.voucher;
  return { customerId, memberId, id, code };
}

describe('what is no amount', () => {
  const ODD = [
    ...[0, -1, 1.5, 1e21, 1_000_000_001, '1000', '', null, true, [], [1_000], {}, '1e3', '9'.repeat(400)],
    ...['٣', '\u0000', { $gt: 0 }],
  ];

  test('C100 is 400, and moves nothing', async () => {
    const { customerId, id } = await held();
    const fresh = await memberWith(shop, 500);
    for (const odd of ODD) {
      expect((await send('redeem', wish(odd), fresh)).status).toBe(400);
      if (ODD.indexOf(odd) < 12)
        expect((await send('change-amount', change(id, odd), customerId)).status).toBe(400);
    }
    expect((await books(shop, fresh)).points).toBe(500);
    expect((await books(shop, customerId)).points).toBe(800);
  });

  test.each([['-1'], ['1'.repeat(19)], [' 1'], ['1\n'], [1], [null], [{}], ['9e9'], ['0x1']])(
    'C62 %o is no voucher, and no place in a history',
    async (odd) => {
      const customerId = await memberWith(shop, 500);
      expect((await send('change-amount', change(odd, 500), customerId)).status).toBe(400);
      const { status } = await send('history', { language: 'en', before: odd }, customerId);
      expect(status).toBe(odd === null ? 200 : 400);
    },
  );

  test.each(['', '{', '[]', 'null', '"x"', '0', '{"minor":1}', '\u0000', '{"__proto__":{"minor":5}}', '﻿{}'])(
    'the body %j is 400',
    async (body) => {
      const customerId = await memberWith(shop, 500);
      for (const action of ['redeem', 'change-amount'] as const)
        expect((await send(action, body, customerId)).status).toBe(400);
      expect([200, 400]).toContain((await send('history', body, customerId)).status);
    },
  );

  test('a body without an end is 413 and cut', async () => {
    const customerId = await memberWith(shop, 500);
    for (const action of ['redeem', 'change-amount', 'history'] as const)
      expect((await send(action, `{"a":"${'x'.repeat(3_000)}"}`, customerId)).status).toBe(413);
  });
});

describe('what is somebody else’s', () => {
  test('C62 C103 stays theirs: another customer’s, another shop’s, a reward that is no amount, a number that nobody has', async () => {
    const elsewhere = await rewardShop({ rewards: [ANY], domain: 'tea.myshopify.com' });
    const { id } = await held();
    const stranger = await memberWith(shop, 500);
    const five = await send(
      'redeem',
      { ...wish(), reward: 'five', shown: shownHash(FIVE), minor: undefined },
      stranger,
    );
    await memberWith(elsewhere, 500, stranger);
    const all = [
      await send('change-amount', change(id, 100), stranger),
      await send('change-amount', change(id, 100), stranger, { shop: elsewhere.domain }),
      await send('change-amount', change(five.body.voucher!.id, 100), stranger),
      await send('change-amount', change('999999999999999999', 100), stranger),
      await send('change-amount', change(id, 100), nextId()),
    ];
    expect(all.map(({ status, body }) => [status, body.refused])).toEqual(Array(5).fill([404, 'unknown']));
    // All are said alike, so that nobody learns which numbers there are.
    expect(new Set(all.map(({ body }) => body.message)).size).toBe(1);
  });

  test('C62 a history from behind another’s event tells one’s own alone', async () => {
    const { customerId } = await held();
    const stranger = await memberWith(shop, 77);
    const theirs = await send('history', { language: 'en' }, customerId);
    expect(JSON.stringify(theirs.body)).toContain('200');
    const { rows } = await pool().query<{ last: string }>(
      'select (max(id) + 1)::text as last from "LedgerEntry"',
    );
    const mine = await send('history', { language: 'en', before: rows[0]!.last }, stranger);
    expect(mine.body).toMatchObject({ entries: [{ moved: '+77\u00a0points' }], next: null });
  });
});

const CROWD = 120;

/** Sends as the block does: what wasn't answered in time is asked for once more, under its key. */
async function answered(action: Action, sent: unknown, customerId: string) {
  const first = await send(action, sent, customerId);
  return first.status === 503 ? send(action, sent, customerId) : first;
}

test('C100 C109 a crowd that chooses and changes at once has its amounts, though nobody tells Shopify, and is looked up together', async () => {
  const customers: string[] = [];
  while (customers.length < CROWD) customers.push(await memberWith(shop, 1_000));
  const looks = vi.spyOn(pool(), 'query');
  const taken = await Promise.all(customers.map((customerId) => answered('redeem', wish(), customerId)));
  expect(tally(taken.map(({ status }) => String(status)))).toEqual({ 200: CROWD });
  const changes = customers.map((_, index) => change(taken[index]!.body.voucher!.id, 700));
  const changed = await Promise.all(
    customers.map((customerId, index) => answered('change-amount', changes[index], customerId)),
  );
  expect(tally(changed.map(({ status, body }) => `${status} ${body.points}`))).toEqual({ '200 860': CROWD });
  const lookedFor = looks.mock.calls.flatMap(([query]) => sizeOfLook(query));
  looks.mockRestore();
  // Whoever looks for themselves alone asks for one.
  expect(Math.max(...lookedFor)).toBeGreaterThan(CROWD / 10);
}, 60_000);

/** How many waiting shoppers a statement asks for, if it is one that looks whether they were told. */
function sizeOfLook(query: unknown): number[] {
  const { name, values } = query as { name?: string; values?: unknown[][] };
  return name === 'told-of' ? [values![0]!.length] : [];
}

const WHAT = [
  'redeem',
  'change',
  'others',
  'back',
  'use',
  'merge',
  'erase',
  'block',
  'publish',
  'look',
] as const;
const deed = fc.record({
  what: fc.constantFrom(...WHAT, 'change' as const, 'change' as const),
  who: fc.nat(2),
  minor: fc.integer({ min: 90, max: 1_500 }),
  cost: fc.constantFrom(100, 100, 120),
});
type Deed = typeof deed extends fc.Arbitrary<infer D> ? D : never;
type Holder = Awaited<ReturnType<typeof held>>;

let version = 1;
async function publish(cost: number): Promise<void> {
  version += 1;
  const rewards = [{ ...ANY, cost }, FIVE];
  await addVersion(shop.id, version, rules({ rewards }), '2026-11-21T12:00:00Z');
}

/** What the shop's jobs do, one after the other as the queue does it. */
async function job(
  { what, minor, cost }: Deed,
  { customerId, memberId, code }: Holder,
  other: Holder,
): Promise<void> {
  if (what === 'use') await tellAndApply(shop, { ...orderWith({ code }, [minor]), customerId });
  if (what === 'merge') await merge(shop, other.customerId, customerId);
  if (what === 'erase') await redact(shop, customerId);
  if (what === 'block') await setBlocked(pool(), shop.id, memberId, true);
  if (what === 'publish') await publish(cost);
}

async function tap({ what, minor }: Deed, { customerId, id }: Holder, other: Holder): Promise<number> {
  if (what === 'redeem') return (await send('redeem', wish(minor), customerId)).status;
  if (what === 'change') return (await send('change-amount', change(id, minor), customerId)).status;
  if (what === 'others') return (await send('change-amount', change(other.id, minor), customerId)).status;
  if (what === 'back') return (await send('give-back', change(id, undefined), customerId)).status;
  return (await send('history', { language: 'fr' }, customerId)).status;
}

const isJob = ({ what }: Deed) => ['use', 'merge', 'erase', 'block', 'publish'].includes(what);

/** Each amount costs the fewest points that are worth it, at the step of one of the versions. */
async function pricesOf(from: string): Promise<boolean[]> {
  const { rows } = await pool().query<{ price: number; face: number }>(
    `select price::int, "faceMinor"::int as face from "Voucher" where "shopId" = $1 and id >= $2 and "rewardKey" = 'any'`,
    [shop.id, from],
  );
  return rows.map(({ price, face }) =>
    [100, 120].some((points) => costOf(face, { points, minor: 500 }) === price),
  );
}

test('C100 C104 C36 whatever comes at once, no answer is a fault of ours, and the books agree', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 12, maxLength: 28 }), async (deeds) => {
      await publish(100);
      const holders = [await held(600, 300), await held(600, 300), await held(600, 300)];
      const of = ({ who }: Deed) => [holders[who]!, holders[(who + 1) % 3]!] as const;
      const jobs = async () => {
        for (const each of deeds.filter(isJob)) await job(each, ...of(each));
        return [];
      };
      const taps = deeds.filter((each) => !isJob(each)).map(async (each) => [await tap(each, ...of(each))]);
      const statuses = (await Promise.all([jobs(), ...taps])).flat();
      expect(statuses.filter((status) => ![200, 403, 404, 409, 422].includes(status))).toEqual([]);
      expect(await pricesOf(holders[0]!.id)).not.toContain(false);
      expect(await figureMismatches(pool(), shop.id)).toEqual([]);
      // The ledger is compared with its caches when the file ends.
    }),
    { numRuns: Number(process.env['RUNS'] ?? 3), endOnFailure: true },
  );
}, 60_000);
