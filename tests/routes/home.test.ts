// The home page's loader and action over real HTTP.
import { bearerOf, useBuiltApp } from './use-built-app.ts';
import { describe, expect, test } from 'vitest';
import { NO_PRODUCTS } from '#app/core/program/card-rules.ts';
import { prisma } from '#app/db/client.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { hearOrderNews } from '#app/usecases/orders/hear-order-news.ts';
import { publishProgram } from '#app/usecases/editing/publish-program.ts';
import { bellsOf } from '#tests/support/bells.ts';
import { order } from '#tests/support/factories.ts';
import { tellAndApply } from '#tests/support/shops.ts';

const app = useBuiltApp('home');

const BLOCKS = '/app/blocks';
const ROUTE = '_data=routes%2Fapp._index';

async function load(of = app.shop, search = ''): Promise<Record<string, unknown>> {
  const response = await app.get(`/app?index&${ROUTE}${search}`, bearerOf(of));
  expect(response.status).toBe(200);
  return (await response.json()) as Record<string, unknown>;
}

const send = (body: unknown) => app.post(`/app?index&${ROUTE}`, body);

const products = { productIds: ['501'], collectionIds: ['77'] };
/** What the guide's first step sends of a form that nobody has touched. */
const SETUP = {
  do: 'publish-setup',
  language: 'en',
  cardOn: true,
  title: 'Stamp card',
  noun: '',
  size: 5,
  productIds: [] as string[],
  collectionIds: [] as string[],
  pointsOn: true,
  birthdayOn: false,
};

const shopRow = (domain = app.shop) => prisma().shop.findUniqueOrThrow({ where: { domain } });
const inOneSecond = () => `${new Date(Date.now() + 1_000).toISOString().slice(0, 19)}Z`;

describe('the home page', () => {
  test('shows the first period where the address asks for none that there is', async () => {
    for (const search of ['', '&days=31', '&days=-1', "&days='", '&days=1e9']) {
      expect(await load(app.shop, search)).toMatchObject({ figures: { period: 30 } });
    }
    expect(await load(app.shop, '&days=365')).toMatchObject({ figures: { period: 365 } });
  });

  test('C62 counts nothing of another shop, and changes nothing there', async () => {
    const other = await app.openOther();
    const { id } = await shopRow(other);
    const processedAt = inOneSecond();
    await tellAndApply({ id, domain: other }, order({ processedAt, updatedAt: processedAt }));
    await send({ do: 'dismiss-guide', shop: other, shopId: id });
    expect(await load()).toMatchObject({
      guide: { dismissed: true, orderCounted: false },
      figures: { current: { given: 0, members: 0, orders: 0 } },
    });
    expect(await load(other)).toMatchObject({
      guide: { dismissed: false, orderCounted: true },
      figures: { current: { given: 14, outstanding: 14, members: 1, orders: 1, returned: 0 } },
    });
  });

  test('what is behind is tried again when the merchant says so, as often as they do', async () => {
    const { id } = await shopRow();
    await pool().query('delete from graphile_worker._private_jobs');
    for (const _again of [1, 2]) expect(await (await send({ do: 'try-again' })).json()).toEqual({ ok: true });
    const bells = await bellsOf({ id });
    expect(bells).toContain('apply_orders');
    expect(bells).toContain('sync_members');
    expect(new Set(bells).size).toBe(bells.length);
  });

  test('says when webhooks last told of an order', async () => {
    expect(await load()).toMatchObject({
      health: { facts: { webhooks: { since: null } }, states: { webhooks: 'waiting' } },
    });
    await hearOrderNews([{ shopDomain: app.shop, news: { kind: 'snapshot', snapshot: order() } }]);
    expect(await load()).toMatchObject({ health: { states: { webhooks: 'good', orders: 'waiting' } } });
  });

  test('the guide is put away and taken out again, twice each', async () => {
    for (const [wanted, dismissed] of [
      ['dismiss-guide', true],
      ['show-guide', false],
    ] as const) {
      for (const _again of [1, 2]) expect(await (await send({ do: wanted })).json()).toEqual({ ok: true });
      expect(await load()).toMatchObject({ guide: { dismissed } });
    }
  });

  test('C62 what a browser was told of the theme is kept for the next visit, of this shop alone', async () => {
    const other = await app.openOther();
    for (const placed of [true, true, false, true]) {
      expect(await (await app.post(BLOCKS, { placed })).json()).toEqual({ ok: true });
      expect(await load()).toMatchObject({ guide: { blocksPlaced: placed } });
    }
    expect(await load(other)).toMatchObject({ guide: { blocksPlaced: false } });
    for (const body of ['{', {}, { placed: 'yes' }]) expect((await app.post(BLOCKS, body)).status).toBe(422);
    expect(await load()).toMatchObject({ guide: { blocksPlaced: true } });
  });

  test.each([
    ['no JSON', '{'],
    ['nothing wanted', {}],
    ['an unknown wish', { do: 'erase' }],
    ['ids that are none', { ...SETUP, productIds: ['1; drop'] }],
    ['too many ids', { ...SETUP, productIds: Array(251).fill('1') }],
    ['a language that nobody speaks', { ...SETUP, language: 'xx' }],
  ])('refuses %s and changes nothing', async (_name, body) => {
    const before = await shopRow();
    expect((await send(body)).status).toBe(422);
    expect(await shopRow()).toEqual(before);
  });
});

