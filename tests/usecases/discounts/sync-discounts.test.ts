import { useLocalShopify, type InstalledShop } from '#tests/support/use-local-shopify.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import type { StampCard } from '#app/core/program/card-rules.ts';
import { cardDiscounts } from '#app/db/discounts/shop-discounts.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { ringReconciliations } from '#app/usecases/orders/ring-reconciliations.ts';
import { syncDiscounts } from '#app/usecases/discounts/sync-discounts.ts';
import type { AutomaticDiscount } from '#tests/local-shopify/shop/automatic-discount.ts';
import { card } from '#tests/support/factories.ts';
import { publishCards } from '#tests/support/publish-cards.ts';

const local = useLocalShopify(2);
const tea = card({ key: 'tea', title: { en: 'Tea card', fr: 'Carte thé' }, size: 7 });
let shop: InstalledShop;

const discounts = (of = shop): AutomaticDiscount[] => of.local.automaticDiscounts.values();
const rows = () => cardDiscounts(pool(), shop.id);
const titles = async (cardKey = 'coffee') =>
  (
    await pool().query<{ title: string }>(
      'select title from "CardTitle" where "shopId" = $1 and "cardKey" = $2 order by title',
      [shop.id, cardKey],
    )
  ).rows.map(({ title }) => title);

function metafield(discount: AutomaticDiscount | undefined, key: string): unknown {
  const found = Object.values(discount?.metafields ?? {}).find((one) => one.key === key);
  return found ? JSON.parse(found.value) : null;
}

async function running(...cards: StampCard[]): Promise<AutomaticDiscount[]> {
  expect(await publishCards(shop.id, cards)).toMatchObject({ ok: true });
  await syncDiscounts(shop.id);
  return discounts();
}

beforeEach(async () => {
  shop = await local.install();
  local.shopify().faults(shop.domain).clear();
  for (const { id } of discounts()) await shop.local.automaticDiscounts.remove(id);
  await publishCards(shop.id, []);
  await syncDiscounts(shop.id);
  await pool().query('delete from "CardTitle" where "shopId" = $1', [shop.id]);
});

describe('the discounts of published cards', () => {
  it('are none on install, and Shopify isn’t even asked', async () => {
    local.shopify().faults(shop.domain).plan('error');
    await syncDiscounts(shop.id);
    expect([discounts(), await rows()]).toEqual([[], []]);
  });

  it('are one for each card, with the card’s own terms', async () => {
    const dated = { ...tea, startsOn: '2026-12-01', endsOn: '2099-12-31' };
    const combined = { ...dated, combinesWith: { product: false, order: true, shipping: false } };
    const [coffee, other] = await running(card(), combined);
    expect(coffee).toMatchObject({
      kind: 'app',
      functionHandle: 'loyalty-discount',
      title: 'Coffee card',
      endsAt: null,
      discountClasses: ['PRODUCT'],
      appliesOnSubscription: false,
      appliesOnOneTimePurchase: true,
      combinesWith: { productDiscounts: true, orderDiscounts: true, shippingDiscounts: true },
    });
    // Dublin is at UTC in winter.
    expect(other).toMatchObject({
      title: 'Tea card',
      startsAt: '2026-12-01T00:00:00Z',
      endsAt: '2100-01-01T00:00:00Z',
      combinesWith: { productDiscounts: false, orderDiscounts: true, shippingDiscounts: false },
    });
    expect(metafield(coffee, 'config')).toMatchObject({ v: 1, own: 'coffee' });
    expect(metafield(other, 'config')).toMatchObject({ v: 1, own: 'tea' });
    expect(metafield(other, 'variables')).toEqual({ collectionIds: [], tags: [] });
    expect(await rows()).toMatchObject([
      { owner: 'card/coffee', discountId: coffee?.id, state: 'active', problem: null, healed: null },
      { owner: 'card/tea', discountId: other?.id, problem: null },
    ]);
  });

  it('C03 stay one each however often and however many at once they are synced', async () => {
    await publishCards(shop.id, [card(), tea]);
    await Promise.all(Array.from({ length: 5 }, () => syncDiscounts(shop.id)));
    const made = discounts();
    expect(made).toHaveLength(2);
    await syncDiscounts(shop.id);
    await syncDiscounts(shop.id);
    expect(discounts()).toEqual(made);
  });

  it('C78 tell their function which products are bundles, new ones with the next sync', async () => {
    const [coffee] = await running(card());
    expect(metafield(coffee, 'config')).toMatchObject({ bundles: [] });
    const [product] = shop.local.products;
    product!.bundle = true;
    await syncDiscounts(shop.id);
    product!.bundle = false;
    expect(metafield(discounts()[0], 'config')).toMatchObject({ bundles: [product?.id] });
    expect(await rows()).toMatchObject([{ healed: null }]);
  });

  it('C07 aren’t made again when the answer, or the process, was lost', async () => {
    await publishCards(shop.id, [card()]);
    await loseAnswerOf('CreateDiscount');
    expect(await rows()).toMatchObject([{ discountId: null, state: 'missing' }]);
    const [made] = discounts();
    await syncDiscounts(shop.id);
    expect(discounts()).toHaveLength(1);
    expect(await rows()).toMatchObject([{ discountId: made?.id, state: 'active', healed: null }]);
  });
});

