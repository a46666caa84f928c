// A coffee roaster's shop where points can be used, and somebody with a hundred and twenty of them. What the app answers is
// played here, with the ways in which it may fail to; discounts, carts and pages are the stand-in's.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { Page } from 'playwright-core';
import { costOf } from '#app/core/rewards/any-amount.ts';
import { usesFunction } from '#app/core/rewards/uses-function.ts';
import type { Reward } from '#app/core/rewards/reward-rules.ts';
import { projectRewards, type VoucherProjection } from '#app/core/storefront/project-rewards.ts';
import { coffeeRoaster } from '#tests/local-shopify/shop/coffee-roaster.ts';
import { FRESH_THEME, type Area, type Look, type Theme, type Way } from '#tests/local-shopify/shop/theme.ts';
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import { startLocalShopify, type Started } from '#tests/local-shopify/start.ts';
import { sampleMember, writeMember, writeProgram } from '#tests/storefront/scene/sample-shop.ts';
import { programWith, readyReward } from '#tests/storefront/states/rewards.ts';
import type { TestBrowser } from '#tests/support/browser.ts';
import { codeDiscountOf } from '#tests/support/code-discount-of.ts';
import { reward } from '#tests/support/factories.ts';
import { functionDiscountOf } from '#tests/support/function-discount-of.ts';
import { useBrowser } from '#tests/support/use-browser.ts';
import { metafieldsOf } from '#tests/support/with-cards.ts';
import { placed } from './follow-scene.ts';

export type Language = 'en' | 'fr';
type Sent = {
  path: string;
  requestKey: string;
  reward?: string;
  voucher?: string;
  shown?: string;
  minor?: number;
  before?: string;
  language: Language;
};

/**
 * How the app behaves: it takes its time, its copy of the member comes later, or after so long what an amount is, it answers
 * nothing, or loses its answer.
 */
type Trouble = {
  slowMs: number;
  lateCopy: boolean;
  lateAmountMs: number;
  down: boolean;
  losesAnswer: boolean;
};
const NO_TROUBLE: Trouble = {
  slowMs: 0,
  lateCopy: false,
  lateAmountMs: 0,
  down: false,
  losesAnswer: false,
};

export const FIVE = reward({ key: 'five', title: { en: '€5.00 off', fr: '5,00 € de remise' } });
const SHIPPING = reward({
  key: 'shipping',
  title: { en: 'Free shipping', fr: 'Livraison offerte' },
  cost: 80,
  gives: { kind: 'free-shipping', upToMinor: 600 },
  minimumMinor: null,
});
const TODAY = '2026-11-24';

const WORDS = {
  en: {
    done: (left: number) => `€5.00 off this cart. 100 points used, ${left} left.`,
    used: (points: number, left: number) => `${points} points used, ${left} left.`,
    back: 'Your 100 points come back within about an hour.',
    short: 'Not enough points any more. Nothing was taken.',
  },
  fr: {
    done: (left: number) => `5,00 € de remise sur ce panier. Contre 100 points : il vous en reste ${left}.`,
    used: (points: number, left: number) => `Contre ${points} points : il vous en reste ${left}.`,
    back: 'Vos 100 points reviennent d’ici une heure environ.',
    short: 'Il n’y a plus assez de points. Rien n’a été débité.',
  },
};

/** As the sync asks for them. */
const handlesOf = (shop: LocalShop) =>
  Object.fromEntries(shop.products.map(({ id, handle }) => [id, handle]));

