import type { Texts } from '../en.ts';
import { pick } from '../plural.ts';

export const who: Texts['who'] = {
  heading: 'Pour qui',
  everybody: 'Tous les membres de votre programme',
  add: 'Ajouter une condition',
  remove: (condition) => `Retirer : ${condition}`,
  all: 'Toutes ces conditions :',
  kind: 'Condition',
  kinds: {
    'tags-in': 'Porte une de ces balises',
    'tags-out': 'Ne porte aucune de ces balises',
    'first-timers': 'Nouveaux clients',
    'birthday-month': 'Né un certain mois',
    bought: 'A acheté',
    orders: 'Nombre de commandes',
    'last-order': 'Jours depuis la dernière commande',
  },
  tags: 'Balises, séparées par des virgules',
  month: 'Mois',
  thisMonth: 'Le mois en cours',
  chooseProducts: 'Choisir des produits',
  within: 'Dans ce nombre de derniers jours',
  withinHelp: 'Vide : depuis toujours.',
  least: 'Au moins',
  most: 'Au plus',
  said: {
    'tags-in': (tags) => `avec la balise ${tags}`,
    'tags-out': (tags) => `sans la balise ${tags}`,
    'first-timers': 'avec une commande au plus',
    month: (month) => `nés en ${month}`,
    thisMonth: 'nés le mois en cours',
    bought: (products) => `qui ont acheté ${products}`,
    boughtWithin: (products, days, form) =>
      pick(form, {
        one: `qui ont acheté ${products} ces dernières 24 heures`,
        other: `qui ont acheté ${products} ces ${days} derniers jours`,
      }),
    orders: (bounds) => `avec ${bounds} commandes`,
    lastOrder: (bounds) => `dont la dernière commande date de ${bounds} jours`,
    between: (least, most) => `${least} à ${most}`,
    least: (least) => `${least} ou plus`,
    most: (most) => `${most} au plus`,
    anyNumber: 'un nombre quelconque de',
  },
  customers: (conditions) => `clients ${conditions}`,
};