describe('publishing from the guide', () => {
  test('gives it its products and makes the next version, once however often it is asked', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => send({ ...SETUP, ...products })));
    const told = (await Promise.all(answers.map((answer) => answer.json()))) as { ok: boolean }[];
    // Two who save the same products may both be told of the one version; a third comes to a draft that waits no more.
    expect(told).toContainEqual({ ok: true, published: 2 });
    for (const each of told) {
      expect([
        { ok: true, published: 2 },
        { ok: false, reason: 'edited-elsewhere' },
      ]).toContainEqual(each);
    }
    const { id, publishedVersion } = await shopRow();
    expect(publishedVersion).toBe(2);
    const { rows } = await pool().query<{ products: unknown; by: string }>(
      `select rules->'cards'->0->'products' as products, "publishedBy" as by from "ProgramVersion" where "shopId" = $1 and number = 2`,
      [id],
    );
    // The user whom the session token names.
    expect(rows).toEqual([{ products: { ...NO_PRODUCTS, ...products }, by: '42' }]);
    expect(await load()).toMatchObject({ guide: { published: true, waiting: null } });
  });

  test('needs a choice, and says so', async () => {
    const answer = await send(SETUP);
    expect(await answer.json()).toEqual({ ok: false, reason: 'invalid', errors: { products: 'noProducts' } });
    expect((await shopRow()).publishedVersion).toBe(1);
  });

  test('turns points and a birthday on or off, and names the card', async () => {
    const noun = 'un pain / pains';
    const typed = { language: 'fr', title: 'Carte pain', noun, size: 9, pointsOn: false, birthdayOn: true };
    expect(await (await send({ ...SETUP, ...products, ...typed })).json()).toEqual({
      ok: true,
      published: 2,
    });
    const { id } = await shopRow();
    const { rules } = await prisma().programVersion.findFirstOrThrow({ where: { shopId: id, number: 2 } });
    expect(rules).toMatchObject({
      pointsOff: true,
      cards: [
        {
          title: { en: 'Stamp card', fr: 'Carte pain' },
          noun: { en: { one: 'item', other: 'items' }, fr: { one: 'un pain', other: 'pains' } },
          size: 9,
        },
      ],
      occasions: [{ kind: 'birthday', offer: { points: 50 }, daysAfter: 30, waitDays: 30 }],
    });
    expect(await load()).toMatchObject({ guide: { published: true, pointsOn: false, birthdayOn: true } });
  });

  test('says what is wrong beside each field, and keeps nothing of it', async () => {
    const before = await shopRow();
    const wrong = { language: 'fr', noun: 'café / cafés', size: 99, title: 'x'.repeat(61) };
    expect(await (await send({ ...SETUP, ...products, ...wrong })).json()).toEqual({
      ok: false,
      reason: 'invalid',
      errors: { noun: 'nounArticle', size: 'sizeRange', title: 'tooLong' },
    });
    const off = { cardOn: false, pointsOn: false };
    expect(await (await send({ ...SETUP, ...off })).json()).toEqual({
      ok: false,
      reason: 'invalid',
      errors: { cardOn: 'nothingOn' },
    });
    expect(await shopRow()).toEqual(before);
  });

  test('is refused where Shopify runs no functions, with the reason', async () => {
    await load();
    app.shops.makeAppCustom();
    const answer = await send({ ...SETUP, ...products });
    expect(await answer.json()).toEqual({ ok: false, reason: 'functionsNotAvailable' });
    expect((await shopRow()).publishedVersion).toBe(1);
    // Nothing of it is in the draft: without a card, or once functions run, the guide can go on.
    expect(await load()).toMatchObject({ guide: { waiting: { size: 5 } } });
    const birthday = await send({ ...SETUP, cardOn: false, birthdayOn: true });
    expect(await birthday.json()).toEqual({ ok: true, published: 2 });
    expect(await load()).toMatchObject({ guide: { published: true, birthdayOn: true } });
  });

  test('names more than a cart can look at as too much', async () => {
    const collectionIds = Array.from({ length: 100 }, (_, index) => String(7_300_000_000_000 + index));
    const answer = await send({ ...SETUP, collectionIds });
    expect(await answer.json()).toEqual({ ok: false, reason: 'tooMuchForCart' });
  });

  test('leaves a draft that holds more to the Program page', async () => {
    await pool().query(`update "Shop" set draft = jsonb_set(draft, '{earn,points}', '3') where domain = $1`, [
      app.shop,
    ]);
    expect(await load()).toMatchObject({ guide: { waiting: null } });
    expect(await (await send({ ...SETUP, ...products })).json()).toEqual({
      ok: false,
      reason: 'edited-elsewhere',
    });
    const { id, draftRevision, publishedVersion } = await shopRow();
    expect([draftRevision, publishedVersion]).toEqual([1, 1]);
    expect(await publishProgram(id, { draftRevision, publishedBy: 'test' })).toMatchObject({ ok: false });
  });
});

