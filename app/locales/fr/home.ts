import { pick } from '../plural.ts';
import type { home as en } from '#app/locales/en/home.ts';

export const home: typeof en = {
  title: 'Accueil',

  guide: 'Guide de configuration',
  guideProgress: (done, all) => `Étapes terminées\u00a0: ${done} sur ${all}`,
  dismiss: 'Ignorer',
  dismissGuide: 'Ignorer le guide de configuration',
  showGuide: 'Afficher le guide de configuration',
  stepDone: 'Terminée',
  stepOpen: 'À faire',

  cardStepElsewhere:
    'Votre brouillon contient autre chose que la première carte. Vérifiez-le et publiez-le sur la page Programme.',
  chooseCollections: 'Choisir des collections',
  chooseProducts: 'Choisir des produits',
  chosen: (names) => `Sélection\u00a0: ${names}`,
  openMoments: 'Ouvrir les moments',
  openProgram: 'Ouvrir la page Programme',
  publishFailed: 'La carte n’a pas été publiée. Votre sélection est conservée : réessayez.',

  blocksStep: 'Ajoutez les blocs à votre thème',
  blocksMore: 'D’autres blocs, si vous le souhaitez',
  blocksUnknown:
    'Votre thème n’a pas pu être lu : les blocs déjà ajoutés ne sont peut-être pas indiqués ici. Chaque lien ouvre l’éditeur de thème avec le bloc en place.',
  blocks: {
    member: { name: 'Fidélité', page: 'Page produit' },
    balance: { name: 'Solde de points', page: 'Page produit' },
    rewards: { name: 'Récompenses', page: 'Page panier' },
    card: { name: 'Carte à tampons', page: 'Page produit' },
    product: { name: 'Points pour ce produit', page: 'Page produit' },
    cart: { name: 'Avantages de ce panier', page: 'Page panier' },
    launcher: { name: 'Bouton fidélité', page: 'Toutes les pages' },
    cartLine: { name: 'Ligne du panier', page: 'Pour un panier latéral' },
    birthday: { name: 'Anniversaire et cadeaux', page: 'Page produit' },
    howItWorks: { name: 'Comment ça marche', page: 'Page d’accueil' },
  },
  addBlock: 'Ajouter au thème',
  addNamedBlock: (name, page) =>
    `Ajouter au thème\u00a0: ${name}, ${page.toLowerCase()} (s’ouvre dans un nouvel onglet)`,
  blockAdded: 'Ajouté',

  orderStep: 'Passez une commande test',
  orderStepHelp:
    'Connectez-vous à votre boutique en tant que client et achetez un article. Les paiements test de Shopify conviennent. La commande apparaît ici en quelques secondes.',
  orderStepDone: 'La première commande a été prise en compte.',
  openShop: 'Ouvrir votre boutique',
  openShopLabel: 'Ouvrir votre boutique (s’ouvre dans un nouvel onglet)',

  figures: 'Chiffres',
  period: 'Période',
  lastDays: (days) => `${days} derniers jours`,
  noFigures: 'Vos chiffres commencent avec la première commande',
  noFiguresHelp: 'Les membres, les points et les cartes complétées s’affichent ici, jour après jour.',
  newMembers: 'Nouveaux membres',
  membersInAll: (count, form) =>
    pick(form, { one: `${count} membre au total`, other: `${count} membres au total` }),
  given: 'Points attribués',
  takenBack: (count) => `${count} repris par remboursement ou correction`,
  outstanding: 'Points en circulation',
  outstandingHelp: 'Attribués, ni repris ni utilisés',
  orders: 'Commandes prises en compte',
  ordersHelp: 'Ayant donné des points ou des tampons',
  filled: 'Cartes complétées',
  filledHelp: 'Chacune vaut un article offert',
  change: (percent, days) => `${percent} par rapport aux ${days} jours précédents`,
  noChange: (days) => `Comme au cours des ${days} jours précédents`,
  nothingBefore: (days) => `Rien au cours des ${days} jours précédents`,
  chartLabel: (title, period) => `${title}, ${period.toLowerCase()}`,
  when: 'Date',
  dayRange: (from, to) => `${from} – ${to}`,
};
