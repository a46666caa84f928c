// What `shopify.app.extensions()` answers: each block of the theme app extension, and where the theme has it.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readBlockSchema } from '#app/liquid/block-schema.ts';
import { EXTENSION } from '#app/liquid/extension.ts';
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import { placedBlocks, TEMPLATE_OF_AREA } from '#tests/local-shopify/storefront/placed-blocks.ts';

const HANDLE = basename(EXTENSION);

export function extensionStatus(shop: LocalShop): object[] {
  if (!shop.themes.published) return [];
  const names = readdirSync(join(EXTENSION, 'blocks')).map((file) => basename(file, '.liquid'));
  return [
    { handle: HANDLE, type: 'theme_app_extension', activations: names.map((name) => block(shop, name)) },
  ];
}

function block(shop: LocalShop, handle: string): object {
  const themeId = `gid://shopify/OnlineStoreTheme/${shop.themes.published?.id ?? ''}`;
  const { name, target } = readBlockSchema(readFileSync(join(EXTENSION, `blocks/${handle}.liquid`), 'utf8'));
  if (target === 'body') {
    const on = shop.theme.embeds?.includes(handle) ?? false;
    const activations = on ? [{ target, themeId }] : [];
    return { target, handle, name: blockName(name), status: on ? 'active' : 'available', activations };
  }
  const activations = placedBlocks(shop.theme)
    .filter((placed) => placed.block === handle && placed.shown)
    .map(({ area }, index) => ({
      target: `template--${TEMPLATE_OF_AREA[area]}/apps/${HANDLE}_${handle}_${index + 1}`,
      themeId,
    }));
  const status = activations.length > 0 ? 'active' : 'available';
  return { target, handle, name: blockName(name), status, activations };
}

/** As the theme editor shows it, in English. */
function blockName(name: string): string {
  const texts: unknown = JSON.parse(readFileSync(join(EXTENSION, 'locales/en.default.schema.json'), 'utf8'));
  const found = name
    .replace(/^t:/, '')
    .split('.')
    .reduce<unknown>((group, key) => (group as Record<string, unknown> | undefined)?.[key], texts);
  return typeof found === 'string' ? found : name;
}
