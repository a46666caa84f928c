import type { guide as en } from '#app/locales/en/guide.ts';

export const guide: typeof en = {
  welcome:
    'Vos habitués collectent des tampons. Dès qu’une carte est pleine, un article est offert, directement dans le panier.',
  help: 'Quatre étapes pour que vos clients voient leur carte. Interrompez à tout moment : vous reprendrez au même endroit.',
  done: 'Tout est configuré. Vos clients voient leur carte dans votre boutique.',
  next: (step) => `Suite : ${step}`,

  setUp: 'Choisissez ce que reçoivent vos clients',
  setUpHelp: 'Rien n’est offert avant la publication.',
  cardOn: 'Carte à tampons',
  cardOnHelp: 'L’article qui suit une carte pleine est offert, aussitôt dans le panier.',
  title: 'Nom de la carte',
  noun: 'Ce qui est offert, au singulier et au pluriel',
  nounExample: 'un café / cafés',
  nounHelp: 'Vos clients lisent ainsi «\u00a0votre prochain café est offert\u00a0».',
  size: 'Combien d’achats avant l’article offert',
  sizeOption: (size, next) => `${size} achetés, le ${next}ᵉ offert`,
  products: 'Produits qui donnent des tampons',
  pointsOn: 'Points',
  pointsOnHelp: (rule) => `${rule} Laissez-les désactivés tant qu’ils ne servent à rien.`,
  birthdayOn: 'Cadeau d’anniversaire',
  birthdayOnHelp: (points) => `Les membres reçoivent ${points} le jour de leur anniversaire.`,
  publish: 'Publier',
  published: 'C’est publié. Vos clients peuvent collecter dès maintenant.',
  live: 'Votre programme est en ligne. Modifiez-le à tout moment sur la page Programme.',
  birthdayOff: 'Les cadeaux d’anniversaire sont désactivés. Vous pouvez aussi les y activer.',
  picture: 'Ce que verront vos clients',
  pictureOf: (block) => `${block} : ce que verront vos clients`,
  looking: 'Lecture de votre thème',
  pictureLoading: 'L’aperçu arrive',
  pictureNone: 'Activez quelque chose pour le voir ici.',
  pictureFailed: 'L’aperçu n’a pas pu être préparé.',
  problems: {
    nounShape: 'Indiquez le singulier et le pluriel, séparés par une barre : un café / cafés.',
    nounArticle: 'Commencez par «\u00a0un\u00a0» ou «\u00a0une\u00a0» : un café / cafés.',
    tooLong: 'C’est trop long.',
    noProducts: 'Choisissez au moins un produit ou une collection.',
    nothingOn: 'Activez au moins l’un des trois.',
    sizeRange: 'Choisissez l’une des tailles.',
  },

  blocksMoreHelp: '« Fidélité » montre déjà la carte et les points. Ceux-ci servent à d’autres endroits.',
  blocksHelp: 'Chaque lien ouvre l’éditeur de thème avec le bloc en place. Enregistrez, puis revenez ici.',
  signIn: 'Permettez à vos clients de se connecter',
  signInHelp:
    'Vos clients voient leur carte une fois connectés. Votre boutique n’affiche pas encore de lien de connexion.',
  signInDone: 'Votre boutique affiche un lien de connexion : vos clients peuvent voir leur carte.',
  signInUnknown:
    'Impossible de demander à Shopify si votre boutique affiche un lien de connexion. Vérifiez-le dans ses paramètres.',
  signInOpen: 'Ouvrir les paramètres clients de Shopify',
  signInOpenLabel: 'Ouvrir les paramètres clients de Shopify (s’ouvre dans un nouvel onglet)',
};
