// What a deep link into the theme editor does: Shopify's editor opens with the app's block in place, and the merchant
// saves. Here a page asks for that one confirmation.
// The link of the app is https://{shop}/admin/themes/current/editor?template=…&addAppBlockId={api key}/{block}&target=…
import express, { Router } from 'express';
import { adminPage } from '#tests/local-shopify/desk/layout.ts';
import { html } from '#tests/local-shopify/desk/html.ts';
import type { Html } from '#tests/local-shopify/desk/html.ts';
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import type { LocalShopify } from '#tests/local-shopify/shop/local-shopify.ts';
import { field } from '#tests/local-shopify/storefront/form.ts';

/** A block that the merchant added, by its file's name in the theme app extension. */
export type AddedBlock = { block: string; template: string };

const added = new WeakMap<LocalShop, AddedBlock[]>();

/** In the order added; forgotten with the process. For `shopify.app.extensions()`. */
export function addedBlocks(shop: LocalShop): readonly AddedBlock[] {
  return added.get(shop) ?? [];
}

const PATH = '/themes/current/editor';

/** Serves `{admin}/themes/current/editor`, which stands for `https://{shop}/admin/themes/current/editor`. */
export function themeEditorLinkRouter(shopify: LocalShopify): Router {
  const shop = shopify.firstShop;
  const router = Router();
  router.get(PATH, (request, response) => {
    const asked = askedFor(shopify, request.query);
    const content = asked ? confirmation(asked) : html`<h1>Theme editor</h1>`;
    response.send(adminPage({ title: 'Theme editor', shop: shop.name, content }));
  });
  router.post(PATH, express.urlencoded({ extended: false }), (request, response) => {
    const block = { block: field(request, 'block'), template: field(request, 'template') };
    added.set(shop, [...addedBlocks(shop), block]);
    const content = html`<h1>Saved</h1>
      <p>${block.block} is on the theme’s ${block.template} page now.</p>`;
    response.send(adminPage({ title: 'Theme editor', shop: shop.name, content }));
  });
  return router;
}

/** Null where the link names no block of this app, as Shopify then just opens the editor. */
function askedFor({ app }: LocalShopify, query: Record<string, unknown>): AddedBlock | null {
  const { template, addAppBlockId } = query;
  if (typeof template !== 'string' || typeof addAppBlockId !== 'string') return null;
  const [apiKey, block] = addAppBlockId.split('/');
  return apiKey === app.apiKey && block ? { block, template } : null;
}

function confirmation({ block, template }: AddedBlock): Html {
  return html`<h1>Theme editor</h1>
    <form method="post" class="box">
      <p>Sixth’s block ${block} was added to the ${template} page. Nothing is live until you save.</p>
      <input type="hidden" name="block" value="${block}" />
      <input type="hidden" name="template" value="${template}" />
      <p><button class="main" autofocus>Save</button></p>
    </form>`;
}
