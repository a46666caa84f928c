// What a reader reads of rewards, word for word: tags left out, spaces single.
import type { Texts } from './texts.ts';

export const REWARD_TEXTS: Texts = {
  'C43 some can be had, and the next isn’t far': {
    en: 'Your points 120 Worth €5.00. €5.00 off 100 points · saves €5.00 here Use €5.00 Free shipping 80 points · up to €6.00 of shipping Use it 10% off coffee 60 points · saves €2.90 here Use it This needs JavaScript, which is turned off in your browser. €10.00 off 80 points to go. This order brings 48.',
    fr: 'Vos points 120 Soit €5.00. 5,00 € de remise 100 points · €5.00 d’économie ici Utiliser €5.00 Livraison offerte 80 points · jusqu’à €6.00 de livraison En profiter 10 % sur le café 60 points · €2.90 d’économie ici En profiter Il faut JavaScript, désactivé dans votre navigateur. 10,00 € de remise Encore 80 points. Cette commande en rapporte 48.',
  },
  'logged out': {
    en: 'Rewards 10% off coffee 60 points Free shipping 80 points €5.00 off 100 points All rewards €10.00 off 200 points Sign in to use your points.',
    fr: 'Récompenses 10 % sur le café 60 points Livraison offerte 80 points 5,00 € de remise 100 points Toutes les récompenses 10,00 € de remise 200 points Connectez-vous pour utiliser vos points.',
  },
  'logged out, an empty cart': {
    en: 'Rewards 10% off coffee 60 points Free shipping 80 points €5.00 off 100 points All rewards €10.00 off 200 points Sign in to use your points.',
    fr: 'Récompenses 10 % sur le café 60 points Livraison offerte 80 points 5,00 € de remise 100 points Toutes les récompenses 10,00 € de remise 200 points Connectez-vous pour utiliser vos points.',
  },
  'new member': {
    en: 'Your points 0 10% off coffee 60 points to go. This order brings 29. All rewards Free shipping 80 points to go. €5.00 off 100 points to go. €10.00 off 200 points to go.',
    fr: 'Vos points 0 10 % sur le café Encore 60 points. Cette commande en rapporte 29. Toutes les récompenses Livraison offerte Encore 80 points. 5,00 € de remise Encore 100 points. 10,00 € de remise Encore 200 points.',
  },
  'nothing is reached yet': {
    en: 'Your points 50 10% off coffee 10 points to go. This order brings 29. All rewards Free shipping 30 points to go. €5.00 off 50 points to go. €10.00 off 150 points to go.',
    fr: 'Vos points 50 10 % sur le café Encore 10 points. Cette commande en rapporte 29. Toutes les récompenses Livraison offerte Encore 30 points. 5,00 € de remise Encore 50 points. 10,00 € de remise Encore 150 points.',
  },
  'sixteen to go, and this order brings twenty-eight': {
    en: 'Your points 84 €5.00 off 16 points to go. This order brings 28.',
    fr: 'Vos points 84 5,00 € de remise Encore 16 points. Cette commande en rapporte 28.',
  },
  'a bar only where it isn’t out of reach': {
    en: 'Your points 10 €10.00 off 190 points to go. This order brings 29.',
    fr: 'Vos points 10 10,00 € de remise Encore 190 points. Cette commande en rapporte 29.',
  },
  'points come with the order, and some are owed': {
    en: 'Your points 0 30 more points come when your order is paid. Your next 12 points make up for a refund. 10% off coffee 72 points to go. This order brings 29. All rewards Free shipping 92 points to go. €5.00 off 112 points to go. €10.00 off 212 points to go.',
    fr: 'Vos points 0 30 points de plus au paiement de votre commande. Vos prochains gains compenseront un remboursement de 12 points. 10 % sur le café Encore 72 points. Cette commande en rapporte 29. Toutes les récompenses Livraison offerte Encore 92 points. 5,00 € de remise Encore 112 points. 10,00 € de remise Encore 212 points.',
  },
  'an empty cart': {
    en: 'Your points 120 Worth €5.00. 10% off coffee 60 points Free shipping 80 points €5.00 off 100 points Add something to your cart first. €10.00 off 80 points to go.',
    fr: 'Vos points 120 Soit €5.00. 10 % sur le café 60 points Livraison offerte 80 points 5,00 € de remise 100 points Ajoutez d’abord un article au panier. 10,00 € de remise Encore 80 points.',
  },
  'C43 below the minimum': {
    en: 'Your points 120 Worth €5.00. €5.00 off From €5.00: €1.50 more in the cart.',
    fr: 'Vos points 120 Soit €5.00. 5,00 € de remise Dès €5.00\u00a0: ajoutez €1.50.',
  },
  'none of its products is in the cart': {
    en: 'Your points 120 10% off coffee None of its products is in your cart. Add one first.',
    fr: 'Vos points 120 10 % sur le café Aucun de ses articles n’est dans le panier. Ajoutez-en un.',
  },
  'gift cards are lowered by no code': {
    en: 'Your points 120 Worth €5.00. €5.00 off Not for what is in your cart. Add something else first.',
    fr: 'Vos points 120 Soit €5.00. 5,00 € de remise Pas pour ces articles. Ajoutez-en un autre.',
  },
  'C48 another code on the cart': {
    en: 'Your points 120 Worth €5.00. Free shipping 80 points · up to €6.00 of shipping Use it This needs JavaScript, which is turned off in your browser. €5.00 off Doesn’t go with WELCOME10. Remove that code first.',
    fr: 'Vos points 120 Soit €5.00. Livraison offerte 80 points · jusqu’à €6.00 de livraison En profiter Il faut JavaScript, désactivé dans votre navigateur. 5,00 € de remise Non cumulable avec WELCOME10. Retirez d’abord ce code.',
  },
  'C48 a discount that comes by itself': {
    en: 'Your points 120 Worth €5.00. €5.00 off Doesn’t go with Spring.',
    fr: 'Vos points 120 Soit €5.00. 5,00 € de remise Non cumulable avec Spring.',
  },
  'C48 a code and a title with a bar, and with a word that we say ourselves': {
    en: 'Your points 120 Worth €5.00. €5.00 off Doesn’t go with Spring | empty carts saves| 10%. €10.00 off 80 points to go. This order brings 26.',
    fr: 'Vos points 120 Soit €5.00. 5,00 € de remise Non cumulable avec Spring | empty carts saves| 10%. 10,00 € de remise Encore 80 points. Cette commande en rapporte 26.',
  },
  'C48 one of theirs is on the cart': {
    en: '€5.00 off this cart Take off 100 points used, 220 left. Ready to use until 24 December. Unused, your points come back. Give it back for points Your points 220 Worth €10.00. €10.00 off Doesn’t go with €5.00 off.',
    fr: '€5.00 de remise sur ce panier Retirer Contre 100 points\u00a0: il vous en reste 220. À utiliser jusqu’au 24\u00a0décembre. Sinon, vos points vous reviennent. Rendre et récupérer mes points Vos points 220 Soit €10.00. 10,00 € de remise Non cumulable avec 5,00 € de remise.',
  },
  'C48 one more of what is on the cart': {
    en: '€5.00 off this cart Take off 100 points used, 220 left. Ready to use until 24 December. Unused, your points come back. Give it back for points Your points 220 Worth €5.00. €5.00 off On this cart already: once per order.',
    fr: '€5.00 de remise sur ce panier Retirer Contre 100 points\u00a0: il vous en reste 220. À utiliser jusqu’au 24\u00a0décembre. Sinon, vos points vous reviennent. Rendre et récupérer mes points Vos points 220 Soit €5.00. 5,00 € de remise Déjà sur ce panier\u00a0: une seule fois par commande.',
  },
  'C32 an item that never earns is lowered as any other, and brings nothing': {
    en: 'Your points 120 Worth €5.00. €5.00 off 100 points · saves €5.00 here Use €5.00 10% off coffee 60 points · saves €2.90 here Use it This needs JavaScript, which is turned off in your browser. €10.00 off 80 points to go.',
    fr: 'Vos points 120 Soit €5.00. 5,00 € de remise 100 points · €5.00 d’économie ici Utiliser €5.00 10 % sur le café 60 points · €2.90 d’économie ici En profiter Il faut JavaScript, désactivé dans votre navigateur. 10,00 € de remise Encore 80 points.',
  },
  'C116 everything is free already': {
    en: 'Your points 120 Worth €5.00. €5.00 off Your free coffee already saves more here.',
    fr: 'Vos points 120 Soit €5.00. 5,00 € de remise Avec votre café offert, vous économisez déjà plus ici.',
  },
  'C116 the free coffee saves more': {
    en: 'Your points 120 10% off coffee Your free coffee already saves more here.',
    fr: 'Vos points 120 10 % sur le café Avec votre café offert, vous économisez déjà plus ici.',
  },
  'C116 a sale saves more': {
    en: 'Your points 120 10% off coffee Another discount already saves more here.',
    fr: 'Vos points 120 10 % sur le café Une autre remise est déjà plus avantageuse ici.',
  },
  'a part of the order': {
    en: 'Your points 120 10% off 60 points · saves €2.90 here Use it This needs JavaScript, which is turned off in your browser.',
    fr: 'Vos points 120 10 % de remise 60 points · €2.90 d’économie ici En profiter Il faut JavaScript, désactivé dans votre navigateur.',
  },
  'the cart costs less than it takes off': {
    en: 'Your points 120 Worth €5.00. €5.00 off 100 points · saves €3.50 here Use €5.00 This needs JavaScript, which is turned off in your browser.',
    fr: 'Vos points 120 Soit €5.00. 5,00 € de remise 100 points · €3.50 d’économie ici Utiliser €5.00 Il faut JavaScript, désactivé dans votre navigateur.',
  },
  'C109 once, and had': {
    en: 'Your points 120 Worth €5.00. €5.00 off Once per customer: you’ve had it.',
    fr: 'Vos points 120 Soit €5.00. 5,00 € de remise Une fois par client\u00a0: c’est fait.',
  },
  'C109 three times, and had': {
    en: 'Your points 120 Worth €5.00. €5.00 off 3 times per customer: you’ve had them all.',
    fr: 'Vos points 120 Soit €5.00. 5,00 € de remise 3 fois par client\u00a0: c’est fait.',
  },
  'C109 once a day, had today': {
    en: 'Your points 120 Worth €5.00. €5.00 off Again from 22 November.',
    fr: 'Vos points 120 Soit €5.00. 5,00 € de remise De nouveau le 22\u00a0novembre.',
  },
  'C109 once a week, had on Friday': {
    en: 'Your points 120 Worth €5.00. €5.00 off Again from 23 November.',
    fr: 'Vos points 120 Soit €5.00. 5,00 € de remise De nouveau le 23\u00a0novembre.',
  },
  'C37 once a month, had this month': {
    en: 'Your points 120 Worth €5.00. €5.00 off Again from 1 December.',
    fr: 'Vos points 120 Soit €5.00. 5,00 € de remise De nouveau le 1er\u00a0décembre.',
  },
  'C37 once a month, had last month': {
    en: 'Your points 120 Worth €5.00. €5.00 off 100 points · saves €5.00 here Use €5.00 This needs JavaScript, which is turned off in your browser.',
    fr: 'Vos points 120 Soit €5.00. 5,00 € de remise 100 points · €5.00 d’économie ici Utiliser €5.00 Il faut JavaScript, désactivé dans votre navigateur.',
  },
  'C109 once a year, had this year': {
    en: 'Your points 120 Worth €5.00. €5.00 off Again from 1 January 2027.',
    fr: 'Vos points 120 Soit €5.00. 5,00 € de remise De nouveau le 1er\u00a0janvier 2027.',
  },
  'not yet, and not any more': {
    en: 'Your points 120 €5.00 off 100 points, from 1\u00a0December.',
    fr: 'Vos points 120 5,00 € de remise 100 points, à partir du 1er\u00a0décembre.',
  },
  'the only one begins later, logged out': {
    en: 'Rewards €5.00 off 100 points, from 2\u00a0January 2027. Sign in to use your points.',
    fr: 'Récompenses 5,00 € de remise 100 points, à partir du 2\u00a0janvier 2027. Connectez-vous pour utiliser vos points.',
  },
  'the only one has ended': {
    en: '',
    fr: '',
  },
  'another currency': {
    en: 'Your points 120 Worth 5 EUR. €5.00 off 100 points Use 5 EUR Free shipping 80 points · up to 6 EUR of shipping Use it 10% off coffee 60 points Use it This needs JavaScript, which is turned off in your browser. €10.00 off 80 points to go.',
    fr: 'Vos points 120 Soit 5\u00a0EUR. 5,00 € de remise 100 points Utiliser 5\u00a0EUR Livraison offerte 80 points · jusqu’à 6\u00a0EUR de livraison En profiter 10 % sur le café 60 points En profiter Il faut JavaScript, désactivé dans votre navigateur. 10,00 € de remise Encore 80 points.',
  },
  'C113 yen': {
    en: 'Your points 120 Worth €500.00. €5.00 off From €1,000.00: €100.00 more in the cart.',
    fr: 'Vos points 120 Soit €500.00. 5,00 € de remise Dès €1,000.00\u00a0: ajoutez €100.00.',
  },
  'C113 dinars': {
    en: 'Your points 120 Worth 1.255 KWD. €5.00 off 100 points · saves 1.255 KWD here Use 1.255 KWD This needs JavaScript, which is turned off in your browser.',
    fr: 'Vos points 120 Soit 1,255\u00a0KWD. 5,00 € de remise 100 points · 1,255\u00a0KWD d’économie ici Utiliser 1,255\u00a0KWD Il faut JavaScript, désactivé dans votre navigateur.',
  },
  'S-01 any amount, as much as the points are worth': {
    en: 'Your points 120 Worth €6.00. Any amount off 120 points Use €6.00 Use another amount Amount in EUR Use another amount This needs JavaScript, which is turned off in your browser. €10.00 off 80 points to go. This order brings 29.',
    fr: 'Vos points 120 Soit €6.00. Remise au choix 120 points Utiliser €6.00 Autre montant Montant en EUR Autre montant Il faut JavaScript, désactivé dans votre navigateur. 10,00 € de remise Encore 80 points. Cette commande en rapporte 29.',
  },
  'C100 any amount, and the cart costs less': {
    en: 'Your points 1,000 Worth €50.00. Any amount off The cart costs less: it takes only 198 points. Use €9.90 Use another amount Amount in EUR Use another amount This needs JavaScript, which is turned off in your browser.',
    fr: 'Vos points 1\u202f000 Soit €50.00. Remise au choix Le panier coûte moins\u00a0: on n’utilise que 198 points. Utiliser €9.90 Autre montant Montant en EUR Autre montant Il faut JavaScript, désactivé dans votre navigateur.',
  },
  'any amount, a half of the cart and at most ten': {
    en: 'Your points 1,000 Worth €50.00. Any amount off 200 points Use €10.00 Use another amount Amount in EUR Use another amount This needs JavaScript, which is turned off in your browser.',
    fr: 'Vos points 1\u202f000 Soit €50.00. Remise au choix 200 points Utiliser €10.00 Autre montant Montant en EUR Autre montant Il faut JavaScript, désactivé dans votre navigateur.',
  },
  'any amount, to the last point and below the least': {
    en: 'Your points 12 Worth €0.60. Any amount off 8 points to go. This order brings 29.',
    fr: 'Vos points 12 Soit €0.60. Remise au choix Encore 8 points. Cette commande en rapporte 29.',
  },
  'any amount, and a half of the cart is below the least': {
    en: 'Your points 120 Worth €6.00. Any amount off From €2.00: €0.50 more in the cart.',
    fr: 'Vos points 120 Soit €6.00. Remise au choix Dès €2.00\u00a0: ajoutez €0.50.',
  },
  'any amount, and one item never counts': {
    en: 'Your points 1,000 Worth €50.00. Any amount off The cart costs less: it takes only 198 points. Use €9.90 Use another amount Amount in EUR Use another amount This needs JavaScript, which is turned off in your browser.',
    fr: 'Vos points 1\u202f000 Soit €50.00. Remise au choix Le panier coûte moins\u00a0: on n’utilise que 198 points. Utiliser €9.90 Autre montant Montant en EUR Autre montant Il faut JavaScript, désactivé dans votre navigateur.',
  },
  'any amount, logged out': {
    en: 'Rewards Any amount off 100 points = €5.00 Sign in to use your points.',
    fr: 'Récompenses Remise au choix 100 points = €5.00 Connectez-vous pour utiliser vos points.',
  },
  'any amount, an empty cart': {
    en: 'Your points 120 Worth €6.00. Any amount off 100 points = €5.00 Add something to your cart first.',
    fr: 'Vos points 120 Soit €6.00. Remise au choix 100 points = €5.00 Ajoutez d’abord un article au panier.',
  },
  'C113 any amount in another currency': {
    en: 'Your points 120 Worth 6\u00a0EUR. Any amount off 120 points Use 6\u00a0EUR Use another amount Amount in EUR Use another amount This needs JavaScript, which is turned off in your browser.',
    fr: 'Vos points 120 Soit 6\u00a0EUR. Remise au choix 120 points Utiliser 6\u00a0EUR Autre montant Montant en EUR Autre montant Il faut JavaScript, désactivé dans votre navigateur.',
  },
  'C113 any amount in yen': {
    en: 'Your points 120 Worth €120.00. Any amount off 120 points Use €120.00 Use another amount Amount in JPY Use another amount This needs JavaScript, which is turned off in your browser.',
    fr: 'Vos points 120 Soit €120.00. Remise au choix 120 points Utiliser €120.00 Autre montant Montant en JPY Autre montant Il faut JavaScript, désactivé dans votre navigateur.',
  },
  'C113 any amount in dinars': {
    en: 'Your points 120 Worth 1.506\u00a0KWD. Any amount off 120 points Use 1.506\u00a0KWD Use another amount Amount in KWD Use another amount This needs JavaScript, which is turned off in your browser.',
    fr: 'Vos points 120 Soit 1,506\u00a0KWD. Remise au choix 120 points Utiliser 1,506\u00a0KWD Autre montant Montant en KWD Autre montant Il faut JavaScript, désactivé dans votre navigateur.',
  },
  'any amount that is ready': {
    en: 'Any amount off Use €3.50 Ready to use until 24\u00a0December. Unused, your points come back. Change amount Amount in EUR Change amount Give it back for points Your points 20 Worth €1.00. Any amount off 20 points Use €1.00 Use another amount Amount in EUR Use another amount This needs JavaScript, which is turned off in your browser.',
    fr: 'Remise au choix Utiliser €3.50 À utiliser jusqu’au 24\u00a0décembre. Sinon, vos points vous reviennent. Changer le montant Montant en EUR Changer le montant Rendre et récupérer mes points Vos points 20 Soit €1.00. Remise au choix 20 points Utiliser €1.00 Autre montant Montant en EUR Autre montant Il faut JavaScript, désactivé dans votre navigateur.',
  },
  'any amount on the cart': {
    en: '€3.50 off this cart Take off 70 points used, 20 left. Ready to use until 24\u00a0December. Unused, your points come back. Change amount Amount in EUR Change amount Give it back for points Your points 20 Worth €1.00. Any amount off On this cart already: once per order.',
    fr: '€3.50 de remise sur ce panier Retirer Contre 70 points\u00a0: il vous en reste 20. À utiliser jusqu’au 24\u00a0décembre. Sinon, vos points vous reviennent. Changer le montant Montant en EUR Changer le montant Rendre et récupérer mes points Vos points 20 Soit €1.00. Remise au choix Déjà sur ce panier\u00a0: une seule fois par commande.',
  },
  'any amount that is more of the cart than it may be': {
    en: 'Any amount off From €35.00: €6.00 more in the cart. Ready to use until 24\u00a0December. Unused, your points come back. Change amount Amount in EUR Change amount Give it back for points Your points 20 Worth €1.00. Any amount off 20 points Use €1.00 Use another amount Amount in EUR Use another amount This needs JavaScript, which is turned off in your browser.',
    fr: 'Remise au choix Dès €35.00\u00a0: ajoutez €6.00. À utiliser jusqu’au 24\u00a0décembre. Sinon, vos points vous reviennent. Changer le montant Montant en EUR Changer le montant Rendre et récupérer mes points Vos points 20 Soit €1.00. Remise au choix 20 points Utiliser €1.00 Autre montant Montant en EUR Autre montant Il faut JavaScript, désactivé dans votre navigateur.',
  },
  'any amount as a gift': {
    en: 'Any amount off Use €3.50 Ready to use until 24\u00a0December.',
    fr: 'Remise au choix Utiliser €3.50 À utiliser jusqu’au 24\u00a0décembre.',
  },
  'ready to use': {
    en: '€5.00 off Use €5.00 Ready to use until 24 December. Unused, your points come back. Give it back for points Your points 20 10% off coffee 40 points to go. This order brings 29. All rewards Free shipping 60 points to go. €5.00 off 80 points to go. €10.00 off 180 points to go.',
    fr: '5,00 € de remise Utiliser €5.00 À utiliser jusqu’au 24\u00a0décembre. Sinon, vos points vous reviennent. Rendre et récupérer mes points Vos points 20 10 % sur le café Encore 40 points. Cette commande en rapporte 29. Toutes les récompenses Livraison offerte Encore 60 points. 5,00 € de remise Encore 80 points. 10,00 € de remise Encore 180 points.',
  },
  'C44 ready, and on the cart': {
    en: '€5.00 off this cart Take off 100 points used, 20 left. Ready to use until 24 December. Unused, your points come back. Give it back for points Your points 20 10% off coffee 40 points to go. This order brings 24. All rewards Free shipping 60 points to go. €5.00 off 80 points to go. €10.00 off 180 points to go.',
    fr: '€5.00 de remise sur ce panier Retirer Contre 100 points\u00a0: il vous en reste 20. À utiliser jusqu’au 24\u00a0décembre. Sinon, vos points vous reviennent. Rendre et récupérer mes points Vos points 20 10 % sur le café Encore 40 points. Cette commande en rapporte 24. Toutes les récompenses Livraison offerte Encore 60 points. 5,00 € de remise Encore 80 points. 10,00 € de remise Encore 180 points.',
  },
  'ready, and on the cart as it was typed, in small letters': {
    en: '€5.00 off this cart Take off 100 points used, 20 left. Ready to use until 24 December. Unused, your points come back. Give it back for points Your points 20 10% off coffee 40 points to go. This order brings 24. All rewards Free shipping 60 points to go. €5.00 off 80 points to go. €10.00 off 180 points to go.',
    fr: '€5.00 de remise sur ce panier Retirer Contre 100 points\u00a0: il vous en reste 20. À utiliser jusqu’au 24\u00a0décembre. Sinon, vos points vous reviennent. Rendre et récupérer mes points Vos points 20 10 % sur le café Encore 40 points. Cette commande en rapporte 24. Toutes les récompenses Livraison offerte Encore 60 points. 5,00 € de remise Encore 80 points. 10,00 € de remise Encore 180 points.',
  },
  'C44 ready, and the cart has become too small': {
    en: '€5.00 off From €5.00: €1.50 more in the cart. Ready to use until 24 December. Unused, your points come back. Give it back for points Your points 20 10% off coffee 40 points to go. This order brings 3. All rewards Free shipping 60 points to go. €5.00 off 80 points to go. €10.00 off 180 points to go.',
    fr: '5,00 € de remise Dès €5.00\u00a0: ajoutez €1.50. À utiliser jusqu’au 24\u00a0décembre. Sinon, vos points vous reviennent. Rendre et récupérer mes points Vos points 20 10 % sur le café Encore 40 points. Cette commande en rapporte 3. Toutes les récompenses Livraison offerte Encore 60 points. 5,00 € de remise Encore 80 points. 10,00 € de remise Encore 180 points.',
  },
  'C48 ready, and another code is on the cart': {
    en: '€5.00 off Doesn’t go with WELCOME10. Remove that code first. Ready to use until 24 December. Unused, your points come back. Give it back for points Your points 20 10% off coffee 40 points to go. This order brings 26. All rewards Free shipping 60 points to go. €5.00 off 80 points to go. €10.00 off 180 points to go.',
    fr: '5,00 € de remise Non cumulable avec WELCOME10. Retirez d’abord ce code. À utiliser jusqu’au 24\u00a0décembre. Sinon, vos points vous reviennent. Rendre et récupérer mes points Vos points 20 10 % sur le café Encore 40 points. Cette commande en rapporte 26. Toutes les récompenses Livraison offerte Encore 60 points. 5,00 € de remise Encore 80 points. 10,00 € de remise Encore 180 points.',
  },
  'ready from the next order': {
    en: '€5.00 off For your next order, from 22 November to 24 December. Unused, your points come back. Give it back for points Your points 20 10% off coffee 40 points to go. This order brings 29. All rewards Free shipping 60 points to go. €5.00 off 80 points to go. €10.00 off 180 points to go.',
    fr: '5,00 € de remise Pour votre prochaine commande, du 22 novembre au 24 décembre. Sinon, vos points vous reviennent. Rendre et récupérer mes points Vos points 20 10 % sur le café Encore 40 points. Cette commande en rapporte 29. Toutes les récompenses Livraison offerte Encore 60 points. 5,00 € de remise Encore 80 points. 10,00 € de remise Encore 180 points.',
  },
  'ready on named days': {
    en: '€5.00 off From 3 to 5 December. Unused, your points come back. Give it back for points Your points 20 10% off coffee 40 points to go. This order brings 29. All rewards Free shipping 60 points to go. €5.00 off 80 points to go. €10.00 off 180 points to go.',
    fr: '5,00 € de remise Du 3 au 5\u00a0décembre. Sinon, vos points vous reviennent. Rendre et récupérer mes points Vos points 20 10 % sur le café Encore 40 points. Cette commande en rapporte 29. Toutes les récompenses Livraison offerte Encore 60 points. 5,00 € de remise Encore 80 points. 10,00 € de remise Encore 180 points.',
  },
  'a gift that is ready': {
    en: '€5.00 off Use €5.00 Ready to use until 24 December. Your points 20 10% off coffee 40 points to go. This order brings 29. All rewards Free shipping 60 points to go. €5.00 off 80 points to go. €10.00 off 180 points to go.',
    fr: '5,00 € de remise Utiliser €5.00 À utiliser jusqu’au 24\u00a0décembre. Vos points 20 10 % sur le café Encore 40 points. Cette commande en rapporte 29. Toutes les récompenses Livraison offerte Encore 60 points. 5,00 € de remise Encore 80 points. 10,00 € de remise Encore 180 points.',
  },
  'ready, without a last day': {
    en: '€5.00 off Use €5.00 Ready to use. Give it back for points Your points 20 10% off coffee 40 points to go. This order brings 29. All rewards Free shipping 60 points to go. €5.00 off 80 points to go. €10.00 off 180 points to go.',
    fr: '5,00 € de remise Utiliser €5.00 Prête à utiliser. Rendre et récupérer mes points Vos points 20 10 % sur le café Encore 40 points. Cette commande en rapporte 29. Toutes les récompenses Livraison offerte Encore 60 points. 5,00 € de remise Encore 80 points. 10,00 € de remise Encore 180 points.',
  },
  'free shipping that is ready, or on the cart, which Shopify’s pages don’t say': {
    en: 'Free shipping Use it Take off Once it’s on the cart, it shows at checkout. Ready to use until 24 December. Unused, your points come back. Give it back for points Your points 20 10% off coffee 40 points to go. This order brings 29. All rewards Free shipping 60 points to go. €5.00 off 80 points to go. €10.00 off 180 points to go.',
    fr: 'Livraison offerte En profiter Retirer Une fois sur le panier, elle s’affiche au paiement. À utiliser jusqu’au 24\u00a0décembre. Sinon, vos points vous reviennent. Rendre et récupérer mes points Vos points 20 10 % sur le café Encore 40 points. Cette commande en rapporte 29. Toutes les récompenses Livraison offerte Encore 60 points. 5,00 € de remise Encore 80 points. 10,00 € de remise Encore 180 points.',
  },
  'free shipping on the cart, where a page says so': {
    en: 'On this cart: Free shipping Take off 80 points used, 20 left. Ready to use until 24 December. Unused, your points come back. Give it back for points Your points 20 10% off coffee 40 points to go. This order brings 29. All rewards Free shipping 60 points to go. €5.00 off 80 points to go. €10.00 off 180 points to go.',
    fr: 'Sur ce panier\u00a0: Livraison offerte Retirer Contre 80 points\u00a0: il vous en reste 20. À utiliser jusqu’au 24\u00a0décembre. Sinon, vos points vous reviennent. Rendre et récupérer mes points Vos points 20 10 % sur le café Encore 40 points. Cette commande en rapporte 29. Toutes les récompenses Livraison offerte Encore 60 points. 5,00 € de remise Encore 80 points. 10,00 € de remise Encore 180 points.',
  },
  'C45 past its last day': {
    en: 'Your points 20 10% off coffee 40 points to go. This order brings 29. All rewards Free shipping 60 points to go. €5.00 off 80 points to go. €10.00 off 180 points to go.',
    fr: 'Vos points 20 10 % sur le café Encore 40 points. Cette commande en rapporte 29. Toutes les récompenses Livraison offerte Encore 60 points. 5,00 € de remise Encore 80 points. 10,00 € de remise Encore 180 points.',
  },
  'coming back': {
    en: 'Your 100 points come back within about an hour. Your points 20 10% off coffee 40 points to go. This order brings 29. All rewards Free shipping 60 points to go. €5.00 off 80 points to go. €10.00 off 180 points to go.',
    fr: 'Vos 100 points reviennent d’ici une heure environ. Vos points 20 10 % sur le café Encore 40 points. Cette commande en rapporte 29. Toutes les récompenses Livraison offerte Encore 60 points. 5,00 € de remise Encore 80 points. 10,00 € de remise Encore 180 points.',
  },
  'more than there is room for': {
    en: '€5.00 off Use €5.00 Ready to use until 24 December. Unused, your points come back. Give it back for points 3 more are ready, and show here in their turn. Your points 20 10% off coffee 40 points to go. This order brings 29. All rewards Free shipping 60 points to go. €5.00 off 80 points to go. €10.00 off 180 points to go.',
    fr: '5,00 € de remise Utiliser €5.00 À utiliser jusqu’au 24\u00a0décembre. Sinon, vos points vous reviennent. Rendre et récupérer mes points 3 autres sont prêtes et s’afficheront ici à leur tour. Vos points 20 10 % sur le café Encore 40 points. Cette commande en rapporte 29. Toutes les récompenses Livraison offerte Encore 60 points. 5,00 € de remise Encore 80 points. 10,00 € de remise Encore 180 points.',
  },
  'C74 ready, and published no more': {
    en: '€5.00 off Use €5.00 Ready to use until 24 December. Unused, your points come back. Give it back for points',
    fr: '5,00 € de remise Utiliser €5.00 À utiliser jusqu’au 24\u00a0décembre. Sinon, vos points vous reviennent. Rendre et récupérer mes points',
  },
  'the program is paused': {
    en: '€5.00 off Use €5.00 Ready to use until 24 December. Unused, your points come back. Give it back for points Your points 20 10% off coffee 40 points to go. All rewards Free shipping 60 points to go. €5.00 off 80 points to go. €10.00 off 180 points to go.',
    fr: '5,00 € de remise Utiliser €5.00 À utiliser jusqu’au 24\u00a0décembre. Sinon, vos points vous reviennent. Rendre et récupérer mes points Vos points 20 10 % sur le café Encore 40 points. Toutes les récompenses Livraison offerte Encore 60 points. 5,00 € de remise Encore 80 points. 10,00 € de remise Encore 180 points.',
  },
  'the program is paused, and nothing is ready': {
    en: 'Your points 120 Worth €5.00. €5.00 off 100 points · saves €5.00 here Use €5.00 Free shipping 80 points · up to €6.00 of shipping Use it 10% off coffee 60 points · saves €2.90 here Use it This needs JavaScript, which is turned off in your browser. €10.00 off 80 points to go.',
    fr: 'Vos points 120 Soit €5.00. 5,00 € de remise 100 points · €5.00 d’économie ici Utiliser €5.00 Livraison offerte 80 points · jusqu’à €6.00 de livraison En profiter 10 % sur le café 60 points · €2.90 d’économie ici En profiter Il faut JavaScript, désactivé dans votre navigateur. 10,00 € de remise Encore 80 points.',
  },
  'the program is paused, logged out': {
    en: '',
    fr: '',
  },
  'S-03 used on an order': {
    en: 'Used on order #1042, 3\u00a0November. You saved €6.00. Your points 20 €5.00 off 80 points to go.',
    fr: 'Utilisé sur la commande nº\u00a01042 du 3\u00a0novembre. Vous avez économisé €6.00. Vos points 20 5,00 € de remise Encore 80 points.',
  },
  'S-03 used, and published no more': {
    en: 'Used on order #1042, 30\u00a0December 2025.',
    fr: 'Utilisé sur la commande nº\u00a01042 du 30\u00a0décembre 2025.',
  },
  'used longer ago than anybody cares': {
    en: 'Your points 20 €5.00 off 80 points to go.',
    fr: 'Vos points 20 5,00 € de remise Encore 80 points.',
  },
  'C117 its order was cancelled': {
    en: 'Order #1042 cancelled: your 100 points are back. Your points 120 €10.00 off 80 points to go.',
    fr: 'Commande nº\u00a01042 annulée\u00a0: vos 100 points sont de retour. Vos points 120 10,00 € de remise Encore 80 points.',
  },
  'the shop took it back, and its points come back': {
    en: 'The shop took this reward back: €5.00 off. Your 100 points come back within about an hour. Your points 20 €5.00 off 80 points to go. This order brings 29.',
    fr: 'La boutique a retiré cette récompense\u00a0: 5,00 € de remise. Vos 100 points reviennent d’ici une heure environ. Vos points 20 5,00 € de remise Encore 80 points. Cette commande en rapporte 29.',
  },
  'the shop took it back, and its points are back': {
    en: 'The shop took this reward back: €5.00 off. Your 100 points are back. Your points 120 €10.00 off 80 points to go.',
    fr: 'La boutique a retiré cette récompense\u00a0: 5,00 € de remise. Vos 100 points sont de retour. Vos points 120 10,00 € de remise Encore 80 points.',
  },
  'the shop took a gift back': {
    en: 'The shop took this gift back: €5.00 off.',
    fr: 'La boutique a retiré ce cadeau\u00a0: 5,00 € de remise.',
  },
  'the shop took it back a while ago': {
    en: '',
    fr: '',
  },
  blocked: {
    en: '€5.00 off Use €5.00 Ready to use until 24 December. Unused, your points come back. Give it back for points Your account isn’t part of the program at the moment.',
    fr: '5,00 € de remise Utiliser €5.00 À utiliser jusqu’au 24\u00a0décembre. Sinon, vos points vous reviennent. Rendre et récupérer mes points Votre compte ne participe pas au programme pour le moment.',
  },
  'points are off': {
    en: 'Your points 120 Worth €5.00. €5.00 off 100 points · saves €5.00 here Use €5.00 Free shipping 80 points · up to €6.00 of shipping Use it 10% off coffee 60 points · saves €2.90 here Use it This needs JavaScript, which is turned off in your browser. €10.00 off 80 points to go.',
    fr: 'Vos points 120 Soit €5.00. 5,00 € de remise 100 points · €5.00 d’économie ici Utiliser €5.00 Livraison offerte 80 points · jusqu’à €6.00 de livraison En profiter 10 % sur le café 60 points · €2.90 d’économie ici En profiter Il faut JavaScript, désactivé dans votre navigateur. 10,00 € de remise Encore 80 points.',
  },
  'no rewards': {
    en: '',
    fr: '',
  },
  'compact, at the end': {
    en: 'Your points 120 Worth €5.00. €5.00 off 100 points · saves €5.00 here Use €5.00 Free shipping 80 points · up to €6.00 of shipping Use it 10% off coffee 60 points · saves €2.90 here Use it This needs JavaScript, which is turned off in your browser. €10.00 off 80 points to go. This order brings 29.',
    fr: 'Vos points 120 Soit €5.00. 5,00 € de remise 100 points · €5.00 d’économie ici Utiliser €5.00 Livraison offerte 80 points · jusqu’à €6.00 de livraison En profiter 10 % sur le café 60 points · €2.90 d’économie ici En profiter Il faut JavaScript, désactivé dans votre navigateur. 10,00 € de remise Encore 80 points. Cette commande en rapporte 29.',
  },
};
