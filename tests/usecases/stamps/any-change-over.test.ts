// Whatever a shop's plan, its shoppers, its workers, Shopify and the network do: once they leave off, each card has the stamps that
// Shopify's own orders say, no full card was given both in the cart and as a code, and none was lost.
import { useLocalShopify } from '#tests/support/use-local-shopify.ts';
import process from 'node:process';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { figureMismatches } from '#app/db/figures/daily-figures.server.ts';
import { ledgerMismatches } from '#app/db/ledger/ledger-check.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { syncDiscounts } from '#app/usecases/discounts/sync-discounts.ts';
import {
  CARD_JOBS,
  CARD_KEYS,
  CardWorld,
  type CardCode,
  type CardJob,
  type CardKey,
  type Telling,
  type Trouble,
} from '#tests/support/card-world.ts';
import { passForCards, wayOf, wholeWayToCodes } from '#tests/support/card-ways.ts';
import { cutOffAfter } from '#tests/support/cut-off.ts';
import { publishCards } from '#tests/support/publish-cards.ts';

/** `HISTORIES=40` plays more of them. */
const HISTORIES = Number(process.env['HISTORIES'] ?? 5);
const local = useLocalShopify(HISTORIES + 1);

type Plan = 'basic' | 'plus';
type Play = { world: CardWorld; flips: boolean };
type Step = { told: string; play: (now: Play) => Promise<unknown> };

/** A kind of thing that may happen. */
function kind<T>(
  weight: number,
  name: string,
  arbitrary: fc.Arbitrary<T>,
  play: (of: T, now: Play) => Promise<unknown>,
): { weight: number; arbitrary: fc.Arbitrary<Step> } {
  const step = (of: T): Step => ({ told: `${name} ${JSON.stringify(of)}`, play: (now) => play(of, now) });
  return { weight, arbitrary: arbitrary.map(step) };
}

const who = fc.nat(2);
const index = fc.nat(9);
const key = fc.constantFrom<CardKey>(...CARD_KEYS);
const telling = fc.constantFrom<Telling>('once', 'once', 'twice', 'late', 'lost');
const plan = fc.constantFrom<Plan>('basic', 'plus');
const jobs = Object.keys(CARD_JOBS) as CardJob[];
const job = fc.constantFrom<CardJob>(...jobs, 'sync_discounts');
const COUNTS = [
  [1, 0],
  [5, 0],
  [6, 0],
  [12, 0],
  [15, 1],
  [0, 4],
  [3, 3],
  [0, 1],
  [1, 7],
] as const;
const purchase = fc.record({
  who,
  counts: fc.constantFrom<readonly number[]>(...COUNTS),
  codes: fc.nat(2),
  telling,
});

const goTo = ({ world, flips }: Play, to: Plan) => {
  if (flips) world.shop.local.plan = to;
};

const plain = [
  kind(6, 'buy', purchase, (of, { world }) => world.buy(of)),
  kind(2, 'plan', plan, async (to, now) => goTo(now, to)),
  kind(
    3,
    'open',
    fc.record({ who, to: plan, minutes: fc.constantFrom(2, 19, 25) }),
    ({ who: shopper, to, minutes }, now) => now.world.leaveOpen(shopper, () => goTo(now, to), minutes),
  ),
  kind(4, 'in turn', fc.constant(null), (_, { world }) => world.runInTurn()),
  kind(6, 'job', job, (one, { world }) => world.run(one)),
  kind(3, 'cut off', fc.record({ job, deed: fc.integer({ min: 1, max: 40 }) }), (of, { world }) =>
    cutOffAfter(of.deed, () => world.run(of.job)),
  ),
  kind(3, 'at once', fc.tuple(job, job), (both, { world }) => Promise.all(both.map((one) => world.run(one)))),
  kind(4, 'pass', fc.constantFrom(1, 7, 25), (minutes, { world }) => passForCards(world.shop, minutes)),
  kind(
    1,
    'fault',
    fc.tuple(fc.constantFrom('error' as const, 'lose_answer' as const), fc.integer({ min: 1, max: 3 })),
    async ([fault, calls], { world }) => local.shopify().faults(world.shop.domain).plan(fault, calls),
  ),
  kind(
    2,
    'trouble',
    fc.constantFrom<Trouble>('holds', 'fails', 'skips', 'keeps', 'none', 'none'),
    async (of, { world }) => world.trouble(of),
  ),
  kind(
    1,
    'delete',
    fc.tuple(index, fc.constantFrom('code' as const, 'discount' as const)),
    ([at, what], { world }) => world.deleteByHand(at, what),
  ),
];
/** By these stamps may be owed. */
const changing = [
  kind(2, 'buy with any code', purchase, (of, { world }) => world.buy({ ...of, others: true })),
  kind(2, 'refund', fc.tuple(index, telling), ([at, told], { world }) => world.refund(at, told)),
  kind(1, 'cancel', fc.tuple(index, telling), ([at, told], { world }) => world.cancel(at, told)),
  kind(2, 'move', fc.tuple(index, who, telling), ([at, to, told], { world }) => world.move(at, to, told)),
  kind(1, 'merge', fc.tuple(who, who), ([one, other], { world }) => world.merge(one, other)),
  kind(2, 'adjust', fc.tuple(who, key, fc.constantFrom(1, 5, 8, -1, -3)), ([of, on, by], { world }) =>
    world.adjust(of, on, by),
  ),
  // What the cart gave at one size is reckoned at it for good: sizes change where it gives nothing.
  kind(1, 'size', fc.tuple(key, fc.constantFrom(3, 4, 5, 8)), async ([of, size], { world, flips }) => {
    if (!flips) await world.resize(of, size);
  }),
];

