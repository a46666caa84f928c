import { pick, type PluralForm } from '../plural.ts';

export const takingOut = {
  title: 'Exporter vos données',
  intro: 'Tout ce qui concerne votre programme et ses membres, à garder ou à emporter ailleurs.',
  open: 'Voir tous les fichiers',
  oneByOne: 'Fichier par fichier',
  forms: 'Le CSV s’ouvre dans un tableur. Les lignes JSON sont pour d’autres logiciels.',
  form: { csv: 'CSV', jsonl: 'Lignes JSON' },
  take: (file: string, form: string) => `${form} : ${file}`,
  rows: (count: string, form: PluralForm) =>
    pick(form, { one: `${count} ligne.`, other: `${count} lignes.` }),
  moreRows: (count: string) => `Plus de ${count} lignes.`,
  making: 'Le fichier se prépare. Un gros fichier prend une minute ou deux : laissez cette page ouverte.',
  stop: 'Arrêter',
  saved: 'Fichier enregistré',
  failed: 'Le fichier n’est pas arrivé entier : rien n’a été enregistré. Réessayez.',
  files: {
    everything: {
      title: 'Tout dans un seul fichier',
      about:
        'Tous les fichiers ci-dessous, un enregistrement par ligne. La dernière ligne dit que le fichier est entier.',
    },
    members: {
      title: 'Membres',
      about: 'ID client, points, tampons, anniversaire, exclu ou non : ce qu’il faut à une autre boutique.',
    },
    formerMembers: { title: 'Anciens membres', about: 'Fusionnés avec un autre client, ou effacés.' },
    cards: { title: 'Cartes à tampons', about: 'Les tampons de chaque membre, carte par carte.' },
    entries: { title: 'Historique', about: 'Chaque changement de points et de tampons, avec sa raison.' },
    openLots: { title: 'Points non utilisés', about: 'Ce qui reste de chaque gain, et depuis quand.' },
    adjustments: { title: 'Ajustements', about: 'Soldes changés à la main, pourquoi et par qui.' },
    gifts: { title: 'Cadeaux', about: 'Cadeaux d’anniversaire et récompenses données à la main.' },
    vouchers: {
      title: 'Récompenses',
      about: 'Chaque récompense, son code, son prix et ce qu’elle est devenue.',
    },
    voucherUses: { title: 'Utilisations', about: 'Quelle commande a utilisé quelle récompense.' },
    tasks: { title: 'Tâches', about: 'Ce qui était à faire pour des membres, et si cela a été fait.' },
    birthdayChanges: {
      title: 'Changements de date',
      about: 'Quelle date d’anniversaire, donnée par qui et quand.',
    },
    lifeDates: {
      title: 'Dates de vie',
      about: 'Les jours que vos clients vous ont indiqués : un mariage, un emménagement.',
    },
    lifeDateChanges: {
      title: 'Changements de dates de vie',
      about: 'Quelle date a été indiquée, par qui et quand.',
    },
    leftOut: { title: 'Exclusions', about: 'De quand à quand un membre a été exclu.' },
    departures: {
      title: 'Départs',
      about: 'Quand des membres ont quitté le programme, et quand ils sont revenus.',
    },
    notices: { title: 'Messages', about: 'Ce que chaque membre devait apprendre, et si c’est fait.' },
    orders: { title: 'Commandes', about: 'Les commandes des membres, et ce qui y a été compté.' },
    purchases: {
      title: 'Achats',
      about: 'Ce que les membres ont gardé de chaque commande, dans la plus petite pièce de votre devise.',
    },
    versions: { title: 'Versions du programme', about: 'Vos règles, à chaque publication.' },
    shop: { title: 'Boutique', about: 'Devise, fuseau horaire et votre brouillon.' },
  },
  notThere: 'Pas dans ces fichiers',
  notThereList: [
    'Noms, e-mails et adresses : l’application ne les enregistre jamais.',
    'Produits et contenu des commandes : ils sont dans Shopify.',
    'Codes de récompense que personne n’a.',
  ],
};