function sent([, init]: Parameters<typeof fetch>): { query: string; operationName: string } {
  const body = typeof init?.body === 'string' ? init.body : '{}';
  return { query: '', operationName: '', ...(JSON.parse(body) as object) };
}

async function loseAnswerOf(operation: string): Promise<void> {
  const { fetch: real } = globalThis;
  globalThis.fetch = async (...args) => {
    const answer = await real(...args);
    if (sent(args).operationName === operation) throw new TypeError('cut off');
    return answer;
  };
  try {
    await expect(syncDiscounts(shop.id)).rejects.toThrow();
  } finally {
    globalThis.fetch = real;
  }
}

describe('publishing', () => {
  it('changes the discount that is there, and keeps every title', async () => {
    const [before] = await running(card());
    const renamed = { ...card(), title: { en: 'Bean card', fr: 'Carte grains' }, size: 8 };
    const [after] = await running(renamed, tea);
    expect(after).toMatchObject({ id: before?.id, title: 'Bean card', startsAt: before?.startsAt });
    expect(metafield(after, 'config')).toMatchObject({ cards: [{ key: 'coffee', size: 8 }] });
    expect(await titles()).toEqual(['Bean card', 'Carte café', 'Carte grains', 'Coffee card']);
    expect(await rows()).toMatchObject([{ healed: null }, { healed: null }]);
  });

  it('takes the discount of a card away that ends, and gives it back with the card', async () => {
    const [coffee] = await running(card(), tea);
    expect((await running(tea)).map(({ title }) => title)).toEqual(['Tea card']);
    expect(await rows()).toMatchObject([{ owner: 'card/tea' }]);
    const again = await running(tea, card());
    expect(again.map(({ title }) => title).sort()).toEqual(['Coffee card', 'Tea card']);
    expect(again.some(({ id }) => id === coffee?.id)).toBe(false);
  });
});

