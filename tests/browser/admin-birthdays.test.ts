// Birthdays inside Shopify's frame, in both languages: the gift is set up and published, a date entered and corrected with a
// reason, the next 30 days listed, and the gift explained.
import { beforeAll, expect, test } from 'vitest';
import type { FrameLocator } from 'playwright-core';
import { addDays, dayIn } from '#app/core/values/days.ts';
import { monthDayOf } from '#app/core/moments/calendar.ts';
import { memberIdsOf } from '#app/db/members/member-data.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { findShop } from '#app/db/shop/shops.server.ts';
import { formatBirthday, formatDay } from '#app/ui/values/format.ts';
import {
  goOnInOnePage,
  sidewaysScroll,
  visitAdmin,
  WORDS,
  type AdminVisit,
  type Locale,
} from '#tests/support/admin-visit.ts';
import { axeProblems } from '#tests/support/axe.ts';
import { publishCard } from '#tests/support/publish-card.ts';
import { toReview } from '#tests/support/program-visit.ts';
import { useRunningApp } from '#tests/support/use-running-app.ts';

const { app, browser } = useRunningApp();
goOnInOnePage(browser);
let customers: string[];

beforeAll(async () => {
  await publishCard(shop().domain, {
    products: { all: true, productIds: [], collectionIds: [], withTags: [], withoutTags: [] },
  });
  customers = [...shop().customers.keys()];
  const variantId = shop().products[0]!.variants[0]!.id;
  for (const customerId of customers.slice(0, 2)) {
    await shop().placeOrder({
      customerId,
      lines: [{ variantId, quantity: 1 }],
      payment: 'paid',
      locale: 'en',
    });
  }
  await app.jobsDone();
});

const BOTH = [
  ['en', 1_280, 0],
  ['fr', 360, 1],
] as const;

const shop = () => app.shop;
const today = () => dayIn(shop().setup.timeZone, app.shopify.clock());

async function memberPath(index: number): Promise<string> {
  const known = await findShop(pool(), shop().domain);
  const ids = await memberIdsOf(pool(), known!.id, customers);
  return `/app/members/${ids.get(customers[index]!)!}`;
}

/** Nothing in the consoles and logs, nothing that axe finds, nothing that scrolls sideways. */
async function expectSound(visit: AdminVisit): Promise<void> {
  expect(await axeProblems(visit.frame())).toEqual([]);
  expect(await sidewaysScroll(visit.frame())).toBeLessThanOrEqual(0);
  expect(visit.problems).toEqual([]);
  expect(await app.problems()).toEqual([]);
}

async function save({ page }: AdminVisit, locale: Locale): Promise<void> {
  await page.getByRole('button', { name: WORDS[locale].shell.save, exact: true }).click();
}

/** What the block says in the preview, for one shopper after the other. */
async function previewSays(
  frame: FrameLocator,
  locale: Locale,
  shopper: string,
  said: string,
): Promise<void> {
  const { program } = WORDS[locale];
  await frame.getByLabel(program.preview.who).and(frame.locator(':visible')).selectOption(shopper);
  const title = { en: 'Birthday and gifts', fr: 'Anniversaire et cadeaux' }[locale];
  const block = frame.frameLocator(`iframe[title="${program.preview.frame(title)}"]:visible`);
  await block.getByText(said, { exact: false }).first().waitFor();
}

test('before a gift is published the page of birthdays says so, and who would be in it', async () => {
  const { page: say } = WORDS.en.birthdays;
  const visit = await visitAdmin(app, browser, { path: '/app/members' });
  await visit.app.getByRole('link', { name: say.title, exact: true }).click();
  await visit.app.getByText(say.noOffer).waitFor();
  await visit.app.getByText(say.emptyHeading).waitFor();
  await expectSound(visit);
  await visit.close();
});

test('a gift that is off has no preview, even where the other gift of the block is on', async () => {
  const { program, birthdays } = WORDS.en;
  const path = '/app/program/moments/anniversary';
  const visit = await visitAdmin(app, browser, { path });
  const preview = visit.app.locator('.edit-page-beside');
  await preview.getByText(program.preview.nothing, { exact: true }).waitFor();
  expect(await preview.locator('iframe, select').count()).toBe(0);
  await visit.app.getByLabel(birthdays.offer.switches.anniversary).check();
  await preview.locator('iframe').waitFor();
  await expectSound(visit);
  await visit.close();
});

