import type { proxy as en } from '#app/locales/en/proxy.ts';

export const proxy: typeof en = {
  thanks: 'Merci ! Votre date d’anniversaire est enregistrée.',
  giftOn: (day) => `Merci ! Votre cadeau arrivera le ${day}.`,
  giftToday: 'Merci ! Votre cadeau arrive aujourd’hui.',
  signIn: 'Connectez-vous d’abord, puis indiquez votre date d’anniversaire.',
  noMember: 'Ce compte ne peut pas participer pour le moment.',
  blocked: 'Votre compte ne participe pas au programme pour le moment.',
  impossible: 'Ce jour n’existe pas. Vérifiez le jour et le mois.',
  yearRange: 'Vérifiez l’année.',
  dayMissing: 'Choisissez un jour.',
  monthMissing: 'Choisissez un mois.',
  tooSoon: (day) =>
    `Vous avez modifié votre date d’anniversaire il y a peu. Vous pourrez la modifier de nouveau à partir du ${day}.`,
  otherRequest: 'Cette demande a déjà été envoyée avec une autre date. Rechargez la page, puis réessayez.',
  tooMany: 'C’était un peu rapide. Patientez une minute, puis réessayez.',
  unreadable: 'Votre envoi n’a pas pu être lu. Rechargez la page, puis réessayez.',
  notFromShop: 'Rechargez la page, puis réessayez.',
  unknownShop: 'Le programme de cette boutique n’est pas actif pour le moment.',
  failed: 'Une erreur s’est produite de notre côté. Réessayez dans une minute.',
};
