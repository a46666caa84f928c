import { pick } from '../plural.ts';
import type { stories as en } from '#app/locales/en/stories.ts';

export const stories: typeof en = {
  cameBack: (back, members, forms) =>
    pick(forms.back, {
      one: `${back} membre sur ${members} est revenu`,
      other: `${back} membres sur ${members} sont revenus`,
    }),
  cameBackHelp: 'Ils ont commandé au moins deux fois.',
  cameBackUnit: 'Membres revenus',
  seeMembers: 'Voir les membres',
  freeNoun: (noun, feminine, form) => `${noun} offert${feminine ? 'e' : ''}${form === 'one' ? '' : 's'}`,
  free: (count, freeNoun, money) => `${count} ${freeNoun}, soit ${money}`,
  freeUnknown: (count, freeNoun) => `${count} ${freeNoun}`,
  freeHelp: 'Au prix de vente.',
  freeUnpriced: (count) => `Non mesuré : le prix de ${count} d’entre eux.`,
  freeNotMeasured: 'Leur prix : non mesuré.',
  cardCodesUsed: (count, form, money) =>
    pick(form, {
      one: `${count} code de carte complète a aussi servi\u00a0: ${money} de remise. Il compte comme récompense.`,
      other: `${count} codes de cartes complètes ont aussi servi\u00a0: ${money} de remise. Ils comptent comme récompenses.`,
    }),
  freeUnit: 'Articles offerts',
  rewards: (count, form, money) =>
    pick(form, {
      one: `${count} commande avec récompense, ${money} de remise`,
      other: `${count} commandes avec récompense, ${money} de remise`,
    }),
  rewardsUnknown: (count, form) =>
    pick(form, { one: `${count} commande avec récompense`, other: `${count} commandes avec récompense` }),
  rewardsGiven: (count, form) =>
    pick(form, { one: `${count} récompense attribuée.`, other: `${count} récompenses attribuées.` }),
  rewardsUsed: (count, form) => pick(form, { one: `${count} a servi.`, other: `${count} ont servi.` }),
  rewardsLapsed: (count, form) =>
    pick(form, { one: `${count} a expiré sans servir.`, other: `${count} ont expiré sans servir.` }),
  rewardsUnmeasured: (count) => `Non mesurée : la remise de ${count} d’entre elles.`,
  momentGifts: (count, form) =>
    pick(form, {
      one: `${count} cadeau offert par vos moments`,
      other: `${count} cadeaux offerts par vos moments`,
    }),
  momentsHelp:
    'Pour une date, une commande, ou parce que vous l’avez décidé. Points, récompenses, et ce que vous glissez dans les colis.',
  momentsInShop: 'Vos clients les apprennent dans votre boutique seulement.',
  momentsByFlow: (count, _form) => `Vos clients ont été prévenus ${count} fois par Flow en 30 jours.`,
  momentsUnit: 'Cadeaux de vos moments',
  seeMoments: 'Voir les moments',
  spent: 'Points utilisés',
  redemption: (percent) =>
    `Taux d’utilisation : ${percent}. Points utilisés, sur les points attribués et non repris.`,
  noRedemption: 'Taux d’utilisation : non mesuré, car aucun point n’a été attribué sur cette période.',
  birthdays: (count, form, month) =>
    pick(form, { one: `${count} anniversaire en ${month}`, other: `${count} anniversaires en ${month}` }),
  birthdaysHelp: 'Les membres dont l’anniversaire est enregistré.',
  birthdaysOff: 'Les cadeaux d’anniversaire sont désactivés : personne n’en reçoit.',
  birthdaysUnit: 'Anniversaires',
  seeBirthdays: 'Voir les anniversaires',
  turnOn: 'Configurer le cadeau d’anniversaire',
  top: 'Qui a commandé le plus',
  topOrders: (count, form) => pick(form, { one: `${count} commande`, other: `${count} commandes` }),
  seeLastOrders: 'Voir les membres par dernière commande',
  perDay: (what) => `${what}, par jour`,
  perWeek: (what) => `${what}, par semaine`,
  perMonth: (what) => `${what}, par mois`,
  last: (when, value) => `${when} : ${value}`,
  months: '12 derniers mois',
  monthSoFar: (month) => `${month}, en cours`,
  changeOfYear: (percent) => `${percent} par rapport aux mêmes jours un an plus tôt`,
  noChangeOfYear: 'Comme aux mêmes jours un an plus tôt',
  nothingAYearBefore: 'Rien aux mêmes jours un an plus tôt',
  more: 'Plus de chiffres',
  less: 'Moins de chiffres',
};
