import { pick } from '../plural.ts';
import type { Texts } from '../en.ts';
import { orderNumbers } from './order-numbers.ts';

export const explain: Texts['explain'] = {
  orderGave: (order, amount) => `La commande ${orderNumbers(order)} a rapporté ${amount}.`,
  orderTook: (order, amount) => `La commande ${orderNumbers(order)} a repris ${amount}.`,
  orderEarns: (order, amount) => `La commande ${orderNumbers(order)} vaut ${amount}.`,
  cartEarns: (amount) => `Ce panier rapporte ${amount}.`,
  stamps: (count, form) => pick(form, { one: `${count} tampon`, other: `${count} tampons` }),
  stampsOn: (stamps, card) => `${stamps} sur ${card}`,
  underVersion: (version) => `Les règles de la version ${version} s’appliquent.`,
  line: (title, money) => `${title}\u00a0: ${money}`,
  lineNumber: (number) => `Produit ${number}`,
  giftCardLine: (title, money) =>
    `${title}\u00a0: ${money}, montant ignoré, car les cartes-cadeaux ne rapportent rien.`,
  neverLine: (title, money) => `${title}\u00a0: ${money}, non compté\u00a0: ce produit ne compte jamais.`,
  tipLine: (title, money) =>
    `${title}\u00a0: ${money}, montant ignoré, car les pourboires ne rapportent rien.`,
  shipping: (money) => `Livraison\u00a0: ${money}`,
  goodwill: (money, of) =>
    `Geste commercial\u00a0: ${money} sur les ${of} que coûte maintenant la commande. Les sommes dues n’en font pas partie.`,
  givenBack: (money) =>
    `Les sommes remboursées réduisent chaque ligne en proportion\u00a0; il reste ${money} à compter.`,
  sum: (money, points) => `${money} → ${points}`,
  steps: (money, step, points, rounding) => `${money} ÷ ${step} = ${points}${rounding}`,
  stepsTimes: (money, step, steps, each, points, rounding) =>
    `${money} ÷ ${step} = ${steps}${rounding}, × ${each} = ${points}`,
  roundedDown: ' (arrondi à l’entier inférieur)',
  stampUnits: (stamps) => `${stamps}\u00a0: un par article conservé.`,
  withFree: (stamps, units, free) => `${stamps} = ${units} − ${free}`,
  withFreeKept: (stamps, kept, quantity, free) =>
    `${stamps}, au prorata de ce qui est conservé\u00a0: ${kept} sur ${quantity}, moins ${free}.`,
  ofLine: (title, sentence) => `${title}\u00a0: ${sentence}`,
  freeUnits: (size) => `Un article offert utilise ${size} tampons, au prorata de ce qui est conservé.`,
  freeTakes: (free, size, stamps) => `${free} × ${size} tampons = ${stamps}`,
  freeTakesKept: (free, kept, quantity, size, stamps) =>
    `${free}, pour ${size} tampons chacun. Sur ${quantity}, le client en conserve ${kept}, soit ${stamps} au prorata.`,
  units: (count, form) => pick(form, { one: `${count} article`, other: `${count} articles` }),
  freeItems: (count, form) =>
    pick(form, { one: `${count} article offert`, other: `${count} articles offerts` }),
  orderUsed: (order, amount) =>
    `La commande ${orderNumbers(order)} a utilisé ${amount} pour ses articles offerts.`,
  orderReturned: (order, amount) =>
    `La commande ${orderNumbers(order)} a rendu ${amount} repris sur ses articles offerts.`,
  cartUses: (amount) => `Ses articles offerts utilisent ${amount}.`,
  wasUsed: (amount) => `La commande avait déjà utilisé ${amount}.`,
  isUsed: (amount) => `En l’état actuel, elle doit utiliser ${amount}.`,
  repaid: (amount) => `Dont ${amount} pour compenser un solde négatif.`,
  nowOwed: (amount) => `Le solde est négatif de ${amount}\u00a0: les prochains gains le compensent d’abord.`,
  noStampLine: 'Aucun de ses produits ne figure sur cette carte.',
  before: (amount) => `La commande avait déjà rapporté ${amount}.`,
  now: (amount) => `En l’état actuel, elle doit rapporter ${amount}.`,
  pending: (amount) => `Dont ${amount} à venir, une fois la commande payée.`,
  pendingMore: (amount) => `Encore ${amount} à venir, une fois la commande payée.`,
  pointsOff: 'Selon ces règles, les commandes ne rapportent pas de points.',
  beforeProgram: 'Elle a été passée avant le début de votre programme, elle ne rapporte donc rien.',
  blocked: 'Ce membre a été exclu manuellement, elle ne rapporte donc rien.',
  excludedByTag: 'Le client porte une balise que vous excluez, elle ne rapporte donc rien.',
  moved: 'Elle a été attribuée à un autre client\u00a0: ce qu’elle avait apporté a été repris ici.',
  paused: 'Votre programme était en pause quand elle a été passée, elle ne rapporte donc rien.',
  cancelled: 'Elle a été annulée, elle ne rapporte donc rien.',
  deleted: 'Elle a été supprimée, elle ne rapporte donc rien.',
  testOrder: 'C’est une commande test, et votre programme ne les compte pas.',
  notTold: 'Shopify n’a pas encore transmis ses détails.',
  refunded: 'Tous ses paiements ont été remboursés.',
};
