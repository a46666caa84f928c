// What a reader reads in each state of the birthday block, word for word.
import type { Texts } from './texts.ts';

const EN_MONTHS = 'January February March April May June July August September October November December';
const FR_MONTHS = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre';
const EN_END =
  'Save We only use it for your gift. This form needs JavaScript, which is turned off in your browser.';
const FR_END =
  'Enregistrer Elle ne sert qu’à votre cadeau. Ce formulaire a besoin de JavaScript, désactivé dans votre navigateur.';
/** The form's labels, months and hints. */
const FORM = {
  en: `Day Month Choose ${EN_MONTHS} ${EN_END}`,
  fr: `Jour Mois Choisir ${FR_MONTHS} ${FR_END}`,
};
const FORM_WITH_YEAR = {
  en: `Day Month Choose ${EN_MONTHS} Year (optional) ${EN_END}`,
  fr: `Jour Mois Choisir ${FR_MONTHS} Année (facultatif) ${FR_END}`,
};

export const BIRTHDAY_TEXTS: Texts = {
  'logged out': {
    en: 'Sign in to tell us your birthday and get 50 beans for it.',
    fr: 'Connectez-vous pour indiquer votre date d’anniversaire et recevoir 50 grains.',
  },
  'not told': {
    en: `Tell us your birthday, and get 50 beans for it every year. ${FORM.en}`,
    fr: `Indiquez votre date d’anniversaire et recevez 50 grains chaque année. ${FORM.fr}`,
  },
  'not told, new member': {
    en: `Tell us your birthday, and get 50 beans for it every year. ${FORM.en}`,
    fr: `Indiquez votre date d’anniversaire et recevez 50 grains chaque année. ${FORM.fr}`,
  },
  'not told, the year is asked for': {
    en: `Tell us your birthday, and get 50 beans for it every year. ${FORM_WITH_YEAR.en}`,
    fr: `Indiquez votre date d’anniversaire et recevez 50 grains chaque année. ${FORM_WITH_YEAR.fr}`,
  },
  'not told, only for who ordered': {
    en: `Tell us your birthday: if you’ve ordered in the 12 months before it, you get 50 beans. ${FORM.en}`,
    fr: `Indiquez votre date d’anniversaire\u00a0: si vous avez commandé dans les 12 mois qui précèdent, vous recevez 50 grains. ${FORM.fr}`,
  },
  'told, comes this year': {
    en: `Your gift of 50 beans comes on 1\u00a0December. Your birthday: 4\u00a0December. Change your birthday ${FORM.en}`,
    fr: `Votre cadeau de 50 grains arrivera le 1er\u00a0décembre. Votre anniversaire\u00a0: le 4\u00a0décembre. Modifier votre date d’anniversaire ${FORM.fr}`,
  },
  'told, comes next year': {
    en: `Your gift of 50 beans comes on 1\u00a0May 2027. Your birthday: 4\u00a0May. Change your birthday ${FORM.en}`,
    fr: `Votre cadeau de 50 grains arrivera le 1er\u00a0mai 2027. Votre anniversaire\u00a0: le 4\u00a0mai. Modifier votre date d’anniversaire ${FORM.fr}`,
  },
  'told, only for who ordered': {
    en: `Your gift of 50 beans comes on 1\u00a0December if you’ve ordered in the 12 months before. Your birthday: 4\u00a0December. Change your birthday ${FORM.en}`,
    fr: `Votre cadeau de 50 grains arrivera le 1er\u00a0décembre si vous avez commandé dans les 12 mois qui précèdent. Votre anniversaire\u00a0: le 4\u00a0décembre. Modifier votre date d’anniversaire ${FORM.fr}`,
  },
  'told, waits into next year': {
    en: `Your gift of 50 beans comes on 20\u00a0November 2027. Your birthday: 23\u00a0November. Change your birthday ${FORM.en}`,
    fr: `Votre cadeau de 50 grains arrivera le 20\u00a0novembre 2027. Votre anniversaire\u00a0: le 23\u00a0novembre. Modifier votre date d’anniversaire ${FORM.fr}`,
  },
  'fell into a pause': {
    en: `Your gift of 50 beans comes on 17\u00a0November 2027. Your birthday: 20\u00a0November. Change your birthday ${FORM.en}`,
    fr: `Votre cadeau de 50 grains arrivera le 17\u00a0novembre 2027. Votre anniversaire\u00a0: le 20\u00a0novembre. Modifier votre date d’anniversaire ${FORM.fr}`,
  },
  'comes today': {
    en: `Your gift of 50 beans comes today. Your birthday: 24\u00a0November. Change your birthday ${FORM.en}`,
    fr: `Votre cadeau de 50 grains arrive aujourd’hui. Votre anniversaire\u00a0: le 24\u00a0novembre. Modifier votre date d’anniversaire ${FORM.fr}`,
  },
  'comes today, only for who ordered': {
    en: `Your gift of 50 beans comes today if you’ve ordered in the last 12 months. Your birthday: 24\u00a0November. Change your birthday ${FORM.en}`,
    fr: `Votre cadeau de 50 grains arrive aujourd’hui si vous avez commandé au cours des 12 derniers mois. Votre anniversaire\u00a0: le 24\u00a0novembre. Modifier votre date d’anniversaire ${FORM.fr}`,
  },
  'given today': {
    en: `Your birthday gift is here: 50 beans, added to your balance today. Your birthday: 24\u00a0November. Change your birthday ${FORM.en}`,
    fr: `Votre cadeau d’anniversaire est là\u00a0: 50 grains de plus sur votre solde aujourd’hui. Votre anniversaire\u00a0: le 24\u00a0novembre. Modifier votre date d’anniversaire ${FORM.fr}`,
  },
  'the birthday itself, given before': {
    en: 'Happy birthday, Anna! Your birthday gift came on 18\u00a0November: 50 beans.',
    fr: 'Joyeux anniversaire, Anna\u202f! Votre cadeau d’anniversaire est arrivé le 18\u00a0novembre\u00a0: 50 grains.',
  },
  'the birthday itself, given today': {
    en: 'Happy birthday, Anna! Our gift to you: 50 beans, already in your balance.',
    fr: 'Joyeux anniversaire, Anna\u202f! Notre cadeau\u00a0: 50 grains, déjà sur votre solde.',
  },
  'C55 the birthday of 29 February in a common year': {
    en: 'Happy birthday, Anna! Your birthday gift came on 25\u00a0February: 50 beans.',
    fr: 'Joyeux anniversaire, Anna\u202f! Votre cadeau d’anniversaire est arrivé le 25\u00a0février\u00a0: 50 grains.',
  },
  over: {
    en: `Your gift of 50 beans comes on 5\u00a0November 2027. Your birthday: 8\u00a0November. Change your birthday ${FORM.en}`,
    fr: `Votre cadeau de 50 grains arrivera le 5\u00a0novembre 2027. Votre anniversaire\u00a0: le 8\u00a0novembre. Modifier votre date d’anniversaire ${FORM.fr}`,
  },
  'changed, may not change again': {
    en: 'Your gift of 50 beans comes on 1\u00a0December. Your birthday: 4\u00a0December. You can change it again from 30\u00a0August 2027.',
    fr: 'Votre cadeau de 50 grains arrivera le 1er\u00a0décembre. Votre anniversaire\u00a0: le 4\u00a0décembre. Vous pourrez la modifier de nouveau à partir du 30\u00a0août 2027.',
  },
  'membership, today': {
    en: `Thank you for another year with us: 50 beans were added to your balance today. Your gift of 50 beans comes on 1\u00a0May 2027. Your birthday: 4\u00a0May. Change your birthday ${FORM.en}`,
    fr: `Merci pour cette année de plus à nos côtés\u00a0: 50 grains s’ajoutent à votre solde aujourd’hui. Votre cadeau de 50 grains arrivera le 1er\u00a0mai 2027. Votre anniversaire\u00a0: le 4\u00a0mai. Modifier votre date d’anniversaire ${FORM.fr}`,
  },
  'membership, given, no birthday offer': {
    en: 'Thank you for another year with us: your gift of 50 beans came on 20\u00a0November.',
    fr: 'Merci pour cette année de plus à nos côtés\u00a0: votre cadeau de 50 grains est arrivé le 20\u00a0novembre.',
  },
  'offer ended, gift still there': {
    en: 'Your birthday gift is here: 50 beans, added to your balance today.',
    fr: 'Votre cadeau d’anniversaire est là\u00a0: 50 grains de plus sur votre solde aujourd’hui.',
  },
  'no offer': { en: '', fr: '' },
  blocked: {
    en: 'Your account isn’t part of the program at the moment.',
    fr: 'Votre compte ne participe pas au programme pour le moment.',
  },
  'blocked, gift still there': {
    en: 'Your birthday gift is here: 50 beans, added to your balance today. Your account isn’t part of the program at the moment.',
    fr: 'Votre cadeau d’anniversaire est là\u00a0: 50 grains de plus sur votre solde aujourd’hui. Votre compte ne participe pas au programme pour le moment.',
  },
  'long names': {
    en: `Your gift of 50 grandmother’s-kitchen-tokens comes on 1\u00a0December. Your birthday: 4\u00a0December. Change your birthday ${FORM.en}`,
    fr: `Votre cadeau de 50 jetons-de-la-cuisine-de-mamie arrivera le 1er\u00a0décembre. Votre anniversaire\u00a0: le 4\u00a0décembre. Modifier votre date d’anniversaire ${FORM.fr}`,
  },
  'compact, in the middle': {
    en: `Tell us your birthday, and get 50 beans for it every year. ${FORM.en}`,
    fr: `Indiquez votre date d’anniversaire et recevez 50 grains chaque année. ${FORM.fr}`,
  },
  'with an accent': {
    en: `Your birthday gift is here: 50 beans, added to your balance today. Your birthday: 24\u00a0November. Change your birthday ${FORM.en}`,
    fr: `Votre cadeau d’anniversaire est là\u00a0: 50 grains de plus sur votre solde aujourd’hui. Votre anniversaire\u00a0: le 24\u00a0novembre. Modifier votre date d’anniversaire ${FORM.fr}`,
  },
};
