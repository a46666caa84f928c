// What a shop's pages show: the app's metafields, as the theme reads them.
import type { ShopHistory } from '../shop-history.ts';

type ShownProgram = { rewards?: { key: string; shown: string }[] };

export function metafieldOf<T>({ shop }: ShopHistory, customerId: string, key: string): T | null {
  const metafield = shop.customers.get(customerId)?.metafields[`${shop.appNamespace}.${key}`];
  return metafield ? (JSON.parse(metafield.value) as T) : null;
}

export function programOf({ shop }: ShopHistory): ShownProgram | null {
  const metafield = Object.values(shop.appMetafields).find(({ key }) => key === 'program');
  return metafield ? (JSON.parse(metafield.value) as ShownProgram) : null;
}

/** Codes of a customer that their pages show. */
export function shownCodes(history: ShopHistory, customerId: string): string[] {
  const shown = metafieldOf<{ vouchers?: { code?: string }[] }>(history, customerId, 'loyalty');
  return (shown?.vouchers ?? []).flatMap(({ code }) => code ?? []);
}
