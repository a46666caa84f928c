import type { PluralForm } from '../plural.ts';
import type { health as en } from '#app/locales/en/health.ts';
import { orderNumbers } from './order-numbers.ts';

const KEPT = 'Rien n’est perdu.';
const AGAIN = 'L’application réessaie d’elle-même';

const named = (names: string, form: PluralForm) =>
  names && `${form === 'one' ? 'Commande' : 'Premières commandes'} : ${orderNumbers(names)}. `;
const customers = (count: string, form: PluralForm) => `${count} ${form === 'one' ? 'client' : 'clients'}`;
const rewards = (count: string, form: PluralForm) =>
  `${count} ${form === 'one' ? 'récompense' : 'récompenses'}`;
const orders = (count: string, form: PluralForm) => `${count} ${form === 'one' ? 'commande' : 'commandes'}`;

export const health: typeof en = {
  title: 'État de l’application',
  overall: { good: 'Tout va bien', waiting: 'En attente', late: 'À vérifier' },
  states: { waiting: 'En attente', late: 'À vérifier' },
  more: (count) => `Plus de ${count}`,
  working: 'Active',
  asPublished: 'Tel que publié',
  beingWritten: 'En cours d’envoi',
  behind: 'En retard',
  unreadable: 'Illisibles',
  refusedSince: (since) => `Refusée depuis le ${since}`,
  justNow: 'À l’instant',
  noOrder: 'Aucune pour l’instant',
  countIn: (currency) => `Compter en ${currency}`,
  names: {
    token: 'Connexion à Shopify',
    orders: 'Commandes à prendre en compte',
    setAside: 'Commandes impossibles à prendre en compte',
    sync: 'Membres en cours de mise à jour',
    refused: 'Membres dont Shopify refuse les chiffres',
    unreadable: 'Membres impossibles à lire',
    gone: 'Membres supprimés chez Shopify',
    stamps: 'Membres aux tampons anciens dans le panier',
    requests: 'Clients fusionnés ou effacés',
    gifts: 'Cadeaux d’anniversaire',
    waitingRewards: 'Récompenses en préparation',
    returning: 'Récompenses en cours de retour',
    collections: 'Collections de moments impossibles à lire',
    rules: 'Règles publiées',
    program: 'Programme dans votre boutique',
    currency: 'Devise',
    webhooks: 'Dernière commande reçue',
    reconciliation: 'Commandes vérifiées jusqu’au',
  },
  waiting: {
    orders: 'C’est l’affaire de quelques secondes, sans rien faire.',
    sync: 'Shopify accepte un nombre limité de modifications par seconde. Ce nombre diminue tout seul.',
    refused: 'L’application réessaie d’elle-même, aussi longtemps qu’il le faut.',
    requests: 'Traitement en cours. Ce nombre diminue tout seul.',
    gifts: 'Les cadeaux du jour sont en cours d’attribution.',
    waitingRewards: 'Shopify crée leurs codes. Ce nombre diminue tout seul.',
    returning: 'Leurs points reviennent d’ici une heure environ.',
    program: 'Il arrive dans votre boutique en quelques secondes.',
    webhooks: 'Chaque commande est reçue dès qu’elle est passée. Une commande test le confirme.',
  },
  late: {
    token: ({ since }) =>
      `Shopify refuse la connexion depuis le ${since} : points et tampons n’avancent plus. Rouvrez l’application depuis votre interface Shopify : tout le retard est rattrapé.`,
    orders: ({ count, form, since }) =>
      `En attente depuis le ${since} : ${orders(count, form)}. Points et tampons arrivent en retard. ${KEPT}`,
    setAside: ({ count, form, since, detail }) =>
      `Impossible à prendre en compte depuis le ${since} : ${orders(count, form)}. Des points et des tampons manquent. ${named(detail, form)}${AGAIN}.`,
    sync: ({ count, form, since }) =>
      `D’anciens points et tampons restent affichés depuis le ${since} pour ${customers(count, form)}. ${KEPT}`,
    refused: ({ count, form, since, detail }) =>
      `Shopify refuse depuis le ${since} les chiffres de ${customers(count, form)}. D’anciens restent affichés. ${AGAIN} : ${detail}.`,
    unreadable: ({ count, form, since }) =>
      `Données impossibles à lire depuis le ${since} : ${customers(count, form)}. D’anciens chiffres restent affichés. ${AGAIN}.`,
    stamps: ({ told, until }) =>
      `Les articles sont offerts d’après les tampons du ${told}, et plus après le ${until}. Tout reprend dès que Shopify répond de nouveau.`,
    requests: ({ count, form, since }) =>
      `À fusionner ou à effacer depuis le ${since} : ${customers(count, form)}. ${KEPT}`,
    gifts: ({ since }) =>
      `Des cadeaux n’ont pas été donnés depuis le ${since}. Ils le seront en retard, tant que leur période dure. ${AGAIN}.`,
    waitingRewards: ({ count, form, since }) =>
      `Données mais pas encore utilisables depuis le ${since} : ${rewards(count, form)}. Vous pouvez les reprendre sur la page du membre. ${AGAIN}.`,
    returning: ({ count, form, since }) =>
      `En cours de retour depuis le ${since} : ${rewards(count, form)}. Des points reviennent en retard. ${AGAIN}.`,
    collections: ({ since, detail }) =>
      `Depuis le ${since}, des moments ne donnent plus rien : une collection ne peut pas être lue${detail && ` (${detail})`}. Elle n’existe plus, est trop grande, ou Shopify ne la montre pas. La page du moment dit laquelle.`,
    rules: () =>
      'Les règles publiées sont impossibles à lire : les commandes attendent, et rien n’est perdu.',
    program: ({ since }) =>
      `Votre boutique n’affiche pas le programme publié le ${since} : vos clients lisent d’anciennes règles. ${KEPT}`,
    discounts: ({ since }) => `Les paniers ne suivent pas les cartes publiées le ${since}. ${KEPT}`,
    currency: ({ detail, currency }) =>
      `Votre boutique vend désormais en ${detail}, et le programme est fait pour ${currency}. Sans décision de votre part, les commandes en ${detail} suivent les chiffres prévus pour ${currency}. Comptez en ${detail}, puis vérifiez le taux sur la page Programme.`,
    webhooks: () =>
      'Si vous avez vendu depuis, réinstallez l’application. Les commandes restent lues toutes les heures.',
    reconciliation: ({ since }) =>
      `Des commandes peuvent manquer depuis le ${since}. Elles seront lues dès que Shopify répondra.`,
  },
};
