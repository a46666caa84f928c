// "Where are my points?", asked of eleven orders by their shopper, in the launcher's panel, and by the merchant, on the member's page and
// beside the orders to check, in both languages.
import { beforeAll, expect, test } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { memberOfCustomer } from '#app/db/members/member-of-customer.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { findShop } from '#app/db/shop/shops.server.ts';
import { blockMember } from '#app/usecases/members/block-member.ts';
import { LOOKS } from '#tests/local-shopify/shop/theme.ts';
import { goOnInOnePage, sidewaysScroll, visitAdmin, type AdminVisit } from '#tests/support/admin-visit.ts';
import { axeProblems } from '#tests/support/axe.ts';
import { useRunningApp } from '#tests/support/use-running-app.ts';

const { app, browser } = useRunningApp({ coffeeCard: true });
goOnInOnePage(browser);

type Language = 'en' | 'fr';
/** What each is told of one kind of order, in words that tell it from the others. */
const SAID = {
  en: {
    gave: ['gave you 19 points, 2 stamps', 'So far it gave 19 points and 2 stamps'],
    unpaid: ['It isn’t paid yet', 'It waits for payment'],
    cancelled: ['It was cancelled', 'It was cancelled, so it earns nothing'],
    refunded: ['Its payment was refunded', 'All of its payments were refunded'],
    inPart: ['Items that went back don’t count', 'Items that went back don’t count'],
    neverPaid: ['It was never paid', 'It was never paid'],
    others: ['We can’t find this order', 'It belongs to another customer'],
    guests: ['We can’t find this order', 'It names no customer'],
    before: ['It was placed before the program began', 'It was placed before your program began'],
    excluded: ['Your account wasn’t part of the program', 'This member was excluded by hand'],
    none: ['We can’t find this order', 'Neither the app nor Shopify finds an order'],
    question: 'Where are my points?',
    number: 'Order number',
    ask: 'Ask',
    lookUp: 'Look up',
    untold: 'Shopify hasn’t reported it to the app yet.',
    readNow: 'Read it now',
  },
  fr: {
    gave: ['vous a rapporté 19 points, 2 tampons', 'elle a rapporté 19 points et 2 tampons'],
    unpaid: ['Elle n’est pas encore payée', 'Elle attend son paiement'],
    cancelled: ['Elle a été annulée', 'Elle a été annulée, elle ne rapporte donc rien'],
    refunded: ['Son paiement a été remboursé', 'ses paiements ont été remboursés'],
    inPart: ['Les articles retournés ne comptent pas', 'Les articles retournés ne comptent pas'],
    neverPaid: ['Elle n’a jamais été payée', 'Elle n’a jamais été payée'],
    others: ['Cette commande est introuvable', 'Elle appartient à un autre client'],
    guests: ['Cette commande est introuvable', 'Elle ne nomme aucun client'],
    before: ['avant le début du programme', 'avant le début de votre programme'],
    excluded: ['Votre compte ne participait pas au programme', 'Ce membre a été exclu manuellement'],
    none: ['Cette commande est introuvable', 'Ni l’application ni Shopify'],
    question: 'Où sont mes points ?',
    number: 'Numéro de commande',
    ask: 'Demander',
    lookUp: 'Chercher',
    untold: 'Shopify ne l’a pas encore signalée à l’application.',
    readNow: 'La lire maintenant',
  },
} satisfies Record<Language, Record<string, string | string[]>>;

const KINDS = [
  'gave',
  'unpaid',
  'cancelled',
  'refunded',
  'inPart',
  'neverPaid',
  'others',
  'guests',
  'before',
  'excluded',
  'none',
] as const;
type Kind = (typeof KINDS)[number];

type Told = { customerId: string; memberId: string; names: Record<Kind, string>; shopId: number };

const VISITS = [
  { language: 'en', width: 1280 },
  { language: 'fr', width: 360 },
] as const;

const told = new Map<Language, Told>();

beforeAll(async () => {
  await app.shop.saveTheme({ ...app.shop.theme, look: 'light', blocks: [], embeds: ['launcher'] });
  for (const { language } of VISITS) told.set(language, await tellOrders(language));
});

