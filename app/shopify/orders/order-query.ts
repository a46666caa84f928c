/** Shopify's search for an order by its name. Quotes and backslashes would end the quoted name. */
export const orderQuery = (name: string): string => `name:"${name.trim().replace(/["\\]/g, '')}"`;
