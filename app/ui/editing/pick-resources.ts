// Shopify's own picker of products and collections.
import type { Picked } from '#app/core/editing/picked.ts';

/** Of a product, the price of its first variant, as Shopify writes it. */
export type PickedResource = Picked & { price: string | null };

const digitsOf = (gid: string): string => gid.slice(gid.lastIndexOf('/') + 1);

/** @param most whatever more, where it is `true`. @returns null when the merchant cancelled */
export async function pickResources(
  kind: 'product' | 'collection',
  chosen: readonly Picked[],
  most: number | true = true,
): Promise<PickedResource[] | null> {
  const type = kind === 'product' ? 'Product' : 'Collection';
  const selectionIds = chosen.map(({ id }) => ({ id: `gid://shopify/${type}/${id}` }));
  const picked = await window.shopify.resourcePicker({
    type: kind,
    multiple: most,
    action: 'select',
    selectionIds,
  });
  if (!picked) return null;
  return picked.map((resource) => ({
    id: digitsOf(resource.id),
    title: resource.title,
    price: ('variants' in resource && resource.variants[0]?.price) || null,
  }));
}
