// A day of their own, told in a browser without script, and what the merchant sees and corrects of it, in both languages.
import { beforeAll, expect, test } from 'vitest';
import { memberOfCustomer } from '#app/db/members/member-of-customer.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { findShop } from '#app/db/shop/shops.server.ts';
import { goOnInOnePage, sidewaysScroll, visitAdmin, WORDS, type Locale } from '#tests/support/admin-visit.ts';
import { axeProblems } from '#tests/support/axe.ts';
import { publishDraft } from '#tests/support/change-draft.ts';
import { momentRule } from '#tests/support/moment-rules.ts';
import { useRunningApp } from '#tests/support/use-running-app.ts';
import { placed } from './follow-scene.ts';

const { app, browser } = useRunningApp({ coffeeCard: true });
goOnInOnePage(browser);

const WEDDING = momentRule('life-date', {
  key: 'wedding',
  title: { en: 'Your wedding day', fr: 'Votre mariage' },
  consent: { en: 'Keep the day for my gift.', fr: 'Gardez ce jour pour mon cadeau.' },
});

beforeAll(async () => {
  await publishDraft(app.shop.domain, (rules) => ({ ...rules, moments: [WEDDING] }));
  await app.shop.saveTheme({ ...app.shop.theme, blocks: [placed('birthday', 'loyalty')] });
  await app.jobsDone();
});

const SAYS = {
  en: {
    ...{ day: 'Day', month: 'Month', save: 'Save', agree: 'Keep the day for my gift.' },
    ...{ notAgreed: 'Please agree first', asks: 'Your wedding day: 3 May.', yes: 'Yes, that’s right' },
    ...{ saved: 'The day is saved.', shown: '3 May', agreed: 'Agreed to: “Keep the day for my gift.”' },
    ...{ by: 'Added by the customer: 3 May', corrected: '4 May' },
  },
  fr: {
    ...{ day: 'Jour', month: 'Mois', save: 'Enregistrer', agree: 'Gardez ce jour pour mon cadeau.' },
    ...{
      notAgreed: 'Donnez d’abord votre accord',
      asks: 'Votre mariage : le 3 mai.',
      yes: 'Oui, c’est exact',
    },
    ...{ saved: 'enregistré', shown: '3 mai', agreed: 'Accord donné : « Gardez ce jour pour mon cadeau. »' },
    ...{ by: 'Ajouté par le client : 3 mai', corrected: '4 mai' },
  },
} as const;

const plain = (text: string) => text.replaceAll(/\s+/g, ' ');

async function shopperWithoutScript(locale: Locale, width: number) {
  const [like] = app.shop.customers.values();
  const { id } = await app.shop.addCustomer({ ...like!, firstName: 'Ida', locale });
  const variantId = app.shop.productByHandle('morning-house')?.variants[0]?.id ?? '';
  await app.shop.placeOrder({ customerId: id, lines: [{ variantId, quantity: 1 }], payment: 'paid', locale });
  await app.jobsDone();
  const { page } = await browser.page({ viewport: { width, height: 800 }, javaScriptEnabled: false });
  const url = app.urls.storefront;
  await page.context().addCookies([
    { name: 'language', value: locale, url },
    { name: 'customer', value: id, url },
  ]);
  await app.shop.saveTheme({ ...app.shop.theme, look: locale === 'fr' ? 'dark' : 'light' });
  await page.goto(`${url}/pages/loyalty`);
  return { id, page };
}

test.each([
  ['en', 1_280, 360],
  ['fr', 360, 1_280],
] as const)(
  'S-13 C142 a wedding day is told without script, and corrected on the member’s page (%s)',
  async (locale, width, adminWidth) => {
    const words = SAYS[locale];
    const { id, page } = await shopperWithoutScript(locale, width);
    const said = async () => plain(await page.locator('.sixth-page').innerText());
    const tell = async (agrees: boolean) => {
      await page.getByLabel(words.day, { exact: true }).fill('3');
      await page.getByLabel(words.month).selectOption('5');
      if (agrees) await page.getByLabel(words.agree).check();
      await page.getByRole('button', { name: words.save }).click();
    };
    await tell(false);
    expect(await said()).toContain(words.notAgreed);
    await page.goto(`${app.urls.storefront}/pages/loyalty`);
    await tell(true);
    expect(await said()).toContain(words.asks);
    expect(await said()).toContain(words.agree);
    const wide = await page
      .locator('.sixth-page')
      .evaluate((element) => element.scrollWidth - element.clientWidth);
    expect(wide).toBeLessThanOrEqual(0);
    await page.getByRole('button', { name: words.yes }).click();
    expect(await said()).toContain(words.saved);
    await app.jobsDone();
    const shop = await findShop(pool(), app.shop.domain);
    const memberId = await memberOfCustomer(pool(), shop!.id, id);
    const admin = await visitAdmin(app, browser, {
      path: `/app/members/${memberId}`,
      locale,
      width: adminWidth,
    });
    const texts = WORDS[locale].memberDates;
    const panel = admin.app
      .locator('.Polaris-LegacyCard, .Polaris-ShadowBevel', { hasText: texts.title })
      .last();
    await panel.waitFor();
    const told = plain(await panel.innerText());
    for (const each of [words.shown, plain(words.agreed), words.by]) expect(told).toContain(each);
    expect(await axeProblems(admin.frame())).toEqual([]);
    await panel.getByRole('button', { name: texts.correctNamed(WEDDING.title[locale]) }).click();
    const dialog = admin.app.getByRole('dialog');
    await dialog.getByLabel(WORDS[locale].birthdays.card.day, { exact: true }).fill('4');
    await dialog.getByLabel(WORDS[locale].members.reason).fill('Told by phone');
    expect(await axeProblems(admin.frame())).toEqual([]);
    expect(await sidewaysScroll(admin.frame())).toBeLessThanOrEqual(0);
    await dialog.getByRole('button', { name: WORDS[locale].members.save }).click();
    await panel.getByText('Told by phone').waitFor();
    expect(plain(await panel.innerText())).toContain(words.corrected);
    await admin.close();
  },
);
