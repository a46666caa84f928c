// Moments on the merchant's screens: begun from the gallery, filled, published, and what became of them.
import process from 'node:process';
import { expect, test } from 'vitest';
import { dayIn } from '#app/core/values/days.ts';
import { pool } from '#app/db/pool.server.ts';
import { publishProgram } from '#app/usecases/editing/publish-program.ts';
import { findShop } from '#app/db/shop/shops.server.ts';
import { giveLists } from '#app/usecases/moments/give-lists.ts';
import { giveToAll } from '#app/usecases/moments/give-to-all.ts';
import { sweepMoments } from '#app/usecases/moments/sweep-moments.ts';
import { WORDS, goOnInOnePage, revisitAdmin, type AdminVisit } from '#tests/support/admin-visit.ts';
import { changeDraft } from '#tests/support/change-draft.ts';
import { reward } from '#tests/support/factories.ts';
import { momentRule } from '#tests/support/moment-rules.ts';
import { bought, counted } from '#tests/support/moment-shop.ts';
import { memberWith } from '#tests/support/occasions.ts';
import { confirmPublish, toReview, visitProgram } from '#tests/support/program-visit.ts';
import { useRunningApp } from '#tests/support/use-running-app.ts';
import { expectSoundScreen } from './moment-scene.ts';

const { app, browser } = useRunningApp({ coffeeCard: true });
goOnInOnePage(browser);

const FIVE = reward({ key: 'five', title: { en: '€5.00 off', fr: '5,00 € de remise' } });
const SHIPPING = reward({
  key: 'shipping',
  title: { en: 'Free shipping', fr: 'Livraison offerte' },
  gives: { kind: 'free-shipping', upToMinor: null },
});

async function expectSound(visit: AdminVisit, name = 'moment'): Promise<void> {
  await expectSoundScreen(visit, name);
  expect(await app.problems()).toEqual([]);
}

const begin = (...moments: ReturnType<typeof momentRule>[]) =>
  changeDraft(app.shop.domain, (rules) => ({
    ...rules,
    rewards: [FIVE, SHIPPING],
    moments: moments.length > 0 ? moments : undefined,
  }));

/** A member of today’s third order, with the night’s sweep and the one after. */
async function thirdOrder(shopId: number): Promise<void> {
  const { id } = await memberWith({ id: shopId, domain: app.shop.domain });
  await counted({ id: shopId, domain: app.shop.domain }, id, 0);
  const today = dayIn(app.shop.setup.timeZone, new Date());
  await bought({ id: shopId, domain: app.shop.domain }, id, [today, today, today]);
  const at = Date.now();
  for (const days of [0, 1]) await sweepMoments(shopId, new Date(at + days * 86_400_000));
}

test.each([
  ['en', 1_280],
  ['fr', 360],
] as const)(
  'S-07 S-08 the gallery’s third order gets three gifts to choose from, is published, and tells what became of it (%s, %i px)',
  async (locale, width) => {
    const { moments: say, momentFigures: figures } = WORDS[locale];
    const { shopId } = await begin();
    const at = await visitProgram(app, browser, locale, '/moments', width);
    await expectSound(at);
    const { name } = say.readyMade['third-order'];
    await at.app.getByRole('button', { name: say.groups['coming-back'] }).click();
    expect(await at.app.getByRole('link', { name: say.useNamed(say.readyMade.welcome.name) }).count()).toBe(
      0,
    );
    await at.app.getByRole('link', { name: say.useNamed(name) }).click();
    const chosen = at.app.getByLabel(say.reward, { exact: true });
    await chosen.nth(1).waitFor();
    expect(await chosen.nth(0).inputValue()).toBe('five');
    expect(await chosen.nth(1).inputValue()).toBe('shipping');
    await expectSound(at);
    await at.app.getByRole('button', { name: say.addThis }).press('Enter');
    await at.app.getByRole('button', { name: say.remove }).waitFor();
    await expectSound(at);
    await toReview(at.app, locale);
    await at.app.getByText(say.shopperTitles['third-order']).first().waitFor();
    await confirmPublish(at.app, locale);
    await expectSound(at);
    await thirdOrder(shopId);
    await at.app.getByRole('link', { name: say.shopperTitles['third-order'], exact: true }).click();
    await at.app.getByRole('heading', { name: figures.title }).waitFor();
    await at.app.getByText(figures.open).waitFor();
    await expectSound(at);
    await at.close();
  },
);

test.each([
  ['en', 1_280],
  ['fr', 360],
] as const)(
  'that nobody could agree to a day is said while it is typed (%s, %i px)',
  async (locale, width) => {
    const { moments: say, program } = WORDS[locale];
    await begin(momentRule('life-date', { key: 'wedding' }));
    const at = await visitProgram(app, browser, locale, '/moments/wedding', width);
    const problem = at.app.getByText(program.problems.noConsent);
    for (const language of ['en', 'fr'] as const) {
      expect(await problem.count()).toBe(0);
      await at.app.getByLabel(say.consent[language], { exact: true }).fill('');
    }
    await problem.waitFor();
    await expectSound(at);
    if (process.env['SHOTS'])
      await at.page.screenshot({ path: `${process.env['SHOTS']}/no-consent-${locale}.png` });
    for (const language of ['en', 'fr'] as const)
      await at.app.getByLabel(say.consent[language], { exact: true }).fill('So');
    await problem.waitFor({ state: 'detached' });
    await at.close();
  },
);

