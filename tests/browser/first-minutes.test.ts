// The first minutes: from a fresh install to a published card and birthday with their blocks on the theme, by keyboard alone.
import { expect, test } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { firstProgram } from '#app/core/program/first-program.ts';
import { pool, withTransaction } from '#app/db/pool.server.ts';
import { observeVitals, readVitals, untilDrawn } from '#tests/support/vitals.ts';
import { neverOnScreen, saidOtherwiseOnScreen, wordsMet } from '#tests/support/words-of-the-code.ts';
import { visitAdmin, WORDS as TEXTS } from '#tests/support/admin-visit.ts';
import { useRunningApp } from '#tests/support/use-running-app.ts';

/** README promises twelve: a control activated or a field filled; walking there by Tab is free. */
const MOST_INTERACTIONS = 12;
/** A page with more stops than this before what is wanted would be no page for a keyboard. */
const MOST_STOPS = 60;

const { app, browser } = useRunningApp({ asInstalled: true, freshTheme: true });

/** Somebody who has no mouse, and counts. */
function keyboardUser() {
  const done: string[] = [];
  const hasFocus = (target: Locator) =>
    target.evaluate((element) => element === element.ownerDocument.activeElement && document.hasFocus());
  const walkTo = async (page: Page, target: Locator) => {
    await target.waitFor();
    for (let stop = 0; stop < MOST_STOPS; stop += 1) {
      if (await hasFocus(target)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`${target.toString()} can't be reached by keyboard`);
  };
  const activate = async (page: Page, target: Locator, key: 'Enter' | 'Space' = 'Enter') => {
    await walkTo(page, target);
    done.push(target.toString());
    await page.keyboard.press(key);
  };
  return { activate, done };
}

async function addBlock(page: Page, link: Locator, activate: ReturnType<typeof keyboardUser>['activate']) {
  const opened = page.context().waitForEvent('page');
  await activate(page, link);
  const editor = await opened;
  await activate(editor, editor.getByRole('button', { name: 'Save', exact: true }));
  await editor.getByRole('heading', { name: 'Saved' }).waitFor();
  await editor.close();
  await page.bringToFront();
}

const WORDS = {
  en: {
    open: 'Open Sixth',
    choose: 'Choose collections',
    add: 'Add',
    chosen: 'Chosen:',
    birthday: 'Birthday gift',
    publish: 'Publish',
    link: (name: string, page: string) => `Add to theme: ${name}, ${page}`,
    blocks: [
      ['Loyalty', 'product page'],
      ['Benefits in this cart', 'cart page'],
      ['Birthday and gifts', 'product page'],
    ],
    done: '3 of 4 steps completed',
  },
  fr: {
    open: 'Open Sixth in French',
    choose: 'Choisir des collections',
    add: 'Ajouter',
    chosen: 'Sélection',
    birthday: 'Cadeau d’anniversaire',
    publish: 'Publier',
    link: (name: string, page: string) => `Ajouter au thème : ${name}, ${page}`,
    blocks: [
      ['Fidélité', 'page produit'],
      ['Avantages de ce panier', 'page panier'],
      ['Anniversaire et cadeaux', 'page produit'],
    ],
    done: 'Étapes terminées : 3 sur 4',
  },
} as const;

/** What stands on the app's page, and in the picture of the block on it. */
async function met(page: Page): Promise<string> {
  const texts = await Promise.all(
    page
      .mainFrame()
      .childFrames()
      .flatMap((frame) => [frame, ...frame.childFrames()])
      .map((frame) => frame.locator('body').innerText()),
  );
  return texts.join('\n');
}

/** The glossary's own words are English. */
const wordsOfTheCode = (locale: 'en' | 'fr') => [
  ...neverOnScreen(locale),
  ...(locale === 'en' ? saidOtherwiseOnScreen() : []),
];

/** As on the first day: nothing published, and a theme that has met no app. */
async function startAnew(): Promise<void> {
  await app.shop.saveTheme({ look: 'light', blocks: [] });
  await withTransaction(async (client) => {
    // Published versions go for no one else.
    await client.query('set local session_replication_role = replica');
    await client.query('delete from "ProgramVersion" where number > 1');
    await client.query(
      `update "Shop" s set "publishedVersion" = 1, "guideBlocksPlaced" = false,
         draft = jsonb_set(v.rules, '{cards}', $1::jsonb)
       from "ProgramVersion" v where v."shopId" = s.id and v.number = 1`,
      [JSON.stringify(firstProgram('EUR').draft.cards)],
    );
  });
}

test.each(['en', 'fr'] as const)(
  'a fresh install becomes a card, a birthday and their blocks in at most 12 interactions, by keyboard and in a baker’s words (%s)',
  async (locale) => {
    await startAnew();
    const words = WORDS[locale];
    const { page, problems, close } = await browser.page();
    const { activate, done } = keyboardUser();
    const frame = page.frameLocator('iframe');
    await page.goto(app.urls.admin);
    await activate(page, page.getByRole('link', { name: words.open, exact: true }));

    await frame.getByRole('button', { name: words.choose }).waitFor();
    const screens = [await met(page)];
    await activate(page, frame.getByRole('button', { name: words.choose }));
    const picker = page.getByRole('dialog');
    await activate(page, picker.getByRole('checkbox').first(), 'Space');
    await activate(page, picker.getByRole('button', { name: words.add, exact: true }));
    await frame.getByText(words.chosen).waitFor();
    await activate(page, frame.getByRole('checkbox', { name: words.birthday }), 'Space');
    screens.push(await met(page));
    await activate(page, frame.getByRole('button', { name: words.publish, exact: true }));

    // The next step opens by itself.
    const [[firstBlock, itsPage]] = words.blocks;
    await frame.getByRole('link', { name: words.link(firstBlock, itsPage) }).waitFor();
    screens.push(await met(page));
    for (const [name, where] of words.blocks) {
      await addBlock(page, frame.getByRole('link', { name: words.link(name, where) }), activate);
    }
    await frame.getByText(words.done).first().waitFor();
    screens.push(await met(page));

    const unknown = wordsOfTheCode(locale);
    expect(unknown.length).toBeGreaterThan(8);
    expect(screens.flatMap((text) => wordsMet(text, unknown))).toEqual([]);
    expect(done.length, done.join('\n')).toBeLessThanOrEqual(MOST_INTERACTIONS);
    const { rows } = await pool().query<{ cards: number; gifts: number; off: boolean }>(
      `select jsonb_array_length(v.rules->'cards') as cards, jsonb_array_length(v.rules->'occasions') as gifts,
         v.rules->'pointsOff' = 'true' as off
       from "Shop" s join "ProgramVersion" v on v."shopId" = s.id and v.number = s."publishedVersion"`,
    );
    expect(rows).toEqual([{ cards: 1, gifts: 1, off: true }]);
    const placed = app.shop.theme.blocks ?? [];
    expect(placed.map(({ block, area }) => [block, area])).toEqual([
      ['member', 'product'],
      ['points-for-cart', 'cart'],
      ['birthday', 'product'],
    ]);
    expect(problems).toEqual([]);
    expect(await app.problems()).toEqual([]);
    await close();
  },
);

test.each(['en', 'fr'] as const)(
  'a theme that has the blocks already is known at the first look: no step that is done stands open, and nothing moves (%s)',
  async (locale) => {
    const { home } = TEXTS[locale];
    await app.shop.saveTheme({ look: 'light', blocks: null });
    await pool().query('update "Shop" set "guideBlocksPlaced" = false');
    const at = await visitAdmin(app, browser, { locale });
    const open = at.app.locator('button[aria-expanded=true]').filter({ hasText: /./ });
    await at.app.getByRole('button', { name: home.orderStep }).waitFor();
    const titles = await open.allInnerTexts();
    // Where Shopify was slow to tell, none.
    expect([[home.orderStep], []]).toContainEqual(titles);
    expect(await at.app.getByText(home.blockAdded, { exact: true }).count()).toBe(0);
    await at.close();

    await pool().query('update "Shop" set "guideBlocksPlaced" = false');
    const watched = await browser.page({ viewport: { width: 1_280, height: 900 } });
    const { page, close } = watched;
    await page.addInitScript(observeVitals);
    await page.goto(`${app.urls.admin}/apps/sixth?locale=${locale}`);
    const [frame] = page.mainFrame().childFrames();
    if (!frame) throw new Error('the admin has no frame');
    await page.frameLocator('iframe').getByRole('button', { name: home.orderStep }).waitFor();
    await untilDrawn(watched, frame);
    expect((await readVitals(frame)).cls).toBeLessThan(0.001);
    await close();
  },
);

test.each(['en', 'fr'] as const)(
  'a program that gives nothing yet shows no empty blocks, and has nothing to pause (%s)',
  async (locale) => {
    await startAnew();
    const { overview } = TEXTS[locale];
    const visit = await visitAdmin(app, browser, { path: '/app/program', locale });
    await visit.app.getByText(overview.nothingShownYet).waitFor();
    expect(await visit.app.locator('iframe').count()).toBe(0);
    expect(await visit.app.getByText(overview.pausing.stop.heading).count()).toBe(0);
    expect(visit.problems).toEqual([]);
    await visit.close();
  },
);
