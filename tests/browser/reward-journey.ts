// A coffee roaster's shop whose points buy rewards, with the whole product running, and its shoppers.
import { beforeAll, expect, vi } from 'vitest';
import type { Page } from 'playwright-core';
import type { Moment } from '#app/core/moments/moment-rules.ts';
import type { Reward } from '#app/core/rewards/reward-rules.ts';
import { memberIdsOf } from '#app/db/members/member-data.server.ts';
import { pool } from '#app/db/pool.server.ts';
import { findShop } from '#app/db/shop/shops.server.ts';
import type { Order } from '#tests/local-shopify/shop/types.ts';
import type { TestBrowser, WatchedPage } from '#tests/support/browser.ts';
import { reward } from '#tests/support/factories.ts';
import { publishRewards } from '#tests/support/publish-rewards.ts';
import { useRunningApp, type TestApp } from '#tests/support/use-running-app.ts';

/** 9.50 each: five bring 47 points. */
const COFFEE = 'morning-house';

/** One coffee is too small an order for it. */
export const FIVE = reward({
  key: 'five',
  title: { en: '€5.00 off', fr: '5,00 € de remise' },
  cost: 40,
  minimumMinor: 1_500,
});

const WORDS = {
  en: {
    add: 'Add to cart',
    checkout: 'Check out',
    place: 'Place order',
    use: 'Use €5.00',
    onCart: '€5.00 off this cart',
    left: '40 points used, 7 left.',
    takeOff: 'Take off',
    back: 'Give it back for points',
    usedOn: 'Used on order #',
    saved: 'You saved €5.00.',
    comingBack: 'Your 40 points come back within about an hour.',
    tooSmall: 'From €15.00: €5.50 more in the cart.',
    signIn: 'Sign in to use your points.',
    notEnough: '33 points to go. Nothing was taken.',
  },
  fr: {
    add: 'Ajouter au panier',
    checkout: 'Commander',
    place: 'Valider la commande',
    use: 'Utiliser €5.00',
    onCart: '€5.00 de remise sur ce panier',
    left: 'Contre 40 points : il vous en reste 7.',
    takeOff: 'Retirer',
    back: 'Rendre et récupérer mes points',
    usedOn: 'Utilisé sur la commande nº ',
    saved: 'Vous avez économisé €5.00.',
    comingBack: 'Vos 40 points reviennent d’ici une heure environ.',
    tooSmall: 'Dès €15.00 : ajoutez €5.50.',
    signIn: 'Connectez-vous pour utiliser vos points.',
    notEnough: 'Encore 33 points. Rien n’a été débité.',
  },
};
export type Language = keyof typeof WORDS;

/** As a reader reads it: blanks that don't break are blanks. */
const plain = (text: string) => text.replace(/\s+/g, ' ');

/** Call at the top of a test file: the rewards are published, and have codes. */
export function useRewardShop(rewards: Reward[] = [FIVE], occasions: Moment[] = []): RewardShop {
  const { app, browser } = useRunningApp();
  const shop = new RewardShop(app, browser);
  beforeAll(async () => {
    const known = await findShop(pool(), app.shop.domain);
    if (!known) throw new Error('no shop');
    await publishRewards(known.id, rewards, occasions);
    await app.jobsDone();
    const haveCodes = async () => expect(await rewardsWithCodes()).toBe(rewards.length);
    await vi.waitFor(haveCodes, { timeout: 30_000, interval: 100 });
  });
  return shop;
}

async function rewardsWithCodes(): Promise<number> {
  const { rows } = await pool().query<{ count: number }>(
    `select count(distinct owner)::int from "RewardCode" where state = 'ready'`,
  );
  return rows[0]?.count ?? 0;
}

class RewardShop {
  readonly app: TestApp;
  readonly browser: TestBrowser;

  constructor(app: TestApp, browser: TestBrowser) {
    this.app = app;
    this.browser = browser;
  }

  /** Somebody new who is signed in. @param javaScriptEnabled false: a browser without script */
  async shopper(language: Language, width = 1280, javaScriptEnabled = true): Promise<RewardShopper> {
    const [like] = this.app.shop.customers.values();
    if (!like) throw new Error('the catalogue has no customers');
    const number = this.app.shop.customers.size + 1;
    const names = { firstName: 'Nora', lastName: `Number ${number}`, email: `nora-${number}@example.com` };
    const { id } = await this.app.shop.addCustomer({ ...like, ...names, locale: language });
    const watched = await this.browser.page({ viewport: { width, height: 900 }, javaScriptEnabled });
    const url = this.app.urls.storefront;
    await watched.page.context().addCookies([
      { name: 'language', value: language, url },
      { name: 'customer', value: id, url },
    ]);
    return new RewardShopper(this.app, id, language, watched);
  }
}

