// On themes that put in only what they know, as Dawn does, and on those that tell of it, as Horizon does: whatever changes
// without a reload, no block keeps a number that isn't so, and none speaks of another product as of this one.
import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { fillCart, LOOKS, placed, says, useFollowScene } from './follow-scene.ts';

const scene = useFollowScene();
const variantOf = (handle: string, at: number) =>
  scene.shop().productByHandle(handle)?.variants[at]?.id ?? '';

const WORDS = {
  en: {
    after: (stamps: number, beans: number) =>
      `After this order: ${stamps} of 5, and ${beans.toLocaleString('en')} beans.`,
    earn: (beans: string, what = '') => `Earn ${beans} beans${what}`,
    next: (product: string) => `${product} brings you to 4 of 5.`,
    add: 'Add to cart',
    rate: 'Every €1 earns 1 bean.',
  },
  fr: {
    after: (stamps: number, beans: number) =>
      `Après cette commande : ${stamps} sur 5, et ${beans.toLocaleString('fr').replace(/\s/g, ' ')} grains.`,
    earn: (beans: string, what = '') => `Gagnez ${beans} grains${what}`,
    next: (product: string) => `Avec ${product}, vous en serez à 4 sur 5.`,
    add: 'Ajouter au panier',
    rate: '€1 d’achat = 1 grain.',
  },
};

const titleOf = (page: Page) => page.locator('main h1').innerText();

test.each(LOOKS)('C96 a cart of 3 that becomes 9 says what 9 bring: $way, $language', async (look) => {
  const words = WORDS[look.language];
  const blocks = [placed('points-for-cart', 'cart'), placed('stamp-card', 'cart')];
  const { page, problems, close } = await scene.visit(look, '/cart', blocks);
  await fillCart(page, scene.url(), variantOf('morning-house', 0), 3);
  await page.reload();
  const [block, card] = ['points-for-cart-cart', 'stamp-card-cart'];
  expect(await says(page, block)).toContain(words.after(5, 1268));
  const before = await says(page, card);
  for (const [quantity, stamps, beans] of [
    ['9', 5, 1325],
    ['1', 4, 1249],
  ] as const) {
    await page.locator('.cart-lines input[name=quantity]').fill(quantity);
    await page.locator('.cart-lines input[name=quantity]').press('Tab');
    await expect.poll(() => says(page, block)).toContain(words.after(stamps, beans));
  }
  // A fourth stamp on the card, by this cart.
  await expect.poll(() => says(page, card)).not.toBe(before);
  await page.locator('#page-code').fill('SPRING10');
  await page.locator('#page-code').press('Enter');
  await expect.poll(() => says(page, block)).toContain(words.after(4, 1248));
  expect(problems).toEqual([]);
  await close();
});

/** Until the cart's change was heard a second time, as a request of the page's, and what that asks for has been asked for. */
const heardOut = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        // Told after the page's own observer, which waits 20 ms.
        new PerformanceObserver((list) => {
          if (list.getEntries().some(({ name }) => name.includes('/cart/change'))) setTimeout(resolve, 100);
        }).observe({ type: 'resource', buffered: true });
      }),
  );

