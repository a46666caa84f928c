// Where functions can't run a full card is given as a code; a plan that changes takes it over, and nothing is given twice.
import { useLocalShopify, type InstalledShop } from '#tests/support/use-local-shopify.ts';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StampCard } from '#app/core/program/card-rules.ts';
import { figureMismatches } from '#app/db/figures/daily-figures.server.ts';
import { ledgerMismatches } from '#app/db/ledger/ledger-check.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { membersWithFullCard } from '#app/db/stamps/card-ways.server.ts';
import { fetchOrder } from '#app/shopify/snapshots/fetch-order.ts';
import { syncDiscounts } from '#app/usecases/discounts/sync-discounts.ts';
import { adjustMember } from '#app/usecases/members/adjust-member.ts';
import { fillCodes } from '#app/usecases/rewards/fill-codes.ts';
import { giveBack } from '#app/usecases/rewards/give-back.ts';
import { giveFullCards } from '#app/usecases/stamps/give-full-cards.ts';
import { syncMembers } from '#app/usecases/storefront/sync-members.ts';
import { offOf, sell, shownVouchers } from '#tests/support/reward-sales.ts';
import { followWays, wayOf, wholeWayToCodes } from '#tests/support/card-ways.ts';
import { cutOffAfter } from '#tests/support/cut-off.ts';
import { card } from '#tests/support/factories.ts';
import { publishCards } from '#tests/support/publish-cards.ts';
import { look, reconciled, wholeWay } from '#tests/support/releasing.ts';
import { merge, redact } from '#tests/support/people.ts';
import { balance, tellAndApply } from '#tests/support/shops.ts';

const local = useLocalShopify(12);
let used = 0;
let shop: InstalledShop;

const coffee = (change: Partial<StampCard> = {}): StampCard => {
  const [beans] = shop.local.products;
  const products = { all: false, productIds: [beans!.id], collectionIds: [], withTags: [], withoutTags: [] };
  return { ...card(), maxPriceMinor: 1500, products, ...change };
};
const stop = () => void (shop.local.plan = 'basic');
const goOn = () => void (shop.local.plan = 'plus');

const automatic = () => shop.local.automaticDiscounts.values();
const stamps = async () => (await balance(shop, customer())).stamps;
const customer = () => shop.local.customers.values().next().value!.id;
type Held = { state: string; code: string; price: number; cause: string; unit: string; ended: string | null };
const held = async (): Promise<Held[]> =>
  (
    await pool().query<Held>(
      `select v.state, v.code, v.price::int, v.cause, v.unit, c."endedBy"::text as ended from "Voucher" v
       left join "MemberCard" c on c."memberId" = v."memberId" where v."shopId" = $1 order by v.id`,
      [shop.id],
    )
  ).rows;
const memberId = async (): Promise<string> =>
  (
    await pool().query<{ id: string }>(
      'select id::text from "Member" where "shopId" = $1 and "customerId" = $2',
      [shop.id, customer()],
    )
  ).rows[0]!.id;
const adjust = async (amount: number) => {
  const wanted = {
    unit: 'stamps/coffee' as const,
    amount,
    reason: 'by hand',
    note: '',
    madeBy: '1',
    belowZero: false,
  };
  const done = await adjustMember(shop.id, await memberId(), { ...wanted, requestKey: randomUUID() });
  expect(done).toMatchObject({ ok: true });
};
const cart = (code: string | null, quantity = 1) => ({
  customerId: customer(),
  isAuthenticated: true,
  language: 'en' as const,
  lines: [{ variantId: shop.local.products[0]!.variants[0]!.id, quantity }],
  codes: code === null ? [] : [code],
});

async function sound(): Promise<void> {
  expect(await ledgerMismatches(pool(), shop.id)).toEqual([]);
  expect(await figureMismatches(pool(), shop.id)).toEqual([]);
}

beforeEach(async () => {
  shop = await local.install((used += 1) - 1);
  goOn();
  local.shopify().app.publicCategory = 'CUSTOM';
});
afterEach(() => {
  local.shopify().app.publicCategory = 'PUBLIC';
  shop.local.plan = 'development';
});

