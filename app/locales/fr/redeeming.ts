import type { redeeming as en } from '#app/locales/en/redeeming.ts';
import { pick } from '#app/locales/plural.ts';

export const redeeming: typeof en = {
  signIn: 'Connectez-vous pour utiliser vos points.',
  taken: (used, left) => `À utiliser. Déduits : ${used}. Il vous reste ${left}.`,
  amountNow: (off, used, left) => `Désormais ${off} de remise. Déduits : ${used}. Il vous reste ${left}.`,
  atLeast: (money) => `${money} au minimum.`,
  atMost: (money) => `${money} au maximum.`,
  onlyLess: 'Cette récompense a changé : ce montant peut seulement être réduit.',
  takenUntil: (day) => `À vous jusqu’au ${day}. Sinon, vos points vous reviennent.`,
  fromNextOrder: 'Dès votre prochaine commande.',
  fromDay: (day) => `À partir du ${day}.`,
  isUsed: 'Vous l’avez déjà utilisée.',
  comingBack: (points, form) =>
    `${pick(form, { one: 'Votre', other: 'Vos' })} ${points} ${pick(form, { one: 'revient', other: 'reviennent' })} d’ici une heure environ.`,
  isBack: (points, form) =>
    `${pick(form, { one: 'Votre', other: 'Vos' })} ${points} ${pick(form, { one: 'est', other: 'sont' })} de retour.`,
  isBackAlready: 'Vos points sont déjà de retour.',
  notEnough: (missing) => `Encore ${missing}. Rien n’a été débité.`,
  owing: 'Vos prochains points compensent d’abord un remboursement.',
  changed: (cost) => `Cette récompense a changé : elle coûte désormais ${cost}.`,
  onceOnly: 'Une fois par client : c’est fait.',
  noMore: 'Vous l’avez eue autant de fois que possible.',
  again: (day) => `C’est fait. De nouveau à partir du ${day}.`,
  allGiven: 'Tout est parti pour le moment.',
  soldOut: 'Épuisé aujourd’hui. Choisissez-en une autre.',
  notYet: (day) => `À partir du ${day}.`,
  over: 'Cette récompense n’est plus proposée.',
  excluded: 'Votre compte ne participe pas au programme. Contactez la boutique.',
  tooManyHeld: (most) => `Vous avez ${most} récompenses prêtes. Utilisez-en une d’abord.`,
  otherContents: 'Cette demande a déjà été envoyée pour autre chose. Rechargez la page, puis réessayez.',
  notYours: 'Cette récompense est liée à un autre compte.',
  cantGiveBack: 'Ceci vous a été offert : aucun point n’a été débité.',
};
