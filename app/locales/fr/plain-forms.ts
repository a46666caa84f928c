import type { plainForms as en } from '#app/locales/en/plain-forms.ts';

export const plainForms: typeof en = {
  titles: {
    birthday: 'Votre anniversaire',
    lifeDate: 'Votre jour',
    gift: 'Votre cadeau',
    order: 'Votre commande',
  },
  question: 'Est-ce exact\u202f?',
  yes: 'Oui, c’est exact',
  unsent: 'Rien n’a été envoyé. Revenez à la boutique et recommencez là-bas.',
  back: 'Retour à la boutique',
  birthday: (day) => `Votre anniversaire\u00a0: le ${day}.`,
  day: (title, day) => `${title}\u00a0: le ${day}.`,
  removed: (title) => `${title}\u00a0: le jour sera retiré.`,
  anyDay: 'Le jour',
  agreed: 'Vous acceptez ceci\u00a0:',
  gift: (what) => `Vous choisissez\u00a0: ${what}.`,
};
