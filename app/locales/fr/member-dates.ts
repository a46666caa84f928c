import type { memberDates as en } from '#app/locales/en/member-dates.ts';

export const memberDates: typeof en = {
  title: 'Ses dates personnelles',
  unnamed: 'Une date d’un ancien moment',
  notAsked: 'Votre programme ne la demande plus.',
  enter: 'Saisir',
  correct: 'Corriger',
  remove: 'Supprimer',
  enterNamed: (name) => `Saisir\u00a0: ${name}`,
  correctNamed: (name) => `Corriger\u00a0: ${name}`,
  removeNamed: (name) => `Supprimer\u00a0: ${name}`,
  help: 'Saisissez seulement ce que le client vous a dit pour cela.',
  removeTitle: (name) => `Supprimer «\u00a0${name}\u00a0»\u202f?`,
  removeHelp:
    'Le membre ne recevra pas de cadeau pour cette date tant qu’elle n’est pas de nouveau indiquée. Ce qui a été attribué est conservé.',
  saved: 'Date enregistrée',
  removed: 'Date supprimée',
  agreed: (words) => `Accord donné\u00a0: «\u00a0${words}\u00a0»`,
  yearRange: 'Saisissez une année à quatre chiffres, ou laissez le champ vide',
};
