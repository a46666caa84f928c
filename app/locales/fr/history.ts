import { pick } from '#app/locales/plural.ts';
import type { Texts } from '../en.ts';
import { orderNumbers } from './order-numbers.ts';

export const history: Texts['history'] = {
  signIn: 'Connectez-vous pour voir votre historique.',
  none: 'Rien pour l’instant. Vos gains et vos récompenses s’afficheront ici.',
  order: (name) => `Commande ${orderNumbers(name)}`,
  changed: (name) => `Commande ${orderNumbers(name)} modifiée`,
  cancelled: (name) => `Commande ${orderNumbers(name)} annulée`,
  refunded: (name) => `Commande ${orderNumbers(name)} remboursée`,
  gone: (name) => `La commande ${orderNumbers(name)} ne compte plus`,
  freeItems: (count, form) =>
    pick(form, { one: `${count} article offert`, other: `${count} articles offerts` }),
  pending: (amount) => `${amount} de plus après paiement`,
  gifts: { birthday: 'Cadeau d’anniversaire', anniversary: 'Cadeau pour une année de plus à nos côtés' },
  gift: 'Cadeau',
  giftUsed: (orders) => `Utilisé sur la commande ${orderNumbers(orders)}.`,
  giftEnded: 'Il a pris fin sans avoir servi.',
  given: (what, title) => `${what}\u00a0: ${title}`,
  adjusted: 'Modifié par la boutique',
  left: 'Départ du programme, ou d’avant celui-ci',
  merged: 'Deux comptes réunis en un seul',
  used: (title) => `Récompense choisie : ${title}`,
  back: (title) => `Récompense rendue : ${title}`,
  why: {
    'amount-changed': 'Vous en avez changé le montant.',
    'not-used': 'Elle a pris fin sans avoir servi.',
    'in-part': 'Votre commande n’en a utilisé qu’une partie.',
    refunded: 'Des articles de la commande ont été rendus.',
    'order-gone': 'La commande a été annulée ou n’a pas été payée.',
    'taken-off': 'Son code a été retiré de la commande.',
    'used-again': 'Plusieurs commandes l’ont utilisée.',
    'used-late': 'Une commande l’a utilisée après le retour de ses points.',
    settled: 'La commande a changé.',
  },
  onOrders: (orders) => `Utilisée sur la commande ${orderNumbers(orders)}.`,
  other: 'Autre opération',
  stamps: (count, form) => pick(form, { one: `${count} tampon`, other: `${count} tampons` }),
  onCard: (amount, card) => `${amount} sur ${card}`,
};
