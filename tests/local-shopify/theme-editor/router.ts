// The theme editor's page and what its forms do. A script sends some of them by itself, to keep the preview live.
import { join } from 'node:path';
import express, { Router } from 'express';
import type { Request } from 'express';
import { adminPage } from '#tests/local-shopify/desk/layout.ts';
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import type { LocalShopify } from '#tests/local-shopify/shop/local-shopify.ts';
import { AREAS, LOOKS, wayOf, WAYS } from '#tests/local-shopify/shop/theme.ts';
import type { SettingValue, Theme } from '#tests/local-shopify/shop/theme.ts';
import { asyncRoute } from '#tests/local-shopify/storefront/async-route.ts';
import type { BlockSchema } from '#app/liquid/block-schema.ts';
import { BLOCKS, EMBEDS } from '#tests/local-shopify/storefront/extension.ts';
import { field } from '#tests/local-shopify/storefront/form.ts';
import { placedBlocks } from '#tests/local-shopify/storefront/placed-blocks.ts';
import {
  addBlock,
  moveBlock,
  removeBlock,
  setEmbedSettings,
  setSettings,
  showBlock,
  switchEmbed,
} from './change-theme.ts';
import { editorPage } from './editor-page.ts';
import { settingValue } from './setting-field.ts';
import { readView, viewLink } from './view.ts';

/** A form's change of the theme; the block it is about, if any, stays open. */
type Change = (theme: Theme, request: Request) => Theme;

export function themeEditorRouter(shopify: LocalShopify): Router {
  const shop = shopify.firstShop;
  const router = Router();
  router.use('/themes', express.urlencoded({ extended: false }));
  router.get('/themes/editor', (request, response) => {
    const content = editorPage(shop, readView(request.query), shopify.urls.storefront);
    response.set('Cache-Control', 'no-store');
    response.send(adminPage({ title: 'Theme editor', shop: shop.name, content, wide: true }));
  });
  router.get('/_local/theme-editor.js', (_request, response) => {
    response.sendFile(join(import.meta.dirname, 'theme-editor.js'));
  });
  for (const [path, change] of Object.entries(THEME_CHANGES)) {
    router.post(
      `/themes/${path}`,
      asyncRoute(async (request, response) => {
        await change(shop, request);
        response.redirect(303, viewLink(readView(bodyOf(request))));
      }),
    );
  }
  for (const [path, change] of Object.entries(CHANGES)) {
    router.post(
      `/themes/editor/${path}`,
      asyncRoute(async (request, response) => {
        await shop.saveTheme(change(shop.theme, request));
        const view = { ...readView(bodyOf(request)), open: request.params['id'] ?? '' };
        response.redirect(303, viewLink(view));
      }),
    );
  }
  return router;
}

const THEME_CHANGES: Record<string, (shop: LocalShop, request: Request) => Promise<unknown>> = {
  /** As one that is added from the theme store: none of the app's blocks stands on it. */
  add: (shop, request) =>
    shop.themes.add(field(request, 'name') || 'New theme', { ...shop.theme, blocks: [], embeds: [] }),
  ':theme/publish': (shop, request) => shop.themes.publish(request.params['theme'] ?? ''),
  ':theme/delete': (shop, request) => shop.themes.remove(request.params['theme'] ?? ''),
};

const CHANGES: Record<string, Change> = {
  look: (theme, request) => ({
    ...theme,
    look: LOOKS.find((look) => look === field(request, 'look')) ?? theme.look,
    way: WAYS.find((way) => way === field(request, 'way')) ?? wayOf(theme),
  }),
  reset: (theme) => ({ ...theme, blocks: null }),
  'embeds/:id': (theme, request) =>
    switchEmbed(theme, request.params['id'] ?? '', field(request, 'do') === 'on'),
  'embeds/:id/settings': (theme, request) => {
    const file = request.params['id'] ?? '';
    return setEmbedSettings(theme, file, typedSettings(EMBEDS.get(file), request));
  },
  add: (theme, request) => {
    const area = AREAS.find((one) => one === field(request, 'area'));
    return area ? addBlock(theme, area, field(request, 'block')) : theme;
  },
  'blocks/:id': (theme, request) => act(theme, request.params['id'] ?? '', field(request, 'do')),
  'blocks/:id/settings': (theme, request) => {
    const id = request.params['id'] ?? '';
    const placed = placedBlocks(theme).find((one) => one.id === id);
    return setSettings(theme, id, typedSettings(BLOCKS.get(placed?.block ?? ''), request));
  },
};

function act(theme: Theme, id: string, wanted: string): Theme {
  switch (wanted) {
    case 'up':
      return moveBlock(theme, id, -1);
    case 'down':
      return moveBlock(theme, id, 1);
    case 'hide':
    case 'show':
      return showBlock(theme, id, wanted === 'show');
    case 'remove':
      return removeBlock(theme, id);
    default:
      return theme;
  }
}

function typedSettings(schema: BlockSchema | undefined, request: Request): Record<string, SettingValue> {
  const held = (schema?.settings ?? []).filter((setting) => setting.id !== '');
  return Object.fromEntries(
    held.map((setting) => [setting.id, settingValue(setting, field(request, setting.id))]),
  );
}

function bodyOf(request: Request): Request['query'] {
  const body: unknown = request.body;
  return typeof body === 'object' && body !== null ? { ...body } : {};
}
