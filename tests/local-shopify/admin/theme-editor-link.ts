// What a deep link into the theme editor does: Shopify's editor opens with the app's block in place, and the merchant
// saves. Here a page asks for that one confirmation; the block then stands where the theme editor shows it.
// The link of the app is https://{shop}/admin/themes/current/editor?template=…&addAppBlockId={api key}/{block}&target=…
// One with context=apps&activateAppId={api key}/{embed} turns an app embed on.
import express, { Router } from 'express';
import { adminPage } from '#tests/local-shopify/desk/layout.ts';
import { html } from '#tests/local-shopify/desk/html.ts';
import type { Html } from '#tests/local-shopify/desk/html.ts';
import { switchEmbed } from '#tests/local-shopify/theme-editor/change-theme.ts';
import { EMBEDS } from '#tests/local-shopify/storefront/extension.ts';
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import type { LocalShopify } from '#tests/local-shopify/shop/local-shopify.ts';
import type { Area } from '#tests/local-shopify/shop/theme.ts';
import { asyncRoute } from '#tests/local-shopify/storefront/async-route.ts';
import { field } from '#tests/local-shopify/storefront/form.ts';
import { freeId, mayStandIn, placedBlocks } from '#tests/local-shopify/storefront/placed-blocks.ts';

/** An embed has no area. */
type AddedBlock = { block: string; area: Area | null };

const PATH = '/themes/current/editor';

/** Where a template's first room for app blocks is. */
const AREA_OF_TEMPLATE: Readonly<Record<string, Area>> = {
  cart: 'cart',
  index: 'home',
  page: 'loyalty',
  product: 'product',
};

async function place(shop: LocalShop, { block, area }: AddedBlock): Promise<void> {
  if (area === null) return shop.saveTheme(switchEmbed(shop.theme, block, true));
  const placed = placedBlocks(shop.theme);
  const added = { id: freeId(placed, block), area, block, shown: true, settings: {} };
  await shop.saveTheme({ ...shop.theme, blocks: [...placed, added] });
}

/** Serves `{admin}/themes/current/editor`, which stands for `https://{shop}/admin/themes/current/editor`. */
export function themeEditorLinkRouter(shopify: LocalShopify): Router {
  const shop = shopify.firstShop;
  const page = (content: Html) => adminPage({ title: 'Theme editor', shop: shop.name, content });
  const router = Router();
  router.get(PATH, (request, response) => {
    const asked = askedFor(shopify, request.query);
    if (asked) response.send(page(confirmation(asked)));
    else response.redirect('/themes/editor');
  });
  router.post(
    PATH,
    express.urlencoded({ extended: false }),
    asyncRoute(async (request, response) => {
      const asked =
        blockIn(field(request, 'template'), field(request, 'block')) ?? embed(field(request, 'block'));
      if (!asked) return response.redirect('/themes/editor');
      await place(shop, asked.added);
      response.send(
        page(
          html`<h1>Saved</h1>
            <p>${asked.added.block} is on ${asked.where} now.</p>`,
        ),
      );
    }),
  );
  return router;
}

/** `where` in words. */
type Asked = { template: string; where: string; added: AddedBlock };

/** Null for a template or block that there isn't, or that don't go together. */
function blockIn(template: string, block: string): Asked | null {
  const area = AREA_OF_TEMPLATE[template];
  if (!area || !mayStandIn(area, block)) return null;
  return { template, where: `the theme’s ${template} page`, added: { block, area } };
}

function embed(block: string): Asked | null {
  return EMBEDS.has(block) ? { template: '', where: 'every page', added: { block, area: null } } : null;
}

/** Null where the link names no block of this app, as Shopify then just opens the editor. */
function askedFor({ app }: LocalShopify, query: Record<string, unknown>): Asked | null {
  const { template, addAppBlockId, activateAppId } = query;
  const id = addAppBlockId ?? activateAppId;
  if (typeof template !== 'string' || typeof id !== 'string') return null;
  const [apiKey, block] = id.split('/');
  if (apiKey !== app.apiKey || !block) return null;
  return addAppBlockId === undefined ? embed(block) : blockIn(template, block);
}

function confirmation({ template, where, added }: Asked): Html {
  return html`<h1>Theme editor</h1>
    <form method="post" class="box">
      <p>Sixth’s block ${added.block} was added to ${where}. Nothing is live until you save.</p>
      <input type="hidden" name="block" value="${added.block}" />
      <input type="hidden" name="template" value="${template}" />
      <p><button class="main" autofocus>Save</button></p>
    </form>`;
}