/** Call at the top of a test file. */
export function useRewardsScene(rewards: readonly Reward[] = [FIVE, SHIPPING]) {
  let local: Started;
  let member = '';
  const browser = useBrowser();
  const sent: Sent[] = [];
  const answers = new Map<string, object>();
  const account = { points: 120, vouchers: [] as VoucherProjection[] };
  const trouble: Trouble = { ...NO_TROUBLE };
  const shop = () => local.shopify.firstShop;

  beforeAll(async () => {
    const app = createServer((request, response) => {
      void text(request).then(async (body) => {
        const path = (request.url ?? '').split('?')[0] ?? '';
        const asked = { path, ...(JSON.parse(body) as Omit<Sent, 'path'>) };
        sent.push(asked);
        const answer = trouble.down ? null : await answerOnce(asked);
        await new Promise((wake) => setTimeout(wake, trouble.slowMs));
        const [status, said] =
          answer && !trouble.losesAnswer ? [200, answer] : [503, { ok: false, message: 'down' }];
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(said));
      });
    });
    await new Promise<void>((resolve) => app.listen(0, '127.0.0.1', resolve));
    const { port } = app.address() as AddressInfo;
    const credentials = { apiKey: 'key', apiSecret: 'secret', appTarget: () => `http://127.0.0.1:${port}` };
    local = await startLocalShopify({ ...credentials, shops: [coffeeRoaster()], retriesMs: [] });
    shop().proxyPlace = { prefix: 'tools', subpath: 'club' };
    member = [...shop().customers.keys()][0] ?? '';
    const ofShop = { ...projectRewards(rewards, handlesOf(shop())), cards: [], proxyPath: '/tools/club' };
    await writeProgram(shop(), programWith(rewards, ofShop));
    for (const one of rewards) {
      const discount = usesFunction(one.gives) ? functionDiscountOf(shop(), one) : codeDiscountOf(one);
      await shop().codeDiscounts.add({ ...discount, title: one.key }, `FIRST${one.key}`);
    }
    return () => {
      app.closeAllConnections();
      app.close();
    };
  });
  afterAll(() => local.stop());
  beforeEach(async () => {
    Object.assign(trouble, NO_TROUBLE);
    sent.length = 0;
    Object.assign(account, { points: 120, vouchers: [] });
    await tell();
  });

  /** As the sync writes it. */
  const tell = async () => {
    await writeMember(local.shopify, member, {
      ...sampleMember({ points: account.points }),
      vouchers: account.vouchers,
    });
    if (trouble.lateAmountMs === 0) await tellAmounts();
    else setTimeout(() => void tellAmounts(), trouble.lateAmountMs);
  };

  /** What the checkout goes by. */
  async function tellAmounts(): Promise<void> {
    const codes = account.vouchers.flatMap(({ code, face }) => (code && face ? [[code, face]] : []));
    const value = { v: 1, codes: Object.fromEntries(codes) as object };
    const owner = shop().customers.get(member);
    if (!owner) throw new Error('no such customer');
    Object.assign(owner.metafields, metafieldsOf(shop(), [[{ namespace: '$app', key: 'vouchers' }, value]]));
    await shop().saveCustomer(owner);
  }

  async function answerOnce(asked: Sent): Promise<object> {
    if (asked.path.endsWith('/history')) return history(asked);
    const known = answers.get(asked.requestKey);
    if (known) return known;
    const deeds: Record<string, (asked: Sent) => Promise<object>> = { redeem, 'change-amount': changeAmount };
    const answer = await (deeds[asked.path.split('/').at(-1) ?? ''] ?? giveBack)(asked);
    answers.set(asked.requestKey, answer);
    if (trouble.lateCopy) setTimeout(() => void tell(), 2_000);
    else await tell();
    return answer;
  }

  /** Twenty of the newest, then three more. */
  function history({ before, language }: Sent): object {
    const what = { en: 'Order', fr: 'Commande' }[language];
    const entries = Array.from({ length: before === undefined ? 20 : 3 }, (_, index) => ({
      what: `${what} #${before === undefined ? 1042 - index : 1022 - index}`,
      ...{ moved: `+${35 + index}\u00a0points, +1\u00a0${language === 'en' ? 'stamp' : 'tampon'}`, why: [] },
      day: language === 'en' ? '3 November' : '3\u00a0novembre',
    }));
    return { ok: true, message: '', entries, next: before === undefined ? '17' : null };
  }

  async function redeem({ reward: key, minor, language }: Sent): Promise<object> {
    const wanted = rewards.find((one) => one.key === key);
    const price = wanted && priceOf(wanted, minor);
    if (!wanted || price === undefined || account.points < price)
      return { ok: false, message: WORDS[language].short };
    account.points -= price;
    const voucher = await hold(wanted, minor === undefined ? {} : { face: minor, price, cost: wanted.cost });
    const { done, used } = WORDS[language];
    const message = minor === undefined ? done(account.points) : used(price, account.points);
    return answerWith(voucher, message);
  }

  async function changeAmount({ voucher: id, minor, language }: Sent): Promise<object> {
    const voucher = account.vouchers.find((one) => one.id === id);
    const of = rewards.find(({ key }) => key === voucher?.key);
    const price = of && priceOf(of, minor);
    if (!voucher || minor === undefined || price === undefined || account.points + voucher.price < price)
      return { ok: false, message: WORDS[language].short };
    account.points += voucher.price - price;
    Object.assign(voucher, { face: minor, price });
    return answerWith(voucher, WORDS[language].used(price, account.points));
  }

  const answerWith = ({ id, code, face }: VoucherProjection, message: string) => ({
    ...{ ok: true, message, points: account.points, told: trouble.lateAmountMs === 0 },
    voucher: { id, code, minor: face ?? null, state: 'held' },
  });

  const priceOf = ({ gives, cost }: Reward, minor: number | undefined): number =>
    gives.kind === 'any-amount' && minor ? costOf(minor, { minor: gives.minor, points: cost }) : cost;

  async function giveBack({ voucher: id, language }: Sent): Promise<object> {
    const voucher = account.vouchers.find((one) => one.id === id);
    if (!voucher) return { ok: false, message: '' };
    const { code: _, ...rest } = voucher;
    account.vouchers = [{ ...rest, state: 'releasing' }];
    return { ok: true, message: WORDS[language].back, voucher: { id, state: 'releasing' } };
  }

  let codes = 0;
  async function hold(of: Reward, change: Partial<VoucherProjection> = {}): Promise<VoucherProjection> {
    const code = `HELDCODE${(codes += 1)}`;
    const discount = shop()
      .codeDiscounts.values()
      .find(({ title }) => title === of.key);
    await shop().codeDiscounts.askFor(discount?.id ?? '', [code]);
    const voucher = readyReward({ id: String(codes), code, until: '2999-12-24', ...change }, of);
    account.vouchers = [...account.vouchers, voucher];
    return voucher;
  }

  type Visit = {
    language: Language;
    way: Way;
    look?: Look;
    path?: string;
    blocks?: [string, Area][];
    theme?: Partial<Theme>;
  };
  async function visit(at: Visit, options: Parameters<TestBrowser['page']>[0] = {}) {
    const { language, way, look = 'light', path = '/cart', blocks = [['rewards', 'cart']], theme } = at;
    const places = blocks.map(([block, area]) => placed(block, area));
    await shop().saveTheme({ ...FRESH_THEME, look, way, blocks: places, ...theme });
    const watched = await browser.page({ viewport: { width: 1280, height: 900 }, ...options });
    const url = local.urls.storefront;
    await watched.page.context().addCookies([
      { name: 'language', value: language, url },
      { name: 'customer', value: member, url },
    ]);
    await fill(watched.page, 2);
    await watched.page.goto(url + path);
    await watched.page.waitForFunction(() => document.readyState === 'complete');
    return watched;
  }

  /** The cart with so many of the first product. */
  async function fill(page: Page, quantity: number): Promise<void> {
    const url = local.urls.storefront;
    await page.request.post(`${url}/cart/clear.js`);
    const variant = shop().products[0]?.variants[0]?.id ?? '';
    await page.request.post(`${url}/cart/add.js`, { form: { id: variant, quantity: String(quantity) } });
  }

  async function codesOf(page: Page): Promise<{ code: string; applicable: boolean }[]> {
    const cart = (await (await page.request.get(`${local.urls.storefront}/cart.js`)).json()) as {
      discount_codes: { code: string; applicable: boolean }[];
    };
    return cart.discount_codes;
  }

  return {
    shop,
    visit,
    tell,
    hold,
    fill,
    codesOf,
    sent,
    account,
    trouble,
    url: () => local.urls.storefront,
    today: TODAY,
  };
}
