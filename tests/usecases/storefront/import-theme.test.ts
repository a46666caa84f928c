// The theme of a shop that lets us read it, and what it lacks: by Shopify's word, and by a browser's where it doesn't.
import { useLocalShopify, type InstalledShop } from '#tests/support/use-local-shopify.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { prisma } from '#app/db/client.server.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import { lockTheme, noteThemeAccess } from '#app/db/storefront/theme-seen.server.ts';
import { checkInstallation } from '#app/usecases/shop/check-installation.ts';
import { hearInstallationHint } from '#app/usecases/shop/hear-installation-hint.ts';
import { hearBrowser } from '#app/usecases/storefront/hear-browser.ts';
import { hearThemeChange } from '#app/usecases/storefront/hear-theme-change.ts';
import { importTheme, QUIET_MS } from '#app/usecases/storefront/import-theme.ts';
import { putMissingAway } from '#app/usecases/storefront/put-missing-away.ts';
import { readWhereSeen } from '#app/usecases/storefront/read-where-seen.ts';
import { ringBells } from '#app/usecases/upkeep/ring-bells.ts';
import { USUAL } from '#tests/local-shopify/shop/unsettled.ts';
import { bellsOf, forgetJobs } from '#tests/support/bells.ts';
import { nextId } from '#tests/support/factories.ts';

const local = useLocalShopify(2);
let shop: InstalledShop;
let other: InstalledShop;
let scopes: string[];

const faults = () => local.shopify().faults(shop.domain);
const themes = () => shop.local.themes;
const look = () => readWhereSeen(shop.id);
const missing = async () => (await look()).missing.map(({ page, block }) => `${page} ${block}`);
const shown = async () =>
  (await look()).seen?.places.filter((one) => one.shown).map(({ page, block }) => `${page} ${block}`);
const callsOf = (operation: string) =>
  local.shopify().asked.calls.filter((one) => one.operation === operation).length;
const row = () => prisma().themeSeen.findUnique({ where: { shopId: shop.id } });

