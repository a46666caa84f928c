// The program's page behind its screen: what is saved, restored and tried, against local Shopify's Admin API.
import { useLocalShopify, type InstalledShop } from '#tests/support/use-local-shopify.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { formOfMoments } from '#app/core/editing/moment-form.ts';
import { formOfMomentRules } from '#app/core/editing/moment-rule-form.ts';
import { emptyCondition } from '#app/core/editing/who-form.ts';
import { formOfRules, type ProgramForm } from '#app/core/editing/program-form.ts';
import type { RewardForm } from '#app/core/editing/reward-form.ts';
import { pool } from '#app/db/pool.server.ts';
import { applyToldOrders } from '#app/usecases/orders/apply-orders.ts';
import { changeDraftPart } from '#app/usecases/editing/change-draft-part.ts';
import { readProgram } from '#app/usecases/editing/read-program.ts';
import { readVersions } from '#app/usecases/editing/read-versions.ts';
import { restoreVersion } from '#app/usecases/editing/restore-version.ts';
import { publishProgram } from '#app/usecases/editing/publish-program.ts';
import { saveDraft } from '#app/usecases/editing/save-draft.ts';
import { saveProgramForm } from '#app/usecases/editing/save-program-form.ts';
import { tryTypedProgram } from '#app/usecases/editing/trial/try-typed-program.ts';
import { parseOrderNews } from '#app/shopify/snapshots/order-payload.ts';
import { orderPayload } from '#tests/local-shopify/webhooks/order-payload.ts';
import type { Order } from '#tests/local-shopify/shop/types.ts';
import { reward, rules } from '#tests/support/factories.ts';
import { momentRule } from '#tests/support/moment-rules.ts';
import { entries, tell } from '#tests/support/shops.ts';

const local = useLocalShopify(2);
let shop: InstalledShop;
let other: InstalledShop;

beforeAll(async () => {
  shop = await local.install(0);
  other = await local.install(1);
});

async function opened(of = shop): Promise<{ value: ProgramForm; revision: number }> {
  const { draft, draftRevision, currency, titles } = await readProgram(of.id);
  return { value: formOfRules(draft, currency, titles, 'gone'), revision: draftRevision };
}

const withProducts = (form: ProgramForm, id: string): ProgramForm => ({
  ...form,
  cards: form.cards.map((card) => ({ ...card, all: false, products: [{ id, title: 'chosen' }] })),
});

async function placed(tags: string[]): Promise<Order> {
  const customer = [...shop.local.customers.values()].at(-1)!;
  customer.tags.splice(0, customer.tags.length, ...tags);
  const variantId = shop.local.products.find(({ giftCard }) => !giftCard)!.variants[0]!.id;
  const lines = [{ variantId, quantity: 2 }];
  return shop.local.placeOrder({ customerId: customer.id, lines, payment: 'paid', locale: 'en' });
}

async function told(order: Order): Promise<void> {
  const read = parseOrderNews('orders/updated', JSON.stringify(orderPayload(shop.local, order)));
  if (!read.ok) throw new Error(read.reason);
  await tell(shop, read.news);
  await applyToldOrders(shop.id);
}

const titles = { products: {}, collections: {} };

