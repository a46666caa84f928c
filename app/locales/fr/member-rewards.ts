import { pick, type PluralForm } from '../plural.ts';
import type { memberRewards as en } from '#app/locales/en/member-rewards.ts';
import { orderNumbers } from './order-numbers.ts';

const ofOrders = (orders: string, form: PluralForm) =>
  `${pick(form, { one: 'de la commande', other: 'des commandes' })} ${orderNumbers(orders)}`;

export const memberRewards: typeof en = {
  title: 'Récompenses',
  none: 'Aucune récompense pour le moment.',
  states: {
    waiting: 'En préparation',
    held: 'Prête à utiliser',
    used: 'Utilisée',
    releasing: 'En cours de retour',
    released: 'Rendue',
  },
  over: 'Terminée',
  openGift: 'Un cadeau',
  toChoose: 'À choisir',
  endings: {
    lapsed: 'Son dernier jour est passé sans qu’elle soit utilisée.',
    'given-back': 'Rendue par le client.',
    withdrawn: 'Reprise manuellement.',
    erased: 'Le client a été effacé.',
    left: 'Le client a quitté le programme.',
    unexplained: 'Shopify indique que son code a servi, mais aucune commande ne dit pour quoi.',
    'function-stopped': 'Shopify n’exécute plus sa remise avec votre forfait.',
    'card-in-cart': 'Le panier offre de nouveau l’article de la carte.',
    'products-gone': 'Ses produits ne sont plus dans votre boutique.',
  },
  takenBackBecause: (reason) => `Reprise manuellement : ${reason}`,
  forPoints: (points, day) => `Pour ${points}, le ${day}`,
  byHand: (day) => `Donnée manuellement le ${day}`,
  forMoment: {
    birthday: (year, day) => `Pour l’anniversaire ${year}, le ${day}`,
    anniversary: (year, day) => `Pour l’anniversaire d’adhésion ${year}, le ${day}`,
  },
  ofMoment: (name, day) => `Par le moment «\u00a0${name}\u00a0», le ${day}`,
  again: (day) => `Redonnée après une commande annulée, le ${day}`,
  until: (day) => `Jusqu’au ${day}`,
  between: (from, until) => `Du ${from} au ${until}`,
  offOrder: (order, off) => `${order} (${off})`,
  usedOn: (orders, form) =>
    `Sur ${pick(form, { one: 'la commande', other: 'les commandes' })} ${orderNumbers(orders)}`,
  waitingHelp: 'Aucun code n’est prêt. Le client en recevra un dès que possible.',
  code: (code) => `Code : ${code}`,
  reason: (reason) => `Motif : ${reason}`,
  note: (note) => `Message au client : « ${note} »`,
  more: (count) => `et ${count} plus anciennes`,

  give: 'Donner une récompense',
  reward: 'Récompense',
  giveHelp: 'Elle ne coûte aucun point au client. Ses limites et ses dates ne s’appliquent pas.',
  given: 'Récompense donnée',
  takeBack: 'Reprendre',
  takeBackNamed: (title) => `Reprendre « ${title} »`,
  takeBackTitle: (title) => `Reprendre « ${title} » ?`,
  takeBackHelp: (points) =>
    `Le code ne fonctionne plus. Le client récupère ses ${points} d’ici une heure environ.`,
  takeBackGiftHelp: 'Le code ne fonctionne plus. Elle n’avait coûté aucun point, donc aucun ne revient.',
  takeBackWaitingHelp: 'Elle n’a pas encore de code : le client ne la recevra pas.',
  takenBack: 'Récompense en cours de retour',
  waitingTakenBack: 'Récompense reprise',
  flags: {
    title: 'Récompenses à vérifier',
    intro: 'L’application ne peut pas tout régler seule pour ces récompenses. Rien n’attend votre réponse.',
    home: (count, form) =>
      pick(form, { one: `${count} récompense à vérifier`, other: `${count} récompenses à vérifier` }),
    homeMore: (count) => `Plus de ${count} récompenses à vérifier`,
    homeHelp:
      'Elles ont servi plusieurs fois ou trop tard, ont quitté une commande, ou leur code est apparu ailleurs.',
    check: 'Vérifier les récompenses',
    more: 'Il y en a d’autres : elles apparaîtront une fois celles-ci vues.',
    seen: 'J’ai vu',
    seenNamed: (title, member) => `J’ai vu : « ${title} », ${member}`,
    done: 'C’est noté',
    failed: 'Cela n’a pas été noté. Réessayez.',
    beyond: (count, orders) =>
      `Elle a servi sur ${count} commandes, pour un seul paiement : ${orderNumbers(orders)}.`,
    giftBeyond: (count, orders) =>
      `Donnée une fois, elle a servi sur ${count} commandes : ${orderNumbers(orders)}.`,
    takenOff: (orders, form) =>
      `Une modification l’a retirée ${ofOrders(orders, form)} : ses points ont été rendus. Vérifiez que le nouveau prix vous convient.`,
    giftTakenOff: (orders, form) =>
      `Une modification l’a retirée ${ofOrders(orders, form)}. Vérifiez que le nouveau prix vous convient.`,
    usedLate: (orders, form) =>
      `Elle a servi sur ${pick(form, { one: 'la commande', other: 'les commandes' })} ${orderNumbers(orders)} alors qu’elle avait pris fin.`,
    takenAgain: 'Ses points ont été repris.',
    cost: (money) => `En tout : ${money} de remise.`,
    costNothing: 'En tout : aucune remise.',
    costUnknown: 'Sa remise n’est pas mesurée.',
    unexplained:
      'Shopify indique que son code a servi, mais aucune commande ne dit pour quoi. Ce code ne fonctionne plus.',
    cameBack: 'Ses points ont été rendus.',
    byHand:
      'Une commande porte une remise manuelle ou de script à son code. Cette remise n’utilise aucune récompense, et aucun point n’a bougé.',
  },
  errors: {
    noReward: 'Choisissez une récompense de votre programme publié',
    tooManyHeld: (most) => `Ce client a déjà ${most} récompenses, le maximum qui puisse être prêt.`,
    notHeld: 'Elle a été utilisée ou rendue entre-temps. Fermez cette fenêtre et rechargez la page.',
  },
};
