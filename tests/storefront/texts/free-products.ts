// What a reader reads of free products, word for word: tags left out, spaces single.
import type { Texts } from './texts.ts';

export const FREE_PRODUCT_TEXTS: Texts = {
  'S-05 it isn’t in the cart, and one tap adds it': {
    en: 'Your points 120 Free bag 100 points Add it This needs JavaScript, which is turned off in your browser.',
    fr: 'Vos points 120 Un paquet offert 100 points L’ajouter Il faut JavaScript, désactivé dans votre navigateur.',
  },
  'S-05 an empty cart': {
    en: 'Your points 120 Free bag 100 points Add it This needs JavaScript, which is turned off in your browser.',
    fr: 'Vos points 120 Un paquet offert 100 points L’ajouter Il faut JavaScript, désactivé dans votre navigateur.',
  },
  'S-05 it is in the cart': {
    en: 'Your points 120 Free bag 100 points · saves €9.50 here Use it This needs JavaScript, which is turned off in your browser.',
    fr: 'Vos points 120 Un paquet offert 100 points · €9.50 d’économie ici En profiter Il faut JavaScript, désactivé dans votre navigateur.',
  },
  'S-05 logged out': {
    en: 'Rewards Free bag 100 points Sign in to use your points.',
    fr: 'Récompenses Un paquet offert 100 points Connectez-vous pour utiliser vos points.',
  },
  'S-05 points are missing': {
    en: 'Your points 80 Free bag 20 points to go. This order brings 9.',
    fr: 'Vos points 80 Un paquet offert Encore 20 points. Cette commande en rapporte 9.',
  },
  'S-05 one of its variants is within the ceiling': {
    en: 'Your points 120 Free bag 100 points Add it This needs JavaScript, which is turned off in your browser.',
    fr: 'Vos points 120 Un paquet offert 100 points L’ajouter Il faut JavaScript, désactivé dans votre navigateur.',
  },
  'S-05 a variant has to be chosen': {
    en: 'Your points 120 Free bag 100 points Choose This needs JavaScript, which is turned off in your browser.',
    fr: 'Vos points 120 Un paquet offert 100 points Choisir Il faut JavaScript, désactivé dans votre navigateur.',
  },
  'S-05 a variant is chosen on its own page': {
    en: 'Your points 120 Free bag 100 points Add it This needs JavaScript, which is turned off in your browser.',
    fr: 'Vos points 120 Un paquet offert 100 points L’ajouter Il faut JavaScript, désactivé dans votre navigateur.',
  },
  'S-05 a dearer variant is in the cart': {
    en: 'Your points 120 Free bag 100 points Choose This needs JavaScript, which is turned off in your browser.',
    fr: 'Vos points 120 Un paquet offert 100 points Choisir Il faut JavaScript, désactivé dans votre navigateur.',
  },
  'S-05 one of three': {
    en: 'Your points 120 Free bag 100 points Choose Morning House Add it Guji & friends Choose Mug Add it This needs JavaScript, which is turned off in your browser.',
    fr: 'Vos points 120 Un paquet offert 100 points Choisir Morning House L’ajouter Guji & friends Choisir Mug L’ajouter Il faut JavaScript, désactivé dans votre navigateur.',
  },
  'C112 sold out': {
    en: 'Your points 120 Free bag 100 points Sold out today.',
    fr: 'Vos points 120 Un paquet offert 100 points Épuisé aujourd’hui.',
  },
  'C112 one is sold out, the others aren’t': {
    en: 'Your points 120 Free bag 100 points Choose Guji & friends Add it Mug Add it This needs JavaScript, which is turned off in your browser.',
    fr: 'Vos points 120 Un paquet offert 100 points Choisir Guji & friends L’ajouter Mug L’ajouter Il faut JavaScript, désactivé dans votre navigateur.',
  },
  'C112 all but one are sold out': {
    en: 'Your points 120 Free bag 100 points Mug Add it This needs JavaScript, which is turned off in your browser.',
    fr: 'Vos points 120 Un paquet offert 100 points Mug L’ajouter Il faut JavaScript, désactivé dans votre navigateur.',
  },
  'C112 deleted, or a draft': {
    en: 'Your points 120 Free bag 100 points Sold out today.',
    fr: 'Vos points 120 Un paquet offert 100 points Épuisé aujourd’hui.',
  },
  'C112 no page can find it': {
    en: 'Your points 120 Free bag None of its products is in your cart. Add one first.',
    fr: 'Vos points 120 Un paquet offert Aucun de ses articles n’est dans le panier. Ajoutez-en un.',
  },
  'C112 has become a gift card': {
    en: 'Your points 120 Free bag 100 points Sold out today.',
    fr: 'Vos points 120 Un paquet offert 100 points Épuisé aujourd’hui.',
  },
  'C112 is sold by subscription alone': {
    en: 'Your points 120 Free bag 100 points Sold out today.',
    fr: 'Vos points 120 Un paquet offert 100 points Épuisé aujourd’hui.',
  },
  'C112 never counts by now': {
    en: 'Your points 120 Free bag 100 points Sold out today.',
    fr: 'Vos points 120 Un paquet offert 100 points Épuisé aujourd’hui.',
  },
  'C112 costs more by now': {
    en: 'Your points 120 Free bag 100 points Sold out today.',
    fr: 'Vos points 120 Un paquet offert 100 points Épuisé aujourd’hui.',
  },
  'C111 a minimum beside it': {
    en: 'Your points 120 Free bag From €30.00: €20.10 more in the cart.',
    fr: 'Vos points 120 Un paquet offert Dès €30.00\u00a0: ajoutez €20.10.',
  },
  'S-05 from the next order, so nothing is added to this one': {
    en: 'Your points 120 Free bag None of its products is in your cart. Add one first.',
    fr: 'Vos points 120 Un paquet offert Aucun de ses articles n’est dans le panier. Ajoutez-en un.',
  },
  'C48 another code is on the cart': {
    en: 'Your points 120 Free bag Doesn’t go with WELCOME10. Remove that code first.',
    fr: 'Vos points 120 Un paquet offert Non cumulable avec WELCOME10. Retirez d’abord ce code.',
  },
  'C116 the free coffee saves more': {
    en: 'Your points 120 Free bag Your free coffee already saves more here.',
    fr: 'Vos points 120 Un paquet offert Avec votre café offert, vous économisez déjà plus ici.',
  },
  'another currency, and several prices': {
    en: 'Your points 120 Free bag 100 points Add it This needs JavaScript, which is turned off in your browser.',
    fr: 'Vos points 120 Un paquet offert 100 points L’ajouter Il faut JavaScript, désactivé dans votre navigateur.',
  },
  'S-05 ready, and not in the cart': {
    en: 'Free bag Add it Ready to use until 24\u00a0December. Unused, your points come back. Give it back for points Your points 20 Free bag 80 points to go. This order brings 9.',
    fr: 'Un paquet offert L’ajouter À utiliser jusqu’au 24\u00a0décembre. Sinon, vos points vous reviennent. Rendre et récupérer mes points Vos points 20 Un paquet offert Encore 80 points. Cette commande en rapporte 9.',
  },
  'S-05 ready, and in the cart': {
    en: 'Free bag Use it Ready to use until 24\u00a0December. Unused, your points come back. Give it back for points Your points 20 Free bag 80 points to go. This order brings 9.',
    fr: 'Un paquet offert En profiter À utiliser jusqu’au 24\u00a0décembre. Sinon, vos points vous reviennent. Rendre et récupérer mes points Vos points 20 Un paquet offert Encore 80 points. Cette commande en rapporte 9.',
  },
  'C112 ready, and sold out': {
    en: 'Free bag Sold out today. Ready to use until 24\u00a0December. Unused, your points come back. Give it back for points Your points 20 Free bag 80 points to go. This order brings 9.',
    fr: 'Un paquet offert Épuisé aujourd’hui. À utiliser jusqu’au 24\u00a0décembre. Sinon, vos points vous reviennent. Rendre et récupérer mes points Vos points 20 Un paquet offert Encore 80 points. Cette commande en rapporte 9.',
  },
  'C112 ready, and deleted': {
    en: 'Free bag None of its products is in your cart. Add one first. Ready to use until 24\u00a0December. Unused, your points come back. Give it back for points',
    fr: 'Un paquet offert Aucun de ses articles n’est dans le panier. Ajoutez-en un. À utiliser jusqu’au 24\u00a0décembre. Sinon, vos points vous reviennent. Rendre et récupérer mes points',
  },
};
