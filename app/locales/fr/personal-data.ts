import type { personalData as en } from '../en/personal-data.ts';

export const personalData: typeof en = {
  title: 'Vos données dans le programme de fidélité',
  intro:
    'Voici tout ce que le programme de fidélité de cette boutique garde sur ses membres. Rien d’autre n’est conservé.',
  what: 'Ce qui est conservé',
  why: (text) => `Pourquoi : ${text}`,
  long: (text) => `Combien de temps : ${text}`,
  facts: {
    account: {
      title: 'Votre compte',
      what: 'Le numéro de votre compte client et le jour de votre adhésion. Ni nom, ni e-mail, ni adresse.',
      why: 'pour savoir à qui sont les points.',
      long: 'jusqu’à ce que la boutique efface vos données, ou mette fin au programme.',
    },
    balance: {
      title: 'Votre solde',
      what: 'Vos points et vos tampons, et ceux qui attendent encore un paiement.',
      why: 'pour les afficher et vous permettre de les utiliser.',
      long: 'aussi longtemps que le compte.',
    },
    history: {
      title: 'Votre historique',
      what: 'Ce qui a ajouté ou retiré des points et des tampons, quand, et par quelle commande.',
      why: 'pour que chaque nombre puisse être expliqué.',
      long: 'aussi longtemps que le programme. Après un effacement, rien n’y mène à vous.',
    },
    orders: {
      title: 'Vos commandes',
      what: 'Numéro, jour, articles, prix, remises et remboursements de chaque commande. Ni adresse, ni moyen de paiement.',
      why: 'pour calculer ce que rapporte une commande, même après un remboursement.',
      long: 'aussi longtemps que le programme. Après un effacement, rien n’y mène à vous.',
    },
    purchases: {
      title: 'Ce que vous avez acheté',
      what: 'Le jour et le montant de chaque commande, votre rythme d’achat, et le nombre de commandes selon Shopify.',
      why: 'pour que la boutique connaisse ses habitués.',
      long: 'jusqu’à ce que vous quittiez le programme, ou que la boutique efface vos données.',
    },
    rewards: {
      title: 'Récompenses et cadeaux',
      what: 'Les récompenses obtenues ou reçues, leurs codes, leurs jours, et les commandes qui les ont utilisées.',
      why: 'pour que chacune serve une fois et que ses points puissent revenir.',
      long: 'aussi longtemps que le programme. Après un effacement, rien n’y mène à vous.',
    },
    birthday: {
      title: 'Votre anniversaire',
      what: 'Seulement si vous l’avez indiqué : jour et mois, année si la boutique la demande, et dates précédentes.',
      why: 'pour vous offrir un cadeau ce jour-là, et pour rien d’autre.',
      long: 'jusqu’à ce que vous la retiriez, quittiez le programme, ou que la boutique efface vos données.',
    },
    lifeDates: {
      title: 'Vos autres dates',
      what: 'Seulement ce que vous avez indiqué\u00a0: le jour d’un mariage ou d’un emménagement, par exemple. Les dates précédentes et le texte accepté aussi.',
      why: 'pour vous offrir un cadeau ce jour-là, et pour rien d’autre.',
      long: 'jusqu’à ce que vous la retiriez, quittiez le programme, ou que la boutique efface vos données.',
    },
    newsletter: {
      title: 'Votre accord pour la newsletter',
      what: 'Le jour où vous avez accepté la newsletter de la boutique, si un cadeau l’accompagne.',
      why: 'pour vous offrir ce cadeau une seule fois.',
      long: 'jusqu’à ce que vous quittiez le programme, ou que la boutique efface vos données.',
    },
    notes: {
      title: 'Corrections manuelles',
      what: 'Les points ou tampons que la boutique a ajoutés ou retirés, avec sa raison et sa phrase pour vous.',
      why: 'pour pouvoir dire pourquoi.',
      long: 'raison et phrase jusqu’à ce que la boutique efface vos données.',
    },
    participation: {
      title: 'Votre participation',
      what: 'Quand la boutique vous a exclu, ou quand vous avez quitté le programme et y êtes revenu.',
      why: 'pour que les commandes de ce temps ne rapportent rien.',
      long: 'jusqu’à ce que la boutique efface vos données.',
    },
    notices: {
      title: 'Ce qui vous est dit',
      what: 'Ce que la boutique vous dit de vos cadeaux, récompenses et points, et quand.',
      why: 'pour que ce ne soit dit qu’une fois.',
      long: 'jusqu’à ce que la boutique efface vos données.',
    },
    requests: {
      title: 'Demandes sur vos données',
      what: 'Qu’une copie ou un effacement a été demandé, ou que deux de vos comptes n’en font plus qu’un.',
      why: 'pour y donner suite et pouvoir le prouver.',
      long: '90 jours.',
    },
    protection: {
      title: 'Protection contre les abus',
      what: 'Quand vous avez utilisé les boutons du programme, et quels messages de Shopify ont été traités.',
      why: 'pour que personne n’agisse mille fois à votre place.',
      long: 'un jour, ou 30 jours pour les messages.',
    },
  },
  shopify:
    'Shopify garde une copie de votre solde avec votre compte client, pour que les pages de la boutique puissent l’afficher.',
  neverTitle: 'Ce qui n’est jamais conservé',
  never:
    'Nom, e-mail, adresse, téléphone, moyen de paiement, position, et ce que vous regardez dans la boutique.',
  rightsTitle: 'Vos droits',
  sold: 'Vos données ne sont vendues à personne, ni partagées, sauf avec Shopify, qui fait fonctionner la boutique.',
  profile: 'Aucun prix n’est fait pour vous seul : chacun peut lire les mêmes règles.',
  deletion: 'Un effacement met fin pour toujours à votre solde, à vos récompenses et à vos cadeaux.',
  ask: 'Pour une copie de vos données, ou pour les faire effacer, écrivez à la boutique :',
  terms: 'Conditions du programme de fidélité',
  otherLanguage: 'Read in English',
};
