import type { Texts } from '../en.ts';
import { pick } from '../plural.ts';

export const purchases: Texts['purchases'] = {
  title: 'Achats',
  none: 'Aucun achat pour l’instant. Ils apparaissent ici dès qu’une commande est payée.',
  sum: (count, form, money) =>
    `${count} ${pick(form, { one: 'achat', other: 'achats' })}, ${money} pour ce qui est gardé, hors livraison.`,
  span: (first, last) => `Du ${first} au ${last}.`,
  on: (day, ago) => `Le ${day}, ${ago}.`,
  gap: (days, form) => `D’habitude tous les ${pick(form, { one: 'jours', other: `${days} jours` })}.`,
  lastAgo: (ago) => `Le dernier ${ago}.`,
  before: (count, form) =>
    `Shopify compte encore ${count} ${pick(form, { one: 'commande absente', other: 'commandes absentes' })} d’ici : ce n’est pas un nouveau client.`,
  ours: (money) => `${money} de remise par votre programme`,
  others: (money) => `${money} par d’autres remises`,
  sent: (day) => `Envoyé le ${day}`,
  promised: (day) => `promis pour le ${day}`,
  delivered: (day) => `Livré le ${day}`,
  newest: 'Derniers achats',
  older: 'Achats plus anciens',
};
