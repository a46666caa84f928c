// Stamp cards in full: edited, previewed, tried, published, and what the merchant decides where an order can't be read.
import { beforeEach, describe, expect, test } from 'vitest';
import type { FrameLocator } from 'playwright-core';
import { addSale } from '#tests/support/with-cards.ts';
import {
  goOnInOnePage,
  sidewaysScroll,
  visitAdmin,
  WORDS,
  type AdminVisit,
  type Locale,
} from '#tests/support/admin-visit.ts';
import { toldStory } from '#tests/storefront/scene/told-story.ts';
import { axeProblems } from '#tests/support/axe.ts';
import { changeDraft, publishDraft } from '#tests/support/change-draft.ts';
import { confirmPublish, saveProgram, toReview, visitProgram } from '#tests/support/program-visit.ts';
import { useCoffeeShop } from './stamp-journey.ts';
import { PLAIN_CARD } from '#app/core/program/card-rules.ts';

const coffee = useCoffeeShop();
goOnInOnePage(coffee.browser);
const CARD = '/cards/card-1';
const titleOf = { en: 'Coffee card', fr: 'Carte café' };

/** Each journey begins with the one plain card of the coffee collection. */
beforeEach(async () => {
  await publishDraft(coffee.shop.domain, (rules) => ({
    ...rules,
    cards: rules.cards.slice(0, 1).map((card) => ({
      ...card,
      ...PLAIN_CARD,
      products: { ...card.products, withTags: [], withoutTags: [] },
    })),
  }));
  await coffee.jobsDone();
});

const SENTENCES = {
  en: {
    price: '9.50',
    whole:
      'Buy 5 in “Coffee”, and the 6th is free. Products tagged “sale” or “outlet” don’t count. The free item costs €9.50 at most. Until 31 May 2099. Not together with order discounts.',
    second: 'Tea card',
    saved: /^€14\.00$/,
  },
  fr: {
    price: '9,50',
    whole:
      '5 articles achetés dans «\u00a0Coffee\u00a0», le 6ᵉ offert. Les produits balisés «\u00a0sale\u00a0» ou «\u00a0outlet\u00a0» ne comptent pas. L’article offert coûte 9,50\u00a0€ au maximum. Jusqu’au 31 mai 2099. Sans cumul avec les remises de commande.',
    second: 'Carte thé',
    saved: /^14,00\s€$/,
  },
};

const visit = (locale: Locale, path: string, width?: number) =>
  visitAdmin(coffee.app, coffee.browser, { path, locale, ...(width !== undefined && { width }) });

async function expectSound({ frame, problems }: AdminVisit): Promise<void> {
  expect(await axeProblems(frame())).toEqual([]);
  expect(await sidewaysScroll(frame())).toBeLessThanOrEqual(0);
  expect(problems).toEqual([]);
}

/** The card's fields, with what is folded away. */
async function fillTerms(frame: FrameLocator, locale: Locale): Promise<void> {
  const { cards } = WORDS[locale];
  await frame.getByRole('textbox', { name: cards.withoutTags }).fill('sale, outlet, Sale');
  await frame.getByRole('textbox', { name: cards.withoutTags }).press('Enter');
  await frame.getByRole('button', { name: cards.moreShort }).click();
  await frame.getByLabel(cards.maxPrice('EUR')).fill(SENTENCES[locale].price);
  await frame.getByLabel(cards.endsOn).fill('2099-05-31');
  await frame.getByRole('checkbox', { name: cards.combinable.order }).press('Space');
}

