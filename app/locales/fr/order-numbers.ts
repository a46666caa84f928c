// "Commande nº 1042": French calls an order by its number, where Shopify writes "#1042". A name of another form stays as it is.

/** @param names an order's name, or several in a sentence */
export const orderNumbers = (names: string): string => names.replaceAll(/(?<!\S)#(?=\S)/g, 'nº\u00a0');