test.each(BOTH)(
  'the gift is set up, tried in the preview, and published (%s, %i px)',
  async (locale, width) => {
    const { program, shell, birthdays, overview } = WORDS[locale];
    const { offer } = birthdays;
    const kind = locale === 'en' ? 'birthday' : 'anniversary';
    const path = `/app/program/moments/${kind}`;
    const visit = await visitAdmin(app, browser, { path, locale, width });
    const newGift = offer.added(offer.kinds[kind], '\n').split('\n')[0]!;
    await visit.app.getByLabel(offer.switches[kind]).check();
    const field = (label: string) => visit.app.getByLabel(label, { exact: true });
    await field(offer.points).fill('0');
    await field(offer.daysBefore).fill('31');
    await save(visit, locale);
    await visit.app.getByText(program.problems.tooSmall).waitFor();
    await visit.app.getByText(program.problems.daysBeforeRange).waitFor();
    expect(await field(offer.daysBefore).inputValue()).toBe('31');
    await field(offer.points).fill('60');
    await field(offer.daysBefore).fill('3');
    await expectSound(visit);
    if (kind === 'birthday') {
      await field(offer.waitDays).fill('0');
      await previewSays(
        visit.app,
        locale,
        'member',
        'Tell us your birthday, and get a gift every year: 60 points',
      );
      await previewSays(visit.app, locale, 'birthday-waiting', 'Your gift comes on');
      await previewSays(visit.app, locale, 'birthday-today', 'Your birthday gift is here: 60 points');
      await previewSays(visit.app, locale, 'birthday-given', 'Happy birthday!');
      await previewSays(visit.app, locale, 'birthday-over', 'Your gift comes on');
      await previewSays(visit.app, locale, 'visitor', 'Sign in');
    } else {
      // On a phone the preview lies behind a button.
      await visit.app.getByRole('button', { name: overview.showPreview }).click();
      const sheet = visit.app.getByRole('dialog');
      await previewSays(visit.app, locale, 'anniversary-today', 'Merci pour cette année de plus');
      await visit.page.keyboard.press('Escape');
      await sheet.waitFor({ state: 'detached' });
    }
    await save(visit, locale);
    await visit.page.getByText(shell.saved).waitFor();
    await toReview(visit.app, locale);
    await visit.app.getByRole('button', { name: overview.review }).click();
    const dialog = visit.app.getByRole('dialog');
    await dialog.getByRole('button', { name: overview.inWords }).click();
    await dialog.getByText(newGift).first().waitFor();
    await expectSound(visit);
    await dialog.getByRole('button', { name: program.publish, exact: true }).click();
    await visit.app.getByRole('button', { name: overview.review }).waitFor({ state: 'detached' });
    await visit.close();
    const versions = await visitAdmin(app, browser, { path: '/app/program/versions', locale, width });
    const newest = versions.app.getByRole('button', { name: new RegExp(overview.inWords, 'i') }).first();
    await newest.click();
    await versions.app.getByText(newGift).first().waitFor();
    await versions.close();
  },
);