describe('saving the form', () => {
  const occasions = formOfMoments([]);

  it('keeps it in the draft, and shows the products by their titles', async () => {
    const product = shop.local.products[0]!;
    const { value, revision } = await opened();
    const edited = { ...withProducts(value, product.id), points: '2', perAmount: '2,50' };
    expect(await saveProgramForm(shop.id, { value: edited, revision })).toEqual({ ok: true });
    const again = await opened();
    expect(again.value).toMatchObject({ points: '2', perAmount: '2.50' });
    expect(again.value.cards[0]!.products).toEqual([{ id: product.id, title: product.title }]);
  });

  it('C03 sent twice is saved once, and the second is told', async () => {
    const { value, revision } = await opened();
    const sent = { value: { ...value, points: '3' }, revision };
    const answers = await Promise.all([saveProgramForm(shop.id, sent), saveProgramForm(shop.id, sent)]);
    expect(answers).toContainEqual({ ok: true });
    expect(answers).toContainEqual({ ok: false, reason: 'draft-changed' });
    expect((await opened()).revision).toBe(revision + 1);
  });

  it('C62 refuses a product of another shop beside its field, and one that never was', async () => {
    const known = new Set(shop.local.products.map(({ id }) => id));
    const foreign = other.local.products.find(({ id }) => !known.has(id))?.id ?? '987654321';
    for (const id of [foreign, '987654321987']) {
      const { value, revision } = await opened();
      expect(await saveProgramForm(shop.id, { value: withProducts(value, id), revision })).toEqual({
        ok: false,
        reason: 'invalid',
        errors: { 'cards.0.products': 'notInShop' },
      });
    }
  });

  it('C62 has a moment be for buyers of its own collections alone, and of none that is too large to read', async () => {
    const { value, revision } = await opened();
    const [small] = shop.local.collections;
    const productIds = Array.from({ length: 25_001 }, () => shop.local.products[0]!.id);
    const large = { ...small!, id: '444444444', handle: 'large', title: 'Large', productIds };
    shop.local.collections.push(large);
    const foreign = { id: '987654321987', title: 'x' };
    const [begun] = formOfMomentRules([momentRule('by-hand')], { currency: 'EUR', titles, gone: 'gone' });
    const save = (...collections: { id: string; title: string }[]) => {
      const who = [{ ...emptyCondition('bought'), collections }];
      return saveProgramForm(shop.id, { value: { ...value, moments: [{ ...begun!, who }] }, revision });
    };
    const wrong = (problem: string) => ({
      ok: false,
      reason: 'invalid',
      errors: { 'moments.0.who.0': problem },
    });
    expect(await save(small!, foreign)).toEqual(wrong('notInShop'));
    expect(await save(small!, large)).toEqual(wrong('collectionTooLarge'));
    expect(await save(small!)).toEqual({ ok: true });
    expect((await opened()).value.moments![0]!.who[0]!.collections).toEqual([
      { id: small!.id, title: small!.title },
    ]);
    shop.local.collections.pop();
    const { value: there, revision: then } = await opened();
    expect(
      await saveProgramForm(shop.id, { value: { ...there, moments: [] }, revision: then }),
    ).toMatchObject({ ok: true });
  });

  it('keeps a product that was chosen before and is gone by now', async () => {
    const gone = '555555555';
    const before = await readProgram(shop.id);
    const cards = before.draft.cards.map((card) => ({
      ...card,
      products: { all: false, productIds: [gone], collectionIds: [], withTags: [], withoutTags: [] },
    }));
    await saveDraft(shop.id, { rules: { ...before.draft, cards }, draftRevision: before.draftRevision });
    const { value, revision } = await opened();
    expect(value.cards[0]!.products).toEqual([{ id: gone, title: 'gone' }]);
    expect(await saveProgramForm(shop.id, { value: { ...value, points: '9' }, revision })).toEqual({
      ok: true,
    });
  });

  it.each([
    [null, { cards: 'malformed' }],
    [{ value: { points: 3, perAmount: '1', cards: [], occasions }, revision: 1 }, { points: 'malformed' }],
    [{ value: { points: '3', perAmount: '1', cards: 'x', occasions }, revision: 1 }, { cards: 'malformed' }],
  ])('refuses what no page sends', async (sent, errors) => {
    expect(await saveProgramForm(shop.id, sent)).toEqual({ ok: false, reason: 'invalid', errors });
  });

  it('C62 changes nothing in another shop', async () => {
    const before = await opened(other);
    const { value, revision } = await opened();
    await saveProgramForm(shop.id, { value: { ...value, points: '8' }, revision });
    expect(await opened(other)).toEqual(before);
  });
});

