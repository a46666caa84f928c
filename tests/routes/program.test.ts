// The program's routes over real HTTP with session tokens, from the production build.
import { useBuiltApp } from './use-built-app.ts';
import { describe, expect, test } from 'vitest';
import { formOfMoments } from '#app/core/editing/moment-form.ts';
import { prisma } from '#app/db/client.server.ts';
import { openingPath, sessionToken } from './merchant.ts';

const app = useBuiltApp('program');

const ROUTES = {
  save: ['/app/program?index', 'routes/app.program._index'],
  publish: ['/app/program/publish', 'routes/app.program.publish'],
  pause: ['/app/program/pause', 'routes/app.program.pause'],
  preview: ['/app/program/preview', 'routes/app.program.preview'],
  trial: ['/app/program/try', 'routes/app.program.try'],
  restore: ['/app/program/versions', 'routes/app.program.versions'],
} as const;

/** As the page's own fetches: JSON in, JSON out, a session token in the header. */
function post(route: keyof typeof ROUTES, body: unknown, token?: string) {
  const [path, id] = ROUTES[route];
  return app.post(`${path}${path.includes('?') ? '&' : '?'}_data=${encodeURIComponent(id)}`, body, token);
}

const answer = async (...sent: Parameters<typeof post>): Promise<unknown> => (await post(...sent)).json();

const value = { points: '2', perAmount: '1.00', cards: [], occasions: formOfMoments([]) };
const versions = (domain: string) => prisma().programVersion.count({ where: { shop: { domain } } });

describe('the program’s page', () => {
  test.each([
    [
      'en',
      [
        'Customers collect',
        'Buy 5, and the 6th is free. Its products are still to choose.',
        'A gift for each member’s',
      ],
    ],
    ['fr', ['Vos clients cumulent', '5 articles achetés', 'Un cadeau pour l’anniversaire']],
  ])('GIVEN a new shop WHEN it is opened (%s) THEN each part is said in a sentence', async (locale, said) => {
    const html = await (await app.get(openingPath(app.shop, { path: '/app/program', locale }))).text();
    for (const words of said) expect(html).toContain(words);
  });

  test.each([
    ['/points', 'Points given'],
    ['/cards/card-1', 'Stamps to fill the card'],
    ['/cards/new', 'Stamps to fill the card'],
    ['/moments/birthday', 'Give a gift for birthdays'],
    ['/moments/anniversary', 'Give a gift for membership anniversaries'],
    ['/trial', 'A made-up cart'],
  ])('GIVEN a new shop WHEN %s is opened THEN it has that part’s fields', async (path, said) => {
    const response = await app.get(openingPath(app.shop, { path: `/app/program${path}` }));
    expect(await response.text()).toContain(said);
  });

  test.each(['/cards/card-9', '/cards/%00', '/moments/easter'])(
    'GIVEN an address of no part WHEN %s is opened THEN there is nothing',
    async (path) => {
      const response = await app.get(openingPath(app.shop, { path: `/app/program${path}` }));
      expect(response.status).toBe(404);
    },
  );

  test('GIVEN Shopify that doesn’t answer WHEN it is opened THEN it opens all the same', async () => {
    app.shops.shopify.faults(app.shop).script = () => ({ status: 503, body: {} });
    expect((await app.get(openingPath(app.shop, { path: '/app/program' }))).status).toBe(200);
  });

  test('GIVEN two versions WHEN the versions are opened THEN each says what it changed', async () => {
    await post('save', { value, revision: 1 });
    await post('publish', { draftRevision: 2 });
    const html = await (await app.get(openingPath(app.shop, { path: '/app/program/versions' }))).text();
    const said = html.replaceAll('<!-- -->', '');
    expect(said).toContain('Points: 1 point for every €1.00 → 2 points for every €1.00');
    expect(said).toContain('by you');
    expect(said).toContain('by the app');
  });
});

