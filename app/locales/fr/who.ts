import type { Texts } from '../en.ts';
import { pick } from '../plural.ts';

export const who: Texts['who'] = {
  heading: 'Pour qui',
  everybody: 'Tous les membres de votre programme',
  add: 'Ajouter une condition',
  remove: (condition) => `Retirer : ${condition}`,
  all: 'Toutes ces conditions :',
  count: (among, members) => `${among} sur ${members} membres actuellement.`,
  countAbout: (among, members) => `Environ ${among} sur ${members} membres actuellement.`,
  countBeforeTags: 'Les balises ne sont pas comptées ici : avec elles, ce peut être moins.',
  countWaits:
    'Les membres ne sont pas comptés tant qu’une collection n’est pas lue. Les nouvelles sont lues à l’enregistrement.',
  waiting: {
    heading: 'Personne ne le reçoit pour l’instant',
    soon: 'Une collection est en cours de lecture. Cela prend en général une minute.',
    gone: (collection) =>
      `${collection} n’existe plus dans votre boutique. Choisissez-en une autre, puis publiez.`,
    'too-large': (collection) =>
      `${collection} contient plus de 25\u00a0000 produits\u00a0: trop pour être lue. Choisissez-en une plus petite, puis publiez.`,
    refused: (collection) =>
      `${collection} ne peut pas être lue\u00a0: Shopify ne la montre pas. Nous réessayons chaque jour.`,
    named: (title) => `La collection «\u00a0${title}\u00a0»`,
    unnamed: 'Une collection que vous avez choisie',
  },
  kind: 'Condition',
  kinds: {
    'tags-in': 'Porte une de ces balises',
    'tags-out': 'Ne porte aucune de ces balises',
    'first-timers': 'Nouveaux clients',
    'birthday-month': 'Né un certain mois',
    bought: 'A acheté',
    ordered: 'A commandé',
    orders: 'Nombre de commandes',
    'last-order': 'Jours depuis la dernière commande',
  },
  tags: 'Balises, séparées par des virgules',
  month: 'Mois',
  thisMonth: 'Le mois en cours',
  collectionsHelp:
    'Ce qu’une collection contient aujourd’hui compte, quelle que soit la date d’achat. Les collections sont lues une fois par jour.',
  within: 'Dans ce nombre de derniers jours',
  withinHelp: 'Vide : depuis toujours.',
  orderedHelp:
    'Vide : depuis toujours. Comptent les commandes passées depuis le début de votre programme, sauf si elles ont été annulées.',
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
    ordered: 'qui ont commandé',
    orderedWithin: (days, form) =>
      pick(form, {
        one: 'qui ont commandé ces dernières 24 heures',
        other: `qui ont commandé ces ${days} derniers jours`,
      }),
    orders: (bounds, form) =>
      pick(form, { one: `avec ${bounds} commande`, other: `avec ${bounds} commandes` }),
    lastOrder: (bounds, form) =>
      pick(form, {
        one: `dont la dernière commande date de ${bounds} jour`,
        other: `dont la dernière commande date de ${bounds} jours`,
      }),
    between: (least, most) => `${least} à ${most}`,
    least: (least) => `${least} ou plus`,
    most: (most) => `${most} au plus`,
    anyNumber: 'un nombre quelconque de',
  },
  customers: (conditions) => `clients ${conditions}`,
};
