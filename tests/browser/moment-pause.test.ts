// A moment's page: what shoppers read in each state, how they hear of it, and its pause.
import type { FrameLocator } from 'playwright-core';
import { expect, test } from 'vitest';
import { setKindsByFlow } from '#app/db/notices/notices.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { publishProgram } from '#app/usecases/editing/publish-program.ts';
import {
  WORDS,
  goOnInOnePage,
  revisitAdmin,
  sidewaysScroll,
  visitAdmin,
  type AdminVisit,
  type Locale,
} from '#tests/support/admin-visit.ts';
import { axeProblems } from '#tests/support/axe.ts';
import { changeDraft } from '#tests/support/change-draft.ts';
import { reward } from '#tests/support/factories.ts';
import { momentRule } from '#tests/support/moment-rules.ts';
import { visitProgram } from '#tests/support/program-visit.ts';
import { useRunningApp } from '#tests/support/use-running-app.ts';

const { app, browser } = useRunningApp({ coffeeCard: true });
goOnInOnePage(browser);

const FIVE = reward({ key: 'five', title: { en: '€5.00 off', fr: '5,00 € de remise' } });
const third = momentRule('nth-order', {
  key: 'third',
  title: { en: 'Your third order', fr: 'Votre troisième commande' },
  offers: [
    { kind: 'points', points: 50 },
    { kind: 'reward', key: 'five' },
  ],
});

async function expectSound({ frame, problems }: AdminVisit): Promise<void> {
  expect(await axeProblems(frame())).toEqual([]);
  expect(await sidewaysScroll(frame())).toBeLessThanOrEqual(0);
  expect(problems).toEqual([]);
  expect(await app.problems()).toEqual([]);
}

async function published(): Promise<number> {
  const { shopId, draftRevision } = await changeDraft(app.shop.domain, (rules) => {
    const { pausedMoments: _, ...rest } = rules;
    return { ...rest, rewards: [FIVE], moments: [third] };
  });
  await publishProgram(shopId, { draftRevision, publishedBy: 'test' });
  return shopId;
}

async function previewSays(frame: FrameLocator, locale: Locale, state: string, words: string): Promise<void> {
  const { program } = WORDS[locale];
  await frame.getByLabel(program.preview.who).and(frame.locator(':visible')).selectOption(state);
  await frame.frameLocator('iframe:visible').first().getByText(words).first().waitFor();
}

async function pausedKeys(shopId: number): Promise<unknown> {
  const { rows } = await pool().query<{ keys: unknown }>(
    `select coalesce(v.rules->'pausedMoments', '[]') as keys from "ProgramVersion" v join "Shop" s
       on s.id = v."shopId" and s."publishedVersion" = v.number where s.id = $1`,
    [shopId],
  );
  return rows[0]?.keys;
}

test.each([
  ['en', 1_280, 'Choose your gift:', '50 points, added'],
  ['fr', 360, 'Choisissez votre cadeau', '50 points'],
] as const)(
  'a moment is seen in each state, paused at once, told as paused, and started again (%s, %i px)',
  async (locale, width, choose, chosen) => {
    const { pausedMoments: say, overview, notices, program } = WORDS[locale];
    const shopId = await published();
    const at = await visitProgram(app, browser, locale, '/moments/third', width);
    const name = third.title[locale];
    await expectSound(at);
    if (width < 500) {
      await at.app.getByRole('button', { name: overview.showPreview }).click();
      await at.app.getByRole('dialog').locator('iframe').first().waitFor();
    }
    await previewSays(at.app, locale, 'moment-open', choose);
    await previewSays(at.app, locale, 'moment-chosen', chosen);
    await at.app.getByLabel(program.preview.page).and(at.app.locator(':visible')).selectOption('dark');
    await previewSays(at.app, locale, 'moment-open', choose);
    await expectSound(at);
    if (width < 500) await at.page.keyboard.press('Escape');
    await at.app.getByText(notices.inShop).first().waitFor();

    await at.app.getByRole('button', { name: say.stop.button, exact: true }).click();
    await at.app.getByRole('dialog').getByText(say.stop.title(name)).waitFor();
    await at.app.getByRole('dialog').getByRole('button', { name: say.stop.button, exact: true }).click();
    await at.app.getByText(say.means).waitFor();
    await expectSound(at);
    expect(await pausedKeys(shopId)).toEqual(['third']);

    await revisitAdmin(app, at, { path: '/app/program/moments', locale });
    await at.app.getByText(overview.states.paused).first().waitFor();
    await at.app.getByText(notices.onlyInShop).waitFor();
    await expectSound(at);
    await setKindsByFlow(pool(), shopId, ['choose-gift']);
    await revisitAdmin(app, at, { path: '/app/program/moments/third', locale });
    await at.app.getByText(notices.byFlow('0', 'other')).waitFor();
    await at.app.getByRole('button', { name: say.start.button, exact: true }).click();
    await at.app.getByRole('dialog').getByRole('button', { name: say.start.button, exact: true }).click();
    await at.app.getByText(say.means).waitFor({ state: 'detached' });
    await at.app.getByText(say.figure, { exact: true }).first().waitFor();
    await expectSound(at);
    expect(await pausedKeys(shopId)).toEqual([]);
    await setKindsByFlow(pool(), shopId, []);
    await at.close();
  },
);

test.each([
  ['en', 1_280],
  ['fr', 360],
] as const)('Home says how customers hear of what moments bring (%s, %i px)', async (locale, width) => {
  const { notices, stories } = WORDS[locale];
  const shopId = await published();
  // Figures begin with the first order.
  await pool().query(
    `insert into "DailyFigure" ("shopId", day, kind, amount) values ($1, now()::date, 'orders-counted', 1) on conflict do nothing`,
    [shopId],
  );
  const at = await visitAdmin(app, browser, { locale, width });
  await at.app.getByText(stories.momentsInShop).waitFor();
  await expectSound(at);
  await setKindsByFlow(pool(), shopId, ['gift-given']);
  await revisitAdmin(app, at, { locale });
  await at.app.getByText(stories.momentsByFlow('0', 'other')).waitFor();
  await at.app.getByRole('link', { name: notices.choose }).click();
  await at.app.getByText(notices.flowAbout).waitFor();
  await setKindsByFlow(pool(), shopId, []);
  await at.close();
});