let used = 0;
async function fresh(first: Plan): Promise<CardWorld> {
  const shop = await local.install((used += 1) - 1);
  local.shopify().app.publicCategory = 'CUSTOM';
  local.shopify().throttle(shop.domain).configure(1_000_000);
  shop.local.plan = 'plus';
  const world = new CardWorld(shop, () => local.shopify().faults(shop.domain).clear());
  expect(await publishCards(shop.id, world.cards())).toMatchObject({ ok: true });
  shop.local.plan = first;
  await syncDiscounts(shop.id);
  if (first === 'basic') await wholeWayToCodes(shop);
  return world;
}

async function judge(world: CardWorld, owes: boolean): Promise<void> {
  const { shop } = world;
  const isCart = shop.local.plan === 'plus';
  for (const of of CARD_KEYS) expect((await wayOf(shop, of)) ?? 'cart').toBe(isCart ? 'cart' : 'codes');
  expect(shop.local.automaticDiscounts.values().length).toBe(isCart ? CARD_KEYS.length : 0);
  const codes = await world.codes();
  const held = codes.filter(({ state }) => state === 'held' || state === 'releasing');
  if (isCart) expect(held).toEqual([]);
  const { codeDiscounts } = shop.local;
  for (const { code } of held) expect(codeDiscounts.find(code), code).not.toBeNull();
  for (const { code, state } of codes) if (state === 'released') expect(codeDiscounts.find(code)).toBeNull();
  for (const customerId of world.customers())
    for (const of of CARD_KEYS) await judgeCard(world, { customerId, of, codes, isCart, owes });
  expect(await ledgerMismatches(pool(), shop.id)).toEqual([]);
  expect(await figureMismatches(pool(), shop.id)).toEqual([]);
}

type Judged = {
  customerId: string;
  of: CardKey;
  codes: readonly CardCode[];
  isCart: boolean;
  owes: boolean;
};

async function judgeCard(world: CardWorld, { customerId, of, codes, isCart, owes }: Judged): Promise<void> {
  const { rows } = await pool().query<{ stamps: number; size: number; ended: boolean }>(
    `select c.stamps::int, c.size, c."endedBy" is not null as ended from "MemberCard" c join "Member" m on m.id = c."memberId"
     where m."shopId" = $1 and m."customerId" = $2 and c."cardKey" = $3`,
    [world.shop.id, customerId, of],
  );
  const published = world.sizes[of];
  const { stamps, size, ended } = rows[0] ?? { stamps: 0, size: published, ended: false };
  expect({ customerId, of, stamps }).toEqual({
    customerId,
    of,
    stamps: world.stampsOf(customerId, of, codes),
  });
  // Nothing was taken back, so whatever is owed was given twice.
  if (!owes) expect(stamps).toBeGreaterThanOrEqual(0);
  if (!isCart) expect(stamps).toBeLessThan(ended && stamps < size ? published : size);
}

it(
  'C03 C04 C05 C07 C36 C52 C110 C184 any history of plans, shoppers and faults ends with the stamps that orders say',
  async () => {
    const history = fc.boolean().chain((owes) =>
      fc.record({
        owes: fc.constant(owes),
        flips: fc.constantFrom(true, true, false),
        first: plan,
        steps: fc.array(fc.oneof(...plain, ...(owes ? changing : [])), { minLength: 8, maxLength: 40 }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(history, async ({ owes, flips, first, steps }) => {
        const world = await fresh(flips ? first : 'basic');
        for (const { play } of steps) await play({ world, flips });
        await world.calmDown();
        await judge(world, owes);
      }),
      { numRuns: HISTORIES, endOnFailure: true },
    );
  },
  HISTORIES * 60_000,
);