async function newCustomer(locale: string): Promise<string> {
  const [known] = app.shop.customers.values();
  const number = app.shop.customers.size;
  return (await app.shop.addCustomer({ ...known!, firstName: `Ida ${number}`, locale })).id;
}

/** Two coffees of 9.50. */
function buy(customerId: string | null, payment: 'paid' | 'pending' | 'authorized' = 'paid') {
  const variantId = app.shop.productByHandle('morning-house')?.variants[0]?.id ?? '';
  return app.shop.placeOrder({ customerId, lines: [{ variantId, quantity: 2 }], payment, locale: 'en' });
}

async function tellOrders(language: Language): Promise<Told> {
  const customerId = await newCustomer(language);
  const shopId = (await findShop(pool(), app.shop.domain))?.id ?? 0;
  const gave = await buy(customerId);
  const unpaid = await buy(customerId, 'pending');
  const cancelled = await buy(customerId);
  const refunded = await buy(customerId);
  const inPart = await buy(customerId);
  const neverPaid = await buy(customerId, 'authorized');
  const others = await buy(await newCustomer(language));
  const guests = await buy(null);
  const before = await buy(customerId);
  await app.shop.cancelOrder(cancelled.id);
  await app.shop.refundOrder(refunded.id, { lines: [{ lineId: refunded.lines[0]!.id, quantity: 2 }] });
  await app.shop.refundOrder(inPart.id, { lines: [{ lineId: inPart.lines[0]!.id, quantity: 1 }] });
  await app.shop.voidOrder(neverPaid.id);
  await app.jobsDone();
  const memberId = (await memberOfCustomer(pool(), shopId, customerId)) ?? '';
  await blockMember(shopId, memberId, true);
  // Times of orders are whole seconds.
  await new Promise((wake) => setTimeout(wake, 1_100));
  const excluded = await buy(customerId);
  await app.jobsDone();
  await blockMember(shopId, memberId, false);
  await placeBefore(shopId, before.id);
  const orders = { gave, unpaid, cancelled, refunded, inPart, neverPaid, others, guests, before, excluded };
  const names = Object.fromEntries(Object.entries(orders).map(([kind, { name }]) => [kind, name]));
  return { customerId, memberId, shopId, names: { ...names, none: '#999999' } as Record<Kind, string> };
}

/** As it is known of an order that was placed before the program began. */
async function placeBefore(shopId: number, orderId: string): Promise<void> {
  await pool().query(
    `update "Order" set "programVersion" = null, "placedAt" = '2020-01-01T10:00:00Z',
       snapshot = (snapshot::jsonb || '{"processedAt": "2020-01-01T10:00:00Z"}')::json where "shopId" = $1 and "orderId" = $2`,
    [shopId, orderId],
  );
}

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

async function openPanel(page: Page, language: Language): Promise<Locator> {
  await page.goto(app.urls.storefront);
  await page.locator('button.sixth-pill').click();
  const part = page.locator('.sixth-panel details', {
    hasText: new RegExp(SAID[language].question.replace(' ?', '\\s?')),
  });
  await part.locator('summary').focus();
  await page.keyboard.press('Enter');
  // Its script is loaded when it opens.
  const listens = () => part.locator('form').evaluate((form: HTMLFormElement) => form.onsubmit !== null);
  await expect.poll(listens).toBe(true);
  return part;
}

async function signedIn(language: Language, width: number) {
  const watched = await browser.page({ viewport: { width, height: 800 } });
  const url = app.urls.storefront;
  const { customerId } = told.get(language)!;
  await watched.page.context().addCookies([
    { name: 'language', value: language, url },
    { name: 'customer', value: customerId, url },
  ]);
  return watched;
}

