// The stand-in for App Bridge, as @shopify/app-bridge-react and the app's pages use it.
import { expect, test } from 'vitest';
import { visitAdmin } from '#tests/support/admin-visit.ts';
import type { AdminVisit, Locale } from '#tests/support/admin-visit.ts';
import { useRunningApp } from '#tests/support/use-running-app.ts';

const { app, browser } = useRunningApp({ freshTheme: true });

const open = (locale: Locale = 'en') => visitAdmin(app, browser, { locale, path: '/app/nothing' });

type Picked = { titles: string[]; ids: string[]; variants: number } | null;

/** Asks for products as a page does. @returns the answer, which comes when the picker is closed */
function pickProducts(visit: AdminVisit, selected: string[], multiple: boolean | number): Promise<Picked> {
  const options = { type: 'product' as const, multiple, selectionIds: selected.map((id) => ({ id })) };
  return visit.frame().evaluate(async (asked) => {
    const picked = await window.shopify.resourcePicker(asked);
    if (!picked) return null;
    const products = picked.selection;
    return {
      titles: products.map(({ title }) => title),
      ids: products.map(({ id }) => id),
      variants: products.reduce((sum, { variants }) => sum + variants.length, 0),
    };
  }, options);
}

test.each([
  ['en', 'Search products', 'Add'],
  ['fr', 'Rechercher des produits', 'Ajouter'],
] as const)('products are picked by keyboard: search, tick, add (%s)', async (locale, search, add) => {
  const visit = await open(locale);
  const { page, problems, close } = visit;
  const product = app.shop.products.find(({ title }) => title === 'Guji');
  const picked = pickProducts(visit, [`gid://shopify/Product/${product?.id}`], true);
  const box = page.getByRole('searchbox', { name: search });
  await box.waitFor();
  await expect.poll(() => page.locator('.picker input:checked').count()).toBe(1);
  expect(await box.evaluate((field) => field === document.activeElement)).toBe(true);
  await page.keyboard.type('huila');
  await expect.poll(() => page.locator('.picker li').count()).toBe(1);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: add, exact: true }).press('Enter');
  expect(await picked).toMatchObject({ titles: ['Guji', 'Huila'], variants: 4 });
  expect((await picked)?.ids[0]).toMatch(/^gid:\/\/shopify\/Product\/\d+$/);
  expect(problems.filter((line) => !line.includes('404'))).toEqual([]);
  await close();
});

test('a picker that is closed answers nothing, and one with a limit stops there', async () => {
  const visit = await open();
  const { page, close } = visit;
  const cancelled = pickProducts(visit, [], 2);
  await page.locator('.picker input[type=checkbox]').nth(2).waitFor();
  await page.locator('.picker input[type=checkbox]').nth(0).check();
  await page.locator('.picker input[type=checkbox]').nth(1).check();
  expect(await page.locator('.picker input[type=checkbox]').nth(2).isDisabled()).toBe(true);
  await page.keyboard.press('Escape');
  expect(await cancelled).toBe(null);
  await close();
});

test('a list that can’t be loaded says so and offers a retry', async () => {
  const visit = await open();
  const { page, close } = visit;
  await page.route('**/_local/resources*', (route) => route.abort());
  const picked = pickProducts(visit, [], false);
  const retry = page.getByRole('button', { name: 'Try again' });
  await retry.waitFor();
  await page.unroute('**/_local/resources*');
  await retry.click();
  await page.locator('.picker input[type=radio]').first().check();
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  expect((await picked)?.titles).toHaveLength(1);
  await close();
});

test('each block of the theme extension is told with where the theme has it', async () => {
  const { page, frame, close } = await open();
  const status = () => frame().evaluate(async () => (await window.shopify.app.extensions())[0]);
  const before = await status();
  expect(before).toMatchObject({ handle: 'loyalty-theme', type: 'theme_app_extension' });
  expect(before?.activations).toContainEqual({
    target: 'section',
    handle: 'stamp-card',
    name: 'Stamp card',
    status: 'available',
    activations: [],
  });
  const popup = page.context().waitForEvent('page');
  await frame().evaluate(() => {
    const { apiKey, shop } = window.shopify.config;
    const query = `template=product&addAppBlockId=${apiKey}/stamp-card&target=newAppsSection`;
    window.open(`https://${shop}/admin/themes/current/editor?${query}`, '_blank');
  });
  const editor = await popup;
  await editor.getByRole('button', { name: 'Save', exact: true }).click();
  await editor.getByRole('heading', { name: 'Saved' }).waitFor();
  const card = (await status())?.activations.find((one) => 'handle' in one && one.handle === 'stamp-card');
  expect(card).toMatchObject({ status: 'active', activations: [{ themeId: /OnlineStoreTheme/ }] });
  await close();
});

test('toasts have a button, an end, and come out of the frame', async () => {
  const { page, frame, close } = await open();
  await frame().evaluate(() => {
    const onAction = () => void (document.title = 'undone');
    window.shopify.toast.show('Member adjusted', { duration: 60_000, action: 'Undo', onAction });
  });
  await page.locator('#toasts').getByText('Member adjusted').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.locator('.toast').waitFor({ state: 'detached' });
  await expect.poll(() => frame().title()).toBe('undone');
  await close();
});

test('a modal shows its content and its title bar’s buttons, and says when it was closed', async () => {
  const { app: inFrame, page, frame, close } = await open();
  await frame().evaluate(() => {
    const modal = document.createElement('ui-modal');
    modal.innerHTML =
      '<ui-title-bar title="Publish?"><button variant="primary">Publish</button><button>Cancel</button></ui-title-bar>';
    modal.addEventListener('hide', () => void (document.title = 'hidden'));
    modal.querySelector('button')?.addEventListener('click', () => void (document.title = 'published'));
    document.body.append(modal);
    const { content } = modal as UIModalElement;
    content?.append('Orders count under it from now on.');
    void (modal as UIModalElement).show();
  });
  const dialog = inFrame.getByRole('dialog', { name: 'Publish?' });
  await dialog.getByText('Orders count under it').waitFor();
  await dialog.getByRole('button', { name: 'Publish' }).click();
  await expect.poll(() => frame().title()).toBe('published');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await expect.poll(() => frame().title()).toBe('hidden');
  await close();
});

test('links into Shopify’s admin open there', async () => {
  const { page, frame, close } = await open();
  await frame().evaluate(() => {
    window.open('shopify://admin/orders', '_top');
  });
  await page.waitForURL('**/orders');
  await close();
});
