import { pick } from '../plural.ts';
import type { memberList as en } from '../en/member-list.ts';

export const memberList: typeof en = {
  count: (count, form) => pick(form, { one: `${count} membre`, other: `${count} membres` }),
  moreThan: (count) => `Plus de ${count} membres`,
  since: (date) => `articles offerts depuis le ${date}`,
  sinceEver: 'Afficher toutes les dates',
  member: 'Membre',
  lastOrder: 'Dernière commande',
  noOrder: 'Aucune',
  orders: 'Commandes',
  pending: (points) => `${points} en attente`,
  newestFirst: 'Du plus récent au plus ancien',
  oldestFirst: 'Du plus ancien au plus récent',
  mostFirst: 'Du plus grand au plus petit',
  fewestFirst: 'Du plus petit au plus grand',
  setUp: 'Préparer votre programme',
  backToMembers: 'Voir les membres',
  adjustTitle: (count, form) =>
    pick(form, { one: `Ajuster ${count} membre`, other: `Ajuster ${count} membres` }),
  neverBelowZero: 'Les membres dont le solde deviendrait négatif restent inchangés.',
  choose: 'Sélectionner',
  chooseNoMore: 'Ne plus sélectionner',
  chooseAll: 'Sélectionner tous les membres affichés',
  chosen: (count, form) => pick(form, { one: `${count} sélectionné`, other: `${count} sélectionnés` }),
  undo: 'Annuler l’opération',
  done: {
    adjusted: (count, form) =>
      pick(form, { one: `${count} membre ajusté`, other: `${count} membres ajustés` }),
    undone: (count, form) =>
      pick(form, {
        one: `Opération annulée pour ${count} membre`,
        other: `Opération annulée pour ${count} membres`,
      }),
    excluded: (count, form) => pick(form, { one: `${count} membre exclu`, other: `${count} membres exclus` }),
    included: (count, form) =>
      pick(form, { one: `${count} membre réintégré`, other: `${count} membres réintégrés` }),
  },
  notDone: 'Ces membres restent inchangés :',
  why: {
    'below-zero': 'le solde deviendrait négatif',
    'no-card': 'la carte ne fait plus partie de votre programme',
    'no-member': 'fusionné ou effacé entre-temps',
    'other-request': 'déjà ajusté autrement',
    'nothing-to-undo': 'rien à annuler',
  },
  export: 'Exporter',
  exported: 'Membres exportés',
  notExported: 'Le fichier n’a pas pu être créé. Réessayez.',
  customerId: 'ID client',
  name: 'Nom',
  yes: 'oui',
  no: 'non',
  places: 'Autour des membres',
  namesRefused: 'Shopify ne communique pas les noms à cette application',
  namesRefusedHelp:
    'Cherchez un numéro de commande, comme #1001. Pour chercher un nom, la personne qui a installé Sixth doit d’abord demander les noms à Shopify.',
  namesFailed: 'Les noms n’ont pas été recherchés',
  namesFailedHelp: 'Shopify n’a pas répondu. Réessayez, ou cherchez un numéro de commande.',
  moreFound: 'Seuls les 50 premiers clients trouvés comptent ici. Précisez le nom pour voir les autres.',
};