describe.each(['en', 'fr'] as Locale[])('in %s', (locale) => {
  const { program, cards, flags, health, members } = WORDS[locale];

  test('a card’s terms are one sentence, are published, and its discount follows', async () => {
    const at = await visitProgram(coffee.app, coffee.browser, locale, CARD);
    const { app: frame } = at;
    await frame.getByText(cards.discount.active).waitFor();
    await fillTerms(frame, locale);
    await frame.getByText(SENTENCES[locale].whole, { exact: true }).first().waitFor();
    await saveProgram(at, locale);
    await toReview(frame, locale);
    await confirmPublish(frame, locale);
    await coffee.jobsDone();
    await frame.getByRole('link', { name: titleOf[locale], exact: true }).click();
    await frame.getByText(SENTENCES[locale].whole, { exact: true }).first().waitFor();
    const { endsAt, combinesWith } = coffee.shop.automaticDiscounts
      .values()
      .find(({ kind }) => kind === 'app')!;
    expect(endsAt).toBe('2099-05-31T23:00:00Z');
    expect(combinesWith).toMatchObject({ productDiscounts: true, orderDiscounts: false });
    await at.page.reload();
    await frame.getByText(SENTENCES[locale].whole, { exact: true }).first().waitFor();
    await expectSound(at);
    expect(await coffee.app.problems()).toEqual([]);
    await at.close();
  });

  test('what is wrong is said beside its field, and a folded field unfolds', async () => {
    const at = await visitProgram(coffee.app, coffee.browser, locale, CARD, 360);
    const { app: frame } = at;
    await frame.getByRole('button', { name: cards.moreShort }).click();
    await frame.getByLabel(cards.maxPrice('EUR')).fill('-1');
    await frame.getByText(program.problems.tooSmall).waitFor();
    await frame.getByRole('button', { name: cards.moreShort }).click();
    expect(await frame.getByLabel(cards.maxPrice('EUR')).isVisible()).toBe(true);
    await frame.getByLabel(cards.maxPrice('EUR')).fill('');
    await frame.getByLabel(cards.startsOn).fill('2026-05-02');
    await frame.getByLabel(cards.endsOn).fill('2026-05-01');
    await frame.getByText(program.problems.endsBeforeStart).waitFor();
    await expectSound(at);
    await at.close();
    // C69: an order names a card by its title alone, in either language.
    const second = await visitProgram(coffee.app, coffee.browser, locale, '/cards/new', 360);
    await second.app.getByLabel(program.titleIn.en).fill('carte café');
    await second.app.getByText(program.problems.titleTwice).waitFor();
    await expectSound(second);
    await second.close();
  });

  test.each([1_280, 360])(
    'C97 too many tags for long carts are told while they are typed, at %d px',
    async (width) => {
      const at = await visitProgram(coffee.app, coffee.browser, locale, CARD, width);
      const { app: frame } = at;
      const tags = [...'abcdefghijkl'].map((letter) => `origin-${letter}`);
      const hint = frame.getByText(cards.cartLimit.chooseFewer);
      await frame.getByRole('textbox', { name: cards.withTags, exact: true }).fill(tags.join(', '));
      await frame.getByRole('textbox', { name: cards.withTags, exact: true }).press('Enter');
      await hint.waitFor();
      expect(await hint.innerText()).toMatch(/^\D+ 1\d\d \D+ 200 \D+$/);
      await expectSound(at);
      for (const tag of tags.slice(0, 3))
        await frame.getByRole('button', { name: cards.removeTag(tag) }).click();
      await hint.waitFor({ state: 'detached' });
      await at.close();
    },
  );

  test('the order of cards is changed, and the preview shows a cart with its free unit', async () => {
    const { second } = SENTENCES[locale];
    const { domain } = coffee.shop;
    await changeDraft(domain, (rules) => ({
      ...rules,
      cards: [
        ...rules.cards,
        ...rules.cards.map((card) => ({ ...card, key: 'card-9', title: { en: second, fr: second } })),
      ],
    }));
    const at = await visitProgram(coffee.app, coffee.browser, locale, CARD);
    const { app: frame } = at;
    const first = titleOf[locale];
    const { overview } = WORDS[locale];
    await frame.getByText(overview.cardOrder(`${first}, ${second}`)).waitFor();
    await frame.getByRole('button', { name: cards.moveDown(first) }).click();
    await frame.getByText(overview.cardOrder(`${second}, ${first}`)).waitFor();
    await frame.getByRole('button', { name: program.moveUp(first) }).click();
    await frame.getByText(overview.cardOrder(`${first}, ${second}`)).waitFor();
    await frame.getByLabel(program.preview.who).selectOption('in-cart');
    const block = frame.frameLocator(
      `iframe[title="${program.preview.frame(locale === 'en' ? 'Stamp card' : 'Carte à tampons')}"]`,
    );
    // Three stamps are held, and three are in the cart: what the other card would give isn't told as given.
    const told = async () => {
      const text = await block.locator('body').innerText();
      return toldStory(text.replaceAll(/[ \n]+/g, ' '), locale).cards;
    };
    const { saved } = SENTENCES[locale];
    await expect
      .poll(told)
      .toEqual([{ free: 1, saved: expect.stringMatching(saved) as string, paid: 5, left: [0, 5] }]);
    await expectSound(at);
    await at.close();
  });

  test('C54 the try-out cart says which unit is free, and what the order would post', async () => {
    const shopper = await coffee.shopper(locale);
    await shopper.buy(3);
    const at = await visitProgram(coffee.app, coffee.browser, locale, '/trial');
    const { app: frame, page } = at;
    const { trial } = cards;
    await frame.getByRole('button', { name: program.trial.addProducts }).click();
    const picker = page.locator('dialog.picker');
    await picker.getByRole('listitem').filter({ hasText: 'Morning House' }).getByRole('checkbox').check();
    await picker.locator('button.primary').click();
    // Two variants, 3 units in all.
    await frame.getByLabel(program.trial.lineQuantity).first().fill('2');
    const run = () => frame.getByRole('button', { name: program.trial.run }).click();
    const title = locale === 'en' ? 'Coffee card' : 'Carte café';
    await frame.getByLabel(trial.stampsOn(title)).fill('x');
    await run();
    await frame.getByText(trial.stampsRange).waitFor();
    await frame.getByLabel(trial.stampsOn(title)).fill('2');
    await run();
    await frame.getByText(trial.notFree(title), { exact: true }).waitFor();
    // A member's own: three stamps and three units make six.
    await frame.getByRole('radio', { name: trial.ofMember }).press('Space');
    const find = async (text: string) => {
      await frame.getByLabel(trial.member, { exact: true }).fill(text);
      await run();
    };
    await find('#999999');
    await frame.getByText(trial.noMember).waitFor();
    await find('anna');
    await frame.getByText(trial.namesRefused).waitFor();
    const name = locale === 'en' ? 'Anna Lindqvist' : 'Anna Lavoie';
    const [firstName = '', lastName = ''] = name.split(' ');
    Object.assign(coffee.shop.customers.get(shopper.id) ?? {}, { firstName, lastName });
    coffee.shop.namesGranted = true;
    await find(`anna ${lastName.slice(0, 3)}`);
    await frame.getByText(trial.withStampsOf(name)).waitFor();
    await frame.getByText(trial.free(title, '1', 'one'), { exact: true }).waitFor();
    coffee.shop.namesGranted = false;
    await find(shopper.id);
    await frame.getByText(trial.withStampsOf(name)).waitFor({ state: 'detached' });
    await frame.getByText(trial.free(title, '1', 'one'), { exact: true }).waitFor();
    await frame
      .getByText(
        locale === 'en'
          ? 'Its free items use 5 stamps on Coffee card.'
          : 'Ses articles offerts utilisent 5 tampons sur Carte café.',
      )
      .waitFor();
    await expectSound(at);
    await at.close();
    await shopper.leave();
  });

  test('C46 a discount deleted by hand is told beside its card, and well again', async () => {
    await coffee.shop.automaticDiscounts.remove(coffee.discount().id);
    await coffee.jobsDone();
    const at = await visitProgram(coffee.app, coffee.browser, locale, CARD);
    await at.app.getByText(cards.discount.hands.deleted).waitFor();
    await at.app.getByText(cards.discount.active).waitFor();
    await at.close();
    const start = await visit(locale, '');
    await start.app.getByRole('button', { name: WORDS[locale].trouble.details }).click();
    const heading = start.app.getByRole('heading', { name: cards.health.name });
    const line = start.app.locator('.Polaris-InlineStack', { has: heading }).last();
    await line.getByText(cards.health.allWorking, { exact: true }).waitFor();
    await start.close();
  });

  test('where functions can’t run, the page says why, and a new card isn’t published', async () => {
    const { app, shop } = coffee;
    await changeDraft(shop.domain, (rules) => ({
      ...rules,
      cards: [
        ...rules.cards,
        ...rules.cards.map((card) => ({
          ...card,
          key: 'card-9',
          title: { en: 'Tea card', fr: 'Carte thé' },
        })),
      ],
    }));
    shop.plan = 'basic';
    app.shopify.app.publicCategory = 'CUSTOM';
    const at = await visitProgram(app, coffee.browser, locale);
    const why = at.app.getByText(program.problems.codeNeedsPrice);
    await why.waitFor();
    await expectSound(at);
    const review = at.app.getByRole('button', { name: WORDS[locale].overview.review });
    expect(await review.isDisabled()).toBe(true);
    await coffee.jobsDone();
    expect(coffee.discount().title).toBe('Coffee card');
    await at.close();
    shop.plan = 'development';
    app.shopify.app.publicCategory = 'PUBLIC';
  });

  test('C69 an order that can’t be read waits for a decision, which is applied once and may be changed', async () => {
    const shopper = await coffee.shopper(locale);
    const sale = await addSale(coffee.shop, 2_500, coffee.shop.collections[0]?.id ?? null);
    sale.title = 'Coffee card';
    const { name } = await shopper.buy(6);
    await coffee.shop.automaticDiscounts.remove(sale.id);
    await shopper.expectStamps(6);

    const start = await visit(locale, '', 360);
    await start.app.getByText(flags.home('1', 'one')).waitFor();
    await expectSound(start);
    await start.app.getByRole('button', { name: flags.check }).click();
    await start.app.getByText(flags.order(name)).waitFor();
    await expectSound(start);
    await start.app.getByLabel(flags.freeUnits).fill('7');
    await start.app.getByRole('button', { name: flags.count(flags.units('7', 'other')) }).click();
    await start.app.getByText(flags.problems['not-units-of-line']).waitFor();
    await start.app.getByLabel(flags.freeUnits).fill('1');
    await start.app.getByRole('button', { name: flags.count(flags.units('1', 'one')) }).click();
    await start.app.getByText(flags.noneOpen).waitFor();
    await shopper.expectStamps(0);

    await start.app.getByRole('tab', { name: flags.decided }).click();
    await start.app.getByRole('button', { name: flags.change }).first().click();
    await start.app.getByRole('button', { name: flags.notFree }).click();
    // The form stays until its answer.
    await start.app.getByRole('button', { name: flags.notFree }).waitFor({ state: 'detached' });
    await shopper.expectStamps(6);
    await start.app.getByRole('link', { name: flags.member }).first().click();
    await start.app.getByText(members.history, { exact: true }).waitFor();
    expect(await start.app.getByText(flags.ofMember).count()).toBe(0);
    expect(start.problems).toEqual([]);
    await start.close();
    const after = await visit(locale, '');
    await after.app.getByRole('heading', { name: health.title }).waitFor();
    expect(await after.app.getByText(flags.home('1', 'one')).count()).toBe(0);
    await after.close();
    await shopper.leave();
  });

  test('a sale that makes whole items free is asked about once, in its own words, and never again', async () => {
    const shopper = await coffee.shopper(locale);
    const sale = await addSale(coffee.shop, 5_000, coffee.shop.collections[0]?.id ?? null);
    sale.title = locale === 'fr' ? 'Soldes d’hiver' : 'Winter sale';
    const { name } = await shopper.buy(2);
    await coffee.jobsDone();
    const orders = await visit(locale, '/app/orders', 360);
    await orders.app.getByRole('heading', { name: flags.isYours(sale.title) }).waitFor();
    await orders.app.getByRole('link', { name: flags.order(name) }).waitFor();
    await expectSound(orders);
    await orders.app.getByRole('button', { name: flags.mine }).click();
    await orders.app.getByText(flags.noneOpen).waitFor();
    await orders.close();
    await shopper.buy(2);
    await coffee.jobsDone();
    await coffee.shop.automaticDiscounts.remove(sale.id);
    const after = await visit(locale, '/app/orders');
    await after.app.getByText(flags.noneOpen).waitFor();
    expect(after.problems).toEqual([]);
    await after.close();
    await shopper.leave();
  });
});
