// Liquid's `all_products`: a product by its handle, and nothing for one that no page can show.
import { Drop } from 'liquidjs';
import type { LocalShop } from '#tests/local-shopify/shop/local-shop.ts';
import { isOnSale, productObject, type ProductObject } from './product-objects.ts';

/** Documented: a page is told of no more. */
const MOST_HANDLES = 20;

export class AllProducts extends Drop {
  readonly #shop: LocalShop;
  readonly #language: string;
  readonly #asked = new Set<string>();

  constructor(shop: LocalShop, language: string) {
    super();
    this.#shop = shop;
    this.#language = language;
  }

  override liquidMethodMissing(handle: string | number): ProductObject | null {
    this.#asked.add(String(handle));
    if (this.#asked.size > MOST_HANDLES) return null;
    const found = this.#shop.productByHandle(String(handle));
    return found && isOnSale(found) ? productObject(this.#shop, found, this.#language) : null;
  }
}