test.each(LOOKS)('C96 a cart that is emptied keeps no number: $way, $language', async (look) => {
  const words = WORDS[look.language];
  const { page, asked, problems, close } = await scene.visit(look, '/cart');
  await fillCart(page, scene.url(), variantOf('morning-house', 0), 3);
  await page.reload();
  const block = 'points-for-cart-1';
  await page.locator('.cart-lines input[name=quantity]').fill('9');
  await page.locator('.cart-lines input[name=quantity]').press('Tab');
  await expect.poll(() => says(page, block)).toContain(words.after(5, 1325));
  await heardOut(page);
  asked.length = 0;
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  const sent = page.waitForRequest('**/cart/change.js');
  await page.route('**/cart/change.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.locator('.cart-lines button[name=remove]').click();
  await sent;
  // Horizon shows the empty cart at once, with the blocks as they were when the page was loaded.
  if (look.way === 'horizon') {
    await expect.poll(() => page.locator('.cart-lines').count()).toBe(0);
    await expect.poll(() => says(page, block)).toBe('');
    expect(asked).toEqual([]);
  }
  release();
  await expect.poll(() => says(page, block)).toBe(words.rate);
  expect(problems).toEqual([]);
  await close();
});

test.each(LOOKS)('C96 another variant says its own number, in and outside: $way, $language', async (look) => {
  const words = WORDS[look.language];
  const blocks = [placed('points-for-product', 'product'), placed('points-for-product', 'product-apps')];
  const { page, problems, asked, close } = await scene.visit(look, '/products/morning-house', blocks);
  const title = await titleOf(page);
  const [inside = '', outside = ''] = blocks.map(({ id }) => id);
  expect(await says(page, inside)).toBe(words.earn('9', ' · 250 g'));
  expect(await says(page, outside)).toBe(words.earn('9', ` · ${title}, 250 g`));
  expect(asked).toEqual([]);
  for (const [variant, beans] of [
    ['1 kg', '34'],
    ['250 g', '9'],
  ] as const) {
    await page.getByRole('radio', { name: variant }).check();
    await expect.poll(() => says(page, inside)).toBe(words.earn(beans, ` · ${variant}`));
    await expect.poll(() => says(page, outside)).toBe(words.earn(beans, ` · ${title}, ${variant}`));
    expect(await page.getByRole('radio', { name: variant }).evaluate((one) => one.matches(':focus'))).toBe(
      true,
    );
  }
  expect(problems).toEqual([]);
  await close();
});

test.each(LOOKS)(
  'C96 another product in its place: nothing is said of the former one: $way, $language',
  async (look) => {
    const words = WORDS[look.language];
    const outside = [placed('points-for-product', 'product-apps'), placed('stamp-card', 'product-apps')];
    const blocks = [placed('points-for-product', 'product'), ...outside];
    const { page, problems, close } = await scene.visit(look, '/products/cone-dripper', blocks);
    const former = await titleOf(page);
    expect(await says(page, 'points-for-product-product')).toBe(words.earn('24'));
    expect(await says(page, 'points-for-product-product-apps')).toBe(words.earn('24', ` · ${former}`));
    // No card counts either, and so none is shown.
    expect(await says(page, 'stamp-card-product-apps')).toBe('');
    await page.locator('[data-sibling]').nth(1).click();
    await page.waitForURL('**/enamel-cup');
    await expect.poll(() => says(page, 'points-for-product-product')).toBe(words.earn('14'));
    const cup = await titleOf(page);
    expect(cup).not.toBe(former);
    await expect
      .poll(() => says(page, 'points-for-product-product-apps'))
      .toBe(words.earn('14', ` · ${cup}`));
    expect(await says(page, 'stamp-card-product-apps')).toBe('');
    expect(await page.locator('main').innerText()).not.toContain(former);
    expect(problems).toEqual([]);
    await close();
  },
);

test.each(LOOKS)('C96 a quick view has the numbers of what it shows: $way, $language', async (look) => {
  const words = WORDS[look.language];
  const { page, problems, close } = await scene.visit(look, '/collections/all', [
    placed('points-for-product', 'product'),
  ]);
  const block = 'points-for-product-product';
  await page.locator('[data-quick-view$="/night-shift"]').click();
  await expect.poll(() => says(page, block)).toBe(words.earn('10', ' · 250 g'));
  await page.getByRole('radio', { name: '1 kg' }).check();
  await expect.poll(() => says(page, block)).toBe(words.earn('37', ' · 1 kg'));
  await page.keyboard.press('Escape');
  await page.locator('[data-quick-view$="/enamel-cup"]').click();
  await expect.poll(() => says(page, block)).toBe(words.earn('14'));
  expect(page.url()).toMatch(/collections\/all$/);
  expect(problems).toEqual([]);
  await close();
});

test('C96 a theme that puts in less than any: title and field alone, and the address stays', async () => {
  const look = { way: 'dawn', language: 'en' } as const;
  const blocks = [
    placed('points-for-product', 'product'),
    placed('points-for-product', 'product-apps'),
    placed('stamp-card', 'product-apps'),
  ];
  const { page, problems, close } = await scene.visit(look, '/products/cone-dripper', blocks);
  const cup = scene.shop().productByHandle('enamel-cup')?.variants[0]?.id ?? '';
  await page.evaluate((id) => {
    const field = document.querySelector<HTMLInputElement>('.buy [name=id]');
    if (field) field.value = id;
    document.querySelector('main h1')?.replaceChildren('Enamel cup');
  }, cup);
  // What can't be followed is out of sight, or names its product.
  await expect.poll(() => says(page, 'points-for-product-product')).toBe('');
  expect(await says(page, 'points-for-product-product-apps')).toBe('Earn 24 beans · Cone dripper');
  expect(await says(page, 'stamp-card-product-apps')).toBe('');
  expect(problems).toEqual([]);
  await close();
});

test('C96 a change without any request of the page’s is heard by Shopify’s own events', async () => {
  const { page, problems, close } = await scene.visit({ way: 'horizon', language: 'en' }, '/cart');
  await fillCart(page, scene.url(), variantOf('morning-house', 0), 3);
  await page.reload();
  await fillCart(page, scene.url(), variantOf('morning-house', 0), 5);
  await page.evaluate(() => {
    const event = new CustomEvent('shopify:cart:lines-update', { bubbles: true });
    document.dispatchEvent(Object.assign(event, { promise: new Promise((done) => setTimeout(done, 50)) }));
  });
  await expect
    .poll(() => says(page, 'points-for-cart-1'))
    .toContain('After this order: 5 of 5, and 1,287 beans.');
  await close();
  expect(problems).toEqual([]);

  const product = await scene.visit({ way: 'horizon', language: 'en' }, '/products/morning-house', [
    placed('points-for-product', 'product'),
  ]);
  await product.page.evaluate(
    (id) => {
      const event = new CustomEvent('shopify:product:select', { bubbles: true });
      const variant = { id: Number(id) };
      document.dispatchEvent(
        Object.assign(event, { product: { handle: 'morning-house' }, promise: Promise.resolve({ variant }) }),
      );
    },
    variantOf('morning-house', 1),
  );
  await expect.poll(() => says(product.page, 'points-for-product-product')).toBe('Earn 34 beans · 1 kg');
  await product.close();
});

test('C96 however the answers come in, the last change is what is shown', async () => {
  const { page, problems, close } = await scene.visit(
    { way: 'dawn', language: 'en' },
    '/products/morning-house',
    [placed('points-for-product', 'product-apps')],
  );
  let held = 0;
  let release = (): void => undefined;
  const shownOther = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/*section_id=template--product__apps*', async (route) => {
    held += 1;
    if (held === 1) await shownOther;
    await route.continue();
  });
  await page.getByRole('radio', { name: '1 kg' }).check();
  await expect.poll(() => held).toBe(1);
  await page.getByRole('radio', { name: '250 g' }).check();
  const shown = () => says(page, 'points-for-product-product-apps');
  await expect.poll(shown).toBe('Earn 9 beans · Morning House, 250 g');
  const late = page.waitForResponse('**/*section_id=template--product__apps*');
  release();
  await (await late).finished();
  await page.waitForLoadState('networkidle');
  expect(await shown()).toBe('Earn 9 beans · Morning House, 250 g');
  expect(problems).toEqual([]);
  await close();
});

test('C96 an answer that comes just after another choice isn’t taken for it', async () => {
  const { page, problems, close } = await scene.visit(
    { way: 'horizon', language: 'en' },
    '/products/morning-house',
    [placed('points-for-product', 'product')],
  );
  // The theme's script has no part in it: the field alone changes, and the first answer waits for the second choice.
  await page.evaluate(
    async ([first = '', second = '']) => {
      const field = document.querySelector<HTMLInputElement>('.buy [name=id]');
      if (!field) throw new Error('the field is there');
      const real = window.fetch.bind(window);
      const asked = new Promise<() => void>((resolve) => {
        window.fetch = async (input, init) => {
          window.fetch = real;
          const html = await (await real(input, init)).text();
          await new Promise<void>((release) => {
            resolve(release);
          });
          return Object.assign(new Response(), { text: () => Promise.resolve(html) });
        };
      });
      field.value = first;
      const release = await asked;
      field.value = second;
      // What observes the page is called now, before anything that was awaited.
      queueMicrotask(release);
    },
    [variantOf('morning-house', 1), variantOf('morning-house', 0)],
  );
  await expect.poll(() => says(page, 'points-for-product-product')).toBe('Earn 9 beans · 250 g');
  expect(problems).toEqual([]);
  await close();
});

test('C96 where the shop doesn’t answer, an old number is out of sight until it does', async () => {
  const { page, close } = await scene.visit({ way: 'dawn', language: 'en' }, '/cart');
  await fillCart(page, scene.url(), variantOf('morning-house', 0), 3);
  await page.reload();
  const footer = '**/cart?section_id=template--cart__cart-footer*';
  await page.route(footer, (route) => route.abort());
  await page.locator('.cart-lines input[name=quantity]').fill('9');
  await page.locator('.cart-lines input[name=quantity]').press('Tab');
  await expect.poll(() => page.locator('.total dd').innerText()).toBe('€85.50');
  await expect.poll(() => says(page, 'points-for-cart-1')).toBe('');
  await page.unroute(footer);
  await page.locator('.cart-lines input[name=quantity]').fill('2');
  await page.locator('.cart-lines input[name=quantity]').press('Tab');
  await expect
    .poll(() => says(page, 'points-for-cart-1'))
    .toContain('After this order: 5 of 5, and 1,259 beans.');
  await close();
});

test('nothing is asked before something changed, then each section once, and what is typed or focused stays', async () => {
  const { page, asked, problems, close } = await scene.visit({ way: 'dawn', language: 'en' }, '/cart');
  await page.context().clearCookies({ name: 'customer' });
  await fillCart(page, scene.url(), variantOf('morning-house', 0), 3);
  const blocks = [
    placed('points-for-cart', 'cart'),
    placed('stamp-card', 'cart'),
    placed('points-for-cart', 'cart-apps'),
    placed('birthday', 'cart-apps'),
  ];
  await scene.shop().saveTheme({ ...scene.shop().theme, blocks });
  await page.reload();
  await page.waitForLoadState('networkidle');
  expect(asked).toEqual([]);
  const link = page.locator('#shopify-block-points-for-cart-cart-apps a');
  await link.focus();
  await page.evaluate(
    (id) =>
      fetch('/cart/change.js', { method: 'POST', body: new URLSearchParams({ id, quantity: '5' }) }).then(
        (answer) => answer.json(),
      ),
    variantOf('morning-house', 0),
  );
  await expect.poll(() => says(page, 'points-for-cart-cart-apps')).toContain('You’ll earn 47 beans');
  expect(await link.evaluate((one) => one === document.activeElement)).toBe(true);
  expect(asked.map((search) => new URLSearchParams(search).get('section_id')).sort()).toEqual([
    'template--cart__apps',
    'template--cart__cart-footer',
  ]);
  expect(problems).toEqual([]);
  await close();
});
