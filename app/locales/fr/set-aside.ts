import type { Texts } from '../en.ts';

export const setAside: Texts['setAside'] = {
  title: 'Commandes impossibles à prendre en compte',
  intro:
    'Leurs points et tampons manquent. Chacune attend seule et n’en retarde aucune autre. L’application réessaie jusqu’à la réussite.',
  badge: 'Pas prise en compte',
  since: (when) => `Depuis le ${when}`,
  why: {
    uncountable: 'L’application a échoué en calculant les points et les tampons de cette commande.',
    untold: 'Shopify refuse de dire ce qu’il faut savoir des produits ou du client de cette commande.',
    unreadable: 'Shopify décrit cette commande d’une façon que l’application ne sait pas lire.',
  },
  next: (when) => `Prochain essai le ${when}.`,
  nextNow: 'Essai en cours. Rouvrez cette page dans une minute.',
  more: 'Il y en a d’autres. Elles apparaissent ici dès que celles-ci sont prises en compte.',
  tryAgain: 'Tout réessayer',
  tried: 'Un nouvel essai commence pour toutes.',
  allCounted: 'Toutes les commandes sont maintenant prises en compte.',
  failed: 'Shopify ou l’application n’a pas répondu. Rien n’a été tenté\u00a0: réessayez.',
  show: 'Afficher ces commandes',
};