describe('versions', () => {
  it('an older one is restored to the draft, whose cards keep their keys; nothing is published by it', async () => {
    const { draft, draftRevision, published } = await readProgram(shop.id);
    const cards = draft.cards.map((card) => ({
      ...card,
      products: { all: true, productIds: [], collectionIds: [], withTags: [], withoutTags: [] },
    }));
    const saved = await saveDraft(shop.id, { rules: { ...draft, cards }, draftRevision });
    const by = { draftRevision: saved.ok ? saved.draftRevision : 0, publishedBy: '42' };
    await publishProgram(shop.id, by);
    expect(await restoreVersion(shop.id, { number: 1, draftRevision: by.draftRevision })).toMatchObject({
      ok: true,
    });
    const after = await readVersions(shop.id, null);
    expect(after.draft).toEqual(after.versions.at(-1)!.rules);
    expect(after.published.number).toBe(published.number + 1);
    await restoreVersion(shop.id, { number: 2, draftRevision: after.draftRevision });
    expect((await readProgram(shop.id)).draft.cards.map(({ key }) => key)).toEqual(['card-1']);
  });

  it('refuses a draft that changed meanwhile, and a version that another shop has', async () => {
    const { draftRevision } = await readProgram(other.id);
    const stale = { number: 1, draftRevision: draftRevision + 1 };
    expect(await restoreVersion(other.id, stale)).toEqual({ ok: false, reason: 'draft-changed' });
    const foreign = { number: 2, draftRevision };
    expect(await restoreVersion(other.id, foreign)).toEqual({ ok: false, reason: 'no-version' });
  });

  it('are listed newest first, each with the one before', async () => {
    const { versions, newer, older } = await readVersions(shop.id, null);
    expect(versions.map(({ number }) => number)).toEqual([2, 1]);
    expect(versions[0]!.before).toEqual(versions[1]!.rules);
    expect([versions[1]!.before, newer, older]).toEqual([null, null, null]);
  });

  it('a page that begins with an older one leads back to the newest', async () => {
    expect(await readVersions(shop.id, 1)).toMatchObject({ newer: 2, older: null });
    expect(await readVersions(shop.id, 99)).toMatchObject({ newer: null, older: null });
  });
});

describe('try it', () => {
  const line = { title: '', price: '10.00', quantity: '2', productId: null, variantId: null };
  const sent = async (changes: object) => ({
    rules: { ...(await opened()).value, points: '3', perAmount: '10' },
    kind: 'cart',
    orderName: '',
    lines: [line],
    shopper: { kind: 'typed', stamps: [], member: '' },
    ...changes,
  });
  const pointsOf = (result: Awaited<ReturnType<typeof tryTypedProgram>>) =>
    result.ok ? result.units.find(({ unit }) => unit === 'points')?.explanation.target : result.errors;

  it('a made-up cart earns by what is typed, and nothing is written', async () => {
    expect(pointsOf(await tryTypedProgram(shop.id, await sent({})))).toBe(6);
    expect((await opened()).value.points).not.toBe('3');
  });

  it('a real order is found by its name, with what its lines are called', async () => {
    const order = await placed([]);
    const result = await tryTypedProgram(
      shop.id,
      await sent({ kind: 'order', orderName: ` ${order.name} ` }),
    );
    expect(result).toMatchObject({
      ok: true,
      madeUp: false,
      lineTitles: { [order.lines[0]!.id]: expect.any(String) as string },
    });
  });

  it('C62 an order of another shop isn’t found, nor one that never was', async () => {
    for (const orderName of ['#9999', '', '#1" OR name:*']) {
      const result = await tryTypedProgram(other.id, await sent({ kind: 'order', orderName }));
      expect(result).toEqual({ ok: false, errors: { orderName: 'noOrder' } });
    }
  });

  it('C62 another shop’s member is nobody, nor is one that never was; stamps that are none are said beside their card', async () => {
    const nobody = { ok: false, errors: { 'shopper.member': 'noMember' } };
    const [member] = shop.local.customers.keys();
    for (const text of ['', '999999', member ?? ''])
      expect(
        await tryTypedProgram(
          other.id,
          await sent({ shopper: { kind: 'member', stamps: [], member: text } }),
        ),
      ).toEqual(nobody);
    const stamps = ['-1'];
    const typed = await sent({ shopper: { kind: 'typed', stamps, member: '' } });
    expect(await tryTypedProgram(shop.id, typed)).toEqual({
      ok: false,
      errors: { 'shopper.stamps.0': 'stampsRange' },
    });
  });

  it('says which field is wrong', async () => {
    const broken = await sent({ lines: [{ ...line, quantity: '0' }] });
    expect(await tryTypedProgram(shop.id, broken)).toEqual({
      ok: false,
      errors: { 'lines.0.quantity': 'quantityRange' },
    });
    expect(await tryTypedProgram(shop.id, null)).toEqual({ ok: false, errors: { rules: 'fixRules' } });
  });
});

describe('customers left out by tag', () => {
  it('C67 earn nothing from the version on that names their tag; a tag removed later changes nothing', async () => {
    const { draft, draftRevision } = await readProgram(shop.id);
    const rules = { ...draft, leftOutTags: ['Staff'] };
    const saved = await saveDraft(shop.id, { rules, draftRevision });
    await publishProgram(shop.id, { draftRevision: saved.ok ? saved.draftRevision : 0, publishedBy: '42' });
    const order = await placed(['staff']);
    await told(order);
    expect(await entries(shop, order.customerId!)).toEqual([]);
    const { rows } = await pool().query<{ facts: object }>('select facts from "Order" where "orderId" = $1', [
      order.id,
    ]);
    expect(rows[0]!.facts).toMatchObject({ blocked: true, excludedByTag: true });
    shop.local.customers.get(order.customerId!)!.tags.splice(0);
    await told(await shop.local.touchOrder(order.id, { tags: ['packed'] }));
    expect(await entries(shop, order.customerId!)).toEqual([]);
    const later = await placed([]);
    await told(later);
    expect(await entries(shop, later.customerId!)).toHaveLength(1);
  });
});