describe('a full card as a code', () => {
  it('costs its stamps, takes up to the ceiling off its products, and comes back with its order', async () => {
    await publishCards(shop.id, [coffee()]);
    await syncDiscounts(shop.id);
    stop();
    await wholeWayToCodes(shop);
    expect(await wayOf(shop)).toBe('codes');
    await sell(shop, cart(null, 5));
    await syncMembers(shop.id);
    expect(await held()).toMatchObject([
      {
        state: 'held',
        price: 5,
        cause: 'card/coffee/1',
        unit: 'stamps/coffee',
      },
    ]);
    expect((await held())[0]?.ended).toMatch(/^-/);
    expect(await stamps()).toBe(0);
    const [shown] = shownVouchers(shop, customer());
    expect(shown).toMatchObject({
      key: 'card.coffee',
      title: { en: 'Up to €15.00 off (Coffee card)' },
      gives: { kind: 'amount', minor: 1500, of: 'card' },
      state: 'held',
    });
    const order = await sell(shop, cart(shown!.code!, 1));
    expect(offOf(order)).toBe(Math.min(1500, shop.local.products[0]!.variants[0]!.priceMinor));
    expect(await held()).toMatchObject([{ state: 'used' }]);
    // The unit that was paid so earns its stamp.
    expect(await stamps()).toBe(1);
    await shop.local.cancelOrder(order.id);
    await tellAndApply(shop, (await fetchOrder(shop.domain, order.id))!);
    await syncMembers(shop.id);
    expect(await held()).toMatchObject([{ state: 'used' }, { state: 'held', cause: 'card/coffee/2' }]);
    expect(await stamps()).toBe(0);
    await sound();
  });
});

describe('what happens around it', () => {
  const asCodes = async (change: Partial<StampCard> = {}) => {
    await publishCards(shop.id, [coffee(change)]);
    await syncDiscounts(shop.id);
    stop();
    await wholeWayToCodes(shop);
  };

  it('C52 a card that becomes larger is filled at its old size, and the code ends it', async () => {
    await asCodes();
    await sell(shop, cart(null, 4));
    expect(await publishCards(shop.id, [coffee({ size: 8 })])).toMatchObject({ ok: true });
    await sell(shop, cart(null, 1));
    await syncMembers(shop.id);
    expect(await held()).toMatchObject([{ state: 'held', price: 5 }]);
    await sell(shop, cart(null, 7));
    await syncMembers(shop.id);
    expect([await stamps(), (await held()).length]).toEqual([7, 1]);
    await sell(shop, cart(null, 1));
    await syncMembers(shop.id);
    expect(await held()).toMatchObject([{ price: 5 }, { price: 8, cause: 'card/coffee/2' }]);
    await sound();
  });

  it(
    'C07 whoever gives it is killed after each deed in turn: it is given once',
    { timeout: 120_000 },
    async () => {
      await asCodes();
      await sell(shop, cart(null, 1));
      await adjust(-1);
      for (let deed = 1; ; deed += 1) {
        const before = (await held()).length;
        await adjust(5);
        const wasCut = await cutOffAfter(deed, () => giveFullCards(shop.id));
        await giveFullCards(shop.id);
        expect([await stamps(), (await held()).length], `after deed ${deed}`).toEqual([0, before + 1]);
        if (!wasCut) break;
        await fillCodes(shop.id);
      }
      await sound();
    },
  );

  it('without a code that is ready the card stays full, and is given with the first', async () => {
    await asCodes();
    await pool().query(`update "RewardCode" set state = 'burnt' where "shopId" = $1`, [shop.id]);
    await sell(shop, cart(null, 11));
    await syncMembers(shop.id);
    expect([await stamps(), await held()]).toEqual([11, []]);
    await fillCodes(shop.id);
    expect([await stamps(), (await held()).map(({ cause }) => cause)]).toEqual([
      1,
      ['card/coffee/1', 'card/coffee/2'],
    ]);
  });

  it('while Shopify makes no codes, filling does not ask for itself again and again', async () => {
    await asCodes();
    await pool().query(`update "RewardCode" set state = 'burnt' where "shopId" = $1`, [shop.id]);
    shop.local.codeDiscounts.trouble.holdsWork = true;
    await sell(shop, cart(null, 5));
    await pool().query('delete from graphile_worker._private_jobs');
    await fillCodes(shop.id);
    const waiting = await pool().query('select key from graphile_worker.jobs where key = $1', [
      `fill_codes/${shop.id}`,
    ]);
    expect([await stamps(), await held(), waiting.rows]).toEqual([5, [], []]);
    shop.local.codeDiscounts.trouble.clear();
    await fillCodes(shop.id);
    expect([await stamps(), (await held()).length]).toEqual([0, 1]);
  });

  it('one whose card can’t be given keeps nobody from theirs, and nobody’s balance from the pages', async () => {
    await asCodes();
    const [bad, good] = [...shop.local.customers.values()].map(({ id }) => id);
    for (const customerId of [bad!, good!]) await sell(shop, { ...cart(null, 5), customerId });
    await pool().query(
      `insert into "Gift" ("shopId", "memberId", cause, "requestHash", gives, "programVersion", state, "givenAt")
       values ($1, $2, 'card/coffee/what', '', '{}', 1, 'given', now())`,
      [shop.id, await memberId()],
    );
    await syncMembers(shop.id);
    expect(await held()).toMatchObject([{ cause: 'card/coffee/1', state: 'held' }]);
    expect(shownVouchers(shop, good!)).toMatchObject([{ key: 'card.coffee' }]);
    const { rows } = await pool().query('select 1 from "Member" where "shopId" = $1 and "syncedRev" < rev', [
      shop.id,
    ]);
    expect([await stamps(), rows]).toEqual([5, []]);
  });

  it('C36 two people with a code each become one, who has both and goes on filling', async () => {
    await asCodes();
    const [kept, gone] = [...shop.local.customers.values()].map(({ id }) => id);
    for (const customerId of [kept!, gone!]) await sell(shop, { ...cart(null, 7), customerId });
    await syncMembers(shop.id);
    expect(await held()).toMatchObject([{ cause: 'card/coffee/1' }, { cause: 'card/coffee/1' }]);
    await merge(shop, kept!, gone!);
    await syncMembers(shop.id);
    expect(await stamps()).toBe(4);
    await sell(shop, { ...cart(null, 1), customerId: kept! });
    await syncMembers(shop.id);
    await wholeWay(shop);
    await syncMembers(shop.id);
    const codes = (await held()).filter(({ state }) => state === 'held');
    expect([await stamps(), codes.length, new Set(codes.map(({ code }) => code)).size]).toEqual([0, 3, 3]);
    for (const { code } of codes) expect(shop.local.codeDiscounts.find(code)).not.toBeNull();
    await sound();
  });

  it('of somebody who is erased the code ends, and nothing is left', async () => {
    await asCodes();
    await sell(shop, cart(null, 5));
    await syncMembers(shop.id);
    const [{ code }] = (await held()) as [Held];
    await redact(shop, customer());
    await wholeWay(shop);
    expect(shop.local.codeDiscounts.find(code)).toBeNull();
    expect((await held()).filter(({ state }) => state === 'held')).toEqual([]);
    await giveFullCards(shop.id);
    await sound();
  });

  it('who is left out is given nothing, and nobody gives a full card back', async () => {
    await asCodes();
    await sell(shop, cart(null, 5));
    await pool().query('update "Member" set blocked = true where "shopId" = $1', [shop.id]);
    await syncMembers(shop.id);
    expect(await held()).toEqual([]);
    expect(await membersWithFullCard(pool(), shop.id, 'coffee', { after: '0', limit: 9 })).toEqual([]);
    await pool().query('update "Member" set blocked = false where "shopId" = $1', [shop.id]);
    await giveFullCards(shop.id);
    const { rows } = await pool().query<{ id: string }>(
      'select id::text from "Voucher" where "shopId" = $1',
      [shop.id],
    );
    expect(await giveBack(shop.id, customer(), rows[0]!.id)).toEqual({ ok: false, reason: 'free' });
  });
});

