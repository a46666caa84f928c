// What a reader reads in each state of the birthday block, word for word.
import type { Texts } from './texts.ts';

const EN_MONTHS = 'January February March April May June July August September October November December';
const FR_MONTHS = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre';
const EN_END = 'Save We only use it for your gift.';
const FR_END = 'Enregistrer Elle ne sert qu’à votre cadeau.';
/** The form's labels, months and hints. */
const FORM = {
  en: `Day Month Choose ${EN_MONTHS} ${EN_END}`,
  fr: `Jour Mois Choisir ${FR_MONTHS} ${FR_END}`,
};
const FORM_WITH_YEAR = {
  en: `Day Month Choose ${EN_MONTHS} Year (optional) ${EN_END}`,
  fr: `Jour Mois Choisir ${FR_MONTHS} Année (facultatif) ${FR_END}`,
};

const choice = (en: string, fr: string) => ({
  en: `Your third order Choose your gift: 50 beans €5.00 off A mug <b> Choose Until ${en}.`,
  fr: `Votre troisième commande Choisissez votre cadeau\u00a0: 50 grains 5,00 € de remise Une tasse <b> Choisir Jusqu’au ${fr}.`,
});
/** Also in the block that holds all. */
export const OF_CHOICE = choice('1\u00a0December', '1er\u00a0décembre');
const LAST_DAY = choice('21\u00a0November', '21\u00a0novembre');

const dateForm = (more: { en: string; fr: string }) => ({
  en: `Day Month Choose ${EN_MONTHS} Year (optional) I agree that it is kept.${more.en} Save`,
  fr: `Jour Mois Choisir ${FR_MONTHS} Année (facultatif) J’accepte qu’il soit gardé.${more.fr} Enregistrer`,
});
const DATE_FORM = dateForm({ en: '', fr: '' });
const CHANGE_FORM = dateForm({ en: ' Remove it', fr: ' Retirer ce jour' });

