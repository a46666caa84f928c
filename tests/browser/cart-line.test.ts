// The app embed for themes whose cart is a drawer: one line over the page, when the cart has changed and not before.
import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { axeProblems } from '#tests/support/axe.ts';
import { fillCart, LOOKS, useFollowScene } from './follow-scene.ts';
import type { Look } from './follow-scene.ts';

const scene = useFollowScene();

const WORDS = {
  en: {
    brings: 'After this order: 4 of 5, and 1,249 beans.',
    four: 'After this order: 5 of 5, and 1,278 beans.',
  },
  fr: {
    brings: 'Après cette commande : 4 sur 5, et 1 249 grains.',
    four: 'Après cette commande : 5 sur 5, et 1 278 grains.',
  },
};

const NUDGE = { en: 'One more, and it’s free', fr: 'Encore un, et c’est offert' };

async function open(look: Look) {
  const visited = await scene.visit(look, '/products/morning-house', []);
  await scene.shop().saveTheme({ ...scene.shop().theme, embeds: ['cart-line'] });
  await visited.page.reload();
  return visited;
}

const line = (page: Page) => page.locator('.sixth-line');

test.each(LOOKS)(
  'it says what the cart brings, over the page and in a drawer: $way, $language',
  async (look) => {
    const { page, problems, close } = await open(look);
    const words = WORDS[look.language];
    await expect.poll(() => line(page).count()).toBe(1);
    expect(await line(page).isVisible()).toBe(false);
    const loaded: string[] = [];
    page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
    await page.locator('.buy .button').click();
    await line(page).getByText(words.brings).waitFor();
    expect(loaded.filter((path) => path === '/cart')).toEqual(['/cart']);
    // Where the dialog is, so that it is heard.
    expect(await line(page).evaluate((one) => one.parentElement?.closest('dialog') !== null)).toBe(true);
    expect(await axeProblems(page)).toEqual([]);
    if (look.way === 'horizon') {
      await page.locator('dialog[open] input[name=quantity]').fill('4');
      await page.locator('dialog[open] input[name=quantity]').press('Tab');
      await line(page).getByText(words.four).waitFor();
    }
    expect(problems).toEqual([]);
    await close();
  },
);

test.each(LOOKS)(
  'in a drawer, too, one more is added, and one is back on the page: $way, $language',
  async (look) => {
    const { page, problems, close } = await open(look);
    const variant = scene.shop().productByHandle('morning-house')?.variants[0]?.id ?? '';
    await fillCart(page, scene.url(), variant, 1);
    // Three stamps are held, and the second in the cart is the fifth.
    await page.locator('.buy .button').click();
    const button = line(page).getByRole('button');
    await button.waitFor();
    expect(await line(page).innerText()).toContain(NUDGE[look.language]);
    expect(await axeProblems(page)).toEqual([]);
    const at = page.url();
    await Promise.all([page.waitForEvent('load'), button.click()]);
    expect(page.url()).toBe(at);
    expect(await page.locator('.cart-count b').innerText()).toBe('3');
    expect(problems).toEqual([]);
    await close();
  },
);

test.each(LOOKS)('on a phone it leaves the way out in sight: $way, $language', async (look) => {
  const { page, close } = await open(look);
  await page.setViewportSize({ width: 360, height: 800 });
  await page.locator('.buy .button').click();
  await line(page).getByText(WORDS[look.language].brings).waitFor();
  const [said, out] = [
    await line(page).boundingBox(),
    await page.locator('dialog[open] [data-close]').first().boundingBox(),
  ];
  if (!said || !out) throw new Error('both are in sight');
  const apart = said.x + said.width <= out.x || said.y >= out.y + out.height || out.y >= said.y + said.height;
  expect(apart).toBe(true);
  await close();
});

/** What can be pressed in what the theme has opened, and has the line over it. */
const covered = (page: Page) =>
  line(page).evaluate((one) => {
    const said = one.getBoundingClientRect();
    const pressed = [...document.querySelectorAll('dialog[open] :is(a, button, input)')];
    const under = pressed.filter((each) => {
      const box = each.getBoundingClientRect();
      const across = Math.min(box.right, said.right) > Math.max(box.left, said.left);
      return across && Math.min(box.bottom, said.bottom) > Math.max(box.top, said.top);
    });
    return under.filter((each) => !one.contains(each)).map((each) => each.textContent.trim());
  });

test.each(LOOKS)(
  'on a phone it lies over nothing that can be pressed, and on a low screen never over the checkout: $way, $language',
  async (look) => {
    const { page, close } = await open(look);
    const checkout = { en: 'Check out', fr: 'Commander' }[look.language];
    for (const height of [800, 560]) {
      await page.setViewportSize({ width: 360, height });
      await page.reload();
      await page.locator('.buy .button').click();
      await line(page).getByText(WORDS[look.language].brings).waitFor();
      if (height === 800) expect(await covered(page)).toEqual([]);
      expect(await covered(page)).not.toContain(checkout);
      const box = await line(page).boundingBox();
      expect(box && box.y >= 0 && box.y + box.height <= height && box.x + box.width <= 360).toBe(true);
      await page.request.post(`${scene.url()}/cart/clear.js`);
    }
    await close();
  },
);

test('words that are older than the cart’s last change aren’t said', async () => {
  const { page, close } = await open({ way: 'dawn', language: 'en' });
  await fillCart(page, scene.url(), scene.shop().productByHandle('morning-house')?.variants[0]?.id ?? '', 1);
  const shown = await page.evaluate(async () => {
    const task = () => new Promise((done) => setTimeout(done));
    const real = window.fetch.bind(window);
    const change = () => {
      const event = new CustomEvent('shopify:cart:lines-update');
      document.dispatchEvent(Object.assign(event, { promise: Promise.resolve() }));
    };
    const asked = new Promise<() => void>((resolve) => {
      window.fetch = async (input, init) => {
        window.fetch = () => new Promise(() => undefined);
        const html = await (await real(input, init)).text();
        await new Promise<void>((release) => {
          resolve(release);
        });
        return Object.assign(new Response(), { text: () => Promise.resolve(html) });
      };
    });
    change();
    const release = await asked;
    change();
    await task();
    release();
    await task();
    return document.querySelector('.sixth-line')?.matches(':popover-open');
  });
  expect(shown).toBe(false);
  await close();
});

test('it takes no room, no focus and no click, and asks nothing while nothing changes', async () => {
  const { page, asked, problems, close } = await open({ way: 'dawn', language: 'en' });
  const height = () => page.evaluate(() => document.documentElement.scrollHeight);
  const before = await height();
  await page.locator('.buy .button').click();
  await line(page).getByText(WORDS.en.brings).waitFor();
  expect(await height()).toBe(before);
  expect(await line(page).evaluate((one) => getComputedStyle(one).pointerEvents)).toBe('none');
  expect(await line(page).evaluate((one) => one.contains(document.activeElement))).toBe(false);
  expect(asked).toEqual([]);
  expect(problems).toEqual([]);
  await close();
});

test('it is off until the merchant turns it on, and the cart’s own page shows it nowhere', async () => {
  const { page, close } = await scene.visit({ way: 'horizon', language: 'en' }, '/products/morning-house');
  expect(await line(page).count()).toBe(0);
  await scene.shop().saveTheme({ ...scene.shop().theme, embeds: ['cart-line'] });
  await page.goto(`${scene.url()}/cart`);
  expect(await line(page).count()).toBe(1);
  expect(await line(page).isVisible()).toBe(false);
  await close();
});
