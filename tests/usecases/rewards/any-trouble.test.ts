// Whatever Shopify and a merchant's hands do to the discounts of rewards, in any order: once it goes well again, each published value
// has one discount of its own that gives what was published, and nobody is left with a code that Shopify doesn't have.
import { useLocalShopify, type InstalledShop } from '#tests/support/use-local-shopify.ts';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Reward } from '#app/core/rewards/reward-rules.ts';
import { VOUCHER_CONFIG } from '#app/core/rewards/voucher-config.ts';
import { pool } from '#app/db/pool.server.ts';
import { Failure } from '#app/errors.ts';
import { syncDiscounts } from '#app/usecases/discounts/sync-discounts.ts';
import { fillCodes } from '#app/usecases/rewards/fill-codes.ts';
import type { AppGives, CodeDiscount } from '#tests/local-shopify/shop/code-discount.ts';
import type { Fault } from '#tests/local-shopify/shop/faults.ts';
import { reward } from '#tests/support/factories.ts';
import { publishRewards } from '#tests/support/publish-rewards.ts';

const local = useLocalShopify(1);
let shop: InstalledShop;
beforeEach(async () => {
  shop = await local.install();
});
afterEach(goWell);

const titled = (en: string) => ({ en, fr: `${en} (fr)` });
const FIVE = reward({ key: 'five', title: titled('Five off') });
const ANY = reward({
  ...{ key: 'any', minimumMinor: null, title: titled('Any amount') },
  gives: { kind: 'any-amount', minor: 500, leastMinor: 100, mostMinor: null, sharePercent: 100 },
});
const tenth = (mostMinor: number): Reward =>
  reward({
    key: 'tenth',
    title: titled('A tenth'),
    gives: { kind: 'percent', percent: 10, of: 'order', mostMinor },
  });
const free = (): Reward => {
  const productIds = shop.local.products.slice(0, 2).map(({ id }) => id);
  return reward({
    key: 'free',
    title: titled('A free bag'),
    minimumMinor: null,
    gives: { kind: 'product', productIds, upToMinor: 2_000 },
  });
};

const codes = () => shop.local.codeDiscounts;
const faults = () => local.shopify().faults(shop.domain);
const configOf = ({ gives }: CodeDiscount): unknown => {
  if (gives.kind !== 'app') return null;
  const place = `${VOUCHER_CONFIG.namespace.replace('$app', shop.local.appNamespace).replace(':', '--')}.config`;
  return JSON.parse(gives.metafields[place]?.value ?? 'null');
};

function runs(yes: boolean): void {
  local.shopify().app.publicCategory = yes ? 'PUBLIC' : 'CUSTOM';
  shop.local.plan = yes ? 'development' : 'basic';
}
function goWell(): void {
  faults().clear();
  runs(true);
}

const HANDS: readonly ((one: CodeDiscount) => Promise<unknown>)[] = [
  (one) => codes().change(one.id, { title: 'Mine' }),
  (one) => codes().change(one.id, { title: '' }),
  (one) => codes().change(one.id, { tags: [] }),
  (one) => codes().change(one.id, { startsAt: '2026-01-01T00:00:00Z', endsAt: '2026-01-02T00:00:00Z' }),
  (one) => codes().change(one.id, { usageLimit: null, appliesOnSubscription: true }),
  (one) => codes().remove(one.id),
  (one) => codes().duplicate(one.id, `HAND${Math.random()}`, true),
  (one) => changeApp(one, { metafields: {} }),
  (one) => changeApp(one, { discountClasses: ['SHIPPING'] }),
  (one) => changeApp(one, { metafields: broken(one) }),
];
async function changeApp(one: CodeDiscount, change: Partial<AppGives>): Promise<void> {
  if (one.gives.kind === 'app') await codes().change(one.id, { gives: { ...one.gives, ...change } });
}
function broken({ gives }: CodeDiscount): AppGives['metafields'] {
  const fields = gives.kind === 'app' ? gives.metafields : {};
  return Object.fromEntries(
    Object.entries(fields).map(([place, field]) => [place, { ...field, value: '[1]' }]),
  );
}

