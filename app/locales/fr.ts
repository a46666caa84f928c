import type { Texts } from './en.ts';

export const fr: Texts = {
  title: 'Fidélité',
  program: 'Votre programme',
  rule: (points, money) => `${points} par tranche de ${money} dépensée.`,
  members: 'Membres',
  pointsGiven: 'Points attribués',
  noMembers: 'Personne n’a encore gagné de points. Les membres apparaissent ici dès leur première commande.',
  openFromShopify: 'Ouvrez Sixth depuis votre interface Shopify, sous Applications.',
  failed: 'Une erreur s’est produite',
  tryAgain: 'Réessayez dans une minute.',
};
