// The letter in a stamp whose picture is the shop's initial: as the theme's snippet draws it, from the shop's name.

/** Where Shopify hasn't told the name yet, its domain begins the same way, mostly. */
export function shopInitial({ name, domain }: { name?: string | null | undefined; domain: string }): string {
  const [first = ''] = (name ?? '').trim() || domain;
  return first.toUpperCase();
}