test.each(VISITS)(
  'C62 a shopper asks of eleven orders, by keyboard alone: $language, $width px',
  async ({ language, width }) => {
    const { page, problems, close } = await signedIn(language, width);
    const part = await openPanel(page, language);
    const field = part.getByLabel(SAID[language].number);
    const status = part.getByRole('status');
    const answers = new Map<Kind, string>();
    for (const kind of KINDS) {
      const name = told.get(language)!.names[kind];
      // With the sign and without it.
      await field.fill(answers.size % 2 === 0 ? name : name.slice(1));
      const answered = page.waitForResponse(/order-answer/);
      await field.press('Enter');
      await answered;
      const [words = ''] = SAID[language][kind];
      await expect.poll(async () => plain(await status.innerText())).toContain(words);
      answers.set(kind, await status.innerText());
    }
    expect([answers.get('others'), answers.get('guests')]).toEqual([
      answers.get('none'),
      answers.get('none'),
    ]);
    expect(await axeProblems(page)).toEqual([]);
    expect(problems).toEqual([]);
    await close();
  },
  60_000,
);

test.each(LOOKS)(
  'nothing outside its part of the panel moves with an answer, and all of it is seen: %s',
  async (look) => {
    await app.shop.saveTheme({ ...app.shop.theme, look });
    const { page, close } = await signedIn('en', 360);
    const part = await openPanel(page, 'en');
    const above = page.locator('.sixth-panel summary').first();
    const place = () => above.evaluate((one: HTMLElement) => one.offsetTop);
    const before = await place();
    await part.getByLabel(SAID.en.number).fill(told.get('en')!.names.unpaid);
    await part.getByRole('button', { name: SAID.en.ask }).click();
    await part.getByText('It isn’t paid yet').waitFor();
    expect(await place()).toBe(before);
    expect(await axeProblems(page)).toEqual([]);
    await close();
    await app.shop.saveTheme({ ...app.shop.theme, look: 'light' });
  },
);

test('an app that is away says so', async () => {
  const { page, close } = await signedIn('en', 1280);
  await page.route(/order-answer/, (route) => route.fulfill({ status: 503, body: '{}' }));
  const part = await openPanel(page, 'en');
  await part.getByLabel(SAID.en.number).fill('#1');
  await part.getByLabel(SAID.en.number).press('Enter');
  await part.getByText('That didn’t load. Try again in a minute.').waitFor();
  await close();
});

async function expectSound(visit: AdminVisit): Promise<void> {
  expect(await axeProblems(visit.frame())).toEqual([]);
  expect(await sidewaysScroll(visit.frame())).toBeLessThanOrEqual(0);
  expect(visit.problems).toEqual([]);
}

async function look(visit: AdminVisit, language: Language, name: string, words: string): Promise<void> {
  await visit.app.getByLabel(SAID[language].number).fill(name);
  await visit.app.getByLabel(SAID[language].number).press('Enter');
  await expect
    .poll(async () => plain(await visit.app.locator('main, body').first().innerText()), { timeout: 15_000 })
    .toContain(words);
}

test.each(VISITS)(
  'a merchant asks of eleven orders on the member’s page: $language, $width px',
  async ({ language, width }) => {
    const { memberId, names } = told.get(language)!;
    const visit = await visitAdmin(app, browser, {
      path: `/app/members/${memberId}`,
      locale: language,
      width,
    });
    await visit.app.getByLabel(SAID[language].number).waitFor();
    for (const kind of KINDS) await look(visit, language, names[kind], SAID[language][kind][1] ?? '');
    await look(visit, language, names.gave, SAID[language].gave[1] ?? '');
    await expectSound(visit);
    await visit.close();
  },
  90_000,
);

test.each(VISITS)(
  'beside the orders to check: an order that nobody told of is read at once: $language, $width px',
  async ({ language, width }) => {
    const { controls } = app.shopify.webhooks;
    controls.set('*', { dropNext: 20 });
    const lost = await buy(told.get(language)!.customerId);
    await new Promise((wake) => setTimeout(wake, 500));
    controls.clear();
    const visit = await visitAdmin(app, browser, { path: '/app/orders', locale: language, width });
    await visit.app.getByLabel(SAID[language].number).waitFor();
    await look(visit, language, lost.name, SAID[language].untold);
    await expectSound(visit);
    await visit.app.getByRole('button', { name: SAID[language].readNow }).click();
    await visit.app.getByText(SAID[language].untold).waitFor({ state: 'detached' });
    await app.jobsDone();
    await look(visit, language, ` ${lost.name.slice(1)}`, SAID[language].gave[1] ?? '');
    await expectSound(visit);
    await visit.close();
  },
  90_000,
);