describe('C46 a discount changed by hand', () => {
  it('deleted: is made again', async () => {
    const [before] = await running(card());
    await shop.local.automaticDiscounts.remove(before!.id);
    await syncDiscounts(shop.id);
    expect(discounts()).toMatchObject([{ title: 'Coffee card', kind: 'app' }]);
    expect(await rows()).toMatchObject([
      { healed: 'deleted', discountId: discounts()[0]?.id, state: 'active' },
    ]);
  });

  it('C69 renamed: gets its title back, and the foreign one is kept, for orders under it', async () => {
    const [{ id } = { id: '' }] = await running(card());
    await shop.local.automaticDiscounts.change(id, { title: 'Summer gift ' });
    await syncDiscounts(shop.id);
    expect(discounts()).toMatchObject([{ id, title: 'Coffee card' }]);
    expect(await titles()).toEqual(['Carte café', 'Coffee card', 'Summer gift']);
    expect(await rows()).toMatchObject([{ healed: 'renamed' }]);
  });

  it('ended: runs again', async () => {
    const [{ id } = { id: '' }] = await running(card());
    await shop.local.automaticDiscounts.change(id, { endsAt: '2026-01-01T00:00:00Z' });
    await syncDiscounts(shop.id);
    expect(discounts()).toMatchObject([{ id, endsAt: null }]);
    expect(await rows()).toMatchObject([{ healed: 'ended', state: 'active' }]);
  });

  it('moved into the future: runs now', async () => {
    const [{ id } = { id: '' }] = await running(card());
    await shop.local.automaticDiscounts.change(id, { startsAt: '2099-01-01T00:00:00Z' });
    await syncDiscounts(shop.id);
    expect(new Date(discounts()[0]!.startsAt).getTime()).toBeLessThanOrEqual(Date.now());
    expect(await rows()).toMatchObject([{ healed: 'dates', state: 'active' }]);
  });

  it('combined otherwise, or put on subscriptions: back as published', async () => {
    const [{ id } = { id: '' }] = await running(card());
    const combinesWith = { productDiscounts: false, orderDiscounts: false, shippingDiscounts: true };
    await shop.local.automaticDiscounts.change(id, { combinesWith });
    await syncDiscounts(shop.id);
    expect(discounts()[0]?.combinesWith.orderDiscounts).toBe(true);
    expect(await rows()).toMatchObject([{ healed: 'combination' }]);
    await shop.local.automaticDiscounts.change(id, { appliesOnSubscription: true });
    await syncDiscounts(shop.id);
    expect(discounts()[0]?.appliesOnSubscription).toBe(false);
    expect(await rows()).toMatchObject([{ healed: 'other' }]);
  });

  it('duplicated: the copy ends, and its title is kept where it has given something', async () => {
    const [{ id } = { id: '' }] = await running(card());
    const whole = await shop.local.automaticDiscounts.duplicate(id, true);
    const empty = await shop.local.automaticDiscounts.duplicate(id, false);
    await syncDiscounts(shop.id);
    expect(discounts()).toMatchObject([{ id, endsAt: null }, { id: whole.id }, { id: empty.id }]);
    expect(discounts().filter(({ endsAt }) => endsAt !== null)).toHaveLength(2);
    expect(await titles()).toEqual(['Carte café', 'Coffee card', 'Copy of Coffee card']);
    expect(await rows()).toMatchObject([{ discountId: id, healed: 'copied' }]);
    const ended = discounts();
    await syncDiscounts(shop.id);
    expect(discounts()).toEqual(ended);
  });

  it('renamed at the very moment of our own write: is noticed by the run that it rings', async () => {
    await publishCards(shop.id, [card()]);
    const { fetch: real } = globalThis;
    globalThis.fetch = async (...args) => {
      const answer = await real(...args);
      const [made] = discounts();
      if (made && sent(args).operationName === 'CreateDiscount') {
        await shop.local.automaticDiscounts.change(made.id, { title: 'Quick hand' });
      }
      return answer;
    };
    try {
      await syncDiscounts(shop.id);
    } finally {
      globalThis.fetch = real;
    }
    expect(discounts()).toMatchObject([{ title: 'Quick hand' }]);
    await syncDiscounts(shop.id);
    expect(discounts()).toMatchObject([{ title: 'Coffee card' }]);
    expect(await rows()).toMatchObject([{ healed: 'renamed' }]);
    expect(await titles()).toContain('Quick hand');
  });

  it('is left alone while it is as it was: nothing is written twice', async () => {
    const before = await running(card(), tea);
    const mutations = await mutationsOf(() => syncDiscounts(shop.id));
    expect(mutations).toEqual([]);
    expect(discounts()).toEqual(before);
  });

  it('the merchant’s own discounts stay the merchant’s', async () => {
    const terms = { kind: 'basic', percentBp: 2000, collectionId: null } as const;
    const [coffee] = await running(card());
    const { id: _id, kind: _kind, createdAt: _at, updatedAt: _then, ...rest } = coffee!;
    const own = await shop.local.automaticDiscounts.add({ ...rest, ...terms, title: 'Sale', metafields: {} });
    await syncDiscounts(shop.id);
    expect(shop.local.automaticDiscounts.get(own.id)).toEqual(own);
  });
});

async function mutationsOf(work: () => Promise<unknown>): Promise<string[]> {
  const { fetch: real } = globalThis;
  const names: string[] = [];
  globalThis.fetch = (...args) => {
    const { query, operationName } = sent(args);
    if (query.trim().includes('mutation ')) names.push(operationName);
    return real(...args);
  };
  try {
    await work();
  } finally {
    globalThis.fetch = real;
  }
  return names;
}

