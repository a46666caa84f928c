import type { tasks as en } from '../en/tasks.ts';
import { pick } from '../plural.ts';

export const tasks: typeof en = {
  title: 'Tâches',
  intro: 'Ce qui va dans quel colis, et à qui écrire ou téléphoner.',
  nothing: 'Rien à faire',
  nothingHelp:
    'Un moment de votre programme peut demander un pot dans le premier colis, ou un mot. Cela apparaît ici le moment venu.',
  toProgram: 'Aller au programme',
  packing: {
    title: 'Dans les colis',
    help: 'Les commandes payées qui ne sont pas encore parties, les plus anciennes en premier.',
    print: 'Imprimer',
    printed: (day) => `Liste des colis, ${day}`,
    all: (count, form) => pick(form, { one: 'Cocher', other: `Tout cocher (${count})` }),
    more: 'Il y en a d’autres. Ils apparaissent ici une fois ceux-ci cochés.',
  },
  missed: {
    title: 'Partis sans',
    help: 'Ces colis sont partis avant d’être cochés. Cochez-en un s’il contenait tout, finalement.',
  },
  takeOut: {
    title: 'À ressortir',
    help: 'Cochés avant que la commande ne soit annulée ou remboursée.',
  },
  today: {
    title: 'Pour aujourd’hui',
    help: 'Des mots et des appels, cinq par jour au plus. Personne n’en reçoit un autre dans l’année.',
  },
  lapsed: {
    title: 'Trop tard',
    help: 'Mots et appels restés 14 jours sans suite. C’était fait, finalement ? Cochez.',
  },
  done: { title: 'Fait aujourd’hui' },
  kinds: { note: 'Mot', call: 'Appel' },
  why: (reason) => `Parce que : ${reason}`,
  history: (count, form, last) =>
    `${count} ${pick(form, { one: 'achat', other: 'achats' })}, le dernier le ${last}.`,
  noHistory: 'Pas encore d’achat.',
  gap: (days, form) => `D’habitude tous les ${pick(form, { one: 'jours', other: `${days} jours` })}.`,
  tick: 'Cocher',
  tickWhat: (words, whose) => `Cocher : ${words}, ${whose}`,
  undo: 'Décocher',
  undoWhat: (words, whose) => `Décocher : ${words}, ${whose}`,
  ticked: 'C’est coché',
  undone: 'De retour sur la liste',
  gone: 'Une ligne n’est plus à faire : sa commande a été annulée, ou son client est parti. La liste est à jour.',
  failed: 'L’enregistrement a échoué. Réessayez.',
  home: {
    parcels: (count, form) =>
      pick(form, { one: `${count} colis à compléter`, other: `${count} colis à compléter` }),
    today: (count, form) =>
      pick(form, {
        one: `${count} mot ou appel pour aujourd’hui`,
        other: `${count} mots et appels pour aujourd’hui`,
      }),
    see: 'Voir les tâches',
  },
};
