import { pick } from '../plural.ts';
import type { Texts } from '../en.ts';
import { orderNumbers } from './order-numbers.ts';

export const flags: Texts['flags'] = {
  title: 'Commandes à vérifier',
  intro:
    'Une remise de ces commandes était peut-être l’article offert d’une carte à tampons. Aucun tampon n’est utilisé avant votre décision.',
  open: 'À décider',
  decided: 'Décidées',
  noneOpen: 'Aucune remise à vérifier',
  noneOpenHelp:
    'Une commande apparaît ici quand l’application ne peut pas savoir si une remise était un article offert.',
  seeOpen: 'Voir ce qui reste à décider',
  noneDecided: 'Aucune décision pour l’instant',
  noneDecidedHelp: 'Les commandes décidées restent ici. Une décision peut être modifiée.',
  order: (name) => `Commande ${orderNumbers(name)}`,
  member: 'Afficher le membre',
  guest: 'Aucun membre\u00a0: la commande n’a pas de client.',
  raised: (when) => `Remarquée le ${when}`,
  seen: (title, amount, gross, quantity) =>
    `«\u00a0${title}\u00a0» a déduit ${amount} d’une ligne de ${quantity} à ${gross}.`,
  units: (count, form) => pick(form, { one: `${count} article`, other: `${count} articles` }),
  reasons: {
    'not-whole-units': (card) =>
      `Elle porte le titre de «\u00a0${card}\u00a0», mais ne correspond pas au prix d’articles entiers. C’est peut-être une de vos propres remises.`,
    'ineligible-line': (card) =>
      `Elle porte le titre de «\u00a0${card}\u00a0», mais cette carte ne compte pas ce produit.`,
    'foreign-title': (card) =>
      `Elle a offert des articles entiers de «\u00a0${card}\u00a0» sous un autre titre que celui de la carte. La remise a peut-être été renommée.`,
    subscription: (card) =>
      `Elle porte le titre de «\u00a0${card}\u00a0» sur une commande d’abonnement. Elle répète peut-être un article offert déjà réglé en tampons.`,
  },
  count: (units) => `Compter comme offert\u00a0: ${units}`,
  freeUnits: 'Articles à compter comme offerts',
  freeUnitsHelp: (most, size) =>
    size === null
      ? `De 1 à ${most}. Chacun utilise les tampons d’une carte pleine.`
      : `De 1 à ${most}. Chacun utilise ${size} tampons.`,
  notFree: 'Pas un article offert',
  decidedFree: (units, when) => `Offert\u00a0: ${units} (décision du ${when}).`,
  decidedNot: (when) => `Décision du ${when}\u00a0: pas un article offert.`,
  decidedBy: (user) => `Par le membre du personnel dont l’identifiant Shopify est ${user}.`,
  change: 'Modifier la décision',
  cancel: 'Annuler',
  isYours: (name) => `«\u00a0${name}\u00a0»\u00a0: est-ce votre propre remise\u00a0?`,
  madeFree: (orders, form) =>
    pick(form, {
      one: `Elle a offert des articles sur ${orders} commande, comme le ferait une carte à tampons.`,
      other: `Elle a offert des articles sur ${orders} commandes, comme le ferait une carte à tampons.`,
    }),
  isYoursHelp:
    'Vos propres remises n’utilisent jamais de tampons. La question n’est posée qu’une fois par nom, et la réponse peut changer.',
  mine: 'Oui, c’est la mienne',
  // The article that the noun was typed with gives its gender.
  freeOne: (noun) => `Non, c’est ${noun ?? 'un article'} ${noun?.startsWith('une ') ? 'offerte' : 'offert'}`,
  names: 'Remises pour lesquelles vous avez répondu',
  namesHelp: 'Chaque réponse vaut pour toutes les commandes avec cette remise, passées et à venir.',
  isOwn: (name) => `« ${name} » est votre propre remise.`,
  isCard: (name) => `« ${name} » est l’article offert d’une carte à tampons.`,
  toCard: 'C’est l’article offert',
  toCardNamed: (name) => `C’est l’article offert : « ${name} »`,
  toOwn: 'C’est la mienne',
  toOwnNamed: (name) => `C’est la mienne : « ${name} »`,
  saved: 'Décision enregistrée. Les tampons suivent dans un instant.',
  failed: 'La décision n’a pas été enregistrée',
  problems: {
    'no-flag': 'Cette commande n’a plus besoin de décision.',
    'not-units-of-line': 'Saisissez un nombre entier, au plus celui de la ligne',
    'not-saved': 'Shopify ou l’application n’a pas répondu. Rien n’a été modifié\u00a0: réessayez.',
  },
  first: 'Première page',
  next: 'Page suivante',
  home: (count, form) =>
    pick(form, {
      one: `${count} remise attend votre décision`,
      other: `${count} remises attendent votre décision`,
    }),
  homeMore: (count) => `Plus de ${count} remises attendent votre décision`,
  homeHelp:
    'C’était peut-être l’article offert d’une carte à tampons. Avant votre décision, aucun tampon du client n’est utilisé.',
  check: 'Vérifier les commandes',
  ofMember: 'Attend votre décision',
};
