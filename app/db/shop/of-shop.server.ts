/**
 * The shop of rows that another key finds: it narrows nothing, and keeps one shop from another. Written as a sum, because
 * then no index of the shop is read for it. Until a table has been analyzed PostgreSQL takes a shop for a small part of it,
 * and would read all of the shop's beside each member's.
 */
export const ofShop = (alias: string, shopId: string): string => `${alias}."shopId" + 0 = ${shopId}`;
