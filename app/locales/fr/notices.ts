import { pick, type PluralForm } from '../plural.ts';

export const notices = {
  title: 'Comment vos clients l’apprennent',
  intro: 'Les pages de votre boutique montrent tout. Dites ici ce qui se passe en plus.',
  open: 'Choisir',
  flowTitle: 'Par Shopify Flow',
  flowAbout:
    'Chaque ligne activée lance votre propre workflow dans Shopify Flow. Votre e-mail part selon vos règles, à ceux qui l’ont accepté.',
  flowList: 'Lancer un workflow quand',
  kinds: {
    'gift-given': 'Un cadeau a été donné',
    'choose-gift': 'Un client peut choisir un cadeau',
    'reward-lapsing': 'Une récompense expire dans 5 jours',
    'card-full': 'Une carte à tampons est pleine',
    'points-taken': 'Un remboursement a repris des points',
    'parcel-late': 'Un colis a du retard',
    silent: 'Un client n’est pas venu depuis longtemps',
  },
  choose: 'Choisir comment ils l’apprennent',
  onlyInShop: 'Vos clients n’apprennent leurs cadeaux que dans votre boutique',
  nobodyTold:
    'Personne n’est encore prévenu par e-mail. Un workflow dans Shopify Flow prend environ cinq minutes.',
  showMe: 'Me montrer',
  inShop: 'Dans votre boutique seulement',
  byFlow: (count: string, form: PluralForm) =>
    pick(form, { one: `Par Flow : ${count} en 30 jours`, other: `Par Flow : ${count} en 30 jours` }),
  refused: (count: string, form: PluralForm) =>
    pick(form, { one: `${count} refusé par Shopify`, other: `${count} refusés par Shopify` }),
  numbersTitle: 'Nombres pour les segments',
  numbersAbout: 'Les segments de clients de Shopify peuvent les filtrer. Désactivés, ils sont retirés.',
  numbersList: 'Garder avec chaque client',
  numbers: {
    points: 'Points',
    free_units: 'Articles offerts disponibles',
    birthday_month: 'Mois de naissance, de 1 à 12',
  },
  tagsTitle: 'Balises de clients',
  tagsAbout: 'Chacune reste tant que c’est vrai. Vos propres balises ne changent jamais.',
  tagsList: 'Baliser les clients qui ont',
  tags: {
    'sixth-free-item': 'Un article offert disponible',
    'sixth-reward-ready': 'Une récompense prête à utiliser',
  },
  log: {
    title: 'Ce que ce client devait apprendre',
    none: 'Rien pour l’instant.',
    states: {
      waiting: 'En attente',
      telling: 'En route vers Flow',
      told: 'Envoyé à Flow',
      unsure: 'Envoyé à Flow, sans réponse',
      refused: 'Refusé par Shopify',
      skipped: 'Non envoyé',
      'in-shop': 'Dans votre boutique seulement',
    },
  },
};
