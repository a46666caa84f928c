import type { PluralForm } from '../plural.ts';
import type { trouble as en } from '#app/locales/en/trouble.ts';

const rewards = (count: string, form: PluralForm) =>
  `${count} ${form === 'one' ? 'récompense' : 'récompenses'}`;
const orders = (count: string, form: PluralForm) => `${count} ${form === 'one' ? 'commande' : 'commandes'}`;
const customers = (count: string, form: PluralForm) => `${count} ${form === 'one' ? 'client' : 'clients'}`;

export const trouble: typeof en = {
  sentences: {
    token: () => 'Shopify ne laisse plus entrer l’application : points et tampons n’avancent plus.',
    orders: ({ count, form }) => `${orders(count, form)} en attente : points et tampons arrivent en retard.`,
    setAside: ({ count, form }) =>
      `${orders(count, form)} impossible à prendre en compte : il manque des points et des tampons.`,
    sync: ({ count, form }) => `${customers(count, form)} : d’anciens points et tampons restent affichés.`,
    refused: ({ count, form }) =>
      `${customers(count, form)} : Shopify refuse leurs chiffres, d’anciens restent affichés.`,
    unreadable: ({ count, form }) =>
      `${customers(count, form)} : données impossibles à lire, d’anciens chiffres affichés.`,
    stamps: ({ until }) =>
      `Après le ${until}, plus rien n’est offert dans les paniers tant que Shopify ne répond pas.`,
    requests: ({ count, form }) => `${customers(count, form)} encore à fusionner ou à effacer.`,
    gifts: () => 'Des cadeaux ont du retard. Ils sont donnés tant que leur période dure.',
    waitingRewards: ({ count, form }) => `${rewards(count, form)} en préparation depuis trop longtemps.`,
    returning: ({ count, form }) =>
      `${rewards(count, form)} en cours de retour : des points reviennent en retard.`,
    collections: () => 'Un moment ne donne plus rien\u00a0: sa collection ne peut pas être lue.',
    rules: () =>
      'Les règles publiées sont impossibles à lire : les commandes attendent, et rien n’est perdu.',
    program: () => 'Votre boutique affiche encore d’anciennes règles.',
    discounts: () => 'Les paniers ne suivent pas les cartes que vous avez publiées.',
    currency: ({ detail, currency }) =>
      `Votre boutique vend désormais en ${detail}, et le programme compte en ${currency}.`,
    reconciliation: ({ since }) => `Des commandes peuvent manquer depuis le ${since}.`,
  },
  ofCard: {
    'functions-not-available': (card) =>
      `Les paniers ne suivent pas « ${card} » : votre forfait Shopify n’exécute pas les remises de l’application.`,
    'function-missing': (card) =>
      `Les paniers ne suivent pas « ${card} » : Shopify n’a pas encore la remise de l’application.`,
    'too-many-discounts': (card) =>
      `Les paniers ne suivent pas « ${card} » : votre boutique a déjà trop de remises.`,
    'title-taken': (card) => `Les paniers ne suivent pas « ${card} » : une autre remise porte ce titre.`,
    'products-gone': (card) =>
      `Les paniers ne suivent pas «\u00a0${card}\u00a0»\u00a0: ses produits ont disparu de votre boutique.`,
    refused: (card) => `Les paniers ne suivent pas « ${card} » : Shopify a refusé sa remise.`,
    'scope-missing': (card) =>
      `Les paniers ne suivent pas « ${card} » : l’application n’a pas le droit de gérer les remises.`,
  },
  ofReward: (reward) =>
    `Personne ne peut prendre «\u00a0${reward}\u00a0»\u00a0: sa remise n’est pas chez Shopify.`,
  openCard: 'Voir quoi faire',
  tryAgain: 'Réessayer maintenant',
  tryingAgain: 'Nouvel essai en cours. Revenez voir dans une minute.',
  reopen: 'Rétablir la connexion',
  details: 'Détails',
  lastOrder: (when) => `Dernière commande reçue : ${when}`,
};
