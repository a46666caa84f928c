import type { choosing as en } from '#app/locales/en/choosing.ts';

export const choosing: typeof en = {
  signIn: 'Connectez-vous d’abord, puis choisissez votre cadeau.',
  missing: 'Choisissez-en un.',
  points: (what) => `C’est à vous\u00a0: ${what}, ajoutés à votre solde.`,
  reward: (what) => `C’est à vous\u00a0: ${what}. Vous le trouverez parmi vos récompenses.`,
  waits: (what) => `C’est à vous\u00a0: ${what}. C’est en préparation, et bientôt parmi vos récompenses.`,
  byHand: (what) => `Merci. Nous nous en occupons\u00a0: ${what}.`,
  chosen: (what) => `Vous avez déjà choisi\u00a0: ${what}.`,
  tooLate: (day) => `Vous pouviez choisir jusqu’au ${day}. Ce cadeau n’est plus disponible.`,
  gone: 'Ce cadeau n’est plus disponible.',
};
