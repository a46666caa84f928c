// themes/publish and themes/update: the theme, and nothing of its files.
import type { ShopTheme } from '#tests/local-shopify/shop/themes.ts';

export function themePayload(
  { id, name, createdAt, updatedAt, processing }: ShopTheme,
  role: 'main' | 'unpublished',
): object {
  return {
    id: Number(id),
    name,
    created_at: createdAt,
    updated_at: updatedAt,
    role,
    theme_store_id: null,
    previewable: true,
    processing,
    admin_graphql_api_id: `gid://shopify/OnlineStoreTheme/${id}`,
  };
}
