// Where customers see the program, in both languages: with the merchant's permission to read the theme and without, until a
// new theme lacks the blocks, and has them again.
import { beforeEach, expect, test } from 'vitest';
import { pool } from '#app/db/pool.server.ts';
import {
  goOnInOnePage,
  revisitAdmin,
  sidewaysScroll,
  visitAdmin,
  WORDS,
  type AdminVisit,
  type Locale,
} from '#tests/support/admin-visit.ts';
import { axeProblems } from '#tests/support/axe.ts';
import { visitProgram } from '#tests/support/program-visit.ts';
import { useRunningApp } from '#tests/support/use-running-app.ts';

const { app, browser } = useRunningApp({ coffeeCard: true });
goOnInOnePage(browser);

const GRANT = { en: 'Update', fr: 'Mettre à jour' };
const DECLINE = { en: 'Cancel', fr: 'Annuler' };

beforeEach(async () => {
  const { domain } = app.shop;
  await app.shopify.changeScopes(domain, app.shopify.app.scopes);
  await pool().query('delete from "ThemeSeen"');
  await app.shop.saveTheme({ look: 'light', blocks: null, embeds: [] });
});

async function publishBare(): Promise<void> {
  const { id } = await app.shop.themes.add('Horizon', { look: 'dark', blocks: [], embeds: [] });
  await app.shop.themes.publish(id);
}

const table = ({ app: page }: AdminVisit, locale: Locale) =>
  page.getByRole('table', { name: WORDS[locale].whereSeen.title });
const rowOf = (visit: AdminVisit, locale: Locale, name: string) =>
  table(visit, locale).getByRole('row').filter({ hasText: name }).first();
const notice = ({ app: page }: AdminVisit, locale: Locale) =>
  page.getByRole('button', { name: WORDS[locale].whereSeen.intended });

/** By the theme editor's link, as the merchant follows it. */
async function follow(visit: AdminVisit, link: string): Promise<void> {
  const [editor] = await Promise.all([
    visit.page.context().waitForEvent('page'),
    visit.app.getByRole('link', { name: link }).click(),
  ]);
  await editor.getByRole('button', { name: 'Save' }).click();
  await editor.getByRole('heading', { name: 'Saved' }).waitFor();
  await editor.close();
}

/** As a browser says it to the page. */
async function comeBack(visit: AdminVisit): Promise<void> {
  await visit.page.bringToFront();
  await visit.frame().evaluate(() => window.dispatchEvent(new Event('focus')));
}

/** What the bell has the worker do. */
async function jobReads(): Promise<void> {
  const last = async () => {
    const { rows } = await pool().query<{ at: Date | null }>('select "askedAt" as at from "ThemeSeen"');
    return rows[0]?.at?.getTime() ?? 0;
  };
  const before = await last();
  await pool().query(`select ring_bell('read_theme', id, 25) from "Shop"`);
  await expect.poll(last).toBeGreaterThan(before);
}

async function ends(visit: AdminVisit): Promise<void> {
  expect(visit.problems).toEqual([]);
  expect(await app.problems()).toEqual([]);
  await visit.close();
}