describe('the guide asks', () => {
  const ASKED = { do: 'ask-sign-in' };
  const ask = (path: string, body: unknown) => app.post(path, body);

  test('Shopify whether customers find a link to sign in, and doesn’t fail with it', async () => {
    const shop = app.shops.shopify.shop(app.shop);
    for (const shown of [true, false]) {
      shop.signInLinks = shown;
      expect(await (await ask('/app/sign-in?_data=routes%2Fapp.sign-in', ASKED)).json()).toEqual({ shown });
    }
    app.shops.shopify.faults(app.shop).script = () => ({ status: 503, body: {} });
    expect(await (await ask('/app/sign-in?_data=routes%2Fapp.sign-in', ASKED)).json()).toEqual({
      shown: null,
    });
    app.shops.shopify.faults(app.shop).clear();
  });

  test('for a picture of what is being typed, and stores nothing', async () => {
    const before = await shopRow();
    const { do: _do, ...form } = SETUP;
    const picture = async (change: object) =>
      (await (await ask('/app/picture?_data=routes%2Fapp.picture', { ...form, ...change })).json()) as {
        html: string | null;
      };
    expect((await picture({ noun: 'loaf / loaves' })).html).toContain('stamp');
    expect((await picture({ noun: 'loaf', size: 'many' })).html).toBeUndefined();
    expect((await picture({ cardOn: false, pointsOn: false })).html).toBeNull();
    expect((await picture({ cardOn: false })).html).toContain('140');
    expect((await ask('/app/picture?_data=routes%2Fapp.picture', { language: 'en' })).status).toBe(422);
    expect(await shopRow()).toEqual(before);
  });
});
