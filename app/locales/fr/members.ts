import { pick } from '../plural.ts';
import type { members as en } from '../en/members.ts';

export const members: typeof en = {
  title: 'Membres',
  emptyHeading: 'Aucun membre pour le moment',
  emptyHelp:
    'Vos clients deviennent membres dès leur première commande, lorsqu’elle parvient à votre boutique.',
  noneHeading: 'Aucun membre trouvé',
  noneHelp: 'Essayez un autre filtre, ou cherchez un nom, un e-mail ou un numéro de commande, comme #1001.',
  search: 'Rechercher par nom, e-mail, numéro de commande ou ID client',
  resource: { singular: 'membre', plural: 'membres' },
  filters: {
    all: 'Tous',
    full: 'Article offert prêt',
    owing: 'Solde négatif',
    pending: 'En attente',
    blocked: 'Exclus',
    birthday: 'Anniversaire connu',
  },
  customer: 'Client',
  customerNumber: (id) => `Client ${id}`,
  points: 'Points',
  pending: 'En attente',
  cards: 'Cartes à tampons',
  joined: 'Membre depuis',
  labelled: (name, value) => `${name} : ${value}`,
  cardState: (have, size) => `${have} sur ${size}`,
  cardOwes: (stamps) => `${stamps} sous zéro`,
  owes: 'Solde négatif',
  blocked: 'Exclu',
  erased: 'Effacé',
  erasedCustomer: 'Client effacé',
  erasedHelp:
    'Les données de ce client ont été effacées à sa demande. Les totaux sont conservés afin que vos chiffres restent justes.',
  previous: 'Précédent',
  next: 'Suivant',

  memberSince: (date) => `Membre depuis le ${date}`,
  openCustomer: 'Voir le client',
  owedHelp: 'Les prochains points gagnés le compensent.',
  pendingHelp: 'Acquis dès que les commandes ouvertes sont payées.',
  noCards: 'Aucun tampon pour le moment.',
  cardGone: 'Ne fait plus partie de votre programme',
  freeUnits: (count, form) =>
    pick(form, { one: `${count} article offert`, other: `${count} articles offerts` }),
  comingStamps: (stamps) => `${stamps} en attente`,
  orders: 'Dernières commandes',
  noOrders: 'Aucune commande pour le moment.',
  orderNumber: (id) => `Commande ${id}`,
  history: 'Historique',
  noHistory: 'Rien à signaler pour le moment. Chaque changement du solde apparaît ici, avec son motif.',
  why: 'Pourquoi ?',
  newer: 'Opérations les plus récentes',
  older: 'Opérations plus anciennes',
  adjusted: (amount) => `Ajustement manuel : ${amount}`,
  adjustedReason: (reason) => `Motif : ${reason}`,
  adjustedBy: (user) => `Par le membre du personnel dont l’ID utilisateur Shopify est ${user}.`,
  newerEntry: (amount) => `Opération d’une version plus récente : ${amount}`,
  newerEntryWhy:
    'Une version plus récente de Sixth a écrit cette opération. Elle compte, mais cette version ne peut pas en donner le motif.',
  merged: (amount) => `Transfert lors d’une fusion : ${amount}`,
  mergedWhy: 'Deux clients ont été fusionnés dans Shopify : ce que l’un possédait est passé à l’autre.',

  adjust: 'Ajuster le solde',
  adjustWhat: 'Élément à ajuster',
  stampsOf: (card) => `Tampons sur ${card}`,
  direction: 'Modification',
  add: 'Ajouter',
  remove: 'Retirer',
  amount: 'Quantité',
  reason: 'Motif',
  reasonHelp: 'Visible par votre équipe dans l’historique, jamais par le client.',
  cancel: 'Annuler',
  save: 'Enregistrer',
  adjustedToast: 'Solde ajusté',
  errors: {
    notWhole: 'Saisissez un nombre entier supérieur à 0',
    tooBig: (most) => `Saisissez ${most} au maximum`,
    reasonMissing: 'Saisissez un motif',
    reasonTooLong: (most) => `Limitez-vous à ${most} caractères`,
    noCard: 'Cette carte ne fait plus partie de votre programme',
    noMember: 'Ce membre a été fusionné ou effacé entre-temps. Fermez cette fenêtre et actualisez la page.',
    otherRequest: 'Cet ajustement a déjà été enregistré. Fermez cette fenêtre et consultez l’historique.',
  },
  belowZero: 'Le solde passera sous zéro',
  belowZeroHelp: (owed) =>
    `Le solde serait négatif de ${owed}. Les prochaines commandes le compenseront avant tout nouveau gain.`,
  belowZeroConfirm: 'Autoriser un solde négatif',

  leaveOut: 'Exclure',
  takeIn: 'Réintégrer',
  leaveOutTitle: 'Exclure ce membre ?',
  leaveOutHelp:
    'Les commandes que ce client passera désormais ne rapporteront rien. Les points et tampons déjà gagnés sont conservés. Vous pourrez le réintégrer à tout moment.',
  takeInTitle: 'Réintégrer ce membre ?',
  takeInHelp:
    'Les nouvelles commandes de ce client rapporteront de nouveau des points et des tampons. Celles passées entre-temps n’en rapporteront pas.',
  blockedToast: 'Membre exclu',
  takenInToast: 'Membre réintégré',
  blockedBanner: 'Ce membre est exclu',
  blockedBannerHelp:
    'Ses commandes passées depuis ne rapportent rien. Les points et tampons déjà gagnés sont conservés.',

  personalData: 'Données personnelles',
  personalDataHelp: 'Un fichier contenant tout ce que cette application enregistre sur ce client.',
  personalDataAsked:
    'Ce client a demandé une copie de ses données. Le téléchargement marque la demande comme traitée.',
  download: 'Télécharger les données',
  downloaded: 'Données téléchargées',
  requests: 'Demandes de données',
  requestsBanner: (count, form) =>
    pick(form, {
      one: `${count} client a demandé une copie de ses données`,
      other: `${count} clients ont demandé une copie de leurs données`,
    }),
  requestsBannerHelp:
    'Téléchargez chaque fichier et envoyez-le au client dans les 30 jours suivant sa demande.',
  requestsOpen: 'Voir les demandes',
  requestsIntro:
    'Téléchargez le fichier et envoyez-le au client. Le téléchargement marque la demande comme traitée.',
  noRequests: 'Aucune demande en cours',
  noRequestsHelp:
    'Lorsqu’un client demande une copie de ses données à votre boutique, sa demande apparaît ici.',
  askedOn: (date) => `Demandée le ${date}`,
  answerBy: (date) => `À traiter au plus tard le ${date}`,
  late: 'En retard',
  notMember: 'N’est pas membre : le fichier indique qu’aucune donnée n’est enregistrée.',
};
