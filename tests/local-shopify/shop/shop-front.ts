// What a store is and sells: its settings, and its catalogue by id and handle.
import type { Collection, Locale, Product, ShopSetup, Variant } from './types.ts';

export class ShopFront {
  readonly setup: ShopSetup;
  readonly products: Product[];
  readonly collections: Collection[];

  constructor(setup: ShopSetup) {
    this.setup = setup;
    this.products = setup.products;
    this.collections = setup.collections;
  }

  get domain(): string {
    return this.setup.domain;
  }
  get name(): string {
    return this.setup.name;
  }
  get currency(): string {
    return this.setup.currency;
  }
  get timeZone(): string {
    return this.setup.timeZone;
  }
  get locales(): Locale[] {
    return this.setup.locales;
  }
  get moneyFormat(): string {
    return this.setup.moneyFormat;
  }

  product(id: string): Product | null {
    return this.products.find((product) => product.id === id) ?? null;
  }

  productByHandle(handle: string): Product | null {
    return this.products.find((product) => product.handle === handle) ?? null;
  }

  variant(id: string): { product: Product; variant: Variant } | null {
    for (const product of this.products) {
      const variant = product.variants.find((one) => one.id === id);
      if (variant) return { product, variant };
    }
    return null;
  }

  collectionsOf(productId: string): Collection[] {
    return this.collections.filter((collection) => collection.productIds.includes(productId));
  }
}