test.each(BOTH)(
  'C59 a birthday is entered and corrected with a reason, and stands in the log (%s, %i px)',
  async (locale, width, index) => {
    const { members, birthdays } = WORDS[locale];
    const { card, problems } = birthdays;
    const visit = await visitAdmin(app, browser, { path: await memberPath(index), locale, width });
    const dialog = visit.app.getByRole('dialog');
    await visit.app.getByRole('button', { name: card.enter }).click();
    await dialog.getByRole('button', { name: members.save }).click();
    await dialog.getByText(problems.monthMissing).waitFor();
    await dialog.getByText(problems.dayMissing).waitFor();
    await dialog.getByText(members.errors.reasonMissing).waitFor();
    await dialog.getByLabel(card.month).selectOption('2');
    await dialog.getByLabel(card.day).fill('30');
    await dialog.getByLabel(members.reason).fill('By phone');
    await dialog.getByRole('button', { name: members.save }).click();
    await dialog.getByText(problems.dayImpossible).waitFor();
    expect(await dialog.getByLabel(members.reason).inputValue()).toBe('By phone');
    await expectSound(visit);
    await dialog.getByLabel(card.day).fill('29');
    await dialog.getByRole('button', { name: members.save }).dblclick();
    await dialog.waitFor({ state: 'detached' });
    const leapDay = formatBirthday({ month: 2, day: 29, year: null }, locale);
    await visit.app.getByText(card.told.merchant(leapDay)).waitFor();
    expect(await visit.app.getByText(card.told.merchant(leapDay)).count()).toBe(1);
    await visit.app.getByText(card.leapDay).waitFor();
    await visit.app.getByRole('button', { name: card.correct }).click();
    const { month, day } = monthDayOf(addDays(today(), index));
    await dialog.getByLabel(card.month).selectOption(String(month));
    await dialog.getByLabel(card.day).fill(String(day));
    await dialog.getByLabel(members.reason).fill('Typed wrongly');
    await dialog.getByRole('button', { name: members.save }).click();
    await visit.app
      .getByText(card.told.merchant(formatBirthday({ month, day, year: null }, locale)))
      .waitFor();
    await visit.app.getByText(members.adjustedReason('Typed wrongly')).waitFor();
    await expectSound(visit);
    await visit.close();
  },
);

test.each(BOTH)(
  'C77 the gift arrives, and its “why” says everything (%s, %i px)',
  async (locale, width, index) => {
    const { ledger } = WORDS[locale];
    await app.jobsDone();
    const visit = await visitAdmin(app, browser, { path: await memberPath(index), locale, width });
    const gift = ledger.birthday(addDays(today(), index).slice(0, 4));
    const row = visit.app.getByRole('row').filter({ hasText: gift });
    expect(await row.innerText()).toContain('+60');
    await row.getByRole('button', { name: ledger.whyOf(gift) }).click();
    // Told only then, which the page knows.
    await visit.app.getByText(ledger.told(formatDay(today(), locale))).waitFor();
    await expectSound(visit);
    await visit.close();
  },
);

test.each(BOTH)(
  'the next 30 days list who gets a gift when, and what gifts brought (%s, %i px)',
  async (locale, width) => {
    const { birthdays, members } = WORDS[locale];
    const { page: say, card } = birthdays;
    const soon = await visitAdmin(app, browser, { path: await memberPath(0), locale, width });
    const dialog = soon.app.getByRole('dialog');
    await soon.app.getByRole('button', { name: card.correct }).click();
    const { month, day } = monthDayOf(addDays(today(), locale === 'en' ? 13 : 23));
    await dialog.getByLabel(card.month).selectOption(String(month));
    await dialog.getByLabel(card.day).fill(String(day));
    await dialog.getByLabel(members.reason).fill('Moved');
    await dialog.getByRole('button', { name: members.save }).click();
    await dialog.waitFor({ state: 'detached' });
    await soon.close();
    const visit = await visitAdmin(app, browser, { path: '/app/members/birthdays', locale, width });
    const link = visit.app.getByRole('link', { name: members.customerNumber(customers[0]!) });
    await link.waitFor();
    await visit.app
      .getByText(formatDay(addDays(today(), locale === 'en' ? 10 : 20), locale))
      .first()
      .waitFor();
    await visit.app.getByRole('heading', { name: say.followed }).waitFor();
    await expectSound(visit);
    await link.click();
    await visit.app.getByRole('heading', { name: card.title, exact: true }).waitFor();
    await visit.close();
  },
);

test.each(BOTH)('a birthday is taken away with a reason (%s, %i px)', async (locale, width, index) => {
  const { members, birthdays } = WORDS[locale];
  const { card } = birthdays;
  const visit = await visitAdmin(app, browser, { path: await memberPath(index), locale, width });
  const dialog = visit.app.getByRole('dialog');
  await visit.app.getByRole('button', { name: card.remove, exact: true }).click();
  await dialog.getByRole('button', { name: card.remove, exact: true }).click();
  await dialog.getByText(members.errors.reasonMissing).waitFor();
  await dialog.getByLabel(members.reason).fill('Asked us to');
  await expectSound(visit);
  await dialog.getByRole('button', { name: card.remove, exact: true }).click();
  await visit.app.getByText(card.none).waitFor();
  await visit.app.getByText(card.tookAway.merchant).waitFor();
  await expectSound(visit);
  await visit.close();
});
