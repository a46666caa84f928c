import type { lifeDates as en } from '#app/locales/en/life-dates.ts';

export const lifeDates: typeof en = {
  signIn: 'Connectez-vous d’abord, puis indiquez le jour.',
  saved: 'Merci\u00a0! Le jour est enregistré.',
  removed: 'Le jour est retiré.',
  notAgreed: 'Donnez d’abord votre accord\u00a0: cochez la case.',
  otherWords: 'Le texte à côté de la case a changé. Rechargez la page et lisez-le.',
  notAsked: 'La boutique ne demande plus ce jour.',
  tooSoon: (day) => `Vous l’avez modifié il y a peu. Vous pourrez le modifier de nouveau à partir du ${day}.`,
};