export class RewardShopper {
  readonly app: TestApp;
  readonly id: string;
  readonly language: Language;
  readonly #watched: WatchedPage;

  constructor(app: TestApp, id: string, language: Language, watched: WatchedPage) {
    this.app = app;
    this.id = id;
    this.language = language;
    this.#watched = watched;
  }

  get page(): Page {
    return this.#watched.page;
  }

  get words() {
    return WORDS[this.language];
  }

  block(page = this.page) {
    return page
      .locator('.sixth')
      .filter({ has: page.locator('[data-src]') })
      .first();
  }

  async read(page = this.page): Promise<string> {
    return plain(await this.block(page).innerText());
  }

  /** Also for points that were bought without looking at the pages. */
  async earn(coffees = 5): Promise<void> {
    const variant = this.app.shop.products.find(({ handle }) => handle === COFFEE)?.variants[0];
    if (!variant) throw new Error('the catalogue has no such coffee');
    const lines = [{ variantId: variant.id, quantity: coffees }];
    await this.app.shop.placeOrder({ customerId: this.id, lines, payment: 'paid', locale: this.language });
    await this.app.jobsDone();
  }

  /** So many coffees more are in the cart. */
  async add(quantity: number): Promise<void> {
    await this.page.goto(`${this.app.urls.storefront}/products/${COFFEE}`);
    await this.page.locator('input[name=quantity]').fill(String(quantity));
    await this.page.getByRole('button', { name: this.words.add }).click();
    await this.page.getByRole('link', { name: this.words.checkout }).waitFor();
  }

  /** The whole cart, as another tab of the same browser changes it. */
  async setQuantity(quantity: number): Promise<void> {
    const url = `${this.app.urls.storefront}/cart/change.js`;
    const answer = await this.page.request.post(url, { form: { line: '1', quantity: String(quantity) } });
    expect(answer.ok()).toBe(true);
  }

  async showCart(page = this.page): Promise<void> {
    await page.goto(`${this.app.urls.storefront}/cart`);
  }

  async pay(): Promise<Order> {
    await this.showCart();
    await this.page.getByRole('link', { name: this.words.checkout }).click();
    await this.page.locator('input[value=paid]').check();
    await this.page.getByRole('button', { name: this.words.place }).click();
    await this.page.waitForURL('**/orders/*');
    await this.app.jobsDone();
    const [order] = this.app.shop.newestOrders(1);
    if (!order) throw new Error('no order');
    return order;
  }

  /** The page follows the ledger in a moment. */
  async untilCartSays(text: string): Promise<void> {
    const shown = async () => {
      await this.showCart();
      return (await this.block().count()) === 0 ? '' : this.read();
    };
    await expect.poll(shown, { timeout: 15_000, interval: 200 }).toContain(text);
  }

  async use(page = this.page): Promise<void> {
    await this.block(page).getByRole('button', { name: this.words.use }).click();
  }

  /** Taken for points, and on the cart by itself. */
  async useOnCart(): Promise<void> {
    await this.untilCartSays(this.words.use);
    await this.use();
    await this.page.getByText(this.words.onCart).first().waitFor({ timeout: 15_000 });
  }

  async codesOnCart(): Promise<boolean[]> {
    const answer = await this.page.request.get(`${this.app.urls.storefront}/cart.js`);
    const { discount_codes: codes } = (await answer.json()) as { discount_codes: { applicable: boolean }[] };
    return codes.map(({ applicable }) => applicable);
  }

  /** In the ledger: points, and what became of each reward. */
  async books(): Promise<{ points: number; states: string[] }> {
    const { rows } = await pool().query<{ points: number; states: string[] }>(
      `select m.points::int, array(select v.state from "Voucher" v where v."memberId" = m.id order by v.id) as states
       from "Member" m where m."customerId" = $1`,
      [this.id],
    );
    if (!rows[0]) throw new Error('no such member');
    return rows[0];
  }

  /** The member's page in the admin. */
  async adminPath(): Promise<string> {
    const known = await findShop(pool(), this.app.shop.domain);
    const ids = await memberIdsOf(pool(), known!.id, [this.id]);
    return `/app/members/${ids.get(this.id)!}`;
  }

  /** Nothing went wrong in the console or in the app's logs. @param refused so many answers were refusals: a browser notes each */
  async leave(refused = 0): Promise<void> {
    const { problems } = this.#watched;
    expect(problems.filter((problem) => !/status of 4\d\d/.test(problem))).toEqual([]);
    expect(problems).toHaveLength(refused);
    expect(await this.app.problems()).toEqual([]);
    await this.#watched.close();
  }
}
