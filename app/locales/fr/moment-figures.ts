import type { momentFigures as en } from '#app/locales/en/moment-figures.ts';

export const momentFigures: typeof en = {
  title: 'Le bilan',
  span: 'Sur les 12 derniers mois.',
  nothing: 'Personne ne l’a encore reçu.',
  given: 'Attribués',
  lately: 'Dont ces 30 derniers jours',
  open: 'Encore à choisir',
  unchosen: 'Non choisis à temps',
  chosen: (gift) => `Choisi : ${gift}`,
  used: 'Utilisés',
  lapsed: 'Expirés sans servir',
  points: 'Points attribués',
  cost: 'Remises sur les commandes',
  unmeasured: 'Utilisés, coût non mesuré',
  followed: 'Commandes dans les 30 jours',
  heldOut: 'Dans le groupe témoin',

  about: (times, _form) => `Environ ${times} fois ces 90 derniers jours dans votre boutique.`,
  aboutPoints: (points) => `Soit ${points} points.`,
  aboutMoney: (points, money) => `Soit ${points} points, d’une valeur de ${money}.`,
  never: 'Pas une fois ces 90 derniers jours dans votre boutique.',
  notMeasured: 'Sa fréquence ces derniers jours : non mesurée.',
  whenTold: 'Seulement pour ce qu’ils vous disent. Rien n’est deviné.',
  byYou: 'Aussi souvent que vous le décidez.',

  hear: {
    store: 'Vos clients le voient dans votre boutique.',
    parcel: 'Vos clients le trouvent dans le colis.',
    paper: 'Vos clients le lisent sur papier.',
    call: 'Vos clients l’entendent de vous.',
  },
};
