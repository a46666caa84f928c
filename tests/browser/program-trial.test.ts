// Products picked in Shopify's picker, and "try it": what a cart or an order would earn by the draft.
import { beforeEach, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { NO_PRODUCTS } from '#app/core/program/card-rules.ts';
import { orderNumbers } from '#app/locales/fr/order-numbers.ts';
import { sidewaysScroll, WORDS, type Locale } from '#tests/support/admin-visit.ts';
import { axeProblems } from '#tests/support/axe.ts';
import { changeDraft } from '#tests/support/change-draft.ts';
import { saveProgram, visitProgram } from '#tests/support/program-visit.ts';
import { useRunningApp } from '#tests/support/use-running-app.ts';

const { app, browser } = useRunningApp();

const shop = () => app.shop;
const NOTHING = NO_PRODUCTS;
const EVERYTHING = { ...NOTHING, all: true };

/** Each journey begins with one point per euro and one card that names no products. */
beforeEach(async () => {
  await changeDraft(shop().domain, (rules) => ({
    ...rules,
    earn: { points: 1, perMinor: 100 },
    counts: { ...rules.counts, tax: 'as-shown' },
    cards: rules.cards.map((card) => ({ ...card, products: NOTHING })),
  }));
});

/** Shopify's picker lies in the admin, above the app's frame. */
function pickerOf(page: Page) {
  const dialog = page.locator('dialog.picker');
  const box = (title: string) =>
    dialog.getByRole('listitem').filter({ hasText: title }).getByRole('checkbox');
  return {
    dialog,
    box,
    search: (text: string) => dialog.getByRole('searchbox').fill(text),
    confirm: () => dialog.locator('button.primary').click(),
    gone: () => dialog.waitFor({ state: 'detached' }),
  };
}

const PICKS = {
  en: {
    two: 'Buy 5 of Night Shift or Guji, and the 6th is free.',
    mixed: 'Buy 5 of Night Shift or the collection Equipment, and the 6th is free.',
    none: 'No results found',
  },
  fr: {
    two: '5 articles achetés parmi Night Shift ou Guji, le 6ᵉ offert.',
    mixed: '5 articles achetés parmi Night Shift ou la collection «\u00a0Equipment\u00a0», le 6ᵉ offert.',
    none: 'Aucun résultat',
  },
};

const TRIALS = {
  en: {
    price: '5.50',
    picked: '24.00',
    points: 'This cart earns 53 points.',
    giftCard: 'Gift card - 10: €10.00, not counted: gift cards don’t earn.',
    stamps: 'This cart earns 2 stamps on Stamp card.',
    order: (name: string) => `Order ${name} is worth 19 points.`,
  },
  fr: {
    price: '5,50',
    picked: '24,00',
    points: 'Ce panier rapporte 53 points.',
    giftCard:
      'Gift card - 10\u00a0: 10,00\u00a0€, montant ignoré, car les cartes-cadeaux ne rapportent rien.',
    stamps: 'Ce panier rapporte 2 tampons sur Carte de fidélité.',
    order: (name: string) => `La commande ${orderNumbers(name)} vaut 19 points.`,
  },
};

describe.each(['en', 'fr'] as Locale[])('in %s', (locale) => {
  const { program, shell } = WORDS[locale];

  test('products and collections are searched, picked, taken away and saved', async () => {
    const visit = await visitProgram(app, browser, locale, '/cards/card-1');
    const { page, app: frame } = visit;
    const picker = pickerOf(page);
    const products = frame.getByRole('button', { name: program.chooseProducts });
    await frame.getByText(program.nothingChosen).waitFor();
    await products.click();
    await picker.search('nothing like it');
    await picker.dialog.getByText(PICKS[locale].none).waitFor();
    await picker.search('guji');
    await picker.box('Guji').check();
    await picker.search('');
    await picker.box('Night Shift').check();
    await picker.confirm();
    await frame.getByText(PICKS[locale].two, { exact: true }).waitFor();

    // What was chosen is ticked, and cancelling changes nothing.
    await products.click();
    expect(await picker.box('Guji').isChecked()).toBe(true);
    await picker.box('Guji').uncheck();
    await page.keyboard.press('Escape');
    await picker.gone();
    await frame.getByText(PICKS[locale].two, { exact: true }).waitFor();

    await frame.getByRole('button', { name: program.removePicked('Guji') }).click();
    await frame.getByRole('button', { name: program.chooseCollections }).click();
    await picker.box('Equipment').check();
    await picker.confirm();
    await frame.getByText(PICKS[locale].mixed, { exact: true }).waitFor();
    await saveProgram(visit, locale);
    await page.reload();
    await frame.getByRole('button', { name: program.removePicked('Equipment') }).waitFor();
    await frame.getByText(PICKS[locale].mixed, { exact: true }).waitFor();
    expect(visit.problems).toEqual([]);
    await visit.close();
  });

  test('taking the last product away in the picker is an answer too', async () => {
    const one = { ...NOTHING, productIds: [shop().productByHandle('ethiopia-guji')!.id] };
    await changeDraft(shop().domain, (rules) => ({
      ...rules,
      cards: rules.cards.map((card) => ({ ...card, products: one })),
    }));
    const { page, app: frame, close } = await visitProgram(app, browser, locale, '/cards/card-1');
    const picker = pickerOf(page);
    await frame.getByRole('button', { name: program.chooseProducts }).click();
    await picker.box('Guji').uncheck();
    await picker.confirm();
    await frame.getByText(program.nothingChosen).waitFor();
    await page.getByRole('button', { name: shell.discard, exact: true }).click();
    await frame.getByRole('button', { name: program.removePicked('Guji') }).waitFor();
    await close();
  });

  test('C27 a made-up cart earns by the draft: gift cards apart, and nothing is saved', async () => {
    const { trial } = program;
    const words = TRIALS[locale];
    const { draftRevision } = await changeDraft(shop().domain, (rules) => ({
      ...rules,
      cards: rules.cards.map((card) => ({ ...card, products: EVERYTHING })),
    }));
    const visit = await visitProgram(app, browser, locale, '/trial', 360);
    const { page, app: frame } = visit;
    const picker = pickerOf(page);
    const run = () => frame.getByRole('button', { name: trial.run }).click();
    const prices = frame.getByLabel(trial.linePrice('EUR'));
    await run();
    await frame.getByText(trial.noLines).waitFor();
    await frame.getByRole('button', { name: trial.addProducts }).click();
    await picker.box('Cone dripper').check();
    await picker.box('Gift card').check();
    await picker.confirm();
    expect(await prices.first().inputValue()).toBe(words.picked);
    expect(await frame.getByLabel(trial.lineTitle).first().inputValue()).toBe('Cone dripper');
    await frame.getByLabel(trial.lineQuantity).first().fill('2');
    await frame.getByRole('button', { name: trial.addLine }).click();
    await prices.last().fill('a lot');
    await run();
    await frame.getByText(trial.priceRange).waitFor();
    expect(await prices.last().getAttribute('aria-invalid')).toBe('true');
    expect(await prices.last().inputValue()).toBe('a lot');
    await prices.last().fill(words.price);
    await frame.getByText(trial.priceRange).waitFor({ state: 'detached' });
    await run();
    for (const said of [words.points, words.giftCard, words.stamps])
      await frame.getByText(said, { exact: true }).waitFor();
    expect(await frame.getByText(trial.taxUnknown).count()).toBe(0);
    expect(await axeProblems(visit.frame())).toEqual([]);
    expect(await sidewaysScroll(visit.frame())).toBeLessThanOrEqual(0);

    // Another cart is another question: the old number goes.
    await frame.getByRole('button', { name: trial.removeLine('Cone dripper') }).click();
    await frame.getByText(words.points, { exact: true }).waitFor({ state: 'detached' });
    expect(visit.problems).toEqual([]);
    await visit.close();
    const { draftRevision: after } = await changeDraft(shop().domain, (rules) => rules);
    expect(after).toBe(draftRevision + 1);
  });

  test('C27 a real order is tried by its name; where prices without tax count, a made-up cart says what it can’t know', async () => {
    const { trial } = program;
    const variantId = shop().productByHandle('morning-house')!.variants[0]!.id;
    const { name } = await shop().placeOrder({
      customerId: [...shop().customers.keys()][0]!,
      lines: [{ variantId, quantity: 2 }],
      payment: 'paid',
      locale: 'en',
    });
    await changeDraft(shop().domain, (rules) => ({ ...rules, counts: { ...rules.counts, tax: 'without' } }));
    const { app: frame, problems, close } = await visitProgram(app, browser, locale, '/trial');
    const run = () => frame.getByRole('button', { name: trial.run }).click();
    await frame.getByRole('button', { name: trial.addLine }).click();
    await frame.getByLabel(trial.linePrice('EUR')).fill(TRIALS[locale].price);
    await run();
    await frame.getByText(trial.taxUnknown).waitFor();
    await frame.getByRole('radio', { name: trial.order }).press('Space');
    await frame.getByText(trial.taxUnknown).waitFor({ state: 'detached' });
    const field = frame.getByLabel(trial.orderName, { exact: true });
    await field.fill('#9999');
    await run();
    await frame.getByText(trial.noOrder).waitFor();
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    await field.fill(` ${name} `);
    await run();
    await frame.getByText(TRIALS[locale].order(name), { exact: true }).waitFor();
    expect(await frame.getByText(trial.taxUnknown).count()).toBe(0);
    expect(problems).toEqual([]);
    expect(await app.problems()).toEqual([]);
    await close();
  });
});