describe('what Shopify refuses', () => {
  it('stands with the card, in Shopify’s words, and holds no other card up', async () => {
    const taken = { productDiscounts: true, orderDiscounts: true, shippingDiscounts: true };
    await shop.local.automaticDiscounts.add({
      kind: 'basic',
      percentBp: 1000,
      collectionId: null,
      title: 'Tea card',
      metafields: {},
      startsAt: '2026-01-01T00:00:00Z',
      endsAt: null,
      discountClasses: ['PRODUCT'],
      combinesWith: taken,
      appliesOnSubscription: false,
      appliesOnOneTimePurchase: true,
    });
    await running(tea, card());
    expect(await rows()).toMatchObject([
      { owner: 'card/coffee', problem: null, state: 'active' },
      { owner: 'card/tea', problem: 'title-taken', state: 'missing', discountId: null },
    ]);
    const [own] = discounts();
    await shop.local.automaticDiscounts.change(own!.id, { title: 'Tea time' });
    await syncDiscounts(shop.id);
    expect(await rows()).toMatchObject([
      { problem: null },
      { problem: null, problemSaid: null, state: 'active' },
    ]);
  });

  it('where functions can’t run a card isn’t published, and one published before says why', async () => {
    const { app } = local.shopify();
    shop.local.plan = 'basic';
    app.publicCategory = 'CUSTOM';
    try {
      expect(await publishCards(shop.id, [card()])).toMatchObject({
        ok: false,
        reason: 'incomplete',
        problems: [{ field: 'cards.0.maxPrice', reason: 'codeNeedsPrice' }],
      });
      shop.local.plan = 'plus';
      expect(await publishCards(shop.id, [card()])).toMatchObject({ ok: true });
      shop.local.plan = 'basic';
      await syncDiscounts(shop.id);
      expect(await rows()).toMatchObject([{ problem: 'functions-not-available', state: 'missing' }]);
      // It holds up no other change.
      expect(await publishCards(shop.id, [{ ...card(), size: 7 }])).toMatchObject({ ok: true });
      shop.local.plan = 'plus';
      await syncDiscounts(shop.id);
      expect(await rows()).toMatchObject([{ problem: null, state: 'active' }]);
    } finally {
      Object.assign(shop.local, { plan: 'development' });
      app.publicCategory = 'PUBLIC';
    }
  });

  it('a refusal by Shopify itself counts as well, where the plan said otherwise', async () => {
    await publishCards(shop.id, [card()]);
    await syncDiscounts(shop.id);
    await pool().query(`update "CardDiscount" set problem = 'functions-not-available' where "shopId" = $1`, [
      shop.id,
    ]);
    shop.local.plan = 'basic';
    expect(await publishCards(shop.id, [card(), tea])).toMatchObject({ ok: false, reason: 'incomplete' });
    shop.local.plan = 'development';
  });

  it('a function that isn’t deployed yet is told apart, and found once it is', async () => {
    const { app } = local.shopify();
    const deployed = app.functions;
    app.functions = [];
    await running(card());
    expect(await rows()).toMatchObject([{ problem: 'function-missing', state: 'missing' }]);
    app.functions = deployed;
    await syncDiscounts(shop.id);
    expect(await rows()).toMatchObject([{ problem: null, state: 'active' }]);
  });
});

describe('over time', () => {
  it('C64 an uninstall forgets the discounts, a reinstall makes them again', async () => {
    const [before] = await running(card());
    await local.shopify().uninstall(shop.domain);
    expect(discounts()).toEqual([]);
    await pool().query('delete from "Session" where shop = $1', [shop.domain]);
    await pool().query('update "Shop" set "uninstalledAt" = now() where id = $1', [shop.id]);
    shop = await local.install();
    expect(await rows()).toEqual([]);
    await syncDiscounts(shop.id);
    expect(discounts()).toMatchObject([{ title: 'Coffee card' }]);
    expect(discounts()[0]?.id).not.toBe(before?.id);
    expect(await rows()).toMatchObject([{ owner: 'card/coffee', healed: null }]);
  });

  it('cards published before there were discounts get theirs with the hourly reconciliation', async () => {
    await publishCards(shop.id, [card()]);
    await pool().query('delete from graphile_worker._private_jobs');
    await ringReconciliations();
    const { rows: jobs } = await pool().query<{ key: string }>('select key from graphile_worker.jobs');
    expect(jobs.map(({ key }) => key)).toContain(`sync_discounts/${shop.id}`);
  });

  it('C62 each shop has its own, and an id of another shop finds nothing', async () => {
    const [mine] = await running(card());
    const first = shop;
    shop = await local.install(1);
    await running(tea);
    expect(discounts()).toMatchObject([{ title: 'Tea card' }]);
    await pool().query('update "CardDiscount" set "discountId" = $2 where "shopId" = $1', [
      shop.id,
      mine?.id,
    ]);
    await syncDiscounts(shop.id);
    expect(discounts(first)).toEqual([mine]);
    expect(discounts()).toHaveLength(1);
    expect(await rows()).toMatchObject([{ owner: 'card/tea', discountId: discounts()[0]?.id }]);
  });
});
