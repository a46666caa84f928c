// Collections that conditions on members name: read page by page, kept as they are today, and waited for by whoever can't say yet who
// is meant.
import { useLocalShopify, type InstalledShop } from '#tests/support/use-local-shopify.ts';
import { beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { dayIn } from '#app/core/values/days.ts';
import type { MomentRule } from '#app/core/moments/moment-rule.ts';
import { NO_PRODUCTS } from '#app/core/program/card-rules.ts';
import type { Who } from '#app/core/who/who.ts';
import { keepHistoryCaches } from '#app/db/history/kept-orders.server.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import { AdminUnavailable } from '#app/errors.ts';
import { restoreVersion } from '#app/usecases/editing/restore-version.ts';
import { giveLists } from '#app/usecases/moments/give-lists.ts';
import { giveToAll } from '#app/usecases/moments/give-to-all.ts';
import { lookAtList } from '#app/usecases/moments/look-at-list.ts';
import { readHand } from '#app/usecases/moments/read-hand.ts';
import { sweepMoments } from '#app/usecases/moments/sweep-moments.ts';
import { ringBells } from '#app/usecases/upkeep/ring-bells.ts';
import { countWho } from '#app/usecases/who/count-who.ts';
import { readCollections } from '#app/usecases/who/read-collections.ts';
import { changeDraft, publishDraft } from '#tests/support/change-draft.ts';
import { nextId, order } from '#tests/support/factories.ts';
import { packingMoment } from '#tests/support/packing.ts';
import { publishCard } from '#tests/support/publish-card.ts';
import { momentRule } from '#tests/support/moment-rules.ts';
import { counted, momentGifts } from '#tests/support/moment-shop.ts';
import { isRung } from '#tests/support/rewards.ts';
import { tellAndApply, type TestShop } from '#tests/support/shops.ts';

const local = useLocalShopify();
let shop: InstalledShop;
const ofTest = () => shop as unknown as TestShop;
const zoned = () => ({ id: shop.id, domain: shop.domain, timeZone: 'Europe/Dublin', currency: 'EUR' });
const today = () => dayIn('Europe/Dublin', new Date());

beforeAll(async () => {
  shop = await local.install();
  await publishCard(shop.domain, { products: { ...NO_PRODUCTS, all: true } });
});
beforeEach(async () => {
  local.shopify().faults(shop.domain).clear();
  await pool().query('delete from "Gift" where "shopId" = $1', [shop.id]);
  await pool().query('delete from "MomentList" where "shopId" = $1', [shop.id]);
  await pool().query('delete from "KeptCollection" where "shopId" = $1', [shop.id]);
  await pool().query('update "Member" set blocked = true where "shopId" = $1', [shop.id]);
  await pool().query('update "Shop" set "sweptThrough" = current_date - 1 where id = $1', [shop.id]);
});

/** A collection with so many products of its own. Returns the ids of both. */
function addCollection(count: number): { id: string; productIds: string[] } {
  const [like] = shop.local.products;
  const productIds = Array.from({ length: count }, () => nextId());
  for (const id of productIds) shop.local.products.push({ ...like!, id, handle: id, variants: [] });
  const id = nextId();
  shop.local.collections.push({ ...shop.local.collections[0]!, id, handle: id, title: 'Summer', productIds });
  return { id, productIds };
}

const deleteCollection = (id: string) =>
  shop.local.collections.splice(
    shop.local.collections.findIndex((one) => one.id === id),
    1,
  );

/** The day after, everything is due. */
async function readAgain(): Promise<void> {
  await pool().query(`update "KeptCollection" set "dueAt" = now() where "shopId" = $1`, [shop.id]);
  await readCollections(shop.id);
}

const boughtFrom = (...collectionIds: string[]): Who => ({
  conditions: [{ kind: 'bought', productIds: [], collectionIds, withinDays: null }],
});
const hello = (who: Who): MomentRule => momentRule('joined', { key: 'hello', who });
const thanks = (who: Who): MomentRule => momentRule('by-hand', { key: 'thanks', who });
const publish = (...moments: MomentRule[]) => publishDraft(shop.domain, (rules) => ({ ...rules, moments }));

/** Joined today, and bought these. */
async function memberWho(...productIds: string[]): Promise<string> {
  const { rows } = await pool().query<{ id: string }>(
    `insert into "Member" ("shopId", "customerId", "joinedAt", "joinedOn") values ($1, $2, now(), $3) returning id::text`,
    [shop.id, `77${nextId()}`, today()],
  );
  const id = rows[0]!.id;
  await pool().query(
    `insert into "KeptOrder" ("shopId", "orderId", "memberId", day, "keptMinor", "productIds") values ($1, $2, $3, $4, 100, $5)`,
    [shop.id, nextId(), id, today(), productIds],
  );
  await keepHistoryCaches(pool(), shop.id, [id]);
  return id;
}

async function kept(id: string): Promise<{ title: string | null; lack: string | null; products: number }> {
  const { rows } = await pool().query<{ title: string | null; lack: string | null; products: number }>(
    `select title, lack, (select count(*)::int from "KeptCollectionProduct" p where p."shopId" = c."shopId"
       and p."collectionId" = c."collectionId") as products
     from "KeptCollection" c where "shopId" = $1 and "collectionId" = $2`,
    [shop.id, id],
  );
  return rows[0] ?? { title: null, lack: 'not kept', products: 0 };
}

async function sweptThrough(): Promise<string | null> {
  const { rows } = await pool().query<{ through: string | null }>(
    'select "sweptThrough"::text as through from "Shop" where id = $1',
    [shop.id],
  );
  return rows[0]!.through;
}

it('is read over all of its pages as soon as a draft names it, and who bought from it is given the moment', async () => {
  const { id, productIds } = addCollection(600);
  const [meant, other] = [await memberWho(productIds[599]!), await memberWho('1')];
  await changeDraft(shop.domain, (rules) => ({ ...rules, moments: [hello(boughtFrom(id))] }));
  expect(await isRung(ofTest(), 'read_collections')).toBe(true);
  await readCollections(shop.id);
  expect(await kept(id)).toEqual({ title: 'Summer', lack: null, products: 600 });
  expect(await countWho(zoned(), boughtFrom(id))).toEqual({ among: 1, members: 2, isAbout: false });
  await publish(hello(boughtFrom(id)));
  await sweepMoments(shop.id);
  expect(await momentGifts(ofTest(), meant)).toEqual(['hello/1 given 50']);
  expect(await momentGifts(ofTest(), other)).toEqual([]);
});

it('nobody is given anything while it isn’t read, everybody else is, and whoever is meant is as soon as it is', async () => {
  const { id, productIds } = addCollection(3);
  const [meant, other] = [await memberWho(productIds[0]!), await memberWho('1')];
  await publish(hello(boughtFrom(id)), momentRule('joined', { key: 'all' }));
  await sweepMoments(shop.id);
  expect(await momentGifts(ofTest())).toEqual(['all/1 given 50', 'all/1 given 50']);
  // The day isn't done: it is swept until the collection is read.
  expect((await sweptThrough())! < today()).toBe(true);
  expect(await countWho(zoned(), boughtFrom(id))).toMatchObject({ waits: true });
  await ringBells();
  expect(await isRung(ofTest(), 'read_collections')).toBe(true);
  await readCollections(shop.id);
  expect(await isRung(ofTest(), 'sweep_occasions')).toBe(true);
  await sweepMoments(shop.id);
  expect((await momentGifts(ofTest(), meant)).sort()).toEqual(['all/1 given 50', 'hello/1 given 50']);
  expect(await momentGifts(ofTest(), other)).toEqual(['all/1 given 50']);
  expect(await sweptThrough()).toBe(today());
});

it('what Shopify can’t tell for now leaves what was read before, and is asked again', async () => {
  const { id, productIds } = addCollection(2);
  await memberWho(productIds[0]!);
  await publish(hello(boughtFrom(id)));
  await readCollections(shop.id);
  local.shopify().faults(shop.domain).script = ({ operation }) =>
    operation === 'CollectionProducts' ? { status: 503, body: {} } : null;
  await expect(readAgain()).rejects.toThrow(AdminUnavailable);
  expect(await kept(id)).toMatchObject({ lack: null, products: 2 });
  expect(await countWho(zoned(), boughtFrom(id))).toMatchObject({ among: 1 });
});

it('a collection that changed or was renamed is known a day later', async () => {
  const { id, productIds } = addCollection(2);
  const [stays, comes] = [await memberWho(productIds[0]!), await memberWho('1')];
  await publish(thanks(boughtFrom(id)));
  await readCollections(shop.id);
  const collection = shop.local.collections.find((one) => one.id === id)!;
  collection.productIds = [productIds[1]!, shop.local.products[0]!.id];
  collection.title = 'Winter';
  await pool().query(`update "KeptOrder" set "productIds" = $3 where "shopId" = $1 and "memberId" = $2`, [
    shop.id,
    comes,
    [shop.local.products[0]!.id],
  ]);
  await readCollections(shop.id);
  expect(await kept(id)).toMatchObject({ title: 'Summer', products: 2 });
  await readAgain();
  expect(await kept(id)).toMatchObject({ title: 'Winter', products: 2 });
  await giveToAll(zoned(), wanted());
  await giveLists(shop.id);
  expect(await momentGifts(ofTest(), stays)).toEqual([]);
  expect(await momentGifts(ofTest(), comes)).toHaveLength(1);
});

let press = 0;
const wanted = () => ({
  momentKey: 'thanks',
  reason: 'Christmas',
  requestKey: `0b7c2f2e-0000-4000-8000-0000000000${String((press += 1)).padStart(2, '0')}`,
  madeBy: '42',
  again: true,
});

it('one that is deleted, or grew too large, gives nobody anything, says so, and holds up no other', async () => {
  const [gone, large, there] = [addCollection(1), addCollection(1), addCollection(1)];
  const meant = await memberWho(gone.productIds[0]!, large.productIds[0]!, there.productIds[0]!);
  const momentOf = (key: string, id: string) => momentRule('joined', { key, who: boughtFrom(id) });
  await publish(momentOf('a', gone.id), momentOf('b', large.id), momentOf('c', there.id));
  await readCollections(shop.id);
  deleteCollection(gone.id);
  shop.local.collections
    .find((one) => one.id === large.id)!
    .productIds.push(...Array.from({ length: 25_000 }, () => shop.local.products[0]!.id));
  await readAgain();
  expect(await kept(gone.id)).toMatchObject({ title: 'Summer', lack: 'gone' });
  expect(await kept(large.id)).toMatchObject({ lack: 'too-large' });
  await sweepMoments(shop.id);
  expect(await momentGifts(ofTest(), meant)).toEqual(['c/1 given 50']);
  // What can't be read isn't waited for: the day is done.
  expect(await sweptThrough()).toBe(today());
  shop.local.collections.find((one) => one.id === large.id)!.productIds.splice(1);
  await readAgain();
  await sweepMoments(shop.id);
  expect((await momentGifts(ofTest(), meant)).sort()).toEqual(['b/1 given 50', 'c/1 given 50']);
});

it('one that can be read while a sweep runs that left it out is swept all the same', async () => {
  const { id, productIds } = addCollection(1);
  const [meant, other] = [await memberWho(productIds[0]!), await memberWho('1')];
  await publish(hello(boughtFrom(id)), momentRule('joined', { key: 'all' }));
  const place = shop.local.collections.findIndex((one) => one.id === id);
  const [taken] = shop.local.collections.splice(place, 1);
  await readCollections(shop.id);
  expect(await kept(id)).toMatchObject({ lack: 'gone' });
  // Who gets the other moment is held: the sweep has begun, and waits.
  const { sweeping } = await withTransaction(async (client) => {
    await client.query('select 1 from "Member" where id = $1 for update', [other]);
    const running = sweepMoments(shop.id);
    await vi.waitFor(async () => {
      const { rowCount } = await pool().query(
        `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      expect(rowCount).toBeGreaterThan(0);
    });
    shop.local.collections.push(taken!);
    await readAgain();
    return { sweeping: running };
  });
  await sweeping;
  expect((await sweptThrough())! < today()).toBe(true);
  await sweepMoments(shop.id);
  expect((await momentGifts(ofTest(), meant)).sort()).toEqual(['all/1 given 50', 'hello/1 given 50']);
  expect(await sweptThrough()).toBe(today());
});

it('one that Shopify refuses waits by itself', async () => {
  const [refused, there] = [addCollection(1), addCollection(1)];
  await publish(hello(boughtFrom(refused.id)), thanks(boughtFrom(there.id)));
  local.shopify().faults(shop.domain).script = ({ operation }, { id }) =>
    operation === 'CollectionProducts' && String(id).endsWith(`/${refused.id}`)
      ? { status: 200, body: { errors: [{ message: 'no', extensions: { code: 'ACCESS_DENIED' } }] } }
      : null;
  await readCollections(shop.id);
  expect(await kept(refused.id)).toMatchObject({ lack: 'refused' });
  expect(await kept(there.id)).toMatchObject({ lack: null });
});

it('a list by hand isn’t begun while it waits, and one that was begun goes on when it is read', async () => {
  const { id, productIds } = addCollection(1);
  const [meant, other] = [await memberWho(productIds[0]!), await memberWho('1')];
  await publish(thanks(boughtFrom(id)));
  const waits = { ok: false, problems: [{ field: 'members', reason: 'collection' }] };
  expect(await giveToAll(zoned(), wanted())).toEqual(waits);
  expect(await lookAtList(zoned(), { momentKey: 'thanks', customerIds: ['1'], emails: [] })).toEqual({
    ok: false,
    reason: 'collection',
  });
  expect(await readHand(zoned(), thanks(boughtFrom(id)))).toMatchObject({ among: 0, waits: true });
  await readCollections(shop.id);
  expect(await giveToAll(zoned(), wanted())).toEqual({ ok: true });
  deleteCollection(id);
  await readAgain();
  await giveLists(shop.id);
  expect(await momentGifts(ofTest())).toEqual([]);
  shop.local.collections.push({ ...shop.local.collections[0]!, id, handle: id, title: 'Back', productIds });
  await readAgain();
  await giveLists(shop.id);
  expect(await momentGifts(ofTest(), meant)).toHaveLength(1);
  expect(await momentGifts(ofTest(), other)).toEqual([]);
});

it('what goes into a parcel follows once the collection is read', async () => {
  const { id, productIds } = addCollection(1);
  await publish(packingMoment('jar', { n: 1 }, { who: boughtFrom(id) }));
  const customerId = `78${nextId()}`;
  const placed = { processedAt: new Date().toISOString(), updatedAt: new Date().toISOString() };
  const told = order({ customerId, ...placed });
  const lines = told.lines.map((line) => ({ ...line, productId: productIds[0]! }));
  await tellAndApply(ofTest(), { ...told, lines });
  const { rows } = await pool().query<{ id: string }>(
    'select id::text from "Member" where "shopId" = $1 and "customerId" = $2',
    [shop.id, customerId],
  );
  const memberId = rows[0]!.id;
  await counted(ofTest(), memberId, 1);
  const tasks = async () =>
    (await pool().query<{ cause: string }>('select cause from "Task" where "memberId" = $1', [memberId]))
      .rows;
  expect(await tasks()).toEqual([]);
  await readCollections(shop.id);
  expect(await tasks()).toEqual([{ cause: 'jar/1' }]);
});

it('is forgotten once no draft and no version names it', async () => {
  const { id } = addCollection(1);
  const before = await publish(thanks({ conditions: [] }));
  await publish(thanks(boughtFrom(id)));
  await readCollections(shop.id);
  const { draftRevision } = await changeDraft(shop.domain, (rules) => rules);
  await restoreVersion(shop.id, { number: before, draftRevision });
  await readCollections(shop.id);
  // The published version still names it.
  expect(await kept(id)).toMatchObject({ lack: null });
  await publish(thanks({ conditions: [] }));
  await readCollections(shop.id);
  expect(await kept(id)).toMatchObject({ lack: 'not kept' });
});
