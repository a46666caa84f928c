// A coffee roaster's shop with "buy five, get the sixth free", its shoppers, and where the numbers must agree.
import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import type { AutomaticDiscount } from '#tests/local-shopify/shop/automatic-discount.ts';
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import type { Order } from '#tests/local-shopify/shop/types.ts';
import { USUAL, type Unsettled } from '#tests/local-shopify/shop/unsettled.ts';
import { toldStory, type ToldStory } from '#tests/storefront/scene/told-story.ts';
import type { TestBrowser, WatchedPage } from '#tests/support/browser.ts';
import { useRunningApp, type TestApp } from '#tests/support/use-running-app.ts';
import { expectBooked } from './stamp-books.ts';

type Language = 'en' | 'fr';

/** What Shopify leaves open is lived through once in each language. */
export const LANGUAGES: [Language, Unsettled][] = [
  ['en', { ...USUAL, partlyFreeLine: 'whole' }],
  ['fr', { ...USUAL, partlyFreeLine: 'split' }],
];

/** 9.50 each. */
const COFFEE = '/products/morning-house';

const WORDS = {
  en: { add: 'Add to cart', checkout: 'Check out', place: 'Place order', free: 'Coffee card −€9.50' },
  fr: {
    add: 'Ajouter au panier',
    checkout: 'Commander',
    place: 'Valider la commande',
    free: 'Carte café −€9.50',
  },
};

const STAMPS = {
  en: (have: number, size: number) => `${have} of ${size} stamps`,
  fr: (have: number, size: number) => `${have} ${have < 2 ? 'tampon' : 'tampons'} sur ${size}`,
};

/** Call at the top of a test file: the card is published, and Shopify has its discount. */
export function useCoffeeShop(): CoffeeShop {
  const { app, browser } = useRunningApp({ coffeeCard: true });
  return new CoffeeShop(app, browser);
}

export class CoffeeShop {
  readonly app: TestApp;
  readonly browser: TestBrowser;

  constructor(app: TestApp, browser: TestBrowser) {
    this.app = app;
    this.browser = browser;
  }

  get shop(): LocalShop {
    return this.app.shop;
  }

  jobsDone(): Promise<void> {
    return this.app.jobsDone();
  }

  /** The app's own discount, which runs now. */
  discount(): AutomaticDiscount {
    const [own, ...others] = this.shop.automaticDiscounts.values().filter(({ kind }) => kind === 'app');
    if (!own || others.length > 0 || own.endsAt !== null)
      throw new Error('the app has no discount, or several');
    return own;
  }

  /** Somebody who has never bought anything; signed in unless told otherwise. */
  async shopper(language: Language, signedIn = true): Promise<Shopper> {
    const [like] = this.shop.customers.values();
    if (!like) throw new Error('the catalogue has no customers');
    const number = this.shop.customers.size + 1;
    const { id } = await this.shop.addCustomer({
      ...like,
      firstName: 'Nora',
      lastName: `Number ${number}`,
      email: `nora-${number}@example.com`,
      locale: language,
    });
    const watched = await this.browser.page({ viewport: { width: 390, height: 844 } });
    const shopper = new Shopper(this, id, language, watched);
    await shopper.enter(watched.page, signedIn);
    return shopper;
  }
}

export class Shopper {
  readonly #at: CoffeeShop;
  readonly id: string;
  readonly #language: Language;
  readonly #watched: WatchedPage;

  constructor(at: CoffeeShop, id: string, language: Language, watched: WatchedPage) {
    this.#at = at;
    this.id = id;
    this.#language = language;
    this.#watched = watched;
  }

  get page(): Page {
    return this.#watched.page;
  }

  get #words() {
    return WORDS[this.#language];
  }

  get #url(): string {
    return this.#at.app.urls.storefront;
  }

  async enter(page: Page, signedIn: boolean): Promise<void> {
    const cookies: { name: string; value: string; url: string }[] = [
      { name: 'language', value: this.#language, url: this.#url },
    ];
    if (signedIn) cookies.push({ name: 'customer', value: this.id, url: this.#url });
    await page.context().addCookies(cookies);
  }

  /** The cart page with so many coffees more. */
  async add(quantity: number, page = this.page): Promise<void> {
    await page.goto(this.#url + COFFEE);
    await page.locator('form.buy input[name=quantity]').fill(String(quantity));
    await page.getByRole('button', { name: this.#words.add }).click();
    await page.getByRole('link', { name: this.#words.checkout }).waitFor();
    await this.showCart(page);
  }

  async showCart(page = this.page): Promise<void> {
    await page.goto(`${this.#url}/cart`);
  }

  /** What the cart takes off its lines, as it says so: one free coffee is one text. */
  async expectFree(times: 0 | 1, page = this.page): Promise<void> {
    const off = await page.locator('.cart-lines .off').allInnerTexts();
    expect(off.map((text) => text.replace(/\s+/g, ' ').trim())).toEqual(
      times === 0 ? [] : [this.#words.free],
    );
  }

  /** What the cart's block tells, as numbers. */
  async story(): Promise<ToldStory> {
    const told = await this.page.locator('[id^=shopify-block-points-for-cart]').innerText();
    return toldStory(told.replace(/[ \n]+/g, ' '), this.#language);
  }

  async order(payment: 'paid' | 'pending' = 'paid', page = this.page, email?: string): Promise<Order> {
    await page.goto(`${this.#url}/checkout`);
    if (email !== undefined) await page.locator('input[name=email]').fill(email);
    await page.locator(`input[value=${payment}]`).check();
    await page.getByRole('button', { name: this.#words.place }).click();
    await page.waitForURL('**/orders/*');
    const [order] = this.#at.shop.newestOrders(1);
    if (!order) throw new Error('no order');
    await this.#at.jobsDone();
    return order;
  }

  async buy(quantity: number, payment: 'paid' | 'pending' = 'paid'): Promise<Order> {
    await this.add(quantity);
    return this.order(payment);
  }

  /** `stamps` are signed: below zero is owed. On the storefront, at the merchant's, in the ledger. */
  async expectStamps(stamps: number, { size = 5, page = this.page, path = COFFEE } = {}): Promise<void> {
    await this.#at.jobsDone();
    const have = Math.min(Math.max(0, stamps), size);
    await page.goto(this.#url + path);
    // Those on their way are named after the held ones.
    const name = new RegExp(`^${STAMPS[this.#language](have, size)}(,|$)`);
    const picture = page.getByRole('img', { name });
    expect(await picture.count()).toBe(1);
    const { app, browser, shop } = this.#at;
    await expectBooked({ app, browser, domain: shop.domain }, this.id, {
      stamps,
      size,
      language: this.#language,
    });
  }

  /** Nothing went wrong in the console or in the app's logs. */
  async leave(): Promise<void> {
    expect(this.#watched.problems).toEqual([]);
    expect(await this.#at.app.problems()).toEqual([]);
    await this.#watched.close();
  }
}