describe('rewards in the draft', () => {
  const typed = async (fields: Partial<RewardForm> = {}) => {
    const { value, revision } = await opened();
    const rewards = formOfRules(
      rules({ rewards: [reward()] }),
      'EUR',
      { products: {}, collections: {} },
      '',
    ).rewards!;
    return { value: { ...value, rewards: rewards.map((one) => ({ ...one, key: '', ...fields })) }, revision };
  };

  it('C108 are saved, published, taken out and restored under one key, which no other reward gets', async () => {
    const { value, revision } = await typed();
    expect(await saveProgramForm(shop.id, { value, revision })).toEqual({ ok: true });
    const saved = await readProgram(shop.id);
    expect(saved.draft.rewards).toEqual([reward()]);
    const publish = { draftRevision: saved.draftRevision, publishedBy: '1' };
    const published = await publishProgram(shop.id, publish);
    if (!published.ok) throw new Error(published.reason);
    const step = { do: 'remove-reward', key: 'reward-1' } as const;
    expect(await changeDraftPart(shop.id, step, saved.draftRevision)).toMatchObject({ ok: true });
    expect((await readProgram(shop.id)).draft).not.toHaveProperty('rewards');
    const second = await typed({ title: { en: 'Another', fr: 'Une autre' } });
    expect(await saveProgramForm(shop.id, second)).toEqual({ ok: true });
    expect((await opened()).value.rewards?.map(({ key }) => key)).toEqual(['reward-2']);
    const { draftRevision } = await readProgram(shop.id);
    await restoreVersion(shop.id, { number: published.version, draftRevision });
    expect((await opened()).value.rewards?.map(({ key }) => key)).toEqual(['reward-1']);
  });

  it('C112 a gift card is no free product, whatever it was chosen for before', async () => {
    const { id } = shop.local.products.find(({ giftCard }) => giftCard)!;
    const products = [{ id, title: 'x' }];
    const refused = { 'rewards.0.products': 'giftCardChosen' };
    const free = await typed({ kind: 'product', products });
    expect(await saveProgramForm(shop.id, free)).toMatchObject({ ok: false, errors: refused });
    expect(
      await saveProgramForm(shop.id, await typed({ kind: 'percent', percent: '10', of: 'chosen', products })),
    ).toEqual({ ok: true });
    const { value, revision } = await opened();
    const rewards = value.rewards!.map((one) => ({ ...one, kind: 'product' as const }));
    const turned = { value: { ...value, rewards }, revision };
    expect(await saveProgramForm(shop.id, turned)).toMatchObject({ ok: false, errors: refused });
  });

  it('C47 says which of what was chosen isn’t for sale', async () => {
    const [beans, cup] = shop.local.products;
    const products = [beans!, cup!].map(({ id, title }) => ({ id, title }));
    expect(await saveProgramForm(shop.id, await typed({ kind: 'product', products }))).toEqual({ ok: true });
    expect((await readProgram(shop.id)).titles.unsold).toEqual([]);
    beans!.status = 'DRAFT';
    cup!.status = 'ARCHIVED';
    expect((await readProgram(shop.id)).titles.unsold).toEqual([beans!.id, cup!.id]);
    delete beans!.status;
    delete cup!.status;
  });

  it('C62 name products of their own shop alone', async () => {
    const products = [{ id: '987654321987', title: 'x' }];
    const { value, revision } = await typed({ kind: 'percent', percent: '10', of: 'chosen', products });
    expect(await saveProgramForm(shop.id, { value, revision })).toEqual({
      ok: false,
      reason: 'invalid',
      errors: { 'rewards.0.products': 'notInShop' },
    });
    const neverEarns = { products, collections: [] };
    const never = await opened();
    expect(await saveProgramForm(shop.id, { ...never, value: { ...never.value, neverEarns } })).toMatchObject(
      {
        errors: { neverEarns: 'notInShop' },
      },
    );
  });
});
