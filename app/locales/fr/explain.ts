import type { Texts } from '../en.ts';

export const explain: Texts['explain'] = {
  orderGave: (order, amount) => `La commande ${order} a rapporté ${amount}.`,
  orderTook: (order, amount) => `La commande ${order} a repris ${amount}.`,
  orderEarns: (order, amount) => `La commande ${order} vaut ${amount}.`,
  cartEarns: (amount) => `Ce panier rapporte ${amount}.`,
  stamps: (count, one) => (one ? `${count} tampon` : `${count} tampons`),
  stampsOn: (stamps, card) => `${stamps} sur ${card}`,
  underVersion: (version) => `Les règles de la version ${version} s’appliquent.`,
  line: (title, money) => `${title}\u00a0: ${money}`,
  lineNumber: (number) => `Ligne ${number}`,
  giftCardLine: (title, money) =>
    `${title}\u00a0: ${money}, montant ignoré, car les cartes-cadeaux ne rapportent rien.`,
  tipLine: (title, money) =>
    `${title}\u00a0: ${money}, montant ignoré, car les pourboires ne rapportent rien.`,
  shipping: (money) => `Expédition\u00a0: ${money}`,
  givenBack: (money) =>
    `Les sommes remboursées réduisent chaque ligne en proportion\u00a0; il reste ${money} à compter.`,
  steps: (money, steps, step, points) =>
    `${money} contient ${steps} fois ${step}, soit ${points}. Une tranche incomplète ne rapporte rien.`,
  stampLine: (title, stamps) => `${title}\u00a0: ${stamps}, un par unité conservée.`,
  stampUnits: (stamps) => `${stamps}, un par unité conservée.`,
  noStampLine: 'Aucun de ses produits ne figure sur cette carte.',
  before: (amount) => `La commande avait déjà rapporté ${amount}.`,
  now: (amount) => `En l’état actuel, elle doit rapporter ${amount}.`,
  pending: (amount) => `Dont ${amount} à venir, une fois la commande payée.`,
  pendingMore: (amount) => `Encore ${amount} à venir, une fois la commande payée.`,
  beforeProgram: 'Elle a été passée avant le début de votre programme, elle ne rapporte donc rien.',
  blocked: 'Ce membre a été exclu manuellement, elle ne rapporte donc rien.',
  leftOut: 'Le client porte une balise que vous excluez, elle ne rapporte donc rien.',
  moved: 'Elle a été attribuée à un autre client\u00a0: ce qu’elle avait apporté a été repris ici.',
  cancelled: 'Elle a été annulée, elle ne rapporte donc rien.',
  deleted: 'Elle a été supprimée, elle ne rapporte donc rien.',
  testOrder: 'C’est une commande test, et votre programme ne les compte pas.',
  notTold: 'Shopify n’a pas encore transmis ses détails.',
  refunded: 'Tous ses paiements ont été remboursés.',
};