const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('sync' as const) }) },
  fc.record({ do: fc.constant('fill' as const) }),
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('fault' as const),
      fault: fc.constantFrom<Fault>('throttle', 'lose_answer', 'error'),
      calls: fc.integer({ min: 1, max: 3 }),
      after: fc.nat(6),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('hand' as const),
      which: fc.nat(HANDS.length - 1),
      of: fc.nat(5),
    }),
  },
  fc.record({ do: fc.constant('publish' as const), most: fc.constantFrom(500, 700), without: fc.nat(5) }),
  fc.record({ do: fc.constant('plan' as const), runs: fc.boolean() }),
  fc.record({ do: fc.constant('refuse' as const) }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

let published: Reward[] = [];
/** Where functions don't run, or Shopify can't be asked, nobody may publish what needs them. */
async function publish(most: number, without: number): Promise<void> {
  goWell();
  published = [FIVE, ANY, tenth(most), free()].filter((_, index) => index !== without);
  await publishRewards(shop.id, published);
}

/** The fault comes after so many calls that go well. */
function trouble(fault: Fault, calls: number, after: number): void {
  let left = after;
  faults().script = () => {
    if (left-- === 0) faults().plan(fault, calls);
    return null;
  };
}

/** Jobs that fail by Shopify are done again. */
async function attempt(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
  }
}

async function play(one: Step): Promise<void> {
  if (one.do === 'sync') return attempt(syncDiscounts(shop.id));
  if (one.do === 'fill') return attempt(fillCodes(shop.id));
  if (one.do === 'fault') return trouble(one.fault, one.calls, one.after);
  if (one.do === 'publish') return publish(one.most, one.without);
  if (one.do === 'refuse') {
    faults().script = ({ operation }) =>
      /^(Create|Update)/.test(operation) ? { status: 502, body: { errors: 'bad gateway' } } : null;
    return;
  }
  if (one.do === 'plan') return runs(one.runs);
  const all = codes().values();
  const met = all[one.of % Math.max(1, all.length)];
  if (met) await HANDS[one.which]!(met);
}

async function recover(): Promise<void> {
  goWell();
  for (let times = 0; times < 4; times += 1) {
    await syncDiscounts(shop.id);
    await fillCodes(shop.id);
    // As the day goes by: what Shopify has is compared with ours once a day.
    await pool().query(
      `update "ShopDiscount" set "sweptAt" = now() - interval '2 days' where "shopId" = $1`,
      [shop.id],
    );
  }
}

it('C46 C106 C182 any trouble with discounts ends well', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 12 }), async (steps) => {
      await publish(500, 9);
      await attempt(syncDiscounts(shop.id));
      for (const one of steps) await play(one);
      await recover();
      const ours = codes()
        .values()
        .filter(({ endsAt }) => endsAt === null)
        .filter(({ title }) => published.some((one) => one.title.en === title));
      expect(ours.map(({ title }) => title).toSorted()).toEqual(
        published.map(({ title }) => title.en).toSorted(),
      );
      for (const one of ours) {
        const of = published.find(({ title }) => title.en === one.title)!;
        if (one.gives.kind === 'app') expect(configOf(one)).toMatchObject({ v: 1, title: of.title });
        expect([one.usageLimit, one.appliesOnSubscription]).toEqual([1, false]);
      }
      const { rows } = await pool().query<{ code: string; title: string }>(
        `select c.code, d.title from "RewardCode" c join "ShopDiscount" d on d."shopId" = c."shopId" and d.owner = c.owner
         where c."shopId" = $1 and c.state = 'ready'`,
        [shop.id],
      );
      const lost = rows.filter(({ code }) => !codes().find(code));
      expect(lost).toEqual([]);
      for (const { title } of published) expect(rows.some((row) => row.title === title.en)).toBe(true);
    }),
    { numRuns: Number(process.env['RUNS'] ?? 1), endOnFailure: true },
  );
}, 120_000);