test.each(['en', 'fr'] as const)(
  'without permission it is what Shopify tells the browser; with it, the theme’s own files (%s)',
  async (locale) => {
    const { whereSeen, home } = WORDS[locale];
    const visit = await visitProgram(app, browser, locale);
    await rowOf(visit, locale, home.blocks.member.name).getByText(whereSeen.states.shown).waitFor();
    expect(await visit.app.getByText(whereSeen.help(null)).count()).toBe(1);
    expect(await axeProblems(visit.frame())).toEqual([]);

    await visit.app.getByRole('button', { name: whereSeen.allow }).click();
    await visit.page.getByRole('button', { name: DECLINE[locale], exact: true }).click();
    await visit.app.getByText(whereSeen.declined).waitFor();

    await app.shop.saveTheme({
      look: 'light',
      blocks: [
        { id: 'member-1', area: 'product', block: 'member', shown: true, settings: {} },
        { id: 'cart-1', area: 'cart', block: 'points-for-cart', shown: false, settings: {} },
      ],
    });
    app.shop.themes.faults.set('templates/index.json', { text: '{' });
    await visit.app.getByRole('button', { name: whereSeen.allow }).click();
    await visit.page.getByRole('button', { name: GRANT[locale], exact: true }).click();
    await visit.app.getByText(whereSeen.help('Roastery')).waitFor();
    await rowOf(visit, locale, home.blocks.cart.name).getByText(whereSeen.states.hidden).waitFor();
    await table(visit, locale).getByText(whereSeen.why.unreadable).waitFor();
    expect(await visit.app.getByRole('button', { name: whereSeen.allow }).count()).toBe(0);
    app.shop.themes.faults.clear();

    // A block that usually stands there, added by its link.
    const page = whereSeen.embeds;
    await follow(visit, whereSeen.addNamed(home.blocks.cartLine.name, page));
    await comeBack(visit);
    await rowOf(visit, locale, home.blocks.cartLine.name).getByText(whereSeen.states.shown).waitFor();
    expect(await axeProblems(visit.frame())).toEqual([]);
    await visit.app.getByRole('button', { name: whereSeen.stop }).click();
    await visit.app.getByRole('button', { name: whereSeen.allow }).waitFor();
    await visit.page.setViewportSize({ width: 360, height: 800 });
    expect(await sidewaysScroll(visit.frame())).toBeLessThanOrEqual(0);
    await ends(visit);
  },
);

test.each(['en', 'fr'] as const)(
  'a new theme without the blocks is said on Home, with the links that bring them back (%s)',
  async (locale) => {
    const { whereSeen, home } = WORDS[locale];
    await app.shopify.changeScopes(app.shop.domain, [...app.shopify.app.scopes, 'read_themes']);
    await jobReads();
    await publishBare();
    // Told by the webhook, to be read a moment later: its bell is rung by the minute, and by hand here.
    await app.shopify.webhooks.flush();
    const { rows: told } = await pool().query(
      'select 1 from "ThemeSeen" where rev > 0 and "dueAt" < now() + interval \'1 minute\'',
    );
    expect(told).toHaveLength(1);
    await jobReads();

    const visit = await visitAdmin(app, browser, { locale });
    await notice(visit, locale).waitFor();
    await visit.app.getByText('Horizon').waitFor();
    expect(await axeProblems(visit.frame())).toEqual([]);
    const lines = () => visit.app.getByRole('listitem').filter({ hasText: home.addBlock }).count();
    const before = await lines();
    expect(before).toBeGreaterThan(2);
    await follow(visit, whereSeen.addMissing(home.blocks.member.name, whereSeen.pages.product));
    await comeBack(visit);
    await expect.poll(lines).toBe(before - 1);

    // What is left is as the merchant wants it.
    await notice(visit, locale).click();
    await notice(visit, locale).waitFor({ state: 'detached' });
    await revisitAdmin(app, visit, { locale });
    await visit.app.getByRole('heading', { level: 2 }).first().waitFor();
    expect(await notice(visit, locale).count()).toBe(0);
    await ends(visit);
  },
);

test.each(['en', 'fr'] as const)(
  'without permission the browser notices it, once the merchant comes (%s)',
  async (locale) => {
    const visit = await visitAdmin(app, browser, { locale });
    await expect
      .poll(async () => (await pool().query('select 1 from "ThemeSeen" where seen is not null')).rowCount)
      .toBe(1);
    expect(await notice(visit, locale).count()).toBe(0);
    await publishBare();
    await revisitAdmin(app, visit, { locale });
    await notice(visit, locale).waitFor();
    await app.shop.saveTheme({ look: 'dark', blocks: null });
    await revisitAdmin(app, visit, { locale });
    await notice(visit, locale).waitFor({ state: 'detached' });
    await ends(visit);
  },
);
