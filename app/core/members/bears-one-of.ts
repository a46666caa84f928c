// Customers who bear one of the program's tags are left out. Shopify's tags ignore case.

export function bearsOneOf(leftOutTags: readonly string[], tags: readonly string[]): boolean {
  const wanted = leftOutTags.map((tag) => tag.toLowerCase());
  return tags.some((tag) => wanted.includes(tag.trim().toLowerCase()));
}