export const BIRTHDAY_TEXTS: Texts = {
  'logged out': {
    en: 'Sign in to tell us your birthday and get a gift for it: 50 beans.',
    fr: 'Connectez-vous pour indiquer votre date d’anniversaire et recevoir un cadeau\u00a0: 50 grains.',
  },
  'to choose': OF_CHOICE,
  'to choose, twice, and a birthday to tell': {
    en: `${LAST_DAY.en} ${OF_CHOICE.en} Tell us your birthday, and get a gift every year: 50 beans. ${FORM.en}`,
    fr: `${LAST_DAY.fr} ${OF_CHOICE.fr} Indiquez votre date d’anniversaire et recevez un cadeau chaque année\u00a0: 50 grains. ${FORM.fr}`,
  },
  'to choose, paused': OF_CHOICE,
  'to choose, over': { en: '', fr: '' },
  'to choose, blocked': { en: '', fr: '' },
  'came: points': {
    en: 'Your third order 50 beans, added to your balance on 20\u00a0November.',
    fr: 'Votre troisième commande 50 grains, ajoutés à votre solde le 20\u00a0novembre.',
  },
  'came: a reward': {
    en: 'Your third order €5.00 off, yours since 20\u00a0November, among your rewards.',
    fr: 'Votre troisième commande 5,00 € de remise, à vous depuis le 20\u00a0novembre, parmi vos récompenses.',
  },
  'came: words alone': {
    en: 'Your third order Rinse it once.',
    fr: 'Votre troisième commande Rincez-la une fois.',
  },
  'came: no longer said': { en: '', fr: '' },
  'a date of life: logged out': { en: '', fr: '' },
  'a date of life: not told': {
    en: `Your wedding day Tell us the day, and a gift comes with it. ${DATE_FORM.en}`,
    fr: `Votre mariage Indiquez le jour, et recevez un cadeau. ${DATE_FORM.fr}`,
  },
  'a date of life: told': {
    en: `Your wedding day Your day: 3\u00a0May. Change or remove it ${CHANGE_FORM.en}`,
    fr: `Votre mariage Votre jour\u00a0: le 3\u00a0mai. Modifier ou retirer ${CHANGE_FORM.fr}`,
  },
  'a date of life: told, may not change': {
    en: `Your wedding day Your day: 3\u00a0May. You can change it again from 30\u00a0August 2027. Change or remove it ${CHANGE_FORM.en}`,
    fr: `Votre mariage Votre jour\u00a0: le 3\u00a0mai. Vous pourrez modifier cette date de nouveau à partir du 30\u00a0août 2027. Modifier ou retirer ${CHANGE_FORM.fr}`,
  },
  'a date of life: paused': { en: '', fr: '' },
  'not told': {
    en: `Tell us your birthday, and get a gift every year: 50 beans. ${FORM.en}`,
    fr: `Indiquez votre date d’anniversaire et recevez un cadeau chaque année\u00a0: 50 grains. ${FORM.fr}`,
  },
  'not told, new member': {
    en: `Tell us your birthday, and get a gift every year: 50 beans. ${FORM.en}`,
    fr: `Indiquez votre date d’anniversaire et recevez un cadeau chaque année\u00a0: 50 grains. ${FORM.fr}`,
  },
  'not told, the year is asked for': {
    en: `Tell us your birthday, and get a gift every year: 50 beans. ${FORM_WITH_YEAR.en}`,
    fr: `Indiquez votre date d’anniversaire et recevez un cadeau chaque année\u00a0: 50 grains. ${FORM_WITH_YEAR.fr}`,
  },
  'not told, only for who ordered': {
    en: `Tell us your birthday. If you’ve ordered in the 12 months before it, you get a gift: 50 beans. ${FORM.en}`,
    fr: `Indiquez votre date d’anniversaire. Si vous avez commandé dans les 12 mois qui précèdent, vous recevez un cadeau\u00a0: 50 grains. ${FORM.fr}`,
  },
  'logged out, only for some': {
    en: 'Sign in to tell us your birthday.',
    fr: 'Connectez-vous pour indiquer votre date d’anniversaire.',
  },
  'not told, only for some': {
    en: `Tell us your birthday. Some of our customers get a gift for it: 50 beans. ${FORM.en}`,
    fr: `Indiquez votre date d’anniversaire. Certains de nos clients reçoivent un cadeau\u00a0: 50 grains. ${FORM.fr}`,
  },
  'told, only for some': {
    en: `If this gift is meant for you, it comes on 1\u00a0December: 50 beans. Your birthday: 4\u00a0December. Change your birthday ${FORM.en}`,
    fr: `Si ce cadeau vous est destiné, il arrivera le 1er\u00a0décembre\u00a0: 50 grains. Votre anniversaire\u00a0: le 4\u00a0décembre. Modifier votre date d’anniversaire ${FORM.fr}`,
  },
  'comes today, only for some': {
    en: `If this gift is meant for you, it comes today: 50 beans. Your birthday: 24\u00a0November. Change your birthday ${FORM.en}`,
    fr: `Si ce cadeau vous est destiné, il arrive aujourd’hui\u00a0: 50 grains. Votre anniversaire\u00a0: le 24\u00a0novembre. Modifier votre date d’anniversaire ${FORM.fr}`,
  },
  'told, comes this year': {
    en: `Your gift comes on 1\u00a0December: 50 beans. Your birthday: 4\u00a0December. Change your birthday ${FORM.en}`,
    fr: `Votre cadeau arrivera le 1er\u00a0décembre\u00a0: 50 grains. Votre anniversaire\u00a0: le 4\u00a0décembre. Modifier votre date d’anniversaire ${FORM.fr}`,
  },
  'told, comes next year': {
    en: `Your gift comes on 1\u00a0May 2027: 50 beans. Your birthday: 4\u00a0May. Change your birthday ${FORM.en}`,
    fr: `Votre cadeau arrivera le 1er\u00a0mai 2027\u00a0: 50 grains. Votre anniversaire\u00a0: le 4\u00a0mai. Modifier votre date d’anniversaire ${FORM.fr}`,
  },
  'told, only for who ordered': {
    en: `If you’ve ordered in the 12 months before, your gift comes on 1\u00a0December: 50 beans. Your birthday: 4\u00a0December. Change your birthday ${FORM.en}`,
    fr: `Si vous avez commandé dans les 12 mois qui précèdent, votre cadeau arrivera le 1er\u00a0décembre\u00a0: 50 grains. Votre anniversaire\u00a0: le 4\u00a0décembre. Modifier votre date d’anniversaire ${FORM.fr}`,
  },
  'told, waits into next year': {
    en: `Your gift comes on 20\u00a0November 2027: 50 beans. Your birthday: 23\u00a0November. Change your birthday ${FORM.en}`,
    fr: `Votre cadeau arrivera le 20\u00a0novembre 2027\u00a0: 50 grains. Votre anniversaire\u00a0: le 23\u00a0novembre. Modifier votre date d’anniversaire ${FORM.fr}`,
  },
  'fell into a pause': {
    en: `Your gift comes on 17\u00a0November 2027: 50 beans. Your birthday: 20\u00a0November. Change your birthday ${FORM.en}`,
    fr: `Votre cadeau arrivera le 17\u00a0novembre 2027\u00a0: 50 grains. Votre anniversaire\u00a0: le 20\u00a0novembre. Modifier votre date d’anniversaire ${FORM.fr}`,
  },
  'comes today': {
    en: `Your gift comes today: 50 beans. Your birthday: 24\u00a0November. Change your birthday ${FORM.en}`,
    fr: `Votre cadeau arrive aujourd’hui\u00a0: 50 grains. Votre anniversaire\u00a0: le 24\u00a0novembre. Modifier votre date d’anniversaire ${FORM.fr}`,
  },
  'comes today, only for who ordered': {
    en: `If you’ve ordered in the last 12 months, your gift comes today: 50 beans. Your birthday: 24\u00a0November. Change your birthday ${FORM.en}`,
    fr: `Si vous avez commandé au cours des 12 derniers mois, votre cadeau arrive aujourd’hui\u00a0: 50 grains. Votre anniversaire\u00a0: le 24\u00a0novembre. Modifier votre date d’anniversaire ${FORM.fr}`,
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
    en: `Your gift comes on 5\u00a0November 2027: 50 beans. Your birthday: 8\u00a0November. Change your birthday ${FORM.en}`,
    fr: `Votre cadeau arrivera le 5\u00a0novembre 2027\u00a0: 50 grains. Votre anniversaire\u00a0: le 8\u00a0novembre. Modifier votre date d’anniversaire ${FORM.fr}`,
  },
  'changed, may not change again': {
    en: 'Your gift comes on 1\u00a0December: 50 beans. Your birthday: 4\u00a0December. You can change it again from 30\u00a0August 2027.',
    fr: 'Votre cadeau arrivera le 1er\u00a0décembre\u00a0: 50 grains. Votre anniversaire\u00a0: le 4\u00a0décembre. Vous pourrez modifier cette date de nouveau à partir du 30\u00a0août 2027.',
  },
  'membership, today': {
    en: `Thank you for another year with us: 50 beans were added to your balance today. Your gift comes on 1\u00a0May 2027: 50 beans. Your birthday: 4\u00a0May. Change your birthday ${FORM.en}`,
    fr: `Merci pour cette année de plus à nos côtés\u00a0: 50 grains s’ajoutent à votre solde aujourd’hui. Votre cadeau arrivera le 1er\u00a0mai 2027\u00a0: 50 grains. Votre anniversaire\u00a0: le 4\u00a0mai. Modifier votre date d’anniversaire ${FORM.fr}`,
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
    en: `Your gift comes on 1\u00a0December: 50 grandmother’s-kitchen-tokens. Your birthday: 4\u00a0December. Change your birthday ${FORM.en}`,
    fr: `Votre cadeau arrivera le 1er\u00a0décembre\u00a0: 50 jetons-de-la-cuisine-de-mamie. Votre anniversaire\u00a0: le 4\u00a0décembre. Modifier votre date d’anniversaire ${FORM.fr}`,
  },
  'compact, in the middle': {
    en: `Tell us your birthday, and get a gift every year: 50 beans. ${FORM.en}`,
    fr: `Indiquez votre date d’anniversaire et recevez un cadeau chaque année\u00a0: 50 grains. ${FORM.fr}`,
  },
  'with an accent': {
    en: `Your birthday gift is here: 50 beans, added to your balance today. Your birthday: 24\u00a0November. Change your birthday ${FORM.en}`,
    fr: `Votre cadeau d’anniversaire est là\u00a0: 50 grains de plus sur votre solde aujourd’hui. Votre anniversaire\u00a0: le 24\u00a0novembre. Modifier votre date d’anniversaire ${FORM.fr}`,
  },
  'a reward: logged out': {
    en: 'Sign in to tell us your birthday and get a gift for it: €5.00 off.',
    fr: 'Connectez-vous pour indiquer votre date d’anniversaire et recevoir un cadeau\u00a0: 5,00 € de remise.',
  },
  'a reward: not told': {
    en: `Tell us your birthday, and get a gift every year: €5.00 off. ${FORM.en}`,
    fr: `Indiquez votre date d’anniversaire et recevez un cadeau chaque année\u00a0: 5,00 € de remise. ${FORM.fr}`,
  },
  'a reward: not told, only for who ordered': {
    en: `Tell us your birthday. If you’ve ordered in the 12 months before it, you get a gift: €5.00 off. ${FORM.en}`,
    fr: `Indiquez votre date d’anniversaire. Si vous avez commandé dans les 12 mois qui précèdent, vous recevez un cadeau\u00a0: 5,00 € de remise. ${FORM.fr}`,
  },
  'a reward: comes this year': {
    en: `Your gift comes on 1\u00a0December: €5.00 off. Your birthday: 4\u00a0December. Change your birthday ${FORM.en}`,
    fr: `Votre cadeau arrivera le 1er\u00a0décembre\u00a0: 5,00 € de remise. Votre anniversaire\u00a0: le 4\u00a0décembre. Modifier votre date d’anniversaire ${FORM.fr}`,
  },
  'a reward: comes this year, only for who ordered': {
    en: `If you’ve ordered in the 12 months before, your gift comes on 1\u00a0December: €5.00 off. Your birthday: 4\u00a0December. Change your birthday ${FORM.en}`,
    fr: `Si vous avez commandé dans les 12 mois qui précèdent, votre cadeau arrivera le 1er\u00a0décembre\u00a0: 5,00 € de remise. Votre anniversaire\u00a0: le 4\u00a0décembre. Modifier votre date d’anniversaire ${FORM.fr}`,
  },
  'a reward: comes today': {
    en: `Your gift comes today: €5.00 off. Your birthday: 24\u00a0November. Change your birthday ${FORM.en}`,
    fr: `Votre cadeau arrive aujourd’hui\u00a0: 5,00 € de remise. Votre anniversaire\u00a0: le 24\u00a0novembre. Modifier votre date d’anniversaire ${FORM.fr}`,
  },
  'a reward: comes today, only for who ordered': {
    en: `If you’ve ordered in the last 12 months, your gift comes today: €5.00 off. Your birthday: 24\u00a0November. Change your birthday ${FORM.en}`,
    fr: `Si vous avez commandé au cours des 12 derniers mois, votre cadeau arrive aujourd’hui\u00a0: 5,00 € de remise. Votre anniversaire\u00a0: le 24\u00a0novembre. Modifier votre date d’anniversaire ${FORM.fr}`,
  },
  'a reward: the birthday itself': {
    en: 'Happy birthday, Anna! Our birthday gift to you: €5.00 off Use €5.00 Ready to use until 21\u00a0December.',
    fr: 'Joyeux anniversaire, Anna\u202f! Notre cadeau d’anniversaire\u00a0: 5,00 € de remise Utiliser €5.00 À utiliser jusqu’au 21\u00a0décembre.',
  },
  'a reward: the birthday itself, on the cart': {
    en: 'Happy birthday, Anna! Our birthday gift to you: €5.00 off this cart Take off Ready to use until 21\u00a0December.',
    fr: 'Joyeux anniversaire, Anna\u202f! Notre cadeau d’anniversaire\u00a0: €5.00 de remise sur ce panier Retirer À utiliser jusqu’au 21\u00a0décembre.',
  },
  'a reward: came before its birthday': {
    en: `Our birthday gift to you: €5.00 off Use €5.00 Ready to use until 21\u00a0December. Your birthday: 24\u00a0November. Change your birthday ${FORM.en}`,
    fr: `Notre cadeau d’anniversaire\u00a0: 5,00 € de remise Utiliser €5.00 À utiliser jusqu’au 21\u00a0décembre. Votre anniversaire\u00a0: le 24\u00a0novembre. Modifier votre date d’anniversaire ${FORM.fr}`,
  },
  'a reward: came some days ago': {
    en: `Our birthday gift to you: €5.00 off Use €5.00 Ready to use until 18\u00a0December. Your birthday: 18\u00a0November. Change your birthday ${FORM.en}`,
    fr: `Notre cadeau d’anniversaire\u00a0: 5,00 € de remise Utiliser €5.00 À utiliser jusqu’au 18\u00a0décembre. Votre anniversaire\u00a0: le 18\u00a0novembre. Modifier votre date d’anniversaire ${FORM.fr}`,
  },
  'a reward: five days left': {
    en: `Our birthday gift to you: €5.00 off Use €5.00 Use it soon: only until 26\u00a0November. Your birthday: 27\u00a0October. Change your birthday ${FORM.en}`,
    fr: `Notre cadeau d’anniversaire\u00a0: 5,00 € de remise Utiliser €5.00 À utiliser bientôt\u00a0: seulement jusqu’au 26\u00a0novembre. Votre anniversaire\u00a0: le 27\u00a0octobre. Modifier votre date d’anniversaire ${FORM.fr}`,
  },
  'a reward: its last day': {
    en: `Our birthday gift to you: €5.00 off Use €5.00 Today is its last day. Your birthday: 22\u00a0October. Change your birthday ${FORM.en}`,
    fr: `Notre cadeau d’anniversaire\u00a0: 5,00 € de remise Utiliser €5.00 C’est le dernier jour. Votre anniversaire\u00a0: le 22\u00a0octobre. Modifier votre date d’anniversaire ${FORM.fr}`,
  },
  'a reward: waits for its code': {
    en: 'Happy birthday, Anna! Your birthday gift is on its way.',
    fr: 'Joyeux anniversaire, Anna\u202f! Votre cadeau d’anniversaire arrive bientôt.',
  },
  'a reward: waits for its code, some days later': {
    en: `Your birthday gift is on its way. Your birthday: 18\u00a0November. Change your birthday ${FORM.en}`,
    fr: `Votre cadeau d’anniversaire arrive bientôt. Votre anniversaire\u00a0: le 18\u00a0novembre. Modifier votre date d’anniversaire ${FORM.fr}`,
  },
  'a reward: its order was cancelled': {
    en: `Our birthday gift to you: €5.00 off Use €5.00 Order cancelled: your gift is yours again, until 18\u00a0December. Your birthday: 18\u00a0November. Change your birthday ${FORM.en}`,
    fr: `Notre cadeau d’anniversaire\u00a0: 5,00 € de remise Utiliser €5.00 Commande annulée\u00a0: votre cadeau est de nouveau à vous, jusqu’au 18\u00a0décembre. Votre anniversaire\u00a0: le 18\u00a0novembre. Modifier votre date d’anniversaire ${FORM.fr}`,
  },
  'a reward: used, on the birthday itself': {
    en: 'Happy birthday, Anna!',
    fr: 'Joyeux anniversaire, Anna\u202f!',
  },
  'a reward: membership, today': {
    en: `Thank you for another year with us. Our gift to you: €5.00 off Use €5.00 Ready to use until 21\u00a0December. Your gift comes on 1\u00a0May 2027: €5.00 off. Your birthday: 4\u00a0May. Change your birthday ${FORM.en}`,
    fr: `Merci pour cette année de plus à nos côtés. Notre cadeau\u00a0: 5,00 € de remise Utiliser €5.00 À utiliser jusqu’au 21\u00a0décembre. Votre cadeau arrivera le 1er\u00a0mai 2027\u00a0: 5,00 € de remise. Votre anniversaire\u00a0: le 4\u00a0mai. Modifier votre date d’anniversaire ${FORM.fr}`,
  },
  'a reward: offer ended, gift still there': {
    en: 'Our birthday gift to you: €5.00 off Use €5.00 Ready to use until 21\u00a0December.',
    fr: 'Notre cadeau d’anniversaire\u00a0: 5,00 € de remise Utiliser €5.00 À utiliser jusqu’au 21\u00a0décembre.',
  },
  'a reward: paused, gift still there': {
    en: '',
    fr: '',
  },
  'a reward: blocked, gift still there': {
    en: 'Our birthday gift to you: €5.00 off Use €5.00 Ready to use until 21\u00a0December. Your account isn’t part of the program at the moment.',
    fr: 'Notre cadeau d’anniversaire\u00a0: 5,00 € de remise Utiliser €5.00 À utiliser jusqu’au 21\u00a0décembre. Votre compte ne participe pas au programme pour le moment.',
  },
};