describe('C110 C184 a plan that changes', () => {
  it('takes the card to codes only once its discount was off for long, and orders are in', async () => {
    await publishCards(shop.id, [coffee()]);
    await syncDiscounts(shop.id);
    expect([automatic().length, await wayOf(shop)]).toEqual([1, undefined]);
    stop();
    await followWays(shop);
    expect([automatic().length, await wayOf(shop)]).toEqual([0, 'to-codes']);
    await followWays(shop);
    await followWays(shop, 19);
    await reconciled(shop);
    await followWays(shop, 0);
    expect(await wayOf(shop)).toBe('to-codes');
    await followWays(shop, 2);
    expect(await wayOf(shop)).toBe('to-codes');
    await reconciled(shop);
    await followWays(shop, 0);
    expect(await wayOf(shop)).toBe('codes');
  });

  it('takes it back to the cart once everybody’s stamps are told; held codes come back as stamps', async () => {
    await publishCards(shop.id, [coffee()]);
    stop();
    await wholeWayToCodes(shop);
    await sell(shop, cart(null, 6));
    await adjust(1);
    await syncMembers(shop.id);
    expect([await stamps(), (await held()).length]).toEqual([2, 1]);
    goOn();
    await pool().query('update "Member" set rev = rev + 1 where "shopId" = $1', [shop.id]);
    await followWays(shop);
    await followWays(shop);
    expect([await wayOf(shop), automatic().length]).toEqual(['to-cart', 0]);
    expect(await held()).toMatchObject([{ state: 'releasing' }]);
    await syncMembers(shop.id);
    await followWays(shop);
    expect([await wayOf(shop), automatic().length]).toEqual(['cart', 1]);
    await wholeWay(shop);
    await look(shop);
    expect(await held()).toMatchObject([{ state: 'released', ended: null }]);
    expect(await stamps()).toBe(7);
    await sound();
  });
});