async function waitingForLocks(): Promise<number> {
  const { rowCount } = await pool().query(
    `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return rowCount ?? 0;
}

const allow = (also: string[] = ['read_themes']) =>
  local.shopify().changeScopes(shop.domain, [...scopes, ...also]);

async function publishBare(): Promise<void> {
  const { id } = await themes().add('Horizon', { look: 'dark', blocks: [], embeds: [] });
  await themes().publish(id);
}

beforeEach(async () => {
  shop = await local.install();
  other = await local.install(1);
  scopes = local.shopify().app.scopes;
  await allow([]);
  for (const one of [shop, other]) {
    local.shopify().faults(one.domain).clear();
    one.local.unsettled = USUAL;
  }
  await pool().query('delete from "ThemeSeen"');
  for (const { id } of local.shopify().subscriptionsOf(shop.domain)) {
    await local.shopify().unsubscribe(shop.domain, id);
  }
  themes().faults.clear();
  themes().filesAnAnswer = 50;
  await shop.local.saveTheme({ look: 'light', blocks: null, embeds: ['cart-line'] });
  await forgetJobs();
});

describe('a theme that may be read', () => {
  beforeEach(() => allow());

  it('says which page shows which block, what is hidden, and which embeds are on', async () => {
    expect(await importTheme(shop.id)).toBe(true);
    const { seen, canRead, missing: none } = await look();
    expect(seen?.theme?.name).toBe(themes().published?.name);
    expect(await shown()).toEqual(
      expect.arrayContaining([
        'product member',
        'cart points-for-cart',
        'index how-it-works',
        'embeds cart-line',
      ]),
    );
    expect({ canRead, none, unread: seen?.unread }).toEqual({ canRead: true, none: [], unread: [] });
    const [first] = shop.local.theme.blocks ?? [];
    expect(first).toBeUndefined();
  });

  it('is the same however many answers its files come in', async () => {
    await importTheme(shop.id);
    const atOnce = await look();
    themes().filesAnAnswer = 2;
    expect(await importTheme(shop.id)).toBe(false);
    expect((await look()).seen).toEqual(atOnce.seen);
    expect(callsOf('ThemeFiles')).toBeGreaterThan(5);
  });

  it('a new theme without our blocks is noticed, and no longer once they stand there', async () => {
    await importTheme(shop.id);
    await publishBare();
    expect(await importTheme(shop.id)).toBe(true);
    expect((await look()).seen?.theme?.name).toBe('Horizon');
    expect(await missing()).toEqual(expect.arrayContaining(['product member', 'embeds cart-line']));
    await shop.local.saveTheme({ look: 'dark', blocks: null, embeds: ['cart-line'] });
    await importTheme(shop.id);
    expect(await missing()).toEqual([]);
  });

  it('what was put away stays away, and only that', async () => {
    await importTheme(shop.id);
    await publishBare();
    await importTheme(shop.id);
    const all = (await look()).missing;
    await putMissingAway(shop.id, [{ page: 'product', block: 'member' }]);
    await putMissingAway(shop.id, [{ page: 'product', block: 'member' }]);
    await importTheme(shop.id);
    expect(await missing()).not.toContain('product member');
    expect((await look()).missing).toHaveLength(all.length - 1);
  });

  it('a file that is broken, too big or not given leaves its page unknown, and no block of it missing', async () => {
    await importTheme(shop.id);
    themes().faults.set('templates/product.json', { text: '{"sections": ' });
    themes().faults.set('templates/cart.json', 'too-big');
    themes().faults.set('config/settings_data.json', 'not-given');
    await importTheme(shop.id);
    expect((await look()).seen?.unread).toEqual([
      { page: 'cart', why: 'too-big' },
      { page: 'product', why: 'unreadable' },
      { page: 'embeds', why: 'not-given' },
    ]);
    expect(await missing()).toEqual([]);
    expect(await shown()).toContain('index how-it-works');
  });

  it('a template that is gone shows nothing any more', async () => {
    await importTheme(shop.id);
    themes().faults.set('templates/cart.json', null);
    await importTheme(shop.id);
    expect((await look()).seen?.pages).not.toContain('cart');
    expect(await missing()).toContain('cart points-for-cart');
  });

  it('twenty themes beside it, and their deletion, change nothing', async () => {
    await importTheme(shop.id);
    const before = await look();
    for (let count = 0; count < 20; count += 1)
      await themes().add(`Draft ${count}`, { look: 'loud', blocks: [] });
    expect(await importTheme(shop.id)).toBe(false);
    for (const { id } of [...themes().others]) await themes().remove(id);
    expect(await importTheme(shop.id)).toBe(false);
    expect((await look()).seen).toEqual(before.seen);
  });

  it('another theme that is published while the files come is read from its beginning', async () => {
    await importTheme(shop.id);
    themes().filesAnAnswer = 5;
    let calls = 0;
    faults().rewrite = (call, answer) => {
      if (call.operation === 'ThemeFiles' && (calls += 1) === 2) void publishBare();
      return answer;
    };
    await importTheme(shop.id);
    expect((await look()).seen?.theme?.name).toBe('Horizon');
    expect(await shown()).toEqual([]);
  });

  it('one that Shopify still makes ready is looked at again, and nothing is missing meanwhile', async () => {
    await importTheme(shop.id);
    await publishBare();
    const published = themes().published!;
    await themes().replacePublished({ ...published, processing: true });
    await importTheme(shop.id);
    expect(await look()).toMatchObject({ trouble: 'processing', missing: [] });
    const { dueAt, askedAt } = (await row())!;
    expect(dueAt!.getTime() - askedAt!.getTime()).toBeLessThan(10 * 60_000);
    await themes().replacePublished({ ...published, processing: false });
    await importTheme(shop.id);
    expect(await look()).toMatchObject({ trouble: null });
    expect(await missing()).toContain('product member');
  });

  it('a shop without a theme keeps what was known', async () => {
    await importTheme(shop.id);
    const published = themes().published!;
    await themes().replacePublished(null);
    await importTheme(shop.id);
    expect(await look()).toMatchObject({ trouble: 'none', missing: [] });
    expect(await shown()).toContain('product member');
    await themes().replacePublished(published);
  });

  it('an empty bucket is waited for, and a failing Shopify leaves all as it was', async () => {
    faults().plan('throttle', 2);
    await importTheme(shop.id);
    const { now: _then, ...before } = await look();
    faults().plan('error', 5);
    await expect(importTheme(shop.id)).rejects.toThrow('answered 500');
    expect(await look()).toMatchObject(before);
  });

  it('two at once come to one end, and an older answer doesn’t come last', async () => {
    await Promise.all([importTheme(shop.id), importTheme(shop.id)]);
    const held = faults().held.hold('ThemeFiles', 'done');
    const slow = importTheme(shop.id);
    await expect.poll(() => held.isReached()).toBe(true);
    await publishBare();
    await importTheme(shop.id);
    held.letGo();
    expect(await slow).toBe(false);
    expect((await look()).seen?.theme?.name).toBe('Horizon');
  });

  it('is subscribed to once, anew where that was lost, and no longer at an address that the app has left', async () => {
    const old = { topic: 'themes/update', uri: 'https://old.example/webhooks/themes', includeFields: null };
    await local.shopify().subscribe(shop.domain, old);
    await importTheme(shop.id);
    await importTheme(shop.id);
    const stand = () => local.shopify().subscriptionsOf(shop.domain);
    expect(stand().map(({ topic }) => topic)).toEqual(['themes/publish', 'themes/update']);
    expect(stand().every(({ uri }) => uri.endsWith('/webhooks/themes') && uri !== old.uri)).toBe(true);
    await local.shopify().unsubscribe(shop.domain, stand()[0]!.id);
    await importTheme(shop.id);
    expect(stand()).toHaveLength(2);
  });

  it('is read once a day by itself', async () => {
    await importTheme(shop.id);
    const day = (hours: number) => new Date((row0.askedAt?.getTime() ?? 0) + hours * 3_600_000);
    const row0 = (await row())!;
    await ringBells(day(23));
    expect(await bellsOf(shop)).not.toContain('read_theme');
    await ringBells(day(25));
    expect(await bellsOf(shop)).toContain('read_theme');
  });

  it('C62 another shop’s theme is none of its', async () => {
    await importTheme(shop.id);
    await importTheme(other.id);
    expect(await readWhereSeen(other.id)).toMatchObject({ seen: null, canRead: false });
    await putMissingAway(other.id, [{ page: 'product', block: 'member' }]);
    expect(await shown()).toContain('product member');
  });
});

describe('news of the theme', () => {
  const hear = (topic = 'themes/update') =>
    hearThemeChange({
      webhookId: `theme-${nextId()}`,
      topic,
      shopDomain: shop.domain,
      triggeredAt: new Date(),
      receivedAt: new Date(),
    });

  it('C01 fifty in a row are one reading, a moment later', async () => {
    await allow();
    await importTheme(shop.id);
    await Promise.all(Array.from({ length: 50 }, () => hear()));
    const at = Date.now();
    await ringBells(new Date(at - 1_000));
    expect(await bellsOf(shop)).not.toContain('read_theme');
    await ringBells(new Date(at + QUIET_MS + 1_000));
    expect((await bellsOf(shop)).filter((name) => name === 'read_theme')).toHaveLength(1);
    const before = callsOf('ThemeFiles');
    await importTheme(shop.id);
    expect(callsOf('ThemeFiles')).toBe(before + 1);
    expect((await row())!.readRev).toBe(50);
  });

  it('that comes while the theme is read has it read once more', async () => {
    await allow();
    await importTheme(shop.id);
    const held = faults().held.hold('ThemeFiles', 'done');
    const reading = importTheme(shop.id);
    await expect.poll(() => held.isReached()).toBe(true);
    await hear('themes/publish');
    held.letGo();
    await reading;
    const { dueAt, askedAt, rev, readRev } = (await row())!;
    expect(rev).toBe(readRev + 1);
    expect(dueAt!.getTime() - askedAt!.getTime()).toBeLessThanOrEqual(QUIET_MS);
  });

  it('of a shop that lets nobody read its theme rings nothing', async () => {
    await hear();
    expect(await row()).toBeNull();
  });
});

describe('the scope', () => {
  async function told(): Promise<void> {
    const at = new Date(Date.now() + 1_000);
    const topic = 'app/scopes_update';
    await hearInstallationHint({
      webhookId: `scope-${nextId()}`,
      topic,
      shopDomain: shop.domain,
      triggeredAt: at,
      receivedAt: at,
    });
    await checkInstallation(shop.id);
  }

  it('granted, the theme is read soon; withdrawn, it isn’t asked for any more, and what was known stays', async () => {
    await allow();
    await told();
    await ringBells();
    expect(await bellsOf(shop)).toContain('read_theme');
    await importTheme(shop.id);
    await allow([]);
    await told();
    expect(await look()).toMatchObject({ canRead: false });
    expect(await shown()).toContain('product member');
    expect((await row())!.dueAt).toBeNull();
  });

  it('granted in two tabs at once, and told of by webhooks meanwhile, the theme is known and subscribed to once', async () => {
    await allow();
    const tab = () => importTheme(shop.id);
    await Promise.all([tab(), told(), tab(), told(), tab()]);
    expect(await look()).toMatchObject({ canRead: true, trouble: null, missing: [] });
    expect(await shown()).toContain('product member');
    const topics = local
      .shopify()
      .subscriptionsOf(shop.domain)
      .map(({ topic }) => topic);
    expect(topics.toSorted()).toEqual(['themes/publish', 'themes/update']);
  });

  it('an installation that is noted while the theme is first stored waits for nobody who waits for it', async () => {
    await pool().query('delete from "ThemeSeen" where "shopId" = $1', [shop.id]);
    await withTransaction(async (installing) => {
      await installing.query('select id from "Shop" where id = $1 for update', [shop.id]);
      const reading = withTransaction((client) => lockTheme(client, shop.id));
      await expect.poll(waitingForLocks).toBe(1);
      await noteThemeAccess(installing, shop.id, true, new Date());
      return () => reading;
    }).then((reading) => reading());
    expect(await row()).toMatchObject({ canRead: true });
  });

  it('withdrawn and told to nobody, it ends with the next reading', async () => {
    await allow();
    await importTheme(shop.id);
    await allow([]);
    await publishBare();
    expect(await importTheme(shop.id)).toBe(true);
    expect(await look()).toMatchObject({ canRead: false, missing: [], trouble: null });
    expect((await row())!.dueAt).toBeNull();
  });

  it('granted, and refused to a token that is older: it says so, and comes right with the next', async () => {
    shop.local.unsettled = { ...USUAL, grantedScopes: 'next-token' };
    await allow();
    await importTheme(shop.id);
    expect(await look()).toMatchObject({ canRead: true, trouble: 'refused', seen: null });
    await local.shopify().tokens.expireAccess(shop.domain, new Date());
    await importTheme(shop.id);
    expect(await look()).toMatchObject({ trouble: null });
    expect(await shown()).toContain('product member');
  });

  it('never granted, nothing is asked of the theme', async () => {
    const before = callsOf('ThemeFiles');
    await importTheme(shop.id);
    expect(callsOf('ThemeFiles')).toBe(before);
    expect(await look()).toMatchObject({ seen: null, canRead: false, trouble: null });
  });
});

describe('what a browser was told', () => {
  const place = (page: string, block: string) => ({ page, block, shown: true });
  const tell = (themeId: string, ...places: ReturnType<typeof place>[]) =>
    hearBrowser(shop.id, { places, themeId });

  it('counts while nobody may read the theme, and what it lacks is missing', async () => {
    expect(await tell('1', place('product', 'member'))).toBe(true);
    expect(await tell('1', place('product', 'member'))).toBe(false);
    expect(await tell('2')).toBe(true);
    expect(await missing()).toEqual(['product member']);
    expect((await look()).seen).toMatchObject({ by: 'browser', theme: { id: '2', name: null } });
    await tell('2', place('product', 'member'));
    expect(await missing()).toEqual([]);
  });

  it('counts for nothing once the theme may be read', async () => {
    await allow();
    await importTheme(shop.id);
    expect(await tell('2')).toBe(false);
    expect(await missing()).toEqual([]);
    expect(await shown()).toContain('product member');
  });
});
