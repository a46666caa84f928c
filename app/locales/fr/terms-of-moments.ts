import { pick } from '../plural.ts';
import type { termsOfMoments as en } from '../en/terms-of-moments.ts';

export const termsOfMoments: typeof en = {
  causes: {
    joined: 'L’inscription au programme',
    order: (n) => `Votre commande nº ${n}`,
    everyOrder: (n) => `Toutes les ${n} commandes`,
    everySingle: 'Chaque commande',
    birthday: 'Votre anniversaire',
    anniversary: 'Chaque année dans le programme',
    eachYear: 'Le jour que vous nous indiquez, chaque année',
    once: 'Le jour que vous nous indiquez, une fois',
    newsletter: 'L’inscription à notre newsletter, une fois',
    arrived: (days, form) =>
      pick(form, {
        one: `${days} jour après l’arrivée de votre colis`,
        other: `${days} jours après l’arrivée de votre colis`,
      }),
    arrivedAtOnce: 'Votre colis, dès son arrivée',
  },
  brings: (cause, gift) => `${cause}\u00a0: ${gift}.`,
  choice: (count) => `vous choisissez un cadeau parmi ${count}`,
  oneOf: (number, gift) => `Cadeau ${number}\u00a0: ${gift}.`,
  quoted: (title) => `«\u00a0${title}\u00a0»`,
  words: 'quelques mots de notre part',
  tasks: {
    packing: 'quelque chose dans votre colis',
    note: 'un mot écrit à la main',
    call: 'un appel de notre part',
  },
  counted: 'Les commandes que vous gardez comptent.',
  told: (words) => `Vous acceptez ceci\u00a0: «\u00a0${words}\u00a0».`,
  days: (days, form) =>
    pick(form, {
      one: `Vous pouvez l’utiliser pendant ${days} jour.`,
      other: `Vous pouvez l’utiliser pendant ${days} jours.`,
    }),
  daysToChoose: (days, form) =>
    pick(form, {
      one: `Vous pouvez choisir pendant ${days} jour, puis l’utiliser pendant ${days} jour.`,
      other: `Vous pouvez choisir pendant ${days} jours, puis l’utiliser pendant ${days} jours.`,
    }),
  some: 'C’est réservé à certains membres, selon leurs achats ou ce que la boutique sait d’eux.',
  ceiling: 'Il prend fin quand la boutique a donné tout ce qu’elle avait prévu.',
};