test.each([
  ['en', 360],
  ['fr', 1_280],
] as const)(
  'what is typed wrong is said beside its field, and a moment is taken out after a question (%s, %i px)',
  async (locale, width) => {
    const { moments: say, program } = WORDS[locale];
    await begin(momentRule('nth-order', { key: 'third' }));
    const at = await visitProgram(app, browser, locale, '/moments/third', width);
    await at.app.getByLabel(say.fields.n, { exact: true }).fill('0');
    await at.app.getByLabel(say.points, { exact: true }).fill('many');
    await at.app.getByText(program.problems.notANumber).first().waitFor();
    await expectSound(at);
    await at.app.getByRole('button', { name: say.remove }).click();
    await at.app.getByRole('dialog').getByRole('button', { name: say.remove }).click();
    await at.app.getByRole('heading', { name: say.ready }).waitFor();
    await expectSound(at);
    const { rows } = await pool().query<{ moments: unknown }>(
      `select draft->'moments' as moments from "Shop" where domain = $1`,
      [app.shop.domain],
    );
    expect(rows[0]!.moments ?? []).toEqual([]);
    await at.close();
  },
);

test.each([
  ['en', 1_280],
  ['fr', 360],
] as const)(
  'a moment by hand is given to everybody whom it is for, once, with progress (%s, %i px)',
  async (locale, width) => {
    const { hand: say } = WORDS[locale].momentFigures;
    const { shopId, draftRevision } = await begin(momentRule('by-hand', { key: `hand-${locale}` }));
    const published = await publishProgram(shopId, { draftRevision, publishedBy: 'test' });
    expect(published).toMatchObject({ ok: true });
    await memberWith({ id: shopId, domain: app.shop.domain });
    const at = await visitProgram(app, browser, locale, `/moments/hand-${locale}`, width);
    await at.app.getByRole('button', { name: say.give }).press('Enter');
    const dialog = at.app.getByRole('dialog');
    await dialog.getByRole('button', { name: say.give }).click();
    await dialog.getByText(say.problems.missing).waitFor();
    await expectSound(at);
    await dialog.getByLabel(say.reason).fill('Christmas');
    await dialog.getByRole('button', { name: say.give }).click();
    await dialog.waitFor({ state: 'detached' });
    await giveLists(shopId);
    await at.app.getByText(/Done: given to|Terminé/).waitFor();
    await expectSound(at);
    const { rows } = await pool().query<{ all: number; given: number }>(
      `select total as all, given from "MomentList" where "shopId" = $1 and "momentKey" = $2`,
      [shopId, `hand-${locale}`],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]!.given).toBeGreaterThan(0);
    await at.close();
  },
);

test.each([
  ['en', 360],
  ['fr', 1_280],
] as const)(
  'a moment of one’s own begins with what brings it, and tells what is missing once it is to be added (%s, %i px)',
  async (locale, width) => {
    const { moments: say, program, shell } = WORDS[locale];
    await begin();
    const at = await visitProgram(app, browser, locale, '/moments', width);
    await at.page.getByRole('button', { name: say.own }).click();
    await at.app.getByLabel(say.kind, { exact: true }).selectOption('parcel-late');
    await at.app.getByLabel(say.fields.days['parcel-late'], { exact: true }).waitFor();
    await at.app.getByText(program.preview.notYet).first().waitFor({ state: 'attached' });
    expect(await at.app.getByText(program.problems.required).count()).toBe(0);
    await expectSound(at, `own-${locale}`);
    await at.app.getByRole('button', { name: say.addThis }).click();
    await at.app.getByText(shell.invalid).waitFor();
    await at.app.getByText(program.problems.required).first().waitFor();
    const title = at.app.getByLabel(program.titleIn.en, { exact: true });
    await expect.poll(() => title.evaluate((field) => field === document.activeElement)).toBe(true);
    await expectSound(at, `own-missing-${locale}`);
    await title.fill('Late');
    await at.app.getByLabel(program.titleIn.fr, { exact: true }).fill('En retard');
    await at.app.getByRole('button', { name: say.addThis }).press('Enter');
    await at.app.getByRole('button', { name: say.remove }).waitFor();
    await expect.poll(() => at.app.getByLabel(say.kind, { exact: true }).count()).toBe(0);
    await expectSound(at, `own-added-${locale}`);
    await at.close();
  },
);

test.each([
  ['en', 1_280],
  ['fr', 360],
] as const)(
  'C156 a moment that gave all it may says that it has stopped (%s, %i px)',
  async (locale, width) => {
    const { ceiling: say } = WORDS[locale].momentFigures;
    const key = `most-${locale}`;
    const { shopId, draftRevision } = await begin(
      momentRule('by-hand', { key, ceiling: { of: 'points', most: 60 } }),
    );
    await publishProgram(shopId, { draftRevision, publishedBy: 'test' });
    await memberWith({ id: shopId, domain: app.shop.domain });
    const shop = await findShop(pool(), app.shop.domain);
    const asked = {
      momentKey: key,
      reason: 'Christmas',
      requestKey: `press-${key}`,
      madeBy: '42',
      again: false,
    };
    expect(await giveToAll(shop!, asked)).toMatchObject({ ok: true });
    await giveLists(shopId);
    const at = await visitProgram(app, browser, locale, `/moments/${key}`, width);
    await at.app.getByText(say.title).waitFor();
    await at.app.getByText(say.points('50', '60')).waitFor();
    await expectSound(at, `most-${locale}`);
    await revisitAdmin(app, at, { path: '/app/program/moments', locale });
    await at.app.getByText(say.stopped).waitFor();
    await at.app.getByText(WORDS[locale].overview.states.stopped, { exact: true }).waitFor();
    await expectSound(at, `most-gallery-${locale}`);
    await at.close();
  },
);
