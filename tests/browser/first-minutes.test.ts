// The first minutes: from a fresh install to a published program with three blocks on the theme, by keyboard alone.
import { expect, test } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { pool } from '#app/db/pool.server.ts';
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

test('a fresh install becomes a published card and three blocks in at most 12 interactions, by keyboard', async () => {
  const { page, problems, close } = await browser.page();
  const { activate, done } = keyboardUser();
  const frame = page.frameLocator('iframe');
  await page.goto(app.urls.admin);
  await activate(page, page.getByRole('link', { name: 'Open Sixth', exact: true }));

  await activate(page, frame.getByRole('button', { name: 'Choose collections' }));
  const picker = page.getByRole('dialog');
  await activate(page, picker.getByRole('checkbox').first(), 'Space');
  await activate(page, picker.getByRole('button', { name: 'Add', exact: true }));
  await frame.getByText('Chosen:').waitFor();
  await activate(page, frame.getByRole('button', { name: 'Publish stamp card' }));

  for (const place of ['Points balance, product', 'Stamp card, product', 'Stamp card, cart']) {
    await addBlock(page, frame.getByRole('link', { name: `Add to theme: ${place} page` }), activate);
  }
  await frame.getByText('2 of 3 steps completed').first().waitFor();

  expect(done.length, done.join('\n')).toBeLessThanOrEqual(MOST_INTERACTIONS);
  const { rows } = await pool().query<{ version: number; cards: number }>(
    `select v.number as version, jsonb_array_length(v.rules->'cards') as cards
     from "Shop" s join "ProgramVersion" v on v."shopId" = s.id and v.number = s."publishedVersion"`,
  );
  expect(rows).toEqual([{ version: 2, cards: 1 }]);
  const placed = app.shop.theme.blocks ?? [];
  expect(placed.map(({ block, area }) => [block, area])).toEqual([
    ['points-balance', 'product'],
    ['stamp-card', 'product'],
    ['stamp-card', 'cart'],
  ]);
  expect(problems).toEqual([]);
  expect(await app.problems()).toEqual([]);
  await close();
});