describe('saving and publishing', () => {
  test('GIVEN a saved draft WHEN it is published twice THEN there is one new version, by whoever was signed in', async () => {
    expect(await answer('save', { value, revision: 1 })).toEqual({ ok: true });
    const published = await Promise.all([
      answer('publish', { draftRevision: 2 }),
      answer('publish', { draftRevision: 2 }),
    ]);
    expect(published).toEqual([
      { ok: true, version: 2 },
      { ok: true, version: 2 },
    ]);
    expect(await versions(app.shop)).toBe(2);
    const last = await prisma().programVersion.findFirst({
      where: { shop: { domain: app.shop }, number: 2 },
    });
    expect(last?.publishedBy).toBe('42');
  });

  test('GIVEN a note WHEN the draft is published THEN the version keeps it; a longer one is refused', async () => {
    await post('save', { value, revision: 1 });
    expect((await post('publish', { draftRevision: 2, note: 'x'.repeat(141) })).status).toBe(422);
    await post('publish', { draftRevision: 2, note: 'For Christmas' });
    const html = await (await app.get(openingPath(app.shop, { path: '/app/program/versions' }))).text();
    expect(html).toContain('For Christmas');
  });

  test('GIVEN a program WHEN it is paused twice and started THEN it has a version for each, and the draft keeps its changes', async () => {
    await post('save', { value, revision: 1 });
    expect(await answer('pause', { paused: true })).toEqual({ ok: true, version: 2 });
    expect(await answer('pause', { paused: true })).toEqual({ ok: true, version: 2 });
    const html = await (await app.get(openingPath(app.shop, { path: '/app/program' }))).text();
    expect(html).toContain('Paused since');
    expect(await (await app.get(openingPath(app.shop))).text()).toContain('Paused since');
    expect(await answer('pause', { paused: false })).toEqual({ ok: true, version: 3 });
    const { draft } = await prisma().shop.findUniqueOrThrow({ where: { domain: app.shop } });
    expect(draft).toMatchObject({ earn: { points: 2 } });
    expect(draft).not.toHaveProperty('paused');
  });

  test('GIVEN a card in draft and version WHEN it is removed, and kept again THEN the draft follows, once each', async () => {
    const step = (what: string, revision: number) => answer('save', { do: what, key: 'card-1', revision });
    expect(await step('remove-card', 1)).toEqual({ ok: true });
    const cards = async () => {
      const { draft } = await prisma().shop.findUniqueOrThrow({ where: { domain: app.shop } });
      return (draft as { cards: unknown[] }).cards.length;
    };
    expect(await cards()).toBe(0);
    expect(await step('remove-card', 1)).toEqual({ ok: true });
    expect(await step('keep-card', 2)).toEqual({ ok: true });
    // It isn't published: there is nothing to put back.
    expect(await cards()).toBe(0);
  });

  test('GIVEN a card without products WHEN it is published THEN the answer names its field', async () => {
    expect(await answer('publish', { draftRevision: 1 })).toEqual({
      ok: false,
      reason: 'invalid',
      errors: { 'cards.0.products': 'noProducts' },
    });
  });

  test.each([
    [{ value: { ...value, points: '' }, revision: 1 }, { points: 'required' }],
    [{ value: { ...value, perAmount: -1 }, revision: 1 }, { perAmount: 'malformed' }],
    [{ value: { ...value, points: 'x'.repeat(2_000) }, revision: 1 }, { points: 'malformed' }],
  ])('GIVEN bad input WHEN it is saved THEN the answer names the field', async (sent, errors) => {
    expect(await answer('save', sent)).toEqual({ ok: false, reason: 'invalid', errors });
  });

  test('GIVEN a draft that changed meanwhile WHEN it is saved or published THEN nothing is overwritten', async () => {
    await post('save', { value, revision: 1 });
    const late = { value: { ...value, points: '9' }, revision: 1 };
    expect(await answer('save', late)).toEqual({ ok: false, reason: 'draft-changed' });
    expect(await answer('publish', { draftRevision: 1 })).toEqual({ ok: false, reason: 'draft-changed' });
    expect(await versions(app.shop)).toBe(1);
  });

  test('C62 GIVEN another shop’s token WHEN it publishes THEN this shop’s program stays', async () => {
    const other = await app.openOther();
    await post('save', { value, revision: 1 }, sessionToken(other));
    await post('publish', { draftRevision: 2 }, sessionToken(other));
    expect([await versions(app.shop), await versions(other)]).toEqual([1, 2]);
  });

  test.each(Object.keys(ROUTES) as (keyof typeof ROUTES)[])(
    'GIVEN a session that expired WHEN %s is asked THEN App Bridge is told to come back with a new token',
    async (route) => {
      const seconds = Math.floor(Date.now() / 1000);
      const expired = sessionToken(app.shop, { exp: seconds - 120, nbf: seconds - 300, iat: seconds - 300 });
      const response = await post(route, { value, revision: 1 }, expired);
      expect(response.status).toBe(401);
      expect(response.headers.get('x-shopify-retry-invalid-session-request')).toBe('1');
    },
  );
});

/** Who has no stamps. */
const NOBODY = { kind: 'typed', stamps: [], member: '' };

describe('preview and trial', () => {
  test('GIVEN rules that are being typed WHEN a preview is asked THEN every block is rendered by them, and nothing is stored', async () => {
    const form = { ...value, points: '5' };
    const sent = { form, shopper: 'visitor', language: 'fr' };
    const previews = (await answer('preview', sent)) as {
      ok: true;
      previews: { file: string; html: string }[];
    };
    const balance = previews.previews.find(({ file }) => file === 'points-balance');
    expect(balance?.html).toContain('5 points');
    expect(balance?.html).not.toContain('<script');
    const stored = await prisma().shop.findUniqueOrThrow({ where: { domain: app.shop } });
    expect(stored.draftRevision).toBe(1);
  });

  test('GIVEN rules that can’t be read WHEN a preview is asked THEN it is refused', async () => {
    for (const form of [
      { ...value, points: '0' },
      { ...value, points: 3 },
    ]) {
      const sent = { form, shopper: 'visitor', language: 'en' };
      expect(await answer('preview', sent)).toEqual({ ok: false, reason: 'invalid' });
    }
  });

  test('GIVEN a made-up cart WHEN it is tried THEN the number and its reasons come back', async () => {
    const lines = [{ title: 'Tea', price: '7.99', quantity: '1', productId: null, variantId: null }];
    const sent = { rules: value, kind: 'cart', orderName: '', lines, shopper: NOBODY };
    expect(await answer('trial', sent)).toMatchObject({
      ok: true,
      units: [{ unit: 'points', explanation: { target: 14, earned: { baseMinor: 799 } } }],
    });
  });

  test('GIVEN Shopify that doesn’t answer WHEN an order is tried THEN it is a failure, not a wrong number', async () => {
    app.shops.shopify.faults(app.shop).script = () => ({ status: 503, body: {} });
    const sent = { rules: value, kind: 'order', orderName: '#1001', lines: [], shopper: NOBODY };
    expect((await post('trial', sent)).status).toBe(503);
  });

  test('GIVEN a version that isn’t there WHEN it is restored THEN it is refused', async () => {
    expect(await answer('restore', { number: 7, draftRevision: 1 })).toEqual({
      ok: false,
      reason: 'no-version',
    });
    expect(await answer('restore', { number: 1, draftRevision: 1 })).toEqual({ ok: true, number: 1 });
  });
});
