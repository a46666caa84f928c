// What the demo's merchant has translated: the catalogue in French, by handle. Liquid sees it as at Shopify, in place of
// the original; what isn't translated stays as it is.
import type { Collection, Product } from '#tests/local-shopify/shop/types.ts';

export type ProductTexts = Pick<Product, 'title' | 'descriptionHtml' | 'optionName' | 'pictureAlt'>;

const DESCRIPTIONS: Record<string, string> = {
  'morning-house': 'Noisette, chocolat au lait, une pointe d’orange. Celui que nous buvons avant d’ouvrir.',
  'night-shift': 'Cacao noir, mélasse, amande grillée. Dense, sucré, bon avec du lait.',
  'ethiopia-guji': 'Myrtille, jasmin, zeste de citron. Au mieux en filtre, sans se presser.',
  'colombia-huila': 'Pomme rouge, caramel, panela. Net et rond.',
  'kenya-nyeri': 'Cassis, feuille de tomate, sucre brun. Vif et long.',
  'guatemala-antigua': 'Éclats de cacao, prune, girofle. Des pentes entre trois volcans.',
  'brazil-cerrado': 'Cacahuète, confiture de lait, peu d’acidité. En espresso ou en grande cafetière.',
  'decaf-sugarcane': 'Caramel au beurre, poire mûre. Tout le café, rien de la nuit.',
  'cone-dripper': 'En porcelaine, pour une ou deux tasses.',
  'paper-filters': 'Cent filtres écrus, pour le cône.',
  'enamel-cup': 'Contient 350 ml et survit à une chute.',
  'gift-card': 'Par e-mail, en moins d’une minute.',
};

const TITLES: Record<string, string> = {
  'cone-dripper': 'Cône à filtre',
  'paper-filters': 'Filtres en papier',
  'enamel-cup': 'Tasse émaillée',
  'gift-card': 'Carte cadeau',
  coffee: 'Café',
  equipment: 'Matériel',
  gifts: 'Cadeaux',
};

const COLLECTION_TEXTS: Record<string, string> = {
  coffee: 'Torréfié le mardi et le vendredi.',
  equipment: 'Ce que nous utilisons nous-mêmes.',
  gifts: 'Pour quelqu’un qui aime le café.',
};

const OPTIONS: Record<string, string> = { Size: 'Taille', Amount: 'Montant' };

export function productTexts(product: Product, language: string): ProductTexts {
  if (language !== 'fr') return product;
  const { handle, optionName } = product;
  const title = TITLES[handle] ?? product.title;
  const description = DESCRIPTIONS[handle];
  return {
    title,
    descriptionHtml: description === undefined ? product.descriptionHtml : `<p>${description}</p>`,
    optionName: OPTIONS[optionName] ?? optionName,
    pictureAlt: handle in TITLES ? title : `Un paquet de ${title}`,
  };
}

export function collectionTexts(
  collection: Collection,
  language: string,
): Pick<Collection, 'title' | 'descriptionHtml'> {
  if (language !== 'fr') return collection;
  const text = COLLECTION_TEXTS[collection.handle];
  return {
    title: TITLES[collection.handle] ?? collection.title,
    descriptionHtml: text === undefined ? collection.descriptionHtml : `<p>${text}</p>`,
  };
}
